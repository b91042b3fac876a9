using Microsoft.EntityFrameworkCore;
using Onus.Domain.Charges;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Cases;

/// <summary>What stands on a tie and has to stand on its copy for other people too, so that no copy is stronger than the tie was.</summary>
internal static class CopiedTies
{
    /// <summary>Leaves of a tie what is left of it: its first part keeps the id, every other one is enough together with the same and under the same challenges.</summary>
    public static async Task ReplaceBy(this UnitOfWork work, FactTie tie, IReadOnlyList<FactTie> left, CancellationToken cancel)
    {
        if (left.Count == 0)
        {
            // A set that it was enough together with stays: what is left of it was never enough alone.
            work.Remove(tie);
            return;
        }

        work.Change(tie, left[0]);
        foreach (var other in left.Skip(1).Select(part => part with { Id = new TieId(Guid.CreateVersion7()) }))
        {
            work.Add(other);
            await work.AddWhatStandsOnThem(tie.CaseId, new Dictionary<TieId, TieId> { [tie.Id] = other.Id }, cancel);
        }
    }

    /// <summary>Adds the sets in which the ties are enough only together, and the challenges of the ties with their rulings and answers.</summary>
    public static async Task AddWhatStandsOnThem(this UnitOfWork work, CaseId id, IReadOnlyDictionary<TieId, TieId> copies, CancellationToken cancel)
    {
        foreach (var set in (await work.Db.Enough.Where(e => e.CaseId == id).ToListAsync(cancel)).Select(set => set.Copied(copies, Guid.CreateVersion7())).OfType<EnoughTogether>())
        {
            work.Add(set);
        }

        foreach (var challenge in CarriedAlong.Challenges(await work.Db.Challenges.Where(c => c.CaseId == id).ToListAsync(cancel), CarriedAlong.To(copies), Guid.CreateVersion7))
        {
            work.Add(challenge);
        }
    }
}
