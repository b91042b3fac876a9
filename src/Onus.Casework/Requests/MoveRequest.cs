using Microsoft.EntityFrameworkCore;
using Onus.Content;
using Onus.Domain.Law;
using Onus.Domain.Requests;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Requests;

/// <summary>Records what happened to a request: it was sent, something came, it was sent back, nothing more is expected.</summary>
public sealed class MoveRequest(OnusStore store, LawPacks law, Texts texts)
{
    /// <summary>What happened.</summary>
    /// <param name="Case">Short name of the case.</param>
    /// <param name="Number">The request.</param>
    /// <param name="Version">The version the person saw.</param>
    /// <param name="Status">How far it is now.</param>
    public sealed record Command(string Case, int Number, int Version, RequestStatus Status)
    {
        /// <summary>What came, or why.</summary>
        public string Words { get; init; } = "";

        /// <summary>How much came.</summary>
        public Came Came { get; init; }

        /// <summary>Files of the case that came.</summary>
        public IReadOnlyList<MaterialId> Files { get; init; } = [];
    }

    /// <summary>Records it.</summary>
    /// <returns>
    /// Its number; <c>requests.not-found</c>, <c>rows.changed-meanwhile</c>, <c>files.not-found</c>, what <see cref="RequestSteps.Take"/> refuses,
    /// <c>requests.withdrew</c> where it would be sent to somebody who has withdrawn, and what refuses its letter where it would go out:
    /// <c>letter.names-person</c>, <c>letter.names-case</c>, <c>letter.names-law</c>.
    /// </returns>
    public Task<Result<int>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return store.Do<int>(Acts.RequestMoved, command.Case, actor, async (work, found) =>
        {
            var request = await work.Db.Requests.FirstOrDefaultAsync(r => r.CaseId == found.Id && r.Number == command.Number, cancel);
            if (request is null)
            {
                return Error.NotFound("requests.not-found");
            }

            if (request.Version != command.Version)
            {
                return Error.Conflict("rows.changed-meanwhile");
            }

            var files = command.Files.Distinct().ToList();
            var known = await work.Db.Materials.Where(m => m.CaseId == request.CaseId).Select(m => m.Id).ToListAsync(cancel);
            if (files.Except(known).Any())
            {
                return Error.NotFound("files.not-found");
            }

            var moved = RequestSteps.Take(request, new RequestStep(command.Status, actor.Name, work.Now, command.Words, command.Came, files));
            if (moved.Error is { } refusal)
            {
                return refusal;
            }

            if (command.Status is RequestStatus.Sent or RequestStatus.SentBack
                && Asking.Refuse(request.To, request.Asks, await work.Db.People.Where(p => p.CaseId == request.CaseId).ToListAsync(cancel)) is { } refused)
            {
                return refused;
            }

            // That it was sent once is not unsaid: an answer that was noted by mistake is taken back whatever the request names.
            if ((request.Status, command.Status) is (RequestStatus.Draft, RequestStatus.Sent) or (_, RequestStatus.SentBack)
                && await LetterLeak.Of(work, found, request, law, texts, cancel) is { } leak)
            {
                return leak;
            }

            work.Change(request, moved.Value);
            return request.Number;
        }, cancel);
    }
}
