using Microsoft.EntityFrameworkCore;
using Onus.Domain.Shared;
using Onus.Store.Database;

namespace Onus.Casework.Records;

/// <summary>
/// Recordings that came with messages and that nobody has cited or marked as considered. What is said in them is read by nobody else: like a page without
/// words, no search finds it.
/// </summary>
internal static class UnheardRecordings
{
    private static readonly HashSet<string> Endings = new(StringComparer.OrdinalIgnoreCase)
    {
        ".opus", ".ogg", ".oga", ".mp3", ".m4a", ".aac", ".amr", ".wav", ".mp4", ".mov", ".3gp", ".m4v", ".webm", ".avi", ".mkv",
    };

    /// <summary>How many there are in the files of a case that the actor may see.</summary>
    internal static async Task<int> Of(VisibleRows db, CaseId id, CancellationToken cancel)
    {
#pragma warning disable RS0030 // A number alone leaves.
        var with = await db.WholeRecords.Current().Where(r => r.CaseId == id && r.HasAttachments).Select(r => new { r.Id, r.Attachments, r.Marks }).ToListAsync(cancel);
#pragma warning restore RS0030
        var cited = (await db.Exhibits.Where(e => e.CaseId == id && e.Record != null).Select(e => e.Record!.Value).ToListAsync(cancel)).ToHashSet();
        return with.Where(record => record.Marks.ConsideredBy is null && !cited.Contains(record.Id))
            .Sum(record => record.Attachments.Count(file => file.Sha256 is not null && Endings.Contains(Path.GetExtension(file.Name))));
    }
}
