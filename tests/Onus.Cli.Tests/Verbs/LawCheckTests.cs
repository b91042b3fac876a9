using System.CommandLine;
using System.Text.Json;
using Onus.Cli.Verbs;

namespace Onus.Cli.Tests.Verbs;

public sealed class LawCheckTests : IDisposable
{
    private readonly string folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "onus-check-" + Guid.CreateVersion7().ToString("N"))).FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_shipped_law_has_no_fault()
    {
        var (exit, output, errors) = Run("law", "check");
        Assert.Equal((0, ""), (exit, errors));
        Assert.Contains("Kestria (invented, for practice) (kestria)", output, StringComparison.Ordinal);
        Assert.EndsWith("No fault.\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_is_printed_with_file_and_line_and_exits_1()
    {
        var file = Broken();
        var (exit, output, _) = Run("law", "check", folder);
        Assert.Equal(1, exit);
        Assert.Contains($"{file}:3: Nothing reads the key \"titel\".", output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_as_json_and_nothing_else()
    {
        var file = Broken();
        var (exit, output, errors) = Run("law", "check", Path.Combine(folder, "zz"), "--json");
        Assert.Equal((1, ""), (exit, errors));
        using var document = JsonDocument.Parse(output);
        var fault = document.RootElement.GetProperty("faults").EnumerateArray().Single(f => f.GetProperty("fault").GetString() == "content.unknown-key");
        Assert.Equal(file, fault.GetProperty("file").GetString());
        Assert.Equal(3, fault.GetProperty("line").GetInt32());
        Assert.Empty(document.RootElement.GetProperty("packs").EnumerateArray());
    }

    [Fact]
    public void A_folder_without_a_pack_cannot_be_checked()
    {
        var (exit, output, errors) = Run("law", "check", folder);
        Assert.Equal((2, ""), (exit, output));
        Assert.Contains(folder, errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_that_is_not_there_cannot_be_checked()
    {
        var missing = Path.Combine(folder, "missing");
        var (exit, output, errors) = Run("law", "check", missing, "--json");
        Assert.Equal((2, ""), (exit, output));
        Assert.Contains(missing, errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2021-01-01", "1 January 2020", "31 December 2020")]
    [InlineData("2020-01-02", "1 January 2020", "1 January 2020")]
    public void Days_between_two_texts_are_named_and_are_no_fault(string later, string from, string to)
    {
        Sound(later);
        var (exit, output, errors) = Run("law", "check", folder);
        Assert.Equal((0, ""), (exit, errors));
        Assert.Contains($"Code, section 1 (zz.theft): this pack has no text from {from} to {to}.", output, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(Run("law", "check", folder, "--json").Output);
        var gap = Assert.Single(document.RootElement.GetProperty("gaps").EnumerateArray());
        Assert.Equal(("zz.theft", "2020-01-01"), (gap.GetProperty("offence").GetString(), gap.GetProperty("from").GetString()));
    }

    [Fact]
    public void Texts_that_meet_leave_no_gap()
    {
        Sound("2020-01-01");
        Assert.DoesNotContain("no text from", Run("law", "check", folder).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("no text from", Run("law", "check").Output, StringComparison.Ordinal);
    }

    private void Sound(string later)
    {
        var pack = Directory.CreateDirectory(Path.Combine(folder, "zz")).FullName;
        File.WriteAllText(Path.Combine(pack, "pack.yaml"), "country: zz\nlanguage: en\ntitle: Somewhere\nconsent: Never.\nsources: [{title: A book, read: all}]\n");
        foreach (var (name, valid) in new[] { ("old", "{from: 2010-01-01, to: 2019-12-31}"), ("new", $"{{from: {later}}}") })
        {
            File.WriteAllText(
                Path.Combine(pack, name + ".yaml"),
                $"id: zz.theft\ncitation: Code, section 1\ntitle: Theft\nvalid: {valid}\nelements:\n  all:\n    - leaf: zz.theft.takes\n      text: Took it\n      per-defendant: true\npenalty: A year.\nsources: [{{title: A book, read: all}}]\n");
        }
    }

    private string Broken()
    {
        var pack = Directory.CreateDirectory(Path.Combine(folder, "zz")).FullName;
        File.WriteAllText(Path.Combine(pack, "pack.yaml"), "country: zz\nlanguage: en\ntitel: Somewhere\nconsent: Never.\nsources: [{title: A book, read: all}]\n");
        return Path.Combine(pack, "pack.yaml");
    }

    private static (int Exit, string Output, string Errors) Run(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        var exit = new RootCommand { LawCheck.Build() }.Parse(args).Invoke(new InvocationConfiguration { Output = output, Error = errors });
        return (exit, output.ToString(), errors.ToString());
    }
}
