using Onus.Domain.Shared;

namespace Onus.Domain.Cases;

/// <summary>What of a case bears on the thing that a challenge is aimed at: the facts in question, the exhibits for and against them, and what those rely on.</summary>
public static class BearsOn
{
    /// <summary>Foundations, exhibits and facts, as targets. An answer to them is looked for among these first; nothing forbids another.</summary>
    /// <param name="target">What is attacked; of a challenge, what that is aimed at.</param>
    /// <param name="snapshot">The case.</param>
    public static IReadOnlySet<Target> Of(Target target, CaseSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(snapshot);
        // Arguments may be aimed at each other: no further than there are arguments.
        for (var steps = 0; target.Kind == TargetKind.Challenge && steps <= snapshot.Challenges.Count; steps++)
        {
            target = snapshot.Challenges.FirstOrDefault(challenge => challenge.Id.Value == target.Id)?.On ?? target;
        }

        var facts = Facts(target, snapshot).ToHashSet();
        var ties = snapshot.ExhibitTies.Where(tie => facts.Contains(tie.Fact)).ToList();
        var exhibits = ties.Select(tie => tie.Exhibit).Concat(Exhibits(target, snapshot)).ToHashSet();
        var foundations = snapshot.Exhibits.Where(exhibit => exhibits.Contains(exhibit.Id)).SelectMany(Under)
            .Concat(target.Kind == TargetKind.Foundation ? [new FoundationId(target.Id)] : []).ToHashSet();
        return facts.Select(id => new Target(TargetKind.Fact, id.Value))
            .Concat(exhibits.Select(id => new Target(TargetKind.Exhibit, id.Value)))
            .Concat(foundations.Select(id => new Target(TargetKind.Foundation, id.Value))).ToHashSet();
    }

    private static IEnumerable<FactId> Facts(Target target, CaseSnapshot snapshot)
    {
        switch (target.Kind)
        {
            case TargetKind.Fact:
                return [new FactId(target.Id)];
            case TargetKind.ExhibitTie:
                return snapshot.ExhibitTies.Where(tie => tie.Id.Value == target.Id).Select(tie => tie.Fact);
            case TargetKind.FactTie:
                return snapshot.FactTies.Where(tie => tie.Id.Value == target.Id).Select(tie => tie.Fact);
            case TargetKind.Element:
                var count = snapshot.Counts.FirstOrDefault(candidate => candidate.Id.Value == target.Id);
                return snapshot.FactTies.Where(tie => tie.OffenceId == count?.OffenceId && (target.Leaf is null || tie.LeafId == target.Leaf || tie.LeafId.StartsWith(target.Leaf + ".", StringComparison.Ordinal))).Select(tie => tie.Fact);
            default:
                var exhibits = Exhibits(target, snapshot).ToHashSet();
                return snapshot.ExhibitTies.Where(tie => exhibits.Contains(tie.Exhibit)).Select(tie => tie.Fact);
        }
    }

    private static IEnumerable<ExhibitId> Exhibits(Target target, CaseSnapshot snapshot) => target.Kind switch
    {
        TargetKind.Exhibit or TargetKind.Admission => [new ExhibitId(target.Id)],
        TargetKind.ExhibitTie => snapshot.ExhibitTies.Where(tie => tie.Id.Value == target.Id).Select(tie => tie.Exhibit),
        TargetKind.Foundation => snapshot.Exhibits.Where(exhibit => Under(exhibit).Any(id => id.Value == target.Id)).Select(exhibit => exhibit.Id),
        _ => [],
    };

    private static IEnumerable<FoundationId> Under(Evidence.Exhibit exhibit) =>
        exhibit.Legal.Concat(exhibit.LegalAny.SelectMany(way => way)).Concat(exhibit.Factual).Concat(exhibit.VouchedBy).Concat(exhibit.Grounds.SelectMany(ground => ground.Rests));
}
