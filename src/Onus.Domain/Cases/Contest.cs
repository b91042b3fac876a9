using Onus.Domain.Proof;
using Onus.Domain.Shared;

namespace Onus.Domain.Cases;

/// <summary>What evidence against a fact does to a count that uses the fact.</summary>
public enum ContestOutcome
{
    /// <summary>The count is contested now.</summary>
    Contested = 0,

    /// <summary>The count stands whatever becomes of the fact.</summary>
    StandsWithout,

    /// <summary>The count was not supported before either.</summary>
    NotSupported,
}

/// <summary>A count that uses a fact, and what evidence against the fact does to it.</summary>
/// <param name="Count">The count.</param>
/// <param name="Outcome">What it does.</param>
public sealed record Contest(Count Count, ContestOutcome Outcome)
{
    /// <summary>What is so for every count that uses a fact, by number; none where no count does.</summary>
    /// <param name="proof">The case, with the evidence against the fact in it.</param>
    /// <param name="engine">The engine over its graph.</param>
    /// <param name="fact">The fact.</param>
    public static IReadOnlyList<Contest> Of(CaseProof proof, ProofEngine engine, FactId fact)
    {
        ArgumentNullException.ThrowIfNull(proof);
        ArgumentNullException.ThrowIfNull(engine);
        var standing = engine.Evaluate();
        var columns = proof.Ties.Where(tie => tie.Tie.Fact == fact).Select(tie => tie.Column).ToHashSet(StringComparer.Ordinal);
        return [.. proof.Columns.Where(column => column.Count is not null && columns.Contains(column.Goal)).Select(column => new Contest(
            column.Count!,
            standing[column.Goal, Reading.RuledOnly] != ProofState.Stands ? ContestOutcome.NotSupported
            : standing[column.Goal, Reading.WithAll] != ProofState.Stands ? ContestOutcome.Contested
            : ContestOutcome.StandsWithout))];
    }
}
