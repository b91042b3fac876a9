using Microsoft.EntityFrameworkCore;
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
        return new(file, [.. kept.Select(place => place.At)], [.. withheld.Select(place => place.At)]);
    }
}
