using Microsoft.EntityFrameworkCore;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Database;

namespace Onus.Casework.Proof;

/// <summary>Keeps a what-if, and so gives it an address. It opens only for those who may see counsel's papers; without this act a what-if leaves no trace.</summary>
public sealed class ShareWhatIf(OnusStore store)
{
    /// <summary>What to keep.</summary>
    /// <param name="Case">Short name of the case.</param>
    /// <param name="Struck">What is struck; at least one.</param>
    /// <param name="Title">A name for it.</param>
    public sealed record Command(string Case, IReadOnlyList<FoundationId> Struck, string Title);

    /// <summary>Keeps it.</summary>
    /// <returns>Its id, or <c>cases.not-found</c>, <c>what-if.nothing-struck</c>, <c>what-if.title-missing</c>, <c>foundations.not-found</c>.</returns>
    public Task<Result<Guid>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return store.Do<Guid>(Acts.WhatIfKept, command.Case, actor, async (work, found) =>
        {
            if (command.Struck.Count == 0)
            {
                return Error.Invalid("what-if.nothing-struck");
            }

            if (string.IsNullOrWhiteSpace(command.Title))
            {
                return Error.Invalid("what-if.title-missing");
            }

            var known = await work.Db.Foundations.Where(f => f.CaseId == found.Id).Select(f => f.Id).ToListAsync(cancel);
            if (command.Struck.Except(known).Any())
            {
                return Error.NotFound("foundations.not-found");
            }

            var kept = new SharedWhatIf
            {
                Id = Guid.CreateVersion7(),
                CaseId = found.Id,
                Struck = [.. command.Struck.Distinct()],
                Title = command.Title.Trim(),
                Author = actor.Name,
            };
            work.Add(kept);
            return kept.Id;
        }, cancel);
    }
}
