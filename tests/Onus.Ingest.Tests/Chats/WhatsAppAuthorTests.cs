using System.IO.Compression;
using System.Text;
using Onus.Domain.Evidence;
using Onus.Ingest.Tests.Reading;

namespace Onus.Ingest.Tests.Chats;

/// <summary>Who wrote a line, and whether anybody did: words in another person's mouth are the worst that a chat can be read wrong.</summary>
public sealed class WhatsAppAuthorTests
{
    [Theory]
    [InlineData("[04.08.2024, 09:00:00] Ilse: I keep the keys")]
    [InlineData("[14.08.2024, 21:30:00] Ilse: not yet, later")]
    [InlineData("[04.08.2024, 09:00:00] Ilse: one\n[04.08.2024, 09:01:00] Orsolan: two\n[04.08.2024, 09:02:00] Ilse: three\n[04.08.2024, 09:03:00] Ilse: four")]
    public void What_was_pasted_behind_a_bare_line_feed_stays_in_its_message(string pasted)
    {
        var run = FileRun.Of("[14.08.2024, 21:02:00] Ilse: bring it\r\n[14.08.2024, 21:03:00] Orsolan: He wrote:\n" + pasted + "\nthat is all\r\n[14.08.2024, 21:04:00] Ilse: ok\r\n");
        Assert.Equal(["Ilse", "Orsolan", "Ilse"], run.Senders);
        Assert.Equal("He wrote:\n" + pasted + "\nthat is all", run.Texts[1]);
        Assert.Equal(["line-looks-like-a-message"], run.Records[1].Warnings);
    }

    [Fact]
    public void What_was_pasted_into_the_first_or_the_last_message_stays_there_too()
    {
        var run = FileRun.Of("[14.08.2024, 21:02:00] Ilse: see\n[13.08.2024, 21:02:00] Orsolan: a\r\n[14.08.2024, 21:03:00] Ilse: and\n[13.08.2024, 21:02:00] Orsolan: b\r\n");
        Assert.Equal(["Ilse", "Ilse"], run.Senders);
        Assert.Equal(2, run.Summary.Seen);
    }

    [Fact]
    public void Where_ends_tell_nothing_a_step_back_is_pointed_out()
    {
        var run = FileRun.Of("14.08.2024, 21:03 - Orsolan: He wrote:\n14.08.2024, 09:00 - Ilse: I keep the keys\n14.08.2024, 21:04 - Ilse: ok\n");
        Assert.Equal(["time-before-line-above:1 (2024-08-14 21:03)"], run.Records[1].Warnings);
        Assert.Empty(run.Records[2].Warnings);
        var doubtful = FileRun.Of("[1.8.24, 21:03:00] A: a\r\nb\r\n[1.8.24, 21:04:00] B: c\n[1.8.24, 21:05:00] A: d\r\n[1.8.24, 21:06:00] A: e\r\n");
        Assert.Equal(["may-be-pasted"], doubtful.Records.SelectMany(r => r.Warnings));
    }

    [Fact]
    public void Two_exports_in_one_file_are_not_swallowed()
    {
        var parts = string.Concat(Enumerable.Range(10, 40).Select(n => $"[1.8.24, 21:{n}:00] A: {n}\n"));
        Assert.Equal(42, FileRun.Of("[1.8.24, 20:03:00] A: a\r\n[1.8.24, 20:04:00] B: c\r\n" + parts[..^1]).Summary.Records);
    }

    [Theory]
    [InlineData("Messages and calls are end-to-end encrypted. Only people in this chat can read, listen to, or share them.")]
    [InlineData("Los mensajes y las llamadas están cifrados de extremo a extremo. Solo las personas en este chat pueden leerlos.")]
    [InlineData("Les messages et les appels sont chiffrés de bout en bout. Seules les personnes de ce chat peuvent les lire.")]
    [InlineData("As mensagens e as chamadas são protegidas com a criptografia de ponta a ponta e ficam entre você e os participantes.")]
    [InlineData("Nachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt. Nur Personen in diesem Chat können sie lesen.")]
    [InlineData("मैसेज और कॉल एंड-टू-एंड एन्क्रिप्टेड हैं। सिर्फ़ इस चैट के लोग ही इन्हें पढ़ सकते हैं।")]
    [InlineData("الرسائل والمكالمات مشفّرة تمامًا بين الطرفين. لا يمكن لأحد خارج هذه الدردشة قراءتها.")]
    [InlineData("सन्देश र कलहरू एन्ड-टु-एन्ड इन्क्रिप्टेड छन्।")]
    public void The_line_about_encryption_is_nobodys_message_marked_or_not(string sentence)
    {
        foreach (var mark in (string[])["\u200E", ""])
        {
            var run = FileRun.Of($"[03.05.25, 18:06:13] Ilse: {mark}{sentence}\r\n[04.05.25, 09:12:00] Orsolan: Where are you\r\n");
            Assert.Equal((RecordKind.SystemLine, 0), (run.Records[0].Kind, run.Records[0].Parties.Count));
            Assert.Equal(RecordKind.Message, run.Records[1].Kind);
        }
    }

