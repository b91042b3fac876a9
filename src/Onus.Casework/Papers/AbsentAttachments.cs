using Microsoft.EntityFrameworkCore;
using Onus.Casework.Cases;
using Onus.Domain.Shared;
using Onus.Ingest.Contract;
using Onus.Store.Database;

namespace Onus.Casework.Papers;

/// <summary>Files that messages name and that came neither with them nor beside them.</summary>
internal static class AbsentAttachments
{
    /// <summary>How many there are in the files of a case that the actor of the context may see.</summary>
    internal static async Task<int> Of(VisibleRows db, CaseId id, CancellationToken cancel)
    {
        IReadOnlyList<string> none = [];
        var warned = await db.Records.Current().Where(r => r.CaseId == id && r.Warnings != none).Select(r => new { r.Material, r.Warnings }).ToListAsync(cancel);
        var materials = await db.Materials.Where(m => m.CaseId == id).ToListAsync(cancel);
        return warned.Sum(record => record.Warnings.Count(warning => warning.Split(':')[0] == ReadWarnings.AttachmentMissing && AttachmentBeside.Of(record.Material, warning, materials) is null));
    }
}
