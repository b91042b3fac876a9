using Microsoft.EntityFrameworkCore;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Store.Database;

namespace Onus.Casework.Records;

/// <summary>Documents and tables that came with messages. They stand beside their message and what is in them is read by nobody, unless the same bytes were handed in as a file.</summary>
public static class UnreadAttachments
{
    private static readonly HashSet<string> Endings = new(
        [".pdf", ".doc", ".docx", ".odt", ".rtf", ".txt", ".csv", ".tsv", ".xls", ".xlsx", ".ods", ".ppt", ".pptx", ".sta", ".mt940", ".940", ".eml", ".msg", ".htm", ".html", ".zip"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether what came with a message is a document or a table.</summary>
    public static bool IsDocument(Attachment file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Sha256 is not null && Endings.Contains(Path.GetExtension(file.Name));
    }

    /// <summary>How many there are in the files of a case that the actor may see, each once however often it was sent.</summary>
    internal static async Task<int> Of(VisibleRows db, CaseId id, CancellationToken cancel)
    {
        var with = await db.Records.Current().Where(r => r.CaseId == id && r.HasAttachments).Select(r => r.Attachments).ToListAsync(cancel);
        var documents = with.SelectMany(files => files.Where(IsDocument)).Select(file => file.Sha256!.Value).ToHashSet();
        if (documents.Count > 0)
        {
            documents.ExceptWith(await db.Materials.Where(m => m.CaseId == id && m.Withdrawn == null).Select(m => m.Blob).ToListAsync(cancel));
        }

        return documents.Count;
    }
}
