namespace Onus.Domain.Evidence;

/// <summary>
/// One payment that several statements of one account list, because their days overlap or because it was exported in two forms. Two equal rows within one
/// file are two payments: of payments that nothing tells apart there are as many as the file with most of them lists.
/// </summary>
public static class SameEntry
{
    /// <summary>Finds them. Linear in the rows, and quadratic in those of one day and amount.</summary>
    /// <param name="lines">The rows of all accounts, in the order in which they are to be told.</param>
    /// <returns>
    /// The rows that are one payment, and those that only may be; at least two of different files each, and each row in at most one list of either. A row that is one with others stands in
    /// <c>Maybe</c> for all of them.
    /// </returns>
    public static (IReadOnlyList<IReadOnlyList<T>> Same, IReadOnlyList<IReadOnlyList<T>> Maybe) Of<T>(IEnumerable<StatementLine<T>> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var statements = lines.GroupBy(line => (line.File, line.Account)).Select((rows, at) => new Statement<T>(at, [.. rows])).ToList();
        var accounts = new OneAccount<T>();
        var (same, maybe) = (new List<IReadOnlyList<T>>(), new List<IReadOnlyList<T>>());
        foreach (var alike in statements.SelectMany(statement => statement.Lines.Select(line => new Row<T>(statement, line))).GroupBy(row => row.Line.Key)
            .Where(rows => rows.Any(row => row.Line.File != rows.First().Line.File)))
        {
            var payments = Payments(alike, accounts);
            same.AddRange(payments.Where(payment => payment.Count > 1).Select(payment => (IReadOnlyList<T>)[.. payment.Select(row => row.Line.Entry)]));
            maybe.AddRange(Doubtful(payments, accounts));
        }

        return (same, maybe);
    }

    /// <summary>The payments behind rows of one day and amount; each statement has a payment at most once.</summary>
    private static List<List<Row<T>>> Payments<T>(IEnumerable<Row<T>> rows, OneAccount<T> accounts)
    {
        var payments = new List<List<Row<T>>>();
        foreach (var statement in rows.GroupBy(row => row.Statement.At).OrderBy(group => group.Key))
        {
            var (open, before) = (statement.ToList(), payments.ToList());
            // What the balances show to be one is settled first, so that no equal row takes its place.
            foreach (var one in new Func<StatementLine<T>, StatementLine<T>, bool>[] { StatementLine.SameBalance, StatementLine.Alike })
            {
                foreach (var row in open.ToList())
                {
                    if (before.Find(payment => Fits(row, payment, one)) is { } found)
                    {
                        found.Add(row);
                        before.Remove(found);
                        open.Remove(row);
                    }
                }
            }

            payments.AddRange(open.Select(row => new List<Row<T>> { row }));
        }

        return payments;

        bool Fits(Row<T> row, List<Row<T>> payment, Func<StatementLine<T>, StatementLine<T>, bool> one) =>
            payment.Exists(other => one(row.Line, other.Line) && accounts.Of(row.Statement, other.Statement) == Likeness.Same)
            && payment.TrueForAll(other => row.Line.File != other.Line.File && !StatementLine.BalanceDiffers(row.Line, other.Line) && StatementLine.Parties(row.Line, other.Line) != Match.Differs);
    }

    /// <summary>Payments of which two may be one. What one file lists both of is two.</summary>
    private static IEnumerable<IReadOnlyList<T>> Doubtful<T>(List<List<Row<T>>> payments, OneAccount<T> accounts)
    {
        var open = payments.ToList();
        while (open.Count > 1)
        {
            List<List<Row<T>>> one = [open[0]];
            open.RemoveAt(0);
            foreach (var other in open.ToList())
            {
                if (one.TrueForAll(payment => !payment.Exists(row => other.Exists(with => with.Line.File == row.Line.File)))
                    && one.Exists(payment => payment.Exists(row => other.Exists(with => MayBe(row, with)))))
                {
                    one.Add(other);
                    open.Remove(other);
                }
            }

            if (one.Count > 1)
            {
                yield return [.. one.Select(payment => payment[0].Line.Entry)];
            }
        }

        bool MayBe(Row<T> row, Row<T> other)
        {
            var (one, with, account) = (row.Line, other.Line, accounts.Of(row.Statement, other.Statement));
            var balance = one.Balance is { } left && left != 0 && left == with.Balance;
            return account != Likeness.Other && (StatementLine.Parties(one, with), StatementLine.BalanceDiffers(one, with)) switch
            {
                _ when StatementLine.ClockDiffers(one, with) && !balance => false,
                (Match.Differs, _) => account == Likeness.Same && balance,
                (_, true) => account == Likeness.Same && StatementLine.SameWords(one, with),
                var (parties, _) => account == Likeness.Same || balance || parties == Match.Same || StatementLine.Texts(one, with) == Match.Same,
            };
        }
    }

    private readonly record struct Row<T>(Statement<T> Statement, StatementLine<T> Line);
}
