using Onus.Domain.Answers;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Domain.Proof;
using ProofReading = Onus.Domain.Proof.Reading;

namespace Onus.Casework.Proof;

/// <summary>How something stands, in the words of a screen. Never a percentage.</summary>
public enum ProofWord
{
    /// <summary>Nothing is cited for it yet.</summary>
    NothingYet = 0,

    /// <summary>It does not hold, even if all of it is believed.</summary>
    NotSupported,

    /// <summary>It holds or not, as a dispute is decided.</summary>
    Contested,

    /// <summary>It holds if what is cited is believed.</summary>
    Supported,
}

/// <summary>What holds without the survivor, in sentences that are different losses.</summary>
/// <param name="Testimony">If she does not testify.</param>
/// <param name="Information">Without her words.</param>
/// <param name="Belief">If she is not believed.</param>
/// <param name="Through">Without anything that came through her, her words, device and consent at once; null where nothing did.</param>
public sealed record WithoutHer(string Testimony, string Information, string Belief, string? Through);

/// <summary>How things stand and what they need of the survivor, in words. The survivor is the subject where one can be.</summary>
/// <param name="words">The names of the case.</param>
public sealed class RelianceSentences(ProofWords words)
{
    /// <summary>The word for a node: under rulings, and as it would be if every challenge were made.</summary>
    /// <param name="ruled">Under the rulings so far.</param>
    /// <param name="challenged">With every challenge that anybody thought of.</param>
    /// <param name="anything">Whether any fact is tied to it at all.</param>
    public static ProofWord Word(ProofState ruled, ProofState challenged, bool anything) => (ruled, challenged) switch
    {
        (ProofState.Fails, _) => !anything ? ProofWord.NothingYet : ProofWord.NotSupported,
        (ProofState.Stands, ProofState.Stands) => ProofWord.Supported,
        _ => ProofWord.Contested,
    };

    /// <summary>The word for a node in a standing.</summary>
    public static ProofWord Word(Standing standing, string node, bool anything)
    {
        ArgumentNullException.ThrowIfNull(standing);
        return Word(standing[node, ProofReading.RuledOnly], standing[node, ProofReading.WithAll], anything);
    }

    /// <summary>What a cell, a count or an element needs of the survivor, as a sentence.</summary>
    public string Of(GridCell cell, ChargeColumn column)
    {
        ArgumentNullException.ThrowIfNull(cell);
        (string, object?)[] names = [("who", words.Survivor(column)), ("them", words.Them(column))];
        var said = IsContested(cell) ? words.Texts.Format("proof.reliance.contested." + ProofWordKeys.Of(cell), names) : words.Texts.Format("proof.reliance." + ProofWordKeys.Of(cell), names);
        return cell.ContestedWithout ? said + " " + words.Texts.Format("proof.verdict.contested-without", ("who", words.Survivor(column))) : said;
    }

    private static bool IsContested(GridCell cell) => Word(cell.Ruled, cell.Challenged, anything: true) == ProofWord.Contested;

    /// <summary>What holds without the survivor; null where the count has no survivor. What is contested now, or would be without the testimony, is not said to hold.</summary>
    public WithoutHer? Of(HoldsWithout? holds, ChargeColumn column, GridCell? cell)
    {
        var isContested = cell is not null && (IsContested(cell) || cell.ContestedWithout);
        return holds is null ? null : new(
            Line("testimony", holds.Testimony, null),
            Line("information", holds.Information, holds.IfTheirs?.Information),
            Line("belief", holds.Credit, holds.IfTheirs?.Credit),
            holds.Through is { } through ? Line("through", through, holds.IfTheirs?.Through) : null);

        // What nobody has attributed to anybody may be hers: it is no comfort.
        string Line(string loss, bool stands, bool? ifHers) => stands && ifHers is false
            ? words.Texts.Format("proof.without." + loss + ".not-known", ("who", words.Survivor(column)), ("exhibits", words.Exhibits(Unattributed(column)).ToString()))
            : words.Texts.Format("proof.without." + loss + (!stands ? ".falls" : isContested ? ".contested" : ".holds"), ("who", words.Survivor(column)));
    }

    private List<Exhibit> Unattributed(ChargeColumn column)
    {
        var cited = words.Proof.CitedIn(column).Where(cite => cite.Bearing == Bearing.Supports).Select(cite => cite.Exhibit).ToHashSet();
        var relied = new ReliedOn(words.Proof.Case.Exhibits);
        return [.. words.Proof.Case.Exhibits.Where(exhibit => cited.Contains(exhibit.Id)).SelectMany(relied.By).Distinct()
            .Where(exhibit => exhibit.Origins.All(origin => origin.Person is null && string.IsNullOrWhiteSpace(origin.Name))).OrderBy(exhibit => exhibit.Number)];
    }

    /// <summary>The survivor's wish about testifying, where it is recorded and the count is for one.</summary>
    public string? Wish(ChargeColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        var survivor = words.Proof.Case.People.FirstOrDefault(person => person.Id == column.Survivor);
        return survivor is null or { Wish: TestimonyWish.NotRecorded }
            ? null
            : words.Texts.Format("proof.wish." + survivor.Wish.ToString().ToLowerInvariant(), ("who", survivor.Pseudonym), ("them", words.Them(column)));
    }
}

/// <summary>Ends of text keys.</summary>
public static class ProofWordKeys
{
    /// <summary>"on-her-alone".</summary>
    public static string Of(CellState state) => state switch
    {
        CellState.OnHerAlone => "on-her-alone",
        CellState.OnBoth => "on-both",
        CellState.WithoutHer => "without-her",
        _ => "nothing-yet",
    };

    /// <summary>
    /// "on-her-alone"; with what the four states do not tell apart: "from-her", "words-not-known", and of what does not hold "too-few", "suppressed",
    /// "not-enough", where something was cited, and "nothing-yet", where nothing was.
    /// </summary>
    public static string Of(GridCell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return cell switch
        {
            { WordsNotKnown: true } => "words-not-known",
            { ComesFromHer: true } => "from-her",
            { LacksSources: true } => "too-few",
            { Suppressed: true } => "suppressed",
            { State: CellState.Nothing, Begun: true } => "not-enough",
            _ => Of(cell.State),
        };
    }

    /// <summary>"not-supported".</summary>
    public static string Of(ProofWord word) => word switch
    {
        ProofWord.Supported => "supported",
        ProofWord.Contested => "contested",
        ProofWord.NotSupported => "not-supported",
        _ => "nothing-yet",
    };
}
