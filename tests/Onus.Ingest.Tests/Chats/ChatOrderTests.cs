using System.Globalization;
using System.Text;
using Onus.Domain.Evidence;
using Onus.Ingest.Contract;
using Onus.Ingest.Tests.Reading;

namespace Onus.Ingest.Tests.Chats;

/// <summary>Lines that the times of the others speak against: somebody may have pasted them, and then nobody of that name wrote them here.</summary>
public sealed class ChatOrderTests
{
    private static readonly ReadOptions Berlin = new("Europe/Berlin", "dmy");

    [Theory]
    [InlineData("dash")]
    [InlineData("bracket")]
    public void Every_line_of_a_pasted_run_is_warned_of_and_says_which_line_it_is_behind(string style)
    {
        string[] lines =
        [
            "22.06.25 21:40 Ilse: I am at the station", "22.06.25 21:44 Orsolan: he sent me this", "31.05.25 07:10 Korvin: Is she there?", "31.05.25 07:12 Orsolan: who asks",
            "31.05.25 07:30 Korvin: the debt is hers", "22.06.25 21:45 Ilse: do not answer", "23.06.25 08:00 Orsolan: I did not",
        ];
        var run = Read(style, lines);
        Assert.Equal(
            ["", "", "earlier-than-line-above:2 (2025-06-22 21:44)", "earlier-than-line-above:2 (2025-06-22 21:44)", "earlier-than-line-above:2 (2025-06-22 21:44)", "", ""],
            Warned(run));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(9)]
    public void A_run_pasted_from_the_same_day_is_warned_of_however_manyit_is(int pasted)
    {
        var run = Read("dash",
        [
            "22.06.25 21:40 Ilse: a", "22.06.25 21:44 Orsolan: look", .. Enumerable.Range(0, pasted).Select(i => $"22.06.25 17:{10 + i} Korvin: {i}"), "22.06.25 21:45 Ilse: b",
        ]);
        Assert.Equal(Enumerable.Repeat("time-before-line-above:2 (2025-06-22 21:44)", pasted).Prepend("").Prepend("").Append(""), Warned(run));
    }

    [Fact]
    public void A_run_pasted_at_the_end_and_two_runs_in_one_file_are_warned_of()
    {
        var run = Read("dash",
        [
            "22.06.25 21:40 Ilse: a", "22.06.25 21:41 Orsolan: b", "28.05.25 09:00 Korvin: c", "28.05.25 09:01 Korvin: d", "22.06.25 21:43 Ilse: e", "22.06.25 21:44 Ilse: f",
            "22.06.25 21:46 Orsolan: g", "21.06.25 10:00 Korvin: h", "21.06.25 10:04 Korvin: i",
        ]);
        Assert.Equal([3, 4, 8, 9], WarnedLines(run));
        Assert.Equal("time-before-line-above:7 (2025-06-22 21:46)", Warned(run)[8]);
    }

    [Theory]
    [InlineData("29.06.25 21:42 Orsolan: tomorrow")]
    [InlineData("22.06.26 21:42 Ilse: next year")]
    public void One_line_of_a_later_time_is_warned_of_and_none_behind_it(string later)
    {
        var run = Read("dash", ["22.06.25 21:40 Ilse: a", "22.06.25 21:41 Orsolan: b", later, .. Enumerable.Range(43, 16).Select(m => $"22.06.25 21:{m} Ilse: {m}"), "24.06.25 09:00 Orsolan: z"]);
        Assert.Equal([3], WarnedLines(run));
        Assert.Equal("later-than-line-below:4 (2025-06-22 21:43)", Warned(run)[2]);
    }

    [Theory]
    [InlineData("23.06.25 06:00 Korvin: of a later chat", 16)]
    [InlineData("23.06.25 06:00 Ilse: look what he wrote", 2)]
    public void A_few_lines_that_go_on_with_what_was_before_a_later_one_are_never_cleared_by_how_well_they_fit(string later, int behind)
    {
        var run = Read("dash", ["22.06.25 21:40 Ilse: a", "22.06.25 21:41 Orsolan: b", later, .. Enumerable.Range(43, behind).Select(m => $"22.06.25 21:{m} Orsolan: {m}"), "24.06.25 09:00 Orsolan: z"]);
        Assert.Equal(Enumerable.Range(3, behind + 1), WarnedLines(run));
        // A clock that was wrong once stands before many lines, and those are not doubted.
        var many = Read("dash", ["22.06.25 21:40 Ilse: a", "22.06.25 21:41 Orsolan: b", later, .. Enumerable.Range(0, 30).Select(m => $"22.06.25 22:{m:00} Orsolan: {m}"), "24.06.25 09:00 Orsolan: z"]);
        Assert.Equal([3], WarnedLines(many));
    }

