using Microsoft.EntityFrameworkCore;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Charges;

/// <summary>What the acts about counts look up.</summary>
internal static class CaseCounts
{
    /// <summary>A count of a case, as the person saw it.</summary>
    /// <returns><c>counts.not-found</c>, <c>rows.changed-meanwhile</c>.</returns>
    public static async Task<Result<Count>> Find(UnitOfWork work, Case of, int number, int version, CancellationToken cancel) =>
        await work.Db.Counts.FirstOrDefaultAsync(c => c.CaseId == of.Id && c.Number == number, cancel) is not { } count ? Error.NotFound("counts.not-found")
        : count.Version != version ? Error.Conflict("rows.changed-meanwhile")
        : count;
}
