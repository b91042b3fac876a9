using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Proof;

namespace Onus.Domain.Answers;

/// <summary>What a count is without the passages that may be a survivor's own words, because nobody has said yet whose they are: a printed chat beside the chat itself is no second source.</summary>
/// <param name="Exhibits">Those passages, by number.</param>
/// <param name="Holds">Whether the count stands without them.</param>
/// <param name="Losses">How few losses break it without them, where these are fewer than with them and were searched; null otherwise.</param>
public sealed record LeansOnDoubt(IReadOnlyList<Exhibit> Exhibits, bool Holds, int? Losses)
{
    private const string Doubt = "doubt";

    /// <summary>Of a count that stands. One evaluation and one search of single losses, only where there is such a passage.</summary>
    /// <param name="proof">The case.</param>
    /// <param name="column">The count.</param>
    /// <param name="losses">How few losses break it as it stands; null where that is not known.</param>
    /// <returns>Null where the doubt makes no difference.</returns>
    public static LeansOnDoubt? Of(CaseProof proof, ChargeColumn column, int? losses)
    {
        ArgumentNullException.ThrowIfNull(proof);
        ArgumentNullException.ThrowIfNull(column);
        var doubtful = proof.Case.InDoubt.Where(doubt => doubt.MayBe.Count > 0).Select(doubt => doubt.Exhibit)
            .Intersect(proof.CitedIn(column).Where(cite => cite.Bearing == Bearing.Supports).Select(cite => cite.Exhibit)).Select(id => id.Value).ToHashSet();
        if (doubtful.Count == 0)
        {
            return null;
        }

        var engine = new ProofEngine(proof.Graph with
        {
            Foundations = [.. proof.Graph.Foundations, new Proof.Foundation(Doubt) { Status = Proof.FoundationStatus.Fallen }],
            Evidence = [.. proof.Graph.Evidence.Select(item => proof.Items[item.Id] is { Kind: ProofItemKind.Exhibit } of && doubtful.Contains(of.Row) ? item with { Factual = [.. item.Factual, Doubt] } : item)],
        });
        var holds = engine.Evaluate()[column.Goal, Reading.RuledOnly] == ProofState.Stands;
        var fewer = holds && losses != 1 && engine.CutsOf([column.Goal], maxOrder: 1)[0].K == 1;
        return holds && !fewer ? null : new([.. proof.Case.Exhibits.Where(exhibit => doubtful.Contains(exhibit.Id.Value)).OrderBy(exhibit => exhibit.Number)], holds, fewer ? 1 : null);
    }
}
