using Microsoft.EntityFrameworkCore;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.Law;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Charges;

/// <summary>Drafts counts, one or several at once: one offence against one defendant, for one survivor, between two days.</summary>
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

    /// <summary>Drafts one count.</summary>
    /// <returns>Its number, or an error as from <see cref="Several"/>.</returns>
    public async Task<Result<int>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        var drafted = await Several([command], actor, cancel);
        return drafted.IsOk ? drafted.Value[0] : drafted.Error!;
    }

    /// <summary>Drafts several counts of one case in one act: all of them, or none.</summary>
    /// <returns>
    /// Their numbers; <c>cases.not-found</c>, <c>cases.counsel-only</c>, <c>counts.nobody-charged</c> where there is none to draft, or what
    /// <see cref="CountRules.Refuse"/> says of the first that cannot be.
    /// </returns>
    public Task<Result<IReadOnlyList<int>>> Several(IReadOnlyList<Command> commands, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(commands);
        if (commands.Count == 0)
        {
            return Task.FromResult<Result<IReadOnlyList<int>>>(Error.Invalid("counts.nobody-charged"));
        }

        return store.Do<IReadOnlyList<int>>(Acts.CountDrafted, commands[0].Case, actor, async (work, found) =>
        {
            var people = await work.Db.People.Where(p => p.CaseId == found.Id).ToListAsync(cancel);
            var next = await work.NextNumber<Count>(found.Id, cancel);
            var numbers = new List<int>();
            foreach (var command in commands)
            {
                var count = new Count
                {
                    Id = new CountId(Guid.CreateVersion7()),
                    CaseId = found.Id,
                    Number = next + numbers.Count,
                    OffenceId = command.OffenceId,
                    Defendant = command.Defendant,
                    Survivor = command.Survivor,
                    From = command.From,
                    To = command.To,
                };
                if (CountRules.Refuse(count, people, law) is { } refused)
                {
                    return refused;
                }

                work.Add(count);
                numbers.Add(count.Number);
            }

            return numbers;
        }, cancel);
    }
}
