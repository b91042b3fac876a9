using System.IO.Compression;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Onus.Casework.Cases;
using Onus.Casework.Files;
using Onus.Casework.Log;
using Onus.Domain.Evidence;
using Onus.Domain.Jobs;
using Onus.Domain.People;
using Onus.Store;
using Onus.Store.Verification;

namespace Onus.Casework.Tests.CarriedOver;

/// <summary>
/// A small folder as the program wrote it before rows had compartments and payloads a form: it opens, after a copy was put beside it, its log is leaf for leaf the
/// one it was, and it answers the same.
/// </summary>
[Trait("Database", "none")]
public sealed class OneWallTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("onus-test-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await ZipFile.ExtractToDirectoryAsync(Path.Combine(AppContext.BaseDirectory, "CarriedOver", "one-wall.zip"), folder, Cancel);

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_folder_of_before_is_copied_carried_over_and_says_the_same()
    {
        var before = Leaves(Path.Combine(folder, "onus.db"));
        var store = await OnusStore.Open(folder, postgres: null, TimeProvider.System, Cancel);
        try
        {
            var copy = Assert.Single(Directory.GetFiles(folder, "onus-before-update-*.db"));
            Assert.Equal(before, Leaves(copy));
            Assert.Equal(16, before.Count);
            Assert.Equal(before, Leaves(Path.Combine(folder, "onus.db")));
            await foreach (var finding in new StoreVerification(store).Log(Cancel))
            {
                Assert.Fail($"{finding.Where} {finding.Why}");
            }

            var counsel = (await store.ActorNamed("Demo person 2", Cancel)).Value;
            var snapshot = (await new LoadCase(store).Handle("TEST-1", counsel, Cancel)).Value;
            Assert.Equal(["Survivor B: B", "Defendant 1: D. One, Boss"], snapshot.People.Select(person => $"{person.Pseudonym}: {string.Join(", ", person.Aliases)}"));
            Assert.Equal("Boss kept the passport of Survivor A.", Assert.Single(snapshot.Facts).Sentence);
            Assert.Single(snapshot.Counts);
            await using var work = store.Begin(counsel);
            Assert.Equal("Night shift", (await work.Db.NotPeople.SingleAsync(Cancel)).Name);
            Assert.Equal(3, await work.Db.Records.CountAsync(Cancel));
            var read = await work.Db.Materials.SingleAsync(file => file.Name == "chat.txt", Cancel);
            var history = (await new LoadFile(store).Handle("TEST-1", read.Id, counsel, Cancel)).Value.History;
            Assert.Equal(["files-dropped", "questions-answered", "reading-decided", "file-read"], history.Select(done => done.Kind));
            Assert.Equal(MaterialStatus.Held, (await work.Db.Materials.SingleAsync(file => file.Name == "later.txt", Cancel)).Status);
            // What waited before there were jobs has one, for whoever handed it in.
            var list = (await new ListFiles(store).Handle("TEST-1", counsel, Cancel)).Value;
            var waits = Assert.Single(list.Waiting);
            Assert.Equal(("later.txt", JobState.Waiting, counsel.Account), (waits.Name, list.JobOf(waits)!.State, list.JobOf(waits)!.Account));

            var police = counsel with { Cases = [.. counsel.Cases.Select(member => member with { Role = MemberRole.Investigator })] };
            var log = (await new ReadLog(store).Handle("TEST-1", 1, police, Cancel)).Value;
            Assert.Equal("count-drafted", Assert.Single((await new ReadLog(store).Handle("TEST-1", 1, counsel, Cancel)).Value.Entries, entry => entry.Sequence == 15).Told?.Kind);
            Assert.Null(Assert.Single(log.Entries, entry => entry.Told is null).Told);
            Assert.Empty((await new LoadCase(store).Handle("TEST-1", police, Cancel)).Value.Counts);
            Assert.Contains(snapshot.People, person => person.Is(PersonRole.Survivor));
        }
        finally
        {
            store.Dispose();
            store.Close();
        }
    }

    private static List<string> Leaves(string database)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Sequence || ' ' || hex(Leaf) || ' ' || hex(LeafHash) || ' ' || hex(Commitment) FROM Log ORDER BY Sequence";
        using var rows = command.ExecuteReader();
        var leaves = new List<string>();
        while (rows.Read())
        {
            leaves.Add(rows.GetString(0));
        }

        return leaves;
    }
}
