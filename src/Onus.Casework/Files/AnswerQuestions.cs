using Microsoft.EntityFrameworkCore;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Files;

/// <summary>
/// The three questions about a file or a group of files: from whom, how obtained, translated by whom; and what the authority to read
/// covers. Nothing is read before they are answered.
/// </summary>
public sealed class AnswerQuestions(OnusStore store)
{
    /// <summary>The answers.</summary>
    public sealed record Command
    {
        /// <summary>Short name of the case.</summary>
        public required string Case { get; init; }

        /// <summary>The files.</summary>
        public required IReadOnlyList<MaterialId> Files { get; init; }

        /// <summary>A better title than the name of the file; null to leave it.</summary>
        public string? Title { get; init; }

        /// <summary>From whom, where it is a person of the case.</summary>
        public PersonId? FromPerson { get; init; }

        /// <summary>From whom, where each file is from the one person its name names. Not together with <see cref="FromPerson"/>.</summary>
        public bool FromNamed { get; init; }

        /// <summary>From whom, in words, where it is not.</summary>
        public string From { get; init; } = "";

        /// <summary>Whether it is what that person states, and so rests on their word.</summary>
        public bool Statement { get; init; }

        /// <summary>How obtained: one of the case's legal foundations.</summary>
        public FoundationId? Obtained { get; init; }

        /// <summary>How obtained, where the case has no such foundation yet: it is added in the same act. Not together with <see cref="Obtained"/>.</summary>
        public NewFoundation? ObtainedNew { get; init; }

        /// <summary>How obtained, where somebody gave it without an order: by whom and when. Not together with the two above.</summary>
        public Giving? Given { get; init; }

        /// <summary>Translated by whom; null where nothing was translated.</summary>
        public FoundationId? Translated { get; init; }

        /// <summary>Translated by whom, where the case has no such foundation yet: it is added in the same act.</summary>
        public NewFoundation? TranslatedNew { get; init; }

        /// <summary>Device, examiner, custodian, where these matter.</summary>
        public IReadOnlyList<FoundationId> Factual { get; init; } = [];

        /// <summary>Devices, examiners, keepers and finders that the case does not have yet: they are added in the same act.</summary>
        public IReadOnlyList<NewFoundation> FactualNew { get; init; } = [];

        /// <summary>First day that may be read.</summary>
        public DateOnly? ScopeFrom { get; init; }

        /// <summary>Last day that may be read.</summary>
        public DateOnly? ScopeTo { get; init; }

        /// <summary>Whether the person saw these files without answers: then answers that somebody else gave meanwhile stay.</summary>
        public bool Unanswered { get; init; }

        /// <summary>People whose records may be read, as the source writes them; empty for all.</summary>
        public IReadOnlyList<string> ScopePeople { get; init; } = [];
    }

    /// <summary>A foundation to add.</summary>
    /// <param name="Kind">What it is.</param>
    /// <param name="Label">Name on screens.</param>
    /// <param name="Person">The person on whom it rests or through whom it came, by its kind (<see cref="FoundationRules.RestsOnPerson"/>), where there is one.</param>
    public sealed record NewFoundation(FoundationKind Kind, string Label, PersonId? Person = null);

    /// <summary>Something given without an order, or found where everybody may look: one foundation for each giver or place, so that two do not stand and fall together.</summary>
    /// <param name="Person">By whom, where it is a person of the case; null with an empty name for whoever it is from.</param>
    /// <param name="Name">By whom, in words, where it is nobody of the case.</param>
    /// <param name="On">When; null where nobody says.</param>
    /// <param name="Words">The name of the foundation, from the name of the giver and the day.</param>
    /// <param name="Kind">Given, or open to everyone.</param>
    public sealed record Giving(PersonId? Person, string Name, DateOnly? On, Func<string, DateOnly?, string> Words, FoundationKind Kind = FoundationKind.HandedOver);

    /// <summary>Records the answers.</summary>
    /// <returns>
    /// <c>cases.not-found</c>, <c>files.not-found</c>, <c>files.from-missing</c>, <c>files.obtained-missing</c>, <c>files.scope-reversed</c>,
    /// <c>files.statement-of-nobody</c>, <c>files.names-nobody</c>, <c>files.read-already</c>, <c>rows.changed-meanwhile</c>, <c>foundations.not-found</c>, <c>foundations.label-missing</c>.
    /// </returns>
    public Task<Result<int>> Handle(Command command, Actor actor, CancellationToken cancel) => Handle([command], actor, cancel);

