using System.IO.Compression;
using System.Net;
using Onus.Casework.Files;

namespace Onus.Web.Tests.Files;

/// <summary>A zip is asked about with files of its own kind: what is in it says which, and not that it is a zip.</summary>
public sealed class ZipKindsTests(Desk desk) : IClassFixture<Desk>
{
    [Theory]
    [InlineData(FileKind.Table, "a.csv", "b.csv")]
    [InlineData(FileKind.Table, "bank/", "bank/a.csv", "__MACOSX/bank/._a.csv")]
    [InlineData(FileKind.Chat, "_chat.txt", "IMG-1.jpg")]
    [InlineData(FileKind.Chat, "IMG-1.jpg", "PTT-1.opus", "_chat.txt")]
    [InlineData(FileKind.Chat, "IMG-1.jpg")]
    [InlineData(FileKind.Chat, "list.csv", "WhatsApp Chat.txt")]
    [InlineData(FileKind.Rest, "a.csv", "letter.docx")]
    [InlineData(FileKind.Chat)]
    public void What_is_in_a_zip_says_what_it_is(FileKind kind, params string[] names) => Assert.Equal(kind, FileKinds.Of("x.zip", Zip(names)));

    [Fact]
    public async Task A_zip_of_tables_is_answered_for_with_the_tables()
    {
        using (await desk.Send(await desk.Hidden($"/cases/{Desk.Case}/files/add"), ("files", "bank.csv", "a,b\n1,2\n"u8.ToArray()), ("files", "more.zip", Zip("2024.csv", "2025.csv"))))
        {
        }

        var page = WebUtility.HtmlDecode(await desk.Person.GetStringAsync(new Uri($"/cases/{Desk.Case}/files/questions", UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Contains("Tables", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Chats", page, StringComparison.Ordinal);
    }

    private static byte[] Zip(params string[] names)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in names)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(name.EndsWith('/') ? [] : "a,b\n1,2\n"u8);
            }
        }

        return bytes.ToArray();
    }
}
