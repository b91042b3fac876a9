using Onus.Domain.Evidence;

namespace Onus.Ingest.Tables;

/// <summary>
/// Whether each running balance follows from its neighbour: a free check on missing, doubled or changed rows. Statements run oldest first or newest
/// first; the file itself shows which, by how many rows fit.
/// </summary>
internal sealed class BalanceCheck
{
    private (long Balance, long Amount, string Currency)? previous;
    private long compared;
    private long oldestFirst;
    private long newestFirst;
    private long turnedOldestFirst;
    private long turnedNewestFirst;

    /// <summary>Whether the statement runs from the newest row to the oldest.</summary>
    public bool RunsBackwards => newestFirst > oldestFirst;

    /// <summary>How many balances do not follow, where that is most of them: then the rows are not at fault, and it is said once. Else 0.</summary>
    public long MostFail => compared - Math.Max(oldestFirst, newestFirst) is >= 3 and var fails && fails * 2 > compared ? fails : 0;

    /// <summary>Whether no balance follows, and every one would if money out and money in changed places.</summary>
    public bool SignsAreTurned => compared >= 2 && Math.Max(oldestFirst, newestFirst) == 0 && Math.Max(turnedOldestFirst, turnedNewestFirst) == compared;

    /// <summary>First pass: counts which direction fits.</summary>
    public void Learn(Money? amount, Money? balance)
    {
        var now = Values(amount, balance);
        if (previous is { } above && now is { } row && above.Currency == row.Currency)
        {
            compared++;
            turnedOldestFirst += Follows(above.Balance, -row.Amount, row.Balance) ? 1 : 0;
            turnedNewestFirst += Follows(row.Balance, -above.Amount, above.Balance) ? 1 : 0;
            oldestFirst += Follows(above.Balance, row.Amount, row.Balance) ? 1 : 0;
            newestFirst += Follows(row.Balance, above.Amount, above.Balance) ? 1 : 0;
        }

        previous = now;
    }

    /// <summary>Whether the balance of a row fails to follow from the row that is older; false where there is nothing to compare.</summary>
    public static bool Fails(Money? olderBalance, Money? amount, Money? balance) =>
        olderBalance is not null && Values(amount, balance) is { } row && olderBalance.Currency == row.Currency
        && !Follows(olderBalance.Minor, row.Amount, row.Balance);

    private static (long Balance, long Amount, string Currency)? Values(Money? amount, Money? balance) =>
        amount is not null && balance is not null ? (balance.Minor, amount.Minor, balance.Currency) : null;

    private static bool Follows(long older, long amount, long balance) => (Int128)older + amount == balance;
}
