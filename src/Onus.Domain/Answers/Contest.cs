using Onus.Domain.Cases;
using Onus.Domain.Proof;
using Onus.Domain.Shared;

namespace Onus.Domain.Answers;

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
    /// <summary>The facts that support elements for these people: what evidence against an element itself speaks against.</summary>
    /// <param name="snapshot">The case as its reader may see it.</param>
    /// <param name="elements">Offence and leaf of each element.</param>
    /// <param name="whom">About whom and by whom; an empty list leaves out nobody.</param>
    /// <returns>Each fact once, in the order in which they were tied.</returns>
    public static List<FactId> Supporting(CaseSnapshot snapshot, IReadOnlyCollection<(string Offence, string Leaf)> elements, Whom whom)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(whom);
        // What nothing shows supports nothing.
        var shown = snapshot.ExhibitTies.Where(tie => tie.Bearing == Bearing.Supports).Select(tie => tie.Fact).ToHashSet();
        // A file that was withdrawn may be put back, and then it is spoken against as well: here only what was taken back names nobody.
        var names = new StandingNames(snapshot.ExhibitTies, snapshot.Challenges);
        return [.. snapshot.FactTies
            .Where(tie => shown.Contains(tie.Fact) && elements.Contains((tie.OffenceId, tie.LeafId)) && IsFor(tie, names.Of(tie)))
            .Select(tie => tie.Fact).Distinct()];

        bool IsFor(FactTie tie, Whom left) => (left.Defendants.Count > 0 || tie.Defendants.Count == 0) && Meets(left.Survivors, whom.Survivors) && Meets(left.Defendants, whom.Defendants);

        static bool Meets(IReadOnlyList<PersonId> tied, IReadOnlyList<PersonId> asked) => tied.Count == 0 || asked.Count == 0 || tied.Any(asked.Contains);
    }

    /// <summary>What is so for every count that uses one of the facts, by number; none where no count does.</summary>
    /// <param name="proof">The case, with the evidence against the facts in it.</param>
    /// <param name="engine">The engine over its graph.</param>
    /// <param name="facts">The facts.</param>
    public static IReadOnlyList<Contest> Of(CaseProof proof, ProofEngine engine, params IReadOnlyCollection<FactId> facts)
    {
        ArgumentNullException.ThrowIfNull(proof);
        ArgumentNullException.ThrowIfNull(engine);
        var standing = engine.Evaluate();
        return [.. proof.Columns.Where(column => column.Count is not null && proof.UsedBy(column).Any(tie => facts.Contains(tie.Tie.Fact))).Select(column => new Contest(
            column.Count!,
            standing[column.Goal, Reading.RuledOnly] != ProofState.Stands ? ContestOutcome.NotSupported
            : standing[column.Goal, Reading.WithAll] != ProofState.Stands ? ContestOutcome.Contested
            : ContestOutcome.StandsWithout))];
    }
}