    [Fact]
    public void Lines_from_a_phone_whose_clock_was_days_ahead_are_warned_of_and_not_the_rest()
    {
        var run = Read("dash",
        [
            "22.06.25 21:40 Ilse: a", "22.06.25 21:41 Orsolan: b", "26.06.25 21:42 Ilse: c", "26.06.25 21:44 Ilse: d", "26.06.25 21:45 Orsolan: e", "22.06.25 21:46 Ilse: f", "22.06.25 21:50 Orsolan: g",
            "22.06.25 22:10 Ilse: h", "23.06.25 09:00 Orsolan: i", "24.06.25 09:00 Orsolan: j", "26.06.25 10:00 Ilse: k", "26.06.25 23:00 Ilse: l", "27.06.25 10:00 Ilse: m",
        ]);
        Assert.Equal([3, 4, 5], WarnedLines(run));
    }

    [Fact]
    public void The_hour_that_clocks_repeat_is_in_order_and_what_was_pasted_into_it_is_not()
    {
        string[] lines = ["26.10.25 02:10 Ilse: a", "26.10.25 02:55 Orsolan: b", "26.10.25 02:05 Ilse: c", "26.10.25 02:58 Ilse: d", "26.10.25 03:01 Ilse: e"];
        Assert.Equal(["local-time-twice", "local-time-twice", "local-time-twice", "local-time-twice", ""], Warned(Read("dash", lines, Berlin)));
        var pasted = Read("dash", [.. lines[..3], "26.10.25 01:10 Korvin: x", "25.10.25 23:10 Korvin: y", .. lines[4..]], Berlin);
        Assert.Equal([4, 5], WarnedLines(pasted));
        // Where clocks were not set back, the same lines are out of order.
        Assert.Equal([3], WarnedLines(Read("dash", lines)));
    }

    [Fact]
    public void An_hour_that_clocks_leave_out_is_no_step_back()
    {
        Assert.Empty(WarnedLines(Read("dash", ["30.03.25 01:50 Ilse: a", "30.03.25 02:30 Ilse: b", "30.03.25 03:05 Ilse: c", "30.03.25 03:10 Ilse: d"], Berlin)));
    }

    [Fact]
    public void A_chat_that_runs_from_the_newest_line_to_the_oldest_says_so_once()
    {
        string[] lines = [.. Enumerable.Range(0, 12).Select(i => $"22.06.25 {20 - i}:10 Ilse: {i}")];
        var run = Read("dash", lines);
        Assert.Equal(["newest-first"], run.Summary.Warnings ?? []);
        Assert.Empty(WarnedLines(run));
        var odd = Read("dash", [.. lines[..5], "23.06.25 23:00 Korvin: x", .. lines[5..]]);
        Assert.Equal([6], WarnedLines(odd));
        Assert.Empty(Read("dash", [.. lines.Reverse()]).Summary.Warnings ?? []);
    }

    [Fact]
    public void Lines_that_state_a_day_and_no_time_known_are_compared_by_their_day()
    {
        var run = FileRun.Of("2/6/25, 9:40 uzf - Ilse: a\n2/6/25, 9:44 uzf - Orsolan: b\n31/5/25, 7:10 uzf - Korvin: c\n31/5/25, 7:12 uzf - Korvin: d\n2/6/25, 9:45 uzf - Ilse: e\n");
        Assert.Equal([3, 4], WarnedLines(run));
        Assert.Contains("earlier-than-line-above:2 (2025-06-02)", run.Records[3].Warnings);
    }

    [Fact]
    public void Equal_minutes_and_seconds_out_of_turn_are_in_order()
    {
        Assert.Empty(WarnedLines(Read("dash", ["22.06.25 21:40 Ilse: a", "22.06.25 21:40 Orsolan: b", "22.06.25 21:40 Ilse: c"])));
        var seconds = FileRun.Of("[2.6.25, 21:40:30] A: a\n[2.6.25, 21:39:58] B: b\n[2.6.25, 21:40:31] A: c\n[2.6.25, 21:40:29] B: d\n");
        Assert.All(seconds.Records, r => Assert.Empty(r.Warnings));
    }

    [Fact]
    public void Dates_at_the_ends_of_the_calendar_are_no_fault_of_the_program()
    {
        var run = FileRun.Of("31/12/9999, 9:40 uzf - Ilse: a\n1/1/0001, 9:44 uzf - Orsolan: b\n1/1/0001, 00:00 - Orsolan: c\n31/12/9999, 23:59 - Orsolan: d\n1/1/0001, 00:00 - Orsolan: e\n");
        Assert.Equal(5, run.Summary.Records);
    }

