using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Proof;

namespace Onus.Domain.Answers;

/// <summary>What a count is without the passages that may be a survivor's own words, because nobody has said yet whose they are: a printed chat beside the chat itself is no second source.</summary>
/// <param name="Exhibits">Those passages, by number.</param>
/// <param name="Holds">Whether the count stands without them; then one loss breaks it, which did not before.</param>
public sealed record LeansOnDoubt(IReadOnlyList<Exhibit> Exhibits, bool Holds)
{
    private const string Doubt = "doubt";

    /// <summary>Of a count that stands. Only where there is such a passage: one solving of the graph, and where it holds one search of single losses.</summary>
    /// <param name="proof">The case.</param>
    /// <param name="engine">Of the case.</param>
    /// <param name="column">The count.</param>
    /// <param name="losses">How few losses break it as it stands; null where that is not known.</param>
    /// <returns>Null where the doubt makes no difference.</returns>
    public static LeansOnDoubt? Of(CaseProof proof, ProofEngine engine, ChargeColumn column, int? losses)
    {
        ArgumentNullException.ThrowIfNull(proof);
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(column);
        var (now, relied) = (engine.Evaluate(), new ReliedOn(proof.Case.Exhibits));
        var cited = proof.CitedIn(column).Where(cite => cite.Bearing == Bearing.Supports).Select(cite => cite.Exhibit).ToHashSet();
        var doubted = proof.Case.InDoubt.Where(doubt => doubt.MayBe.Count > 0).Select(doubt => doubt.Exhibit).ToHashSet();
        // What fell already carries nothing; what relies on a doubted passage is worth no more than it.
        List<Exhibit> doubtful = [.. proof.Case.Exhibits.Where(exhibit => cited.Contains(exhibit.Id)).SelectMany(relied.By).Distinct()
            .Where(exhibit => doubted.Contains(exhibit.Id) && now[ProofId.Of(exhibit), Reading.RuledOnly] == ProofState.Stands).OrderBy(exhibit => exhibit.Number)];
        if (doubtful.Count == 0)
        {
            return null;
        }

        // All of them at first, then each alone: only those without which it falls are named, and all where they fall only together.
        var stands = engine.StandsWithout([column.Goal], [], [item => Is(item, doubtful), .. doubtful.Select(one => (Func<EvidenceItem, bool>)(item => Is(item, [one])))])[0];
        if (!stands[0])
        {
            var alone = doubtful.Where((_, at) => !stands[at + 1]).ToList();
            return new(alone.Count > 0 ? alone : doubtful, Holds: false);
        }

        if (losses == 1)
        {
            return null;
        }

        var without = new ProofEngine(proof.Graph with
        {
            Foundations = [.. proof.Graph.Foundations, new Proof.Foundation(Doubt) { Status = Proof.FoundationStatus.Fallen }],
            Evidence = [.. proof.Graph.Evidence.Select(item => Is(item, doubtful) ? item with { Factual = [.. item.Factual, Doubt] } : item)],
        });
        return without.CutsOf([column.Goal], maxOrder: 1)[0].K == 1 ? new(doubtful, Holds: true) : null;

        bool Is(EvidenceItem item, IReadOnlyList<Exhibit> exhibits) => proof.Items[item.Id] is { Kind: ProofItemKind.Exhibit } of && exhibits.Any(exhibit => exhibit.Id.Value == of.Row);
    }
}
