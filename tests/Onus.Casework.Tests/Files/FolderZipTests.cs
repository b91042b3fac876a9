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
