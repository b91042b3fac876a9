using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Onus.Domain.Evidence;
using Onus.Store.Database;
using Onus.Store.Log;

namespace Onus.Store.Verification;

/// <summary>Something that does not hold, or that somebody should know.</summary>
/// <param name="What">What it is about: <c>log</c>, <c>file</c>, <c>record</c>, <c>exhibit</c>, <c>vault</c>.</param>
/// <param name="Where">Which one: a sequence number, a title, an id.</param>
/// <param name="Why">Why, as a key under <c>verify.</c> in the languages.</param>
/// <param name="Warning">Whether everything still holds.</param>
public sealed record Finding(string What, string Where, string Why, bool Warning = false);

/// <summary>A place that the case cites.</summary>
/// <param name="What"><c>record</c> or <c>exhibit</c>.</param>
/// <param name="Where">Its identity, or its number.</param>
/// <param name="Id">Identity of the record; null for an exhibit.</param>
/// <param name="Locator">The place; null where the row that states it can't be read.</param>
public sealed record Citation(string What, string Where, Sha256? Id, Locator? Locator);

/// <summary>
/// Checks a data folder against itself, all cases and every compartment of them: for whoever keeps the folder, not for members of a case.
/// It reads and never writes.
/// </summary>
public sealed class StoreVerification(OnusStore store)
{
    private const string RowUnreadable = "row-unreadable";

    /// <summary>
    /// The log: no gap, every leaf the bytes its fields give, every hash that of its leaf, every payload the one its leaf commits to. That
    /// entries were cut off at the end can't be seen from inside.
    /// </summary>
    public async IAsyncEnumerable<Finding> Log([EnumeratorCancellation] CancellationToken cancel)
    {
        await using var db = store.OpenUnfiltered();
#pragma warning disable RS0030 // Everything is verified, whoever may read it.
        var entries = Rows(db.Log.IgnoreQueryFilters().OrderBy(l => l.Sequence), cancel);
#pragma warning restore RS0030
        // The payloads run along with the entries, and begin behind them: what is written meanwhile is no payload missing.
        await using var payloads = Payloads(cancel).GetAsyncEnumerator(cancel);
        (long Sequence, LogPayload? Row) at = (-1, null);
        long expected = 0;
        await foreach (var entry in entries)
        {
            if (entry is null)
            {
                yield return new Finding("log", expected.ToString(CultureInfo.InvariantCulture), RowUnreadable);
                expected++;
                continue;
            }

            var where = entry.Sequence.ToString(CultureInfo.InvariantCulture);
            if (entry.Sequence != expected)
            {
                yield return new Finding("log", expected.ToString(CultureInfo.InvariantCulture), "entry-missing");
            }

            expected = entry.Sequence + 1;
            var leaf = LogEntry.LeafBytes(entry.Sequence, entry.CaseId, entry.At, entry.Actor, entry.Kind, entry.Compartment, entry.Commitment);
            if (!leaf.AsSpan().SequenceEqual(entry.Leaf))
            {
                yield return new Finding("log", where, "leaf-changed");
            }

            if (!LogEntry.HashLeaf(entry.Leaf).AsSpan().SequenceEqual(entry.LeafHash))
            {
                yield return new Finding("log", where, "hash-changed");
            }

            while (at.Sequence < entry.Sequence)
            {
                at = await payloads.MoveNextAsync() ? payloads.Current : (long.MaxValue, null);
            }

            if (at.Sequence != entry.Sequence)
            {
                yield return new Finding("log", where, "payload-missing", Warning: true);
            }
            else if (at.Row is not { } payload)
            {
                yield return new Finding("log", where, RowUnreadable);
            }
            else if (!LogEntry.Commit(payload.Salt, payload.Bytes).AsSpan().SequenceEqual(entry.Commitment))
            {
                yield return new Finding("log", where, "payload-changed");
            }
            else if (payload.Compartment != entry.Compartment || payload.CaseId != entry.CaseId)
            {
                yield return new Finding("log", where, "payload-moved");
            }
        }
    }

    /// <summary>Every file of every case, in the order it came; null where its row can't be read.</summary>
    public async Task<IReadOnlyList<Material?>> Files(CancellationToken cancel)
    {
        await using var db = store.OpenUnfiltered();
#pragma warning disable RS0030 // As above.
        return await Rows(db.Materials.IgnoreQueryFilters().OrderBy(m => m.Id), cancel).ToListAsync(cancel);
#pragma warning restore RS0030
    }

    /// <summary>That the row of a file can't be read.</summary>
    /// <param name="number">Which one, in the order of <see cref="Files"/>, from 1.</param>
    public static Finding Unreadable(int number) => new("file", number.ToString(CultureInfo.InvariantCulture), RowUnreadable);

