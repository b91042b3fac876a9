using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Onus.Domain.Evidence;
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
/// <param name="Locator">The place.</param>
public sealed record Citation(string What, string Where, Sha256? Id, Locator Locator);

/// <summary>
/// Checks a data folder against itself, all cases and both sides of them: for whoever keeps the folder, not for members of a case.
/// It reads and never writes.
/// </summary>
public sealed class StoreVerification(OnusStore store)
{
    /// <summary>
    /// The log: no gap, every leaf the bytes its fields give, every hash that of its leaf, every payload the one its leaf commits to. That
    /// entries were cut off at the end can't be seen from inside.
    /// </summary>
    public async IAsyncEnumerable<Finding> Log([EnumeratorCancellation] CancellationToken cancel)
    {
        await using var db = store.OpenUnfiltered();
        await using var second = store.OpenUnfiltered();
#pragma warning disable RS0030 // Everything is verified, whoever may read it.
        var entries = db.Log.IgnoreQueryFilters().OrderBy(l => l.Sequence).AsAsyncEnumerable();
        var all = second.LogPayloads.IgnoreQueryFilters();
#pragma warning restore RS0030
        long expected = 0;
        await foreach (var entry in entries.WithCancellation(cancel))
        {
            var where = entry.Sequence.ToString(CultureInfo.InvariantCulture);
            if (entry.Sequence != expected)
            {
                yield return new Finding("log", expected.ToString(CultureInfo.InvariantCulture), "entry-missing");
            }

            expected = entry.Sequence + 1;
            var leaf = LogEntry.LeafBytes(entry.Sequence, entry.CaseId, entry.At, entry.Actor, entry.Kind, entry.Side, entry.Commitment);
            if (!leaf.AsSpan().SequenceEqual(entry.Leaf))
            {
                yield return new Finding("log", where, "leaf-changed");
            }

            if (!LogEntry.HashLeaf(entry.Leaf).AsSpan().SequenceEqual(entry.LeafHash))
            {
                yield return new Finding("log", where, "hash-changed");
            }

            var payload = await all.FirstOrDefaultAsync(p => p.Sequence == entry.Sequence, cancel);
            if (payload is null)
            {
                yield return new Finding("log", where, "payload-missing", Warning: true);
            }
            else if (!LogEntry.Commit(payload.Salt, Encoding.UTF8.GetBytes(payload.Json)).AsSpan().SequenceEqual(entry.Commitment))
            {
                yield return new Finding("log", where, "payload-changed");
            }
            else if (payload.Side != entry.Side || payload.CaseId != entry.CaseId)
            {
                yield return new Finding("log", where, "payload-moved");
            }
        }
    }

    /// <summary>Every file of every case, in the order it came.</summary>
    public async Task<IReadOnlyList<Material>> Files(CancellationToken cancel)
    {
        await using var db = store.OpenUnfiltered();
#pragma warning disable RS0030 // As above.
        return await db.Materials.IgnoreQueryFilters().OrderBy(m => m.Id).ToListAsync(cancel);
#pragma warning restore RS0030
    }

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
        catch (Exception e) when (e is InvalidDataException or IOException)
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
        var records = db.Records.IgnoreQueryFilters().Where(r => r.CaseId == file.CaseId && r.Material == file.Id).OrderBy(r => r.Sequence)
            .Select(r => new { r.Id, r.Locator }).AsAsyncEnumerable();
        await foreach (var record in records.WithCancellation(cancel))
        {
            yield return new Citation("record", record.Id.Hex, record.Id, record.Locator);
        }

        var exhibits = await db.Exhibits.IgnoreQueryFilters().Where(e => e.CaseId == file.CaseId && e.Material == file.Id).OrderBy(e => e.Number).ToListAsync(cancel);
#pragma warning restore RS0030
        foreach (var exhibit in exhibits.Where(e => e.Locator is not null))
        {
            yield return new Citation("exhibit", string.Create(CultureInfo.InvariantCulture, $"EX-{exhibit.Number}"), null, exhibit.Locator!);
        }
    }
}
