using System.Numerics;

namespace Onus.Domain.Evidence;

/// <summary>When a line of a chat was sent, as far as it says.</summary>
/// <param name="Earliest">The earliest instant that it can mean, in seconds of Unix time.</param>
/// <param name="Latest">
/// The latest, in seconds of Unix time: an hour later where clocks were set back over the reading, the end of the day where only a day is stated, otherwise the same.
/// </param>
public readonly record struct LineTime(long Earliest, long Latest);

/// <summary>A line whose time contradicts the order of the lines.</summary>
/// <param name="Line">Which line, from 0.</param>
/// <param name="Against">The line that it contradicts, from 0.</param>
/// <param name="IsAhead">Whether its time is after that of the other line although it stands before it; otherwise it is before it and stands after it.</param>
public readonly record struct OddLine(int Line, int Against, bool IsAhead);

/// <summary>
/// Which lines of a chat the times speak against. Lines follow time; where one is earlier than a line above it, either it and its neighbours are behind (they
/// arrived late, or were pasted) or those above are ahead (a clock was set wrong, or they were pasted). Of any two lines that contradict each other at least one is named.
/// <para>
/// A block of lines is taken for the intruder where the times jump at its edge, away from the conversation or back to it, by half or more of the
/// contradiction. Where both or neither jump, the side at which the conversation goes on more closely stands, then the one with more lines; where that
/// tells nothing either, both sides are named. Takes O(n log n) steps and some dozens of bytes a line.
/// </para>
/// </summary>
public static class LineOrder
{
    /// <summary>By how many seconds a line may lie behind another without being out of order: phones order what they send and get in the same minute as it comes.</summary>
    public const long Tolerance = 59;

    private const int FewestSteps = 3;
    private const int Clearly = 4;

    // Whoever quotes an old conversation pastes a few lines of it, and whoever forges one dates them so that it goes on: so few are never cleared by how well they fit.
    private const int MostPasted = 20;

    private enum Intruder
    {
        Behind,
        Ahead,
        Either,
    }

    /// <summary>A line that stands so far.</summary>
    /// <param name="Line">The line.</param>
    /// <param name="Value">The latest time of it and all that stand before it.</param>
    /// <param name="Holder">The line that has this time.</param>
    private readonly record struct Standing(int Line, long Value, int Holder);

    /// <summary>Whether the lines run from the newest to the oldest: at least three steps back, and more than three for each step forward.</summary>
    public static bool IsNewestFirst(IReadOnlyList<LineTime> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var (back, forward) = (0L, 0L);
        for (var i = 1; i < lines.Count; i++)
        {
            back += lines[i].Latest + Tolerance < lines[i - 1].Earliest ? 1 : 0;
            forward += lines[i].Earliest > lines[i - 1].Latest + Tolerance ? 1 : 0;
        }

        return back >= FewestSteps && back > FewestSteps * forward;
    }

    /// <summary>The lines out of order, by line. Lines that run from the newest to the oldest are looked at from the end.</summary>
    public static IReadOnlyList<OddLine> Of(IReadOnlyList<LineTime> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        if (!IsNewestFirst(lines))
        {
            return Oldest(lines);
        }

        var last = lines.Count - 1;
        return [.. Oldest([.. lines.Reverse()]).Select(odd => odd with { Line = last - odd.Line, Against = last - odd.Against }).Reverse()];
    }

    private static List<OddLine> Oldest(IReadOnlyList<LineTime> lines)
    {
        var times = Settled(lines);
        var latest = Latest(times);
        var odd = new List<OddLine>();
        var chain = new List<Standing>();
        for (var at = 0; at < times.Length;)
        {
            if (chain.Count == 0 || times[at] + Tolerance >= chain[^1].Value)
            {
                chain.Add(chain.Count == 0 || times[at] >= chain[^1].Value ? new Standing(at, times[at], at) : chain[^1] with { Line = at });
                at++;
                continue;
            }

            var holder = chain[^1].Holder;
            var end = Reaching(latest, times.Length, at, chain[^1].Value - Tolerance);
            var from = FirstAhead(chain, times[at]);
            var intruder = Find(times, chain, from, at, end);
            if (intruder != Intruder.Behind)
            {
                for (var i = from; i < chain.Count; i++)
                {
                    odd.Add(new OddLine(chain[i].Line, at, IsAhead: true));
                }

                chain.RemoveRange(from, chain.Count - from);
            }

            for (; intruder != Intruder.Ahead && at < end; at++)
            {
                odd.Add(new OddLine(at, holder, IsAhead: false));
            }
        }

        odd.Sort((one, other) => one.Line.CompareTo(other.Line));
        return odd;
    }

