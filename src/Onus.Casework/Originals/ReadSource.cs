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
    /// <returns><c>records.not-found</c>, <c>files.vault-lost</c> when the file or its container can't be read any more.</returns>
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
            try
            {
                return row.Locator.At switch
                {
                    TextPosition at => await Text(material, row, at.ByteStart, at.ByteLen, cancel),
                    CsvPosition at => await Text(material, row, at.ByteStart, at.ByteLen, cancel),
                    ImagePosition => await Whole(material, row, cancel),
                    PdfPosition at => await Page(material, row, at, cancel),
                    DocxPosition at => await Paragraph(material, row, path => PlaceProcess.Paragraph(path, at.Paragraph, cancel), cancel),
                    DocxCommentPosition at => await Paragraph(material, row, path => PlaceProcess.Comment(path, at.Comment, cancel), cancel),
                    _ => new Source([], null, null, null, null),
                };
            }
            catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
            {
                return Error.Invalid("files.vault-lost", ("file", material.Title));
            }
        }, cancel);
    }

    private async Task<Result<Source>> Text(Material material, RecordRow row, long start, long length, CancellationToken cancel)
    {
        var read = await DrawPage.WithCopy(store, material, path => PlaceProcess.Lines(path, row.Locator, material.Charset, Around, cancel), cancel);
        if (read is null)
        {
            return Error.Invalid("files.vault-lost", ("file", material.Title));
        }

        // The lines beside it may be what the authority keeps out.
        var whole = Authority.CoversWhole(material);
        return new Source([.. read.Lines.Where(line => whole || line.Cited)], start, length, read.Verified, row.Locator.Chain.Count > 0 ? row.Locator.Chain[0].Zip : null);
    }

    /// <summary>A picture cites the whole file, whatever part of it is meant.</summary>
    private async Task<Source> Whole(Material material, RecordRow row, CancellationToken cancel)
    {
        await using var stream = store.Vault.Open(material.VaultName);
        var hash = Convert.ToHexStringLower(await System.Security.Cryptography.SHA256.HashDataAsync(stream, cancel));
        return new Source([], 0, material.Bytes, hash == row.Locator.Slice.Hex, null);
    }

    /// <summary>The text of the page as it is read now, hashed as a citation of a page is.</summary>
    private async Task<Source> Page(Material material, RecordRow row, PdfPosition at, CancellationToken cancel)
    {
        var layout = await pages.Of(material, at.Page, cancel);
        return new Source([], null, null, layout.IsOk ? PdfSlice.Of(layout.Value, at.Boxes) == row.Locator.Slice : null, null);
    }

    private async Task<Source> Paragraph(Material material, RecordRow row, Func<string, Task<Sha256?>> now, CancellationToken cancel)
    {
        var slice = await DrawPage.WithCopy(store, material, now, cancel);
        return new Source([], null, null, slice is null ? null : slice == row.Locator.Slice, null);
    }
}
