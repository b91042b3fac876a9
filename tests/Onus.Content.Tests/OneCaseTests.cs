namespace Onus.Content.Tests;

/// <summary>Keys and words of content files are lower case with hyphens. Whoever writes one otherwise is told how, once.</summary>
public sealed class OneCaseTests : IDisposable
{
    private static readonly Texts Texts = Texts.Load(ContentFolder.Find(), "en", strict: true);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("onus-case-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("dateOrder", "date-order")]
    [InlineData("date_order", "date-order")]
    [InlineData("Date-Order", "date-order")]
    public void A_key_in_another_case_is_told_in_this_one(string old, string known)
    {
        var fault = Assert.Single(Read("answers.yaml", $"files:\n  - match: a\n    from: b\n    obtained: public\n    {old}: dmy\n", AnswersYaml.Read));
        Assert.Equal((5, "content.written-otherwise"), (fault.Line, fault.Why.Key));
        Assert.Equal($"\"{old}\" is written \"{known}\".", Texts.Of(fault.Why));
    }

    [Fact]
    public void A_word_in_another_case_is_told_too()
    {
        var fault = Assert.Single(Read("work.yaml", "facts:\n  - key: f\n    sentence: S\n    marks: [sensitive, helpsDefence]\n", PracticeWorkYaml.Read));
        Assert.Equal("\"helpsDefence\" is written \"helps-defence\".", Texts.Of(fault.Why));
    }

    [Theory]
    [InlineData("mayBeMinor: true", "may-be-minor")]
    [InlineData("wishSaidOn: 2025-01-01", "wish-said-on")]
    [InlineData("wish_said_to: Officer 1", "wish-said-to")]
    public void So_is_every_old_key_of_a_case(string old, string known)
    {
        var fault = Assert.Single(Read("case.yaml", $"ref: A\ntitle: T\ncountry: us\npeople:\n  - key: a\n    pseudonym: A\n    {old}\n", PracticeCaseYaml.Read));
        Assert.Equal((7, $"\"{old.Split(':')[0]}\" is written \"{known}\"."), (fault.Line, Texts.Of(fault.Why)));
    }

    /// <summary>A needed key that is there under another case is not said to be missing as well.</summary>
    [Fact]
    public void What_is_there_otherwise_is_not_missing()
    {
        var fault = Assert.Single(Read("case.yaml", "Ref: A\ntitle: T\ncountry: us\n", PracticeCaseYaml.Read));
        Assert.Equal((1, "\"Ref\" is written \"ref\"."), (fault.Line, Texts.Of(fault.Why)));
    }

    [Fact]
    public void What_is_no_key_in_any_case_is_told_with_those_that_are()
    {
        var fault = Assert.Single(Read("answers.yaml", "files:\n  - match: a\n    from: b\n    obtained: public\n    order: dmy\n", AnswersYaml.Read));
        Assert.Equal("content.unknown-key", fault.Why.Key);
        Assert.Contains("date-order", Texts.Of(fault.Why), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a:\n  currencyColumn: X\n", 2, "currency-column")]
    [InlineData("Known: X\n", 1, "known")]
    [InlineData("a.b_c: X\n", 1, "a.b-c")]
    public void A_text_has_a_key_in_this_case(string yaml, int line, string known)
    {
        Directory.CreateDirectory(Path.Combine(folder.FullName, "languages", "en"));
        File.WriteAllText(Path.Combine(folder.FullName, "languages", "en", "a.yaml"), yaml);
        var fault = Assert.Throws<ContentFaultException>(() => Texts.Load(folder.FullName, "en"));
        Assert.Equal(line, fault.Line);
        Assert.Contains($"is written '{known}'", fault.Message, StringComparison.Ordinal);
    }

    private List<ContentFault> Read<T>(string name, string yaml, Func<string, List<ContentFault>, T> read)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, yaml);
        var faults = new List<ContentFault>();
        read(path, faults);
        return faults;
    }
}
