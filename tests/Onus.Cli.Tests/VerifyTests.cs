using System.Text.Json;

namespace Onus.Cli.Tests;

public sealed class VerifyTests
{
    [Fact]
    public async Task An_untouched_folder_holds_and_its_citations_are_counted()
    {
        await using var folder = await Imported();
        var (exit, said, _) = await Folder.Run("verify", folder.Path, "--json");
        var report = JsonDocument.Parse(said).RootElement;
        Assert.Equal(0, exit);
        Assert.True(report.GetProperty("holds").GetBoolean());
        Assert.True(report.GetProperty("citations").GetInt64() > 20);
    }

    [Theory]
    [InlineData("UPDATE Log SET Kind = 'file-unusable' WHERE Sequence = 2", "log entry 2", "its fields are not those that were sealed")]
    [InlineData("UPDATE Log SET LeafHash = zeroblob(32) WHERE Sequence = 1", "log entry 1", "its hash is not that of its sealed bytes")]
    [InlineData("UPDATE LogPayloads SET Bytes = CAST(replace(CAST(Bytes AS TEXT), 'Demo', 'Dema') || ' ' AS BLOB) WHERE Sequence = 1", "log entry 1", "what happened is not what was sealed")]
    [InlineData("DELETE FROM Log WHERE Sequence = 1", "log entry 1", "an entry of this number is missing")]
    [InlineData("UPDATE LogPayloads SET Compartment = replace(Compartment, 'record', 'papers') WHERE Sequence = 1", "log entry 1", "another case or on another side")]
    [InlineData("UPDATE StoredRecords SET Position = Position || '1' WHERE Sequence = 3", "record", "its identity is not that of the place it names")]
    [InlineData("UPDATE StoredRecords SET Slice = zeroblob(32) WHERE Sequence = 3", "record", "something else stands at its place")]
    [InlineData("UPDATE Materials SET Bytes = Bytes + 1", "file oakhollow-2024-01.csv", "its bytes are not those that were received")]
    public async Task What_was_changed_in_the_database_is_found_and_named(string sql, string where, string why)
    {
        await using var folder = await Imported();
        Assert.True(folder.Tamper(sql) > 0);
        var (exit, said, _) = await Folder.Run("verify", folder.Path);
        Assert.Equal(1, exit);
        Assert.Contains(said.Split('\n'), line => line.StartsWith(where, StringComparison.Ordinal) && line.Contains(why, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("UPDATE StoredRecords SET Position = 'x' WHERE Sequence IN (3, 4)", "record oakhollow-2024-01.csv, 3", 2)]
    [InlineData("UPDATE StoredRecords SET Position = '{}' WHERE Sequence = 3", "record oakhollow-2024-01.csv, 3", 1)]
    [InlineData("UPDATE Log SET Compartment = 'Nobody' WHERE Sequence = 1", "log entry 1", 1)]
    [InlineData("UPDATE LogPayloads SET Compartment = 'Nobody' WHERE Sequence = 1", "log entry 1", 1)]
    [InlineData("UPDATE Materials SET Status = 'Nobody'", "file 1", 1)]
    public async Task A_row_that_cannot_be_read_is_a_finding_and_the_rest_is_checked(string sql, string where, int findings)
    {
        await using var folder = await Imported();
        Assert.True(folder.Tamper(sql) > 0);
        var (exit, said, _) = await Folder.Run("verify", folder.Path);
        Assert.Equal(1, exit);
        var lines = said.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(where + ": its row in the database cannot be read", lines[0]);
        Assert.Equal(findings + 1, lines.Length);
    }

    [Fact]
    public async Task A_damaged_database_cannot_be_checked_and_nothing_is_written_to_look_at_one()
    {
        await using var folder = await Imported();
        var database = Path.Combine(folder.Path, "onus.db");
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var before = await File.ReadAllBytesAsync(database, TestContext.Current.CancellationToken);
        Assert.Equal(0, (await Folder.Run("verify", folder.Path)).Exit);
        Assert.Equal(before, await File.ReadAllBytesAsync(database, TestContext.Current.CancellationToken));

        Assert.Equal(0, folder.Tamper("ALTER TABLE Log RENAME TO Lost"));
        var (exit, _, errors) = await Folder.Run("verify", folder.Path);
        Assert.Equal(2, exit);
        Assert.Contains("Log", Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_a_lost_and_a_nameless_file_in_the_vault_are_found_and_told_apart()
    {
        await using var folder = await Imported();
        var blob = Directory.EnumerateFiles(Path.Combine(folder.Path, "vault"), "*", SearchOption.AllDirectories).Single();
        var bytes = await File.ReadAllBytesAsync(blob, TestContext.Current.CancellationToken);
        bytes[^2] ^= 1;
        await File.WriteAllBytesAsync(blob, bytes, TestContext.Current.CancellationToken);
        var (changed, said, _) = await Folder.Run("verify", folder.Path);
        Assert.Equal(1, changed);
        Assert.Contains("file oakhollow-2024-01.csv: its bytes are not those that were received", said, StringComparison.Ordinal);

        File.Move(blob, Path.Combine(Path.GetDirectoryName(blob)!, Guid.CreateVersion7().ToString("N")));
        var (lost, gone, warned) = await Folder.Run("verify", folder.Path);
        Assert.Equal(1, lost);
        Assert.Contains("its bytes are gone", gone, StringComparison.Ordinal);
        Assert.Contains("no case names it", warned, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_data_folder_cannot_be_checked()
    {
        var (exit, _, errors) = await Folder.Run("verify", Path.GetTempPath());
        Assert.Equal(2, exit);
        Assert.Contains(Path.GetTempPath(), errors, StringComparison.Ordinal);
    }

    private static async Task<Folder> Imported()
    {
        var folder = await Folder.Open();
        var one = Directory.CreateDirectory(Path.Combine(folder.Path, "in", "bank")).FullName;
        File.Copy(Path.Combine(Folder.Practice, "files", "bank", "oakhollow-2024-01.csv"), Path.Combine(one, "oakhollow-2024-01.csv"));
        var answers = Path.Combine(Folder.Practice, "answers.yaml");
        var (exit, said, errors) = await folder.Import(Path.Combine(folder.Path, "in"), "--answers", answers);
        Assert.True(exit == 0, said + errors);
        folder.Tamper("UPDATE Materials SET Title = 'oakhollow-2024-01.csv'");
        return folder;
    }
}
