using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Onus.Casework.Cases;
using Onus.Content;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Files;

/// <summary>Accepts what a corrected reading makes of exhibits, or keeps them as they were cited, one by one, in one act; days of facts follow where a person says so.</summary>
public sealed class DecideDifferences(OnusStore store, Texts texts)
{
    /// <summary>The decisions.</summary>
    /// <param name="Case">Short name of the case.</param>
    /// <param name="File">The file.</param>
    /// <param name="Choices">What was decided about which difference, in the version that the person saw.</param>
    /// <param name="Facts">Facts whose day follows.</param>
    public sealed record Command(string Case, MaterialId File, IReadOnlyList<Choice> Choices, IReadOnlyList<FactId> Facts);

    /// <summary>A decision.</summary>
    /// <param name="Difference">The difference.</param>
    /// <param name="Version">Its version as seen.</param>
    /// <param name="Accept">Whether the new reading is accepted.</param>
    public sealed record Choice(Guid Difference, int Version, bool Accept);

    /// <summary>What a person decides on.</summary>
    /// <param name="File">The file.</param>
    /// <param name="Open">Differences, those that wait first, each with its exhibit.</param>
    public sealed record Answer(Material File, IReadOnlyList<Shown> Open);

    /// <summary>A difference with what hangs on it.</summary>
    /// <param name="Difference">The difference.</param>
    /// <param name="Exhibit">The exhibit.</param>
    /// <param name="Facts">Facts that it is cited for and that follow from the old reading, by their day or by a sentence that Onus wrote, as they would stand.</param>
    public sealed record Shown(ReadingDifference Difference, Exhibit Exhibit, IReadOnlyList<(Fact Fact, Fact Proposed)> Facts);

    /// <summary>Loads what there is to decide, and what was decided.</summary>
    /// <returns><c>files.not-found</c>.</returns>
    public Task<Result<Answer>> Load(string reference, MaterialId id, Actor actor, CancellationToken cancel)
    {
        return store.See<Answer>(reference, actor, async (work, found) =>
        {
            var file = await work.Db.Materials.FirstOrDefaultAsync(m => m.CaseId == found.Id && m.Id == id, cancel);
            if (file is null)
            {
                return Error.NotFound("files.not-found");
            }

            // Decided is on the whole of it; shown is what the actor may read.
            var (all, withheld, words) = (await Show(work, file, cancel), await WithheldFrom.Actor(work, found.Id, cancel), texts["records.privileged-words"]);
            return new Answer(file, [.. all.Select(one => new Shown(
                withheld.From(one.Difference), withheld.From(one.Exhibit, [file], words), [.. one.Facts.Select(fact => (withheld.From(fact.Fact, words), withheld.From(fact.Proposed, words)))]))]);
        }, cancel);
    }

