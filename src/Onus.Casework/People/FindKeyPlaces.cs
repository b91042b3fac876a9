using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Onus.Domain.Cases;
using Onus.Domain.People;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.People;

/// <summary>Where the keys of survivors and defendants stand while something is cited: in the order in which the log tells that they became one.</summary>
public sealed class FindKeyPlaces(OnusStore store)
{
    // Every act by which somebody comes to a case or to another part in it.
    private static readonly string[] Acts = ["practice-case-opened", "person-added", "person-changed", "person-split", "people-merged"];

    /// <summary>Finds them.</summary>
    /// <param name="reference">Short name of the case.</param>
    /// <param name="actor">Who cites.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>As <see cref="KeyPlaces.Of"/>; <c>cases.not-found</c>.</returns>
    public async Task<Result<IReadOnlyDictionary<KeyPart, int>>> Handle(string reference, Actor actor, CancellationToken cancel)
    {
        await using var work = store.Begin(actor);
        var found = await work.Db.Cases.FirstOrDefaultAsync(c => c.Ref == reference, cancel);
        if (found is null)
        {
            return Error.NotFound("cases.not-found", ("case", reference));
        }

        var people = await work.Db.People.Where(person => person.CaseId == found.Id).ToListAsync(cancel);
        var told = await work.Db.Log.Where(entry => entry.CaseId == found.Id && Acts.Contains(entry.Kind))
            .Join(work.Db.LogPayloads, entry => entry.Sequence, payload => payload.Sequence, (_, payload) => payload).OrderBy(payload => payload.Sequence).Select(payload => payload.Json).ToListAsync(cancel);
        var became = told.SelectMany(json => JsonNode.Parse(json)?["rows"] as JsonArray ?? []).Where(row => (string?)row?["row"] == nameof(Person)).SelectMany(row => Parts(row!["after"])).Distinct().ToList();
        return KeyPlaces.Of(people, became);
    }

    private static IEnumerable<KeyPart> Parts(JsonNode? person) => Guid.TryParse((string?)person?["id"], out var id) && person["roles"] is JsonArray roles
        ? KeyPlaces.Parts.Where(part => roles.Any(role => (string?)role == part.ToString())).Select(part => new KeyPart(new PersonId(id), part))
        : [];
}
