using Microsoft.EntityFrameworkCore;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Log;

namespace Onus.Casework.Files;

/// <summary>Says from whom the same bytes came once more: two who keep the same paper are two who can vouch for it.</summary>
public sealed class NameSecondSource(OnusStore store)
{
    /// <summary>What to say.</summary>
    /// <param name="Case">Short name of the case.</param>
    /// <param name="File">The file.</param>
    /// <param name="Version">The version that the person saw.</param>
    /// <param name="Which">Which further arrival, from 0.</param>
    /// <param name="From">From whom, in words.</param>
    /// <param name="Obtained">How that copy was obtained; null where that is not said, or is a <paramref name="Given"/>.</param>
    /// <param name="Given">How that copy was obtained, where it was given without an order.</param>
    public sealed record Command(
        string Case, MaterialId File, int Version, int Which, string From, FoundationId? Obtained = null, AnswerQuestions.Giving? Given = null);

    /// <summary>
    /// Records it. Where it says how that copy was obtained, the exhibits that stand on the first way stand on either from now on; those that somebody cited
    /// since follow when it is said once more.
    /// </summary>
    /// <returns>
    /// <c>files.not-found</c>, <c>files.from-missing</c>, <c>foundations.not-found</c>, <c>files.second-way-no-ground</c> where it is nothing that decides
    /// admission, <c>files.fallen-counsel</c> or <c>files.struck-counsel</c> where a way has fallen or was struck and somebody else than counsel names another, <c>rows.changed-meanwhile</c>.
    /// </returns>
    public async Task<Result<Material>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        await using var work = store.Begin(actor);
        var found = await work.Db.Cases.FirstOrDefaultAsync(c => c.Ref == command.Case, cancel);
        var file = found is null ? null : await work.Db.Materials.FirstOrDefaultAsync(m => m.CaseId == found.Id && m.Id == command.File, cancel);
        if (file is null || command.Which < 0 || command.Which >= file.AlsoReceived.Count)
        {
            return Error.NotFound("files.not-found");
        }

        if (FileToChange.RefuseContainer([file]) is { } container)
        {
            return container;
        }

        if (string.IsNullOrWhiteSpace(command.From))
        {
            return Error.Invalid("files.from-missing");
        }

        if (file.Version != command.Version)
        {
            return Error.Conflict("rows.changed-meanwhile");
        }

        var foundations = await FileFoundations.Of(work, file.CaseId, cancel);
        var people = await work.Db.People.Where(p => p.CaseId == file.CaseId).ToListAsync(cancel);
        if (command.Obtained is { } named && foundations.All.FirstOrDefault(f => f.Id == named) is var known && known is not { Legal: true })
        {
            return known is null ? Error.NotFound("foundations.not-found") : Error.Invalid("files.second-way-no-ground", ("name", known.Label));
        }

        var from = people.Find(p => p.Pseudonym == command.From.Trim());
        var way = command.Obtained ?? (command.Given is { } given ? foundations.Given(given, from?.Id, command.From, people) : null);
        var was = file.AlsoReceived[command.Which].Obtained;
        var after = work.Change(file, file with
        {
            AlsoReceived = [.. file.AlsoReceived.Select((also, place) => place == command.Which ? also with { From = command.From.Trim(), Obtained = way ?? also.Obtained } : also)],
        });
        var entry = new LogEvent(file.CaseId, Acts.SecondSourceNamed);
        if (await work.Hold(entry, cancel) is { } meanwhile)
        {
            return meanwhile;
        }

        foreach (var exhibit in await work.Db.Exhibits.Where(e => e.CaseId == file.CaseId && e.Material == file.Id).ToListAsync(cancel))
        {
            // A way that was said wrongly before is no way any more.
            var without = was is { } wrong && !SecondWay.Of(after).Contains(wrong) && exhibit.LegalAny.Any(list => list is [var only] && only == wrong)
                ? exhibit with { LegalAny = [.. exhibit.LegalAny.Where(list => list is not [var only] || only != wrong)] }
                : exhibit;
            if ((SecondWay.On(without, after) ?? without) is var follows && !ReferenceEquals(follows, exhibit))
            {
                work.Change(exhibit, follows);
            }
        }

        var done = await work.Commit(entry, cancel);
        return done.IsOk ? after : done.Error!;
    }
}
