namespace Onus.Domain.Proof;

/// <summary>One thing whose state of proof differs between two standings.</summary>
/// <param name="Id">Foundation, evidence or node.</param>
/// <param name="Reading">Under which reading.</param>
/// <param name="Before">Its state before.</param>
/// <param name="After">Its state after.</param>
public sealed record StandingChange(string Id, Reading Reading, ProofState Before, ProofState After);

/// <summary>What stands in one what-if, for every foundation, evidence, node and answer, under all three readings.</summary>
public sealed class Standing
{
    private readonly ProofCircuit circuit;
    private readonly Worlds.Solution worlds;

    internal Standing(ProofCircuit circuit, Worlds.Solution worlds) => (this.circuit, this.worlds) = (circuit, worlds);

    /// <summary>The state of a foundation, evidence, <c>evidence/adm</c>, node or answer; of a challenge: stands when it is out.</summary>
    /// <exception cref="ArgumentException">The graph has no such thing.</exception>
    public ProofState this[string id, Reading reading] => worlds.StateOf(GateOf(id), (int)reading);

    /// <summary>Foundations, evidence and nodes whose state differs, by list and then id, all readings of one after another.</summary>
    /// <exception cref="ArgumentException">The other standing is of another graph.</exception>
    public IReadOnlyList<StandingChange> ChangesTo(Standing after)
    {
        ArgumentNullException.ThrowIfNull(after);
        if (after.circuit != circuit)
        {
            throw new ArgumentException("Only standings of one engine can be compared.", nameof(after));
        }

        string[] ids =
        [
            .. circuit.Graph.Foundations.Select(f => f.Id).Order(StringComparer.Ordinal),
            .. circuit.Graph.Evidence.Select(e => e.Id).Order(StringComparer.Ordinal),
            .. circuit.Graph.Nodes.Select(n => n.Id).Order(StringComparer.Ordinal),
        ];
        return [.. from id in ids
                   from reading in new[] { Reading.RuledOnly, Reading.WithFiled, Reading.WithAll }
                   let change = new StandingChange(id, reading, this[id, reading], after[id, reading])
                   where change.Before != change.After
                   select change];
    }

    private int GateOf(string id)
    {
        var admission = id.EndsWith("/adm", StringComparison.Ordinal);
        if (!circuit.TryFind(admission ? id[..^4] : id, out var item) || (admission && item.Kind != ItemKind.Evidence))
        {
            throw new ArgumentException($"The graph has no '{id}'.", nameof(id));
        }

        return admission ? circuit.AdmissionGate(item.Index) : circuit.GateOf(item);
    }
}

/// <content>What-if.</content>
public sealed partial class ProofEngine
{
    /// <summary>What stands when some foundations are struck, whatever their status. Linear in the graph: fast enough for every keystroke.</summary>
    /// <exception cref="ArgumentException">An id is no foundation.</exception>
    public Standing Evaluate(params IEnumerable<string> struck)
    {
        ArgumentNullException.ThrowIfNull(struck);
        int[] down = [.. struck.Select(Point)];
        return down.Length == 0 ? asItStands.Value : Solve(down);
    }

    /// <summary>Whether nodes stand by the rulings when some foundations are struck and, in one world after the other, some pieces of evidence are not heard. Their admission is untouched.</summary>
    /// <param name="nodes">The nodes.</param>
    /// <param name="struck">Foundations that are down in all worlds.</param>
    /// <param name="silent">Of each world, whether a piece of evidence is not heard.</param>
    /// <returns>For each node, in each world.</returns>
    /// <exception cref="ArgumentException">An id is no node, or no foundation.</exception>
    public IReadOnlyList<IReadOnlyList<bool>> StandsWithout(IReadOnlyList<string> nodes, IReadOnlyList<string> struck, IReadOnlyList<Func<EvidenceItem, bool>> silent)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        ArgumentNullException.ThrowIfNull(struck);
        ArgumentNullException.ThrowIfNull(silent);
        var worlds = new Worlds(circuit);
        int[] down = [.. struck.Select(Point)];
        var numbers = silent.Select(isSilent =>
        {
            var world = worlds.Add(Reading.RuledOnly);
            Array.ForEach(down, point => worlds.Strike(world, point));
            foreach (var item in Enumerable.Range(0, circuit.Graph.Evidence.Count).Where(item => isSilent(circuit.Graph.Evidence[item])))
            {
                worlds.Silence(world, item);
            }

            return world;
        }).ToList();
        var solution = worlds.Solve();
        return [.. nodes.Select(node => (IReadOnlyList<bool>)[.. numbers.Select(world => solution.Stands(circuit.NodeGate(circuit.NodeIndex(node)), world))])];
    }

    private Standing Solve(int[] down)
    {
        var worlds = new Worlds(circuit);
        foreach (var reading in new[] { Reading.RuledOnly, Reading.WithFiled, Reading.WithAll })
        {
            var world = worlds.Add(reading);
            Array.ForEach(down, p => worlds.Strike(world, p));
        }

        return new(circuit, worlds.Solve());
    }
}