    /// <summary>Records several answers, each about files of its own, in one act.</summary>
    /// <returns>How many files; or an error as above, and nothing is recorded.</returns>
    public Task<Result<int>> Handle(IReadOnlyList<Command> commands, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(commands);
        return store.Do<int>(Acts.QuestionsAnswered, commands.Count > 0 ? commands[0].Case : "", actor, async (work, found) =>
        {
            var foundations = await FileFoundations.Of(work, found.Id, cancel);
            var people = await work.Db.People.Where(p => p.CaseId == found.Id).ToListAsync(cancel);
            var count = 0;
            foreach (var command in commands)
            {
                var answered = await Apply(work, command, found.Id, foundations, people, cancel);
                if (answered.Error is { } error)
                {
                    return error;
                }

                count += answered.Value;
            }

            return count;
        }, cancel);
    }

    private static async Task<Result<int>> Apply(
        UnitOfWork work, Command command, CaseId id, FileFoundations foundations, List<Domain.People.Person> people, CancellationToken cancel)
    {
        if (Refuse(command, foundations, people) is { } refusal)
        {
            return refusal;
        }

        var files = await work.Db.Materials.Where(m => m.CaseId == id && command.Files.Contains(m.Id)).ToListAsync(cancel);
        if (files.Count == 0 || files.Count != command.Files.Distinct().Count())
        {
            return Error.NotFound("files.not-found");
        }

        if (command.Unanswered && files.Exists(m => m.Obtained is not null))
        {
            return Error.Conflict("rows.changed-meanwhile");
        }

        if (FileToChange.RefuseContainer(files) is { } container)
        {
            return container;
        }

        if (files.FirstOrDefault(m => m.Status == MaterialStatus.Read) is { } read)
        {
            // Records and exhibits already stand on these answers: they are corrected, with a reason, and not merely answered again.
            return Error.Invalid("files.read-already", ("file", read.Title));
        }

        if (command.FromNamed && files.FirstOrDefault(m => NamedPerson.Of(m.Name, people) is null) is { } nobodys)
        {
            return Error.Invalid("files.names-nobody", ("file", nobodys.Title));
        }

        var answered = files.ConvertAll(file => work.Change(
            file, Answered(file, command, command.FromNamed ? NamedPerson.Of(file.Name, people)!.Id : command.FromPerson, foundations, people) with { Status = MaterialStatus.Held }));
        await AskForReading.Apply(work, answered, evenUnusable: false, cancel);
        return files.Count;
    }

    /// <summary>A file with answers, whose foundations are there or are added.</summary>
    internal static Material Answered(Material file, Command command, PersonId? from, FileFoundations foundations, IReadOnlyList<Domain.People.Person> people) => file with
    {
        Title = string.IsNullOrWhiteSpace(command.Title) ? file.Title : command.Title.Trim(),
        FromPerson = from,
        From = from is null ? command.From.Trim() : "",
        Statement = command.Statement,
        Obtained = command.Obtained
            ?? (command.Given is { } given ? foundations.Given(given, from, command.From, people) : foundations.Named(command.ObtainedNew!)),
        Translated = command.Translated ?? (command.TranslatedNew is { } interpreter ? foundations.Named(interpreter) : null),
        Factual = [.. command.Factual.Concat(command.FactualNew.Select(foundations.Named)).Distinct()],
        ScopeFrom = command.ScopeFrom,
        ScopeTo = command.ScopeTo,
        ScopePeople = command.ScopePeople,
    };

    /// <summary>What is wrong with answers, whatever the files; null where nothing is.</summary>
    internal static Error? Refuse(Command command, FileFoundations foundations, IReadOnlyList<Domain.People.Person> people)
    {
        if (command.FromPerson is null && !command.FromNamed && string.IsNullOrWhiteSpace(command.From))
        {
            return Error.Invalid("files.from-missing");
        }

        if (command.Statement && command.FromPerson is null && !command.FromNamed)
        {
            return Error.Invalid("files.statement-of-nobody");
        }

        if (command is { Obtained: null, Given: null } && (command.ObtainedNew is not { } added || !FoundationRules.DecidesAdmission(added.Kind)))
        {
            return Error.Invalid("files.obtained-missing");
        }

        if (new[] { command.Obtained is null && command.Given is null ? command.ObtainedNew : null, command.TranslatedNew }.Concat(command.FactualNew)
            .OfType<NewFoundation>().Any(f => string.IsNullOrWhiteSpace(f.Label)))
        {
            return Error.Invalid("foundations.label-missing");
        }

        if (command.ScopeFrom > command.ScopeTo)
        {
            return Error.Invalid("files.scope-reversed");
        }

        var named = command.Factual.Concat(new[] { command.Obtained, command.Translated }.OfType<FoundationId>());
        var persons = new[] { command.FromPerson, command.TranslatedNew?.Person, command.ObtainedNew?.Person, command.Given?.Person }.Concat(command.FactualNew.Select(f => f.Person)).OfType<PersonId>();
        return named.All(id => foundations.All.Any(f => f.Id == id)) && persons.All(id => people.Any(p => p.Id == id)) ? null : Error.NotFound("foundations.not-found");
    }
}
