using System.IO.Compression;
using System.Text;
using Onus.Domain.Evidence;
using Onus.Ingest.Chats;
using Onus.Ingest.Contract;
using Onus.Ingest.Tests.Reading;

namespace Onus.Ingest.Tests.Chats;

public sealed class WhatsAppZipTests
{
    private const string Chat = "3/5/25, 18:06 - Asha: \u200E<attached: a.jpg>\n3/5/25, 18:07 - Bimal: ठिक छ\n3/5/25, 18:08 - Bimal: \u200E<attached: gone.opus>\n";

    [Fact]
    public void Media_become_attachments_with_hash_and_size_and_the_chain_names_the_chat()
    {
        byte[] picture = [1, 2, 3, 4];
        var run = FileRun.Of("chat.zip", Zip(("_chat.txt", Encoding.UTF8.GetBytes(Chat)), ("a.jpg", picture), ("never named.jpg", picture)), FileRun.Decided);
        Assert.Equal("whatsapp-zip", run.Summary.Format);
        Assert.Equal(3, run.Summary.Records);
        Assert.Equal(new Attachment("a.jpg", Sha256.Of(picture), 4), Assert.Single(run.Records[0].Attachments));
        Assert.Empty(run.Records[0].Warnings);
        Assert.Equal(["attachment-missing:gone.opus"], run.Records[2].Warnings);
        Assert.Equal(["beside-chat:never named.jpg"], run.Summary.Warnings);
        Assert.Equal((4L, new Skipped("beside-chat", 1)), (run.Summary.Seen, Assert.Single(run.Summary.Skipped)));
        var entry = Assert.Single(run.Records[1].Locator.Chain);
        Assert.Equal(ContainerEntry.InZip("_chat.txt", Sha256.Of(Encoding.UTF8.GetBytes(Chat))), entry);
        Assert.Equal(run.File.Blob, run.Records[1].Locator.Blob);
    }

    [Fact]
    public void Files_of_one_name_are_all_listed_and_said_to_differ()
    {
        byte[] first = [1, 2], second = [3];
        var run = FileRun.Of("chat.zip", Zip(("_chat.txt", Encoding.UTF8.GetBytes(Chat)), ("a.jpg", first), ("more/a.jpg", second), ("copy/a.jpg", first)), FileRun.Decided);
        Assert.Equal([Sha256.Of(first), Sha256.Of(second)], run.Records[0].Attachments.Select(attachment => attachment.Sha256!.Value));
        Assert.Equal(["attachment-doubled:a.jpg"], run.Records[0].Warnings);
        Assert.Equal(["attachment-doubled:a.jpg"], run.Summary.Warnings);
    }

    [Fact]
    public void The_chat_is_found_among_texts_that_are_media()
    {
        var run = FileRun.Of("x.zip", Zip(("a notes.txt", "buy rice"u8.ToArray()), ("WhatsApp Chat with Asha.txt", Encoding.UTF8.GetBytes(Chat))), FileRun.Decided);
        Assert.Equal(3, run.Summary.Records);
        Assert.Equal(["beside-chat:a notes.txt"], run.Summary.Warnings);
    }

    [Fact]
    public void A_second_chat_is_counted_as_not_read()
    {
        var chat = Encoding.UTF8.GetBytes(Chat);
        var zip = Zip(("phone/_chat.txt", chat), ("phone2/_chat.txt", chat), ("phone2/third.txt", chat), ("notes.txt", "buy rice"u8.ToArray()));
        var run = FileRun.Of("x.zip", zip, FileRun.Decided);
        Assert.Equal((6L, 3L), (run.Summary.Seen, run.Summary.Records));
        Assert.Equal([new Skipped("another-chat", 2), new Skipped("beside-chat", 1)], run.Summary.Skipped);
        Assert.Equal([new Skipped("needs-decision", 3), new Skipped("another-chat", 2)], FileRun.Of("x.zip", zip, new ReadOptions()).Summary.Skipped);
    }

    [Fact]
    public void What_no_message_names_is_no_part_of_the_chat_and_is_counted_as_not_read_by_its_name()
    {
        (string, byte[])[] entries =
        [
            ("chat/_chat.txt", Encoding.UTF8.GetBytes(Chat)), ("chat/a.jpg", [1]), ("chat/PTT-1.opus", [2]), ("chat/payroll.csv", "a,b"u8.ToArray()), ("bank/payroll.csv", "c,d"u8.ToArray()),
            ("calls/rec.m4a", [3]), ("__MACOSX/chat/._a.jpg", [4]), ("../out.csv", [5]),
        ];
        var zip = Zip(entries);
        var run = FileRun.Of("x.zip", zip, FileRun.Decided);
        Assert.Equal((6L, 3L, new Skipped("beside-chat", 3)), (run.Summary.Seen, run.Summary.Records, Assert.Single(run.Summary.Skipped)));
        Assert.Equal(
            ["name-leaves-folder:../out.csv", "files-of-mac:1", "beside-chat:bank/payroll.csv", "beside-chat:calls/rec.m4a", "beside-chat:chat/payroll.csv", "media-unreferenced:PTT-1.opus"],
            run.Summary.Warnings);
        var parts = new WhatsAppZip().PartsOf(EvidenceFile.Of("x.zip", zip), isFolder: false)!;
        Assert.False(parts.IsFolder);
        Assert.Equal(["bank/payroll.csv", "calls/rec.m4a", "chat/payroll.csv"], parts.Beside.Order(StringComparer.Ordinal));
        Assert.True(new WhatsAppZip().PartsOf(EvidenceFile.Of("x.zip", zip), isFolder: true)!.IsFolder);
        Assert.Null(new WhatsAppZip().PartsOf(EvidenceFile.Of("x.zip", Zip(("a.csv", [1]))), isFolder: false));
    }

