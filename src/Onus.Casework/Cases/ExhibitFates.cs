using System.Runtime.CompilerServices;
using Onus.Domain.Answers;
using Onus.Domain.Cases;
using Onus.Domain.Law;
using Onus.Domain.Proof;
using Onus.Domain.Shared;

namespace Onus.Casework.Cases;

/// <summary>Which exhibits of a case no longer count, asked of the proof once for each loaded case, and only where something has fallen.</summary>
public static class ExhibitFates
{
    private static readonly ConditionalWeakTable<CaseSnapshot, IReadOnlyDictionary<ExhibitId, FallenExhibit>> Known = [];

    /// <summary>The exhibits that fell, by id; none where the case is no sound graph, which its pages say.</summary>
    public static IReadOnlyDictionary<ExhibitId, FallenExhibit> Of(CaseSnapshot snapshot, LawPacks law)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(law);
        return Known.GetValue(snapshot, of => Find(of, law));
    }

    /// <summary>The exhibits that show nothing any more: those that fell, and those whose file, or that of what they rely on, was withdrawn.</summary>
    public static IReadOnlySet<ExhibitId> Gone(CaseSnapshot snapshot, LawPacks law) =>
        Of(snapshot, law).Keys.Concat(Domain.Evidence.Withdrawn.Exhibits(snapshot.Materials, snapshot.Exhibits))
            .Concat(Domain.Evidence.OutsideAuthority.Exhibits(snapshot.Materials, snapshot.Exhibits, snapshot.Differences)).ToHashSet();

    private static IReadOnlyDictionary<ExhibitId, FallenExhibit> Find(CaseSnapshot of, LawPacks law)
    {
        var rulings = of.Rulings;
        if (of.Foundations.All(foundation => foundation.Status != Domain.Evidence.FoundationStatus.Fallen) && rulings.All(ruled => ruled.Ruling != Domain.Cases.Ruling.Sustained))
        {
            return new Dictionary<ExhibitId, FallenExhibit>();
        }

        // Asked of what everybody in the case may know, so that it is answered the same to everybody.
        var proof = CaseProof.Of(of with { Counts = [], WithdrawnCounts = [], FactTies = [], Enough = [], Challenges = rulings, RulingsHeard = [] }, law);
        return ProofEngine.Of(proof.Graph).Engine is { } engine ? ExhibitStanding.Of(proof, engine.Evaluate()) : new Dictionary<ExhibitId, FallenExhibit>();
    }
}
