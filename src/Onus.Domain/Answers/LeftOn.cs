using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Proof;
using Onus.Domain.Shared;

namespace Onus.Domain.Answers;

/// <summary>On whose words a count stands that still stands when a survivor does not testify or something else of theirs is struck.</summary>
public enum LeftOn
{
    /// <summary>Not on the survivor's alone, or it does not stand at all.</summary>
    Others = 0,

    /// <summary>On the survivor's, which another wrote down, repeats or keeps.</summary>
    Hers,

    /// <summary>On what nobody has attributed to anybody, which may be the survivor's.</summary>
    NotKnown,

    /// <summary>On what the survivor's own device held and the survivor gave, where nobody else is named who can say that it held that.</summary>
    Unvouched,
}

/// <summary>That a count holds without a testimony is no comfort where it then rests on the same person's words in another's mouth.</summary>
public static class LeftOnWords
{
    /// <summary>On whose words counts stand when some foundations are struck, in their order.</summary>
    /// <param name="snapshot">The case.</param>
    /// <param name="engine">Of the case.</param>
    /// <param name="columns">The counts.</param>
    /// <param name="struck">Ids of the struck foundations in the graph.</param>
    public static IReadOnlyList<LeftOn> Of(CaseSnapshot snapshot, ProofEngine engine, IReadOnlyList<ChargeColumn> columns, IReadOnlyList<string> struck)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(columns);
        var then = engine.Evaluate(struck);
        var without = columns.Select(column => column.Survivor).OfType<PersonId>().Distinct().Select(survivor => (Survivor: survivor, Devices: Unvouched(snapshot, survivor))).Where(own => own.Devices.Count > 0)
            .ToDictionary(own => own.Survivor, own => engine.Evaluate(struck.Concat(own.Devices.Select(ProofId.Of))));
        return [.. columns.Zip(engine.RelianceOf([.. columns.Select(column => column.Goal)], struck), (column, reliance) =>
            then[column.Goal, Reading.RuledOnly] != ProofState.Stands || column.Survivor is null || reliance is null ? LeftOn.Others
            : without.TryGetValue(column.Survivor.Value, out var silent) && silent[column.Goal, Reading.RuledOnly] != ProofState.Stands ? LeftOn.Unvouched
            : !reliance.HoldsWithout.Information ? LeftOn.Hers
            : reliance.HoldsWithout.IfTheirs?.Information is false ? LeftOn.NotKnown
            : LeftOn.Others)];
    }

    /// <summary>
    /// The devices of a survivor out of which they gave something themselves, and for which no exhibit names anybody else who can vouch: an examiner, an officer who saw
    /// it, a records custodian. An export that its owner hands in is no extraction.
    /// </summary>
    public static IReadOnlyList<FoundationId> Unvouched(CaseSnapshot snapshot, PersonId survivor)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var kinds = snapshot.Foundations.ToDictionary(foundation => foundation.Id);
        return
        [
            .. from device in snapshot.Foundations
               where device.Kind == FoundationKind.Device && device.Whose == survivor
               let kept = snapshot.Exhibits.Where(exhibit => exhibit.Factual.Contains(device.Id)).ToList()
               where kept.Exists(exhibit => Of(exhibit.Legal).Any(legal => legal.Kind == FoundationKind.HandedOver && (legal.Whose ?? legal.Person) == survivor))
                   && !kept.Exists(exhibit => Of(exhibit.Factual).Any(factual => factual.Person is { } vouches && vouches != survivor))
               select device.Id,
        ];

        IEnumerable<Evidence.Foundation> Of(IEnumerable<FoundationId> ids) => ids.Select(id => kinds.GetValueOrDefault(id)).OfType<Evidence.Foundation>();
    }
}
