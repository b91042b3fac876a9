using Microsoft.EntityFrameworkCore;
using Onus.Casework.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Requests;
using Onus.Domain.Shared;
using Onus.Ingest.Contract;
using Onus.Store;
using Onus.Store.Database;

namespace Onus.Casework.Records;

/// <summary>What the files do not have, and what their holders will delete.</summary>
public sealed class FindGaps(OnusStore store)
{
    /// <summary>What was found.</summary>
    /// <param name="Series">Accounts and chats that have days, with what each lacks; those that lack nothing too.</param>
    /// <param name="Clocks">What will be deleted, the soonest first.</param>
    public sealed record Answer(IReadOnlyList<Series> Series, IReadOnlyList<RetentionClock> Clocks)
    {
        /// <summary>Series with at least one missing month.</summary>
        public IEnumerable<Series> Incomplete => Series.Where(s => s.Missing.Count > 0);

        /// <summary>The series of a holder, or of a file where no holder is named; null where there is none.</summary>
        public Series? Of(string? holder, MaterialId? file) =>
            Series.FirstOrDefault(s => holder is not null ? s.Holder == holder : s.Holder is null && file is { } id && s.Files.Contains(id));

        /// <summary>Conversations with at least one silence.</summary>
        public IEnumerable<Series> Silent => Series.Where(s => s.Silences.Count > 0);
    }

    /// <summary>An account, over all files that hold entries of it, a chat, or an operator's list of calls and texts.</summary>
    /// <param name="Kind">Messages, payments or calls.</param>
    /// <param name="Title">Holder of the account as people read it, else the title of the file.</param>
    /// <param name="Files">The files.</param>
    /// <param name="From">From whom the files are, in words.</param>
    /// <param name="Holder">Key of the holder; null for a chat and where no holder is named.</param>
    /// <param name="HolderAsWritten">The holder as one of the files writes it; null where there is none.</param>
    /// <param name="First">First day.</param>
    /// <param name="Last">Last day.</param>
    /// <param name="Count">Entries with a day.</param>
    /// <param name="Months">The months without an entry.</param>
    /// <param name="Silences">Days without a word in a chat that was daily; always empty for the others.</param>
    /// <param name="Periods">The days that statements of the account say they are about.</param>
    public sealed record Series(
        RecordKind Kind, string Title, IReadOnlyList<MaterialId> Files, string From, string? Holder, string? HolderAsWritten, DateOnly First, DateOnly Last, int Count,
        MonthGaps Months, IReadOnlyList<Silence> Silences, IReadOnlyList<(Material File, StatedPeriod Period)> Periods)
    {
        /// <summary>Months without an entry where something may be missing.</summary>
        public IReadOnlyList<CalendarMonth> Missing => Months.Missing;

        /// <summary>Months without an entry over which the balance goes on unbroken: nothing is missing there.</summary>
        public IReadOnlyList<CalendarMonth> Quiet => Months.Quiet;
    }

