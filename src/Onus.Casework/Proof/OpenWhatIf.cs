using Microsoft.EntityFrameworkCore;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Database;

namespace Onus.Casework.Proof;

/// <summary>Opens what-ifs that counsel kept.</summary>
public sealed class OpenWhatIf(OnusStore store)
{
    /// <summary>One what-if.</summary>
    /// <returns><c>what-if.not-found</c>, also for those who may not see counsel's papers.</returns>
    public async Task<Result<SharedWhatIf>> Handle(CaseId caseId, Guid id, Actor actor, CancellationToken cancel)
    {
        await using var work = store.Begin(actor);
        return await work.Db.WhatIfs.FirstOrDefaultAsync(w => w.CaseId == caseId && w.Id == id, cancel) is { } kept
            ? kept
            : Error.NotFound("what-if.not-found");
    }

    /// <summary>All that were kept in a case, oldest first; empty for those who may not see counsel's papers.</summary>
    public async Task<IReadOnlyList<SharedWhatIf>> All(CaseId caseId, Actor actor, CancellationToken cancel)
    {
        await using var work = store.Begin(actor);
        return await work.Db.WhatIfs.Where(w => w.CaseId == caseId).OrderBy(w => w.Id).ToListAsync(cancel);
    }
}
