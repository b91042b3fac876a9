using Onus.Domain.Cases;

namespace Onus.Domain.Answers;

/// <content>Counts that charge the same: what a court ruled in one of them is met in the others.</content>
public sealed partial class CaseProof
{
    /// <summary>
    /// The counts that charge what another count only asks for: the same offence by the same person for the same survivor under the same text. Where there are
    /// several, those of the same days, if any is. A ruling on one of them is a ruling on the other.
    /// </summary>
    internal IReadOnlyList<ChargeColumn> ChargedAs(ChargeColumn asked)
    {
        ChargeColumn[] same = [.. Columns.Where(column => column.Count is not null && column.OffenceId == asked.OffenceId && column.Defendant == asked.Defendant
            && (column.Survivor is null || column.Survivor == asked.Survivor) && column.Law.IsOk && asked.Law.IsOk && ReferenceEquals(column.Law.Value, asked.Law.Value))];
        ChargeColumn[] then = [.. same.Where(column => column.From <= asked.To && asked.From <= column.To)];
        return then.Length > 0 ? then : same;
    }

    /// <summary>Whether a count that was withdrawn charged, on some of the same days, what another only asks for.</summary>
    internal static bool ChargedWhat(ChargeColumn withdrawn, ChargeColumn asked) => withdrawn.OffenceId == asked.OffenceId && withdrawn.Defendant == asked.Defendant
        && (withdrawn.Survivor is null || withdrawn.Survivor == asked.Survivor) && IsOfSameDays(withdrawn, asked);

    /// <summary>
    /// The other counts that a ruling on an element of this one reaches: they charge the same offence against the same defendant for the same survivor, on days of
    /// which some are the same, under the same text, and no court has ruled on that element of theirs on the same question.
    /// </summary>
    internal IEnumerable<ChargeColumn> RuledTogether(ChargeColumn count, Challenge ruling) =>
        ChargedToo(count, ruling).Where(other => IsOfSameDays(count, other));

    /// <summary>Those of the same on other days, or under another text, which may be another act.</summary>
    internal IEnumerable<ChargeColumn> ChargedApart(ChargeColumn count, Challenge ruling) =>
        ChargedToo(count, ruling).Where(other => !IsOfSameDays(count, other));

    /// <summary>Whether a ruling on an element of another count reaches this one.</summary>
    internal bool IsReached(ChargeColumn count, string leaf) =>
        Columns.Concat(WithdrawnColumns).Any(other => other.Count is not null && other.Goal != count.Goal && Rulings(other, leaf).Any(ruling => RuledTogether(other, ruling).Any(reached => reached.Goal == count.Goal)));

    private IEnumerable<ChargeColumn> ChargedToo(ChargeColumn count, Challenge ruling) => ruling is not { By: ArguedBy.Defence, Ruling: Ruling.Sustained } ? []
        : Columns.Where(other => other.Count is not null && other.Goal != count.Goal && other.OffenceId == count.OffenceId && other.Defendant == count.Defendant
            && (count.Survivor is null || other.Survivor == count.Survivor) && !Rulings(other, ruling.On.Leaf).Any(own => own.Mode == ruling.Mode));

    private static bool IsOfSameDays(ChargeColumn one, ChargeColumn other) =>
        one.From <= other.To && other.From <= one.To && one.Law.IsOk && other.Law.IsOk && ReferenceEquals(one.Law.Value, other.Law.Value);

    // The whole offence is named by its own id, or by no element.
    private IEnumerable<Challenge> Rulings(ChargeColumn count, string? leaf) => Case.Challenges
        .Where(challenge => challenge is { By: ArguedBy.Defence, Ruling: not Ruling.None, On.Kind: TargetKind.Element } && challenge.On.Id == count.Count!.Id.Value
            && (challenge.On.Leaf ?? count.OffenceId) == (leaf ?? count.OffenceId));
}
