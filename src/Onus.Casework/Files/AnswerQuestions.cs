using Microsoft.EntityFrameworkCore;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Log;

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

        /// <summary>Translated by whom; null where nothing was translated.</summary>
        public FoundationId? Translated { get; init; }

        /// <summary>Translated by whom, where the case has no such foundation yet: it is added in the same act.</summary>
        public NewFoundation? TranslatedNew { get; init; }

        /// <summary>Device, examiner, custodian, where these matter.</summary>
        public IReadOnlyList<FoundationId> Factual { get; init; } = [];

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
    /// <param name="Person">The person on whom it rests, where there is one.</param>
    public sealed record NewFoundation(FoundationKind Kind, string Label, PersonId? Person = null);

    /// <summary>Records the answers.</summary>
    /// <returns>
    /// <c>cases.not-found</c>, <c>files.not-found</c>, <c>files.from-missing</c>, <c>files.obtained-missing</c>, <c>files.scope-reversed</c>,
    /// <c>files.statement-of-nobody</c>, <c>files.names-nobody</c>, <c>files.read-already</c>, <c>rows.changed-meanwhile</c>, <c>foundations.not-found</c>, <c>foundations.label-missing</c>.
    /// </returns>
    public async Task<Result<int>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        await using var work = store.Begin(actor);
        var found = await work.Db.Cases.FirstOrDefaultAsync(c => c.Ref == command.Case, cancel);
        if (found is null)
        {
            return Error.NotFound("cases.not-found", ("case", command.Case));
        }

        if (await Refuse(command, work.Db, found.Id, cancel) is { } refusal)
        {
            return refusal;
        }

        var files = await work.Db.Materials.Where(m => m.CaseId == found.Id && command.Files.Contains(m.Id)).ToListAsync(cancel);
        if (files.Count == 0 || files.Count != command.Files.Distinct().Count())
        {
            return Error.NotFound("files.not-found");
        }

        if (command.Unanswered && files.Exists(m => m.Obtained is not null))
        {
            return Error.Conflict("rows.changed-meanwhile");
        }

        if (files.FirstOrDefault(m => m.Status == MaterialStatus.Read) is { } read)
        {
            // Records and exhibits already stand on these answers: changing them silently would move the ground under them.
            return Error.Invalid("files.read-already", ("file", read.Title));
        }

        var people = await work.Db.People.Where(p => p.CaseId == found.Id).ToListAsync(cancel);
        if (command.FromNamed && files.FirstOrDefault(m => NamedPerson.Of(m.Name, people) is null) is { } nobodys)
        {
            return Error.Invalid("files.names-nobody", ("file", nobodys.Title));
        }

        var obtained = command.Obtained ?? AddFoundation(work, found.Id, command.ObtainedNew!);
        var translated = command.Translated ?? (command.TranslatedNew is { } interpreter ? AddFoundation(work, found.Id, interpreter) : null);
        foreach (var file in files)
        {
            var from = command.FromNamed ? NamedPerson.Of(file.Name, people)!.Id : command.FromPerson;
            work.Change(file, file with
            {
                Title = string.IsNullOrWhiteSpace(command.Title) ? file.Title : command.Title.Trim(),
                FromPerson = from,
                From = from is null ? command.From.Trim() : "",
                Statement = command.Statement,
                Obtained = obtained,
                Translated = translated,
                Factual = command.Factual,
                ScopeFrom = command.ScopeFrom,
                ScopeTo = command.ScopeTo,
                ScopePeople = command.ScopePeople,
                Status = MaterialStatus.Held,
            });
        }

        var done = await work.Commit(new LogEvent(found.Id, Side.Record, "questions-answered"), cancel);
        return done.IsOk ? files.Count : done.Error!;
    }

    private static async Task<Error?> Refuse(Command command, Store.Database.OnusContext db, CaseId id, CancellationToken cancel)
    {
        if (command.FromPerson is null && !command.FromNamed && string.IsNullOrWhiteSpace(command.From))
        {
            return Error.Invalid("files.from-missing");
        }

        if (command.Statement && command.FromPerson is null && !command.FromNamed)
        {
            return Error.Invalid("files.statement-of-nobody");
        }

        if (command.Obtained is null && (command.ObtainedNew is not { } added || !FoundationRules.DecidesAdmission(added.Kind)))
        {
            return Error.Invalid("files.obtained-missing");
        }

        if (command.Obtained is null && string.IsNullOrWhiteSpace(command.ObtainedNew!.Label))
        {
            return Error.Invalid("foundations.label-missing");
        }

        if (command.ScopeFrom > command.ScopeTo)
        {
            return Error.Invalid("files.scope-reversed");
        }

        var named = command.Factual.Concat(command.Obtained is { } o ? [o] : []).Concat(command.Translated is { } t ? [t] : []).Distinct().ToList();
        var known = await db.Foundations.CountAsync(f => f.CaseId == id && named.Contains(f.Id), cancel);
        var people = new[] { command.FromPerson, command.TranslatedNew?.Person, command.ObtainedNew?.Person }.OfType<PersonId>().Distinct().ToList();
        var knownPeople = await db.People.CountAsync(p => p.CaseId == id && people.Contains(p.Id), cancel);
        return known == named.Count && knownPeople == people.Count ? null : Error.NotFound("foundations.not-found");
    }

    private static FoundationId? AddFoundation(UnitOfWork work, CaseId id, NewFoundation added)
    {
        var foundation = new Foundation
        {
            Id = new FoundationId(Guid.CreateVersion7()),
            CaseId = id,
            Kind = added.Kind,
            Label = added.Label.Trim(),
            Person = added.Person,
            Legal = FoundationRules.DecidesAdmission(added.Kind),
        };
        work.Add(foundation);
        return foundation.Id;
    }
}
