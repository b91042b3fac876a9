using Microsoft.EntityFrameworkCore;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Cases;

/// <summary>Everybody who has an account, with their part in a case. For counsel of the case, who decides about it.</summary>
public sealed class LoadMembers(OnusStore store)
{
    /// <summary>Loads them, by name.</summary>
    /// <returns><c>cases.not-found</c>, <c>cases.counsel-only</c>.</returns>
    public Task<Result<IReadOnlyList<Part>>> Handle(string reference, Actor actor, CancellationToken cancel)
    {
        return store.See<IReadOnlyList<Part>>(reference, actor, async (work, found) =>
        {
            if (!actor.May(found.Id, Acts.CaseChanged))
            {
                return Error.Invalid("cases.counsel-only");
            }

            var members = await work.Db.Members.Where(m => m.CaseId == found.Id).ToListAsync(cancel);
            var accounts = await work.Db.Accounts.OrderBy(a => a.Name).ToListAsync(cancel);
            return (Part[])[.. accounts.Select(a => new Part(a, members.Find(m => m.AccountId == a.Id)?.Role ?? MemberRole.Unknown))];
        }, cancel);
    }

    /// <summary>Everybody else who has an account, by name, for a case that is about to be opened: whoever opens it decides who is in it.</summary>
    public async Task<IReadOnlyList<Account>> Others(Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await using var work = store.Begin(actor);
        return await work.Db.Accounts.Where(a => a.Id != actor.Account).OrderBy(a => a.Name).ToListAsync(cancel);
    }

    /// <summary>Somebody's part in the case.</summary>
    /// <param name="Account">Who.</param>
    /// <param name="Role">What they may do; <see cref="MemberRole.Unknown"/> for those who are not in it.</param>
    public sealed record Part(Account Account, MemberRole Role);
}
