using Onus.Domain.Evidence;

namespace Onus.Domain.Tests.Evidence;

/// <summary>Which lines the times speak against, in random chats and in those where a rule that is too simple names the wrong ones.</summary>
public sealed class LineOrderTests
{
    private const long Minute = 60;
    private const long Day = 24 * 60 * Minute;

    [Fact]
    public void An_ordered_chat_has_no_line_out_of_order()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            Assert.Empty(LineOrder.Of(Lines(Chat(new Random(seed), 60))));
        }
    }

    [Fact]
    public void A_pasted_run_of_earlier_lines_is_named_and_nothing_else()
    {
        for (var seed = 0; seed < 2000; seed++)
        {
            var random = new Random(seed);
            var chat = Chat(random, random.Next(4, 60));
            var run = Chat(random, random.Next(1, 12));
            var at = random.Next(2, chat.Count);
            // Of any day before this one, of the same length and in its own order.
            var back = (random.Next(1, 400) * Day) + run[^1] - chat[at - 1];
            chat.InsertRange(at, run.Select(time => time - back));
            Assert.Equal(Enumerable.Range(at, run.Count), Named(chat, seed));
        }
    }

    [Fact]
    public void A_single_line_of_a_later_day_is_named_and_nothing_else()
    {
        for (var seed = 0; seed < 2000; seed++)
        {
            var random = new Random(seed);
            var chat = Chat(random, random.Next(6, 60));
            // At the head of a file it takes some lines to tell which side is wrong.
            var at = random.Next(chat.Count < 9 ? 1 : 0, chat.Count - 2);
            chat.Insert(at, chat[at] + (random.Next(1, 400) * Day));
            Assert.Equal([at], Named(chat, seed));
        }
    }

    [Fact]
    public void Of_two_lines_that_contradict_each_other_one_is_named_whatever_the_chat()
    {
        for (var seed = 0; seed < 3000; seed++)
        {
            var random = new Random(seed);
            var times = Enumerable.Range(0, random.Next(1, 40)).Select(i => (random.Next(3) == 0 ? random.Next(0, 40) : i) * Minute).ToList();
            var odd = LineOrder.Of(Lines(times)).Select(o => o.Line).ToHashSet();
            var stand = Enumerable.Range(0, times.Count).Where(i => !odd.Contains(i)).ToList();
            var isNewestFirst = LineOrder.IsNewestFirst(Lines(times));
            Assert.All(stand.Zip(stand.Skip(1)), pair => Assert.True(isNewestFirst ? times[pair.First] >= times[pair.Second] : times[pair.First] <= times[pair.Second], $"seed {seed}: {string.Join(' ', times.Select(t => t / Minute))} stand {string.Join(' ', stand)}"));
        }
    }

    [Fact]
    public void Each_named_line_contradicts_the_line_that_it_is_named_against()
    {
        for (var seed = 0; seed < 3000; seed++)
        {
            var random = new Random(seed);
            var times = Enumerable.Range(0, random.Next(1, 40)).Select(i => (random.Next(3) == 0 ? random.Next(0, 40) : i) * Minute).ToList();
            var sign = LineOrder.IsNewestFirst(Lines(times)) ? -1 : 1;
            Assert.All(LineOrder.Of(Lines(times)), odd =>
            {
                Assert.Equal(odd.IsAhead, times[odd.Line] > times[odd.Against]);
                Assert.Equal(odd.IsAhead, sign * odd.Line < sign * odd.Against);
            });
        }
    }

    [Theory]
    [InlineData("600 605 | -1000 -998 | 607 620", "2 3")] // At the head of a file, where as many lines stand before as were pasted.
    [InlineData("600 605 | -1000 -998 -997 -990 -985 -960 | 607 620", "2 3 4 5 6 7")] // And more than stand before it.
    [InlineData("480 540 570 590 600 605 | 495 500 505 506 507 508 509 530 | 607 620", "6 7 8 9 10 11 12 13")] // Of this very morning.
    [InlineData("0 5 | 2000 | 7 9 12 | 1450 1460 2100", "2")] // Ahead by a day and a half.
    [InlineData("0 5 | 4320 4325 4330 | 7 9 12 20 30 | 1450 2900 4400", "2 3 4")] // Ahead by three days, several lines.
    [InlineData("9000 | 0 5 7 8 9 11 14 15 17 20", "0")] // At the very head, and never reached again.
    [InlineData("0 3 8 10 12 15 20 | -500 -499", "7 8")] // At the end.
    [InlineData("0 3 8 | 5 | 10 12", "3")] // Late by minutes.
    [InlineData("0 3 8 8 8 8 12 12", "")]
    public void The_intruder_is_named(string minutes, string expected)
    {
        var times = minutes.Replace("| ", "", StringComparison.Ordinal).Split(' ').Select(n => int.Parse(n, System.Globalization.CultureInfo.InvariantCulture) * Minute).ToList();
        Assert.Equal(expected, string.Join(' ', LineOrder.Of(Lines(times)).Select(odd => odd.Line)));
    }

    [Fact]
    public void Where_nothing_tells_the_sides_apart_both_are_named()
    {
        // A line after a night, and two of the day before behind it: either can be the intruder.
        long[] minutes = [0, 1445, 200, 205, 1700];
        Assert.Equal([1, 2, 3], Named([.. minutes.Select(m => m * Minute)], 0));
        Assert.Equal([0, 1, 2], Named([600 * Minute, 8 * Minute, 9 * Minute], 0));
    }

    [Fact]
    public void Less_than_a_minute_is_no_order_and_many_such_steps_are()
    {
        Assert.Empty(LineOrder.Of(Lines([100, 41, 99, 101, 45])));
        Assert.Equal([2], Named([200, 150, 100, 201], 0));
    }

    [Fact]
    public void A_reading_that_can_mean_two_instants_means_the_one_that_fits()
    {
        LineTime[] lines = [new(1000, 4600), new(2000, 5600), new(1500, 5100), new(6000, 6000)];
        Assert.Empty(LineOrder.Of(lines));
        Assert.Equal(2, Assert.Single(LineOrder.Of([.. lines[..2], new(-9000, -5400), lines[3]])).Line);
    }

    [Fact]
    public void A_chat_from_the_newest_line_to_the_oldest_is_looked_at_from_its_end()
    {
        var times = Chat(new Random(7), 30);
        times.Reverse();
        Assert.True(LineOrder.IsNewestFirst(Lines(times)));
        Assert.Empty(LineOrder.Of(Lines(times)));
        times.Insert(10, times[25]);
        Assert.Equal([10], Named(times, 0));
        Assert.False(LineOrder.IsNewestFirst(Lines([600, 300])));
    }

    [Fact]
    public void A_long_file_of_contradictions_is_decided()
    {
        // Every line but one contradicts another: what grew with the square of the lines would not end.
        var times = Enumerable.Range(0, 400_000).Select(i => (i % 2 == 0 ? i : i - 300_000) * Minute).ToList();
        Assert.InRange(LineOrder.Of(Lines(times)).Count, 199_000, 201_000);
    }

    /// <summary>Conversations: some lines with minutes between them, then hours, then some lines.</summary>
    private static List<long> Chat(Random random, int lines)
    {
        var times = new List<long>();
        var at = 50_000 * Minute;
        for (var i = 0; i < lines; i++)
        {
            at += (random.Next(12) == 0 ? random.Next(60, 600) : random.Next(0, 6)) * Minute;
            times.Add(at);
        }

        return times;
    }

    private static LineTime[] Lines(IEnumerable<long> times) => [.. times.Select(time => new LineTime(time, time))];

    private static int[] Named(List<long> times, int seed)
    {
        var odd = LineOrder.Of(Lines(times));
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}: {string.Join(' ', times.Select(t => t / Minute))}");
        return [.. odd.Select(o => o.Line)];
    }
}
