using System.Text;
using Onus.Domain.Evidence;
using Onus.Ingest.Contract;
using Onus.Ingest.Tests.Reading;

namespace Onus.Ingest.Tests.Chats;

public sealed class WhatsAppTextTests
{
    [Theory]
    [InlineData("3/5/25, 18:06 - Asha: namaste", "2025-05-03T18:06:00")]
    [InlineData("03/05/2025, 18:06 - Asha: namaste", "2025-05-03T18:06:00")]
    [InlineData("03.05.25, 18:06 - Asha: namaste", "2025-05-03T18:06:00")]
    [InlineData("03-05-2025 18:06 - Asha: namaste", "2025-05-03T18:06:00")]
    [InlineData("2025/05/03, 18:06 - Asha: namaste", "2025-05-03T18:06:00")]
    [InlineData("2025-05-03, 18:06 – Asha: namaste", "2025-05-03T18:06:00")]
    [InlineData("[03/05/2025, 18:06:13] Asha: namaste", "2025-05-03T18:06:13")]
    [InlineData("[2025-05-03 18:06:13] Asha: namaste", "2025-05-03T18:06:13")]
    [InlineData("\u200E[03/05/2025, 18:06:13] \u200EAsha: namaste", "2025-05-03T18:06:13")]
    [InlineData("\uFEFF[03/05/2025, 18:06:13] Asha: namaste", "2025-05-03T18:06:13")]
    [InlineData("3/5/25, 6:06\u202FPM - Asha: namaste", "2025-05-03T18:06:00")]
    [InlineData("3/5/25, 6:06\u00A0pm - Asha: namaste", "2025-05-03T18:06:00")]
    [InlineData("3/5/25, 6:06pm - Asha: namaste", "2025-05-03T18:06:00")]
    [InlineData("3/5/25, 12:06 a. m. - Asha: namaste", "2025-05-03T00:06:00")]
    [InlineData("3/5/25, 12:06 p.\u00A0m. - Asha: namaste", "2025-05-03T12:06:00")]
    [InlineData("3/5/25 6:06 μ.μ. - Asha: namaste", "2025-05-03T18:06:00")]
    [InlineData("[3/5/25 下午6:06:13] Asha: namaste", "2025-05-03T18:06:13")]
    [InlineData("[2025. 5. 3. 오후 6:06:13] Asha: namaste", "2025-05-03T18:06:13")]
    [InlineData("٣‏/٥‏/٢٠٢٥، ٦:٠٦ م - Asha: namaste", "2025-05-03T18:06:00")]
    [InlineData("۲۰۲۵/۵/۳،‏ ۱۸:۰۶ - Asha: namaste", "2025-05-03T18:06:00")]
    [InlineData("०३/०५/२०२५, १८:०६ - Asha: namaste", "2025-05-03T18:06:00")]
    [InlineData("३/५/२५, ६:०६ अपराह्न - Asha: namaste", "2025-05-03T18:06:00")]
    [InlineData("03/05/2025 à 18:06 - Asha: namaste", "2025-05-03T18:06:00")]
    [InlineData("3.5.2025 klo 18.06 - Asha: namaste", "2025-05-03T18:06:00")]
    [InlineData("3.05.25 г., 18:06 - Asha: namaste", "2025-05-03T18:06:00")]
    [InlineData("3.05.2025 г. в 18:06 ч. - Asha: namaste", "2025-05-03T18:06:00")]
    [InlineData("2025-05-03, 18 h 06 - Asha: namaste", "2025-05-03T18:06:00")]
    [InlineData("[2025-05-03 18 h 06 min 13 s] Asha: namaste", "2025-05-03T18:06:13")]
    [InlineData("03/05/2025 18h06 - Asha: namaste", "2025-05-03T18:06:00")]
    [InlineData("03.05.25, 18:06 Uhr - Asha: namaste", "2025-05-03T18:06:00")]
    [InlineData("03.05.2025 kl. 18.06 - Asha: namaste", "2025-05-03T18:06:00")]
    [InlineData("03. 05. 2025. u 18:06 - Asha: namaste", "2025-05-03T18:06:00")]
    [InlineData("3/5/2568 เวลา 18:06 น. - Asha: namaste", null)]
    [InlineData("3/5/25, 6:06:13 PM: Asha: namaste", "2025-05-03T18:06:13")]
    [InlineData("03.05.16, 18:06:13: Asha: namaste", "2016-05-03T18:06:13")]
    [InlineData("3/5/25, 6:06 אחה״צ - Asha: namaste", "2025-05-03T18:06:00")]
    [InlineData("3/5/25, 6:06 אחה\"צ - Asha: namaste", "2025-05-03T18:06:00")]
    [InlineData("3/5/25, 6:06 לפנה״צ - Asha: namaste", "2025-05-03T06:06:00")]
    [InlineData("3. 5. 2025 6:06 odp. - Asha: namaste", "2025-05-03T18:06:00")]
    [InlineData("3/5/25, 6:06 ප.ව. - Asha: namaste", "2025-05-03T18:06:00")]
    public void Every_style_gives_the_same_message(string line, string? local)
    {
        var run = FileRun.Of(line + "\n");
        var record = Assert.Single(run.Records);
        Assert.Equal(RecordKind.Message, record.Kind);
        Assert.Equal(new Party("Asha", "from"), Assert.Single(record.Parties));
        Assert.Equal("namaste", record.Text);
        Assert.Equal(local, record.Time.Local);
        Assert.Contains(record.Time.Raw!, line, StringComparison.Ordinal);
        if (local is null)
        {
            Assert.Equal(["calendar-unknown"], record.Warnings);
            return;
        }

        Assert.Equal(TimeBasis.DeclaredZone, record.Time.Basis);
        Assert.Equal(TimeSpan.FromMinutes(345), DateTimeOffset.ParseExact(local + "Z", "yyyy-MM-dd'T'HH:mm:ssK", null) - record.Time.Utc);
        Assert.Empty(record.Warnings);
    }

