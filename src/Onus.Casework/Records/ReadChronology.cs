using Microsoft.EntityFrameworkCore;
using Onus.Casework.Cases;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Ingest.Contract;
using Onus.Ingest.Reading;
using Onus.Store;
using Onus.Store.Database;

namespace Onus.Casework.Records;

/// <summary>
/// The dated records and facts of a case, page by page: by the day that the sources state, and within a day by the instant. A stated day is what people
/// look for; a stated clock is not comparable across zones. What states no instant comes first on its day.
/// </summary>
public sealed class ReadChronology(OnusStore store)
{
    /// <summary>Entries on a page.</summary>
    public const int PageSize = 100;

    /// <summary>What to show.</summary>
    public sealed record Query
    {
        /// <summary>Short name of the case.</summary>
        public required string Case { get; init; }

        /// <summary>Key of somebody who is named; with <see cref="To"/>: who writes or pays.</summary>
        public string? Person { get; init; }

        /// <summary>Key of whom they write to or pay.</summary>
        public string? To { get; init; }

        /// <summary>Only this file.</summary>
        public MaterialId? File { get; init; }

        /// <summary>Only records of this kind; facts are shown only without it.</summary>
        public RecordKind? Kind { get; init; }

        /// <summary>Only payments out of the account (true) or into it (false); null for both.</summary>
        public bool? Out { get; init; }

        /// <summary>Only facts.</summary>
        public bool FactsOnly { get; init; }

        /// <summary>First day.</summary>
        public DateOnly? From { get; init; }

        /// <summary>Last day.</summary>
        public DateOnly? Until { get; init; }

        /// <summary>Words that the text has, as <see cref="WordSearch"/> finds them; empty for all.</summary>
        public string Text { get; init; } = "";

        /// <summary>Only records with a warning of this group, those without a day too; null for all.</summary>
        public WarningGroup? Warned { get; init; }

        /// <summary>Records without a day instead of those with one.</summary>
        public bool Undated { get; init; }

        /// <summary>Page, from 1; beyond the last one gives the last.</summary>
        public int Page { get; init; } = 1;

        /// <summary>Whether each record has to be looked at, so that those without a day come with the others, and last.</summary>
        internal bool Sifts => Text.Length > 0 || Warned is not null;
    }

    /// <summary>A page of the chronology.</summary>
    /// <param name="Entries">Records and facts in order; on a day, facts come first, since they state no time.</param>
    /// <param name="Page">The page, from 1.</param>
    /// <param name="Pages">How many there are, at least 1.</param>
    /// <param name="Total">All entries that fit.</param>
    /// <param name="Undated">Records without a day that fit otherwise.</param>
    /// <param name="Senders">Everybody whom the records of the case name, for the filter.</param>
    /// <param name="Names">Who is who.</param>
    public sealed record Answer(
        IReadOnlyList<Entry> Entries, int Page, int Pages, int Total, int Undated, IReadOnlyList<Named> Senders, Names Names);

    /// <summary>A record or a fact.</summary>
    /// <param name="Day">Its day; null where none is stated.</param>
    /// <param name="Record">The record; null for a fact.</param>
    /// <param name="Fact">The fact; null for a record.</param>
    public sealed record Entry(DateOnly? Day, RecordRow? Record, Fact? Fact);

    /// <summary>Loads a page. A text is looked for by reading the texts that fit otherwise: 25,000 of them take a fraction of a second.</summary>
    /// <returns><c>cases.not-found</c>.</returns>
    public Task<Result<Answer>> Handle(Query query, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(query);
        return store.See<Answer>(query.Case, actor, async (work, found) =>
        {
            var people = await work.Db.People.Where(p => p.CaseId == found.Id).ToListAsync(cancel);
            var names = new Names(people);
            var all = work.Db.Records.Current().Where(r => r.CaseId == found.Id);
            var raw = await work.Db.RecordNames.Where(n => n.CaseId == found.Id && !n.Superseded && !n.Withdrawn).Select(n => n.Name).Distinct().ToListAsync(cancel);
            var senders = raw.Select(names.Of).DistinctBy(n => n.Key).OrderBy(n => n.Person is null).ThenBy(n => n.Shown, StringComparer.Ordinal).ToList();

            var fitting = await Fitting(all, query, names, raw, cancel);
            var totals = await Fitting(work.Db.Totals.Where(t => t.CaseId == found.Id), query, names, raw, cancel);
            var undated = fitting.Where(r => r.Day == null);
            // Whoever looks for words is shown every record that has them: a statement or a letter states no day, and comes last.
            var records = query.Undated ? undated : query.Sifts ? fitting : fitting.Where(r => r.Day != null);
            var facts = query.Undated || query.Warned is not null ? [] : await Facts(work, found.Id, query, cancel);
            var (entries, page, total) = query.Sifts
                ? await Searched(records, facts, query, cancel)
                : await Browsed(records, query.Undated ? totals.Where(t => t.Day == null) : totals.Where(t => t.Day != null), facts, query, cancel);
            var without = query.Undated ? total : query.Sifts ? 0 : await totals.Where(t => t.Day == null).SumAsync(t => t.Count, cancel);
            return new Answer(entries, page, Math.Max(1, (total + PageSize - 1) / PageSize), total, without, senders, names);
        }, cancel);
    }

