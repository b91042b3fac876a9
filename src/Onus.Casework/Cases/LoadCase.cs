using Microsoft.EntityFrameworkCore;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Ingest.Contract;
using Onus.Store;

namespace Onus.Casework.Cases;

/// <summary>Loads a case as its actor may see it: what they may not see is not there, and what they may not read is there without its words.</summary>
public sealed class LoadCase(OnusStore store)
{
    /// <summary>The case by its short name, with everything that questions about proof are asked of.</summary>
    /// <returns><c>cases.not-found</c> when there is no such case, or it is not the actor's.</returns>
    public async Task<Result<CaseSnapshot>> Handle(string reference, Actor actor, CancellationToken cancel)
    {
        await using var work = store.Begin(actor);
        return await Of(work, reference, cancel);
    }

    /// <summary>The case inside an act that has begun.</summary>
    internal static async Task<Result<CaseSnapshot>> Of(UnitOfWork work, string reference, CancellationToken cancel)
    {
        var db = work.Db;
        var found = await db.Cases.FirstOrDefaultAsync(c => c.Ref == reference, cancel);
        if (found is null)
        {
            return Error.NotFound("cases.not-found", ("case", reference));
        }

        var id = found.Id;
        var counts = await db.Counts.Where(x => x.CaseId == id).OrderBy(x => x.Number).ToListAsync(cancel);
        var snapshot = new CaseSnapshot
        {
            Case = found,
            People = Domain.People.Person.InOrder(await db.People.Where(x => x.CaseId == id).OrderBy(x => x.Id).ToListAsync(cancel)),
            Materials = await db.Materials.Where(x => x.CaseId == id).OrderBy(x => x.Id).ToListAsync(cancel),
            Foundations = await db.Foundations.Where(x => x.CaseId == id).OrderBy(x => x.Id).ToListAsync(cancel),
            Exhibits = await db.Exhibits.Where(x => x.CaseId == id).OrderBy(x => x.Number).ToListAsync(cancel),
            Differences = await db.Differences.Where(x => x.CaseId == id).OrderBy(x => x.CorrectedAt).ToListAsync(cancel),
            Facts = await db.Facts.Where(x => x.CaseId == id).OrderBy(x => x.Id).ToListAsync(cancel),
            ExhibitTies = await db.ExhibitTies.Where(x => x.CaseId == id).OrderBy(x => x.Id).ToListAsync(cancel),
            FactTies = await db.FactTies.Where(x => x.CaseId == id).OrderBy(x => x.Id).ToListAsync(cancel),
            Enough = await db.Enough.Where(x => x.CaseId == id).OrderBy(x => x.Id).ToListAsync(cancel),
            Counts = [.. counts.Where(c => c.Withdrawn is null)],
            WithdrawnCounts = [.. counts.Where(c => c.Withdrawn is not null)],
            Challenges = await db.Challenges.Where(x => x.CaseId == id).OrderBy(x => x.Id).ToListAsync(cancel),
            RulingsHeard = work.Actor.MaySee(id, CompartmentKind.Record) && !work.Actor.MaySee(id, CompartmentKind.CounselsPapers) ? await db.RulingsOfRecord(id, cancel) : [],
        };
        var whole = await WithRecords(work, snapshot, cancel);
        // One place for all pages and papers: what is asked of the case from here on has no such word to give away.
        if (work.Actor.MaySee(id, CompartmentKind.CounselsPapers))
        {
            return whole;
        }

        var records = await WithheldFrom.Records(db, id, cancel);
        var once = records.Count == 0 ? [] : await WithheldFrom.Once(db, id, cancel);
        return WithheldWords.Of(records, whole.Exhibits, whole.ExhibitTies, once, whole.Facts).From(whole, WithheldWords.Omitted);
    }

#pragma warning disable RS0030 // Whose words an exhibit holds and where they stand follows from them, the same for every reader; WithheldWords takes away above what repeats one.
    // What has to be said of the records behind the exhibits, asked for once.
    private static async Task<CaseSnapshot> WithRecords(UnitOfWork work, CaseSnapshot snapshot, CancellationToken cancel)
    {
        var id = snapshot.Case.Id;
        var cited = snapshot.Exhibits.Select(exhibit => exhibit.Record).OfType<Sha256>().Distinct().ToList();
        var read = cited.Count == 0 ? [] : await work.Db.WholeRecords.Where(record => record.CaseId == id && (record.IsWarned || record.Kind == RecordKind.Payment) && cited.Contains(record.Id))
            .Select(record => new { record.Id, record.Kind, record.Sender, record.IsWarned, record.Warnings }).ToListAsync(cancel);
        var files = snapshot.Materials.ToDictionary(file => file.Id);
        // Where it was kept as it was cited, or nobody has decided yet, it goes by whoever the reading named that was cited.
        var kept = read.Count == 0 ? [] : (await work.Db.Differences.Where(difference => difference.CaseId == id && difference.State != DifferenceState.Accepted).OrderBy(difference => difference.CorrectedAt).ToListAsync(cancel))
            .GroupBy(difference => difference.Exhibit).ToDictionary(same => same.Key, same => same.First().Old.Sender);
        var beside = (from exhibit in snapshot.Exhibits
                      join record in read on exhibit.Record equals record.Id
                      select (Exhibit: exhibit, record.Kind, record.Sender, Warnings: record.IsWarned ? record.Warnings : [])).ToList();
        var papers = await Papers(work, snapshot, cancel);
        return snapshot with
        {
            Places = await Places(work, snapshot, cancel),
            Warned = beside.Where(pair => pair.Warnings.Count > 0).ToDictionary(pair => pair.Exhibit.Id, pair => pair.Warnings),
            InDoubt =
            [
                .. beside.Where(pair => pair.Exhibit.Material is { } material && files.ContainsKey(material))
                    .Select(pair => WordsInDoubt.Of(
                        pair.Exhibit, files[pair.Exhibit.Material!.Value], kept.GetValueOrDefault(pair.Exhibit.Id, pair.Sender), [.. pair.Warnings.Where(ReadWarnings.IsOfSender)], snapshot.People)).OfType<WordsInDoubt>(),
                .. papers,
            ],
            Holders = beside.Where(pair => pair.Kind == RecordKind.Payment && !string.IsNullOrWhiteSpace(pair.Sender)).ToDictionary(pair => pair.Exhibit.Id, pair => pair.Sender!),
        };
    }

