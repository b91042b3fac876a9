using Microsoft.EntityFrameworkCore;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Evidence;

/// <summary>
/// A translation of cited words and whose it is. The interpreter is a foundation of the exhibit: if the translation is rejected, whatever rests on
/// these words falls with it.
/// </summary>
/// <param name="Text">What the words mean; empty for none.</param>
/// <param name="By">A foundation of the case that is an interpreter, or a person of the case who is one; null for neither.</param>
/// <param name="Named">Somebody else by name or office; empty for nobody.</param>
public sealed record Interpreting(string Text, Guid? By = null, string Named = "")
{
    /// <summary>The names of those whose translation stands in an exhibit, as people read them.</summary>
    public static string Names(CaseSnapshot snapshot, Exhibit exhibit)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(exhibit);
        return string.Join(", ", snapshot.Foundations
            .Where(f => f.Kind == FoundationKind.Interpreter && exhibit.Factual.Contains(f.Id))
            .Select(f => snapshot.People.FirstOrDefault(p => p.Id == f.Person)?.Pseudonym ?? f.Label));
    }

    /// <summary>
    /// The exhibit with this translation, its interpreter in the place of the one before. Without words, the interpreter of the whole file is back. Whoever
    /// interpreted for the speaker stays: without them nobody knows what was said.
    /// </summary>
    /// <returns><c>translations.by-missing</c>, <c>translations.by-unknown</c>.</returns>
    internal async Task<Result<Exhibit>> On(Exhibit exhibit, Material? material, UnitOfWork work, CancellationToken cancel)
    {
        var foundations = await work.Db.Foundations.Where(f => f.CaseId == exhibit.CaseId && f.Kind == FoundationKind.Interpreter).ToListAsync(cancel);
        var others = exhibit.Factual.Except(Before(exhibit, material, foundations)).ToList();
        if (string.IsNullOrWhiteSpace(Text))
        {
            return exhibit.Translation.Length == 0 ? exhibit
                : exhibit with { Translation = "", Factual = [.. others.Union(material?.Translated is { } whole ? [whole] : Array.Empty<FoundationId>())] };
        }

        var interpreter = await Interpreter(foundations, exhibit.CaseId, work, cancel);
        return interpreter.Error is { } error ? error : exhibit with { Translation = Text.Trim(), Factual = [.. others.Union([interpreter.Value])] };
    }

    // Whose translation of these words is replaced: the passage's own or, where it has none yet, that of the whole file. Where several interpreters could be
    // the one, all stay until a person says on the exhibit who is not needed: to need one too many hides nothing.
    private static List<FoundationId> Before(Exhibit exhibit, Material? material, List<Foundation> interpreters)
    {
        var forTheSpeaker = interpreters.Where(f => (f.Person is not null && f.Person == material?.Taken?.Interpreter) || (material is { Statement: true } && f.Id == material.Translated));
        var candidates = interpreters.Where(f => exhibit.Factual.Contains(f.Id)).Except(forTheSpeaker).Select(f => f.Id).ToList();
        return exhibit.Translation.Length == 0 ? [.. candidates.Where(id => id == material?.Translated)] : candidates.Count == 1 ? candidates : [];
    }

    private async Task<Result<FoundationId>> Interpreter(List<Foundation> foundations, CaseId id, UnitOfWork work, CancellationToken cancel)
    {
        var name = Named.Trim();
        if (By is null && name.Length == 0)
        {
            return Error.Invalid("translations.by-missing");
        }

        // A name that is written is that of an interpreter of the case, where there is one: the same person is the same foundation.
        var interpreters = (await work.Db.People.Where(p => p.CaseId == id).ToListAsync(cancel)).Where(p => p.Is(PersonRole.Interpreter)).ToList();
        var person = interpreters.Find(p => By is { } by ? p.Id.Value == by : p.Pseudonym == name);
        var known = foundations.Find(f => f.Id.Value == By || (person is not null && f.Person == person.Id) || (By is null && f.Label == name));
        if (known is not null)
        {
            return known.Id;
        }

        if (By is not null && person is null)
        {
            return Error.Invalid("translations.by-unknown");
        }

        var added = new Foundation
        {
            Id = new FoundationId(Guid.CreateVersion7()),
            CaseId = id,
            Kind = FoundationKind.Interpreter,
            Label = person?.Pseudonym ?? name,
            Person = person?.Id,
        };
        work.Add(added);
        return added.Id;
    }
}
