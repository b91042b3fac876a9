namespace Onus.Domain.Evidence;

/// <summary>
/// One payment seen from both banks: the account of who paid has it, and that of who was paid. Two entries are paired where the same two people, the same
/// amount and the same currency stand in files of two accounts, in opposite directions, and no more than a few days apart.
/// </summary>
public static class SameTransfer
{
    /// <summary>The most days that a transfer takes from one bank to the other here.</summary>
    public const int MostDays = 4;

    /// <summary>One side of a transfer.</summary>
    /// <typeparam name="T">What names the entry.</typeparam>
    /// <param name="Entry">The entry.</param>
    /// <param name="File">The file that has it.</param>
    /// <param name="From">Who pays; null where the file does not name them.</param>
    /// <param name="To">Who is paid; null where the file does not name them.</param>
    /// <param name="Out">Whether it is money that left the account of the file.</param>
    /// <param name="Minor">The amount in minor units, positive.</param>
    /// <param name="Currency">ISO 4217 code.</param>
    /// <param name="Day">The day.</param>
    public readonly record struct Half<T>(T Entry, Guid File, string? From, string? To, bool Out, long Minor, string Currency, DateOnly Day);

    /// <summary>The pairs, each entry in at most one of them, as many as there can be. O(n log n).</summary>
    public static IReadOnlyList<(Half<T> Paid, Half<T> Received)> Pairs<T>(IEnumerable<Half<T>> halves)
    {
        ArgumentNullException.ThrowIfNull(halves);
        var pairs = new List<(Half<T>, Half<T>)>();
        foreach (var alike in halves.Where(h => h.From is not null && h.To is not null).GroupBy(h => (h.From, h.To, h.Minor, h.Currency)))
        {
            // Both in order of days: pairing the earliest that is in reach leaves none unpaired that another choice would have paired.
            var paid = alike.Where(h => h.Out).OrderBy(h => h.Day).ToList();
            var received = alike.Where(h => !h.Out).OrderBy(h => h.Day).ToList();
            foreach (var side in paid)
            {
                var at = received.FindIndex(r => r.File != side.File && Math.Abs(r.Day.DayNumber - side.Day.DayNumber) <= MostDays);
                if (at >= 0)
                {
                    pairs.Add((side, received[at]));
                    received.RemoveAt(at);
                }
            }
        }

        return pairs;
    }

    /// <summary>
    /// The pairs of which a side does not name everybody or no currency, among the entries that <see cref="Pairs"/> leaves: the same amount, no other currency, one
    /// person whom both name in the same part, and nobody whom they name differently. Certain where both name the currency, the day is the same too and neither
    /// entry fits another of that day; else they only may be one. Each entry is in at most one pair.
    /// </summary>
    public static IReadOnlyList<(Half<T> Paid, Half<T> Received, bool IsOne)> HalfNamed<T>(IEnumerable<Half<T>> halves)
    {
        ArgumentNullException.ThrowIfNull(halves);
        var pairs = new List<(Half<T>, Half<T>, bool)>();
        foreach (var alike in halves.GroupBy(h => h.Minor))
        {
            var received = alike.Where(h => !h.Out).OrderBy(h => h.Day).ToList();
            var fitting = alike.Where(h => h.Out).OrderBy(h => h.Day).SelectMany(p => received.Where(r => Fit(p, r)).Select(r => (Paid: p, Received: r))).ToList();
            var sameDay = fitting.Where(pair => pair.Paid.Day == pair.Received.Day && pair.Paid.Currency == pair.Received.Currency).ToList();
            var (paidOnce, receivedOnce) = (Once(sameDay.Select(pair => pair.Paid)), Once(sameDay.Select(pair => pair.Received)));
            var taken = new HashSet<Half<T>>();
            foreach (var (paid, into) in sameDay.Where(pair => paidOnce.Contains(pair.Paid) && receivedOnce.Contains(pair.Received)))
            {
                taken.UnionWith([paid, into]);
                pairs.Add((paid, into, true));
            }

            foreach (var (paid, into) in fitting.OrderBy(pair => Math.Abs(pair.Paid.Day.DayNumber - pair.Received.Day.DayNumber)))
            {
                if (!taken.Contains(paid) && !taken.Contains(into))
                {
                    taken.UnionWith([paid, into]);
                    pairs.Add((paid, into, false));
                }
            }
        }

        return pairs;

        static HashSet<Half<T>> Once(IEnumerable<Half<T>> sides) => [.. sides.CountBy(side => side).Where(side => side.Value == 1).Select(side => side.Key)];

        static bool Fit(Half<T> paid, Half<T> received) =>
            paid.File != received.File && Math.Abs(paid.Day.DayNumber - received.Day.DayNumber) <= MostDays
            && Agree(paid.From, received.From) && Agree(paid.To, received.To)
            && (paid.Currency == received.Currency || paid.Currency.Length == 0 || received.Currency.Length == 0)
            && (paid.Currency != received.Currency || paid.From is null || paid.To is null || received.From is null || received.To is null)
            && ((paid.From is not null && paid.From == received.From) || (paid.To is not null && paid.To == received.To));

        static bool Agree(string? one, string? other) => one is null || other is null || one == other;
    }
}
