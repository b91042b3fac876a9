using Microsoft.EntityFrameworkCore;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Requests;
using Onus.Domain.Shared;
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

        /// <summary>Conversations with at least one silence.</summary>
        public IEnumerable<Series> Silent => Series.Where(s => s.Silences.Count > 0);
    }

    /// <summary>An account, over all files that hold entries of it, or a chat.</summary>
    /// <param name="Kind">Messages or payments.</param>
    /// <param name="Title">Holder of the account as people read it, else the title of the file.</param>
    /// <param name="Files">The files.</param>
    /// <param name="From">From whom the files are, in words.</param>
    /// <param name="Holder">Key of the holder; null for a chat and where no holder is named.</param>
    /// <param name="First">First day.</param>
    /// <param name="Last">Last day.</param>
    /// <param name="Count">Entries with a day.</param>
    /// <param name="Missing">Months without any, between the first and the last, where something may be missing.</param>
    /// <param name="Silences">Days without a word in a chat that was daily; always empty for accounts.</param>
    /// <param name="Quiet">Months without any over which the balance goes on unbroken: nothing is missing there.</param>
    public sealed record Series(
        RecordKind Kind, string Title, IReadOnlyList<MaterialId> Files, string From, string? Holder, DateOnly First, DateOnly Last, int Count,
        IReadOnlyList<CalendarMonth> Missing, IReadOnlyList<Silence> Silences, IReadOnlyList<CalendarMonth> Quiet);

    /// <summary>Finds it.</summary>
    /// <returns><c>cases.not-found</c>.</returns>
    public async Task<Result<Answer>> Handle(string reference, DateOnly today, Actor actor, CancellationToken cancel)
    {
        await using var work = store.Begin(actor);
        var found = await work.Db.Cases.FirstOrDefaultAsync(c => c.Ref == reference, cancel);
        if (found is null)
        {
            return Error.NotFound("cases.not-found", ("case", reference));
        }

        var people = await work.Db.People.Where(p => p.CaseId == found.Id).ToListAsync(cancel);
        var materials = await work.Db.Materials.Where(m => m.CaseId == found.Id).ToDictionaryAsync(m => m.Id, cancel);
        var names = new Names(people);
        var days = await work.Db.Records.Current()
            .Where(r => r.CaseId == found.Id && r.Day != null && (r.Kind == RecordKind.Message || r.Kind == RecordKind.Payment))
            .GroupBy(r => new { r.Kind, r.Material, Holder = r.Kind == RecordKind.Payment ? r.Sender : null, r.Day })
            .Select(g => new { g.Key.Kind, g.Key.Material, g.Key.Holder, g.Key.Day, Count = g.Count() })
            .ToListAsync(cancel);
        var groups = days
            .Where(d => Days.Of(d.Day) is not null)
            .GroupBy(d => (d.Kind, Holder: d.Holder is null ? null : names.Of(d.Holder).Key, File: d.Holder is null ? d.Material : default)).ToList();
        // Balances are looked at only where an account has a month without an entry.
        var entries = groups.Exists(g => g.Key.Kind == RecordKind.Payment && Gaps.MissingMonths(g.Select(d => Days.Of(d.Day)!.Value)).Count > 0)
            ? await Entries(work, found.Id, names, cancel)
            : null;
        var series = groups
            .Select(g =>
            {
                var dated = g.Select(d => Days.Of(d.Day)!.Value).ToList();
                var files = g.Select(d => d.Material).Distinct().ToList();
                var material = materials[files[0]];
                var from = people.FirstOrDefault(p => p.Id == material.FromPerson)?.Pseudonym ?? material.From;
                var missing = Gaps.MissingMonths(dated);
                var quiet = g.Key.Kind == RecordKind.Payment && missing.Count > 0 ? Quiet(missing, dated, [.. entries![(g.Key.Holder, g.Key.File)]]) : [];
                return new Series(
                    g.Key.Kind, g.First().Holder is { } holder ? names.Of(holder).Shown : material.Title, files, from, g.Key.Holder,
                    dated.Min(), dated.Max(), g.Sum(d => d.Count),
                    [.. missing.Except(quiet)], g.Key.Kind == RecordKind.Message ? Gaps.Silences(dated) : [], quiet);
            })
            .OrderByDescending(s => s.Missing.Count > 0).ThenBy(s => s.Kind).ThenByDescending(s => s.Count).ToList();
        var watches = await work.Db.Retention.Where(w => w.CaseId == found.Id).ToListAsync(cancel);
        return new Answer(series, RetentionClock.Of(watches, today));
    }

    /// <summary>The entries of accounts by holder, and by file where no holder is named, as series are made.</summary>
    private static async Task<ILookup<(string? Holder, MaterialId File), AccountEntry>> Entries(UnitOfWork work, CaseId id, Names names, CancellationToken cancel) =>
        (await work.Db.Records.Current().Where(r => r.CaseId == id && r.Day != null && r.Kind == RecordKind.Payment)
            .Select(r => new { r.Material, r.Sender, r.Sequence, r.Day, r.AmountMinor, r.BalanceMinor, r.Currency }).ToListAsync(cancel))
        .Where(r => Days.Of(r.Day) is not null)
        .ToLookup(
            r => (r.Sender is null ? null : names.Of(r.Sender).Key, r.Sender is null ? r.Material : default),
            r => new AccountEntry(r.Material, r.Sequence, Days.Of(r.Day)!.Value, r.AmountMinor, r.BalanceMinor, r.Currency ?? ""));

    /// <summary>Those of the months without an entry over which the balance goes on.</summary>
    private static IReadOnlyList<CalendarMonth> Quiet(IReadOnlyList<CalendarMonth> missing, List<DateOnly> dated, IReadOnlyList<AccountEntry> entries) =>
    [
        .. missing.Where(month =>
        {
            var before = dated.Where(day => day < month.First).Max();
            var after = dated.Where(day => day > month.Last).Min();
            return RunningBalance.GoesOn(entries, before.AddDays(1), after.AddDays(-1));
        }),
    ];
}
