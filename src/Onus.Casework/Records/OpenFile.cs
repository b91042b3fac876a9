using Microsoft.EntityFrameworkCore;
using Onus.Casework.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Database;

namespace Onus.Casework.Records;

/// <summary>Opens a file as it was read, at a page, a day, or one record in its context.</summary>
public sealed class OpenFile(OnusStore store)
{
    /// <summary>Records on a page; a document shows one of its own pages at a time.</summary>
    public const int PageSize = 100;

    /// <summary>What to open: a file at a page or day, or a record wherever it stands.</summary>
    /// <param name="Case">Short name of the case.</param>
    /// <param name="File">The file; null to find it by its record.</param>
    /// <param name="Record">The record to show; null for none.</param>
    /// <param name="Page">Page, from 1; null for that of the record or the day, else the first.</param>
    /// <param name="Day">Day to turn to: the first record on it or after it.</param>
    /// <param name="Around">How many records before and after the one that is shown; null for the whole page it stands on.</param>
    public sealed record Query(string Case, MaterialId? File, Sha256? Record, int? Page = null, DateOnly? Day = null, int? Around = null);

    /// <summary>An opened file.</summary>
    /// <param name="Material">The file.</param>
    /// <param name="View">How it is shown.</param>
    /// <param name="Rows">The records of the page, in the order of the source.</param>
    /// <param name="Chosen">The record that was asked for; null for none.</param>
    /// <param name="Page">The page, from 1.</param>
    /// <param name="Pages">How many there are, at least 1.</param>
    /// <param name="Total">Records of the file.</param>
    /// <param name="DayBefore">The last day before those on the page; null where there is none.</param>
    /// <param name="DayAfter">The first day after them.</param>
    /// <param name="Names">Who is who.</param>
    /// <param name="Parties">Who writes in the conversation, all of it, as the source writes them; none for other files.</param>
    public sealed record Opened(
        Material Material, FileView View, IReadOnlyList<RecordRow> Rows, RecordRow? Chosen,
        int Page, int Pages, int Total, DateOnly? DayBefore, DateOnly? DayAfter, Names Names, IReadOnlyList<string> Parties);

    /// <summary>Opens it.</summary>
    /// <returns><c>files.not-found</c>, <c>records.not-found</c>.</returns>
    public async Task<Result<Opened>> Handle(Query query, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(query);
        await using var work = store.Begin(actor);
        var db = work.Db;
        var found = await db.Cases.FirstOrDefaultAsync(c => c.Ref == query.Case, cancel);
        if (found is null)
        {
            return Error.NotFound("files.not-found");
        }

        var chosen = query.Record is { } hash ? await db.Records.FirstOrDefaultAsync(r => r.CaseId == found.Id && r.Id == hash, cancel) : null;
        if (query.Record is not null && (chosen is null || (query.File is { } wanted && wanted != chosen.Material)))
        {
            return Error.NotFound("records.not-found");
        }

        var id = query.File ?? chosen?.Material;
        var material = id is null ? null : await db.Materials.FirstOrDefaultAsync(m => m.CaseId == found.Id && m.Id == id, cancel);
        if (material is null)
        {
            return Error.NotFound("files.not-found");
        }

        // A record that only an older reading had is shown when it is asked for, because it is cited, and never among the others.
        var shown = chosen?.Id;
        // Which reading stands is asked first: its records are then a stretch of one key.
        var reading = await db.Records.Where(r => r.CaseId == found.Id && r.Material == material.Id && !r.Superseded).Select(r => (int?)r.Reading).FirstOrDefaultAsync(cancel);
        var records = chosen is { Superseded: true }
            ? db.Records.Where(r => r.CaseId == found.Id && r.Material == material.Id && (r.Reading == reading || r.Id == shown))
            : db.Records.Where(r => r.Reading == reading);
        var total = material.Withdrawn is null && chosen is not { Superseded: true }
            ? await db.Totals.Where(t => t.CaseId == found.Id && t.Material == material.Id).SumAsync(t => t.Count, cancel)
            : await records.CountAsync(cancel);
        var counted = chosen is not { Superseded: true } && total > 0 && await records.MinAsync(r => r.Sequence, cancel) == 1 && await records.MaxAsync(r => r.Sequence, cancel) == total;
        var first = await records.OrderBy(r => r.Sequence).Select(r => (RecordKind?)r.Kind).FirstOrDefaultAsync(cancel);
        var view = first is { } kind ? (Families.Of(material) ?? Families.Of(kind))?.View ?? FileView.Nothing : FileView.Nothing;
        var size = view is FileView.Pages or FileView.Picture ? 1 : PageSize;
        var pages = Math.Max(1, (total + size - 1) / size);
        var page = Math.Clamp(query.Page ?? await PageOf(records, chosen, query.Day, size, counted, cancel), 1, pages);
        var rows = size > 1 && chosen is not null && query.Around is { } around
            ? await Context(records, chosen, around, cancel)
            : counted ? await records.Where(r => r.Sequence > (page - 1) * size && r.Sequence <= page * size).OrderBy(r => r.Sequence).ToListAsync(cancel)
            : await records.OrderBy(r => r.Sequence).Skip((page - 1) * size).Take(size).ToListAsync(cancel);
        var people = await db.People.Where(p => p.CaseId == found.Id).ToListAsync(cancel);
        var (before, after) = view == FileView.Conversation ? await Neighbours(records, rows, cancel) : (null, null);
        var parties = view == FileView.Conversation ? await Writers(db, material, cancel) : [];
        return new Opened(material, view, rows, chosen, page, pages, total, Days.Of(before), Days.Of(after), new Names(people), parties);
    }

