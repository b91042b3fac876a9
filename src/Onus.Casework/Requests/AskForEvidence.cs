using Microsoft.EntityFrameworkCore;
using Onus.Domain.Cases;
using Onus.Domain.People;
using Onus.Domain.Requests;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Log;

namespace Onus.Casework.Requests;

/// <summary>Asks the police, or a third party, for evidence: what, for which element, why, by when, and what it spares.</summary>
public sealed class AskForEvidence(OnusStore store)
{
    /// <summary>What to ask.</summary>
    /// <param name="Case">Short name of the case.</param>
    /// <param name="To">To whom.</param>
    /// <param name="What">What is asked for.</param>
    /// <param name="Element">The element it serves, in words; may be empty.</param>
    /// <param name="Why">Why it is needed.</param>
    /// <param name="By">By when.</param>
    /// <param name="Spares">What it spares; may be empty.</param>
    /// <param name="Asks">The person of the case who is asked something by it; null for nobody.</param>
    public sealed record Command(string Case, string To, string What, string Element, string Why, DateOnly? By, string Spares, PersonId? Asks = null);

    /// <summary>Writes the request.</summary>
    /// <returns>Its number, or <c>cases.not-found</c>, <c>requests.to-missing</c>, <c>requests.what-missing</c>, <c>requests.why-missing</c>, <c>people.not-found</c>, <c>requests.withdrew</c> where whom it asks has withdrawn; <c>rows.exists</c> where others took every number that was tried.</returns>
    public async Task<Result<int>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        await using var work = store.Begin(actor);
        var found = await work.Db.Cases.FirstOrDefaultAsync(c => c.Ref == command.Case, cancel);
        if (found is null)
        {
            return Error.NotFound("cases.not-found", ("case", command.Case));
        }

        foreach (var (text, key) in new[] { (command.To, "requests.to-missing"), (command.What, "requests.what-missing"), (command.Why, "requests.why-missing") })
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                return Error.Invalid(key);
            }
        }

        var people = await work.Db.People.Where(p => p.CaseId == found.Id).ToListAsync(cancel);
        if (command.Asks is { } person && people.All(p => p.Id != person))
        {
            return Error.NotFound("people.not-found");
        }

        if (Wishes.RefuseAsking(command.To, command.Asks, people) is { } refused)
        {
            return refused;
        }

        // Two people may ask in the same moment: the second takes the number after.
        const int Tries = 5;
        for (var tries = 1; ; tries++)
        {
            var asked = await Write(command, found.Id, actor, cancel);
            if (asked.Error?.Key != "rows.exists" || tries == Tries)
            {
                return asked;
            }
        }
    }

    private async Task<Result<int>> Write(Command command, CaseId id, Actor actor, CancellationToken cancel)
    {
        await using var work = store.Begin(actor);
        var request = new EvidenceRequest
        {
            Id = new RequestId(Guid.CreateVersion7()),
            CaseId = id,
            Number = (await work.Db.Requests.Where(r => r.CaseId == id).MaxAsync(r => (int?)r.Number, cancel) ?? 0) + 1,
            To = command.To.Trim(),
            What = command.What.Trim(),
            Element = command.Element.Trim(),
            Why = command.Why.Trim(),
            By = command.By,
            Spares = command.Spares.Trim(),
            Asks = command.Asks,
        };
        work.Add(request);
        var done = await work.Commit(new LogEvent(id, Side.Record, "evidence-requested"), cancel);
        return done.IsOk ? request.Number : done.Error!;
    }
}
