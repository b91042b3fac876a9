using Onus.Domain.Shared;

namespace Onus.Content.Tests;

public sealed class TextsTests : IDisposable
{
    private readonly DirectoryInfo content = Directory.CreateTempSubdirectory("onus-texts-");

    public void Dispose() => content.Delete(recursive: true);

    [Fact]
    public void Flat_and_nested_keys_of_all_files_are_one_set_of_texts()
    {
        Write("en/a.yaml", "case.title: A case\ncase:\n  files:\n    title: Files\n");
        Write("en/b.yaml", "# only a comment\n");
        Write("en/c.yaml", "yes: The word yes\n");

        var texts = Texts.Load(content.FullName, "en", strict: true);

        Assert.Equal(["case.files.title", "case.title", "yes"], texts.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("Files", texts["case.files.title"]);
    }

    [Theory]
    [InlineData("a: one\nb: two\na: three\n", 3, "'a'")]
    [InlineData("a:\n  b: one\na.b: two\n", 3, "'a.b'")]
    [InlineData("a: one\n  b: two\n", 2, "YAML")]
    [InlineData("a:\n  - one\n", 2, "map")]
    [InlineData("just words\n", 1, "map")]
    public void A_broken_file_is_named_with_its_line(string yaml, long line, string said)
    {
        Write("en/bad.yaml", yaml);

        var fault = Assert.Throws<ContentFaultException>(() => Texts.Load(content.FullName, "en"));

        Assert.EndsWith("bad.yaml", fault.File, StringComparison.Ordinal);
        Assert.Equal(line, fault.Line);
        Assert.Contains(said, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_in_two_files_is_a_fault_that_names_both()
    {
        Write("en/a.yaml", "x: one\n");
        Write("en/b.yaml", "# first\nx: two\n");

        var fault = Assert.Throws<ContentFaultException>(() => Texts.Load(content.FullName, "en"));

        Assert.Contains("b.yaml, line 2", fault.Message, StringComparison.Ordinal);
        Assert.Contains("a.yaml, line 1", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_are_put_in_by_name_and_doubled_braces_are_braces()
    {
        Write("en/a.yaml", "x: '{{{name}}} sent {count} on {day}'\ndates.day: '{day} {month} {year}'\nmonths.5: May\n");

        Assert.Equal("{Officer 4} sent 20,412 on 3 May 2025", Load()
            .Format("x", ("name", "Officer 4"), ("count", 20412), ("day", new DateOnly(2025, 5, 3))));
    }

    [Fact]
    public void A_count_chooses_the_form_of_the_word()
    {
        Write("en/a.yaml", "files:\n  one: one file\n  other: '{count} files'\n");
        Write("ar/a.yaml", "files: {zero: z, one: o, two: t, few: f, many: m, other: x}\n");

        Assert.Equal("one file", Load().Format("files", ("count", 1)));
        Assert.Equal("0 files", Load().Format("files", ("count", 0)));
        var arabic = Texts.Load(content.FullName, "ar", strict: true);
        Assert.Equal("zotfmx", string.Concat(new[] { 0, 1, 2, 7, 40, 100 }.Select(n => arabic.Format("files", ("count", n)))));
    }

    [Fact]
    public void A_value_that_runs_the_other_way_is_isolated()
    {
        Write("en/a.yaml", "x: from {name}\n");
        Write("ar/a.yaml", "x: من {name}\n");

        Assert.Equal("from \u2068سالم\u2069", Load().Format("x", ("name", "سالم")));
        Assert.Equal("from Survivor B", Load().Format("x", ("name", "Survivor B")));
        Assert.Equal("من \u2068Survivor B\u2069", Texts.Load(content.FullName, "ar").Format("x", ("name", "Survivor B")));
    }

    [Fact]
    public void What_a_language_lacks_is_said_in_English()
    {
        Write("en/a.yaml", "x: word\ny:\n  one: one\n  other: '{count} of them'\n");
        Write("ru/a.yaml", "x: слово\n");

        var russian = Texts.Load(content.FullName, "ru", strict: true);

        Assert.Equal("слово", russian["x"]);
        Assert.Equal("21 of them", russian.Format("y", ("count", 21)));
        Assert.True(russian.Has("y"));
        Assert.False(russian.Has("z"));
    }

    [Fact]
    public void A_missing_key_or_value_is_an_error_in_tests_and_shown_in_brackets_to_a_person()
    {
        Write("en/a.yaml", "x: from {name}\n");
        var shown = Texts.Load(content.FullName, "en");

        Assert.Throws<KeyNotFoundException>(() => Load()["y"]);
        Assert.Throws<KeyNotFoundException>(() => Load()["x"]);
        Assert.Equal("[y]", shown["y"]);
        Assert.Equal("from [name]", shown["x"]);
    }

    [Fact]
    public void An_error_becomes_its_sentence()
    {
        Write("en/a.yaml", "files.late:\n  one: one file came too late from {who}\n  other: '{count} files came too late from {who}'\n");

        Assert.Equal("3 files came too late from Officer 4", Load().Of(Error.Invalid("files.late", ("count", 3), ("who", "Officer 4"))));
        Assert.Equal("one file came too late from Officer 4", Load().Of(Error.Invalid("files.late", ("count", 1), ("who", "Officer 4"))));
        Write("en/b.yaml", "errors.encrypted: It is encrypted.\n");
        Assert.Equal("It is encrypted.", Load().Of(Error.Invalid("encrypted")));
    }

    [Theory]
    [InlineData("202417")]
    [InlineData("20250401")]
    [InlineData("2025-04-01")]
    [InlineData("0007")]
    public void What_is_named_by_digits_is_told_as_it_is_named(string name)
    {
        Write("en/a.yaml", "x.one: one\nx.other: more\ny: 'Not {day}: {ref} from {from} to {to}, {count}'\n");

        Assert.Equal($"Not {name}: {name} from {name} to {name}, {name}", Load().Of(Error.Invalid("y", ("day", name), ("ref", name), ("from", name), ("to", name), ("count", name))));
    }

    [Fact]
    public void A_number_of_an_error_is_grouped_and_a_day_of_it_is_written_in_words()
    {
        Write("en/a.yaml", "x: '{lines} lines until {last}'\ndates.day: '{day} {month} {year}'\nmonths.4: April\n");

        Assert.Equal("202,417 lines until 1 April 2025", Load().Of(Error.Invalid("x", ("lines", 202_417), ("last", new DateOnly(2025, 4, 1)))));
    }

    [Fact]
    public void The_folder_is_the_configured_one_or_the_nearest_upwards()
    {
        Write("en/a.yaml", "x: y\n");
        var root = Directory.CreateDirectory(Path.Combine(content.FullName, "root", "bin", "deep"));
        Directory.CreateDirectory(Path.Combine(content.FullName, "root", "content", "languages"));

        Assert.Equal(content.FullName, ContentFolder.Find(content.FullName));
        Assert.Equal(Path.Combine(content.FullName, "root", "content"), ContentFolder.Find(null, root.FullName));
        Assert.Throws<DirectoryNotFoundException>(() => ContentFolder.Find(root.FullName));
    }

    private Texts Load() => Texts.Load(content.FullName, "en", strict: true);

    private void Write(string file, string yaml)
    {
        var path = Path.Combine(content.FullName, "languages", file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, yaml);
    }
}