    /// <summary>Why the bytes of a file are not those that were received; null where they are.</summary>
    public Finding? Blob(Material file)
    {
        ArgumentNullException.ThrowIfNull(file);
        try
        {
            using var bytes = store.Vault.Open(file.VaultName);
            return bytes.Length != file.Bytes || Convert.ToHexStringLower(SHA256.HashData(bytes)) != file.Blob.Hex ? new Finding("file", file.Title, "bytes-changed") : null;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return new Finding("file", file.Title, "bytes-missing");
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return new Finding("file", file.Title, "bytes-unreadable");
        }
    }

    /// <summary>Files in the vault that no case names: left over where an act was refused.</summary>
    public IEnumerable<Finding> Orphans(IReadOnlyList<Material> files)
    {
        var named = files.Select(f => f.VaultName).ToHashSet();
        return store.Vault.Names().Where(name => !named.Contains(name)).Order().Select(name => new Finding("vault", name.ToString("N"), "nobody-names-it", Warning: true));
    }

    /// <summary>Every place in a file that its records and exhibits cite.</summary>
    public async IAsyncEnumerable<Citation> Citations(Material file, [EnumeratorCancellation] CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(file);
        await using var db = store.OpenUnfiltered();
#pragma warning disable RS0030 // As above.
        var records = Rows(
            RecordTables.Rows(db).IgnoreQueryFilters().Where(r => r.CaseId == file.CaseId && r.Material == file.Id).OrderBy(r => r.Sequence).Select(r => new { r.Id, r.Locator }), cancel);
        var exhibits = Rows(db.Exhibits.IgnoreQueryFilters().Where(e => e.CaseId == file.CaseId && e.Material == file.Id).OrderBy(e => e.Number), cancel);
#pragma warning restore RS0030
        var number = 0;
        await foreach (var record in records)
        {
            number++;
            yield return record is null || !IsWhole(record.Locator) ? Unreadable("record", file, number) : new Citation("record", record.Id.Hex, record.Id, record.Locator);
        }

        number = 0;
        await foreach (var exhibit in exhibits)
        {
            number++;
            if (exhibit is null || (exhibit.Locator is not null && !IsWhole(exhibit.Locator)))
            {
                yield return Unreadable("exhibit", file, number);
            }
            else if (exhibit.Locator is { } locator)
            {
                yield return new Citation("exhibit", string.Create(CultureInfo.InvariantCulture, $"EX-{exhibit.Number}"), null, locator);
            }
        }
    }

    /// <summary>The payloads by the number of their entry; null for one whose row can't be read. A row that can't be read does not tell its number: that is read apart.</summary>
    private async IAsyncEnumerable<(long Sequence, LogPayload? Row)> Payloads([EnumeratorCancellation] CancellationToken cancel)
    {
        await using var numbered = store.OpenUnfiltered();
        await using var read = store.OpenUnfiltered();
#pragma warning disable RS0030 // As above.
        var numbers = numbered.LogPayloads.IgnoreQueryFilters().OrderBy(p => p.Sequence).Select(p => p.Sequence).AsAsyncEnumerable();
        var rows = Rows(read.LogPayloads.IgnoreQueryFilters().OrderBy(p => p.Sequence), cancel);
#pragma warning restore RS0030
        await foreach (var (number, row) in numbers.Zip(rows).WithCancellation(cancel))
        {
            yield return (row?.Sequence ?? number, row);
        }
    }

    /// <summary>Whether a locator names a place: JSON that lacks a part of one is read as if it were one.</summary>
    private static bool IsWhole(Locator locator)
    {
        try
        {
            return RecordIdentity.Of(locator.Blob, locator.Chain, locator.At).Hex.Length > 0;
        }
        catch (Exception e) when (IsUndecodable(e))
        {
            return false;
        }
    }

    private static Citation Unreadable(string what, Material file, int number) =>
        new(what, string.Create(CultureInfo.InvariantCulture, $"{file.Title}, {number}"), null, null);

    /// <summary>The rows of a query, one by one; null for one that says what Onus never writes. What comes behind it is read all the same.</summary>
    private static async IAsyncEnumerable<T?> Rows<T>(IQueryable<T> query, [EnumeratorCancellation] CancellationToken cancel)
        where T : class
    {
        // A row that fails is behind us; counting them keeps an enumeration that would fail for ever from doing so.
        var left = await query.CountAsync(cancel);
        await using var rows = query.AsAsyncEnumerable().GetAsyncEnumerator(cancel);
        for (var more = true; more && left >= 0; left--)
        {
            T? row = null;
            try
            {
                more = await rows.MoveNextAsync();
                row = more ? rows.Current : null;
            }
            catch (Exception e) when (IsUndecodable(e))
            {
                // The next call goes on with the row behind it.
            }

            if (more)
            {
                yield return row;
            }
        }
    }

    /// <summary>What conversions of columns throw on what they did not write. A database that is damaged itself throws otherwise, and can't be checked.</summary>
    private static bool IsUndecodable(Exception e) =>
        e is JsonException or FormatException or InvalidOperationException or InvalidCastException or ArgumentException or OverflowException or NotSupportedException
            or NullReferenceException or KeyNotFoundException;
}
