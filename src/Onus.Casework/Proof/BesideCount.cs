using Onus.Casework.Foundations;
using Onus.Content;
using Onus.Domain.Answers;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Domain.Shared;

namespace Onus.Casework.Proof;

/// <summary>What a person should mind before relying on the answer about a count: on its page, and on paper.</summary>
internal static class BesideCount
{
    /// <summary>Files of which exhibits that a count uses are read otherwise than they were cited, undecided, with how many of it.</summary>
    internal static IReadOnlyList<(Material File, int Count)> Undecided(ProofView view, ChargeColumn column)
    {
        var cited = view.Proof.CitedIn(column).Select(cite => cite.Exhibit).ToHashSet();
        return OpenDifferences.Of(view.Case.Materials, view.Case.Differences.Where(difference => cited.Contains(difference.Exhibit)));
    }

    private static bool IsUndecided(CaseSnapshot of, Exhibit exhibit) =>
        of.Differences.Any(difference => difference.Exhibit == exhibit.Id && of.Materials.Any(file => OpenDifferences.Waits(difference, file)));

    internal static IEnumerable<string> Of(ProofView view, ProofWords words, Texts texts, ChargeColumn column)
    {
        foreach (var tie in view.Proof.Ties.Where(tie => tie.Column == column.Goal && tie.Outside is not null))
        {
            var fact = view.Case.Facts.First(candidate => candidate.Id == tie.Tie.Fact);
            yield return texts.Format("proof.beside-law", ("fact", fact.Sentence), ("reason", texts.Of(tie.Outside!)));
        }

        // What fell or was withdrawn is no source of anything, and nobody need look at it twice.
        var gone = ExhibitStanding.Gone(view.Proof, view.Engine.Evaluate());

        // Tied, cited, and without effect here: it would look like proof that somebody forgot to count.
        var cites = view.Proof.CitedIn(column).ToList();
        var cited = cites.Select(cite => cite.Exhibit).ToHashSet();
        var used = cites.Where(cite => cite.Bearing == Bearing.Supports).Select(cite => cite.Exhibit).ToHashSet();
        foreach (var barred in cites.Where(cite => cite.Bearing == Bearing.Supports && !gone.Contains(cite.Exhibit)).Select(cite => view.Proof.Barred(column, cite)).OfType<Error>()
            .Select(texts.Of).Distinct(StringComparer.Ordinal))
        {
            yield return barred;
        }

        // What was read before somebody took it back stays in the count until counsel decides; nobody is to rely on it unawares.
        foreach (var asks in view.Case.Foundations.Where(foundation => foundation.AsksCounsel && view.Proof.Items.ContainsKey(ProofId.Of(foundation.Id))
            && view.Engine.UsersOf(ProofId.Of(foundation.Id)).Contains(column.Goal, StringComparer.Ordinal)))
        {
            yield return TakenBackWords.Asks(asks, view.Case.People, texts);
        }

        // Roles change: a count that no longer fits them says so, and counsel decides.
        foreach (var (person, role, key) in new[] { ((PersonId?)column.Defendant, PersonRole.Defendant, "proof.not-a-defendant"), (column.Survivor, PersonRole.Survivor, "proof.not-a-survivor") })
        {
            if (view.Case.People.FirstOrDefault(p => p.Id == person) is { } named && !named.Is(role))
            {
                yield return texts.Format(key, ("who", named.Pseudonym));
            }
        }

        foreach (var (speaker, exhibits) in SharedSources.WordsOfOthers(view.Proof, column).Select(words => (words.Speaker, Exhibits: words.Exhibits.Where(exhibit => !gone.Contains(exhibit.Id)).ToList())).Where(of => of.Exhibits.Count > 0))
        {
            yield return texts.Format(
                "proof.words-of-other", ("exhibits", words.Exhibits(exhibits).ToString()), ("count", exhibits.Count), ("speaker", words.Person(speaker)), ("defendant", words.Person(column.Defendant)));
        }

        var doubted = InDoubt.Exhibits(view.Case).Where(exhibit => used.Contains(exhibit) && !gone.Contains(exhibit)).ToHashSet();
        // A paper under another's name is kept apart from the survivors it may come from, and that shows in the count.
        var papers = view.Case.InDoubt.Where(doubt => doubt.IsOfPaper && doubted.Remove(doubt.Exhibit)).ToList();
        if (papers.Count > 0)
        {
            yield return texts.Format(
                "proof.words-under-a-name", ("exhibits", words.Exhibits([.. view.Case.Exhibits.Where(exhibit => papers.Exists(doubt => doubt.Exhibit == exhibit.Id))]).ToString()), ("count", papers.Count),
                ("who", string.Join(texts["proof.words-under-a-name-or"], view.Case.People.Where(person => papers.Exists(doubt => doubt.MayBe.Contains(person.Id))).Select(person => person.Pseudonym).DefaultIfEmpty(texts["proof.words-under-a-name-nobody"]))));
        }

        if (doubted.Count > 0)
        {
            yield return texts.Format("proof.words-in-doubt", ("exhibits", words.Exhibits([.. view.Case.Exhibits.Where(exhibit => doubted.Contains(exhibit.Id))]).ToString()), ("count", doubted.Count));
        }

        // Her file is not of this case any more, and the answer may be another without it.
        var withdrawn = view.Case.Exhibits.Where(exhibit => used.Contains(exhibit.Id) && view.Case.Materials.Any(file => file.Id == exhibit.Material && file.Withdrawn is not null)).ToList();
        if (withdrawn.Count > 0)
        {
            yield return texts.Format("proof.support-withdrawn", ("exhibits", words.Exhibits(withdrawn).ToString()), ("count", withdrawn.Count));
        }

        // What the law does not let the unit read proves nothing, and nobody is to miss that it was cited here.
        var beyond = OutsideAuthority.Exhibits(view.Case.Materials, view.Case.Exhibits, view.Case.Differences);
        var outside = view.Case.Exhibits.Where(exhibit => used.Contains(exhibit.Id) && beyond.Contains(exhibit.Id)).ToList();
        if (outside.Count > 0)
        {
            yield return texts.Format("proof.outside-authority", ("exhibits", words.Exhibits(outside).ToString()), ("count", outside.Count));
        }

        var undecided = view.Case.Exhibits.Where(exhibit => !beyond.Contains(exhibit.Id) && IsUndecided(view.Case, exhibit) && cited.Contains(exhibit.Id)).ToList();
        if (undecided.Count > 0)
        {
            yield return texts.Format("proof.difference-open", ("exhibits", words.Exhibits(undecided).ToString()), ("count", undecided.Count));
        }

        // Read anew without it, because the authority does not reach it or for another reason, and kept as it was cited: whether it may be used all the same is for counsel.
        var missing = view.Case.Exhibits.Where(exhibit => view.Case.Differences.LastOrDefault(difference => difference.Exhibit == exhibit.Id) is { State: DifferenceState.Kept, New: null } && cited.Contains(exhibit.Id)).ToList();
        if (missing.Count > 0)
        {
            yield return texts.Format("proof.difference-gone", ("exhibits", words.Exhibits(missing).ToString()), ("count", missing.Count));
        }

        foreach (var moved in view.Moved.Where(moved => moved.From.Id == column.Defendant
            && (moved.Tie.OffenceId == column.Count!.OffenceId || (column.Law.IsOk && column.Law.Value.AllElements().Any(element => element.Id == moved.Tie.LeafId)))).DistinctBy(moved => (moved.Exhibit.Id, moved.Fact.Id)))
        {
            yield return texts.Format("proof.words-moved", ("exhibit", words.Exhibits([moved.Exhibit]).ToString()), ("defendant", words.Person(column.Defendant)), ("fact", moved.Fact.Sentence));
        }

        const int Pointed = 3;
        var shared = SharedSources.Of(view.Proof, column).Where(pair => !gone.Contains(pair.One.Id) && !gone.Contains(pair.Other.Id)).ToList();
        foreach (var pair in shared.Take(Pointed))
        {
            yield return SharedWords.Of(pair, words);
        }

        if (shared.Count > Pointed)
        {
            yield return texts.Format("proof.shared-more", ("count", shared.Count - Pointed));
        }

        var shown = view.Case.ExhibitTies.Where(cite => cite.Bearing == Bearing.Supports && !gone.Contains(cite.Exhibit)).Select(cite => cite.Fact).ToHashSet();
        foreach (var fact in SharedSources.Compound(view.Proof, column).Where(fact => shown.Contains(fact.Id)))
        {
            yield return texts.Format("proof.compound", ("fact", fact.Sentence));
        }

        ErrorValue number = column.Count!.Number;
        foreach (var note in view.Proof.Notes.Where(note => (note["count"] is not { } of || of == number) && !IsOfOthers(note)))
        {
            yield return texts.Of(note);
        }

        // What speaks against a fact that only other counts use is said with those; what no count uses is said with all.
        bool IsOfOthers(Error note)
        {
            if (note.Key is not ("proof.attack-withdrawn" or "proof.attack-fell" or "proof.ruled-same-passage" or "proof.ruled-same-record" or "proof.ruled-same-words" or "proof.ruled-same-cite" or "proof.ruled-same-fact"
                or "proof.ruled-other-fact" or "proof.translation-fell"))
            {
                return false;
            }

            var about = note["exhibit"] is { } exhibit && note["fact"] is null
                ? view.Case.ExhibitTies.Where(tie => view.Case.Exhibits.Any(one => one.Id == tie.Exhibit && exhibit == "EX-" + one.Number.ToString(System.Globalization.CultureInfo.InvariantCulture))).Select(tie => tie.Fact).ToHashSet()
                : view.Case.Facts.Where(fact => note.Values.Any(value => value.Name == "fact" && value.Value == fact.Sentence)).Select(fact => fact.Id).ToHashSet();
            // What is cited for nothing is nothing to mind.
            if (note["fact"] is null && about.Count == 0)
            {
                return true;
            }

            var columns = view.Proof.Ties.Where(tie => about.Contains(tie.Tie.Fact)).Select(tie => tie.Column).ToHashSet(StringComparer.Ordinal);
            return columns.Count > 0 && !columns.Contains(column.Goal);
        }
    }
}
