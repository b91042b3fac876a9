using Onus.Casework.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;

namespace Onus.Casework.Records;

/// <summary>Who paid whom how much: each payment once, in whichever files it stands, and with every entry of it named.</summary>
/// <param name="materials">The files of the case.</param>
/// <param name="names">Who is who.</param>
/// <param name="copies">What stands in two files.</param>
internal sealed class SumPayments(IReadOnlyDictionary<MaterialId, Material> materials, Names names, FindCopies.Found copies)
{
    /// <summary>What one name paid another in one month, as the accounts state it; one of them may be unnamed.</summary>
    internal sealed record Moved(MaterialId File, bool Out, string? From, string? To, string Currency, int Decimals, long Minor, int Count, string? First, string? Last);

    private readonly List<FindCopies.Twice> filled = [.. copies.Same.Where(pair => pair.Filled)];

    /// <summary>
    /// The entries that are not told under the names of their own row. What one account leaves unnamed and the other names is told under the names that both
    /// together give; what several statements list is told under the names of the entry that is summed.
    /// </summary>
    public IReadOnlyList<Sha256> Apart => [.. filled.SelectMany(pair => new[] { pair.Paid.Id, pair.Received.Id }).Concat(copies.Again.SelectMany(listed => listed.Others.Select(other => other.Id)))];

    /// <summary>These entries as their rows state them.</summary>
    public IEnumerable<Moved> MovedApart =>
        filled.SelectMany(pair => new[] { pair.Paid, pair.Received }).Concat(copies.Again.SelectMany(listed => listed.Others)).Select(entry => Row(entry, entry.Minor));

    /// <summary>The payments that may be listed by several statements.</summary>
    public IReadOnlyList<WhoAndWhom.Listed> MaybeListed => [.. copies.MaybeAgain.Select(listed => Told(listed, Sides(listed.Stands)))];

    /// <summary>The payments that both banks may list, under the names of whose accounts they are where the entries say so.</summary>
    public IReadOnlyList<WhoAndWhom.Maybe> Maybe => [.. copies.Maybe.Select(pair => (pair.Paid, pair.Received, Sides: Sides(new FindCopies.Twice("", "", pair.Paid, pair.Received, Filled: true))))
        .Select(pair => new WhoAndWhom.Maybe(
            pair.Sides.From, pair.Sides.To, pair.Paid.Currency.Length > 0 ? pair.Paid.Currency : pair.Received.Currency, Math.Max(pair.Paid.Decimals, pair.Received.Decimals),
            new(pair.Paid.Minor, pair.Paid.Id, pair.Paid.On!.Value, pair.Received.Id, pair.Received.On!.Value)))];

    /// <summary>The sums, largest first.</summary>
    /// <param name="moved">What moved, without <see cref="Apart"/>.</param>
    public IReadOnlyList<WhoAndWhom.Paid> Of(IReadOnlyList<Moved> moved)
    {
        var pairs = filled.SelectMany(pair => new[] { (pair.Paid.Id, Pair: pair), (pair.Received.Id, Pair: pair) }).ToDictionary(pair => pair.Id, pair => pair.Pair);
        var listed = copies.Again.Select(one => (One: one, Sides: pairs.TryGetValue(one.Stands.Id, out var pair) ? Sides(pair) : Sides(one.Stands))).ToList();
        var twice = copies.Same.ToLookup(pair => (pair.From, pair.To, pair.Paid.Currency));
        var maybe = copies.Maybe.SelectMany(pair => new[] { pair.Paid, pair.Received }).CountBy(entry => KeyOf(Sides(entry), entry.Currency)).ToDictionary();
        var again = listed.ToLookup(x => KeyOf(x.Sides, x.One.Stands.Currency), x => Told(x.One, x.Sides));
        return [.. moved.Select(row => (Sides: Sides(row.File, row.Out, row.From, row.To), Row: row))
            .Concat(filled.SelectMany(pair => new[] { pair.Paid, pair.Received }.Select(entry => (Sides: Sides(pair), Row: Row(entry, entry.Minor)))))
            // The entry that stands has the amount.
            .Concat(listed.SelectMany(x => x.One.Others.Select(entry => (x.Sides, Row: Row(entry, 0)))))
            .GroupBy(m => (From: m.Sides.From?.Key, To: m.Sides.To?.Key, m.Row.Currency, m.Row.Decimals))
            .Select(g => (g, Key: (g.Key.From ?? "", g.Key.To ?? "", g.Key.Currency)))
            .Select(x => Paid(x.g.First().Sides, [.. x.g.Select(m => m.Row)], [.. twice[x.Key]], [.. again[x.Key]]) with { Maybe = maybe.GetValueOrDefault(x.Key) })
            .OrderByDescending(paid => paid.Minor).ThenBy(paid => paid.From?.Shown, StringComparer.Ordinal)];
    }

