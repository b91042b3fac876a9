using Microsoft.EntityFrameworkCore;
using Onus.Casework.Cases;
using Onus.Domain.Evidence;
using Onus.Store.Database;

namespace Onus.Casework.Originals;

/// <summary>Asks what of an original may leave the vault for the actor: every way out of the vault asks here.</summary>
internal static class OpenParts
{
    /// <summary>What may leave.</summary>
    internal static async Task<OriginalParts> Of(VisibleRows db, Material file, CancellationToken cancel)
    {
        var records = db.Records.Where(r => r.CaseId == file.CaseId && r.Material == file.Id);
        var withheld = await records.Where(r => r.Withheld).Select(r => r.Locator).ToListAsync(cancel);
        var kept = Authority.CoversWhole(file) ? [] : await records.Where(r => !r.Superseded).Select(r => r.Locator).ToListAsync(cancel);
        return new(file, [.. kept.Select(place => place.At)], [.. withheld.Select(place => place.At)]) { HoldsWithheld = withheld.Count == 0 && await Holds(db, file, cancel) };
    }

    /// <summary>Whether a file holds another of which something is withheld: one that was taken out of it, or came with its messages and is kept as a file too.</summary>
    private static async Task<bool> Holds(VisibleRows db, Material file, CancellationToken cancel)
    {
        var others = await db.Records.Where(r => r.CaseId == file.CaseId && r.Withheld).Select(r => r.Material).Distinct().ToListAsync(cancel);
        var closed = others.Count == 0 ? [] : await db.Materials.Where(m => m.CaseId == file.CaseId && others.Contains(m.Id)).ToListAsync(cancel);
        if (closed.Count == 0 || TakenOut.Any(file, closed))
        {
            return closed.Count > 0;
        }

        var blobs = closed.Select(other => other.Blob).ToHashSet();
        return (await db.Records.Where(r => r.CaseId == file.CaseId && r.Material == file.Id && r.HasAttachments).Select(r => r.Attachments).ToListAsync(cancel))
            .Exists(named => named.Any(one => one.Sha256 is { } hash && blobs.Contains(hash)));
    }
}
