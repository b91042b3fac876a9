using Microsoft.EntityFrameworkCore;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Evidence;

/// <summary>Enters an exhibit that stands in no file: a book, a passport, a telephone, as it was seized, found or given. It gets the next number.</summary>
public sealed class EnterObject(OnusStore store)
{
    /// <summary>What to enter.</summary>
    public sealed record Command
    {
        /// <summary>Short name of the case.</summary>
        public required string Case { get; init; }

        /// <summary>What it is, in words, as the list of what was seized names it.</summary>
        public required string Title { get; init; }

        /// <summary>Whose words or doings it holds: whoever kept the book. None where nobody knows.</summary>
        public IReadOnlyList<Origin> Origins { get; init; } = [];

        /// <summary>Under what it came in: all of them are needed.</summary>
        public IReadOnlyList<FoundationId> Legal { get; init; } = [];

        /// <summary>Who can say that it is what it seems: all of them are needed.</summary>
        public IReadOnlyList<FoundationId> Factual { get; init; } = [];

        /// <summary>What it shows; null to say that later.</summary>
        public CiteObject.Shown? Shown { get; init; }
    }

    /// <summary>Enters it.</summary>
    /// <returns>Its number; <c>cases.not-found</c>, <c>exhibits.title-missing</c>, <c>exhibits.names-unknown</c>, <c>rows.exists</c> when somebody took the number in the same moment, those of <see cref="CiteObject.Show"/>.</returns>
    public Task<Result<int>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return store.Do<int>(Acts.ObjectEntered, command.Case, actor, async (work, found) =>
        {
            if (string.IsNullOrWhiteSpace(command.Title))
            {
                return Error.Invalid("exhibits.title-missing");
            }

            var foundations = await work.Db.Foundations.Where(f => f.CaseId == found.Id).Select(f => f.Id).ToListAsync(cancel);
            var people = await work.Db.People.Where(p => p.CaseId == found.Id).Select(p => p.Id).ToListAsync(cancel);
            if (!command.Legal.Concat(command.Factual).All(foundations.Contains) || !command.Origins.Select(origin => origin.Person).OfType<PersonId>().All(people.Contains))
            {
                return Error.Invalid("exhibits.names-unknown");
            }

            var exhibit = new Exhibit
            {
                Id = new ExhibitId(Guid.CreateVersion7()),
                CaseId = found.Id,
                Number = await work.NextNumber<Exhibit>(found.Id, cancel),
                Title = command.Title.Trim(),
                Origins = [.. command.Origins.Where(origin => origin.Person is not null || !string.IsNullOrWhiteSpace(origin.Name)).Select(origin => origin with { Name = origin.Name.Trim() }).Distinct()],
                Legal = [.. command.Legal.Distinct()],
                Factual = [.. command.Factual.Distinct()],
            };
            work.Add(exhibit);
            if (command.Shown is { } shown && (await CiteObject.Show(work, exhibit, shown, cancel)).Error is { } wrong)
            {
                return wrong;
            }

            return exhibit.Number;
        }, cancel);
    }
}
