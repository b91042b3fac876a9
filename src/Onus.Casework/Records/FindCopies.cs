using Microsoft.EntityFrameworkCore;
using Onus.Casework.Cases;
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
    /// <param name="Paid">The entry in the account of who pays.</param>
    /// <param name="Received">The entry in the account of who is paid: the one that is not summed.</param>
    /// <param name="Filled">Whether one of the two does not name everybody, and the other says who it is.</param>
    public sealed record Twice(string From, string To, Entry Paid, Entry Received, bool Filled);

    /// <summary>An entry in an account.</summary>
    /// <param name="Id">Its record.</param>
    /// <param name="File">The file.</param>
    /// <param name="From">Who pays, as the file writes it; null where it does not.</param>
    /// <param name="To">Who is paid, likewise.</param>
    /// <param name="Currency">ISO 4217 code; empty for none.</param>
    /// <param name="Decimals">Decimals of the currency.</param>
    /// <param name="Minor">The amount in minor units, positive.</param>
    /// <param name="On">The day.</param>
    public sealed record Entry(Sha256 Id, MaterialId File, string? From, string? To, string Currency, int Decimals, long Minor, DateOnly On);

    /// <summary>Payments that stand in two accounts.</summary>
    /// <param name="records">The records of the case that count.</param>
    /// <param name="names">Who is who.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>Those that are one, and those that may be: a side does not name everybody, and the day differs or more than one entry fits.</returns>
    public static async Task<(IReadOnlyList<Twice> Same, IReadOnlyList<(Entry Paid, Entry Received)> Maybe)> Payments(IQueryable<RecordRow> records, Names names, CancellationToken cancel)
    {
        var rows = await records.Where(r => r.Kind == RecordKind.Payment && r.AmountMinor != null && r.AmountMinor != 0 && r.Day != null && (r.Sender != null || r.Receiver != null))
            .Select(r => new { r.Id, r.Material, r.Sender, r.Receiver, Minor = r.AmountMinor!.Value, r.Currency, r.CurrencyDecimals, r.Day }).ToListAsync(cancel);
        var halves = rows.Where(r => Days.Of(r.Day) is not null)
            .Select(r => (IsOut: r.Minor < 0, Entry: new Entry(
                r.Id, r.Material, r.Minor < 0 ? r.Sender : r.Receiver, r.Minor < 0 ? r.Receiver : r.Sender, r.Currency ?? "", r.CurrencyDecimals ?? 0, Math.Abs(r.Minor), Days.Of(r.Day)!.Value)))
            .Select(r => new SameTransfer.Half<Entry>(r.Entry, r.Entry.File.Value, KeyOf(r.Entry.From), KeyOf(r.Entry.To), r.IsOut, r.Entry.Minor, r.Entry.Currency, r.Entry.On)).ToList();
        var named = SameTransfer.Pairs(halves);
        var paired = named.SelectMany(pair => new[] { pair.Paid.Entry.Id, pair.Received.Entry.Id }).ToHashSet();
        var half = SameTransfer.HalfNamed(halves.Where(h => !paired.Contains(h.Entry.Id)));
        return (
            [
                .. named.Select(pair => new Twice(pair.Paid.From!, pair.Paid.To!, pair.Paid.Entry, pair.Received.Entry, Filled: false))
                    .Concat(half.Where(pair => pair.IsOne).Select(pair => new Twice(
                        pair.Paid.From ?? pair.Received.From ?? WhoAndWhom.AccountOf(pair.Paid.Entry.File),
                        pair.Paid.To ?? pair.Received.To ?? WhoAndWhom.AccountOf(pair.Received.Entry.File), pair.Paid.Entry, pair.Received.Entry, Filled: true)))
                    .OrderBy(pair => pair.Paid.On),
            ],
            [.. half.Where(pair => !pair.IsOne).Select(pair => (pair.Paid.Entry, pair.Received.Entry)).OrderBy(pair => pair.Item1.On)]);

        string? KeyOf(string? name) => name is null ? null : names.Of(name).Key;
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