    private static async Task<int> PageOf(IQueryable<RecordRow> records, RecordRow? chosen, DateOnly? day, int size, bool counted, CancellationToken cancel)
    {
        int? sequence = chosen?.Sequence;
        if (sequence is null && day is { } wanted)
        {
            sequence = await records.From(Days.Iso(wanted)).MinAsync(r => (int?)r.Sequence, cancel);
        }

        return sequence is { } at ? ((counted ? at - 1 : await records.CountAsync(r => r.Sequence < at, cancel)) / size) + 1 : 1;
    }

    // The totals leave out what was withdrawn, which can be read all the same.
    private static Task<List<string>> Writers(VisibleRows db, Material material, CancellationToken cancel) => material.Withdrawn is null
        ? db.Totals.Where(t => t.CaseId == material.CaseId && t.Material == material.Id && t.Kind == RecordKind.Message && t.Sender != null).Select(t => t.Sender!).Distinct().ToListAsync(cancel)
        : db.RecordNames.Where(n => n.CaseId == material.CaseId && n.Material == material.Id && !n.Superseded).Select(n => n.Name).Distinct().ToListAsync(cancel);

    private static async Task<List<RecordRow>> Context(IQueryable<RecordRow> records, RecordRow chosen, int around, CancellationToken cancel)
    {
        var before = await records.Where(r => r.Sequence < chosen.Sequence).OrderByDescending(r => r.Sequence).Take(around).ToListAsync(cancel);
        var after = await records.Where(r => r.Sequence > chosen.Sequence).OrderBy(r => r.Sequence).Take(around).ToListAsync(cancel);
        return [.. before.AsEnumerable().Reverse(), chosen, .. after];
    }

    private static async Task<(string? Before, string? After)> Neighbours(IQueryable<RecordRow> records, List<RecordRow> rows, CancellationToken cancel)
    {
        var first = rows.FirstOrDefault(r => r.Day is not null)?.Day;
        var last = rows.LastOrDefault(r => r.Day is not null)?.Day;
        return (
            first is null ? null : await records.Before(first).MaxAsync(r => r.Day, cancel),
            last is null ? null : await records.After(last).MinAsync(r => r.Day, cancel));
    }
}