    [Fact]
    public void A_message_goes_to_the_next_header_and_its_slice_has_no_final_line_end()
    {
        const string Text = "3/5/25, 18:06 - Asha: first\nsecond: line\n\nfourth\r\n3/5/25, 18:07 - Bimal joined\n3/5/25, 18:08 - Bimal: ठिक छ";
        var run = FileRun.Of(Text);
        Assert.Equal(["first\nsecond: line\n\nfourth", "Bimal joined", "ठिक छ"], run.Texts);
        Assert.Equal(RecordKind.SystemLine, run.Records[1].Kind);
        Assert.Empty(run.Records[1].Parties);
        Assert.Equal("3/5/25, 18:06 - Asha: first\nsecond: line\n\nfourth", Encoding.UTF8.GetString(run.Slice(0)));
        Assert.Equal(new TextPosition(5, 50, 28), run.Records[1].Locator.At);
        Assert.Equal("3/5/25, 18:08 - Bimal: ठिक छ", Encoding.UTF8.GetString(run.Slice(2)));
    }

    [Fact]
    public void Line_ends_of_windows_change_no_text()
    {
        const string Text = "[3/5/25, 18:06:00] Asha: one\ntwo\n[3/5/25, 18:07:00] Bimal: three\n";
        Assert.Equal(FileRun.Of(Text).Texts, FileRun.Of(Text.Replace("\n", "\r\n", StringComparison.Ordinal)).Texts);
    }

    [Fact]
    public void Empty_lines_at_the_end_of_the_file_belong_to_no_message()
    {
        var run = FileRun.Of("3/5/25, 18:06 - Asha: first\n\n3/5/25, 18:07 - Asha: last\n\n\n");
        Assert.Equal(["first\n", "last"], run.Texts);
    }

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-8", true)]
    public void A_byte_order_mark_states_the_character_set(string charset, bool crlf)
    {
        var encoding = Encoding.GetEncoding(charset);
        var text = "3/5/25, 18:06 - Āsha: एक\nदुई\n3/5/25, 18:07 - عمر: سلام\n";
        text = crlf ? text.Replace("\n", "\r\n", StringComparison.Ordinal) : text;
        var run = FileRun.Of("chat.txt", [.. encoding.GetPreamble(), .. encoding.GetBytes(text)], FileRun.Decided);
        Assert.Equal(["एक\nदुई", "سلام"], run.Texts);
        Assert.Equal(["Āsha", "عمر"], run.Senders);
        Assert.Equal("3/5/25, 18:07 - عمر: سلام", encoding.GetString(run.Slice(1)));
    }

