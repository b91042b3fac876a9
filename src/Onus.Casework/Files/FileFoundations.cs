using Microsoft.EntityFrameworkCore;
using Onus.Content;
using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Files;

/// <summary>The foundations to which answers about files lead: those the case has, or new ones in the same act, never the same one twice.</summary>
internal sealed class FileFoundations
{
    private readonly UnitOfWork work;
    private readonly CaseId caseId;
    private readonly List<Foundation> known;

    private FileFoundations(UnitOfWork work, CaseId caseId, List<Foundation> known)
    {
        this.work = work;
        this.caseId = caseId;
        this.known = known;
    }

    /// <summary>The foundations of a case.</summary>
    public static async Task<FileFoundations> Of(UnitOfWork work, CaseId id, CancellationToken cancel) =>
        new(work, id, await work.Db.Foundations.Where(f => f.CaseId == id).ToListAsync(cancel));

    /// <summary>All of them, those of this act too.</summary>
    public IReadOnlyList<Foundation> All => known;

    /// <summary>The one of this kind, name and person; added where there is none.</summary>
    public FoundationId Named(AnswerQuestions.NewFoundation wanted)
    {
        var (person, whose) = FoundationRules.Named(wanted.Kind, wanted.Person);
        return Get(new Foundation
        {
            Id = default,
            CaseId = caseId,
            Kind = wanted.Kind,
            Label = wanted.Label.Trim(),
            Person = person,
            Whose = whose,
            Legal = FoundationRules.DecidesAdmission(wanted.Kind),
        });
    }

    /// <summary>
    /// The foundation of what somebody gave without an order, or of what is open to everyone: one for each giver or place, and for each day where one is
    /// stated. Two people who give do not stand and fall together.
    /// </summary>
    public FoundationId Given(AnswerQuestions.Giving giving, PersonId? fromPerson, string from, IReadOnlyList<Person> people)
    {
        var person = giving.Person ?? (giving.Name.Length == 0 ? fromPerson : null);
        var name = people.FirstOrDefault(p => p.Id == person)?.Pseudonym ?? (giving.Name.Trim().Length > 0 ? giving.Name.Trim() : from.Trim());
        // What is open to everyone came through nobody's hand.
        return Named(new(giving.Kind, giving.Words(name, giving.On), giving.Kind == FoundationKind.HandedOver ? person : null));
    }

    /// <summary>The foundation that the first answer gives a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="cited">The exhibits out of the file.</param>
    /// <param name="people">The people of the case.</param>
    /// <param name="texts">The words of a foundation that is added.</param>
    /// <param name="add">Whether it is added where the case has none like it; otherwise, and where it can't be told, there is none.</param>
    /// <returns><c>files.which-device</c>, only where it is to be added.</returns>
    public Result<FoundationId?> Keeper(Material file, IReadOnlyList<Exhibit> cited, IReadOnlyList<Person> people, Texts texts, bool add)
    {
        if (Cases.Keeper.Wanted(file, people, texts) is not { } wanted)
        {
            return (FoundationId?)null;
        }

        var found = Cases.Keeper.Among(known, wanted, file, cited, people);
        return found.Error is { } several ? add ? several : (FoundationId?)null
            : found.Value is { } there ? there.Id
            : add ? Get(wanted) : (FoundationId?)null;
    }

    private FoundationId Get(Foundation wanted)
    {
        if (known.Find(f => f.Kind == wanted.Kind && IsSame(f)) is { } there)
        {
            return there.Id;
        }

        var added = wanted with { Id = new FoundationId(Guid.CreateVersion7()) };
        known.Add(added);
        work.Add(added);
        return added.Id;

        // Somebody who vouches is one whatever their foundation is called; a device that is called as one of the case's is that one, whoever's it is said to be there.
        bool IsSame(Foundation other) => wanted.Person is { } person && FoundationRules.RestsOnPerson(wanted.Kind) ? other.Person == person
            : other.Label == wanted.Label && (other.Person ?? other.Whose) is var named && (named == (wanted.Person ?? wanted.Whose) || (wanted is { Kind: FoundationKind.Device, Whose: null }));
    }
}
