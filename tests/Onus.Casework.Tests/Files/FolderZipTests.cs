using System.IO.Compression;
using System.Text;
using Onus.Casework.Files;

namespace Onus.Casework.Tests.Files;

public sealed class FolderZipTests
{
    private const string Chat = "3/5/25, 18:06 - Asha: \u200E<attached: a.jpg>\n3/5/25, 18:07 - Bimal: the lease\n3/5/25, 18:08 - Bimal: lease.pdf (file attached)\n";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public Task A_chat_with_its_media_stays_one_file() => Gives(["in.zip"], ("_chat.txt", Chat), ("a.jpg", "1"), ("VID-1.mp4", "2"));

    [Fact]
    public Task A_chat_in_a_folder_of_its_own_stays_one_file() => Gives(["in.zip"], ("phone/WhatsApp Chat with Asha.txt", Chat), ("phone/a.jpg", "1"));

    [Fact]
    public Task A_document_that_a_message_names_is_media() => Gives(["in.zip"], ("_chat.txt", Chat), ("lease.pdf", "1"));

    [Fact]
    public Task A_folder_with_two_chats_and_a_statement_becomes_its_files() =>
        Gives(["in.zip/phone/_chat.txt", "in.zip/phone2/_chat.txt", "in.zip/bank/a.csv"], ("phone/_chat.txt", Chat), ("phone2/_chat.txt", Chat + "x"), ("bank/a.csv", "a,b"));

    [Fact]
    public Task A_file_beside_a_chat_that_no_message_names_is_a_file() => Gives(["in.zip/_chat.txt", "in.zip/a.csv"], ("_chat.txt", Chat), ("a.csv", "a,b"));

    [Fact]
    public Task A_second_text_is_a_file() => Gives(["in.zip/_chat.txt", "in.zip/notes.txt"], ("_chat.txt", Chat), ("notes.txt", "buy rice"));

    [Fact]
    public Task A_picture_in_another_folder_is_a_file() => Gives(["in.zip/phone/_chat.txt", "in.zip/scans/a.jpg"], ("phone/_chat.txt", Chat), ("scans/a.jpg", "1"));

    [Fact]
    public Task What_is_called_a_folder_and_holds_bytes_is_a_file() =>
        Gives(["in.zip/a.txt", "in.zip/ledger.csv", "in.zip/in/c.txt"], ("a.txt", "one"), ("ledger.csv/", "date,paid"), ("in/", ""), ("in/c.txt", "two"));

    [Fact]
    public async Task What_is_damaged_or_leads_out_of_the_folder_stays_out_by_name_and_the_rest_arrives_whole()
    {
        // Sixteen chunks of the child, and no two alike.
        var large = new byte[4_000_001];
        new Random(7).NextBytes(large);
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in new[] { ("a.txt", "first"u8.ToArray()), ("../b.txt", "second"u8.ToArray()), ("c.bin", large), ("damaged.txt", "the third line"u8.ToArray()), ("empty.txt", []) })
            {
                await using var entry = await archive.CreateEntry(name, CompressionLevel.NoCompression).OpenAsync(Cancel);
                await entry.WriteAsync(bytes, Cancel);
            }
        }

        var whole = zip.ToArray();
        whole[whole.AsSpan().IndexOf("third"u8)] ^= 1;
        await using var unit = await Unit.Open();
        await using var drop = (await new DropFiles(unit.Store).Handle(Unit.Ref, unit.Counsel, Cancel)).Value;
        await FolderZip.Add(drop, "in.zip", new MemoryStream(whole), unit.Store.Working, Cancel);
        Assert.Equal(["in.zip/a.txt", "in.zip/c.bin", "in.zip/empty.txt"], drop.Stored.Select(f => f.Name));
        Assert.Equal(Onus.Domain.Evidence.Sha256.Of(large), drop.Stored[1].Blob);
        Assert.Equal([("in.zip/../b.txt", "name-leaves-folder"), ("in.zip/damaged.txt", "damaged")], drop.Rejected.Select(r => (r.Name, r.Reason)));
    }

    [Theory]
    [InlineData("no zip at all")]
    [InlineData("PK\u0003\u0004 and then nothing")]
    public async Task What_cannot_be_opened_is_kept_as_it_came(string bytes)
    {
        await using var unit = await Unit.Open();
        await using var drop = (await new DropFiles(unit.Store).Handle(Unit.Ref, unit.Counsel, Cancel)).Value;
        await FolderZip.Add(drop, "in.zip", new MemoryStream(Encoding.UTF8.GetBytes(bytes)), unit.Store.Working, Cancel);
        Assert.Equal(["in.zip"], drop.Stored.Select(f => f.Name));
        Assert.Empty(drop.Rejected);
    }

    [Theory]
    [InlineData]
    [InlineData("phone/")]
    [InlineData("phone/", "phone/chats/", "bank/")]
    public async Task A_folder_in_which_no_file_lies_is_rejected_by_name_with_its_reason(params string[] folders)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            Array.ForEach(folders, folder => archive.CreateEntry(folder));
        }

        await using var unit = await Unit.Open();
        await using var drop = (await new DropFiles(unit.Store).Handle(Unit.Ref, unit.Counsel, Cancel)).Value;
        await FolderZip.Add(drop, "in.zip", new MemoryStream(zip.ToArray()), unit.Store.Working, Cancel);
        Assert.Empty(drop.Stored);
        var rejected = Assert.Single(drop.Rejected);
        Assert.Equal(("in.zip", "folder-empty"), (rejected.Name, rejected.Reason));
        Assert.StartsWith("there is no file in it", Unit.Texts["rejected." + rejected.Reason], StringComparison.Ordinal);
        var run = (await drop.Finish(Cancel)).Value;
        Assert.Equal((0, 1), (run.Stored, run.Rejected.Count));
    }

    private static async Task Gives(string[] names, params (string Name, string Text)[] entries)
    {
        await using var unit = await Unit.Open();
        await using var drop = (await new DropFiles(unit.Store).Handle(Unit.Ref, unit.Counsel, Cancel)).Value;
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                await using var entry = await archive.CreateEntry(name).OpenAsync(Cancel);
                await entry.WriteAsync(Encoding.UTF8.GetBytes(text), Cancel);
            }
        }

        zip.Position = 0;
        await FolderZip.Add(drop, "in.zip", zip, unit.Store.Working, Cancel);
        Assert.Equal(names, drop.Stored.Select(f => f.Name));
        Assert.Empty(drop.Rejected);
        Assert.True((await drop.Finish(Cancel)).IsOk);
    }
}
