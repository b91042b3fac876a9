using Onus.Domain.People;

namespace Onus.Domain.Evidence;

/// <summary>Whether two statements are of one account.</summary>
internal enum Likeness
{
    /// <summary>They are not, or nothing says that they are.</summary>
    Other = 0,

    /// <summary>It can't be told.</summary>
    Unclear,

    /// <summary>They are.</summary>
    Same,
}

/// <summary>The rows of one file about one account.</summary>
/// <param name="at">Its place among all.</param>
/// <param name="lines">Its rows, at least one.</param>
internal sealed class Statement<T>(int at, IReadOnlyList<StatementLine<T>> lines)
{
    /// <summary>Its place among all.</summary>
    public int At { get; } = at;

    /// <summary>Its rows.</summary>
    public IReadOnlyList<StatementLine<T>> Lines { get; } = lines;

    /// <summary>Its rows by day and amount.</summary>
    public ILookup<(DateOnly? Day, string Time, long Minor, string Currency), StatementLine<T>> Alike { get; } = lines.ToLookup(line => line.Key);

    /// <summary>The first day and the last; null where no day could be read.</summary>
    public (DateOnly First, DateOnly Last)? Days { get; } = lines.Any(line => line.Day is not null) ? (lines.Min(line => line.Day)!.Value, lines.Max(line => line.Day)!.Value) : null;

    /// <summary>Whose account it is, as the file writes it.</summary>
    public string? Holder => Lines[0].Holder;

    /// <summary>Who that is.</summary>
    public string? Account => Lines[0].Account;
}

/// <summary>
/// Whether two statements are of one account: a person may hold several, and banks name a holder more often than a number. Balances tell it; where none are
/// stated, the days that both have tell it, on which one lists what the other lists.
/// </summary>
internal sealed class OneAccount<T>
{
    private readonly Dictionary<(int, int), Likeness> known = [];

    /// <summary>Whether two statements are of one account.</summary>
    public Likeness Of(Statement<T> one, Statement<T> other)
    {
        var pair = one.At < other.At ? (one.At, other.At) : (other.At, one.At);
        return known.TryGetValue(pair, out var likeness) ? likeness : known[pair] = Look(one, other);
    }

    private static Likeness Look(Statement<T> one, Statement<T> other)
    {
        // A holder who is written in two ways holds two accounts as likely as one: then only the balances tell. An account without a holder may be anybody's.
        var (named, alike) = (one.Account is not null && other.Account is not null, one.Holder is { } a && other.Holder is { } b && (a == b || FoldedName.Same(a, b)));
        if (one.Lines[0].File == other.Lines[0].File || (named && one.Account != other.Account && !alike) || NumbersDiffer(one.Holder, other.Holder))
        {
            return Likeness.Other;
        }

        var (agree, speaking, against) = (0, 0, 0);
        foreach (var rows in one.Alike.Where(rows => other.Alike.Contains(rows.Key)))
        {
            var with = other.Alike[rows.Key];
            if (rows.Any(row => with.Any(line => StatementLine.SameBalance(row, line))))
            {
                agree++;
                speaking += rows.Any(row => row.Balance is not (null or 0) && with.Any(line => StatementLine.SameBalance(row, line))) ? 1 : 0;
            }
            else if (rows.Any(row => with.Any(line => StatementLine.BalanceDiffers(row, line) && StatementLine.SameWords(row, line))))
            {
                against++;
            }
        }

        return agree > 0 ? named && agree > against && (alike || speaking > 0) ? Likeness.Same : Likeness.Unclear
            : against > 0 ? Likeness.Other
            : named && alike && one.Lines[0].Giver == other.Lines[0].Giver && ListsTheSame(one, other) ? Likeness.Same
            : Likeness.Unclear;
    }

    /// <summary>Whether both list as many payments of each day and amount on the days between the later beginning and the earlier end; on these two a statement may break off.</summary>
    private static bool ListsTheSame(Statement<T> one, Statement<T> other)
    {
        if (one.Days is not { } days || other.Days is not { } with)
        {
            return false;
        }

        var (from, until) = (days.First > with.First ? days.First : with.First, days.Last < with.Last ? days.Last : with.Last);
        return Within(one, other) && Within(other, one);

        bool Within(Statement<T> lists, Statement<T> too) =>
            lists.Alike.Where(rows => rows.Key.Day > from && rows.Key.Day < until).All(rows => rows.Count() == too.Alike[rows.Key].Count());
    }

    private static bool NumbersDiffer(string? one, string? other)
    {
        // An international number has the bank's own number within it.
        var (first, second) = (Digits(one), Digits(other));
        return !first.Contains(second, StringComparison.Ordinal) && !second.Contains(first, StringComparison.Ordinal);

        static string Digits(string? holder) => string.Concat((holder ?? "").Where(char.IsDigit));
    }
}
