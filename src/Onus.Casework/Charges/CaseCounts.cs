using Microsoft.EntityFrameworkCore;
using Onus.Domain.Cases;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Charges;

/// <summary>What the acts about counts look up.</summary>
internal static class CaseCounts
{
    /// <summary>A count of a case that is its actor's to change.</summary>
    /// <param name="work">The act.</param>
    /// <param name="reference">Short name of the case.</param>
    /// <param name="number">Number of the count.</param>
    /// <param name="version">The version that was seen.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns><c>cases.not-found</c>, <c>counts.counsel-only</c>, <c>counts.not-found</c>, <c>rows.changed-meanwhile</c>.</returns>
    public static async Task<Result<Count>> Find(UnitOfWork work, string reference, int number, int version, CancellationToken cancel)
    {
        var found = await work.Db.Cases.FirstOrDefaultAsync(c => c.Ref == reference, cancel);
        if (found is null)
        {
            return Error.NotFound("cases.not-found", ("case", reference));
        }

        if (!work.Actor.MaySee(found.Id, Side.CounselsPapers))
        {
            return Error.Invalid("counts.counsel-only");
        }

        return await work.Db.Counts.FirstOrDefaultAsync(c => c.CaseId == found.Id && c.Number == number, cancel) is not { } count ? Error.NotFound("counts.not-found")
            : count.Version != version ? Error.Conflict("rows.changed-meanwhile")
            : count;
    }

    /// <summary>The number after all that were given: also one that was withdrawn keeps its number.</summary>
    public static async Task<int> Next(UnitOfWork work, CaseId id, CancellationToken cancel) =>
        (await work.Db.Counts.Where(c => c.CaseId == id).MaxAsync(c => (int?)c.Number, cancel) ?? 0) + 1;
}
