using Microsoft.EntityFrameworkCore;
using Onus.Domain.Cases;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Log;

namespace Onus.Casework.Log;

/// <summary>The log of a case: everything that was done, by whom, when; newest first.</summary>
public sealed class ReadLog(OnusStore store)
{
    /// <summary>Entries on one page.</summary>
    public const int PageSize = 75;

    /// <summary>One page of the log.</summary>
    /// <param name="reference">Short name of the case.</param>
    /// <param name="page">Page, from 1; beyond the last page, the last.</param>
    /// <param name="actor">The actor. What they may not see shows them only that something was written, and on which side.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns><c>cases.not-found</c>.</returns>
    public async Task<Result<Page>> Handle(string reference, int page, Actor actor, CancellationToken cancel)
    {
        await using var work = store.Begin(actor);
        var found = await work.Db.Cases.FirstOrDefaultAsync(c => c.Ref == reference, cancel);
        if (found is null)
        {
            return Error.NotFound("cases.not-found", ("case", reference));
        }

        var all = work.Db.Log.Where(l => l.CaseId == found.Id);
        var total = await all.CountAsync(cancel);
        page = Math.Clamp(page, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
        var entries = await all.OrderByDescending(l => l.Sequence).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        var numbers = entries.Select(e => e.Sequence).ToList();
        var payloads = await work.Db.LogPayloads.Where(p => numbers.Contains(p.Sequence)).ToDictionaryAsync(p => p.Sequence, cancel);
        var names = (await work.Db.Accounts.ToListAsync(cancel)).ToDictionary(a => a.Id, a => a.Name);
        return new Page(total, [.. entries.Select(e => new Entry(
            e.Sequence,
            e.At,
            names.GetValueOrDefault(e.Actor, ""),
            payloads.ContainsKey(e.Sequence) ? e.Kind : null,
            e.Side,
            Convert.ToHexStringLower(e.LeafHash),
            payloads.GetValueOrDefault(e.Sequence)))]);
    }

    /// <summary>A page of the log.</summary>
    /// <param name="Total">Entries in all.</param>
    /// <param name="Entries">Those on this page.</param>
    public sealed record Page(int Total, IReadOnlyList<Entry> Entries);

    /// <summary>One entry.</summary>
    /// <param name="Sequence">Its number in the log of the whole folder.</param>
    /// <param name="At">When, in UTC.</param>
    /// <param name="By">Who.</param>
    /// <param name="Kind">What was done; null where the actor may not see it.</param>
    /// <param name="Side">The side of the case.</param>
    /// <param name="LeafHash">Hash of the entry, in hexadecimal.</param>
    /// <param name="Payload">What happened; null where the actor may not see it, or where it was destroyed.</param>
    public sealed record Entry(long Sequence, DateTimeOffset At, string By, string? Kind, Side Side, string LeafHash, LogPayload? Payload);
}
