using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Onus.Cli.Tests.Faults;

/// <summary>A disk that fills up in the middle of an import: a small one of its own, made for the test where the system allows that.</summary>
[Trait("Ring", "faults")]
public sealed class FullDiskTests
{
    // Bytes left free: the database cannot be opened; a file not stored; a working copy not made; the records not spooled; the records not written.
    private static readonly int[] Free = [0, 700_000, 2_000_000, 6_000_000, 14_000_000];

    [Fact]
    public async Task Wherever_it_fills_up_one_sentence_says_so_nothing_is_half_written_and_with_room_the_same_import_succeeds()
    {
        Assert.SkipUnless(await MayMount(), "skipped: a disk of its own needs the right to mount one.");
        await using var handover = await Handover.Open();
        handover.Add("1 chat.txt", Handover.Chat(300));
        handover.Add("2 rota.txt", Handover.Chat(20_000, "Worker 1"));
        var results = Directory.CreateTempSubdirectory("onus-full-disk-");
        try
        {
            var disk = Path.Combine(results.FullName, "disk");
            Directory.CreateDirectory(disk);
            await File.WriteAllTextAsync(Path.Combine(results.FullName, "script"), Script(handover, disk), TestContext.Current.CancellationToken);
            Assert.Equal(0, await Run("unshare", "--mount", "sh", Path.Combine(results.FullName, "script"), results.FullName, handover.Data));
            foreach (var free in Free)
            {
                Check(Path.Combine(results.FullName, $"{free}"), disk);
            }

            var last = Path.Combine(results.FullName, "last");
            Assert.True(Said(last, "exit") == "0", Said(last, "error"));
            var files = JsonDocument.Parse(Said(last, "output")).RootElement.GetProperty("files").EnumerateArray();
            Assert.Equal([300L, 20_000L], files.Select(f => f.GetProperty("records").GetInt64()));
            Assert.Equal("0", Said(last, "verified"));
            Assert.Equal("", Said(last, "left"));
            Assert.Equal((2L, 20_300L), (Handover.Count("Materials", Path.Combine(last, "onus.db")), Handover.Count("StoredRecords", Path.Combine(last, "onus.db"))));
        }
        finally
        {
            results.Delete(recursive: true);
        }
    }

    private static void Check(string result, string disk)
    {
        var errors = Said(result, "error").Split('\n').Where(line => !line.StartsWith("Storing", StringComparison.Ordinal) && !line.StartsWith("Reading", StringComparison.Ordinal));
        Assert.Equal(
            $"The disk with {disk}/data is full. Nothing was left half-written: make room and give the same command again, it goes on where it stopped.",
            string.Join('\n', errors));
        Assert.Equal("2", Said(result, "exit"));
        Assert.Equal("", Said(result, "output"));
        Assert.Equal("", Said(result, "left"));
        Assert.Equal("0", Said(result, "verified"));
        Assert.Contains(Handover.Count("StoredRecords", Path.Combine(result, "onus.db")), new long[] { 0, 300 });
    }

    /// <summary>
    /// Fills the disk up to so many bytes, imports, says what was left in the working folder and in the vault, makes room, verifies; and at last
    /// imports with room. $1: where the results go, $2: the data folder.
    /// </summary>
    private static string Script(Handover handover, string disk)
    {
        var import = string.Join(' ', handover.ImportInto(disk + "/data").Select(word => $"'{word}'"));
        return $$"""
            set -eu
            mount -t tmpfs -o size=96m tmpfs '{{disk}}'
            cp -R "$2" '{{disk}}/data'
            attempt() {
              mkdir -p "$1/$2" "$1/tmp"
              code=0
              TMPDIR="$1/tmp" '{{Path.Combine(AppContext.BaseDirectory, "Onus.Cli")}}' {{import}} >"$1/$2/output" 2>"$1/$2/error" || code=$?
              echo "$code" >"$1/$2/exit"
              find '{{disk}}/data/working' '{{disk}}/data/vault/arriving' "$1/tmp" -mindepth 1 >"$1/$2/left" 2>"$1/none" || true
              rm -f '{{disk}}/filler'
              code=0
              '{{Path.Combine(AppContext.BaseDirectory, "Onus.Cli")}}' verify '{{disk}}/data' >"$1/$2/verify" 2>&1 || code=$?
              echo "$code" >"$1/$2/verified"
              cp '{{disk}}'/data/onus.db* "$1/$2/"
            }
            for free in {{string.Join(' ', Free)}}; do
              room=$(($(stat -f -c '%a * %S' '{{disk}}')))
              head -c $((room - free)) /dev/zero >'{{disk}}/filler'
              attempt "$1" "$free"
            done
            attempt "$1" last
            """;
    }

    private static string Said(string result, string what) => File.ReadAllText(Path.Combine(result, what)).TrimEnd();

    private static async Task<bool> MayMount() =>
        OperatingSystem.IsLinux() && File.Exists("/usr/bin/unshare") && await Run("unshare", "--mount", "mount", "-t", "tmpfs", "tmpfs", "/mnt") == 0;

    private static async Task<int> Run(string program, params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo(program, words) { UseShellExecute = false, RedirectStandardError = true, StandardErrorEncoding = Encoding.UTF8 })!;
        var said = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        TestContext.Current.TestOutputHelper?.WriteLine(said);
        return process.ExitCode;
    }
}
