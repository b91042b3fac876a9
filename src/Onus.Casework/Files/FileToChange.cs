using Microsoft.EntityFrameworkCore;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Files;

/// <summary>What every correction of a file begins with: the file as the person saw it, and a reason.</summary>
internal static class FileToChange
{
    /// <summary>Why nothing is asked about these and nothing read out of them; null where nothing stands against it.</summary>
    public static Error? RefuseContainer(IEnumerable<Material> files) =>
        files.FirstOrDefault(file => file.Status == MaterialStatus.Container) is { } container ? Error.Invalid("files.container", ("file", container.Title)) : null;

    /// <summary>Finds it.</summary>
    /// <returns><c>files.not-found</c>, <c>files.reason-missing</c>, <c>rows.changed-meanwhile</c>.</returns>
    public static async Task<Result<Material>> Find(UnitOfWork work, string reference, MaterialId id, int version, string reason, CancellationToken cancel)
    {
        var found = await work.Db.Cases.FirstOrDefaultAsync(c => c.Ref == reference, cancel);
        var file = found is null ? null : await work.Db.Materials.FirstOrDefaultAsync(m => m.CaseId == found.Id && m.Id == id, cancel);
        return file is null ? Error.NotFound("files.not-found")
            : string.IsNullOrWhiteSpace(reason) ? Error.Invalid("files.reason-missing")
            : file.Version != version ? Error.Conflict("rows.changed-meanwhile")
            : file;
    }
}
