using Microsoft.EntityFrameworkCore;
using Onus.Casework.Cases;
using Onus.Content;
using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Domain.Shared;
using Onus.Ingest.Contract;
using Onus.Ingest.Documents;
using Onus.Store;
using Onus.Store.Database;

namespace Onus.Casework.Evidence;

/// <summary>Makes exhibits of passages of one file within one act: each with the next number, all with the same foundation that the first answer gives.</summary>
internal sealed class ExhibitOfPassage(UnitOfWork work, Texts texts, Material material, IReadOnlyList<Person> people)
{
    private int? highest;
    private Foundation? added;

    /// <summary>The place of a passage: the marked words or parts, or the whole record. Parts of a page are the words in them, or the picture under them where there are none.</summary>
    internal static async Task<Result<Passage>> Locate(
        Originals.DrawPage pages, Material material, RecordRow record, string quote, IReadOnlyList<Box> boxes, CancellationToken cancel)
    {
        if (boxes.Count == 0 || record.Locator.At.DrawnPage() is not { } page)
        {
            return Passage.Locate(record, quote, boxes);
        }

        var layout = await pages.Of(material, page, cancel);
        if (layout.Error is { } none)
        {
            return none;
        }

        var size = new PictureSize(layout.Value.Width, layout.Value.Height);
        return boxes.All(size.Holds)
            ? new Passage(
                record.Locator with { At = record.Locator.At.With(boxes)!, Slice = PdfSlice.Of(layout.Value, boxes) },
                PageText.In(layout.Value.Words, boxes))
            : Passage.Outside(size);
    }

    /// <summary>The exhibit of a passage: the one that cites this very place already, or a new one with the next number; and whether anything of it is written.</summary>
    /// <param name="record">The record.</param>
    /// <param name="passage">What of it is cited.</param>
    /// <param name="words">Whose words it holds, where somebody says so; null to follow from the source.</param>
    /// <param name="translation">What it means; null for none.</param>
    /// <param name="cancel">Cancels.</param>
    internal async Task<Result<(Exhibit Row, bool Written)>> Of(RecordRow record, Passage passage, Origin? words, Interpreting? translation, CancellationToken cancel)
    {
        var id = material.CaseId;
        // Of a paper somebody else may be named over the words, also on the page before: whoever says whose they are has settled that.
        var isDoubted = record.Warnings.Any(ReadWarnings.IsOfSender) || Families.About(record.Kind).IsPaper;
        var same = (await work.Db.Exhibits.Where(e => e.CaseId == id && e.Record == record.Id).ToListAsync(cancel))
            .FirstOrDefault(e => e.Locator!.At == passage.Locator.At && Passage.IsSame(record, e.Quote, passage.Quote));
        if (same is not null)
        {
            // Cited again, by somebody who says now whose words it holds or what they mean.
            var after = words is { } whose ? same with { Origins = [whose], WordsConfirmed = isDoubted } : same;
            if (translation is { Text.Length: > 0 })
            {
                var worded = await translation.On(after, material, work, cancel);
                if (worded.Error is { } wrong)
                {
                    return wrong;
                }

                after = worded.Value;
            }

            var stays = after == same || (words is not null && translation is not { Text.Length: > 0 } && same.Origins.SequenceEqual(after.Origins) && same.WordsConfirmed == after.WordsConfirmed);
            if (stays)
            {
                return (same, false);
            }

            await OwnSentences.FollowWords(work, after, texts, cancel);
            return (work.Change(same, after), true);
        }

        var keeper = await RestsOn(cancel);
        if (keeper.Error is { } several)
        {
            return several;
        }

        highest ??= await work.NextNumber<Exhibit>(id, cancel) - 1;
        var exhibit = new Exhibit
        {
            Id = new ExhibitId(Guid.CreateVersion7()),
            CaseId = id,
            Number = highest.Value + 1,
            Title = material.Title,
            Material = material.Id,
            Record = record.Id,
            Locator = passage.Locator,
            Quote = passage.Quote,
            Origins = words is { } said ? [said] : FoundationRules.OriginsOf(material, record.Kind, record.Sender, people),
            WordsConfirmed = words is not null && isDoubted,
            Legal = material.Obtained is { } obtained ? [obtained] : [],
            Factual = [.. keeper.Value is { } rests ? [rests] : Array.Empty<FoundationId>(), .. material.Factual, .. material.Translated is { } translated ? [translated] : Array.Empty<FoundationId>()],
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
        highest = exhibit.Number;
        return (exhibit, true);
    }

    /// <summary>The foundation that the first answer gives, where the answers do not name it; added where the case has none like it yet.</summary>
    private async Task<Result<FoundationId?>> RestsOn(CancellationToken cancel)
    {
        if (added is not null)
        {
            return added.Id;
        }

        if (Keeper.Wanted(material, people, texts) is not { } wanted)
        {
            return (FoundationId?)null;
        }

        var foundations = await work.Db.Foundations.Where(f => f.CaseId == material.CaseId).ToListAsync(cancel);
        var cited = await work.Db.Exhibits.Where(e => e.CaseId == material.CaseId && e.Material == material.Id).ToListAsync(cancel);
        var found = Keeper.Among(foundations, wanted, material, cited, people);
        if (found.Error is { } several)
        {
            return several;
        }

        if (found.Value is { } known)
        {
            return known.Id;
        }

        added = wanted with { Id = new FoundationId(Guid.CreateVersion7()) };
        work.Add(added);
        return added.Id;
    }
}
