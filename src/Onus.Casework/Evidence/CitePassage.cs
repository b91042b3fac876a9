using Microsoft.EntityFrameworkCore;
using Onus.Casework.Cases;
using Onus.Content;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Law;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Database;

namespace Onus.Casework.Evidence;

/// <summary>
/// Cites a passage: makes it an exhibit, ties it to a fact, for or against, and, for counsel, ties the fact to elements, about whom and by whom. One
/// act, one click back to the very place in the file.
/// </summary>
public sealed class CitePassage(OnusStore store, Texts texts, LawPacks law, Originals.DrawPage pages)
{
    /// <summary>How many records are cited in one act at most: more than a person weighs at once.</summary>
    public const int MostAtOnce = 50;

    /// <summary>What to cite, and where.</summary>
    public sealed record Command
    {
        /// <summary>Short name of the case.</summary>
        public required string Case { get; init; }

        /// <summary>The record that holds the passage.</summary>
        public required Sha256 Record { get; init; }

        /// <summary>Further records of the same file, cited whole for the same beside it. Each becomes an exhibit and, where no fact is named, shows a fact of its own.</summary>
        public IReadOnlyList<Sha256> AlsoRecords { get; init; } = [];

        /// <summary>The marked words; empty for the whole record.</summary>
        public string Quote { get; init; } = "";

        /// <summary>The marked parts of a page or picture, where it is not words that are cited.</summary>
        public IReadOnlyList<Box> Boxes { get; init; } = [];

        /// <summary>The elements that the fact is to be tied to; none to cite a fact alone.</summary>
        public IReadOnlyList<ElementRef> Elements { get; init; } = [];

        /// <summary>By whom: defendants.</summary>
        public IReadOnlyList<PersonId> Defendants { get; init; } = [];

        /// <summary>About whom: survivors.</summary>
        public IReadOnlyList<PersonId> Survivors { get; init; } = [];

        /// <summary>The fact in words; empty to let Onus write it from who said what when.</summary>
        public string Fact { get; init; } = "";

        /// <summary>
        /// Whose words these are, where somebody says so: what another repeats, or a photograph of a document shows, stays the words of whoever wrote or
        /// said it first. Null to follow from the source.
        /// </summary>
        public Origin? Words { get; init; }

        /// <summary>What the words mean and whose translation it is; null for none.</summary>
        public Interpreting? Translation { get; init; }

        /// <summary>A fact that exists already, to which the passage is added.</summary>
        public FactId? ExistingFact { get; init; }

        /// <summary>Further facts against which it speaks, where it speaks against all that supports an element; they exist already.</summary>
        public IReadOnlyList<FactId> AlsoAgainst { get; init; } = [];

        /// <summary>For or against the fact.</summary>
        public Bearing Bearing { get; init; } = Bearing.Supports;

        /// <summary>
        /// Why it shows that; may be empty. With elements it is why the fact meets them, and stays in counsel's papers; without any, or against a fact, it is
        /// why the passage bears on the fact, and goes to the record.
        /// </summary>
        public string Reason { get; init; } = "";
    }

    /// <summary>What was made.</summary>
    /// <param name="Exhibit">The exhibit.</param>
    /// <param name="Number">Its number.</param>
    /// <param name="Fact">The fact.</param>
    /// <param name="Cite">The tie of the exhibit to the fact.</param>
    /// <param name="Ties">The ties to elements; none when a fact alone was cited.</param>
    /// <param name="Already">Whether all of it was there before, so that nothing was written.</param>
    public sealed record Cited(ExhibitId Exhibit, int Number, FactId Fact, TieId Cite, IReadOnlyList<TieId> Ties, bool Already = false)
    {
        /// <summary>Where several were cited at once: the ties to their facts of the others, in the order in which they were named.</summary>
        public IReadOnlyList<TieId> Also { get; init; } = [];

        /// <summary>The ties of exhibits to facts that this very act made, so that it can be taken back and nothing else with it.</summary>
        public IReadOnlyList<TieId> Fresh { get; init; } = [];
    }

