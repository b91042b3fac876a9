using System.Text.Json;

namespace Onus.Cli.Tests;

/// <summary>Every verb works on the database and the vault that the folder names.</summary>
public sealed class DataFolderTests
{
    [Fact]
    public async Task A_unit_on_a_server_has_every_verb()
    {
        await using var server = await OnAServer.Start();
        Assert.SkipWhen(server is null, "PostgreSQL is not installed.");
        await using var folder = await Folder.Open($$"""{"postgres": "{{server!.Connection}};Database=t{{Guid.CreateVersion7():N}};Pooling=false"}""");

        var seized = Path.Combine(folder.Path, "seized");
        foreach (var statement in (string[])["bank/oakhollow-2024-01.csv", "bank/oakhollow-2024-02.csv"])
        {
            Directory.CreateDirectory(Path.Combine(seized, "bank"));
            File.Copy(Path.Combine(Folder.Practice, "files", statement), Path.Combine(seized, statement));
        }

        var (exit, said, error) = await folder.Import(seized, "--answers", Path.Combine(Folder.Practice, "answers.yaml"));
        Assert.True(exit == 0, said + error);
        (exit, said, error) = await Folder.Run("case", "list", "--data", folder.Path, "--as", "Demo person 2", "--json");
        Assert.Equal((0, ""), (exit, error));
        Assert.Equal(2, JsonDocument.Parse(said).RootElement.GetProperty("cases")[0].GetProperty("files").GetInt32());
        (exit, said, error) = await Folder.Run("case", "show", Folder.Case, "--data", folder.Path, "--as", "Demo person 2");
        Assert.Equal((0, ""), (exit, error));
        (exit, said, error) = await Folder.Run("verify", folder.Path);
        Assert.True(exit == 0, said + error);
        Assert.StartsWith("All holds: ", said, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder.Path, "onus.db")));
    }

    [Theory]
    [InlineData("{\n  \"postgers\": \"Host=here\"\n}", "onus.json, line 2: \"postgers\" cannot stand so.")]
    [InlineData("{\n  \"vault\": \"\n}", "onus.json, line 2: this is not JSON.")]
    [InlineData("{\"vault\": \"gone\"}", "gone is not there.")]
    public async Task A_fault_in_what_the_folder_says_is_told_by_every_verb(string settings, string sentence)
    {
        await using var folder = await Folder.Open();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "onus.json"), settings, TestContext.Current.CancellationToken);
        foreach (var verb in (string[][])
            [["verify", folder.Path], ["case", "list", "--data", folder.Path, "--as", "Demo person 2"], ["import", Folder.Practice, "--case", Folder.Case, "--data", folder.Path, "--as", "Demo person 2"]])
        {
            var (exit, said, error) = await Folder.Run(verb);
            Assert.Equal((2, ""), (exit, said));
            Assert.Contains(sentence, error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_told_without_the_password()
    {
        await using var folder = await Folder.Open();
        await File.WriteAllTextAsync(
            Path.Combine(folder.Path, "onus.json"), """{"postgres": "Host=127.0.0.1;Port=1;Database=onus;Username=unit;Password=geheim"}""", TestContext.Current.CancellationToken);
        var (exit, said, error) = await Folder.Run("case", "list", "--data", folder.Path, "--as", "Demo person 2");
        Assert.Equal((2, ""), (exit, said));
        Assert.StartsWith(folder.Path + " cannot be read or written: ", error, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
    }
}
