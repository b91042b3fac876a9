using Microsoft.EntityFrameworkCore;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Records;

/// <summary>Takes back what was noted of a month without an entry; the log keeps it, and why.</summary>
public sealed class TakeBackGapAnswer(OnusStore store)
{
    /// <summary>Which and why.</summary>
    /// <param name="Case">Short name of the case.</param>
    /// <param name="Answer">The note.</param>
    /// <param name="Version">The version that the person saw.</param>
    /// <param name="Reason">Why it does not hold.</param>
    public sealed record Command(string Case, Guid Answer, int Version, string Reason);

    /// <summary>Takes it back.</summary>
    /// <returns>Its id, or <c>cases.not-found</c>, <c>gaps.answer-not-found</c>, <c>gaps.take-back-reason-missing</c>, <c>rows.changed-meanwhile</c>.</returns>
    public Task<Result<Guid>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return store.Do<Guid>(Acts.GapAnswerTakenBack, command.Case, actor, async (work, found) =>
        {
            var answer = await work.Db.GapAnswers.FirstOrDefaultAsync(a => a.CaseId == found.Id && a.Id == command.Answer, cancel);
            if (answer is null)
            {
                return Error.NotFound("gaps.answer-not-found");
            }

            if (answer.Version != command.Version)
            {
                return Error.Conflict("rows.changed-meanwhile");
            }

            if (string.IsNullOrWhiteSpace(command.Reason))
            {
                return Error.Invalid("gaps.take-back-reason-missing");
            }

            work.Remove(answer);
            work.Tell(new { Reason = command.Reason.Trim() });
            return answer.Id;
        }, cancel);
    }
}
