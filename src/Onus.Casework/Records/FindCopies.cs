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
    /// <param name="Out">Whether it is money that left the account.</param>
    /// <param name="From">Who pays, as the file writes it; null where it does not.</param>
    /// <param name="To">Who is paid, likewise.</param>
    /// <param name="Currency">ISO 4217 code; empty for none.</param>
    /// <param name="Decimals">Decimals of the currency.</param>
    /// <param name="Minor">The amount in minor units, positive.</param>
    /// <param name="On">The day; null where it could not be read.</param>
    /// <param name="Text">What the bank says of it; null for nothing.</param>
    public sealed record Entry(Sha256 Id, MaterialId File, bool Out, string? From, string? To, string Currency, int Decimals, long Minor, DateOnly? On, string? Text);

    /// <summary>One payment that several statements of an account list.</summary>
    /// <param name="Stands">The entry that is summed: of those that name most, the first.</param>
    /// <param name="Others">The entries of the other statements.</param>
    public sealed record Listed(Entry Stands, IReadOnlyList<Entry> Others);

    /// <summary>What was found among the payments of a case.</summary>
    /// <param name="Same">Those that stand in two accounts: of what several statements list, the entry that is summed.</param>
    /// <param name="Maybe">Those that may: a side does not name everybody, and the day differs, more than one entry fits, or each bank names its own customer alone.</param>
    /// <param name="Again">Those that several statements of one account list.</param>
    /// <param name="MaybeAgain">Those that may be listed by several statements, and are summed for each.</param>
    public sealed record Found(IReadOnlyList<Twice> Same, IReadOnlyList<(Entry Paid, Entry Received)> Maybe, IReadOnlyList<Listed> Again, IReadOnlyList<Listed> MaybeAgain);

    /// <summary>Payments that stand in two files.</summary>
    /// <param name="records">The records of the case that count.</param>
    /// <param name="names">Who is who.</param>
    /// <param name="materials">The files, for from whom they are.</param>
    /// <param name="cancel">Cancels.</param>
    public static async Task<Found> Payments(IQueryable<RecordRow> records, Names names, IReadOnlyDictionary<MaterialId, Material> materials, CancellationToken cancel)
    {
        var rows = await records.Where(r => r.Kind == RecordKind.Payment && r.AmountMinor != null && r.AmountMinor != 0)
            .Select(r => new
            {
                r.Id,
                r.Material,
                r.Sequence,
                r.Sender,
                r.Receiver,
                Minor = r.AmountMinor!.Value,
                r.Currency,
                r.CurrencyDecimals,
                r.Day,
                Time = r.TimeLocal ?? r.TimeRaw ?? "",
                r.Text,
                r.BalanceMinor,
            }).ToListAsync(cancel);
        var lines = rows.OrderBy(r => r.Material.Value.ToString("N"), StringComparer.Ordinal).ThenBy(r => r.Sequence)
            .Select(r => new StatementLine<Entry>(
                new(r.Id, r.Material, r.Minor < 0, r.Minor < 0 ? r.Sender : r.Receiver, r.Minor < 0 ? r.Receiver : r.Sender, r.Currency ?? "", r.CurrencyDecimals ?? 0, Size(r.Minor), Days.Of(r.Day), r.Text),
                r.Material.Value, r.Sender, KeyOf(r.Sender), Days.Of(r.Day), r.Time, r.Minor, r.Currency ?? "", r.Receiver, KeyOf(r.Receiver), r.Text, r.BalanceMinor)
            {
                Giver = materials.GetValueOrDefault(r.Material) is { } file ? Records.Giver.Of(file) : null,
            }).ToList();
        var (same, maybe) = SameEntry.Of(lines);
        List<Listed> again = [.. same.Select(entries => entries.OrderBy(Unnamed).ToList()).Select(entries => new Listed(entries[0], entries[1..])).OrderBy(listed => listed.Stands.On)];
        var standing = again.SelectMany(listed => listed.Others.Select(other => (other.Id, listed.Stands))).ToDictionary(pair => pair.Id, pair => pair.Stands);
        var halves = lines.Select(line => line.Entry).Where(entry => entry.On is not null && !standing.ContainsKey(entry.Id))
            .Select(entry => new SameTransfer.Half<Entry>(entry, entry.File.Value, KeyOf(entry.From), KeyOf(entry.To), entry.Out, entry.Minor, entry.Currency, entry.On!.Value)
            {
                IsFromOpen = IsOpen(entry.From),
                IsToOpen = IsOpen(entry.To),
            }).ToList();
        var named = SameTransfer.Pairs(halves);
        var paired = named.SelectMany(pair => new[] { pair.Paid.Entry.Id, pair.Received.Entry.Id }).ToHashSet();
        var half = SameTransfer.HalfNamed(halves.Where(h => !paired.Contains(h.Entry.Id)), Words, halves.Where(h => paired.Contains(h.Entry.Id)));
        return new(
            [
                .. named.Select(pair => new Twice(pair.Paid.From!, pair.Paid.To!, pair.Paid.Entry, pair.Received.Entry, Filled: false))
                    .Concat(half.Where(pair => pair.IsOne).Select(pair => new Twice(
                        pair.Paid.From ?? pair.Received.From ?? WhoAndWhom.AccountOf(pair.Paid.Entry.File),
                        pair.Received.To ?? pair.Paid.To ?? WhoAndWhom.AccountOf(pair.Received.Entry.File), pair.Paid.Entry, pair.Received.Entry, Filled: true)))
                    .OrderBy(pair => pair.Paid.On),
            ],
            [.. half.Where(pair => !pair.IsOne).Select(pair => (pair.Paid.Entry, pair.Received.Entry)).OrderBy(pair => pair.Item1.On)],
            again,
            [.. maybe.Select(entries => entries.Select(entry => standing.GetValueOrDefault(entry.Id, entry)).ToList()).Select(entries => new Listed(entries[0], entries[1..])).OrderBy(listed => listed.Stands.On)]);

        string? KeyOf(string? name) => name is null ? null : names.Of(name).Key;

        bool IsOpen(string? name) => name is not null && names.Of(name).Person is null;

        PaymentWords Words(Entry entry) => PaymentWords.Of(entry.Text, (entry.Out ? entry.From : entry.To) is { } holder ? names.SpellingsOf(holder) : []);

        // People of the case before names that are nobody's yet, and these before none.
        int Unnamed(Entry entry) => new[] { entry.From, entry.To }.Sum(name => name is null ? 3 : names.Of(name).Person is null ? 1 : 0);
    }

    // The smallest number of all has no positive one.
    private static long Size(long minor) => minor == long.MinValue ? long.MaxValue : Math.Abs(minor);

    /// <summary>Conversations that stand in two files.</summary>
    /// <param name="records">The records of the case that count.</param>
    /// <param name="names">Who is who.</param>
    /// <param name="cancel">Cancels.</param>
    public static async Task<IReadOnlyList<(MaterialId First, MaterialId Second, SameChat.Common What)>> Chats(IQueryable<RecordRow> records, Names names, CancellationToken cancel)
    {
        var written = records.Where(r => r.Kind == RecordKind.Message && r.Sender != null && r.Text != null && r.Text != "");
        // Asked first and then given as a list: within one question PostgreSQL may group the whole case anew for every line.
        // A file has one reading that counts, so that two readings are two files: which they are need not be looked up for every group of lines.
        var shared = await written.GroupBy(r => r.Text).Where(g => g.Min(r => r.Reading) != g.Max(r => r.Reading)).Select(g => g.Key).ToListAsync(cancel);
        var rows = await written.Where(r => shared.Contains(r.Text))
            .Select(r => new { r.Material, Sender = r.Sender!, Text = r.Text!, r.Utc, r.Sequence }).ToListAsync(cancel);
        var files = rows.GroupBy(r => r.Material).OrderBy(g => g.Key.Value.ToString("N"), StringComparer.Ordinal)
            .Select(g => (File: g.Key, Lines: g.Select(r => new SameChat.Line(names.Of(r.Sender).Key, r.Text, r.Utc, r.Sequence)).ToList())).ToList();
        return [.. files.SelectMany((one, i) => files.Skip(i + 1).Select(other => (one.File, other.File, SameChat.Of(one.Lines, other.Lines))))
            .Where(pair => pair.Item3 is not null).Select(pair => (pair.Item1, pair.Item2, pair.Item3!))];
    }
}