    /// <summary>Finds it.</summary>
    /// <returns><c>cases.not-found</c>.</returns>
    public Task<Result<Answer>> Handle(string reference, DateOnly today, Actor actor, CancellationToken cancel)
    {
        return store.See<Answer>(reference, actor, async (work, found) =>
        {
            var people = await work.Db.People.Where(p => p.CaseId == found.Id).ToListAsync(cancel);
            var materials = await work.Db.Materials.Where(m => m.CaseId == found.Id).ToDictionaryAsync(m => m.Id, cancel);
            var names = new Names(people);
            var days = await work.Db.Totals
                .Where(r => r.CaseId == found.Id && r.Day != null && (r.Kind == RecordKind.Message || r.Kind == RecordKind.Payment || r.Kind == RecordKind.Call || r.Kind == RecordKind.TextMessage))
                // Calls and texts of an operator's list are one series.
                .GroupBy(r => new { Kind = r.Kind == RecordKind.TextMessage ? RecordKind.Call : r.Kind, r.Material, Holder = r.Kind == RecordKind.Payment ? r.Sender : null, r.Day })
                .Select(g => new { g.Key.Kind, g.Key.Material, g.Key.Holder, g.Key.Day, Count = g.Sum(t => t.Count) })
                .ToListAsync(cancel);
            // The day that a pasted line states is no day on which this chat went on: by it a silence would end that is none, or begin after the chat.
#pragma warning disable RS0030 // The days of silences alone leave.
            var doubted = (await work.Db.WholeRecords.Current()
#pragma warning restore RS0030
                    .Where(r => r.CaseId == found.Id && r.Day != null && r.Kind == RecordKind.Message && r.IsWarned).Select(r => new { r.Material, r.Day, r.Warnings }).ToListAsync(cancel))
                .Where(r => r.Warnings.Any(ReadWarnings.IsOfPlace)).GroupBy(r => (r.Material, r.Day)).ToDictionary(g => g.Key, g => g.Count());
            days.RemoveAll(d => d.Kind == RecordKind.Message && doubted.GetValueOrDefault((d.Material, d.Day)) == d.Count);
            var groups = days
                .Where(d => Days.Of(d.Day) is not null)
                .GroupBy(d => (d.Kind, Holder: d.Holder is null ? null : names.Of(d.Holder).Key, File: d.Holder is null ? d.Material : default)).ToList();
            var periods = await Periods(work, found.Id, materials.Values, names, cancel);
            var answers = (await work.Db.GapAnswers.Where(a => a.CaseId == found.Id).ToListAsync(cancel))
                .ToLookup(a => (a.Holder.Length > 0 ? names.Of(a.Holder).Key : null, File: a.Holder.Length > 0 ? default : a.Material));
            // Balances are looked at only where an account has a month without an entry, or a statement that goes further than its entries.
            var entries = groups.Exists(g => g.Key.Kind == RecordKind.Payment
                    && (periods.Contains((g.Key.Holder, g.Key.File)) || Gaps.MissingMonths(g.Select(d => Days.Of(d.Day)!.Value)).Count > 0))
                ? await Entries(work, found.Id, names, cancel)
                : null;
            var series = groups
                .Select(g =>
                {
                    var dated = g.Select(d => Days.Of(d.Day)!.Value).ToList();
                    var files = g.Select(d => d.Material).Distinct().ToList();
                    var material = materials[files[0]];
                    var from = people.FirstOrDefault(p => p.Id == material.FromPerson)?.Pseudonym ?? material.From;
                    var key = (g.Key.Holder, g.Key.File);
                    var isAccount = g.Key.Kind == RecordKind.Payment;
                    (Material File, StatedPeriod Period)[] stated = isAccount ? [.. periods[key]] : [];
                    var months = MonthGaps.Of(
                        [.. g.Select(d => new AccountDay(AccountAt(d.Holder, materials[d.Material]), d.Material, Days.Of(d.Day)!.Value))],
                        [.. stated.Select(s => new FilePeriod(s.File.Id, s.Period with { Holder = AccountAt(s.Period.Holder, s.File) }))],
                        isAccount && entries is not null ? [.. entries[key]] : [], [.. answers[key]]);
                    return new Series(
                        g.Key.Kind, g.First().Holder is { } holder ? names.Of(holder).Shown : material.Title, files, from, g.Key.Holder, g.First().Holder,
                        dated.Min(), dated.Max(), g.Sum(d => d.Count), months, g.Key.Kind == RecordKind.Message ? Gaps.Silences(dated) : [], stated);
                })
                .OrderByDescending(s => s.Missing.Count > 0).ThenBy(s => s.Kind).ThenByDescending(s => s.Count).ToList();
            var watches = await work.Db.Retention.Where(w => w.CaseId == found.Id).ToListAsync(cancel);
            return new Answer(series, RetentionClock.Of(watches, today));
        }, cancel);
    }

    // One person can have an account at each of two banks: what one bank lists says nothing of the other's.
    private static string? AccountAt(string? holder, Material file) =>
        holder is null ? null : holder + '\u001f' + Giver.Of(file);

    /// <summary>The entries of accounts by holder, and by file where no holder is named, as series are made.</summary>
    private static async Task<ILookup<(string? Holder, MaterialId File), AccountEntry>> Entries(UnitOfWork work, CaseId id, Names names, CancellationToken cancel) =>
        (await work.Db.Records.Current().Where(r => r.CaseId == id && r.Day != null && r.Kind == RecordKind.Payment)
            .Select(r => new { r.Material, r.Sender, r.Sequence, r.Day, r.AmountMinor, r.BalanceMinor, r.Currency }).ToListAsync(cancel))
        .Where(r => Days.Of(r.Day) is not null)
        .ToLookup(
            r => (r.Sender is null ? null : names.Of(r.Sender).Key, r.Sender is null ? r.Material : default),
            r => new AccountEntry(r.Material, r.Sequence, Days.Of(r.Day)!.Value, r.AmountMinor, r.BalanceMinor, r.Currency ?? ""));

    /// <summary>
    /// What the statements say they are about, by holder or file as series are made; each period keeps the account it is of. A file with a payment whose day could not be read does
    /// not say on which days nothing moved.
    /// </summary>
    private static async Task<ILookup<(string? Holder, MaterialId File), (Material File, StatedPeriod Period)>> Periods(
        UnitOfWork work, CaseId id, IEnumerable<Material> files, Names names, CancellationToken cancel)
    {
        var stated = files.SelectMany(file => StatedPeriod.Of(file).Select(period => (File: file, Period: period))).ToList();
        var undated = stated.Count == 0 ? []
            : await work.Db.Totals.Where(r => r.CaseId == id && r.Kind == RecordKind.Payment && r.Day == null).Select(r => r.Material).Distinct().ToListAsync(cancel);
        return stated.Where(s => !undated.Contains(s.File.Id))
            .ToLookup(s => (s.Period.Holder is { } holder ? names.Of(holder).Key : null, s.Period.Holder is null ? s.File.Id : default));
    }
}