    [Fact]
    public void Decisions_are_asked_for_as_in_a_plain_chat()
    {
        var run = FileRun.Of("x.zip", Zip(("_chat.txt", Encoding.UTF8.GetBytes(Chat))), new ReadOptions());
        Assert.Equal(["date-order", "zone"], run.Summary.NeedsDecision.Select(d => d.What));
    }

    [Theory]
    [InlineData("../../evil.jpg")]
    [InlineData("/etc/evil.jpg")]
    [InlineData("..\\evil.jpg")]
    [InlineData("C:\\evil.jpg")]
    public void A_file_whose_name_leaves_the_folder_is_not_read_and_named(string name)
    {
        var run = FileRun.Of("x.zip", Zip(("_chat.txt", Encoding.UTF8.GetBytes(Chat)), (name, [1])), FileRun.Decided);
        Assert.Equal(3, run.Summary.Records);
        Assert.Equal(["name-leaves-folder:" + name], run.Summary.Warnings);
    }

    [Fact]
    public void A_chat_whose_name_leaves_the_folder_is_refused()
    {
        var run = FileRun.Of("x.zip", Zip(("../_chat.txt", Encoding.UTF8.GetBytes(Chat))), FileRun.Decided);
        Assert.Equal((1, "name-leaves-folder"), (run.Summary.ExitCode, run.Summary.Failure));
    }

    [Fact]
    public void A_container_that_unpacks_to_far_more_than_it_holds_is_refused()
    {
        var run = FileRun.Of("x.zip", Zip(("_chat.txt", Encoding.UTF8.GetBytes(Chat)), ("a.jpg", new byte[80 * 1024 * 1024])), FileRun.Decided);
        Assert.Equal((1, "unpacks-too-large"), (run.Summary.ExitCode, run.Summary.Failure));
        Assert.Empty(run.Records);
    }

    [Fact]
    public void A_wrong_checksum_is_damage()
    {
        var bytes = Zip(CompressionLevel.NoCompression, ("_chat.txt", Encoding.UTF8.GetBytes(Chat)));
        var at = bytes.AsSpan().IndexOf("Bimal"u8);
        bytes[at] = (byte)'b';
        Assert.Equal("damaged", FileRun.Of("x.zip", bytes, FileRun.Decided).Summary.Failure);
    }

    [Fact]
    public void A_cut_off_container_is_truncated()
    {
        var bytes = Zip(("_chat.txt", Encoding.UTF8.GetBytes(Chat)), ("a.jpg", [.. Enumerable.Range(0, 5000).Select(i => (byte)(i * i % 251))]));
        var run = FileRun.Of("x.zip", bytes[..^200], FileRun.Decided);
        Assert.Equal((1, "truncated"), (run.Summary.ExitCode, run.Summary.Failure));
    }

    [Fact]
    public void An_encrypted_container_is_said_to_be_encrypted()
    {
        // Bit 0 of the general purpose flags, in the local header (offset 6) and in the directory (offset 8).
        var bytes = Zip(("_chat.txt", Encoding.UTF8.GetBytes(Chat)));
        bytes[6] |= 1;
        bytes[bytes.AsSpan().IndexOf("PK\u0001\u0002"u8) + 8] |= 1;
        var run = FileRun.Of("x.zip", bytes, FileRun.Decided);
        Assert.Equal((1, "encrypted"), (run.Summary.ExitCode, run.Summary.Failure));
        Assert.Equal(new Skipped("encrypted", 1), Assert.Single(run.Summary.Skipped));
    }

    [Fact]
    public void A_container_without_a_chat_is_in_no_known_style()
    {
        Assert.Equal("no-known-style", FileRun.Of("x.zip", Zip(("a.jpg", [1, 2])), FileRun.Decided).Summary.Failure);
    }

    internal static byte[] Zip(params (string Name, byte[] Bytes)[] entries) => Zip(CompressionLevel.Optimal, entries);

    private static byte[] Zip(CompressionLevel level, params (string Name, byte[] Bytes)[] entries)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in entries)
            {
                using var entry = archive.CreateEntry(name, level).Open();
                entry.Write(bytes);
            }
        }

        return stream.ToArray();
    }
}
