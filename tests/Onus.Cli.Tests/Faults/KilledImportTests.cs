using System.Text.Json;
using Onus.Store;

namespace Onus.Cli.Tests.Faults;

/// <summary>The program is killed, as by a power button, in the middle of an import; and again, somewhere else, in the next one.</summary>
[Trait("Ring", "faults")]
public sealed class KilledImportTests
{
    // The files that the child writes while it stores, reads, and takes records over.
    private static readonly string[] Moments = ["Storing 1 of 3", "Storing 3 of 3", "Reading 1 of 3", "records.jsonl", "onus.db-wal"];

    [Fact]
    public async Task However_often_it_is_killed_all_holds_and_the_last_import_has_everything_once()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Files that are open can't be looked at there.");
        await using var handover = await Handover.Open();
        handover.Add("1 chat.txt", Handover.Chat(300));
        handover.Add("2 rota.txt", Handover.Chat(20_000, "Worker 1"));
        handover.Add("3 chat.txt", Handover.Chat(400, "Worker 2"));
        using var program = new Program();
        foreach (var moment in Moments)
        {
            await KillAt(moment, program, handover);
            var (exit, said, _) = await Folder.Run("verify", handover.Data);
            Assert.True(exit == 0, moment + ": " + said);
            Assert.Empty(program.Left);

            // A file has all of its records or none.
            Assert.Contains(handover.Count("StoredRecords"), new long[] { 0, 300, 400, 700, 20_000, 20_300, 20_400, 20_700 });
        }

        // Whoever opens the folder next removes what the killed ones left.
        var (done, output, error) = await program.Run(handover.Import);
        Assert.True(done == 0, error + output);
        var files = JsonDocument.Parse(output).RootElement.GetProperty("files").EnumerateArray().ToList();
        Assert.Equal([("read", 300L), ("read", 20_000L), ("read", 400L)], files.Select(f => (f.GetProperty("status").GetString(), f.GetProperty("records").GetInt64())));
        Assert.Equal((3L, 20_700L), (handover.Count("Materials"), handover.Count("StoredRecords")));
        Assert.Equal(0, handover.Count("(SELECT 1 FROM StoredRecords JOIN Readings ON Number = Reading GROUP BY CaseId, Id HAVING COUNT(*) > 1)"));
        Assert.Empty(Directory.EnumerateFileSystemEntries(handover.Working));
        Assert.Empty(handover.Unfinished);
        Assert.Empty(program.Left);
        var (holds, whole, _) = await Folder.Run("verify", handover.Data, "--json");
        Assert.Equal(0, holds);
        Assert.All(
            JsonDocument.Parse(whole).RootElement.GetProperty("findings").EnumerateArray(), f => Assert.Equal("nobody-names-it", f.GetProperty("why").GetString()));
    }

    [Fact]
    public async Task Working_copies_are_the_owners_alone_and_those_of_a_living_process_are_left_to_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such permissions there.");
        await using var handover = await Handover.Open();
        handover.Add("1 rota.txt", Handover.Chat(5_000));
        using var program = new Program();
        using var store = await OnusStore.Open(handover.Data, null, TimeProvider.System, TestContext.Current.CancellationToken);
        var mine = Path.Combine(store.Working, "a copy");
        await File.WriteAllTextAsync(mine, "of evidence", TestContext.Current.CancellationToken);
        await KillAt("records.jsonl", program, handover);
        var (exit, _, error) = await program.Run(handover.Import);
        Assert.True(exit == 0, error);
        Assert.True(File.Exists(mine));
        Assert.Equal([store.Working, store.Working + ".lock"], Directory.EnumerateFileSystemEntries(handover.Working).Order(StringComparer.Ordinal));
        if (!OperatingSystem.IsWindows())
        {
            const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
            Assert.Equal((OwnerOnly, OwnerOnly), (File.GetUnixFileMode(handover.Working), File.GetUnixFileMode(store.Working)));
        }
    }

    /// <summary>Starts an import and kills it when it says a line of that beginning, or when it writes to a file of that name after it has begun to read.</summary>
    private static async Task KillAt(string moment, Program program, Handover handover)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var watch = new FileSystemWatcher(handover.Data) { IncludeSubdirectories = true, NotifyFilter = NotifyFilters.Size | NotifyFilters.LastWrite | NotifyFilters.FileName };
        using var process = program.Start(handover.Import);
        var reading = false;
        var writes = 0;
        void Written(object sender, FileSystemEventArgs e)
        {
            // The tenth write: in the middle, not at the beginning.
            if (Volatile.Read(ref reading) && e.Name!.EndsWith(moment, StringComparison.Ordinal) && Interlocked.Increment(ref writes) >= 10)
            {
                Kill();
            }
        }

        void Kill()
        {
            try
            {
                process.Kill();
            }
            catch (InvalidOperationException)
            {
                // It was faster.
            }
        }

        watch.Changed += Written;
        watch.Created += Written;
        watch.EnableRaisingEvents = true;
        while (await process.StandardError.ReadLineAsync(cancel) is { } line)
        {
            Volatile.Write(ref reading, reading || line.StartsWith("Reading", StringComparison.Ordinal));
            if (line.StartsWith(moment, StringComparison.Ordinal))
            {
                Kill();
            }
        }

        await process.WaitForExitAsync(cancel);
        watch.EnableRaisingEvents = false;
        Assert.Equal(137, process.ExitCode);
    }
}