    /// <summary>Records the decisions.</summary>
    /// <returns>
    /// How many; or <c>files.not-found</c>, <c>files.difference-not-chosen</c>, <c>files.difference-gone</c> where the new reading does not have what an
    /// exhibit cites, so that there is nothing to accept, <c>files.difference-outside-counsel</c> where only counsel may say that what the authority does not cover stays, <c>facts.ruled-on</c>, <c>rows.changed-meanwhile</c>.
    /// </returns>
    public Task<Result<int>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return store.Do<int>(Acts.DifferencesDecided, command.Case, actor, async (work, found) =>
        {
            var file = await work.Db.Materials.FirstOrDefaultAsync(m => m.CaseId == found.Id && m.Id == command.File, cancel);
            if (file is null)
            {
                return Error.NotFound("files.not-found");
            }

            if (command.Choices.Count == 0)
            {
                return Error.Invalid("files.difference-not-chosen");
            }

            var all = await Show(work, file, cancel);
            var people = await work.Db.People.Where(p => p.CaseId == file.CaseId).ToListAsync(cancel);
            var moved = new HashSet<FactId>();
            foreach (var choice in command.Choices.DistinctBy(c => c.Difference))
            {
                var shown = all.FirstOrDefault(s => s.Difference.Id == choice.Difference);
                if (shown is null || shown.Difference.Version != choice.Version)
                {
                    return Error.Conflict("rows.changed-meanwhile");
                }

                if (choice.Accept && Gone(shown))
                {
                    return Error.Invalid("files.difference-gone", ("number", shown.Exhibit.Number));
                }

                // What the authority does not cover stands on something else or on nothing: that is no question of how it was read.
                if (!choice.Accept && OutsideAuthority.Of([file], [shown.Difference]).Count > 0 && !actor.May(file.CaseId, Acts.ChallengeRuled))
                {
                    return Error.Invalid("files.difference-outside-counsel", ("number", shown.Exhibit.Number));
                }

                work.Change(shown.Difference, shown.Difference with
                {
                    State = choice.Accept ? DifferenceState.Accepted : DifferenceState.Kept,
                    DecidedBy = actor.Name,
                    DecidedAt = work.Now,
                });
                if (!choice.Accept)
                {
                    continue;
                }

                Follow(work, file, shown, people);
                foreach (var (fact, proposed) in shown.Facts.Where(f => command.Facts.Contains(f.Fact.Id) && moved.Add(f.Fact.Id)))
                {
                    if (await work.Db.AnyRulingOnFact(fact, cancel))
                    {
                        return Error.Invalid("facts.ruled-on");
                    }

                    work.Change(fact, proposed);
                }
            }

            work.RestsOn(file);
            work.Tell(new { file = file.Id });
            return command.Choices.Count;
        }, cancel);
    }

    /// <summary>Whether the new reading no longer has what the exhibit cites: then it can only be kept as it was cited, or cited anew.</summary>
    public static bool Gone(Shown shown)
    {
        ArgumentNullException.ThrowIfNull(shown);
        return shown.Difference.New is not { } now
            // A row is cited as a whole: what is read otherwise now is the difference itself, and says so.
            || (shown.Exhibit.Quote.Length > 0 && !shown.Difference.Old.IsRow(shown.Exhibit.Quote) && now.Text?.Contains(shown.Exhibit.Quote, StringComparison.Ordinal) is not true);
    }

    /// <summary>Where it comes from follows the sender, unless somebody had said otherwise; a row that is cited as a whole is that of the new reading.</summary>
    private static void Follow(UnitOfWork work, Material file, Shown shown, List<Domain.People.Person> people)
    {
        var (was, now) = (Origins(shown.Difference.Old), Origins(shown.Difference.New!));
        var isFollowed = was.Count > 0 && !was.SequenceEqual(now) && shown.Exhibit.Origins.SequenceEqual(was);
        var followed = shown.Exhibit with
        {
            Origins = isFollowed ? now : shown.Exhibit.Origins,
            // Who was confirmed is not who is named now.
            WordsConfirmed = shown.Exhibit.WordsConfirmed && !isFollowed,
            Quote = QuoteOf(shown.Exhibit, shown.Difference),
        };
        if (followed != shown.Exhibit)
        {
            work.Change(shown.Exhibit, followed);
        }

        IReadOnlyList<Origin> Origins(CitedReading reading) => FoundationRules.OriginsOf(file, reading.Kind, reading.Sender, people);
    }

    private async Task<IReadOnlyList<Shown>> Show(UnitOfWork work, Material file, CancellationToken cancel)
    {
        var differences = await work.Db.Differences.Where(d => d.CaseId == file.CaseId && d.Material == file.Id).ToListAsync(cancel);
        var ids = differences.Select(d => d.Exhibit).ToList();
        var exhibits = await work.Db.Exhibits.Where(e => e.CaseId == file.CaseId && ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id, cancel);
        var ties = await work.Db.ExhibitTies.Where(t => t.CaseId == file.CaseId && ids.Contains(t.Exhibit)).ToListAsync(cancel);
        var wanted = ties.Select(t => t.Fact).ToList();
        var people = await work.Db.People.Where(p => p.CaseId == file.CaseId).ToListAsync(cancel);
        var country = (await work.Db.Cases.FirstAsync(c => c.Id == file.CaseId, cancel)).Country;
        var facts = await work.Db.Facts.Where(f => f.CaseId == file.CaseId && wanted.Contains(f.Id)).ToDictionaryAsync(f => f.Id, cancel);
        return
        [
            .. differences.Where(d => exhibits.ContainsKey(d.Exhibit))
                .OrderBy(d => d.State).ThenBy(d => exhibits[d.Exhibit].Number).ThenBy(d => d.CorrectedAt)
                .Select(d => new Shown(
                    d, exhibits[d.Exhibit],
                    [.. ties.Where(t => t.Exhibit == d.Exhibit && facts.ContainsKey(t.Fact)).Select(t => facts[t.Fact]).DistinctBy(f => f.Id)
                        .Select(f => (f, Proposed: Propose(f, d, exhibits[d.Exhibit], file, people, country))).Where(f => f.Proposed is not null).Select(f => (f.f, f.Proposed!))])),
        ];
    }

    /// <summary>
    /// A fact as the new reading has it: its day where that was the day of the old one, and its sentence, written anew where Onus wrote it, else with the new
    /// day in place of the old. Null where nothing of it follows from what was read otherwise.
    /// </summary>
    private Fact? Propose(Fact fact, ReadingDifference difference, Exhibit exhibit, Material file, List<Domain.People.Person> people, string country)
    {
        if (difference.New is not { } reading)
        {
            return null;
        }

        var moved = Day(difference.Old) is { } old && Day(reading) is { } now && fact.On == old
            ? fact with { On = now, Sentence = Redated(fact.Sentence) }
            : fact;
        foreach (var (inDoubt, of) in FactSentence.Forms(country))
        {
            if (fact.Sentence == FactSentence.Of(file, difference.Old, exhibit.Quote, people, texts, inDoubt, of))
            {
                moved = moved with { Sentence = FactSentence.Of(file, reading, QuoteOf(exhibit, difference), people, texts, inDoubt, country) };
            }
        }

        return moved == fact ? null : moved;

        // A day with its zone is replaced whole: half of it would stay and say the old zone. What somebody is quoted with stays as it was written.
        string Redated(string sentence)
        {
            var (was, now) = (FactSentence.DayIn(difference.Old, texts, country)!, FactSentence.DayIn(reading, texts, country)!);
            var (from, to) = QuotedParts.Own(sentence).Contains(was, StringComparison.Ordinal) ? (was, now) : (texts.Day(Day(difference.Old)!.Value), texts.Day(Day(reading)!.Value));
            return QuotedParts.Outside(sentence, own => own.Replace(from, to, StringComparison.Ordinal), quoted: null);
        }
    }

    private static string QuoteOf(Exhibit exhibit, ReadingDifference difference) =>
        difference.New is { } now && difference.Old.IsRow(exhibit.Quote) ? (now.Kind == RecordKind.Payment ? now.Row : now.Text ?? "") : exhibit.Quote;

    private static DateOnly? Day(CitedReading? reading) =>
        DateOnly.TryParseExact(reading?.Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
