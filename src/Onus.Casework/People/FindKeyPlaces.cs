using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Onus.Domain.People;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.People;

/// <summary>Where the keys of survivors and defendants stand while something is cited: in the order in which the log tells that they became one.</summary>
public sealed class FindKeyPlaces(OnusStore store)
{
    // Every act by which somebody comes to a case or to another part in it.
    private static readonly Act[] Coming = [Acts.PracticeCaseOpened, Acts.PersonAdded, Acts.PersonChanged, Acts.PersonSplit, Acts.PeopleMerged];

    /// <summary>Finds them.</summary>
    /// <param name="reference">Short name of the case.</param>
    /// <param name="actor">Who cites.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>As <see cref="KeyPlaces.Of"/>; <c>cases.not-found</c>.</returns>
    public Task<Result<IReadOnlyDictionary<KeyPart, int>>> Handle(string reference, Actor actor, CancellationToken cancel)
    {
        return store.See<IReadOnlyDictionary<KeyPart, int>>(reference, actor, async (work, found) =>
        {
            var people = await work.Db.People.Where(person => person.CaseId == found.Id).ToListAsync(cancel);
            var became = (await work.Db.Told<Person>(found.Id, Coming, after: -1, cancel)).SelectMany(row => Parts(row.After)).Distinct().ToList();
            return KeyPlaces.Of(people, became);
        }, cancel);
    }

    private static IEnumerable<KeyPart> Parts(JsonNode? person) => Guid.TryParse((string?)person?["id"], out var id) && person["roles"] is JsonArray roles
        ? KeyPlaces.Parts.Where(part => roles.Any(role => (string?)role == part.ToString())).Select(part => new KeyPart(new PersonId(id), part))
        : [];
}
