using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Proof;
using Onus.Domain.Shared;
using Foundation = Onus.Domain.Evidence.Foundation;
using FoundationStatus = Onus.Domain.Evidence.FoundationStatus;

namespace Onus.Domain.Answers;

/// <summary>On whose words a count stands that still stands when somebody does not testify.</summary>
public enum LeftOn
{
    /// <summary>Not on theirs alone, or it does not stand at all.</summary>
    Others = 0,

    /// <summary>On what comes or may come from them.</summary>
    Hers,

    /// <summary>On that, or on what nobody has attributed to anybody, which may be theirs too.</summary>
    NotKnown,

    /// <summary>On what they gave out of a device of their own, where nobody else is named who can say that it held that.</summary>
    Unvouched,
}

/// <summary>That a count holds without a testimony is no comfort where it then rests on the same person's words in another's mouth, or on an export that they alone can vouch for.</summary>
public static class LeftOnWords
{
    // Who can say what a device held; an interpreter or a device cannot.
    private static readonly FoundationKind[] Vouching = [FoundationKind.Examiner, FoundationKind.Custodian, FoundationKind.Laboratory, FoundationKind.Witness, FoundationKind.Expert, FoundationKind.BusinessRecord];

    /// <summary>On whose words counts stand when somebody's testimony and perhaps more is struck, in their order. One solving of the graph for all counts.</summary>
    /// <param name="proof">The case.</param>
    /// <param name="engine">Of the case.</param>
    /// <param name="columns">The counts.</param>
    /// <param name="struck">Ids of the struck foundations in the graph.</param>
    /// <param name="absent">Who does not testify.</param>
    public static IReadOnlyList<LeftOn> Of(CaseProof proof, ProofEngine engine, IReadOnlyList<ChargeColumn> columns, IReadOnlyList<string> struck, PersonId absent)
    {
        ArgumentNullException.ThrowIfNull(proof);
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(columns);
        string[] person = [ProofId.Of(absent)];
        var unvouched = Unvouched(proof.Case, absent).Select(id => id.Value).ToHashSet();
        bool IsUnvouched(EvidenceItem item) => proof.Items[item.Id] is { Kind: ProofItemKind.Exhibit } exhibit && unvouched.Contains(exhibit.Row);
        bool IsTheirs(EvidenceItem item) => item.IsWordsOf(person);
        var worlds = engine.StandsWithout(
            [.. columns.Select(column => column.Goal)], struck,
            [_ => false, IsUnvouched, IsTheirs, item => IsUnvouched(item) || IsTheirs(item), item => IsUnvouched(item) || IsTheirs(item) || item is { Exhibit: not null, Origins.Count: 0 }]);
        return [.. worlds.Select(stands => !stands[0] ? LeftOn.Others
            : !stands[1] ? LeftOn.Unvouched
            : !stands[2] || !stands[3] ? LeftOn.Hers
            : !stands[4] ? LeftOn.NotKnown
            : LeftOn.Others)];
    }

    /// <summary>
    /// The exhibits that somebody gave out of a device of their own, for which nobody else is named who can vouch: an examiner, an officer who saw it, a records custodian. An export
    /// that its owner hands in is no extraction.
    /// </summary>
    private static IEnumerable<ExhibitId> Unvouched(CaseSnapshot snapshot, PersonId owner)
    {
        var known = snapshot.Foundations.ToDictionary(foundation => foundation.Id);
        return snapshot.Exhibits
            .Where(exhibit => Of(exhibit.Factual.Concat(exhibit.VouchedBy)).Any(point => point.Kind == FoundationKind.Device && point.Whose == owner)
                && Of(exhibit.Legal.Concat(exhibit.LegalAny.SelectMany(way => way))).Any(legal => legal.Kind == FoundationKind.HandedOver && (legal.Whose ?? legal.Person) == owner)
                && !Of(exhibit.Factual.Concat(exhibit.VouchedBy)).Any(point => point.Status != FoundationStatus.Fallen && point.Person != owner && Vouching.Contains(point.Kind)))
            .Select(exhibit => exhibit.Id);

        IEnumerable<Foundation> Of(IEnumerable<FoundationId> ids) => ids.Select(id => known.GetValueOrDefault(id)).OfType<Foundation>();
    }
}
