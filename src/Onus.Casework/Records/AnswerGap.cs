using Microsoft.EntityFrameworkCore;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Records;

/// <summary>Notes who says that nothing happened in a month without an entry, or corrects such a note. The gap stays in sight, with who said it.</summary>
public sealed class AnswerGap(OnusStore store, FindGaps gaps)
{
    /// <summary>What is said.</summary>
    /// <param name="Case">Short name of the case.</param>
    /// <param name="Holder">Key of the holder of the account; null for a chat and where no holder is named.</param>
    /// <param name="File">A file of the account or chat.</param>
    /// <param name="Month">The month.</param>
    /// <param name="Version">The version that the person saw; 0 where nothing had been noted.</param>
    /// <param name="SaidBy">Who or what says so.</param>
    /// <param name="SaidOn">When; null where that was no day.</param>
    /// <param name="Reason">Why it is noted.</param>
    /// <param name="Today">The day on which the case stands.</param>
    public sealed record Command(string Case, string? Holder, MaterialId? File, CalendarMonth Month, int Version, string SaidBy, DateOnly? SaidOn, string Reason, DateOnly Today);

    /// <summary>Notes it.</summary>
    /// <returns>Its id, or <c>cases.not-found</c>, <c>gaps.not-missing</c> where the month is not called missing and nothing had been noted, <c>rows.changed-meanwhile</c>, or what <see cref="GapAnswer.Refuse"/> says.</returns>
    public Task<Result<Guid>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return store.Do<Guid>(Acts.GapAnswered, command.Case, actor, async (work, of) =>
        {
            var found = await gaps.Handle(command.Case, command.Today, actor, cancel);
            if (found.Error is { } error)
            {
                return error;
            }

            if (found.Value.Of(command.Holder, command.File) is not { } series || (!series.Missing.Contains(command.Month) && !series.Months.Said.Any(a => a.Month == command.Month.First)))
            {
                return Error.NotFound("gaps.not-missing");
            }

            var before = series.Months.Said.FirstOrDefault(a => a.Month == command.Month.First);
            if ((before?.Version ?? 0) != command.Version)
            {
                return Error.Conflict("rows.changed-meanwhile");
            }

            if (GapAnswer.Refuse(command.Month, command.SaidBy, command.SaidOn, command.Reason, command.Today) is { } refusal)
            {
                return refusal;
            }

            var answer = new GapAnswer
            {
                Id = before?.Id ?? Guid.CreateVersion7(),
                CaseId = of.Id,
                Holder = series.HolderAsWritten ?? "",
                Material = series.Files[0],
                Month = command.Month.First,
                SaidBy = command.SaidBy.Trim(),
                SaidOn = command.SaidOn!.Value,
                Reason = command.Reason.Trim(),
                NotedBy = actor.Name,
                NotedAt = work.Now,
                Version = before?.Version ?? 1,
            };
            if (before is null)
            {
                work.Add(answer);
            }
            else
            {
                work.Change(before, answer);
            }

            return answer.Id;
        }, cancel);
    }
}