    [Fact]
    public void Bytes_that_are_not_utf8_wait_for_a_character_set()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var bytes = Encoding.GetEncoding(1252).GetBytes("3/5/25, 18:06 - Asha: hi\n3/5/25, 18:07 - Zoë: déjà vu\n");
        var asked = FileRun.Of("chat.txt", bytes, FileRun.Decided);
        var decision = Assert.Single(asked.Summary.NeedsDecision);
        Assert.Equal(("charset", 2, "0xEB"), (decision.What, decision.Line!.Value, decision.Value));
        Assert.Equal(1, asked.Summary.ExitCode);
        var answered = FileRun.Of("chat.txt", bytes, FileRun.Decided with { Charset = "windows-1252" });
        Assert.Equal("déjà vu", answered.Records[1].Text);
        var insisted = FileRun.Of("chat.txt", bytes, FileRun.Decided with { Charset = "utf-8" });
        Assert.Contains("characters-unreadable", insisted.Records[1].Warnings);
    }

    [Fact]
    public void A_stated_character_set_that_the_file_contradicts_is_refused()
    {
        var run = FileRun.Of("chat.txt", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("3/5/25, 18:06 - A: b")], FileRun.Decided with { Charset = "windows-1252" });
        Assert.Equal(("charset", "windows-1252"), (run.Summary.NeedsDecision[0].What, run.Summary.NeedsDecision[0].Value));
        Assert.Equal(["utf-16"], run.Summary.NeedsDecision[0].Options);
    }

    [Fact]
    public void An_unstated_order_needs_a_decision_even_where_only_one_fits()
    {
        var run = FileRun.Of("3/5/2025, 18:06 - Asha: a\n25/5/2025, 18:06 - Asha: b\n", new ReadOptions("Asia/Kathmandu"));
        var decision = Assert.Single(run.Summary.NeedsDecision);
        Assert.Equal("date-order", decision.What);
        Assert.Equal(2, decision.Line);
        Assert.Equal("25/5/2025, 18:06", decision.Value);
        Assert.Equal(["dmy"], decision.Options);
        Assert.Equal(1, run.Summary.ExitCode);
        Assert.Equal(2, run.Summary.Seen);
    }

    [Fact]
    public void An_order_that_the_file_leaves_open_offers_every_order_that_fits()
    {
        var run = FileRun.Of("03/05/05, 18:06 - Asha: a\n", new ReadOptions("Asia/Kathmandu"));
        Assert.Equal(["dmy", "mdy", "ymd"], Assert.Single(run.Summary.NeedsDecision).Options);
    }

    [Fact]
    public void Months_do_not_step_back_but_clocks_do()
    {
        const string Chat = "5/1/25, 18:06 - Asha: a\n4/1/25, 18:06 - Asha: one day back\n6/1/25, 10:00 - Asha: c\n";
        Assert.Equal(3, FileRun.Of(Chat).Summary.Records);
        var run = FileRun.Of(Chat, FileRun.Decided with { DateOrder = "mdy" });
        var decision = Assert.Single(run.Summary.NeedsDecision);
        Assert.Equal((2, "4/1/25, 18:06"), (decision.Line!.Value, decision.Value));
        Assert.DoesNotContain("mdy", decision.Options);
    }

    [Fact]
    public void A_late_line_is_a_message_with_a_warning_and_contradicts_no_order()
    {
        const string Late = "13.05.25, 18:06 - Asha: a\n14.05.25, 18:06 - Asha: b\n11.05.25, 07:00 - Bimal: late\n01.01.15, 00:05 - Bimal: clock\n15.05.25, 18:06 - Asha: c\n";
        var run = FileRun.Of(Late);
        Assert.Equal(5, run.Summary.Records);
        Assert.Equal([0, 0, 1, 1, 0], run.Records.Select(r => r.Warnings.Count));
        Assert.All(run.Records.Skip(2).Take(2), r => Assert.Equal(["earlier-than-line-above:2 (2025-05-14 18:06)"], r.Warnings));
        var wrong = Assert.Single(FileRun.Of(Late, FileRun.Decided with { DateOrder = "mdy" }).Summary.NeedsDecision);
        Assert.Equal(1, wrong.Line);
        Assert.Contains("dmy", wrong.Options);
        Assert.DoesNotContain("mdy", wrong.Options);
    }

    [Fact]
    public void A_date_that_is_none_in_any_order_is_a_warning_and_no_wall()
    {
        var run = FileRun.Of("13/05/25, 18:06 - Asha: a\n99/99/2025, 18:06 - Asha: typed\n14/05/25, 18:06 - Asha: b\n");
        Assert.Equal(["date-impossible"], run.Records[1].Warnings);
        Assert.Equal(3, run.Summary.Records);
    }

    [Fact]
    public void A_zone_is_always_needed()
    {
        var run = FileRun.Of("2025-05-03, 18:06 - Asha: a\n", new ReadOptions());
        Assert.Equal(("zone", 1, "2025-05-03, 18:06"), (run.Summary.NeedsDecision[0].What, run.Summary.NeedsDecision[0].Line!.Value, run.Summary.NeedsDecision[0].Value));
        var unknown = FileRun.Of("2025-05-03, 18:06 - Asha: a\n", new ReadOptions("Kestria/Port"));
        Assert.Equal(("zone", "Kestria/Port"), (unknown.Summary.NeedsDecision[0].What, unknown.Summary.NeedsDecision[0].Value));
    }

    [Fact]
    public void An_hour_that_occurs_twice_keeps_both_instants_and_one_that_never_was_keeps_none()
    {
        var run = FileRun.Of("30/3/25, 02:30 - Asha: never\n26/10/25, 02:30 - Asha: twice\n", new ReadOptions("Europe/Berlin", "dmy"));
        Assert.Equal(["local-time-skipped"], run.Records[0].Warnings);
        Assert.Null(run.Records[0].Time.Utc);
        Assert.Equal(["local-time-twice"], run.Records[1].Warnings);
        Assert.Equal(TimeSpan.FromHours(1), run.Records[1].Time.UtcLater - run.Records[1].Time.Utc);
        Assert.Contains("\"utc\":\"2025-10-26T00:30:00Z\"", RecordJson.Of(run.Records[1]), StringComparison.Ordinal);
        Assert.Contains("\"utcLater\":\"2025-10-26T01:30:00Z\"", RecordJson.Of(run.Records[1]), StringComparison.Ordinal);
    }

    [Fact]
    public void Years_of_another_calendar_and_times_that_are_none_are_not_guessed()
    {
        var run = FileRun.Of("2082/01/20, 18:06 - Asha: nepali\n2082/01/20, 25:06 - Asha: x\n", new ReadOptions("Asia/Kathmandu"));
        Assert.All(run.Records, r => Assert.Contains("calendar-unknown", r.Warnings));
        Assert.All(run.Records, r => Assert.Null(r.Time.Utc));
        var times = FileRun.Of("3/5/25, 25:06 - A: x\n3/5/25, 6:06 uzf - A: x\n");
        Assert.Equal("time-impossible", Assert.Single(times.Records[0].Warnings));
        Assert.Equal("day-half-unknown", Assert.Single(times.Records[1].Warnings));
        Assert.Equal("2025-05-03", times.Records[0].Time.Local);
    }

    [Theory]
    [InlineData("5/3/68, 18:06", "5/3/68 is 2568 of the Buddhist era")]
    [InlineData("5/3/50, 18:06", "nobody has messages of 2050")]
    [InlineData("5/3/2051, 18:06", "2051 of Nepal is 1994")]
    public void A_year_that_has_not_come_is_one_of_another_calendar(string stamp, string why)
    {
        var record = Assert.Single(FileRun.Of(stamp + " - Asha: " + why + "\n").Records);
        Assert.Equal("calendar-unknown", Assert.Single(record.Warnings));
        Assert.Equal((stamp, null, null), (record.Time.Raw, record.Time.Local, record.Time.Utc));
    }

    [Theory]
    [InlineData("凌晨12:30", "2025-05-03T00:30:00")]
    [InlineData("凌晨4:06", "2025-05-03T04:06:00")]
    [InlineData("清晨5:06", "2025-05-03T05:06:00")]
    [InlineData("早上7:59", "2025-05-03T07:59:00")]
    [InlineData("上午11:06", "2025-05-03T11:06:00")]
    [InlineData("中午12:06", "2025-05-03T12:06:00")]
    [InlineData("下午6:06", "2025-05-03T18:06:00")]
    [InlineData("晚上 7:06", "2025-05-03T19:06:00")]
    [InlineData("晚上11:59:58", "2025-05-03T23:59:58")]
    public void Chinese_words_for_parts_of_the_day_are_read(string time, string local)
    {
        var record = Assert.Single(FileRun.Of("2025/5/3 " + time + " - Mei: hi\n").Records);
        Assert.Equal(local, record.Time.Local);
        Assert.Empty(record.Warnings);
    }

    [Theory]
    [InlineData("凌晨8:06", "time-impossible")]
    [InlineData("中午3:06", "time-impossible")]
    [InlineData("晚上12:06", "time-impossible")]
    [InlineData("朝8:06", "day-half-unknown")]
    [InlineData("chiều 3:06", "day-half-unknown")]
    public void A_time_whose_word_does_not_tell_keeps_its_message_and_its_sender(string time, string warning)
    {
        var run = FileRun.Of("2025/5/3 10:00 - Asha: first\n2025/5/3 " + time + " - Bimal: second\n");
        Assert.Equal(["Asha", "Bimal"], run.Senders);
        Assert.Equal(["first", "second"], run.Texts);
        Assert.Equal(warning, Assert.Single(run.Records[1].Warnings));
        Assert.Equal(("2025-05-03", null), (run.Records[1].Time.Local, run.Records[1].Time.Utc));
    }

    [Fact]
    public void A_name_may_hold_a_colon_and_where_it_might_a_person_is_told()
    {
        var run = FileRun.Of("3/5/25, 18:06 - Farm:Office: hi\n3/5/25, 18:07 - Agent: Port: one\n3/5/25, 18:07 - Agent: Port: two\n3/5/25, 18:08 - Agent: Port: three\n3/5/25, 18:09 - Asha: note: buy rice\n");
        Assert.Equal(["Farm:Office", "Agent: Port", "Agent: Port", "Agent: Port", "Asha"], run.Senders);
        Assert.Equal(["hi", "one", "two", "three", "note: buy rice"], run.Texts);
        Assert.Equal(["sender-may-have-colon:Agent"], run.Records[1].Warnings);
        Assert.Empty(run.Records[4].Warnings);
    }

    [Theory]
    [InlineData("Bimal changed the subject from “Work: old” to “Work: new”")]
    [InlineData("Bimal created group \"Plan: B\"")]
    [InlineData("Messages and calls are end-to-end encrypted.")]
    public void System_lines_have_no_sender(string line)
    {
        var record = Assert.Single(FileRun.Of("3/5/25, 18:06 - " + line).Records);
        Assert.Equal((RecordKind.SystemLine, line), (record.Kind, record.Text));
    }

    [Theory]
    [InlineData("<attached: 00000012-PHOTO-2025-05-03.jpg>", "00000012-PHOTO-2025-05-03.jpg")]
    [InlineData("\u200E<adjunto: 00000012-PHOTO.jpg>", "00000012-PHOTO.jpg")]
    [InlineData("\u200E<किसिम: फोटो 1.jpg>", "फोटो 1.jpg")]
    [InlineData("look here \u200E<attached: a.opus>", "a.opus")]
    [InlineData("IMG-20250503-WA0001.jpg (file attached)", "IMG-20250503-WA0001.jpg")]
    [InlineData("\u200EPTT-20250503-WA0002.opus (फाइल संलग्न गरियो)", "PTT-20250503-WA0002.opus")]
    [InlineData("contract (2).pdf (archivo adjunto)\nsign it", "contract (2).pdf")]
    public void Files_that_a_message_names_are_attachments(string text, string name)
    {
        var record = Assert.Single(FileRun.Of("3/5/25, 18:06 - Asha: " + text).Records);
        Assert.Equal(new Attachment(name, null, null), Assert.Single(record.Attachments));
        Assert.Equal(["attachment-missing:" + name], record.Warnings);
        Assert.Equal(text, record.Text);
    }

    [Theory]
    [InlineData("<Media omitted>", "media-omitted")]
    [InlineData("\u200Eimage omitted", "media-omitted")]
    [InlineData("<मीडिया शामिल नहीं किया गया>", "media-omitted")]
    [InlineData("This message was deleted", "deleted")]
    [InlineData("\u200EYou deleted this message.", "deleted")]
    [InlineData("تم حذف هذه الرسالة", "deleted")]
    [InlineData("ok <This message was edited>", "edited")]
    [InlineData("ok \u200E<This message was edited>", "edited")]
    public void What_stands_in_place_of_a_message_is_a_warning(string text, string warning)
    {
        Assert.Equal([warning], Assert.Single(FileRun.Of("3/5/25, 18:06 - Asha: " + text).Records).Warnings);
    }

    [Theory]
    [InlineData("see <a: b> and (x)")]
    [InlineData("he said: this message was deleted by him, why")]
    [InlineData("price (5.00)")]
    public void Ordinary_words_are_no_attachment_and_no_warning(string text)
    {
        var record = Assert.Single(FileRun.Of("3/5/25, 18:06 - Asha: " + text).Records);
        Assert.Empty(record.Attachments);
        Assert.Empty(record.Warnings);
    }

    [Fact]
    public void A_pasted_line_of_another_style_stays_in_its_message_and_is_pointed_out()
    {
        var run = FileRun.Of("[3/5/25, 18:06:00] Asha: he wrote\n1/5/25, 10:00 - Boss: pay first\n[3/5/25, 18:07:00] Asha: see?\n");
        Assert.Equal(["he wrote\n1/5/25, 10:00 - Boss: pay first", "see?"], run.Texts);
        Assert.Equal(["line-looks-like-a-message"], run.Records[0].Warnings);
    }

    [Fact]
    public void What_stands_before_the_first_message_is_counted_and_skipped()
    {
        var run = FileRun.Of("end of a message\nthat is cut off\n3/5/25, 18:06 - Asha: whole\n");
        Assert.Equal((2L, 1L), (run.Summary.Seen, run.Summary.Records));
        Assert.Equal(new Skipped("before-first-message", 1), Assert.Single(run.Summary.Skipped));
        Assert.Equal(0, run.Summary.ExitCode);
    }

    [Fact]
    public void A_message_without_end_is_skipped_and_the_next_one_is_read()
    {
        var run = FileRun.Of("3/5/25, 18:06 - Asha: " + new string('x', 5_000_000) + "\nmore\n3/5/25, 18:07 - Asha: b\n");
        Assert.Equal(new Skipped("message-too-long", 1), Assert.Single(run.Summary.Skipped));
        Assert.Equal(["b"], run.Texts);
        Assert.Equal(3, ((TextPosition)run.Records[0].Locator.At).Line);
    }

    [Theory]
    [InlineData("Asha (18:06): hello\nBimal (18:07): hello\n")]
    [InlineData("A diary without any dates.\nNothing else.\n")]
    public void A_chat_in_no_known_style_is_unusable(string text)
    {
        var run = FileRun.Of(text);
        Assert.Equal((1, "no-known-style"), (run.Summary.ExitCode, run.Summary.Failure));
        Assert.Null(run.Summary.Format);
    }

    [Fact]
    public void A_message_cut_off_inside_a_character_is_read_with_a_warning()
    {
        var bytes = Encoding.UTF8.GetBytes("3/5/25, 18:06 - Asha: ठिक छ");
        var run = FileRun.Of("chat.txt", bytes[..^1], FileRun.Decided);
        Assert.Equal(["characters-unreadable"], Assert.Single(run.Records).Warnings);
    }
}
