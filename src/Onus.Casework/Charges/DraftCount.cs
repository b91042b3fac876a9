using Microsoft.EntityFrameworkCore;
using Onus.Domain.Cases;
using Onus.Domain.Law;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Log;

namespace Onus.Casework.Charges;

/// <summary>Drafts a count: one offence against one defendant, for one survivor, between two days.</summary>
public sealed class DraftCount(OnusStore store, LawPacks law)
{
    /// <summary>What to draft.</summary>
    /// <param name="Case">Short name of the case.</param>
    /// <param name="OffenceId">Offence in the law pack.</param>
    /// <param name="Defendant">Who is charged.</param>
    /// <param name="Survivor">For whom; null where the offence is not against a person.</param>
    /// <param name="From">First day. The law of this day applies.</param>
    /// <param name="To">Last day.</param>
    public sealed record Command(string Case, string OffenceId, PersonId Defendant, PersonId? Survivor, DateOnly From, DateOnly To);

    /// <summary>Drafts it.</summary>
    /// <returns>
    /// Its number; <c>cases.not-found</c>, <c>counts.counsel-only</c>, or what <see cref="CountRules.Refuse"/> says.
    /// </returns>
    public async Task<Result<int>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        await using var work = store.Begin(actor);
        var found = await work.Db.Cases.FirstOrDefaultAsync(c => c.Ref == command.Case, cancel);
        if (found is null)
        {
            return Error.NotFound("cases.not-found", ("case", command.Case));
        }

        if (!actor.MaySee(found.Id, Side.CounselsPapers))
        {
            return Error.Invalid("counts.counsel-only");
        }

        var count = new Count
        {
            Id = new CountId(Guid.CreateVersion7()),
            CaseId = found.Id,
            Number = await CaseCounts.Next(work, found.Id, cancel),
            OffenceId = command.OffenceId,
            Defendant = command.Defendant,
            Survivor = command.Survivor,
            From = command.From,
            To = command.To,
        };
        if (CountRules.Refuse(count, await work.Db.People.Where(p => p.CaseId == found.Id).ToListAsync(cancel), law) is { } refused)
        {
            return refused;
        }

        work.Add(count);
        var done = await work.Commit(new LogEvent(found.Id, Side.CounselsPapers, "count-drafted"), cancel);
        return done.IsOk ? count.Number : done.Error!;
    }
}
