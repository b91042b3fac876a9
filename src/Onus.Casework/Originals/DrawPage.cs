using Microsoft.EntityFrameworkCore;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Ingest.Documents;
using Onus.Ingest.Reading;
using Onus.Store;

namespace Onus.Casework.Originals;

/// <summary>Where the words and pictures of a page stand, for a viewer to draw. A child process reads a working copy.</summary>
public sealed class DrawPage(OnusStore store, PageCache cache)
{
    /// <summary>The layout of a page.</summary>
    /// <returns><c>files.not-found</c>, <c>files.no-layout</c> when the file has no such page or its reader did not come back, <c>files.original-outside</c> where the authority does not cover the page, <c>files.original-privileged</c> where a record on it is not the actor's to read.</returns>
    public Task<Result<PageLayout>> Handle(string reference, MaterialId file, int page, Actor actor, CancellationToken cancel)
    {
        return store.See<PageLayout>(reference, actor, async (work, found) =>
        {
            var material = await work.Db.Materials.FirstOrDefaultAsync(m => m.CaseId == found.Id && m.Id == file, cancel);
            if (material is null)
            {
                return Error.NotFound("files.not-found");
            }

            return (await OpenParts.Of(work.Db, material, cancel)).RefusePage(page) is { } closed ? closed : await Of(material, page, cancel);
        }, cancel);
    }

    /// <summary>The layout of a page of a file that the actor may see.</summary>
    internal async Task<Result<PageLayout>> Of(Material material, int page, CancellationToken cancel)
    {
        if (cache.Find(material.Blob, page) is { } known)
        {
            return known;
        }

        var layout = await WithCopy(store, material, path => PlaceProcess.Layout(path, page, cancel), cancel);
        if (layout is null)
        {
            return Error.Invalid("files.no-layout", ("file", material.Title));
        }

        cache.Keep(material.Blob, page, layout);
        return layout;
    }

    /// <summary>Does something with a working copy of a file, which is gone afterwards.</summary>
    internal static async Task<T> WithCopy<T>(OnusStore store, Material material, Func<string, Task<T>> work, CancellationToken cancel)
    {
        var path = Path.Combine(store.Working, Guid.CreateVersion7().ToString("N"));
        try
        {
            await using (var copy = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            await using (var bytes = store.Vault.Open(material.VaultName))
            {
                await bytes.CopyToAsync(copy, cancel);
            }

            return await work(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
