using Microsoft.EntityFrameworkCore;
using Onus.Domain.Requests;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Requests;

/// <summary>One note of what its holder will delete, to be corrected or asked for.</summary>
public sealed class FindRetention(OnusStore store)
{
    /// <summary>Finds it.</summary>
    /// <returns><c>retention.not-found</c>, also in a case that is not the actor's.</returns>
    public Task<Result<RetentionWatch>> Handle(string reference, Guid watch, Actor actor, CancellationToken cancel)
    {
        return store.See<RetentionWatch>(reference, actor, async (work, found) =>
        {
            var noted = await work.Db.Retention.FirstOrDefaultAsync(w => w.CaseId == found.Id && w.Id == watch, cancel);
            return noted is null ? Error.NotFound("retention.not-found") : noted;
        }, cancel);
    }
}
