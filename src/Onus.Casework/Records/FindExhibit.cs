using Microsoft.EntityFrameworkCore;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Records;

/// <summary>The exhibit with a number, on the way to the place that it cites.</summary>
public sealed class FindExhibit(OnusStore store)
{
    /// <summary>Finds it.</summary>
    /// <returns><c>exhibits.not-found</c>.</returns>
    public Task<Result<Exhibit>> Handle(string reference, int number, Actor actor, CancellationToken cancel)
    {
        return store.See<Exhibit>(reference, actor, async (work, found) =>
        {
            var exhibit = await work.Db.Exhibits.FirstOrDefaultAsync(e => e.CaseId == found.Id && e.Number == number, cancel);
            return exhibit is not null ? exhibit : Error.NotFound("exhibits.not-found");
        }, cancel);
    }
}
