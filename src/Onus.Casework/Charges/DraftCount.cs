using Microsoft.EntityFrameworkCore;
using Onus.Domain.Cases;
using Onus.Domain.Law;
using Onus.Domain.People;
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
    /// <c>cases.not-found</c>, <c>counts.counsel-only</c>, <c>counts.days-reversed</c>, <c>counts.defendant-missing</c>, <c>counts.survivor-missing</c>,
    /// <c>counts.survivor-needed</c> where the law charges for one survivor at a time and none is named.
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

        if (command.To < command.From)
        {
            return Error.Invalid("counts.days-reversed");
        }

        var people = await work.Db.People.Where(p => p.CaseId == found.Id).ToListAsync(cancel);
        if (people.FirstOrDefault(p => p.Id == command.Defendant) is not { } defendant || !defendant.Is(PersonRole.Defendant))
        {
            return Error.Invalid("counts.defendant-missing");
        }

        if (command.Survivor is { } id && !people.Any(p => p.Id == id))
        {
            return Error.Invalid("counts.survivor-missing");
        }

        // Where there is no law on that day the draft says so itself.
        if (command.Survivor is null && law.OffenceAt(command.OffenceId, command.From) is { IsOk: true, Value: { Unit: ChargeUnit.PerSurvivorPerDefendant } offence })
        {
            return Error.Invalid("counts.survivor-needed", ("citation", offence.Citation));
        }

        var count = new Count
        {
            Id = new CountId(Guid.CreateVersion7()),
            CaseId = found.Id,
            Number = (await work.Db.Counts.Where(c => c.CaseId == found.Id).MaxAsync(c => (int?)c.Number, cancel) ?? 0) + 1,
            OffenceId = command.OffenceId,
            Defendant = command.Defendant,
            Survivor = command.Survivor,
            From = command.From,
            To = command.To,
        };
        work.Add(count);
        var done = await work.Commit(new LogEvent(found.Id, Side.CounselsPapers, "count-drafted"), cancel);
        return done.IsOk ? count.Number : done.Error!;
    }
}
