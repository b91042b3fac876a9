using Microsoft.EntityFrameworkCore;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Store.Database;

namespace Onus.Casework.Records;

/// <summary>What two files of a case both hold, so that no sum counts it twice unsaid: one payment in the accounts of both, one conversation on two phones.</summary>
internal static class FindCopies
{
    /// <summary>The same payment in two accounts.</summary>
    /// <param name="From">Key of who pays.</param>
    /// <param name="To">Key of who is paid.</param>
    /// <param name="Currency">ISO 4217 code.</param>
    /// <param name="Minor">The amount in minor units.</param>
    /// <param name="Paid">The entry in the account of who pays.</param>
    /// <param name="Received">The entry in the account of who is paid: the one that is not summed.</param>
    /// <param name="PaidOn">Day of the first.</param>
    /// <param name="ReceivedOn">Day of the second.</param>
    public sealed record Twice(string From, string To, string Currency, long Minor, Sha256 Paid, Sha256 Received, DateOnly PaidOn, DateOnly ReceivedOn);

    /// <summary>Payments that stand in two accounts.</summary>
    /// <param name="records">The records of the case that count.</param>
    /// <param name="names">Who is who.</param>
    /// <param name="cancel">Cancels.</param>
    public static async Task<IReadOnlyList<Twice>> Payments(IQueryable<RecordRow> records, Names names, CancellationToken cancel)
    {
        var rows = await records.Where(r => r.Kind == RecordKind.Payment && r.AmountMinor != null && r.AmountMinor != 0 && r.Day != null && r.Sender != null && r.Receiver != null)
            .Select(r => new { r.Id, r.Material, r.Sender, r.Receiver, Minor = r.AmountMinor!.Value, r.Currency, r.Day }).ToListAsync(cancel);
        return [.. SameTransfer.Pairs(rows.Where(r => Days.Of(r.Day) is not null).Select(r => new SameTransfer.Half<Sha256>(
                r.Id, r.Material.Value, names.Of(r.Minor < 0 ? r.Sender! : r.Receiver!).Key, names.Of(r.Minor < 0 ? r.Receiver! : r.Sender!).Key,
                r.Minor < 0, Math.Abs(r.Minor), r.Currency ?? "", Days.Of(r.Day)!.Value)))
            .OrderBy(pair => pair.Paid.Day)
            .Select(pair => new Twice(pair.Paid.From, pair.Paid.To, pair.Paid.Currency, pair.Paid.Minor, pair.Paid.Entry, pair.Received.Entry, pair.Paid.Day, pair.Received.Day))];
    }

    /// <summary>Conversations that stand in two files.</summary>
    /// <param name="records">The records of the case that count.</param>
    /// <param name="names">Who is who.</param>
    /// <param name="cancel">Cancels.</param>
    public static async Task<IReadOnlyList<(MaterialId First, MaterialId Second, SameChat.Common What)>> Chats(IQueryable<RecordRow> records, Names names, CancellationToken cancel)
    {
        var written = records.Where(r => r.Kind == RecordKind.Message && r.Sender != null && r.Text != null && r.Text != "");
        // Asked first and then given as a list: within one question PostgreSQL may group the whole case anew for every line.
        var shared = await written.GroupBy(r => r.Text).Where(g => g.Select(r => r.Material).Distinct().Count() > 1).Select(g => g.Key).ToListAsync(cancel);
        var rows = await written.Where(r => shared.Contains(r.Text))
            .Select(r => new { r.Material, Sender = r.Sender!, Text = r.Text!, r.Utc, r.Sequence }).ToListAsync(cancel);
        var files = rows.GroupBy(r => r.Material).OrderBy(g => g.Key.Value.ToString("N"), StringComparer.Ordinal)
            .Select(g => (File: g.Key, Lines: g.Select(r => new SameChat.Line(names.Of(r.Sender).Key, r.Text, r.Utc, r.Sequence)).ToList())).ToList();
        return [.. files.SelectMany((one, i) => files.Skip(i + 1).Select(other => (one.File, other.File, SameChat.Of(one.Lines, other.Lines))))
            .Where(pair => pair.Item3 is not null).Select(pair => (pair.Item1, pair.Item2, pair.Item3!))];
    }
}
