using Onus.Domain.Charges;
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
        target = Aimed(target, snapshot);
        var facts = Facts(target, snapshot).ToHashSet();
        var ties = snapshot.ExhibitTies.Where(tie => facts.Contains(tie.Fact)).ToList();
        var exhibits = ties.Select(tie => tie.Exhibit).Concat(Exhibits(target, snapshot)).ToHashSet();
        var foundations = snapshot.Exhibits.Where(exhibit => exhibits.Contains(exhibit.Id)).SelectMany(Under)
            .Concat(target.Kind == TargetKind.Foundation ? [new FoundationId(target.Id)] : []).ToHashSet();
        return facts.Select(id => new Target(TargetKind.Fact, id.Value))
            .Concat(exhibits.Select(id => new Target(TargetKind.Exhibit, id.Value)))
            .Concat(foundations.Select(id => new Target(TargetKind.Foundation, id.Value))).ToHashSet();
    }

    /// <summary>
    /// What of that an answer can rest on with some use: it does not fall together with what is attacked. An exhibit that was found under a search order does
    /// not save that order.
    /// </summary>
    /// <param name="target">What is attacked; of a challenge, what that is aimed at.</param>
    /// <param name="snapshot">The case.</param>
    public static IReadOnlySet<Target> ThatStands(Target target, CaseSnapshot snapshot)
    {
        var bears = Of(target, snapshot);
        var aimed = Aimed(target, snapshot);
        if (aimed.Kind is not (TargetKind.Foundation or TargetKind.Exhibit or TargetKind.Admission or TargetKind.Fact))
        {
            return bears;
        }

        var fallen = snapshot.Exhibits.Where(exhibit => aimed.Kind == TargetKind.Foundation ? Needs(exhibit, new FoundationId(aimed.Id)) : exhibit.Id.Value == aimed.Id && aimed.Kind != TargetKind.Fact)
            .Select(exhibit => exhibit.Id).ToHashSet();
        // What was found through it falls with it, unless something else would have let it in.
        while (snapshot.Exhibits.FirstOrDefault(exhibit => !fallen.Contains(exhibit.Id) && exhibit.DerivedFrom.Any(from => from.Unless.Count == 0 && fallen.Contains(from.Parent))) is { } next)
        {
            fallen.Add(next.Id);
        }

        var shown = snapshot.ExhibitTies.Where(tie => tie.Bearing == Bearing.Supports).ToLookup(tie => tie.Fact, tie => tie.Exhibit);
        return bears.Where(one => one.Kind switch
        {
            TargetKind.Exhibit => !fallen.Contains(new ExhibitId(one.Id)),
            TargetKind.Fact => aimed != one && !(shown[new FactId(one.Id)].Any() && shown[new FactId(one.Id)].All(fallen.Contains)),
            _ => one != aimed,
        }).ToHashSet();
    }

    private static Target Aimed(Target target, CaseSnapshot snapshot)
    {
        // Arguments may be aimed at each other: no further than there are arguments.
        for (var steps = 0; target.Kind == TargetKind.Challenge && steps <= snapshot.Challenges.Count; steps++)
        {
            target = snapshot.Challenges.FirstOrDefault(challenge => challenge.Id.Value == target.Id)?.On ?? target;
        }

        return target;
    }

    private static bool Needs(Evidence.Exhibit exhibit, FoundationId foundation) =>
        exhibit.Legal.Contains(foundation) || exhibit.Factual.Contains(foundation)
        || (exhibit.LegalAny.Count > 0 && exhibit.LegalAny.All(way => way.Contains(foundation)))
        || (exhibit.VouchedBy.Count > 0 && exhibit.VouchedBy.All(who => who == foundation));

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