    // Of a paper there is no sender to ask about: its lines say under whose names they stand.
    private static async Task<IReadOnlyList<WordsInDoubt>> Papers(UnitOfWork work, CaseSnapshot snapshot, CancellationToken cancel)
    {
        var id = snapshot.Case.Id;
        var files = snapshot.Materials.ToDictionary(file => file.Id);
        var asked = snapshot.Exhibits.Where(exhibit => exhibit is { Record: not null, Material: { } material, WordsConfirmed: false } && files.TryGetValue(material, out var file)
            && exhibit.Origins is [var giver] && giver == FoundationRules.OriginOf(file, null, snapshot.People)).ToList();
        var wanted = asked.Select(exhibit => exhibit.Record!.Value).Distinct().ToList();
        var papers = wanted.Count == 0 ? [] : await work.Db.WholeRecords
            .Where(record => record.CaseId == id && (record.Kind == RecordKind.Page || record.Kind == RecordKind.Paragraph || record.Kind == RecordKind.Row) && wanted.Contains(record.Id))
            .Select(record => new { record.Id, record.Kind, record.Reading, record.Sequence, record.Text }).ToListAsync(cancel);
        var (readings, before) = (papers.Select(record => record.Reading).Distinct().ToList(), papers.Select(record => record.Sequence - 1).Distinct().ToList());
        var above = (papers.Count == 0 ? [] : await work.Db.WholeRecords.Where(record => record.CaseId == id && readings.Contains(record.Reading) && before.Contains(record.Sequence))
            .Select(record => new { record.Reading, record.Sequence, record.Text }).ToListAsync(cancel)).ToLookup(record => (record.Reading, record.Sequence), record => record.Text ?? "");
        return [.. (from exhibit in asked
                    join record in papers on exhibit.Record equals record.Id
                    let file = files[exhibit.Material!.Value]
                    let lines = SpokenLines.Of(file, record.Kind, record.Text ?? "", exhibit.Quote, above[(record.Reading, record.Sequence - 1)].FirstOrDefault() ?? "", snapshot.People)
                    select WordsInDoubt.Of(exhibit, file, lines, snapshot.People)).OfType<WordsInDoubt>().DistinctBy(doubt => doubt.Exhibit)];
    }

    // A message cited once is asked nothing about its words.
    private static async Task<IReadOnlyDictionary<ExhibitId, IReadOnlyList<Stretch>>> Places(UnitOfWork work, CaseSnapshot snapshot, CancellationToken cancel)
    {
        var words = snapshot.Exhibits.Where(exhibit => exhibit is { Record: not null, Quote.Length: > 0 }).GroupBy(exhibit => exhibit.Record!.Value).Where(same => same.Skip(1).Any()).SelectMany(same => same).ToList();
        var records = words.Select(exhibit => exhibit.Record!.Value).Distinct().ToList();
        var texts = records.Count == 0 ? [] : await work.Db.WholeRecords.Where(record => record.CaseId == snapshot.Case.Id && records.Contains(record.Id) && record.Text != null)
            .Select(record => new { record.Id, Text = record.Text! }).ToDictionaryAsync(record => record.Id, record => record.Text, cancel);
        return words.Where(exhibit => texts.ContainsKey(exhibit.Record!.Value)).Select(exhibit => (exhibit.Id, At: Stretch.Of(texts[exhibit.Record!.Value], exhibit.Quote)))
            .Where(exhibit => exhibit.At.Count > 0).ToDictionary(exhibit => exhibit.Id, exhibit => exhibit.At);
    }
#pragma warning restore RS0030
}
