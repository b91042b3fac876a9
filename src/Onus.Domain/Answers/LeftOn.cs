using Onus.Domain.Proof;

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
}

/// <summary>That a count holds without a testimony is no comfort where it then rests on the same person's words in another's mouth.</summary>
public static class LeftOnWords
{
    /// <summary>On whose words counts stand when some foundations are struck, in their order.</summary>
    /// <param name="engine">Of the case.</param>
    /// <param name="columns">The counts.</param>
    /// <param name="struck">Ids of the struck foundations in the graph.</param>
    public static IReadOnlyList<LeftOn> Of(ProofEngine engine, IReadOnlyList<ChargeColumn> columns, IReadOnlyList<string> struck)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(columns);
        var then = engine.Evaluate(struck);
        return [.. columns.Zip(engine.RelianceOf([.. columns.Select(column => column.Goal)], struck), (column, reliance) =>
            then[column.Goal, Reading.RuledOnly] != ProofState.Stands || column.Survivor is null || reliance is null ? LeftOn.Others
            : !reliance.HoldsWithout.Information ? LeftOn.Hers
            : reliance.HoldsWithout.IfTheirs?.Information is false ? LeftOn.NotKnown
            : LeftOn.Others)];
    }
}
