using Onus.Casework.Proof;
using Onus.Domain.Answers;
using Onus.Domain.Law;
using Onus.Web.Ui;

namespace Onus.Web.CaseShell;

/// <summary>Shapes and addresses that the parts of pages about proof share.</summary>
public abstract class ProofLook : OnusComponent
{
    /// <summary>The shape for a word.</summary>
    public static StandingKind Kind(ProofWord word) => word switch
    {
        ProofWord.Supported => StandingKind.Supported,
        ProofWord.Contested => StandingKind.Contested,
        ProofWord.NotSupported => StandingKind.NotSupported,
        _ => StandingKind.NothingYet,
    };

    /// <summary>The pillars for a state.</summary>
    public static RelianceKind Kind(CellState state) => state switch
    {
        CellState.OnHerAlone => RelianceKind.OnHerAlone,
        CellState.OnBoth => RelianceKind.OnBoth,
        CellState.WithoutHer => RelianceKind.WithoutHer,
        _ => RelianceKind.NothingYet,
    };

    /// <summary>The address of a cell of the grid.</summary>
    /// <param name="reference">Short name of the case.</param>
    /// <param name="column">The column.</param>
    /// <param name="elementId">The element.</param>
    public static string CellHref(string reference, ChargeColumn column, string elementId)
    {
        ArgumentNullException.ThrowIfNull(column);
        return $"/cases/{reference}/grid/cell" + Query(
            ("offence", column.OffenceId), ("day", FormDay.Of(column.From)), ("column", column.Goal), ("element", elementId));
    }

    /// <summary>The part of an address after the question mark.</summary>
    public static QueryString Query(params IReadOnlyList<(string Name, string? Value)> values) =>
        QueryString.Create(values.Select(value => KeyValuePair.Create(value.Name, value.Value)));

    /// <summary>How many parts of a group are needed, in words; null where all are or where it is none.</summary>
    protected string? Rule(Element element) => element switch
    {
        Group { Rule: GroupRule.Any } => T["grid.any"],
        Group { Rule: GroupRule.AtLeast } some => T.Format("grid.at-least", ("number", some.AtLeast)),
        _ => null,
    };

    /// <summary>With a capital letter.</summary>
    protected static string Capital(string text) => string.IsNullOrEmpty(text) ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
