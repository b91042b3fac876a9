using Onus.Domain.Evidence;

namespace Onus.Ingest.Times;

/// <summary>
/// Checks every date of a file against every order. An order is contradicted by a date that does not exist in it while it does in another, and, where
/// lines follow time, by making more steps back of more than a day than another order that is possible: clocks step back and messages arrive late,
/// months don't. Steps back that no order removes contradict nothing, and a date that exists in no order says nothing about them.
/// </summary>
/// <param name="linesFollowTime">Whether the lines are in the order of time, as those of a chat are.</param>
internal sealed class DateOrderSurvey(bool linesFollowTime)
{
    private readonly (int Line, string Value)?[] impossible = new (int, string)?[DateOrders.All.Count];
    private readonly (int Line, string Value)?[] stepBack = new (int, string)?[DateOrders.All.Count];
    private readonly long[] steps = new long[DateOrders.All.Count];
    private readonly DateOnly?[] previous = new DateOnly?[DateOrders.All.Count];
    private (int Line, string Value)? first;

    /// <summary>Looks at one date. Dates with a four-digit year first say nothing about the order.</summary>
    public void See(DateNumbers numbers, int line, string raw)
    {
        if (numbers.YearStandsFirst)
        {
            return;
        }

        first ??= (line, raw);
        if (DateOrders.All.All(order => numbers.In(order) is null))
        {
            return;
        }

        for (var order = 0; order < steps.Length; order++)
        {
            if (numbers.In(DateOrders.All[order]) is not { } day)
            {
                impossible[order] ??= (line, raw);
                continue;
            }

            if (linesFollowTime && previous[order] is { } above && above.DayNumber - day.DayNumber > 1)
            {
                stepBack[order] ??= (line, raw);
                steps[order]++;
            }

            previous[order] = day;
        }
    }

    /// <summary>Which question remains: none where the stated order holds for every date, or no date depends on it.</summary>
    public Decision? Question(string? stated)
    {
        if (first is not { } shown)
        {
            return null;
        }

        int[] possible = [.. Enumerable.Range(0, steps.Length).Where(order => impossible[order] is null)];
        var fewest = possible.Length > 0 ? possible.Min(order => steps[order]) : 0;
        string[] options = [.. possible.Where(order => steps[order] == fewest).Select(order => DateOrders.All[order])];
        if (stated is not null)
        {
            return options.Contains(stated) ? null
                : Contradiction(DateOrders.All.ToList().IndexOf(stated)) is { } line
                    ? new Decision("date-order", line.Line, line.Value, options)
                    : new Decision("date-order", null, stated, options);
        }

        // The line that tells day from month is the one worth looking at; without one, the first.
        var evidence = Enumerable.Range(0, steps.Length).Where(order => !options.Contains(DateOrders.All[order])).Select(Contradiction).FirstOrDefault(line => line is not null) ?? shown;
        return new Decision("date-order", evidence.Line, evidence.Value, options);
    }

    private (int Line, string Value)? Contradiction(int order) => order < 0 ? null : impossible[order] ?? stepBack[order];
}
