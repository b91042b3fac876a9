namespace Onus.Domain.Proof;

/// <summary>
/// What a case rests on, as the engine reads it (<c>onus.proof/1</c>): foundations carry evidence, evidence carries nodes (facts, elements, counts),
/// and arguments attack or defend any of them. A value without behaviour: build it from rows or read it with <see cref="ProofGraphJson"/>,
/// ask <see cref="Faults"/> whether it is sound, and hand it to <see cref="ProofEngine"/>.
/// </summary>
/// <remarks>Ids of foundations, evidence, nodes and arguments share one space, compare ordinally and contain no <c>/</c>.</remarks>
public sealed record ProofGraph
{
    /// <summary>Ids of the nodes that are asked about, usually the counts.</summary>
    public IReadOnlyList<string> Goals { get; init; } = [];

    /// <summary>Persons (see <see cref="Foundation.Person"/>) who are victims, for every node that states no list of its own.</summary>
    public IReadOnlyList<string> Victims { get; init; } = [];

    /// <summary>The foundations; <c>points</c> in JSON.</summary>
    public IReadOnlyList<Foundation> Foundations { get; init; } = [];

    /// <summary>The evidence.</summary>
    public IReadOnlyList<EvidenceItem> Evidence { get; init; } = [];

    /// <summary>Facts, elements and counts.</summary>
    public IReadOnlyList<ProofNode> Nodes { get; init; } = [];

    /// <summary>Challenges of the defence and answers of the prosecution.</summary>
    public IReadOnlyList<Argument> Arguments { get; init; } = [];

    /// <summary>Everything that makes this graph unanswerable, each with the place it would have in JSON; empty when it is sound. O(size).</summary>
    public IReadOnlyList<ProofFault> Faults() => GraphCheck.FaultsOf(this);
}

/// <summary>What keeps a graph from being answered.</summary>
/// <param name="Path">Its place as a JSON path, for example <c>$.nodes[3].any[1]</c>.</param>
/// <param name="Message">One sentence that says what is wrong there.</param>
/// <param name="IsLoop">Whether support rests on itself there, rather than something being written wrongly.</param>
public sealed record ProofFault(string Path, string Message, bool IsLoop = false);
