using Microsoft.EntityFrameworkCore;
using Onus.Casework.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Store.Database;

namespace Onus.Casework.Records;

/// <summary>Calls and text messages as carriers list them, between two sides, each once.</summary>
internal static class CountCalls
{
    /// <summary>Calls and texts of one side to another in one file.</summary>
    /// <param name="File">The file.</param>
    /// <param name="Kind">A call or a text message.</param>
    /// <param name="From">Who calls, as the file writes it; null where it does not say.</param>
    /// <param name="To">Who is called, likewise.</param>
    /// <param name="Count">How many.</param>
    /// <param name="First">First day, as kept.</param>
    /// <param name="Last">Last day.</param>
    internal sealed record Listed(MaterialId File, RecordKind Kind, string? From, string? To, int Count, string? First, string? Last);

    /// <summary>What the files of a case list; nothing is asked of the records.</summary>
    internal static async Task<List<Listed>> Of(IQueryable<RecordTotal> totals, CancellationToken cancel) =>
        await totals.Where(t => t.Kind == RecordKind.Call || t.Kind == RecordKind.TextMessage)
            .GroupBy(t => new { t.Material, t.Kind, t.Sender, t.Receiver })
            .Select(g => new Listed(g.Key.Material, g.Key.Kind, g.Key.Sender, g.Key.Receiver, g.Sum(t => t.Count), g.Min(t => t.Day), g.Max(t => t.Day)))
            .ToListAsync(cancel);

    /// <summary>
    /// By pair, most first. Where the lists of two files name the same two sides, an entry of the same kind at the same second in another file is the same call, listed by the
    /// carrier of the other side too, and counts once; two at one second in one file are two.
    /// </summary>
    /// <param name="listed">What the files list.</param>
    /// <param name="records">The records of the case, for the times of pairs that stand in several files.</param>
    /// <param name="names">Who is meant.</param>
    /// <param name="cancel">Cancels.</param>
    internal static async Task<List<WhoAndWhom.Called>> Between(List<Listed> listed, IQueryable<RecordRow> records, Names names, CancellationToken cancel)
    {
        var pairs = listed.GroupBy(one => (Key(one.From), Key(one.To))).ToList();
        var several = pairs.Where(pair => pair.Key is { Item1: not null, Item2: not null } && pair.Select(one => one.File).Distinct().Skip(1).Any()).SelectMany(pair => pair).Select(one => one.File).Distinct().ToList();
        var timed = several.Count == 0 ? []
            : await records.Where(r => (r.Kind == RecordKind.Call || r.Kind == RecordKind.TextMessage) && several.Contains(r.Material) && r.Utc != null && r.Sender != null && r.Receiver != null)
                .GroupBy(r => new { r.Material, r.Kind, r.Sender, r.Receiver, r.Utc }).Select(g => new { g.Key.Material, g.Key.Kind, g.Key.Sender, g.Key.Receiver, g.Key.Utc, Count = g.Count() }).ToListAsync(cancel);
        var twice = timed.GroupBy(r => (From: Key(r.Sender), To: Key(r.Receiver), r.Kind, r.Utc))
            .Select(same => (same.Key, Again: same.GroupBy(r => r.Material).Select(file => file.Sum(r => r.Count)) is var counts ? counts.Sum() - counts.Max() : 0))
            .Where(same => same.Again > 0).GroupBy(same => (same.Key.From, same.Key.To, same.Key.Kind)).ToDictionary(same => same.Key, same => same.Sum(one => one.Again));
        return [.. pairs.Select(pair =>
            {
                var (calls, texts) = (Count(RecordKind.Call), Count(RecordKind.TextMessage));
                return new WhoAndWhom.Called(Named(pair.First().From), Named(pair.First().To), calls, texts, Again(RecordKind.Call) + Again(RecordKind.TextMessage), Days.Of(pair.Min(one => one.First)), Days.Of(pair.Max(one => one.Last)));

                int Count(RecordKind kind) => pair.Where(one => one.Kind == kind).Sum(one => one.Count) - Again(kind);

                int Again(RecordKind kind) => twice.GetValueOrDefault((pair.Key.Item1, pair.Key.Item2, kind));
            })
            .OrderByDescending(pair => pair.Calls + pair.Texts).ThenBy(pair => pair.From?.Shown, StringComparer.Ordinal).ThenBy(pair => pair.To?.Shown, StringComparer.Ordinal)];

        string? Key(string? name) => name is null ? null : names.Of(name).Key;

        Named? Named(string? name) => name is null ? null : names.Of(name);
    }
}
