using System.Text.Json;

namespace Onus.Cli.Tests;

public sealed class ImportTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Fifty_files_are_imported_by_their_answers_and_a_second_time_nothing_is_doubled()
    {
        await using var folder = await Folder.Open();
        var answers = Path.Combine(Folder.Practice, "answers.yaml");
        var (exit, said, errors) = await folder.Import(Path.Combine(Folder.Practice, "files"), "--answers", answers, "--json");
        output.WriteLine(said);
        Assert.Equal(0, exit);
        Assert.Contains("Reading 1 of", errors, StringComparison.Ordinal);
        var first = JsonDocument.Parse(said).RootElement;
        Assert.Equal(first.GetProperty("seen").GetInt32(), first.GetProperty("stored").GetInt32() + first.GetProperty("rejected").GetArrayLength());
        var records = Records(first);
        Assert.True(records > 500, $"{records} records");

        var (again, saidAgain, _) = await folder.Import(Path.Combine(Folder.Practice, "files"), "--answers", answers, "--json");
        var second = JsonDocument.Parse(saidAgain).RootElement;
        Assert.Equal(0, again);
        Assert.Equal(0, second.GetProperty("stored").GetInt32());
        Assert.Equal(records, Records(second));
        Assert.Equal(0, (await Folder.Run("verify", folder.Path)).Exit);
    }

    [Fact]
    public async Task Without_answers_files_are_held_and_named()
    {
        await using var folder = await Folder.Open();
        var (exit, said, _) = await folder.Import(Path.Combine(Folder.Practice, "files", "bank"));
        Assert.Equal(1, exit);
        Assert.Contains("without answers: oakhollow-2024-01.csv", said, StringComparison.Ordinal);
        Assert.Contains(" = ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_answers_file_is_named_with_file_and_line_and_nothing_is_stored()
    {
        await using var folder = await Folder.Open();
        var answers = Path.Combine(folder.Path, "answers.yaml");
        await File.WriteAllTextAsync(answers, "schema: onus.practice-answers/1\nfiles:\n  - match: '*'\n    from: Officer 1\n    obtaned: public\n", TestContext.Current.CancellationToken);
        var (exit, said, errors) = await folder.Import(Path.Combine(Folder.Practice, "files", "bank"), "--answers", answers);
        Assert.Equal(1, exit);
        Assert.Empty(said);
        Assert.Contains("answers.yaml:5: ", errors, StringComparison.Ordinal);
        Assert.Contains("obtaned", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-such-file", Folder.Case, "Demo person 2", "no-such-file")]
    [InlineData(".", "OTHER", "Demo person 2", "no such case")]
    [InlineData(".", Folder.Case, "Nobody", "Nobody")]
    public async Task What_cannot_be_opened_gives_two_and_a_line_that_says_what(string path, string reference, string person, string named)
    {
        await using var folder = await Folder.Open();
        var empty = Directory.CreateDirectory(Path.Combine(folder.Path, "empty")).FullName;
        var (exit, _, errors) = await Folder.Run("import", Path.Combine(empty, path), "--case", reference, "--data", folder.Path, "--as", person);
        Assert.Equal(2, exit);
        Assert.Contains(named, Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cases_are_listed_and_shown_to_their_members_only()
    {
        await using var folder = await Folder.Open();
        var (exit, list, _) = await Folder.Run("case", "list", "--data", folder.Path, "--as", "Demo person 2", "--json");
        Assert.Equal(0, exit);
        Assert.Equal(Folder.Case, JsonDocument.Parse(list).RootElement.GetProperty("cases")[0].GetProperty("ref").GetString());
        var (shown, text, _) = await Folder.Run("case", "show", Folder.Case, "--data", folder.Path, "--as", "Demo person 2");
        Assert.Equal(0, shown);
        Assert.Contains("The laundry", text, StringComparison.Ordinal);
        Assert.Equal(2, (await Folder.Run("case", "show", "OTHER", "--data", folder.Path, "--as", "Demo person 2")).Exit);
    }

    private static long Records(JsonElement report) => report.GetProperty("files").EnumerateArray().Sum(f => f.GetProperty("records").GetInt64());
}