    [Theory]
    [InlineData("Ilse added you")]
    [InlineData("Ilse changed this group’s icon")]
    [InlineData("Ilse a modifié l’icône de ce groupe")]
    [InlineData("Ilse hat Orsolan hinzugefügt")]
    [InlineData("Ilse saiu")]
    [InlineData("Ilse ने ग्रुप छोड़ दिया")]
    [InlineData("Ilse ferɛɛ kuo no mu")]
    public void The_name_of_a_group_is_nobody(string sentence)
    {
        var run = FileRun.Of($"[3.5.25, 18:06:00] Ilse: \u200EIlse created group “Night Crew”\r\n[3.5.25, 18:06:01] Night Crew: \u200E{sentence}\r\n[3.5.25, 18:07:00] Ilse: hi\r\n");
        Assert.Equal([null, null, "Ilse"], run.Senders);
        Assert.All(run.Records.Take(2), r => Assert.Equal(RecordKind.SystemLine, r.Kind));
    }

    [Fact]
    public void A_name_all_of_whose_lines_are_the_apps_is_nobody_and_one_that_sent_a_picture_is_somebody()
    {
        const string Chat = "[3.5.25, 18:06:00] Night Crew: \u200EMessages and calls are end-to-end encrypted.\r\n[3.5.25, 18:06:01] Night Crew: \u200EIlse ferɛɛ kuo no mu\r\n";
        var run = FileRun.Of(Chat);
        Assert.All(run.Records, r => Assert.Equal((RecordKind.SystemLine, 0), (r.Kind, r.Parties.Count)));
        Assert.Equal(["may-be-system-line"], run.Records[1].Warnings);
        var person = FileRun.Of(Chat + "[3.5.25, 18:07:00] Night Crew: \u200Eimage omitted\r\n");
        Assert.Equal([RecordKind.SystemLine, RecordKind.Message, RecordKind.Message], person.Records.Select(r => r.Kind));
        Assert.Equal([["may-be-system-line"], ["media-omitted"]], person.Records.Skip(1).Select(r => r.Warnings));
    }

    [Fact]
    public void A_group_without_marks_is_nobody_where_the_sentence_is_known_and_a_warning_where_it_is_not()
    {
        var run = FileRun.Of("3/5/25, 18:06 - Ilse: Ilse created group \"Night Crew\"\n3/5/25, 18:06 - Night Crew: Ilse added Orsolan\n3/5/25, 18:06 - Night Crew: Ilse ferɛɛ kuo no\n");
        Assert.Equal([RecordKind.SystemLine, RecordKind.SystemLine, RecordKind.Message], run.Records.Select(r => r.Kind));
        Assert.Equal(["may-be-system-line"], run.Records[2].Warnings);
    }

    [Theory]
    [InlineData("\u200EMissed voice call")]
    [InlineData("\u200EVoice call, \u200E3 min")]
    [InlineData("\u200EAppel vidéo manqué")]
    [InlineData("\u200EVerpasster Sprachanruf")]
    [InlineData("\u200Eمكالمة صوتية فائتة")]
    [InlineData("\u200Eमिस्ड वॉइस कॉल")]
    public void A_call_is_no_words_of_the_person_who_called(string text)
    {
        var record = Assert.Single(FileRun.Of("[3.5.25, 18:06:00] Ilse: " + text + "\r\n").Records);
        Assert.Equal((RecordKind.SystemLine, "Ilse"), (record.Kind, Assert.Single(record.Parties).Raw));
        Assert.Equal(["call"], record.Warnings);
        Assert.Equal(["may-be-system-line"], Assert.Single(FileRun.Of("[3.5.25, 18:06:00] Ilse: " + text.Replace("\u200E", "", StringComparison.Ordinal) + "\r\n").Records).Warnings);
    }

