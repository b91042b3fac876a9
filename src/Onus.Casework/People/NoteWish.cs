using Microsoft.EntityFrameworkCore;
using Onus.Content;
using Onus.Domain.People;
using Onus.Domain.Requests;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.People;

/// <summary>
/// Notes a wish about testifying: which, when, by whom and to whom it was said. The newest decides. Who withdraws is asked nothing more: every open request
/// that goes to them stops in the same act.
/// </summary>
public sealed class NoteWish(OnusStore store, Texts texts)
{
    /// <summary>What to note.</summary>
    /// <param name="Case">Short name of the case.</param>
    /// <param name="Person">Whose wish it is.</param>
    /// <param name="Version">The version of the person that was seen.</param>
    /// <param name="Wish">The wish.</param>
    /// <param name="SaidOn">The day on which it was said.</param>
    /// <param name="SaidBy">Who said it, where it was not the person; empty where it was.</param>
    /// <param name="SaidTo">To whom it was said.</param>
    /// <param name="Note">In which words; may be empty.</param>
    public sealed record Command(string Case, PersonId Person, int Version, TestimonyWish Wish, DateOnly? SaidOn, string SaidBy, string SaidTo, string Note);

    /// <summary>Notes it.</summary>
    /// <returns>
    /// How many requests it stopped; <c>people.not-found</c>, <c>rows.changed-meanwhile</c>, <c>wishes.wish-missing</c>, <c>wishes.said-on-missing</c>,
    /// <c>wishes.said-on-future</c>, <c>wishes.said-to-missing</c>.
    /// </returns>
    public Task<Result<int>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return store.Do<int>(Acts.WishNoted, command.Case, actor, async (work, found) =>
        {
            var person = await work.Db.People.FirstOrDefaultAsync(p => p.CaseId == found.Id && p.Id == command.Person, cancel);
            if (found is null || person is null)
            {
                return Error.NotFound("people.not-found");
            }

            if (person.Version != command.Version)
            {
                return Error.Conflict("rows.changed-meanwhile");
            }

            if (Refuse(command, found.Today ?? DateOnly.FromDateTime(work.Now.UtcDateTime)) is { } refused)
            {
                return refused;
            }

            var entry = new WishEntry
            {
                Id = Guid.CreateVersion7(),
                CaseId = found.Id,
                Person = person.Id,
                Wish = command.Wish,
                SaidOn = command.SaidOn!.Value,
                SaidBy = command.SaidBy.Trim(),
                SaidTo = command.SaidTo.Trim(),
                Note = command.Note.Trim(),
                NotedBy = actor.Name,
                NotedAt = work.Now,
            };
            work.Add(entry);
            var wishes = await work.Db.Wishes.Where(w => w.CaseId == found.Id && w.Person == person.Id).ToListAsync(cancel);
            var now = Wishes.Now([.. wishes, entry]);
            // Also where the wish stays: two who note at the same time must not both think theirs is the newest.
            work.Change(person, person with { Wish = now });
            var stopped = now == TestimonyWish.Withdraws
                ? (await work.Db.Requests.Where(r => r.CaseId == found.Id).ToListAsync(cancel)).Where(r => Asking.Stops(r, person)).ToList()
                : [];
            foreach (var request in stopped)
            {
                work.Change(request, request with { Stopped = texts.Format("wishes.stopped-because", ("day", Wishes.NewestFirst([.. wishes, entry])[0].SaidOn)) });
            }

            return stopped.Count;
        }, cancel);
    }

    private static Error? Refuse(Command command, DateOnly today) =>
        command.Wish == TestimonyWish.NotRecorded ? Error.Invalid("wishes.wish-missing")
        : command.SaidOn is not { Year: >= 1900 } said ? Error.Invalid("wishes.said-on-missing")
        : said > today ? Error.Invalid("wishes.said-on-future")
        : string.IsNullOrWhiteSpace(command.SaidTo) ? Error.Invalid("wishes.said-to-missing")
        : null;
}
