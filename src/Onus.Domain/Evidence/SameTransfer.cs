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
    /// <param name="From">Who pays.</param>
    /// <param name="To">Who is paid.</param>
    /// <param name="Out">Whether it is money that left the account of the file.</param>
    /// <param name="Minor">The amount in minor units, positive.</param>
    /// <param name="Currency">ISO 4217 code.</param>
    /// <param name="Day">The day.</param>
    public readonly record struct Half<T>(T Entry, Guid File, string From, string To, bool Out, long Minor, string Currency, DateOnly Day);

    /// <summary>The pairs, each entry in at most one of them, as many as there can be. O(n log n).</summary>
    public static IReadOnlyList<(Half<T> Paid, Half<T> Received)> Pairs<T>(IEnumerable<Half<T>> halves)
    {
        ArgumentNullException.ThrowIfNull(halves);
        var pairs = new List<(Half<T>, Half<T>)>();
        foreach (var alike in halves.GroupBy(h => (h.From, h.To, h.Minor, h.Currency)))
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
}
