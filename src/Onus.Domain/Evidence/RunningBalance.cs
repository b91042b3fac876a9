using Onus.Domain.Shared;

namespace Onus.Domain.Evidence;

/// <summary>An entry of an account, as far as a gap between entries asks for it.</summary>
/// <param name="File">The file that has it.</param>
/// <param name="Sequence">Place in that file, from 1.</param>
/// <param name="Day">Its day.</param>
/// <param name="Minor">What moved, in minor units, negative for money out; null where it is not known.</param>
/// <param name="Balance">What the source says was left after it, in minor units; null where it does not say.</param>
/// <param name="Currency">ISO 4217 code; empty for none.</param>
public readonly record struct AccountEntry(MaterialId File, int Sequence, DateOnly Day, long? Minor, long? Balance, string Currency);

/// <summary>Whether nothing can be missing between two entries of an account, because its balance goes on unbroken.</summary>
public static class RunningBalance
{
    /// <summary>
    /// Whether every file that has entries on both sides of the days between goes on with the balance it had, and whatever file ends before them has another
    /// that begins where it ended or lists its last entry too and goes on, or none begins after them. Movements that cancel each other out exactly leave no trace in a balance; nothing here can see
    /// those.
    /// </summary>
    /// <param name="entries">The entries of one holder, in any order, before and after the days; several accounts may be among them, each in files of its own.</param>
    /// <param name="from">First day without an entry.</param>
    /// <param name="until">Last day without an entry.</param>
    /// <returns>False also where no balance is stated.</returns>
    public static bool GoesOn(IReadOnlyCollection<AccountEntry> entries, DateOnly from, DateOnly until)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var files = entries.GroupBy(e => (e.File, e.Currency)).Select(InOrder).ToList();
        var across = files.Where(f => f[0].Day < from && f[^1].Day > until).ToList();
        var ended = files.Where(f => f[^1].Day < from).ToList();
        var begun = files.Where(f => f[0].Day > until).ToList();
        return across.TrueForAll(f => Follows(f.Last(e => e.Day < from), f.First(e => e.Day > until)))
            && (begun.Count == 0 || ended.TrueForAll(last => files.Exists(next => next != last && (Follows(last[^1], next[0]) || GoesOnIn(last[^1], next)))));
    }

    /// <summary>
    /// Whether the balances say that something moved on the days between: they are stated on both sides, and do not go on. Whatever says that nothing did
    /// is not to be believed then.
    /// </summary>
    /// <param name="entries">As for <see cref="GoesOn"/>.</param>
    /// <param name="from">First day without an entry.</param>
    /// <param name="until">Last day without an entry.</param>
    public static bool Breaks(IReadOnlyCollection<AccountEntry> entries, DateOnly from, DateOnly until)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return entries.Any(e => e.Day < from && e.Balance is not null) && entries.Any(e => e.Day > until && e is { Balance: not null, Minor: not null }) && !GoesOn(entries, from, until);
    }

    private static bool Follows(AccountEntry before, AccountEntry after) =>
        before.Currency == after.Currency && before.Balance is { } was && after is { Balance: { } now, Minor: { } moved } && was + moved == now;

    // Statements of one account overlap: the end of one stands in the midst of the next.
    private static bool GoesOnIn(AccountEntry last, List<AccountEntry> next) =>
        last.Balance is not null && next.SkipLast(1).Any(e => (e.Day, e.Minor, e.Balance, e.Currency) == (last.Day, last.Minor, last.Balance, last.Currency));

    // Some banks list the newest entry first: then the order within a day is turned as well.
    private static List<AccountEntry> InOrder(IEnumerable<AccountEntry> file)
    {
        var listed = file.OrderBy(e => e.Sequence).ToList();
        if (listed[0].Day > listed[^1].Day)
        {
            listed.Reverse();
        }

        return [.. listed.Index().OrderBy(e => e.Item.Day).ThenBy(e => e.Index).Select(e => e.Item)];
    }
}
