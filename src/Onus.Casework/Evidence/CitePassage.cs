using Microsoft.EntityFrameworkCore;
using Onus.Casework.Cases;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Law;
using Onus.Domain.Shared;
using Onus.Ingest.Documents;
using Onus.Store;
using Onus.Store.Content;
using Onus.Store.Database;
using Onus.Store.Log;

namespace Onus.Casework.Evidence;

/// <summary>
/// Cites a passage: makes it an exhibit, ties it to a fact, for or against, and, for counsel, ties the fact to elements, about whom and by whom. One
/// act, one click back to the very place in the file.
/// </summary>
public sealed class CitePassage(OnusStore store, Texts texts, LawPacks law, Records.DrawPage? pages = null)
{
    /// <summary>What to cite, and where.</summary>
    public sealed record Command
    {
        /// <summary>Short name of the case.</summary>
        public required string Case { get; init; }

        /// <summary>The record that holds the passage.</summary>
        public required Sha256 Record { get; init; }

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
    public sealed record Cited(ExhibitId Exhibit, int Number, FactId Fact, TieId Cite, IReadOnlyList<TieId> Ties, bool Already = false);

    /// <summary>Cites it.</summary>
    /// <returns>
    /// <c>cases.not-found</c>, <c>records.not-found</c>, <c>files.questions-open</c>, <c>cite.no-longer-read</c>, <c>cite.quote-not-there</c>, <c>cite.box-outside</c>, <c>facts.not-found</c>,
    /// <c>translations.by-missing</c>, <c>translations.by-unknown</c>,
    /// <c>cite.cell-needs-counsel</c>, <c>cite.against-what</c> (against, and no fact named), those of <see cref="ElementTies"/>, <c>files.no-layout</c>, <c>rows.exists</c> when somebody took the exhibit number in the same moment.
    /// </returns>
    public async Task<Result<Cited>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        await using var work = store.Begin(actor);
        var db = work.Db;
        var found = await db.Cases.FirstOrDefaultAsync(c => c.Ref == command.Case, cancel);
        var record = found is null ? null : await db.Records.FirstOrDefaultAsync(r => r.CaseId == found.Id && r.Id == command.Record, cancel);
        if (found is null || record is null)
        {
            return Error.NotFound("records.not-found");
        }

        if (command is { Bearing: Bearing.Undermines, ExistingFact: null })
        {
            return Error.Invalid("cite.against-what");
        }

        if (command.Words?.Person is { } speaker && !await db.People.AnyAsync(p => p.CaseId == found.Id && p.Id == speaker, cancel))
        {
            return Error.NotFound("people.not-found");
        }

        if (command.Elements.Count > 0 && !actor.MaySee(found.Id, Side.CounselsPapers))
        {
            return Error.Invalid("cite.cell-needs-counsel");
        }

        var material = await db.Materials.SingleAsync(m => m.CaseId == found.Id && m.Id == record.Material, cancel);
        if (record.Superseded || record.Withdrawn || material.Withdrawn is not null)
        {
            return Error.Invalid("cite.no-longer-read");
        }

        if (material.Obtained is null)
        {
            return Error.Invalid("files.questions-open", ("file", material.Title));
        }

        var located = command.Boxes.Count > 0 && record.Locator.At is PdfPosition page && pages is not null
            ? await OnPage(pages, material, record, page.Page, command.Boxes, cancel)
            : Passage.Locate(record, command.Quote, command.Boxes);
        if (located.Error is { } notThere)
        {
            return notThere;
        }

        var people = await db.People.Where(p => p.CaseId == found.Id).ToListAsync(cancel);
        var made = await Exhibit(work, material, record, located.Value, people, command, cancel);
        if (made.Error is { } untranslated)
        {
            return untranslated;
        }

        var (exhibit, written) = made.Value;
        if (command.ExistingFact is { } named && !await db.Facts.AnyAsync(f => f.CaseId == found.Id && f.Id == named, cancel))
        {
            return Error.NotFound("facts.not-found");
        }

        if (command.AlsoAgainst.Count > 0 && await db.Facts.CountAsync(f => f.CaseId == found.Id && command.AlsoAgainst.Contains(f.Id), cancel) != command.AlsoAgainst.Distinct().Count())
        {
            return Error.NotFound("facts.not-found");
        }

        var sentence = command.Fact.Trim() is { Length: > 0 } given ? given : FactSentence.Of(material, record.AsCited(), located.Value.Quote, people, texts);
        FactId factId;
        if ((command.ExistingFact ?? await FactShown.Of(db, exhibit, command.Elements, sentence, command.Fact.Trim().Length > 0, cancel)) is { } known)
        {
            factId = known;
        }
        else
        {
            var fact = new Fact
            {
                Id = new FactId(Guid.CreateVersion7()),
                CaseId = found.Id,
                Sentence = sentence,
                On = FactSentence.DayOf(record.AsCited()),
                Marks = record.Marks,
            };
            work.Add(fact);
            factId = fact.Id;
        }

        // What speaks against a fact has no element of its own: it reaches every element that the fact is tied to.
        var elements = command.Bearing == Bearing.Undermines ? [] : command.Elements;
        var there = await db.ExhibitTies.Where(t => t.CaseId == found.Id && t.Exhibit == exhibit.Id && t.Bearing == command.Bearing).ToListAsync(cancel);
        FactId[] facts = [.. new[] { factId }.Concat(command.Bearing == Bearing.Undermines ? command.AlsoAgainst : []).Distinct()];
        // A reason that is given again stands beside the one that is there.
        var reworded = new List<ExhibitTie>();
        foreach (var tie in there.Where(tie => elements.Count == 0 && facts.Contains(tie.Fact) && ElementTies.Joined(tie.Reason, command.Reason) != tie.Reason))
        {
            reworded.Add(work.Change(tie, tie with { Reason = ElementTies.Joined(tie.Reason, command.Reason) }));
        }

