using Microsoft.EntityFrameworkCore;
using Onus.Domain.Charges;
using Onus.Domain.People;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Requests;

/// <summary>Loads whom a request can be about and, for counsel, which counts it can serve.</summary>
public sealed class LoadRequestForm(OnusStore store)
{
    /// <summary>What can be chosen.</summary>
    /// <param name="People">The people of the case.</param>
    /// <param name="Counts">The counts that stand; none for whoever may not see counsel's papers.</param>
    public sealed record Choices(IReadOnlyList<Person> People, IReadOnlyList<Count> Counts);

    /// <summary>The choices of a case.</summary>
    /// <returns><c>cases.not-found</c>.</returns>
    public Task<Result<Choices>> Handle(string reference, Actor actor, CancellationToken cancel)
    {
        return store.See<Choices>(reference, actor, async (work, found) =>
        {
            return new Choices(
                Person.InOrder(await work.Db.People.Where(p => p.CaseId == found.Id).OrderBy(p => p.Id).ToListAsync(cancel)),
                await work.Db.Counts.Where(c => c.CaseId == found.Id && c.Withdrawn == null).OrderBy(c => c.Number).ToListAsync(cancel));
        }, cancel);
    }
}
