using Onus.Domain.Evidence;

namespace Onus.Ingest.Times;

/// <summary>
/// Checks every date of a file against every order. An order is contradicted by a date that does not exist in it and, where lines follow time,
/// by a date more than one day before the line above it: clocks step back, months don't.
/// </summary>
/// <param name="linesFollowTime">Whether the lines are in the order of time, as those of a chat are.</param>
internal sealed class DateOrderSurvey(bool linesFollowTime)
{
    private readonly (int Line, string Value)?[] contradictions = new (int, string)?[DateOrders.All.Count];
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
        for (var order = 0; order < contradictions.Length; order++)
        {
            if (contradictions[order] is not null)
            {
                continue;
            }

            var date = numbers.In(DateOrders.All[order]);
            if (date is not { } day || (linesFollowTime && previous[order] is { } above && above.DayNumber - day.DayNumber > 1))
            {
                contradictions[order] = (line, raw);
            }

            previous[order] = date;
        }
    }

    /// <summary>Which question remains: none where the stated order holds for every date, or no date depends on it.</summary>
    public Decision? Question(string? stated)
    {
        if (first is not { } shown)
        {
            return null;
        }

        string[] options = [.. DateOrders.All.Where((_, order) => contradictions[order] is null)];
        if (stated is not null)
        {
            return options.Contains(stated) ? null
                : contradictions.ElementAtOrDefault(DateOrders.All.ToList().IndexOf(stated)) is { } line
                    ? new Decision("date-order", line.Line, line.Value, options)
                    : new Decision("date-order", null, stated, options);
        }

        // The line that tells day from month is the one worth looking at; without one, the first.
        var evidence = contradictions[0] ?? contradictions[1] ?? contradictions[2] ?? shown;
        return new Decision("date-order", evidence.Line, evidence.Value, options);
    }
}