    [Theory]
    [InlineData("he left")]
    [InlineData("I added sugar")]
    [InlineData("Voice call me later")]
    [InlineData("are we end-to-end encrypted here?")]
    [InlineData("Bimal joined the army")]
    [InlineData("waiting for this")]
    public void What_people_type_stays_theirs_without_a_warning(string text)
    {
        var run = FileRun.Of("3/5/25, 18:06 - Ilse: " + text + "\n3/5/25, 18:07 - Orsolan: ok\n3/5/25, 18:08 - Ilse: yes\n");
        Assert.Equal(["Ilse", "Orsolan", "Ilse"], run.Senders);
        Assert.All(run.Records, r => Assert.Empty(r.Warnings));
    }

    [Fact]
    public void A_marked_text_in_an_unknown_language_is_pointed_out() =>
        Assert.Equal(["may-be-system-line"], Assert.Single(FileRun.Of("[3.5.25, 18:06:00] Ilse: \u200Ekasa a ɛnni din\r\n").Records).Warnings);

    [Theory]
    [InlineData("null", "nothing-exported")]
    [InlineData("", "nothing-exported")]
    [InlineData("<View once voice message omitted>", "view-once")]
    [InlineData("<Foto de visualización única omitida>", "view-once")]
    [InlineData("\u200EDu hast ein Foto zur Einmalansicht erhalten.", "view-once")]
    [InlineData("\u200EYou received a view once photo. For added privacy, you can only open it on your phone.", "view-once")]
    [InlineData("Waiting for this message. This may take a while.", "not-arrived")]
    [InlineData("En attente de ce message. Cela peut prendre du temps.", "not-arrived")]
    [InlineData("<kasa yi nni ha>", "may-be-system-line")]
    [InlineData("\u200EPOLL:\nWhere?\n\u200EOPTION: here (\u200E1 vote)", "poll")]
    [InlineData("UMFRAGE:\nWo?\nOPTION: hier (1 Stimme)", "poll")]
    public void What_was_sent_and_is_not_in_the_export_is_said(string text, string warning)
    {
        var run = FileRun.Of("3/5/25, 18:06 - Ilse: " + text + "\n3/5/25, 18:07 - Ilse: bye\n");
        Assert.Equal([warning], run.Records[0].Warnings);
        Assert.Equal(["Ilse", "Ilse"], run.Senders);
    }

    [Theory]
    [InlineData("This message was deleted", "deleted")]
    [InlineData("IMG-20250503-WA0001.jpg (file attached)", "attachment-missing:IMG-20250503-WA0001.jpg")]
    [InlineData("<Media omitted>", "media-omitted")]
    public void What_only_the_app_writes_proves_a_name_with_a_colon(string stub, string warning)
    {
        var run = FileRun.Of("3/5/25, 18:05 - Uncle: Port office: come\n3/5/25, 18:06 - Uncle: Port office: " + stub + "\n3/5/25, 18:07 - Ilse: note: rice\n");
        Assert.Equal(["Uncle: Port office", "Uncle: Port office", "Ilse"], run.Senders);
        Assert.Equal(["come", stub, "note: rice"], run.Texts);
        Assert.Equal([warning], run.Records.SelectMany(r => r.Warnings));
    }

    [Fact]
    public void A_stub_that_other_lines_contradict_keeps_the_short_name_and_says_so()
    {
        var run = FileRun.Of("3/5/25, 18:05 - Uncle: hello\n3/5/25, 18:06 - Uncle: Port office: This message was deleted\n3/5/25, 18:07 - Uncle: bye\n");
        Assert.Equal(["Uncle", "Uncle", "Uncle"], run.Senders);
        Assert.Equal(["sender-may-have-colon:Uncle: Port office"], run.Records[1].Warnings);
    }

    [Theory]
    [InlineData("Your security code with Uncle: Port office changed. Tap to learn more.")]
    [InlineData("Deine Sicherheitsnummer für Uncle: Port office hat sich geändert.")]
    [InlineData("Bimal added Uncle: Port office")]
    public void A_sentence_that_states_a_name_with_a_colon_is_nobodys_and_proves_the_name(string sentence)
    {
        var run = FileRun.Of("3/5/25, 18:05 - Uncle: Port office: hi\n3/5/25, 18:06 - " + sentence + "\n3/5/25, 18:07 - Uncle: ok\n");
        Assert.Equal(["Uncle: Port office", null, "Uncle"], run.Senders);
        Assert.Equal((RecordKind.SystemLine, sentence), (run.Records[1].Kind, run.Records[1].Text));
        Assert.All(run.Records, r => Assert.Empty(r.Warnings));
    }

