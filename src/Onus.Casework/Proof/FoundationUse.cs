using System.Globalization;
using Onus.Content;
using Onus.Domain.Answers;
using Onus.Domain.Proof;
using Onus.Domain.Shared;

namespace Onus.Casework.Proof;

/// <summary>Which counts need a foundation, and which merely use it: a verdict that used what fell may fall too.</summary>
public sealed class FoundationUse
{
    private readonly ProofView view;
    private readonly Dictionary<string, IReadOnlyList<string>> lost;
    private readonly HashSet<int> holding;

    private FoundationUse(ProofView view)
    {
        this.view = view;
        var now = view.Engine.Evaluate();
        holding = [.. view.Case.Counts.Where(count => now[ProofId.Of(count), Reading.RuledOnly] == ProofState.Stands).Select(count => count.Number)];
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

    /// <summary>
    /// Which counts fall with it, which use it and would still hold, and which use it and do not hold as it is, in sentences.
    /// </summary>
    public string Say(FoundationId id, Texts texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var falling = Falls(id);
        var users = Uses(id).Except(falling).ToList();
        string[] sentences =
        [
            Line("foundations.falls", falling),
            Line("foundations.used", [.. users.Where(holding.Contains)]),
            Line("foundations.used-in-vain", [.. users.Where(number => !holding.Contains(number))]),
        ];
        return string.Join(' ', sentences.Where(sentence => sentence.Length > 0)) is { Length: > 0 } said ? said : texts["foundations.unused"];

        string Line(string key, IReadOnlyList<int> counts) => counts.Count == 0
            ? ""
            : texts.Format(key, ("count", counts.Count), ("counts", texts.List([.. counts.Select(number => Sentence.Of(number.ToString(CultureInfo.InvariantCulture)))]).ToString()));
    }

    private IReadOnlyList<int> Numbers(IReadOnlyList<string> nodes) => [.. view.Case.Counts.Where(count => nodes.Contains(ProofId.Of(count), StringComparer.Ordinal)).Select(count => count.Number).Order()];
}
