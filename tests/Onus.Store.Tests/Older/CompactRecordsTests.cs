using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Onus.Domain.Evidence;
using Onus.Store.Database;
using Onus.Store.Verification;

namespace Onus.Store.Tests.Older;

/// <summary>
/// A folder that was written before records were kept compactly says the same afterwards. The archive is such a folder, with what that program said of each of its records
/// (<c>told.txt</c>): a chat that was read twice, a table, a statement, a document, and a picture that was withdrawn. The file is SQLite's, whatever else the tests run on.
/// </summary>
[Trait("Database", "none")]
public sealed class CompactRecordsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("onus-test-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public CompactRecordsTests() => ZipFile.ExtractToDirectory(Path.Combine(AppContext.BaseDirectory, "Older", "before-compact-records.zip"), folder);

    [Fact]
    public async Task Every_record_of_an_older_folder_says_what_it_said()
    {
        using var store = await OnusStore.Open(folder, null, TimeProvider.System, Cancel);
        Assert.Equal(await File.ReadAllLinesAsync(Path.Combine(folder, "told.txt"), Cancel), await Told(store));
        Assert.Equal(0L, Ask("SELECT COUNT(*) FROM sqlite_master WHERE name = 'Records'"));
        Assert.Single(Directory.GetFiles(folder, "onus-before-update-*.db"));
        Assert.Empty(await new StoreVerification(store).Log(Cancel).ToListAsync(Cancel));
        store.Close();
    }

    [Fact]
    public async Task Whoever_was_interrupted_goes_on_where_it_was_and_until_then_nobody_looks_into_the_folder()
    {
        // Broken off at the first record of the second file.
        Ask("CREATE TRIGGER Broken BEFORE DELETE ON Records WHEN (SELECT COUNT(DISTINCT Material) FROM Records) = 4 BEGIN SELECT RAISE(ABORT, 'broken off'); END");
        await Assert.ThrowsAsync<SqliteException>(() => OnusStore.Open(folder, null, TimeProvider.System, Cancel));
        SqliteConnection.ClearAllPools();
        Assert.Equal(4L, Ask("SELECT COUNT(DISTINCT Material) FROM Records"));
        Assert.NotEqual(0L, Ask("SELECT COUNT(*) FROM StoredRecords"));
        Assert.Null(await OnusStore.OpenAsIs(folder, TimeProvider.System, Cancel));

        Ask("DROP TRIGGER Broken");
        using var store = await OnusStore.Open(folder, null, TimeProvider.System, Cancel);
        Assert.Equal(await File.ReadAllLinesAsync(Path.Combine(folder, "told.txt"), Cancel), await Told(store));
        store.Close();
    }

    [Fact]
    public async Task A_row_that_nobody_wrote_stops_it_and_is_named()
    {
        Ask("UPDATE Records SET Locator = 'x' WHERE Sequence = 3 AND Kind = 'Payment'");
        Assert.Contains("Record 3", (await Assert.ThrowsAsync<InvalidDataException>(() => OnusStore.Open(folder, null, TimeProvider.System, Cancel))).Message, StringComparison.Ordinal);
        SqliteConnection.ClearAllPools();
        Assert.NotEqual(0L, Ask("SELECT COUNT(*) FROM Records"));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<List<string>> Told(OnusStore store)
    {
        await using var work = store.Begin((await store.ActorNamed("Demo person 2", Cancel)).Value);
        return [.. (await work.Db.Records.ToListAsync(Cancel)).OrderBy(r => r.Id.Hex, StringComparer.Ordinal).Select(Told)];
    }

    private static string Told(RecordRow r) => string.Join(
        '|', r.Id.Hex, r.CaseId.Value, r.Material.Value, r.Sequence, r.Kind, RecordIdentity.Of(r.Locator.Blob, r.Locator.Chain, r.Locator.At).Hex, r.Locator.Slice.Hex, At(r.Locator.At), r.TimeRaw, r.TimeLocal, r.Day,
        r.Utc?.UtcTicks, r.UtcLater?.UtcTicks, r.Basis, r.Sender, r.Receiver, r.Text?.ReplaceLineEndings("/"), string.Join(',', r.Attachments), string.Join(',', r.Warnings), r.AmountMinor, r.BalanceMinor, r.Currency,
        r.CurrencyDecimals, r.Marks, r.Superseded, r.Withdrawn, r.Version);

    private static string At(Position at)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            PositionCodec.Write(json, at);
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private object? Ask(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "onus.db")}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
