using System.IO.Compression;
using System.Text;
using Onus.Domain.Evidence;
using Onus.Ingest.Chats;
using Onus.Ingest.Contract;
using Onus.Ingest.Tests.Reading;

namespace Onus.Ingest.Tests.Chats;

/// <summary>Chats from other phones, languages and hands: forms that are rare, and what must not be taken for them.</summary>
public sealed class ChatTrapsTests
{
    [Theory]
    [InlineData("18:06, 3/5/25 - ", "2025-05-03T18:06:00")]
    [InlineData("[18:06:13, 03/05/2025] ", "2025-05-03T18:06:13")]
    [InlineData("6:06 PM, 3/5/2025 - ", "2025-05-03T18:06:00")]
    [InlineData("2025.05.03 - 18:06:13; ", "2025-05-03T18:06:13")]
    [InlineData("03/05/2025 - 6:06 PM; ", "2025-05-03T18:06:00")]
    [InlineData("3/5/25, 18:06 \u2014 ", "2025-05-03T18:06:00")]
    [InlineData("3.5.25, 6:06 e pasdites - ", "2025-05-03T18:06:00")]
    [InlineData("3.5.25, 6:06 e paradites - ", "2025-05-03T06:06:00")]
    [InlineData("2025-05-03, 6:06 түштөн кийинки - ", "2025-05-03T18:06:00")]
    [InlineData("2025-05-03, 6:06 چۈشتىن كېيىن - ", "2025-05-03T18:06:00")]
    public void More_beginnings_are_known(string head, string local)
    {
        var run = FileRun.Of(head + "Ana: hi\n" + head + "Velo: ho\n");
        Assert.Equal(["Ana", "Velo"], run.Senders);
        Assert.Equal(local, run.Records[0].Time.Local);
        Assert.All(run.Records, r => Assert.Empty(r.Warnings));
    }

    [Theory]
    [InlineData("3/5/25, 18:06 see you - later")]
    [InlineData("3/5/25 - 18:06 we meet")]
    [InlineData("3/5/25 - 18:06 - we meet")]
    [InlineData("18:06 - later")]
    [InlineData("18:06, 3 of us - later")]
    public void What_is_no_beginning_stays_in_its_message(string line) =>
        Assert.Equal("hi\n" + line, Assert.Single(FileRun.Of("3/5/25, 18:05 - Ana: hi\n" + line + "\n").Records).Text);

    [Fact]
    public void A_line_copied_off_a_screen_stays_in_the_message_it_was_pasted_into()
    {
        var record = Assert.Single(FileRun.Of("3/5/25, 18:05 - Ana: look\n[18:01, 03/05/2025] Velo: I keep the keys\n").Records);
        Assert.Equal(("Ana", "line-looks-like-a-message"), (Assert.Single(record.Parties).Raw, Assert.Single(record.Warnings)));
    }

    [Theory]
    [InlineData("left")]
    [InlineData("joined")]
    [InlineData("started a video call")]
    [InlineData("was added")]
    [InlineData("salió")]
    public void One_word_that_WhatsApp_writes_too_is_the_word_of_whoever_stands_before_the_colon(string word)
    {
        var run = FileRun.Of("3/5/25, 18:05 - Ana: where is he?\n3/5/25, 18:06 - Velo: " + word + "\n3/5/25, 18:07 - Velo: ok\n");
        Assert.Equal(["Ana", "Velo", "Velo"], run.Senders);
        Assert.Equal(word, run.Texts[1]);
        Assert.All(run.Records, r => Assert.Empty(r.Warnings));
    }

    [Fact]
    public void A_name_that_only_sentences_of_WhatsApp_stand_under_is_pointed_out()
    {
        var run = FileRun.Of("3/5/25, 18:06 - Night Crew: Ilse added Velo\n3/5/25, 18:07 - Ilse: hi\n3/5/25, 18:08 - Night Crew: Velo left\n3/5/25, 18:09 - Ilse: Velo left\n");
        Assert.Equal(["may-be-system-line", "", "may-be-system-line", ""], run.Records.Select(r => string.Join(',', r.Warnings)));
    }

    [Fact]
    public void A_name_with_a_colon_that_a_sentence_states_is_not_cut()
    {
        var run = FileRun.Of("3/5/25, 18:05 - Ana: hi\n3/5/25, 18:06 - Ana added Boss: Port\n3/5/25, 18:06 - Boss: Port left\n3/5/25, 18:07 - Boss: hello\n3/5/25, 18:08 - Boss: Port: come\n");
        Assert.Equal(["Ana", null, null, "Boss", "Boss: Port"], run.Senders);
        var spanish = FileRun.Of("3/5/25, 18:05 - Tío: Puerto: hola\n3/5/25, 18:06 - Cambió tu código de seguridad con Tío: Puerto. Toca para obtener más información.\n");
        Assert.Equal(["Tío: Puerto", null], spanish.Senders);
        Assert.Equal(["Li", "Li"], FileRun.Of("3/5/25, 18:05 - Li\uFF1Ahi\n3/5/25, 18:06 - Li: ho\n").Senders);
    }

