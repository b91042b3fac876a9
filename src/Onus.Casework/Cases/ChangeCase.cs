using Microsoft.EntityFrameworkCore;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Cases;

/// <summary>Changes the title of a case, its dates, and who is in it. Counsel of the case decides about that, nobody else.</summary>
public sealed class ChangeCase(OnusStore store)
{
    /// <summary>What to change.</summary>
    public sealed record Command
    {
        /// <summary>Short name of the case; it stays.</summary>
        public required string Case { get; init; }

        /// <summary>The version that the person saw.</summary>
        public required int Version { get; init; }

        /// <summary>Title; never a survivor's name.</summary>
        public required string Title { get; init; }

        /// <summary>When the first report came in; null where that is not known.</summary>
        public DateOnly? TipOn { get; init; }

        /// <summary>When the charge is to be filed.</summary>
        public DateOnly? ChargeOn { get; init; }

        /// <summary>When the trial begins.</summary>
        public DateOnly? TrialOn { get; init; }

        /// <summary>The part of each person; <see cref="MemberRole.Unknown"/> for out of the case. Whoever is not named here stays as they are.</summary>
        public IReadOnlyDictionary<AccountId, MemberRole> Members { get; init; } = new Dictionary<AccountId, MemberRole>();
    }

    /// <summary>Changes it.</summary>
    /// <returns>
    /// <c>cases.not-found</c>, <c>cases.counsel-only</c>, <c>cases.title-missing</c>, <c>cases.prosecutor-missing</c>, <c>cases.member-unknown</c>, <c>rows.changed-meanwhile</c>.
    /// </returns>
    public Task<Result<CaseId>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return store.Do<CaseId>(Acts.CaseChanged, command.Case, actor, async (work, found) =>
        {
            if (!actor.May(found.Id, Acts.CaseChanged))
            {
                return Error.Invalid("cases.counsel-only");
            }

            if (found.Version != command.Version)
            {
                return Error.Conflict("rows.changed-meanwhile");
            }

            if (string.IsNullOrWhiteSpace(command.Title))
            {
                return Error.Invalid("cases.title-missing");
            }

            var were = await work.Db.Members.Where(m => m.CaseId == found.Id).ToListAsync(cancel);
            var named = command.Members.Keys.ToList();
            if (await work.Db.Accounts.CountAsync(a => named.Contains(a.Id), cancel) != named.Count)
            {
                return Error.Invalid("cases.member-unknown");
            }

            CaseMember[] are =
            [
                .. were.Where(m => !command.Members.ContainsKey(m.AccountId)),
                .. command.Members.Where(m => m.Value != MemberRole.Unknown).Select(m => new CaseMember { CaseId = found.Id, AccountId = m.Key, Role = m.Value }),
            ];
            if (!are.Any(m => m.Role == MemberRole.Prosecutor))
            {
                return Error.Invalid("cases.prosecutor-missing");
            }

            work.ChangeCase(
                found,
                found with { Title = command.Title.Trim(), TipOn = command.TipOn, ChargeOn = command.ChargeOn, TrialOn = command.TrialOn },
                were, are);
            return found.Id;
        }, cancel);
    }
}
