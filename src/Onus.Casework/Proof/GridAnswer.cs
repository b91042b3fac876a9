using Onus.Content;
using Onus.Domain.Answers;
using Onus.Domain.Cases;
using Onus.Domain.Law;
using Onus.Domain.Shared;

namespace Onus.Casework.Proof;

/// <summary>The head of one column of the grid: a count, or a defendant who is not charged with the offence.</summary>
/// <param name="Column">The column.</param>
/// <param name="Answer">How its elements stand, in one sentence.</param>
public sealed record GridHead(ChargeColumn Column, string Answer);

/// <summary>The grid of an offence with the words that a page needs.</summary>
/// <param name="Grid">The grid.</param>
/// <param name="Words">The names of the case.</param>
/// <param name="Heads">The columns in their order.</param>
/// <param name="HangOn">What much of the case hangs on, most first; the survivor's own word is not among it.</param>
public sealed record GridAnswer(Grid Grid, ProofWords Words, IReadOnlyList<GridHead> Heads, IReadOnlyList<HangOn> HangOn)
{
    /// <summary>Exhibits that show nothing any more.</summary>
    public IReadOnlySet<ExhibitId> Gone { get; init; } = new HashSet<ExhibitId>();

    /// <summary>How many of the facts of a cell nothing shows that still counts.</summary>
    public int Unshown(GridCell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return cell.Facts.Count(fact => fact.Supporting.All(exhibit => Gone.Contains(exhibit.Id)));
    }

    private static readonly string[] BestFirst = ["without-her", "words-not-known", "from-her", "on-both", "on-her-alone", "too-few", "suppressed", "not-enough", "nothing-yet"];

    /// <summary>Puts a grid into words.</summary>
    /// <param name="view">The case, compiled with the columns of the offence beside its counts.</param>
    /// <param name="texts">The screen texts.</param>
    /// <param name="offenceId">The offence.</param>
    /// <param name="day">The day whose law the rows follow.</param>
    /// <returns>The reasons of <see cref="Domain.Law.LawPacks.OffenceAt"/>.</returns>
    public static Result<GridAnswer> Of(ProofView view, Texts texts, string offenceId, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(texts);
        var grid = Grid.Of(view.Proof, view.Engine, offenceId, day);
        if (grid.Error is { } none)
        {
            return none;
        }

        var words = new ProofWords(view.Proof, texts);
        return new GridAnswer(
            grid.Value,
            words,
            [.. grid.Value.Columns.Select((column, i) => new GridHead(column, Answer(grid.Value, words, column, i)))],
            [.. Onus.Domain.Cases.HangOn.Of(view.Case).Where(hang => hang.Foundation is { Kind: not Onus.Domain.Evidence.FoundationKind.Witness, Status: Onus.Domain.Evidence.FoundationStatus.Open } && hang.Count >= 3).Take(3)])
        {
            Gone = ExhibitStanding.Gone(view.Proof, view.Engine.Evaluate()),
        };
    }

    private static string Answer(Grid grid, ProofWords words, ChargeColumn column, int index)
    {
        var texts = words.Texts;
        var required = grid.Offence.Required().ToList();
        // What counts for the offence: an age that is proved stands for the means that then need not be.
        var states = required
            .Select(element => grid.Rows.FirstOrDefault(row => row.Element == element)?.Cells[index]?.Counted)
            .CountBy(cell => cell is null ? "nothing-yet" : ProofWordKeys.Of(cell)).ToDictionary();
        // One after another, and only what there is: "5 hold without her, 2 rest on her alone, 2 have nothing yet".
        var parts = BestFirst
            .Where(state => states.GetValueOrDefault(state) > 0)
            .Select(state => Sentence.Of(texts.Format("proof.grid." + state, ("count", states[state]), ("who", words.Survivor(column)))))
            .ToList();
        return texts.Format("proof.grid.answer", ("count", required.Count), ("parts", texts.List(parts).ToString()));
    }
}