    [Theory]
    [InlineData("WhatsApp Chat with Ilse R..txt")]
    [InlineData("Chat de WhatsApp con Ilse R. (2).txt")]
    [InlineData("WhatsApp_Chat_with_Ilse_R.(1).txt")]
    [InlineData("WhatsApp Chat with Ilse R. 🌻.txt")]
    [InlineData("Ilse R. ile WhatsApp Sohbeti.txt")]
    [InlineData("Conversa do WhatsApp com ILSE R.txt")]
    public void In_a_chat_named_for_one_of_two_a_third_name_is_pointed_out_though_its_times_fit(string file)
    {
        const string Chat = "2/6/25, 21:40 - Orsolan: see\n2/6/25, 21:44 - Ilse R.: what\n2/6/25, 21:44 - Orsolan: he wrote\n2/6/25, 21:44 - Korvin: the debt is hers\n2/6/25, 21:44 - Korvin: all of it\n2/6/25, 21:45 - Ilse R.: no\n2/6/25, 21:46 - Orsolan: no\n";
        Assert.Equal(["", "", "", "third-name", "third-name", "", ""], Warned(FileRun.Of(Chat, name: file)));
        // A group is named for nobody, and WhatsApp says that it is one.
        Assert.All(FileRun.Of(Chat, name: "WhatsApp Chat with Harvest.txt").Records, r => Assert.Empty(r.Warnings));
        Assert.All(FileRun.Of("1/6/25, 08:00 - Orsolan created group \"Ilse R.\"\n" + Chat, name: file).Records, r => Assert.DoesNotContain("third-name", r.Warnings));
        Assert.All(FileRun.Of(Chat.Replace("Korvin", "Orsolan", StringComparison.Ordinal), name: file).Records, r => Assert.Empty(r.Warnings));
    }

    [Fact]
    public void Where_nobody_can_tell_who_of_the_others_is_the_third_each_is_pointed_out()
    {
        var run = FileRun.Of("2/6/25, 21:40 - Ilse: see\n2/6/25, 21:44 - Korvin: a\n2/6/25, 21:44 - Korvin: b\n2/6/25, 21:45 - Ilse: he\n2/6/25, 21:46 - Orsolan: ok\n", name: "WhatsApp Chat with Ilse.txt");
        Assert.Equal(["", "third-name", "third-name", "", "third-name"], Warned(run));
    }

    [Theory]
    [InlineData("WhatsApp Chat with Ilse.txt", true)]
    [InlineData("Orsolan phone - WhatsApp Chat with Ilse.txt", false)]
    public void Whoever_is_pasted_around_the_owner_is_not_taken_for_the_owner(string file, bool told)
    {
        const string Chat = "2/6/25, 21:40 - Korvin: a\n2/6/25, 21:41 - Ilse: look\n2/6/25, 21:42 - Orsolan: what\n2/6/25, 21:43 - Orsolan: who\n2/6/25, 21:44 - Ilse: again\n2/6/25, 21:45 - Korvin: b\n";
        string doubt = told ? "third-name" : "";
        Assert.Equal([doubt, "", doubt, doubt, "", doubt], Warned(FileRun.Of(Chat, name: file)));
    }

    [Fact]
    public void In_random_chats_the_pasted_run_is_warned_of_and_nothing_else()
    {
        for (var seed = 0; seed < 150; seed++)
        {
            var random = new Random(seed);
            var at = new DateTime(2025, 6, 20, 8, 0, 0, DateTimeKind.Unspecified);
            var lines = new List<string>();
            for (var i = 0; i < 20; i++)
            {
                at = at.AddMinutes(random.Next(10) == 0 ? random.Next(60, 600) : random.Next(0, 9));
                lines.Add(Line(at, random.Next(2) == 0 ? "Ilse" : "Orsolan", i));
            }

            var (from, count) = (random.Next(2, 20), random.Next(1, 9));
            var then = new DateTime(2025, 5, 1, 8, 0, 0, DateTimeKind.Unspecified).AddMinutes(random.Next(0, 40_000));
            lines.InsertRange(from, Enumerable.Range(0, count).Select(i => Line(then.AddMinutes(3 * i), "Korvin", i)));
            Assert.Equal(Enumerable.Range(from + 1, count), WarnedLines(Read(random.Next(2) == 0 ? "dash" : "bracket", lines)));
        }
    }

    private static string Line(DateTime at, string who, int n) => at.ToString("dd.MM.yy HH:mm", CultureInfo.InvariantCulture) + " " + who + ": " + n.ToString(CultureInfo.InvariantCulture);

    /// <summary>Reads "22.06.25 21:40 Name: text" in a style of the exports.</summary>
    private static FileRun Read(string style, IEnumerable<string> lines, ReadOptions? options = null)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            var (date, time, rest) = (line[..8], line[9..14], line[15..]);
            text.Append(style == "bracket" ? $"[{date[..6]}20{date[6..]}, {time}:00] {rest}\n" : $"{date[..6]}20{date[6..]}, {time} - {rest}\n");
        }

        return FileRun.Of(text.ToString(), options);
    }

    private static string[] Warned(FileRun run) => [.. run.Records.Select(r => string.Join(',', r.Warnings))];

    private static int[] WarnedLines(FileRun run) => [.. run.Records
        .Where(r => r.Warnings.Any(w => w.StartsWith("earlier-than", StringComparison.Ordinal) || w.StartsWith("time-before", StringComparison.Ordinal) || w.StartsWith("later-than", StringComparison.Ordinal)))
        .Select(r => ((TextPosition)r.Locator.At).Line)];
}
