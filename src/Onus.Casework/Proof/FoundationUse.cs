using Onus.Domain.Cases;
using Onus.Domain.Shared;

namespace Onus.Casework.Proof;

/// <summary>Which counts need a foundation, and which merely use it: a verdict that used what fell may fall too.</summary>
public sealed class FoundationUse
{
    private readonly ProofView view;
    private readonly Dictionary<string, IReadOnlyList<string>> lost;

    private FoundationUse(ProofView view)
    {
        this.view = view;
        lost = view.Engine.Dependences().ToDictionary(dependence => dependence.Foundation, dependence => dependence.Nodes, StringComparer.Ordinal);
    }

    /// <summary>Asks once for all foundations of a case.</summary>
    public static FoundationUse Of(ProofView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return new(view);
    }

    /// <summary>Numbers of the counts that fall when this foundation alone falls.</summary>
    public IReadOnlyList<int> Falls(FoundationId id) => Numbers(lost.GetValueOrDefault(ProofId.Of(id)) ?? []);

    /// <summary>Numbers of the counts that use it, needed or not.</summary>
    public IReadOnlyList<int> Uses(FoundationId id) => view.Proof.Items.ContainsKey(ProofId.Of(id)) ? Numbers(view.Engine.UsersOf(ProofId.Of(id))) : [];

    private IReadOnlyList<int> Numbers(IReadOnlyList<string> nodes) => [.. view.Case.Counts.Where(count => nodes.Contains(ProofId.Of(count), StringComparer.Ordinal)).Select(count => count.Number).Order()];
}
