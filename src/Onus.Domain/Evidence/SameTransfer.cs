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
    public readonly record struct Half<T>(T Entry, Guid File, string? From, string? To, bool Out, long Minor, string Currency, DateOnly Day)
    {
        /// <summary>Whether the name of who pays is nobody's of the case yet: it may be another name of whom the other bank names.</summary>
        public bool IsFromOpen { get; init; }

        /// <summary>Whether that of who is paid is, likewise.</summary>
        public bool IsToOpen { get; init; }
    }

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
    /// The pairs of which a side does not name everybody or no currency, among the entries that <see cref="Pairs"/> leaves: the same amount, no other currency, and nobody of the
    /// case whom they name differently. Where one person stands in both in the same part, they are one where both name the currency, the day is the same too and neither entry fits
    /// another of that day. Where none does, as where each bank names its own customer alone, or where one of them leaves out a name, they are one only where their words say so.
    /// All others only may be one. Each entry is in at most one pair; what is surest is paired first, then what is nearest in days.
    /// </summary>
    /// <param name="halves">The entries.</param>
    /// <param name="words">What the bank says of an entry.</param>
    /// <param name="paired">Those that <see cref="Pairs"/> has paired; none where nothing was: a reference that stands in them too is of more than two.</param>
    public static IReadOnlyList<(Half<T> Paid, Half<T> Received, bool IsOne)> HalfNamed<T>(IEnumerable<Half<T>> halves, Func<T, PaymentWords> words, IEnumerable<Half<T>> paired)
    {
        ArgumentNullException.ThrowIfNull(halves);
        ArgumentNullException.ThrowIfNull(words);
        var all = halves.ToList();
        var said = new Dictionary<Half<T>, PaymentWords>();
        var uses = new Lazy<Dictionary<string, int>>(() => all.Concat(paired).SelectMany(half => Said(half).References).CountBy(reference => reference, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal));
        var pairs = new List<(Half<T>, Half<T>, bool)>();
        foreach (var alike in all.GroupBy(h => h.Minor))
        {
            var received = alike.Where(h => !h.Out).ToLookup(h => h.Day.DayNumber);
            List<Fit<T>> fitting = received.Count == 0 ? [] : [.. alike.Where(h => h.Out).SelectMany(p => Enumerable.Range(p.Day.DayNumber - MostDays, (2 * MostDays) + 1).SelectMany(day => received[day]).Where(r => MayBe(p, r)).Select(r => new Fit<T>(p, r)))];
            var sameDay = fitting.Where(pair => pair.Shared && pair.Agrees && pair.Days == 0 && pair.Paid.Currency.Length > 0 && pair.Paid.Currency == pair.Received.Currency).ToHashSet();
            var (paidOnce, receivedOnce) = (Once(sameDay.Select(pair => pair.Paid)), Once(sameDay.Select(pair => pair.Received)));
            var taken = new HashSet<Half<T>>();
            foreach (var (pair, isOne) in fitting.Select(pair => (Pair: pair, IsOne: SayOne(pair) || (sameDay.Contains(pair) && paidOnce.Contains(pair.Paid) && receivedOnce.Contains(pair.Received))))
                .OrderByDescending(one => one.IsOne).ThenByDescending(one => one.Pair.Shared).ThenByDescending(one => one.Pair.Agrees).ThenBy(one => one.Pair.Days)
                .ThenBy(one => OrderOf(one.Pair.Paid), StringComparer.Ordinal).ThenBy(one => OrderOf(one.Pair.Received), StringComparer.Ordinal))
            {
                if (!taken.Contains(pair.Paid) && !taken.Contains(pair.Received))
                {
                    taken.UnionWith([pair.Paid, pair.Received]);
                    pairs.Add((pair.Paid, pair.Received, isOne));
                }
            }
        }

        return pairs;

        PaymentWords Said(Half<T> half) => said.TryGetValue(half, out var known) ? known : said[half] = words(half.Entry);

        bool SayOne(Fit<T> pair) => pair.Paid.Currency == pair.Received.Currency && PaymentWords.SayOne(
            Said(pair.Paid), Said(pair.Received), pair.Paid.To is { } to && to == pair.Received.To, pair.Received.From is { } from && from == pair.Paid.From,
            reference => uses.Value.GetValueOrDefault(reference));

        static HashSet<Half<T>> Once(IEnumerable<Half<T>> sides) => [.. sides.CountBy(side => side).Where(side => side.Value == 1).Select(side => side.Key)];
    }

    // In whatever order they come, the same are paired.
    private static string OrderOf<T>(Half<T> half) => $"{half.Day:O} {half.File:N} {half.From}\n{half.To}\n{half.Currency}";

    private static bool MayBe<T>(Half<T> paid, Half<T> received)
    {
        var (from, to) = (paid.From is not null && paid.From == received.From, paid.To is not null && paid.To == received.To);
        return paid.File != received.File
            && (paid.Currency == received.Currency || paid.Currency.Length == 0 || received.Currency.Length == 0)
            && (paid.Currency != received.Currency || !from || !to)
            && (from || paid.From is null || received.From is null || paid.IsFromOpen || received.IsFromOpen)
            && (to || paid.To is null || received.To is null || paid.IsToOpen || received.IsToOpen)
            // Else one of them leaves out the other side, and there are two accounts: of two statements without a holder, and of two of one holder, nothing says so.
            && (from || to || ((paid.To is null || received.From is null) && (paid.From is not null || received.To is not null) && paid.From != received.To));
    }

    private readonly record struct Fit<T>(Half<T> Paid, Half<T> Received)
    {
        public int Days => Math.Abs(Paid.Day.DayNumber - Received.Day.DayNumber);

        /// <summary>Whether neither names somebody whom the other names differently.</summary>
        public bool Agrees => (Paid.From is null || Received.From is null || Paid.From == Received.From) && (Paid.To is null || Received.To is null || Paid.To == Received.To);

        /// <summary>Whether both name one person in the same part.</summary>
        public bool Shared => (Paid.From is not null && Paid.From == Received.From) || (Paid.To is not null && Paid.To == Received.To);
    }
}
