using Microsoft.EntityFrameworkCore;
using Onus.Domain.People;
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
#pragma warning disable RS0030 // A number alone leaves.
        var warned = await db.WholeRecords.Current().Where(r => r.CaseId == id && r.IsWarned).Select(r => new { r.Material, r.Warnings }).ToListAsync(cancel);
#pragma warning restore RS0030
        var materials = await db.Materials.Where(m => m.CaseId == id).ToListAsync(cancel);
        // A chat may name thousands of pictures, and a case hold as many: names are looked up, not compared each with each.
        var there = materials.Where(file => file.Withdrawn is null).Select(file => file.Name.ToUpperInvariant()).ToHashSet(StringComparer.Ordinal);
        var folders = materials.ToDictionary(file => file.Id, file => FileNames.FolderOf(file.Name));
        return warned.Sum(record => record.Warnings.Count(warning => warning.Split(':')[0] == ReadWarnings.AttachmentMissing && !LiesBeside(record.Material, warning)));

        bool LiesBeside(MaterialId chat, string warning) => folders.GetValueOrDefault(chat) is { Length: > 0 } folder && warning.IndexOf(':', StringComparison.Ordinal) is > 0 and var at
            && (there.Contains((folder + "/" + warning[(at + 1)..]).ToUpperInvariant()) || there.Contains((folder + "\\" + warning[(at + 1)..]).ToUpperInvariant()));
    }
}
