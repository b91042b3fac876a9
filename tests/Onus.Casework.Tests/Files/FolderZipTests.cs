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
        Gives(["in.zip", "in.zip/phone/_chat.txt", "in.zip/phone2/_chat.txt", "in.zip/bank/a.csv"], ("phone/_chat.txt", Chat), ("phone2/_chat.txt", Chat + "x"), ("bank/a.csv", "a,b"));

    [Fact]
    public Task A_file_beside_a_chat_that_no_message_names_is_a_file() => Gives(["in.zip", "in.zip/_chat.txt", "in.zip/a.csv"], ("_chat.txt", Chat), ("a.csv", "a,b"));

    [Fact]
    public Task A_second_text_is_a_file() => Gives(["in.zip", "in.zip/_chat.txt", "in.zip/notes.txt"], ("_chat.txt", Chat), ("notes.txt", "buy rice"));

    [Fact]
    public Task A_picture_in_another_folder_is_a_file() => Gives(["in.zip", "in.zip/phone/_chat.txt", "in.zip/scans/a.jpg"], ("phone/_chat.txt", Chat), ("scans/a.jpg", "1"));

    [Fact]
    public Task A_picture_that_no_message_names_is_a_file_too() => Gives(["in.zip", "in.zip/passport.jpg"], ("_chat.txt", Chat), ("a.jpg", "1"), ("passport.jpg", "2"), ("PTT-1.opus", "3"));

    [Fact]
    public Task Nobody_says_that_it_is_a_folder_and_tables_beside_its_chat_are_files_all_the_same() =>
        Found(["in.zip", "in.zip/payroll.csv", "in.zip/bank/roster.csv"], ("WhatsApp Chat with X.txt", Chat), ("payroll.csv", "a,b"), ("a.jpg", "1"), ("lease.pdf", "2"), ("bank/roster.csv", "c,d"));

    [Fact]
    public Task Nobody_says_so_and_two_chats_are_two_files() =>
        Found(["in.zip", "in.zip/phone/_chat.txt", "in.zip/phone2/_chat.txt", "in.zip/phone2/a.jpg"], ("phone/_chat.txt", Chat), ("phone2/_chat.txt", Chat + "x"), ("phone2/a.jpg", "1"));

    [Fact]
    public Task Nobody_says_so_and_a_zip_without_a_chat_stays_one_file() => Found(["in.zip"], ("a.csv", "a,b"), ("b.pdf", "1"));

    [Fact]
    public Task A_chat_with_its_media_alone_stays_one_file_there_too() => Found(["in.zip"], ("_chat.txt", Chat), ("a.jpg", "1"), ("lease.pdf", "2"), ("VID-1.mp4", "3"));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_zip_in_a_zip_is_looked_into(bool isFolder)
    {
        var inner = await Zip(("_chat.txt", Encoding.UTF8.GetBytes(Chat)), ("payroll.csv", "a,b"u8.ToArray()));
        var plain = await Zip(("x.csv", "a,b"u8.ToArray()));
        await using var unit = await Unit.Open();
        await using var drop = (await new DropFiles(unit.Store).Handle(Unit.Ref, unit.Counsel, Cancel)).Value;
        var outer = await Zip(("inner.zip", inner), ("plain.zip", plain), ("_chat.txt", Encoding.UTF8.GetBytes(isFolder ? "notes" : Chat + "x")));
        await (isFolder ? FolderZip.Add(drop, "in.zip", new MemoryStream(outer), Cancel) : drop.Add("in.zip", new MemoryStream(outer), Cancel));
        string[] inside = ["in.zip/inner.zip", "in.zip/inner.zip/payroll.csv", "in.zip/plain.zip"];
        Assert.Equal(isFolder ? ["in.zip", .. inside, "in.zip/_chat.txt"] : ["in.zip", .. inside], drop.Stored.Select(f => f.Name));
        Assert.Empty(drop.Rejected);
        Assert.True((await drop.Finish(Cancel)).IsOk);
        Assert.Empty(Directory.EnumerateFileSystemEntries(unit.Store.Working, "*.zip"));
    }

    [Fact]
    public async Task A_zip_that_is_here_already_gives_what_lay_beside_its_chat()
    {
        // As a case of before has it: stored as one file, its tables unread.
        var zip = await Zip(("_chat.txt", Encoding.UTF8.GetBytes(Chat)), ("payroll.csv", "a,b"u8.ToArray()));
        await using var unit = await Unit.Open();
        var kept = await unit.Store.Vault.Store(new MemoryStream(zip), Cancel);
        await unit.Drop(("first.txt", "one"u8.ToArray()));
        var first = (await unit.List()).Files.Single();
        await using (var work = unit.Store.Begin(unit.Counsel))
        {
            work.Add(first with { Id = new(Guid.CreateVersion7()), Name = "in.zip", Title = "in.zip", Blob = kept.Hash, VaultName = kept.Name, Bytes = kept.Bytes });
            Assert.True((await work.Commit(new(first.CaseId, Onus.Domain.Access.Acts.FilesDropped), Cancel)).IsOk);
        }

        await using var drop = (await new DropFiles(unit.Store).Handle(Unit.Ref, unit.Counsel, Cancel)).Value;
        await drop.Add("in.zip", new MemoryStream(zip), Cancel);
        Assert.Equal(["in.zip/payroll.csv"], drop.Stored.Select(f => f.Name));
        Assert.Equal([("in.zip", "already-here")], drop.Rejected.Select(r => (r.Name, r.Reason)));
    }

    [Fact]
    public Task What_is_called_a_folder_and_holds_bytes_is_a_file() =>
        Gives(["in.zip", "in.zip/a.txt", "in.zip/ledger.csv", "in.zip/in/c.txt"], ("a.txt", "one"), ("ledger.csv/", "date,paid"), ("in/", ""), ("in/c.txt", "two"));

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
        await FolderZip.Add(drop, "in.zip", new MemoryStream(whole), Cancel);
        Assert.Equal(["in.zip", "in.zip/a.txt", "in.zip/c.bin", "in.zip/empty.txt"], drop.Stored.Select(f => f.Name));
        Assert.Equal(Onus.Domain.Evidence.Sha256.Of(large), drop.Stored[2].Blob);
        Assert.Equal([("in.zip/../b.txt", "name-leaves-folder"), ("in.zip/damaged.txt", "damaged")], drop.Rejected.Select(r => (r.Name, r.Reason)));
    }

    [Theory]
    [InlineData("no zip at all")]
    [InlineData("PK\u0003\u0004 and then nothing")]
    public async Task What_cannot_be_opened_is_kept_as_it_came(string bytes)
    {
        await using var unit = await Unit.Open();
        await using var drop = (await new DropFiles(unit.Store).Handle(Unit.Ref, unit.Counsel, Cancel)).Value;
        await FolderZip.Add(drop, "in.zip", new MemoryStream(Encoding.UTF8.GetBytes(bytes)), Cancel);
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
        await FolderZip.Add(drop, "in.zip", new MemoryStream(zip.ToArray()), Cancel);
        Assert.Empty(drop.Stored);
        var rejected = Assert.Single(drop.Rejected);
        Assert.Equal(("in.zip", "folder-empty"), (rejected.Name, rejected.Reason));
        Assert.StartsWith("there is no file in it", Unit.Texts["rejected." + rejected.Reason], StringComparison.Ordinal);
        var run = (await drop.Finish(Cancel)).Value;
        Assert.Equal((0, 1), (run.Stored, run.Rejected.Count));
    }

    private static Task Gives(string[] names, params (string Name, string Text)[] entries) => Gives(names, isFolder: true, entries);

    private static Task Found(string[] names, params (string Name, string Text)[] entries) => Gives(names, isFolder: false, entries);

    private static async Task Gives(string[] names, bool isFolder, (string Name, string Text)[] entries)
    {
        await using var unit = await Unit.Open();
        await using var drop = (await new DropFiles(unit.Store).Handle(Unit.Ref, unit.Counsel, Cancel)).Value;
        using var zip = new MemoryStream(await Zip([.. entries.Select(entry => (entry.Name, Encoding.UTF8.GetBytes(entry.Text)))]));
        await (isFolder ? FolderZip.Add(drop, "in.zip", zip, Cancel) : drop.Add("in.zip", zip, Cancel));
        Assert.Equal(names, drop.Stored.Select(f => f.Name));
        Assert.Empty(drop.Rejected);
        Assert.True((await drop.Finish(Cancel)).IsOk);
    }

    private static async Task<byte[]> Zip(params (string Name, byte[] Bytes)[] entries)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in entries)
            {
                await using var entry = await archive.CreateEntry(name).OpenAsync(Cancel);
                await entry.WriteAsync(bytes, Cancel);
            }
        }

        return zip.ToArray();
    }
}