    /// <summary>Cites it.</summary>
    /// <returns>
    /// <c>cases.not-found</c>, <c>records.not-found</c>, <c>cite.privileged</c> where one of them may be privileged and the actor is not counsel, <c>files.original-privileged</c> likewise for a part of a page, <c>files.questions-open</c>, <c>files.which-device</c>, <c>cite.no-longer-read</c>, <c>cite.quote-not-there</c>, <c>cite.box-outside</c>, <c>facts.not-found</c>,
    /// <c>translations.by-missing</c>, <c>translations.by-unknown</c>, <c>exhibits.fallen-counsel</c>, <c>exhibits.struck-counsel</c>,
    /// <c>cite.several-many</c>, <c>cite.several-whole</c> where a part or a translation is given with several records, <c>cite.several-files</c> where they are of several files,
    /// <c>cite.cell-needs-counsel</c>, <c>cite.fact-both</c> (a fact named and another written), <c>cite.against-what</c> (against, and no fact named), those of <see cref="ElementTies"/>, <c>files.no-layout</c>, <c>rows.exists</c> when somebody took the exhibit number in the same moment, <c>rows.changed-meanwhile</c> when the file was corrected or withdrawn in it.
    /// </returns>
    public Task<Result<Cited>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return store.Do<Cited>(Acts.PassageCited, command.Case, actor, async (work, found) =>
        {
            var db = work.Db;
            IReadOnlyList<Sha256> wanted = [.. command.AlsoRecords.Prepend(command.Record).Distinct()];
            if (wanted.Count > MostAtOnce)
            {
                return Error.Invalid("cite.several-many", ("count", wanted.Count), ("most", MostAtOnce));
            }

            // The file first: what is read anew between the two is noticed by the file's version.
            var material = await db.Materials.FirstOrDefaultAsync(m => m.CaseId == found.Id && db.Records.Any(r => r.CaseId == found.Id && r.Id == command.Record && r.Material == m.Id), cancel);
            var records = await db.Records.Where(r => r.CaseId == found.Id && wanted.Contains(r.Id)).ToListAsync(cancel);
            if (material is null || records.Count != wanted.Count)
            {
                return Error.NotFound("records.not-found");
            }

            if (records.Exists(record => record.Withheld))
            {
                return Error.Invalid("cite.privileged");
            }

            if (records.Count > 1 && (command.Quote.Length > 0 || command.Boxes.Count > 0 || command.Translation is { Text.Length: > 0 }))
            {
                return Error.Invalid("cite.several-whole");
            }

            if (records.Exists(record => record.Material != material.Id))
            {
                return Error.Invalid("cite.several-files");
            }

            if (command.ExistingFact is not null && command.Fact.Trim().Length > 0)
            {
                return Error.Invalid("cite.fact-both");
            }

            if (command is { Bearing: Bearing.Undermines, ExistingFact: null })
            {
                return Error.Invalid("cite.against-what");
            }

            if (command.Words?.Person is { } speaker && !await db.People.AnyAsync(p => p.CaseId == found.Id && p.Id == speaker, cancel))
            {
                return Error.NotFound("people.not-found");
            }

            if (command.Elements.Count > 0 && !actor.May(found.Id, Acts.FactTied))
            {
                return Error.Invalid("cite.cell-needs-counsel");
            }

            if (material.Withdrawn is not null || records.Exists(record => record.Superseded || record.Withdrawn))
            {
                return Error.Invalid("cite.no-longer-read");
            }

            if (material.Obtained is null)
            {
                return Error.Invalid("files.questions-open", ("file", material.Title));
            }

            if (command.ExistingFact is { } named && !await db.Facts.AnyAsync(f => f.CaseId == found.Id && f.Id == named, cancel))
            {
                return Error.NotFound("facts.not-found");
            }

            if (command.AlsoAgainst.Count > 0 && await db.Facts.CountAsync(f => f.CaseId == found.Id && command.AlsoAgainst.Contains(f.Id), cancel) != command.AlsoAgainst.Distinct().Count())
            {
                return Error.NotFound("facts.not-found");
            }

            // A part of a page takes whatever words stand in it, also those of another record.
            if (command.Boxes.Count > 0 && (await Originals.OpenParts.Of(db, material, cancel)).RefusePage(records[0].Locator.At.DrawnPage()) is { Key: "files.original-privileged" } closed)
            {
                return closed;
            }

            List<RecordRow> passages = [.. wanted.Select(id => records.Find(record => record.Id == id)!)];
            var places = new Dictionary<Sha256, Passage>();
            foreach (var record in passages)
            {
                var located = await ExhibitOfPassage.Locate(pages, material, record, command.Quote, command.Boxes, cancel);
                if (located.Error is { } notThere)
                {
                    return notThere;
                }

                places.Add(record.Id, located.Value);
            }

            // Asked after the page was drawn: whoever was called otherwise meanwhile is called so.
            var people = await db.People.Where(p => p.CaseId == found.Id).ToListAsync(cancel);
            var exhibits = new ExhibitOfPassage(work, texts, material, people);
            var (shown, fresh, written) = (new List<(Exhibit Exhibit, FactId Fact, TieId Cite)>(), new List<TieId>(), false);
            foreach (var record in passages)
            {
                var made = await exhibits.Of(record, places[record.Id], command.Words, command.Translation, cancel);
                if (made.Error is { } untranslated)
                {
                    return untranslated;
                }

                // A sentence of one's own is one fact, which all of them show.
                var one = command.Fact.Trim().Length > 0 && shown.Count > 0 ? shown[0].Fact
                    : await FactOf(work, made.Value.Row, material, command.Fact.Trim().Length > 0 ? passages : [record], places[record.Id], people, found.Country, command, cancel);
                var (cite, added, changed) = await Cite(work, made.Value.Row, one, command, cancel);
                shown.Add((made.Value.Row, one, cite));
                fresh.AddRange(added);
                written = written || made.Value.Written || changed || added.Count > 0;
            }

            // What speaks against a fact has no element of its own: it reaches every element that the fact is tied to.
            var elements = command.Bearing == Bearing.Undermines ? [] : command.Elements;
            var tied = new List<TieId>();
            foreach (var fact in shown.Select(one => one.Fact).Distinct())
            {
                var before = await db.FactTies.Where(tie => tie.CaseId == found.Id && tie.Fact == fact).ToListAsync(cancel);
                var ties = await ElementTies.Tie(work, found.Id, law, fact, elements, new Whom(command.Survivors, command.Defendants), command.Reason, [.. shown.Where(one => one.Fact == fact).Select(one => one.Cite)], cancel);
                if (ties.Error is { } missing)
                {
                    return missing;
                }

                tied.AddRange(ties.Value.Select(tie => tie.Id));
                written = written || !ties.Value.TrueForAll(tie => before.Exists(known => known.Id == tie.Id && known.Version == tie.Version));
            }

            var cited = new Cited(shown[0].Exhibit.Id, shown[0].Exhibit.Number, shown[0].Fact, shown[0].Cite, tied, Already: !written) { Also = [.. shown.Skip(1).Select(one => one.Cite)], Fresh = fresh };
            if (written)
            {
                // A page is drawn by another process, and citing takes its time: what was read anew, answered otherwise or withdrawn meanwhile is not what the person saw.
                work.RestsOn(material);
            }

            return cited;
        }, cancel);
    }

    /// <summary>The fact that an exhibit is to show: the one that is named, the one that it shows already for the same, or a new one.</summary>
    private async Task<FactId> FactOf(
        UnitOfWork work, Exhibit exhibit, Material material, List<RecordRow> shownBy, Passage passage, List<Domain.People.Person> people, string country, Command command,
        CancellationToken cancel)
    {
        var record = shownBy[0];
        var cited = record.AsCited();
        var inDoubt = FactSentence.IsInDoubt(material, cited, record.Warnings, exhibit, people);
        string Own(bool doubt, string? of) => FactSentence.Of(material, cited, passage.Quote, people, texts, doubt, of);
        var sentence = command.Fact.Trim() is { Length: > 0 } given ? given : Own(inDoubt, country);
        // Whatever Onus wrote of this passage earlier is the same fact.
        string[] same = command.Fact.Trim().Length > 0 ? [sentence] : [sentence, .. FactSentence.Forms(country).Select(form => Own(form.InDoubt, form.Country))];
        if ((command.ExistingFact ?? await FactShown.Of(work.Db, exhibit, command.Elements, new Whom(command.Survivors, command.Defendants), same, command.Fact.Trim().Length > 0, cancel)) is { } known)
        {
            return known;
        }

        var fact = new Fact
        {
            Id = new FactId(Guid.CreateVersion7()),
            CaseId = exhibit.CaseId,
            Sentence = sentence,
            // A sentence over several passages tells what each of them says: it is of a day only where they all are, and marked where any of them is.
            On = shownBy.Select(row => FactSentence.DayOf(row.AsCited())).Distinct().ToList() is [var day] ? day : null,
            Marks = shownBy.Select(row => row.Marks).Aggregate((all, marks) => all.With(marks)),
        };
        work.Add(fact);
        return fact.Id;
    }

    /// <summary>Ties an exhibit to its fact, and to the further facts against which it speaks.</summary>
    /// <returns>The tie to the fact, the ties that are new, and whether one that was there is reworded.</returns>
    private static async Task<(TieId Cite, IReadOnlyList<TieId> Fresh, bool Reworded)> Cite(UnitOfWork work, Exhibit exhibit, FactId shown, Command command, CancellationToken cancel)
    {
        var toElements = command.Bearing != Bearing.Undermines && command.Elements.Count > 0;
        var there = await work.Db.ExhibitTies.Where(t => t.CaseId == exhibit.CaseId && t.Exhibit == exhibit.Id && t.Bearing == command.Bearing).ToListAsync(cancel);
        FactId[] facts = [.. new[] { shown }.Concat(command.Bearing == Bearing.Undermines ? command.AlsoAgainst : []).Distinct()];
        // A reason that is given again stands beside the one that is there.
        var reworded = there.Where(tie => !toElements && facts.Contains(tie.Fact) && ElementTies.Joined(tie.Reason, command.Reason) != tie.Reason).ToList();
        reworded.ForEach(tie => work.Change(tie, tie with { Reason = ElementTies.Joined(tie.Reason, command.Reason) }));
        var fresh = facts.Where(fact => !there.Exists(tie => tie.Fact == fact)).Select(fact => new ExhibitTie
        {
            Id = new TieId(Guid.CreateVersion7()),
            CaseId = exhibit.CaseId,
            Exhibit = exhibit.Id,
            Fact = fact,
            Bearing = command.Bearing,
            Reason = toElements ? "" : command.Reason.Trim(),
        }).ToList();
        fresh.ForEach(work.Add);
        return (there.Concat(fresh).First(tie => tie.Fact == shown).Id, [.. fresh.Select(tie => tie.Id)], reworded.Count > 0);
    }
}