    private static (string From, string To, string Currency) KeyOf((Named? From, Named? To) sides, string currency) => (sides.From?.Key ?? "", sides.To?.Key ?? "", currency);

    private static WhoAndWhom.Paid Paid((Named? From, Named? To) sides, List<Moved> rows, List<FindCopies.Twice> twice, List<WhoAndWhom.Listed> again)
    {
        return new(
        sides.From, sides.To, rows[0].Currency, rows[0].Decimals,
        rows.Sum(row => row.Minor) - twice.Sum(t => t.Paid.Minor), rows.Sum(row => row.Count),
        Days.Of(rows.Min(row => row.First)), Days.Of(rows.Max(row => row.Last)),
        [.. rows.Where(row => Days.Of(row.First) is not null)
            .GroupBy(row => CalendarMonth.Of(Days.Of(row.First)!.Value))
            .OrderBy(month => month.Key)
            .Select(month => (
                month.Key, month.Sum(row => row.Minor) - ReceivedIn(month.Key).Sum(t => t.Paid.Minor),
                // Of one payment all statements of an account state one day.
                month.Sum(row => row.Count) - ReceivedIn(month.Key).Count() - again.Where(one => one.On is { } on && CalendarMonth.Of(on) == month.Key).Sum(one => one.Entries.Count - 1)))],
        [.. twice.Select(t => new WhoAndWhom.Twice(t.Paid.Minor, t.Paid.Id, t.Paid.On!.Value, t.Received.Id, t.Received.On!.Value, t.Filled))],
        again);

        // The entry of who was paid is the one that is left out.
        IEnumerable<FindCopies.Twice> ReceivedIn(CalendarMonth month) => twice.Where(t => CalendarMonth.Of(t.Received.On!.Value) == month);
    }

    private WhoAndWhom.Listed Told(FindCopies.Listed listed, (Named? From, Named? To) sides) => new(
        sides.From, sides.To, listed.Stands.Currency, listed.Stands.Decimals, listed.Stands.Minor, listed.Stands.On,
        [.. listed.Others.Prepend(listed.Stands).Select(entry => (entry.Id, materials[entry.File]))]);

    private static Moved Row(FindCopies.Entry entry, long minor) =>
        new(entry.File, entry.Out, entry.From, entry.To, entry.Currency, entry.Decimals, minor, 1, entry.On is { } day ? Days.Iso(day) : null, entry.On is { } last ? Days.Iso(last) : null);

    private (Named? From, Named? To) Sides(FindCopies.Entry entry) => Sides(entry.File, entry.Out, entry.From, entry.To);

    private (Named? From, Named? To) Sides(FindCopies.Twice pair) => (
        (pair.Paid.From ?? pair.Received.From) is { } from ? names.Of(from) : Account(pair.Paid.File),
        (pair.Received.To ?? pair.Paid.To) is { } to ? names.Of(to) : Account(pair.Received.File));

    // A statement that does not name its account holder is about one account all the same: money in and money out of it are never one sum.
    private (Named? From, Named? To) Sides(MaterialId file, bool leaves, string? from, string? to) => (
        from is not null ? names.Of(from) : leaves ? Account(file) : null,
        to is not null ? names.Of(to) : leaves ? null : Account(file));

    private Named Account(MaterialId file) => new(null, materials[file].Title, WhoAndWhom.AccountOf(file));
}
