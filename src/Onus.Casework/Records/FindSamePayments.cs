using Microsoft.EntityFrameworkCore;
using Onus.Casework.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Database;

namespace Onus.Casework.Records;

/// <summary>Which payments other statements list too, of the same account or of the other bank, so that nobody cites or counts one payment as two.</summary>
public sealed class FindSamePayments(OnusStore store)
{
    /// <summary>Where a payment stands too.</summary>
    /// <param name="Entries">Its entries in other files, and those files.</param>
    /// <param name="Certain">Whether they are one payment; otherwise they only may be.</param>
    public sealed record Elsewhere(IReadOnlyList<(Sha256 Record, Material File)> Entries, bool Certain);

    /// <summary>Looks for them.</summary>
    /// <param name="reference">Short name of the case.</param>
    /// <param name="records">The records that are shown; whatever is no payment is passed over.</param>
    /// <param name="actor">Who looks.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>By record, those that stand elsewhere too; <c>cases.not-found</c>.</returns>
    public Task<Result<IReadOnlyDictionary<Sha256, Elsewhere>>> Handle(string reference, IEnumerable<RecordRow> records, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        return store.See<IReadOnlyDictionary<Sha256, Elsewhere>>(reference, actor, async (work, found) =>
        {
            var elsewhere = new Dictionary<Sha256, Elsewhere>();
#pragma warning disable RS0030 // By their words payments of two banks are one: which they are leaves, and none of the words.
            var all = work.Db.WholeRecords.Current().Where(r => r.CaseId == found.Id);
#pragma warning restore RS0030
            var shown = records.Where(r => r is { Kind: RecordKind.Payment, AmountMinor: not (null or 0) }).ToDictionary(r => r.Id);
            if (!await OthersAreAlike(all, [.. shown.Values], cancel))
            {
                return elsewhere;
            }

            var names = new Names(await work.Db.People.Where(p => p.CaseId == found.Id).ToListAsync(cancel));
            var materials = await work.Db.Materials.Where(m => m.CaseId == found.Id).ToDictionaryAsync(m => m.Id, cancel);
            var copies = await FindCopies.Payments(all, names, materials, cancel);
            var both = copies.Same.Select(pair => (Entries: (List<FindCopies.Entry>)[pair.Paid, pair.Received], Certain: true)).Concat(copies.Maybe.Select(pair => (Entries: (List<FindCopies.Entry>)[pair.Paid, pair.Received], Certain: false)));
            var listed = copies.Again.Select(one => (Entries: one.Others.Prepend(one.Stands).ToList(), Certain: true)).Concat(copies.MaybeAgain.Select(one => (Entries: one.Others.Prepend(one.Stands).ToList(), Certain: false)));
            // What is one goes before what may be.
            foreach (var (entries, certain) in listed.Concat(both).OrderByDescending(one => one.Certain))
            {
                foreach (var entry in entries.Where(entry => shown.ContainsKey(entry.Id)))
                {
                    elsewhere.TryAdd(entry.Id, new([.. entries.Where(other => other.Id != entry.Id).Select(other => (other.Id, materials[other.File]))], certain));
                }
            }

            return elsewhere;
        }, cancel);
    }

    // Most pages show no payment that another file could list: they need not wait for all payments of the case.
    private static async Task<bool> OthersAreAlike(IQueryable<RecordRow> all, List<RecordRow> shown, CancellationToken cancel)
    {
        if (shown.Count == 0)
        {
            return false;
        }

        // The other bank has it with the other sign, and perhaps some days later or earlier.
        var near = Enumerable.Range(-SameTransfer.MostDays, (2 * SameTransfer.MostDays) + 1).ToList();
        var days = shown.SelectMany(r => Days.Of(r.Day) is { } day ? near.Select(apart => (string?)Days.Iso(DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + apart, 0, DateOnly.MaxValue.DayNumber)))) : [r.Day]).Distinct().ToList();
        var amounts = shown.SelectMany(r => new[] { r.AmountMinor, r.AmountMinor == long.MinValue ? null : -r.AmountMinor }).Distinct().ToList();
        var alike = await all.Where(r => r.Kind == RecordKind.Payment && days.Contains(r.Day) && amounts.Contains(r.AmountMinor))
            .Select(r => new { r.Material, r.Day, r.AmountMinor }).Distinct().ToListAsync(cancel);
        return shown.Exists(r => alike.Exists(a => a.Material != r.Material && (a.AmountMinor == -r.AmountMinor || (a.AmountMinor == r.AmountMinor && a.Day == r.Day))));
    }
}
