using Microsoft.EntityFrameworkCore;
using Onus.Domain.Cases;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Cases;

/// <summary>Loads the head of a case, for pages that show nothing else of it: its title, country and days, in one question.</summary>
public sealed class LoadCaseHead(OnusStore store)
{
    /// <summary>The case by its short name.</summary>
    /// <returns><c>cases.not-found</c> when there is no such case, or it is not the actor's.</returns>
    public async Task<Result<Case>> Handle(string reference, Actor actor, CancellationToken cancel)
    {
        await using var work = store.Begin(actor);
        var found = await work.Db.Cases.FirstOrDefaultAsync(c => c.Ref == reference, cancel);
        return found is null ? Error.NotFound("cases.not-found", ("case", reference)) : found;
    }
}
