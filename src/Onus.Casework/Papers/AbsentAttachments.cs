using Microsoft.EntityFrameworkCore;
using Onus.Domain.Shared;
using Onus.Store.Database;

namespace Onus.Casework.Papers;

/// <summary>Files that messages name and that did not come with them.</summary>
internal static class AbsentAttachments
{
    private const string Warning = "attachment-missing";

    /// <summary>How many there are in the files of a case that the actor of the context may see.</summary>
    internal static async Task<int> Of(VisibleRows db, CaseId id, CancellationToken cancel)
    {
        IReadOnlyList<string> none = [];
        var warned = await db.Records.Current().Where(r => r.CaseId == id && r.Warnings != none).Select(r => r.Warnings).ToListAsync(cancel);
        return warned.Sum(warnings => warnings.Count(warning => warning == Warning || warning.StartsWith(Warning + ":", StringComparison.Ordinal)));
    }
}
