using Microsoft.EntityFrameworkCore;
using Onus.Casework.Cases;
using Onus.Content;
using Onus.Domain.People;
using Onus.Domain.Requests;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.People;

/// <summary>One person of a case with their wishes and what is asked of them.</summary>
public sealed class OpenPerson(OnusStore store, Texts texts)
{
    /// <summary>The person.</summary>
    /// <param name="Person">The person.</param>
    /// <param name="Wishes">Their wishes, newest first.</param>
    /// <param name="Asked">Requests that ask them something, by number.</param>
    /// <param name="LooksReal">Whether the pseudonym is a name that the files write, or has a word of one in it.</param>
    /// <param name="Earlier">Texts that still name them by a pseudonym that they had before.</param>
    public sealed record Answer(Person Person, IReadOnlyList<WishEntry> Wishes, IReadOnlyList<EvidenceRequest> Asked, bool LooksReal, IReadOnlyList<NamingText> Earlier)
    {
        /// <summary>Texts that name a survivor by a name of the files, which no page and no paper is to tell.</summary>
        public IReadOnlyList<NamingText> Named { get; init; } = [];
    }

    /// <summary>Opens it.</summary>
    /// <returns><c>people.not-found</c>, also in a case that is not the actor's.</returns>
    public Task<Result<Answer>> Handle(string reference, PersonId id, Actor actor, CancellationToken cancel)
    {
        return store.See<Answer>(reference, actor, async (work, found) =>
        {
            var people = await work.Db.People.Where(p => p.CaseId == found.Id).ToListAsync(cancel);
            if (people.Find(p => p.Id == id) is not { } person)
            {
                return Error.NotFound("people.not-found");
            }

            var wishes = await work.Db.Wishes.Where(w => w.CaseId == person.CaseId && w.Person == id).ToListAsync(cancel);
            var requests = await work.Db.Requests.Where(r => r.CaseId == person.CaseId).OrderBy(r => r.Number).ToListAsync(cancel);
            // Most pseudonyms are made of parts and numbers, and a million records need not be asked about them.
            var hidden = Pseudonyms.Hides(person.Roles);
            var recorded = hidden && Pseudonyms.CouldBeReal(person.Pseudonym) ? await CasePeople.RecordedNames(work, person.CaseId, cancel) : [];
            var earlier = (await EarlierNames.Of(work, person.CaseId, people, cancel)).Where(name => name.Person.Id == id).Select(name => name.Name).ToList();
            return new Answer(
                person, Wishes.NewestFirst(wishes), [.. requests.Where(r => Asking.Asks(r, person))],
                hidden && Pseudonyms.IsReal(person.Pseudonym, people.SelectMany(p => p.Aliases).Concat(recorded)), await TextsNaming.Of(work, person.CaseId, earlier, cancel))
            {
                Named = person.Is(PersonRole.Survivor) ? await TextsNaming.Of(work, person, people, texts, cancel) : [],
            };
        }, cancel);
    }
}