    private static async Task<IQueryable<RecordRow>> Fitting(IQueryable<RecordRow> records, Query query, Names names, List<string> raw, CancellationToken cancel)
    {
        if (query.FactsOnly)
        {
            return records.Where(r => false);
        }

        if (query.File is { } file)
        {
            records = records.Where(r => r.Material == file);
        }

        if (query.Kind is { } kind)
        {
            records = records.Where(r => r.Kind == kind);
        }

        if (query.Out is { } leaves)
        {
            records = records.Where(r => r.Kind == RecordKind.Payment && (leaves ? r.AmountMinor < 0 : r.AmountMinor >= 0));
        }

        if (query.From is { } from)
        {
            records = records.From(Days.Iso(from));
        }

        if (query.Until is { } until)
        {
            records = records.Until(Days.Iso(until));
        }

        if (query.Person is { Length: > 0 } person)
        {
            var a = names.Behind(person, raw);
            if (query.To is { Length: > 0 } to)
            {
                // A message in a chat export names its sender only: it goes to whoever else writes in that file. A comment on a document goes to nobody.
                var b = names.Behind(to, raw);
                var chats = await records.Where(r => b.Contains(r.Sender!)).Select(r => r.Material).Distinct().ToListAsync(cancel);
                return records.Where(r => r.Kind == RecordKind.Payment
                    ? (a.Contains(r.Sender!) && b.Contains(r.Receiver!) && r.AmountMinor < 0) || (b.Contains(r.Sender!) && a.Contains(r.Receiver!) && r.AmountMinor >= 0)
                    : r.Kind != RecordKind.Comment && a.Contains(r.Sender!) && (b.Contains(r.Receiver!) || (r.Receiver == null && chats.Contains(r.Material))));
            }

            records = records.Where(r => a.Contains(r.Sender!) || a.Contains(r.Receiver!));
        }

        return records;
    }

    /// <summary>The totals of the same records: the same questions, of what was added up when they were written.</summary>
    private static async Task<IQueryable<RecordTotal>> Fitting(IQueryable<RecordTotal> totals, Query query, Names names, List<string> raw, CancellationToken cancel)
    {
        if (query.FactsOnly)
        {
            return totals.Where(t => false);
        }

        totals = query.File is { } file ? totals.Where(t => t.Material == file) : totals;
        totals = query.Kind is { } kind ? totals.Where(t => t.Kind == kind) : totals;
        totals = query.Out is { } leaves ? totals.Where(t => t.Kind == RecordKind.Payment && t.Out == leaves) : totals;
        totals = query.From is { } from ? totals.From(Days.Iso(from)) : totals;
        totals = query.Until is { } until ? totals.Until(Days.Iso(until)) : totals;
        if (query.Person is not { Length: > 0 } person)
        {
            return totals;
        }

        var a = names.Behind(person, raw);
        if (query.To is not { Length: > 0 } to)
        {
            return totals.Where(t => a.Contains(t.Sender!) || a.Contains(t.Receiver!));
        }

        var b = names.Behind(to, raw);
        var chats = await totals.Where(t => b.Contains(t.Sender!)).Select(t => t.Material).Distinct().ToListAsync(cancel);
        return totals.Where(t => t.Kind == RecordKind.Payment
            ? (a.Contains(t.Sender!) && b.Contains(t.Receiver!) && t.Out == true) || (b.Contains(t.Sender!) && a.Contains(t.Receiver!) && t.Out == false)
            : t.Kind != RecordKind.Comment && a.Contains(t.Sender!) && (b.Contains(t.Receiver!) || (t.Receiver == null && chats.Contains(t.Material))));
    }

    private static async Task<List<Fact>> Facts(UnitOfWork work, CaseId id, Query query, CancellationToken cancel)
    {
        if (query.Kind is not null || query.File is not null || query.Person is { Length: > 0 })
        {
            return [];
        }

        var (search, withheld) = (new WordSearch(query.Text), await WithheldFrom.Actor(work, id, cancel));
        var facts = await work.Db.Facts.Where(f => f.CaseId == id && f.On != null).ToListAsync(cancel);
        return [.. facts.Select(f => withheld.From(f, WithheldWords.Omitted))
            .Where(f => (query.From is null || f.On >= query.From) && (query.Until is null || f.On <= query.Until) && search.IsIn(f.Sentence))
            .OrderBy(f => f.On).ThenBy(f => f.Id.Value)];
    }

