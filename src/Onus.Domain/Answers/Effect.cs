using Onus.Domain.Cases;
using Onus.Domain.Law;
using Onus.Domain.Proof;

namespace Onus.Domain.Answers;

/// <summary>How a count stands: under rulings, with every challenge, and what holds without its survivor.</summary>
/// <param name="Ruled">By what the court has ruled.</param>
/// <param name="Challenged">When every challenge that anybody thought of is made.</param>
/// <param name="Without">What holds without the survivor; null where the count has none.</param>
/// <param name="Filed">With the challenges that are filed.</param>
public sealed record CountStanding(ProofState Ruled, ProofState Challenged, HoldsWithout? Without, ProofState Filed);

/// <summary>What a change of rows would do to a count: a preview, before anything is saved.</summary>
/// <param name="Count">The count.</param>
/// <param name="Before">How it stands.</param>
/// <param name="After">How it would stand.</param>
public sealed record Effect(Count Count, CountStanding Before, CountStanding After)
{
    /// <summary>
    /// The counts that a change would make stand otherwise, by number. Null where the case as changed is no sound graph: exhibits that derive from
    /// each other in a circle.
    /// </summary>
    /// <param name="before">The case as it is.</param>
    /// <param name="after">The case as it would be, with the same counts.</param>
    /// <param name="law">The law packs.</param>
    public static IReadOnlyList<Effect>? Of(CaseSnapshot before, CaseSnapshot after, LawPacks law)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return Standings(before, law) is { } was && Standings(after, law) is { } would
            ? [.. before.Counts.OrderBy(count => count.Number).Select(count => new Effect(count, was[count], would[count])).Where(effect => effect.Before != effect.After)]
            : null;
    }

    private static Dictionary<Count, CountStanding>? Standings(CaseSnapshot snapshot, LawPacks law)
    {
        var proof = CaseProof.Of(snapshot, law);
        if (proof.Graph.Faults().Count > 0)
        {
            return null;
        }

        var engine = new ProofEngine(proof.Graph);
        var standing = engine.Evaluate();
        var columns = proof.Columns.Where(column => column.Count is not null).ToList();
        var without = engine.RelianceOf([.. columns.Select(column => column.Goal)]);
        return columns.Zip(without).ToDictionary(
            pair => pair.First.Count!,
            pair => new CountStanding(standing[pair.First.Goal, Reading.RuledOnly], standing[pair.First.Goal, Reading.WithAll], pair.Second?.HoldsWithout, standing[pair.First.Goal, Reading.WithFiled]));
    }
}
