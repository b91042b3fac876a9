using Microsoft.EntityFrameworkCore;
using Onus.Casework.Cases;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Log;

namespace Onus.Casework.Log;

/// <summary>The log of a case: everything that was done, by whom, when; newest first.</summary>
public sealed class ReadLog(OnusStore store)
{
    /// <summary>Entries on one page.</summary>
    public const int PageSize = 60;

    /// <summary>One page of the log.</summary>
    /// <param name="reference">Short name of the case.</param>
    /// <param name="page">Page, from 1; beyond the last page, the last.</param>
    /// <param name="actor">The actor. Of what they may not see there is the hash alone.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns><c>cases.not-found</c>.</returns>
    public Task<Result<Page>> Handle(string reference, int page, Actor actor, CancellationToken cancel)
    {
        return store.See<Page>(reference, actor, async (work, found) =>
        {
            var all = work.Db.Leaves(found.Id);
            var total = await all.CountAsync(cancel);
            page = Math.Clamp(page, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
            var leaves = await all.OrderByDescending(l => l.Sequence).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
            var numbers = leaves.Select(e => e.Sequence).ToList();
            var entries = await work.Db.Log.Where(e => numbers.Contains(e.Sequence)).ToDictionaryAsync(e => e.Sequence, cancel);
            var payloads = await work.Db.LogPayloads.Where(p => numbers.Contains(p.Sequence)).ToDictionaryAsync(p => p.Sequence, cancel);
            var names = (await work.Db.Accounts.ToListAsync(cancel)).ToDictionary(a => a.Id, a => a.Name);
            var withheld = await NamesWithheld(work, found.Id, cancel);
            return new Page(total, [.. leaves.Select(leaf => new Entry(leaf.Sequence, Convert.ToHexStringLower(leaf.LeafHash), entries.GetValueOrDefault(leaf.Sequence) is { } entry
                ? Tell(entry, payloads.GetValueOrDefault(leaf.Sequence)?.Json)
                : null))]);

            Told Tell(LogEntry entry, string? json)
            {
                var hidden = json is not null && withheld.Any(name => json.Contains(name, StringComparison.Ordinal));
                return new(entry.At, names.GetValueOrDefault(entry.Actor, ""), entry.Kind, entry.Compartment?.Kind ?? CompartmentKind.Record, hidden ? null : json) { Withheld = hidden };
            }
        }, cancel);
    }

    /// <summary>
    /// The names of everything whose words are kept from the actor. An entry that names one of them is told without its rows: rows before and after, reasons and
    /// differences all repeat them, and which of them do not nobody has to know.
    /// </summary>
    private static async Task<IReadOnlyList<string>> NamesWithheld(UnitOfWork work, CaseId id, CancellationToken cancel)
    {
        var withheld = await WithheldFrom.Actor(work, id, cancel);
        var files = withheld.Files.Count == 0 ? [] : await work.Db.Materials.Where(file => file.CaseId == id && withheld.Files.Contains(file.Id)).ToListAsync(cancel);
        return [.. withheld.Records.Select(record => record.Hex), .. withheld.Exhibits.Select(exhibit => exhibit.Value.ToString()), .. withheld.Facts.Select(fact => fact.Value.ToString()), .. files.Where(FileWarnings.Repeat).Select(file => file.Id.Value.ToString())];
    }

    /// <summary>A page of the log.</summary>
    /// <param name="Total">Entries in all.</param>
    /// <param name="Entries">Those on this page.</param>
    public sealed record Page(int Total, IReadOnlyList<Entry> Entries);

    /// <summary>One entry.</summary>
    /// <param name="Sequence">Its number in the log of the whole folder.</param>
    /// <param name="LeafHash">Hash of the entry, in hexadecimal.</param>
    /// <param name="Told">What it tells; null where that is not for the actor.</param>
    public sealed record Entry(long Sequence, string LeafHash, Told? Told);

    /// <summary>What an entry tells.</summary>
    /// <param name="At">When, in UTC.</param>
    /// <param name="By">Who; empty for Onus itself.</param>
    /// <param name="Kind">What was done, by its <see cref="Act.Kind"/>.</param>
    /// <param name="In">The kind of compartment that it is about.</param>
    /// <param name="Json">The rows before and after; null where that was destroyed.</param>
    public sealed record Told(DateTimeOffset At, string By, string Kind, CompartmentKind In, string? Json)
    {
        /// <summary>Whether they are told to counsel alone, because they repeat what may be privileged.</summary>
        public bool Withheld { get; init; }
    }
}