    [Theory]
    [InlineData("changed this group's icon")]
    [InlineData("left")]
    [InlineData("a quitté le groupe")]
    public void A_sentence_about_a_name_with_a_colon_is_nobodys_message(string what)
    {
        var run = FileRun.Of("3/5/25, 18:05 - Uncle: Port office: hi\n3/5/25, 18:06 - Uncle: Port office " + what + "\n3/5/25, 18:07 - Uncle: Port office: <Media omitted>\n");
        Assert.Equal(["Uncle: Port office", null, "Uncle: Port office"], run.Senders);
        Assert.Equal("Uncle: Port office " + what, run.Texts[1]);
    }

    [Fact]
    public void A_colon_without_a_space_ends_a_name()
    {
        var known = FileRun.Of("[3.5.25, 18:06:00] Bob: yes\n[3.5.25, 18:07:00] Bob:Hi\n[3.5.25, 18:08:00] Bob:he left\n");
        Assert.Equal(["Bob", "Bob", "Bob"], known.Senders);
        Assert.All(known.Records, r => Assert.Empty(r.Warnings));
        var unknown = FileRun.Of("[3.5.25, 18:06:00] Ana: yes\n[3.5.25, 18:07:00] Bob:Hi\n[3.5.25, 18:08:00] ala 12:30\n[3.5.25, 18:08:00] ala https://a.example/x\n");
        Assert.Equal(["Ana", "Bob", null, null], unknown.Senders);
        Assert.Equal("Hi", unknown.Texts[1]);
        Assert.Equal(["sender-without-space"], unknown.Records.SelectMany(r => r.Warnings));
    }

    [Fact]
    public void Files_that_came_along_are_found_however_their_names_are_written()
    {
        string[] names = ["2015-08-04-PHOTO-00004762.jpg", "DOC-20250930-WA0000.", "cafe\u0301 a\u0323\u0302.pdf", "\u1112\u1161\u11AB.pdf", "contract"];
        var run = Zip(
            "3/5/25, 18:06 - Ana: 2015-08-04-PHOTO-00004762.jpg <attached>\n3/5/25, 18:07 - Ana: DOC-20250930-WA0000. (file attached)\n"
            + "3/5/25, 18:08 - Ana: caf\u00E9 \u1EAD.pdf (file attached)\n3/5/25, 18:09 - Ana: \uD55C.pdf (fichier joint)\n3/5/25, 18:10 - Boss: Port: contract (file attached)\n",
            names);
        Assert.All(run.Records, r => Assert.NotNull(Assert.Single(r.Attachments).Sha256));
        Assert.Equal("caf\u00E9 \u1EAD.pdf", run.Records[2].Attachments[0].Name);
        Assert.All(run.Records, r => Assert.DoesNotContain(r.Warnings, w => w.StartsWith("attachment-missing", StringComparison.Ordinal)));
        Assert.Empty(run.Summary.Warnings);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    public void A_chat_may_end_its_lines_with_a_return_alone(string charset)
    {
        var encoding = Encoding.GetEncoding(charset);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes("3/5/25, 18:06 - Ana: one\rtwo\r3/5/25, 18:07 - Bob: three\r")];
        var run = FileRun.Of("chat.txt", bytes, FileRun.Decided);
        Assert.Equal(["Ana", "Bob"], run.Senders);
        Assert.Equal(["one\ntwo", "three"], run.Texts);
        Assert.Equal("3/5/25, 18:06 - Ana: one\rtwo", encoding.GetString(run.Slice(0)));
    }

    [Fact]
    public void A_zero_byte_is_damage_in_one_message_and_no_other_kind_of_file()
    {
        var run = FileRun.Of("3/5/25, 18:06 - Ana: o\0ne\n3/5/25, 18:07 - Bob: two\n");
        Assert.Equal(["o\uFFFDne", "two"], run.Texts);
        Assert.Equal(["characters-unreadable"], run.Records[0].Warnings);
    }

    private static FileRun Zip(string chat, IEnumerable<string> names)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in names.Select(n => (n, "x" + n)).Prepend(("WhatsApp Chat - Ana.txt", chat)))
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return FileRun.Of("chat.zip", bytes.ToArray(), FileRun.Decided);
    }
}