    /// <summary>Without a text the totals say which days are on the page, and only these are looked into.</summary>
    private static async Task<(IReadOnlyList<Entry> Entries, int Page, int Total)> Browsed(
        IQueryable<RecordRow> records, IQueryable<RecordTotal> totals, List<Fact> facts, Query query, CancellationToken cancel)
    {
        var counted = await totals.GroupBy(t => t.Day).Select(g => new { g.Key, Count = g.Sum(t => t.Count) }).ToListAsync(cancel);
        var perDay = counted.ToDictionary(c => c.Key ?? "", c => c.Count, StringComparer.Ordinal);
        var total = facts.Count + perDay.Values.Sum();
        var (page, first) = PageOf(query, total);
        var factsByDay = facts.ToLookup(f => Days.Iso(f.On!.Value), StringComparer.Ordinal);

        var at = 0;
        var recordsBefore = 0;
        (string? First, string? Last) days = (null, null);
        var recordsHere = 0;
        var factsHere = new List<Fact>();
        foreach (var day in perDay.Keys.Concat(factsByDay.Select(g => g.Key)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            foreach (var fact in factsByDay[day])
            {
                if (at >= first && at < first + PageSize)
                {
                    factsHere.Add(fact);
                }

                at++;
            }

            var count = perDay.GetValueOrDefault(day);
            var here = Math.Max(0, Math.Min(at + count, first + PageSize) - Math.Max(at, first));
            if (here > 0)
            {
                // Of the first day that begins before the page.
                recordsBefore = recordsHere == 0 ? Math.Clamp(first - at, 0, count) : recordsBefore;
                days = (days.First ?? day, day);
            }

            recordsHere += here;
            at += count;
        }

        var sought = days is ({ Length: > 0 } one, { } other) ? records.From(one).Until(other) : records;
        var rows = recordsHere == 0 ? [] : await Ordered(sought).Skip(recordsBefore).Take(recordsHere).ToListAsync(cancel);
        return (Merge(rows, factsHere), page, total);
    }

    /// <summary>With a text, the texts are read in order and looked at here, so that both databases find the same.</summary>
    private static async Task<(IReadOnlyList<Entry> Entries, int Page, int Total)> Searched(
        IQueryable<RecordRow> records, List<Fact> facts, Query query, CancellationToken cancel)
    {
        var search = new WordSearch(query.Text);
        var hits = new List<(string? Day, Sha256? Record, Fact? Fact)>();
        await foreach (var row in Ordered(Sifted(records, query)).Select(r => new { r.Id, r.Day, r.Text, r.Warnings }).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if ((query.Text.Length == 0 || search.IsIn(row.Text!)) && (query.Warned is not { } group || row.Warnings.Has(group)))
            {
                hits.Add((row.Day, row.Id, null));
            }
        }

        var merged = hits.Concat(facts.Select(f => ((string?)Days.Iso(f.On!.Value), (Sha256?)null, (Fact?)f)))
            .OrderBy(h => h.Item1 is null).ThenBy(h => h.Item1, StringComparer.Ordinal).ThenBy(h => h.Item3 is null).ToList();
        var (page, first) = PageOf(query, merged.Count);
        var here = merged.Skip(first).Take(PageSize).ToList();
        var ids = here.Select(h => h.Item2).OfType<Sha256>().ToList();
        var rows = await Ordered(records.Where(r => ids.Contains(r.Id))).ToListAsync(cancel);
        return (Merge(rows, [.. here.Select(h => h.Item3).OfType<Fact>()]), page, merged.Count);
    }

    private static IQueryable<RecordRow> Sifted(IQueryable<RecordRow> records, Query query)
    {
        records = query.Text.Length > 0 ? records.Where(r => r.Text != null) : records;
        return query.Warned is null ? records : records.Where(r => r.IsWarned);
    }

    private static IOrderedQueryable<RecordRow> Ordered(IQueryable<RecordRow> records) =>
        records.OrderBy(r => r.Day == null).ThenBy(r => r.Day).ThenBy(r => r.Utc != null).ThenBy(r => r.Utc).ThenBy(r => r.TimeLocal).ThenBy(r => r.Material).ThenBy(r => r.Sequence);

    // In the hour that a clock shows twice an instant is not known, and the earlier one stands for both: there the order of the chat's own lines is the better one.
    private static List<RecordRow> InOrderOfLines(List<RecordRow> rows)
    {
        foreach (var twice in rows.Index().Where(row => row.Item is { Kind: RecordKind.Message, UtcLater: not null }).GroupBy(row => (row.Item.Material, row.Item.Day)).ToList())
        {
            foreach (var (place, row) in twice.Select(row => row.Index).Zip(twice.Select(row => row.Item).OrderBy(row => row.Sequence)).ToList())
            {
                rows[place] = row;
            }
        }

        return rows;
    }

    private static List<Entry> Merge(List<RecordRow> rows, List<Fact> facts) =>
        [.. facts.Select(f => new Entry(f.On, null, f))
            .Concat(InOrderOfLines(rows).Select(r => new Entry(Days.Of(r.Day), r, null)))
            .OrderBy(e => e.Day is null).ThenBy(e => e.Day).ThenBy(e => e.Record is not null)]; // stable: records keep the order they came in

    private static (int Page, int First) PageOf(Query query, int total)
    {
        var page = Math.Clamp(query.Page, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
        return (page, (page - 1) * PageSize);
    }
}
