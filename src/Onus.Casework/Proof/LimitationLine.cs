using Onus.Content;
using Onus.Domain.Answers;
using Onus.Domain.Law;

namespace Onus.Casework.Proof;

/// <summary>Until when a count can be charged, as far as its law pack says.</summary>
/// <param name="Column">The count.</param>
/// <param name="Sentence">In a sentence, with the rule and how it is known.</param>
/// <param name="LastDay">The last day; null where the law sets no time, or the pack knows none.</param>
/// <param name="DaysLeft">Days from the day the case stands at to the last day, negative when it has passed; null without a day.</param>
/// <param name="Urgent">Whether it ends within <see cref="Soon"/> days, or before the charge is to be filed.</param>
public sealed record LimitationLine(ChargeColumn Column, string Sentence, DateOnly? LastDay, int? DaysLeft, bool Urgent)
{
    /// <summary>So many days before its end a limitation stands on the first screen of its count, and on the first page of the gap sheet.</summary>
    public const int Soon = 365;

    /// <summary>What the pack says for one count. A charge that was filed in time stands whatever the clock says now, so the day of filing decides where it is known.</summary>
    /// <param name="view">The case and its law.</param>
    /// <param name="column">The count.</param>
    /// <param name="today">The day the case stands at.</param>
    /// <param name="texts">The screen texts.</param>
    /// <returns>Null where the law itself has no text for the count.</returns>
    public static LimitationLine? Of(ProofView view, ChargeColumn column, DateOnly today, Texts texts)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(column);
        ArgumentNullException.ThrowIfNull(texts);
        if (column.Law is not { IsOk: true, Value: { Clocks.Count: > 0 } law })
        {
            return null;
        }

        var found = Limitation.LastDay(law, column.To, born: null);
        var longer = found.NeedsBirthday ? " " + texts["counts.limitation.birthday"] : "";
        if (found.Clock is not { } clock)
        {
            return new LimitationLine(column, texts["counts.limitation.unknown"] + longer, null, null, Urgent: found.NeedsBirthday);
        }

        var known = texts["counts.confidence." + clock.Confidence.ToString().ToLowerInvariant()];
        if (found.LastDay is not { } last)
        {
            return new LimitationLine(column, texts.Format("counts.limitation.none", ("source", clock.Source), ("known", known)), null, null, Urgent: false);
        }

        var charged = view.Case.Case.ChargeOn;
        var passed = last < (charged ?? today);
        var key = passed ? charged is null ? "passed" : "before-charge" : "until";
        var sentence = texts.Format("counts.limitation." + key, ("day", last), ("charge", charged ?? today), ("source", clock.Source), ("known", known));
        var left = last.DayNumber - today.DayNumber;
        return new LimitationLine(column, sentence + longer, last, left, passed || (left <= Soon && (charged is null || charged > today)));
    }

    /// <summary>The counts that run out, the soonest first.</summary>
    public static IReadOnlyList<LimitationLine> Urgently(ProofView view, DateOnly today, Texts texts)
    {
        ArgumentNullException.ThrowIfNull(view);
        return [.. view.Proof.Columns.Where(column => column.Count is not null).Select(column => Of(view, column, today, texts)).OfType<LimitationLine>()
            .Where(line => line.Urgent).OrderBy(line => line.DaysLeft ?? int.MaxValue).ThenBy(line => line.Column.Count!.Number)];
    }
}
