using Microsoft.EntityFrameworkCore;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Records;

/// <summary>The exhibit with a number, on the way to the place that it cites.</summary>
public sealed class FindExhibit(OnusStore store)
{
    /// <summary>Finds it.</summary>
    /// <returns><c>exhibits.not-found</c>.</returns>
    public async Task<Result<Exhibit>> Handle(string reference, int number, Actor actor, CancellationToken cancel)
    {
        await using var work = store.Begin(actor);
        var found = await work.Db.Cases.FirstOrDefaultAsync(c => c.Ref == reference, cancel);
        var exhibit = found is null ? null : await work.Db.Exhibits.FirstOrDefaultAsync(e => e.CaseId == found.Id && e.Number == number, cancel);
        return exhibit is not null ? exhibit : Error.NotFound("exhibits.not-found");
    }
}
