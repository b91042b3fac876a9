using Onus.Domain.Answers;
using Onus.Domain.Law;
using Onus.Domain.Proof;

namespace Onus.Casework.Proof;

/// <summary>What a table or a list says that something needs of the survivor: a few words, and what has to stand beside them so that they mislead nobody.</summary>
/// <param name="State">What it rests on.</param>
/// <param name="Word">The few words; null where something was cited and it does not hold, so that there is nothing to say of the survivor.</param>
/// <param name="Beside">What stands beside it; none where the words are enough.</param>
/// <param name="LookElsewhere">Whether it has to be said beside it where else to look, as it rests on the survivor's account alone.</param>
public sealed record ShortReliance(CellState State, string? Word, IReadOnlyList<string> Beside, bool LookElsewhere)
{
    /// <summary>The words for a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="column">Its column.</param>
    /// <param name="element">Its element; null for a count as a whole.</param>
    /// <param name="words">The names of the case.</param>
    public static ShortReliance Of(GridCell cell, ChargeColumn column, Element? element, ProofWords words)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(words);
        // What the law takes for so stands, and yet nobody has shown it: it is no evidence without her.
        if (element is Leaf { Kind: LeafKind.Presumed or LeafKind.DefenceNegated } && cell is { Facts.Count: 0, Ruled: ProofState.Stands })
        {
            return new(CellState.Nothing, words.Texts["grid.presumed"], [], false);
        }

        (string, object?)[] names = [("who", words.Survivor(column)), ("whose", words.Whose(column)), ("them", words.Them(column))];
        // "Supported" is no word for what is contested, or would be.
        var key = cell.State == CellState.WithoutHer && (cell.ContestedWithout || cell.Challenged != ProofState.Stands) ? "needs-no-testimony" : ProofWordKeys.Of(cell.State);
        return new(
            cell.State,
            cell is { State: CellState.Nothing, Begun: true } ? null : words.Texts.Format("reliance." + key, names),
            [.. Keys(cell).Select(beside => words.Texts.Format(beside, names))],
            cell.State == CellState.OnHerAlone);
    }

    private static IEnumerable<string> Keys(GridCell cell)
    {
        if (cell.WordsNotKnown)
        {
            yield return "proof.beside.words-not-known";
        }
        else if (cell.ComesFromHer)
        {
            yield return "proof.beside.from-her";
        }

        if (cell.ContestedWithout)
        {
            yield return "proof.beside.contested-without";
        }

        if (cell.LacksSources)
        {
            yield return "proof.beside.too-few";
        }
        else if (cell.Suppressed)
        {
            yield return "proof.beside.suppressed";
        }
    }
}
