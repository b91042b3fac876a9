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

    [Fact]
    public async Task Another_file_of_the_same_name_keeps_the_answers_it_was_given()
    {
        await using var folder = await Folder.Open();
        var (first, second) = (Path.Combine(folder.Path, "first"), Path.Combine(folder.Path, "second"));
        await Write(first, "notes.txt", "3/5/25, 18:06 - Asha: this one still waits for its zone\n");
        await Write(second, "notes.txt", "what the office wrote");
        var handed = await Answers(folder, "handed.yaml", "from: The neighbour\n    obtained: handed-over");
        var published = await Answers(folder, "published.yaml", "from: The ministry\n    obtained: public");
        Assert.Equal(1, (await folder.Import(first, "--answers", handed)).Exit);
        Assert.Equal(0, (await folder.Import(second, "--answers", published, "--json")).Exit);
        Assert.Equal(["The ministry", "The neighbour"], folder.Query("SELECT \"From\" FROM Materials WHERE Name = 'notes.txt' ORDER BY 1"));
    }

    [Theory]
    [InlineData("handed-over", "Given voluntarily by The neighbour", "Given voluntarily by The teacher")]
    [InlineData("public", "Open to everyone, at The neighbour", "Open to everyone, at The teacher")]
    public async Task What_two_give_or_publish_without_a_paper_does_not_stand_and_fall_together(string obtained, string one, string other)
    {
        await using var folder = await Folder.Open();
        var files = Path.Combine(folder.Path, "in");
        foreach (var name in new[] { "a.txt", "b.txt", "c.txt" })
        {
            await Write(files, name, $"3/5/25, 18:06 - Asha: {name}\n");
        }

        var answers = Path.Combine(folder.Path, "answers.yaml");
        string Of(string file, string from) => $"  - match: {file}\n    from: {from}\n    obtained: {obtained}\n    translated: none\n    zone: Asia/Kathmandu\n    date-order: mdy\n";
        await File.WriteAllTextAsync(
            answers, "schema: onus.practice-answers/1\nfiles:\n" + Of("a.txt", "The neighbour") + Of("b.txt", "The teacher") + Of("c.txt", "The neighbour"), TestContext.Current.CancellationToken);
        Assert.Equal(0, (await folder.Import(files, "--answers", answers)).Exit);
        Assert.Equal(0, (await folder.Import(files, "--answers", answers)).Exit);
        Assert.Equal(
            [$"a.txt {one}", $"b.txt {other}", $"c.txt {one}"],
            folder.Query("SELECT m.Name || ' ' || f.Label FROM Materials m JOIN Foundations f ON f.Id = m.Obtained WHERE m.Name IN ('a.txt', 'b.txt', 'c.txt') ORDER BY m.Name"));
        Assert.Equal(["2"], folder.Query($"SELECT CAST(count(*) AS TEXT) FROM Foundations WHERE Label IN ('{one}', '{other}')"));
    }

    [Fact]
    public async Task Other_answers_for_a_file_that_has_answers_change_nothing_and_are_named()
    {
        await using var folder = await Folder.Open();
        var files = Path.Combine(folder.Path, "in");
        await Write(files, "chat.txt", "3/5/25, 18:06 - Asha: hi\n");
        var handed = await Answers(folder, "handed.yaml", "from: The neighbour\n    obtained: handed-over");
        var published = await Answers(folder, "published.yaml", "from: The ministry\n    obtained: public\n    zone: Asia/Kathmandu\n    date-order: dmy");
        Assert.Equal(1, (await folder.Import(files, "--answers", handed)).Exit);
        var (exit, said, _) = await folder.Import(files, "--answers", published, "--json");
        Assert.Equal(1, exit);
        Assert.Equal("chat.txt", JsonDocument.Parse(said).RootElement.GetProperty("answersKept")[0].GetString());
        Assert.Equal(["The neighbour||NeedsDecision"], folder.Query("SELECT \"From\" || '|' || ifnull(Zone, '') || '|' || Status FROM Materials WHERE Name = 'chat.txt'"));
        Assert.Contains("answered for otherwise", (await folder.Import(files, "--answers", published)).Output, StringComparison.Ordinal);

        // The same answers, with the decision that was open, go on where it stopped; under another name too.
        var decided = await Answers(folder, "decided.yaml", "from: The neighbour\n    obtained: handed-over\n    zone: Asia/Kathmandu\n    date-order: dmy");
        File.Move(Path.Combine(files, "chat.txt"), Path.Combine(files, "renamed.txt"));
        var (done, report, _) = await folder.Import(files, "--answers", decided, "--json");
        Assert.Equal(0, done);
        Assert.Equal(1, Records(JsonDocument.Parse(report).RootElement));
    }

    [Fact]
    public async Task What_is_no_file_or_cannot_be_read_is_rejected_by_name_and_the_rest_is_stored()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links, pipes and modes are those of Unix.");
        await using var folder = await Folder.Open();
        var files = Path.Combine(folder.Path, "in");
        await Write(files, "a/good.txt", "what the neighbour wrote");
        await Write(files, "empty.txt", "");
        await Write(Path.Combine(folder.Path, "other-case"), "secret.txt", "nobody handed this in");
        File.CreateSymbolicLink(Path.Combine(files, "link.txt"), Path.Combine(folder.Path, "other-case", "secret.txt"));
        File.CreateSymbolicLink(Path.Combine(files, "dangling.txt"), Path.Combine(folder.Path, "nothing"));
        Directory.CreateSymbolicLink(Path.Combine(files, "linked"), Path.Combine(folder.Path, "other-case"));
        using (var made = System.Diagnostics.Process.Start("mkfifo", [Path.Combine(files, "pipe")]))
        {
            await made.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var (exit, said, _) = await folder.Import(files, "--json").WaitAsync(TimeSpan.FromSeconds(90), TestContext.Current.CancellationToken);
        Assert.Equal(1, exit);
        var report = JsonDocument.Parse(said).RootElement;
        Assert.Equal((6, 2), (report.GetProperty("seen").GetInt32(), report.GetProperty("stored").GetInt32()));
        Assert.Equal(
            ["dangling.txt: link", "link.txt: link", "linked: link", "pipe: not-a-file"],
            report.GetProperty("rejected").EnumerateArray().Select(r => r.GetProperty("name").GetString() + ": " + r.GetProperty("reason").GetString()));
    }

    [Fact]
    public async Task A_file_and_a_folder_that_may_not_be_read_are_rejected_by_name()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            Assert.Skip("Everything may be read here.");
            return;
        }

        await using var folder = await Folder.Open();
        var files = Path.Combine(folder.Path, "in");
        await Write(files, "a/good.txt", "what the neighbour wrote");
        await Write(files, "locked.txt", "x");
        await Write(files, "closed/in.txt", "x");
        File.SetUnixFileMode(Path.Combine(files, "locked.txt"), UnixFileMode.None);
        File.SetUnixFileMode(Path.Combine(files, "closed"), UnixFileMode.None);
        var (_, said, _) = await folder.Import(files, "--json");
        File.SetUnixFileMode(Path.Combine(files, "closed"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Assert.Equal(
            ["closed: unreadable", "locked.txt: unreadable"],
            JsonDocument.Parse(said).RootElement.GetProperty("rejected").EnumerateArray().Select(r => r.GetProperty("name").GetString() + ": " + r.GetProperty("reason").GetString()));
    }

    [Fact]
    public async Task A_database_that_is_not_whole_gives_two_and_one_line()
    {
        await using var folder = await Folder.Open();
        await Write(Path.Combine(folder.Path, "in"), "a.txt", "x");
        folder.Tamper("ALTER TABLE Materials RENAME TO Lost");
        var (exit, _, errors) = await folder.Import(Path.Combine(folder.Path, "in"));
        Assert.Equal(2, exit);
        Assert.Contains("Materials", Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries), l => !l.StartsWith("Storing", StringComparison.Ordinal)), StringComparison.Ordinal);
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
    public async Task Whoever_acts_is_named_as_people_name_them_and_two_of_one_name_are_told_apart_by_a_number()
    {
        await using var folder = await Folder.Open();
        Assert.Equal(0, (await Folder.Run("case", "list", "--data", folder.Path, "--as", " demo person  2")).Exit);

        // As a folder stands in which a name was given twice before names were unique.
        var twin = Guid.CreateVersion7();
        Assert.Equal(1, folder.Tamper($"INSERT INTO Accounts (Id, Name, Office, Demo) VALUES ('{twin.ToString().ToUpperInvariant()}', 'Demo person 2', 'Advocate', 1)"));
        var (exit, _, errors) = await Folder.Run("case", "list", "--data", folder.Path, "--as", "Demo person 2");
        Assert.Equal(2, exit);
        Assert.Contains($"{twin} (Demo person 2, Advocate)", Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Equal(0, (await Folder.Run("case", "list", "--data", folder.Path, "--as", twin.ToString())).Exit);
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

    private static async Task Write(string folder, string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
    }

    private static async Task<string> Answers(Folder folder, string name, string entry)
    {
        var path = Path.Combine(folder.Path, name);
        await File.WriteAllTextAsync(path, $"schema: onus.practice-answers/1\nfiles:\n  - match: '*'\n    {entry}\n", TestContext.Current.CancellationToken);
        return path;
    }

    private static long Records(JsonElement report) => report.GetProperty("files").EnumerateArray().Sum(f => f.GetProperty("records").GetInt64());
}