    [Theory]
    [InlineData("[14.08.2024, 21:02:00] A: a\r\n[14.08.2024, 21:03:00] B: see\n[14.08.2024, 21:03:30] A: I keep the keys")]
    [InlineData("[14.08.2024, 21:02:00] A: a\r\nand\r\n[14.08.2024, 21:03:00] B: see\n[14.08.2024, 21:03:30] A: I keep the keys\r\n")]
    public void A_message_behind_a_bare_line_feed_is_never_without_a_word(string chat)
    {
        var run = FileRun.Of(chat);
        Assert.Contains(run.Records.SelectMany(r => r.Warnings), w => w is "may-be-pasted" or "line-looks-like-a-message");
        Assert.Contains("may-be-pasted", run.Records[^1].Warnings);
    }

    [Fact]
    public void A_second_export_at_the_end_of_a_file_is_not_swallowed()
    {
        var first = string.Concat(Enumerable.Range(10, 40).Select(n => $"[1.8.24, 20:{n}:00] A: {n}\r\n"));
        var second = string.Concat(Enumerable.Range(10, 30).Select(n => $"[1.8.24, 21:{n}:00] B: {n}\n"));
        Assert.Equal(70, FileRun.Of(first + second[..^1]).Summary.Records);
    }

    [Fact]
    public void What_looks_like_a_message_behind_a_return_alone_is_pointed_out()
    {
        var run = FileRun.Of("[3.5.25, 18:06:00] Ana: one\nx\r[3.5.25, 18:07:00] Bob: two\r[3.5.25, 18:08:00] Ana: three\n");
        Assert.Equal(["line-looks-like-a-message"], Assert.Single(run.Records).Warnings);
    }

    [Theory]
    [InlineData("<Media omitted>\nlook at her", "media-omitted")]
    [InlineData("look at her \u200Eimage omitted", "media-omitted")]
    [InlineData("card.pdf \u2022 \u200E2 pages \u200Edocument omitted", "media-omitted")]
    [InlineData("\u200Evoice message omitted", "media-omitted")]
    [InlineData("<Video note omitted>", "media-omitted")]
    [InlineData("\u200ENachricht weggelassen", "media-omitted")]
    [InlineData("Waiting for this message. This may take a while.", "not-arrived")]
    [InlineData("\u200EWaiting for this message. Check your phone.", "not-arrived")]
    [InlineData("इस मैसेज का इंतज़ार है। इसमें समय लग सकता है।", "not-arrived")]
    [InlineData("Waiting for this message to be over", "")]
    [InlineData("what you said is omitted", "")]
    [InlineData("image omitted\nis what it says", "")]
    [InlineData("This message was deleted by admin Velo", "deleted")]
    [InlineData("null and void", "")]
    public void What_was_sent_and_is_not_there_is_said_and_nothing_else_is(string text, string warning)
    {
        var run = FileRun.Of("3/5/25, 18:06 - Ana: " + text + "\n3/5/25, 18:07 - Ana: bye\n3/5/25, 18:07 - Velo: bye\n");
        Assert.Equal(warning, string.Join(',', run.Records[0].Warnings));
        Assert.Equal(["Ana", "Ana", "Velo"], run.Senders);
    }

    [Fact]
    public void A_zip_that_a_Mac_packed_again_is_one_export_all_the_same()
    {
        const string Chat = "3/5/25, 18:06 - Ana: IMG-1.jpg (file attached)\n3/5/25, 18:07 - Ana: hi\n";
        string[] names = ["Chat/IMG-1.jpg", "Chat/.DS_Store", "__MACOSX/Chat/._IMG-1.jpg", "__MACOSX/Chat/.__chat.txt", "__MACOSX/._Chat"];
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in names.Select(n => (n, "x")).Prepend(("Chat/_chat.txt", Chat)))
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        var run = FileRun.Of("chat.zip", bytes.ToArray(), FileRun.Decided);
        Assert.Equal((2L, 0), (run.Summary.Records, run.Summary.Skipped.Count));
        Assert.NotNull(Assert.Single(run.Records[0].Attachments).Sha256);
        Assert.Equal(["files-of-mac:4"], run.Summary.Warnings);
        foreach (var isFolder in new[] { true, false })
        {
            var parts = new WhatsAppZip().PartsOf(EvidenceFile.Of("chat.zip", bytes.ToArray()), isFolder);
            Assert.False(parts!.IsFolder);
            Assert.Empty(parts.Beside);
        }
    }

    [Fact]
    public void A_group_call_is_a_call()
    {
        var record = Assert.Single(FileRun.Of("[3.5.25, 18:06:00] Velo: \u200EGroup call. \u200E3 joined\r\n").Records);
        Assert.Equal((RecordKind.SystemLine, "call"), (record.Kind, Assert.Single(record.Warnings)));
    }
}
