using System.Text.Json;

namespace Onus.Cli.Tests.Faults;

/// <summary>Files that really end the program that reads them. Nothing else may come to harm.</summary>
public sealed class FilesThatKillTheirReaderTests
{
    [Theory]
    [InlineData("bottomless", "reader-died", "bottomless.pdf ended its reader. The file is kept; nothing of it was read.")]
    [InlineData("bomb", "reader-out-of-memory", "bomb.pdf asked for more memory than a reader may use. Nothing of it was read.")]
    public async Task Read_says_so_in_one_sentence_and_leaves_nothing_behind(string which, string failure, string sentence)
    {
        using var program = new Program();
        var folder = Directory.CreateTempSubdirectory("onus-hostile-");
        try
        {
            var path = Path.Combine(folder.FullName, which + ".pdf");
            await File.WriteAllBytesAsync(path, Bytes(which), TestContext.Current.CancellationToken);
            var (exit, output, error) = await program.Run("read", path, "--json");
            Assert.Equal(1, exit);
            Assert.Equal(sentence, error.TrimEnd());
            var summary = JsonDocument.Parse(Assert.Single(output.TrimEnd().Split('\n'))).RootElement.GetProperty("summary");
            Assert.Equal((1, 0), (summary.GetProperty("seen").GetInt32(), summary.GetProperty("records").GetInt32()));
            var skipped = Assert.Single(summary.GetProperty("skipped").EnumerateArray());
            Assert.Equal((failure, 1), (skipped.GetProperty("reason").GetString(), skipped.GetProperty("count").GetInt32()));
            Assert.Empty(program.Left);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Import_keeps_such_a_file_unread_and_reads_those_before_and_after_it()
    {
        await using var handover = await Handover.Open();
        handover.Add("1 chat.txt", Handover.Chat(30));
        handover.Add("2 bottomless.pdf", HostilePdf.Bottomless());
        handover.Add("3 chat.txt", Handover.Chat(40, "Worker 1"));
        using var program = new Program();
        var (exit, output, error) = await program.Run(handover.Import);
        Assert.True(exit == 0, error + output);
        var files = JsonDocument.Parse(output).RootElement.GetProperty("files").EnumerateArray().ToList();
        Assert.Equal(["read", "unusable", "read"], files.Select(f => f.GetProperty("status").GetString()));
        Assert.Equal([30L, 0L, 40L], files.Select(f => f.GetProperty("records").GetInt64()));
        Assert.Equal("reader-died", files[1].GetProperty("failure").GetString());
        Assert.Equal(70, handover.Count("StoredRecords"));
        Assert.Empty(Directory.EnumerateFileSystemEntries(handover.Working));
        Assert.Empty(handover.Unfinished);
        Assert.Empty(program.Left);
        Assert.Equal(0, (await Folder.Run("verify", handover.Data)).Exit);
    }

    private static byte[] Bytes(string which) => which == "bomb" ? HostilePdf.Bomb() : HostilePdf.Bottomless();
}
