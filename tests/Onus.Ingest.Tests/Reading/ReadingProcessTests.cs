using System.Text;
using Onus.Domain.Evidence;
using Onus.Ingest.Contract;
using Onus.Ingest.Reading;

namespace Onus.Ingest.Tests.Reading;

public sealed class ReadingProcessTests : IDisposable
{
    private const string Chat = "3/5/25, 18:06 - Asha: namaste\n3/5/25, 18:07 - عمر: سلام\nand more\n";
    private readonly string folder = Directory.CreateTempSubdirectory("onus-reading-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_child_reads_what_the_reader_reads()
    {
        var path = Write("a name with 'quotes'.txt", Chat);
        var records = new List<EvidenceRecord>();
        var summary = await ReadingProcess.Read(path, "WhatsApp – Asha.txt", FileRun.Decided, records.Add, cancellation: TestContext.Current.CancellationToken);
        var here = FileRun.Of(Chat, name: "WhatsApp – Asha.txt");
        Assert.Equal(here.Lines(), string.Join('\n', [.. records.Select(RecordJson.Of), RecordJson.Of(summary)]));
    }

    [Fact]
    public async Task Decisions_failures_and_missing_files_come_back_as_summaries()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var undecided = await ReadingProcess.Read(Write("a.txt", Chat), null, new ReadOptions(), Fail, cancellation: cancellation);
        Assert.Equal(["date-order", "zone"], undecided.NeedsDecision.Select(d => d.What));
        var style = await ReadingProcess.Read(Write("b.txt", "no chat"), null, FileRun.Decided, Fail, cancellation: cancellation);
        Assert.Equal(Failures.NoKnownStyle, style.Failure);
        var missing = await ReadingProcess.Read(Path.Combine(folder, "missing.txt"), null, FileRun.Decided, Fail, cancellation: cancellation);
        Assert.Equal((2, Failures.CannotOpen), (missing.ExitCode, missing.Failure));
    }

    [Fact]
    public async Task A_child_that_takes_longer_than_its_budget_is_ended()
    {
        var limits = ReadingLimits.For(0) with { Wall = TimeSpan.FromMilliseconds(1) };
        var summary = await ReadingProcess.Read(Write("a.txt", Chat), null, FileRun.Decided, _ => { }, limits, TestContext.Current.CancellationToken);
        Assert.Equal((1, Failures.ReaderTooSlow), (summary.ExitCode, summary.Failure));
        Assert.Equal((1L, 0L), (summary.Seen, summary.Records));
    }

    [Fact]
    public async Task A_child_that_wants_more_memory_than_its_budget_is_ended_and_its_records_do_not_count()
    {
        // A message of 3 MiB needs far more than 12 MiB while it is decoded and written.
        var path = Write("a.txt", Chat + "3/5/25, 18:08 - Asha: " + new string('x', 3 * 1024 * 1024) + "\n");
        // A machine that is busy with other things collects memory slowly: time is not what ends the child here.
        var limits = new ReadingLimits(12 * 1024 * 1024, TimeSpan.FromMinutes(10));
        var emitted = 0;
        var summary = await ReadingProcess.Read(path, null, FileRun.Decided, _ => emitted++, limits, TestContext.Current.CancellationToken);
        Assert.Equal((1, Failures.ReaderOutOfMemory), (summary.ExitCode, summary.Failure));
        Assert.Equal(0, summary.Records);
        Assert.NotNull(summary.Sha256);
    }

    [Fact]
    public async Task A_child_that_is_killed_half_way_gives_a_failure_and_no_records_that_count()
    {
        // The pipe to the parent holds far less than these records: the child still writes when the caller lets go after the first one.
        var path = Write("a.txt", string.Concat(Enumerable.Range(0, 20_000).Select(i => $"3/5/25, 18:06 - Asha: message {i} {new string('x', 200)}\n")));
        using var cancel = new CancellationTokenSource();
        var emitted = 0;
        await Assert.ThrowsAsync<OperationCanceledException>(() => ReadingProcess.Read(
            path, null, FileRun.Decided, _ => { emitted++; cancel.Cancel(); }, cancellation: cancel.Token));
        Assert.InRange(emitted, 1, 19_999);
    }

    [Fact]
    public async Task A_child_outlives_the_thread_that_asked_for_it()
    {
        // Threads of the pool end when they have been idle; the kernel then ends the children that they started to die with their parent.
        var path = Write("a.txt", string.Concat(Enumerable.Range(0, 20_000).Select(i => $"3/5/25, 18:06 - Asha: message {i} {new string('x', 200)}\n")));
        using var begun = new ManualResetEventSlim();
        using var gone = new ManualResetEventSlim();
        var cancel = TestContext.Current.CancellationToken;
        Task<ReadSummary>? reading = null;
        var asker = new Thread(() =>
        {
            reading = ReadingProcess.Read(path, null, FileRun.Decided, Take);
            // A reading that fails before its first record fails this test, and does not hang it.
            WaitHandle.WaitAny([begun.WaitHandle, ((IAsyncResult)reading).AsyncWaitHandle, cancel.WaitHandle]);
        });
        asker.Start();
        asker.Join();
        gone.Set();
        var summary = await reading!;
        Assert.Equal((null, 20_000L), (summary.Failure, summary.Records));

        void Take(EvidenceRecord record)
        {
            // The child stands before a full pipe until the asker is gone.
            begun.Set();
            gone.Wait(cancel);
        }
    }

    [Fact]
    public async Task What_the_caller_throws_ends_the_child_and_reaches_the_caller()
    {
        var path = Write("a.txt", Chat);
        var thrown = await Record.ExceptionAsync(async () =>
        {
            var summary = await ReadingProcess.Read(path, null, FileRun.Decided, _ => throw new InvalidDataException(), cancellation: TestContext.Current.CancellationToken);
            // Where the child did not even come to its first record, the summary says why.
            Assert.Fail($"It ended: {summary}");
        });
        Assert.True(thrown is InvalidDataException, thrown?.Message);
    }

    /// <summary>Beside a program that brings its runtime along, nothing above its folder is shown to a reader.</summary>
    [Theory]
    [InlineData("/opt/onus/", "/opt/onus/", "/opt/onus/")]
    [InlineData("/opt/onus", "/opt/onus/", "/opt/onus/")]
    [InlineData("/usr/share/dotnet/shared/Microsoft.NETCore.App/10.0.12/", "/opt/onus/", "/usr/share/dotnet")]
    public void What_is_shown_of_the_runtime_is_the_runtime(string runtime, string program, string expected)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Paths of Linux.");
        Assert.Equal(expected, ReadingSandbox.RuntimeRoot(runtime, program));
    }

    [Fact]
    public void Where_bubblewrap_is_installed_it_is_used()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/bwrap"), "bubblewrap is not here.");
        Assert.SkipUnless(ReadingProcess.Sandboxed, "bubblewrap is here but does not work on this machine.");
        var start = ReadingSandbox.StartInfo(Write("a.txt", Chat), ReadingLimits.For(0));
        Assert.Contains("--unshare-all", start.ArgumentList);
        Assert.DoesNotContain("--bind", start.ArgumentList);
        Assert.False(start.Environment.ContainsKey("HOME"));
    }

    private static void Fail(EvidenceRecord record) => Assert.Fail("No record was expected.");

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text, new UTF8Encoding(false));
        return path;
    }
}