        var fresh = facts.Where(fact => !there.Exists(tie => tie.Fact == fact)).Select(fact => new ExhibitTie
        {
            Id = new TieId(Guid.CreateVersion7()),
            CaseId = found.Id,
            Exhibit = exhibit.Id,
            Fact = fact,
            Bearing = command.Bearing,
            Reason = elements.Count == 0 ? command.Reason.Trim() : "",
        }).ToList();
        fresh.ForEach(work.Add);
        var cite = there.Concat(fresh).First(tie => tie.Fact == factId);

        var before = await db.FactTies.Where(tie => tie.CaseId == found.Id && tie.Fact == factId).ToListAsync(cancel);
        var ties = await ElementTies.Tie(work, found.Id, law, factId, elements, new Whom(command.Survivors, command.Defendants), command.Reason, cancel);
        if (ties.Error is { } missing)
        {
            return missing;
        }

        IReadOnlyList<TieId> tied = [.. ties.Value.Select(tie => tie.Id)];
        if (fresh.Count + reworded.Count == 0 && !written && ties.Value.TrueForAll(tie => before.Exists(known => known.Id == tie.Id && known.Version == tie.Version)))
        {
            return new Cited(exhibit.Id, exhibit.Number, factId, cite.Id, tied, Already: true);
        }

        var done = await work.Commit(new LogEvent(found.Id, Side.Record, "passage-cited"), cancel);
        return done.IsOk ? new Cited(exhibit.Id, exhibit.Number, factId, cite.Id, tied) : done.Error!;
    }

    /// <summary>Parts of a page: the words in them, or the picture under them where there are none.</summary>
    private static async Task<Result<Passage>> OnPage(
        Records.DrawPage pages, Material material, RecordRow record, int page, IReadOnlyList<Box> boxes, CancellationToken cancel)
    {
        var layout = await pages.Of(material, page, cancel);
        if (layout.Error is { } none)
        {
            return none;
        }

        var size = new PictureSize(layout.Value.Width, layout.Value.Height);
        return boxes.All(size.Holds)
            ? new Passage(
                record.Locator with { At = new PdfPosition(page, boxes), Slice = PdfSlice.Of(layout.Value, boxes) },
                PageText.In(layout.Value.Words, boxes))
            : Passage.Outside(size);
    }

    /// <summary>The exhibit of a passage: the one that cites this very place already, or a new one with the next number; and whether anything of it is written.</summary>
    private async Task<Result<(Exhibit Row, bool Written)>> Exhibit(
        UnitOfWork work, Material material, RecordRow record, Passage passage, List<Domain.People.Person> people, Command command, CancellationToken cancel)
    {
        var translation = command.Translation;
        var id = material.CaseId;
        var same = (await work.Db.Exhibits.Where(e => e.CaseId == id && e.Record == record.Id).ToListAsync(cancel))
            .FirstOrDefault(e => e.Locator!.At == passage.Locator.At && Passage.IsSame(record, e.Quote, passage.Quote));
        if (same is not null)
        {
            // Cited again, by somebody who says now whose words it holds or what they mean.
            var after = command.Words is { } whose ? same with { Origins = [whose] } : same;
            if (translation is { Text.Length: > 0 })
            {
                var worded = await translation.On(after, material, work, cancel);
                if (worded.Error is { } wrong)
                {
                    return wrong;
                }

                after = worded.Value;
            }

            var stays = after == same || (command.Words is not null && translation is not { Text.Length: > 0 } && same.Origins.SequenceEqual(after.Origins));
            return stays ? (same, false) : (work.Change(same, after), true);
        }

        var keeper = await RestsOn(work, material, people, cancel);
        var exhibit = new Exhibit
        {
            Id = new ExhibitId(Guid.CreateVersion7()),
            CaseId = id,
            Number = (await work.Db.Exhibits.Where(e => e.CaseId == id).MaxAsync(e => (int?)e.Number, cancel) ?? 0) + 1,
            Title = material.Title,
            Material = material.Id,
            Record = record.Id,
            Locator = passage.Locator,
            Quote = passage.Quote,
            Origins = command.Words is { } said ? [said] : FoundationRules.OriginsOf(material, record.Kind, record.Sender, people),
            Legal = material.Obtained is { } obtained ? [obtained] : [],
            Factual = [.. keeper is { } rests ? [rests] : Array.Empty<FoundationId>(), .. material.Factual, .. material.Translated is { } translated ? [translated] : Array.Empty<FoundationId>()],
        };
        if (translation is { Text.Length: > 0 })
        {
            var worded = await translation.On(exhibit, material, work, cancel);
            if (worded.Error is { } wrong)
            {
                return wrong;
            }

            exhibit = worded.Value;
        }

        // The same paper found elsewhere too stands on either way, whenever it is cited.
        exhibit = SecondWay.On(exhibit, material) ?? exhibit;
        work.Add(exhibit);
        return (exhibit, true);
    }

    /// <summary>The foundation that the first answer gives, where the answers do not name it; added where the case has none like it yet.</summary>
    private async Task<FoundationId?> RestsOn(UnitOfWork work, Material material, List<Domain.People.Person> people, CancellationToken cancel)
    {
        if (Keeper.Wanted(material, people, texts) is not { } wanted)
        {
            return null;
        }

        if (Keeper.Among(await work.Db.Foundations.Where(f => f.CaseId == material.CaseId).ToListAsync(cancel), wanted) is { } known)
        {
            return known.Id;
        }

        var added = wanted with { Id = new FoundationId(Guid.CreateVersion7()) };
        work.Add(added);
        return added.Id;
    }
}