    /// <summary>Whether the lines that stand from a place on are ahead, or those from one line until another are behind.</summary>
    private static Intruder Find(long[] times, List<Standing> chain, int from, int at, int end)
    {
        var (ahead, behind) = (chain.Count - from, end - at);
        var step = chain[^1].Value - times[at];

        // Without the lines ahead the conversation goes on here; without those behind, there.
        var (leap, gapWithoutAhead) = from > 0 ? (chain[from].Value - chain[from - 1].Value, times[at] - chain[from - 1].Value) : (0, long.MaxValue / Clearly);
        var isEnd = end == times.Length;
        var (comesBack, gapWithoutBehind) = isEnd ? (0, 0) : (times[end] - times[end - 1], times[end] - chain[^1].Value);
        var leaps = 2 * leap >= step;
        if (!leaps)
        {
            return (!isEnd && 2 * comesBack >= step) || ahead >= behind ? Intruder.Behind
                : isEnd && from == 0 && behind >= 2 * Clearly * ahead ? Intruder.Ahead
                : Intruder.Either;
        }

        if (isEnd || 2 * comesBack < step)
        {
            return 2 * gapWithoutAhead <= leap && (!isEnd || ahead <= behind) ? Intruder.Ahead : Intruder.Either;
        }

        return Clearly * gapWithoutBehind <= gapWithoutAhead ? Intruder.Behind
            : Clearly * gapWithoutAhead <= gapWithoutBehind ? (ahead < behind && behind > MostPasted ? Intruder.Ahead : Intruder.Either)
            : ahead < behind ? Intruder.Either : Intruder.Behind;
    }

    /// <summary>One instant for each line: of those that it can mean, the one nearest to the line above.</summary>
    private static long[] Settled(IReadOnlyList<LineTime> lines)
    {
        var times = new long[lines.Count];
        for (var i = 0; i < times.Length; i++)
        {
            times[i] = i == 0 ? lines[i].Earliest : Math.Clamp(times[i - 1], lines[i].Earliest, lines[i].Latest);
        }

        return times;
    }

    /// <summary>The latest time of each stretch of lines: the whole at 1, its halves at 2 and 3, the lines at the end.</summary>
    private static long[] Latest(long[] times)
    {
        var width = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, times.Length));
        var latest = new long[2 * width];
        Array.Fill(latest, long.MinValue);
        times.CopyTo(latest, width);
        for (var i = width - 1; i > 0; i--)
        {
            latest[i] = Math.Max(latest[2 * i], latest[(2 * i) + 1]);
        }

        return latest;
    }

    /// <summary>The first line from one on that reaches a time; the number of lines where none does.</summary>
    private static int Reaching(long[] latest, int lines, int from, long time)
    {
        var width = latest.Length / 2;
        var at = width + from;
        while (latest[at] < time)
        {
            // On to what stands behind this stretch: up as long as it is a right half.
            while (at % 2 == 1 && at > 1)
            {
                at /= 2;
            }

            if (at <= 1)
            {
                return lines;
            }

            at++;
        }

        while (at < width)
        {
            at = latest[2 * at] >= time ? 2 * at : (2 * at) + 1;
        }

        return at - width;
    }

    /// <summary>The first of the lines that stand whose time a line is behind.</summary>
    private static int FirstAhead(List<Standing> chain, long time)
    {
        var (low, high) = (0, chain.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = chain[middle].Value > time + Tolerance ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
