using Microsoft.EntityFrameworkCore;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Ingest.Documents;
using Onus.Ingest.Reading;
using Onus.Store;
using Onus.Store.Database;

namespace Onus.Casework.Originals;

/// <summary>Reads the original around a record out of the vault, and hashes the cited bytes again.</summary>
public sealed class ReadSource(OnusStore store, DrawPage pages)
{
    /// <summary>Lines before and after the cited ones.</summary>
    public const int Around = 2;

    /// <summary>What stands at a place of the original.</summary>
    /// <param name="Lines">The lines around it; empty where the file is no text.</param>
    /// <param name="Start">First byte, from 0; null where the place is no range of bytes.</param>
    /// <param name="Length">Number of bytes.</param>
    /// <param name="Verified">Whether the bytes hash to what was noted when the record was read; null where that was not looked at.</param>
    /// <param name="Entry">Name of the file inside its container; null for a plain file.</param>
    public sealed record Source(IReadOnlyList<OriginalLine> Lines, long? Start, long? Length, bool? Verified, string? Entry);

    /// <summary>Reads and verifies. Takes one pass over the file up to the record.</summary>
    /// <returns><c>records.not-found</c>, <c>files.original-privileged</c> where its words are kept from the actor, <c>files.vault-lost</c> when the file or its container can't be read any more.</returns>
    public Task<Result<Source>> Handle(string reference, Sha256 record, Actor actor, CancellationToken cancel)
    {
        return store.See<Source>(reference, actor, async (work, found) =>
        {
            var row = await work.Db.Records.FirstOrDefaultAsync(r => r.CaseId == found.Id && r.Id == record, cancel);
            if (row is null)
            {
                return Error.NotFound("records.not-found");
            }

            var material = await work.Db.Materials.SingleAsync(m => m.CaseId == row.CaseId && m.Id == row.Material, cancel);
            if (row.Withheld)
            {
                return Error.Invalid("files.original-privileged", ("file", material.Title));
            }

            try
            {
                var at = row.Locator.At;
                return at.Bytes() is { } range ? await Text(work.Db, material, row, range.Start, range.Length, cancel)
                    : row.Locator.Chain.Count > 0 ? await ByFormat(material, row, cancel)
                    : at.IsWholeFile() ? await Whole(material, row, cancel)
                    : at.DrawnPage() is { } page ? await Page(material, row, page, cancel)
                    : await ByFormat(material, row, cancel);
            }
            catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
            {
                return Error.Invalid("files.vault-lost", ("file", material.Title));
            }
        }, cancel);
    }

    private async Task<Result<Source>> Text(VisibleRows db, Material material, RecordRow row, long start, long length, CancellationToken cancel)
    {
        var read = await DrawPage.WithCopy(store, material, path => PlaceProcess.Lines(path, row.Locator, material.Charset, Around, cancel), cancel);
        if (read is null)
        {
            return Error.Invalid("files.vault-lost", ("file", material.Title));
        }

        // The lines beside it may be what the authority keeps out, or what is not the actor's to read.
        var whole = (await OpenParts.Of(db, material, cancel)).RefuseAround() is null;
        return new Source([.. read.Lines.Where(line => whole || line.Cited)], start, length, read.Verified, EntryOf(row));
    }

    /// <summary>A picture cites the whole file, whatever part of it is meant.</summary>
    private async Task<Source> Whole(Material material, RecordRow row, CancellationToken cancel)
    {
        await using var stream = store.Vault.Open(material.VaultName);
        var hash = Convert.ToHexStringLower(await System.Security.Cryptography.SHA256.HashDataAsync(stream, cancel));
        return new Source([], 0, material.Bytes, hash == row.Locator.Slice.Hex, null);
    }

    /// <summary>The text of the page as it is read now, hashed as a citation of a page is.</summary>
    private async Task<Source> Page(Material material, RecordRow row, int page, CancellationToken cancel)
    {
        var layout = await pages.Of(material, page, cancel);
        return new Source([], null, null, layout.IsOk ? PdfSlice.Of(layout.Value, row.Locator.At.Parts()) == row.Locator.Slice : null, null);
    }

    private static string? EntryOf(RecordRow row) => row.Locator.Chain.Count > 0 ? string.Join(" / ", row.Locator.Chain.Select(entry => entry.Path)) : null;

    /// <summary>Any other place is looked up by its format.</summary>
    private async Task<Source> ByFormat(Material material, RecordRow row, CancellationToken cancel)
    {
        var found = await PlaceProcess.Check(store.Vault.PathOf(material.VaultName), material.Charset, [row.Locator], cancel);
        bool? verified = found[0] switch
        {
            LocatorFinding.Holds => true,
            LocatorFinding.OtherSlice or LocatorFinding.OtherFile or LocatorFinding.OtherEntry => false,
            _ => null,
        };
        return new Source([], null, null, verified, EntryOf(row));
    }
}
