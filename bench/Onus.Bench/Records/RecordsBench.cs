using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Onus.Bench.Reading;
using Onus.Casework.Records;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Ingest.Contract;
using Onus.Ingest.Reading;
using Onus.Store;
using Onus.Store.Database;
using Onus.Store.Log;

namespace Onus.Bench.Records;

/// <summary>
/// What a record takes on the disk, beside what it took when every row spelled everything out, and how long the pages of a case with so many take. One run, one machine:
/// only numbers of the same run are compared.
/// </summary>
internal static class RecordsBench
{
    private const double MostBytes = 350;
    private const double MostMilliseconds = 150;

    /// <summary>Runs it; 1 where a number that was promised is not held.</summary>
    public static async Task<int> Run(string[] args)
    {
        var count = args is ["--records", var given] ? int.Parse(given, CultureInfo.InvariantCulture) : 100_000;
        Console.WriteLine(Machine.Describe());
        var folder = Directory.CreateTempSubdirectory("onus-bench-records-").FullName;
        try
        {
            var chat = Path.Combine(folder, "chat.txt");
            ReadBench.WriteChat(chat, count);
            var slim = await Task.Run(() => RowsBefore.Write(Path.Combine(folder, "before.db"), Read(chat), spelledOut: false));
            var before = await Task.Run(() => RowsBefore.Write(Path.Combine(folder, "spelled-out.db"), Read(chat), spelledOut: true));
            var (store, actor, file) = await Fill(Path.Combine(folder, "data"), chat);
            using (store)
            {
                return await Told(store, actor, file, count, slim, before);
            }
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<int> Told(OnusStore store, Actor actor, (MaterialId Id, double Seconds, long Bytes) file, int count, (double Seconds, long Bytes) slim, (double Seconds, long Bytes) before)
    {
        var each = (double)file.Bytes / count;
        Line($"{count} lines of a chat     bytes a record   CPU seconds");
        Line($"spelled out, as before   {(double)before.Bytes / count,14:F0}   {before.Seconds,11:F2}");
        Line($"slim rows, no index      {(double)slim.Bytes / count,14:F0}   {slim.Seconds,11:F2}");
        Line($"as kept, all indexes     {each,14:F0}   {file.Seconds,11:F2}   (at most {MostBytes:F0} bytes)");
        Line($"page                     median ms   p95 ms   (at most {MostMilliseconds:F0})");
        var holds = each <= MostBytes;
        var chronology = new ReadChronology(store);
        var pages = count / ReadChronology.PageSize;
        foreach (var (name, page) in new (string, Func<Task>)[]
        {
            ("overview", () => new SummariseCase(store, new(store), new(store)).Handle("BENCH", new DateOnly(2026, 1, 1), actor, default)),
            ("gaps", () => new FindGaps(store).Handle("BENCH", new DateOnly(2026, 1, 1), actor, default)),
            ("who and whom", () => new WhoAndWhom(store).Handle("BENCH", actor, default)),
            ("chronology, first", () => chronology.Handle(new() { Case = "BENCH" }, actor, default)),
            ("chronology, middle", () => chronology.Handle(new() { Case = "BENCH", Page = pages / 2 }, actor, default)),
            ("chronology, last", () => chronology.Handle(new() { Case = "BENCH", Page = pages }, actor, default)),
            ("read a file, first", () => new OpenFile(store).Handle(new("BENCH", file.Id, null), actor, default)),
            ("read a file, middle", () => new OpenFile(store).Handle(new("BENCH", file.Id, null, Page: pages / 2), actor, default)),
            ("search, common word", () => chronology.Handle(new() { Case = "BENCH", Text = "the" }, actor, default)),
        })
        {
            await page();
            var times = new List<double>();
            for (var i = 0; i < 9; i++)
            {
                var watch = Stopwatch.StartNew();
                await page();
                times.Add(watch.Elapsed.TotalMilliseconds);
            }

            times.Sort();
            holds &= times[^1] <= MostMilliseconds;
            Line($"{name,-24} {times[4],9:F0} {times[^1],8:F0}");
        }

        return holds ? 0 : 1;
    }

    private static async Task<(OnusStore Store, Actor Actor, (MaterialId Id, double Seconds, long Bytes) File)> Fill(string folder, string chat)
    {
        var store = await OnusStore.Open(folder, null, TimeProvider.System, default);
        var account = new Account { Id = new(Guid.CreateVersion7()), Name = "Demo person 2", Office = "Prosecutor" };
        var caseId = new CaseId(Guid.CreateVersion7());
        await using (var work = store.Begin(new Actor(account.Id, account.Name, [])))
        {
            work.Add(account);
            work.AddCase(
                new Case { Id = caseId, Ref = "BENCH", Title = "A case for a benchmark", Country = "us", Practice = true },
                [new CaseMember { CaseId = caseId, AccountId = account.Id, Role = MemberRole.Prosecutor }]);
            Committed(await work.Commit(new LogEvent(caseId, Acts.CaseOpened), default));
        }

        var actor = (await store.ActorOf(account.Id, null, default))!;
        var file = new Material
        {
            Id = new(Guid.CreateVersion7()),
            CaseId = caseId,
            Name = "chat.txt",
            Title = "chat.txt",
            Blob = EvidenceFile.Of("chat.txt", await File.ReadAllBytesAsync(chat)).Blob,
            VaultName = Guid.CreateVersion7(),
            Bytes = new FileInfo(chat).Length,
            ReceivedAt = DateTimeOffset.UnixEpoch,
            Run = Guid.CreateVersion7(),
            Status = MaterialStatus.Read,
        };
        var rows = Read(chat).Select((record, at) => RecordRow.Of(record, file, at + 1)).ToList();
        var empty = Size(folder);
        var before = Environment.CpuUsage.TotalTime;
        await using (var work = store.Begin(actor))
        {
            work.Add(file);
            work.AddRecords(rows);
            Committed(await work.Commit(new LogEvent(caseId, Acts.FilesDropped), default));
        }

        return (store, actor, (file.Id, (Environment.CpuUsage.TotalTime - before).TotalSeconds, Size(folder) - empty));
    }

    private static void Committed(Result<long> done)
    {
        if (done.Error is { } error)
        {
            throw new InvalidOperationException(error.Key);
        }
    }

    private static long Size(string folder)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "onus.db")}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        command.ExecuteNonQuery();
        return new FileInfo(Path.Combine(folder, "onus.db")).Length;
    }

    private static List<EvidenceRecord> Read(string chat)
    {
        var records = new List<EvidenceRecord>();
        FileReader.Read(EvidenceFile.Of("chat.txt", File.ReadAllBytes(chat)), new ReadOptions("Asia/Kathmandu", "dmy", null, null), records.Add);
        return records;
    }

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
