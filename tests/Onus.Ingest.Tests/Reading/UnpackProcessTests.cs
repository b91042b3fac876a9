using System.IO.Compression;
using Onus.Ingest.Reading;

namespace Onus.Ingest.Tests.Reading;

/// <summary>The child that unpacks has its time for what it says next; how long we take to keep that is not its fault.</summary>
public sealed class UnpackProcessTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("onus-unpack-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Whoever_keeps_the_files_slowly_gets_them_all()
    {
        var taken = new List<string>();
        var outcome = await UnpackProcess.Each(Zip(3), "in.zip", isFolder: true, () => Task.CompletedTask, async (name, bytes) =>
        {
            await Task.Delay(TimeSpan.FromSeconds(3), Cancel);
            await bytes.CopyToAsync(Stream.Null, Cancel);
            taken.Add(name);
        }, (_, _) => { }, Cancel, new ReadingLimits(512L << 20, TimeSpan.FromSeconds(8)));
        Assert.Equal(UnpackProcess.Outcome.Unpacked, outcome);
        Assert.Equal(["file-0.txt", "file-1.txt", "file-2.txt"], taken);
    }

    [Fact]
    public async Task A_child_that_stops_in_the_middle_of_a_file_is_waited_for_no_longer_than_it_has()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("No signal stops a process there.");
        }

        var outcome = await UnpackProcess.Each(Zip(1, 40 << 20), "in.zip", isFolder: true, () => Task.CompletedTask, async (_, bytes) =>
        {
            var buffer = new byte[1 << 16];
            await bytes.ReadExactlyAsync(buffer, Cancel);
            StopChildren();
            await bytes.CopyToAsync(Stream.Null, Cancel);
        }, (_, _) => { }, Cancel, new ReadingLimits(512L << 20, TimeSpan.FromSeconds(4)));
        Assert.Equal(UnpackProcess.Outcome.ReaderDied, outcome);
    }

    private static void StopChildren()
    {
        // The children of this very process that unpack, however deep a sandbox puts them.
        using var stop = System.Diagnostics.Process.Start("/bin/sh", ["-c", $"for p in $(ps -eo pid=,ppid= | awk -v root={Environment.ProcessId} '{{ parent[$1] = $2 }} END {{ for (p in parent) {{ for (q = p; q > 1; q = parent[q]) if (q == root && p != root) {{ print p; break }} }} }}'); do [ $p = $$ ] || kill -STOP $p 2>/dev/null; done"]);
        stop.WaitForExit();
    }

    private string Zip(int files, int length = 10)
    {
        var path = Path.Combine(folder, "in.zip");
        using var archive = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        for (var i = 0; i < files; i++)
        {
            using var entry = archive.CreateEntry($"file-{i}.txt", CompressionLevel.NoCompression).Open();
            entry.Write(new byte[length]);
        }

        return path;
    }
}
