using Onus.Domain.Shared;

namespace Onus.Domain.People;

/// <summary>Somebody in a part that a citation can name: about whom it is, or by whom.</summary>
/// <param name="Person">Who.</param>
/// <param name="Part"><see cref="PersonRole.Survivor"/> or <see cref="PersonRole.Defendant"/>.</param>
public readonly record struct KeyPart(PersonId Person, PersonRole Part);

/// <summary>
/// In which place the key of each survivor and defendant stands while something is cited. A key means a person for as long as the case lasts: whoever comes
/// later, is renamed, merged or given another part moves nobody's.
/// </summary>
public static class KeyPlaces
{
    /// <summary>The parts that have a key.</summary>
    public static readonly IReadOnlyList<PersonRole> Parts = [PersonRole.Survivor, PersonRole.Defendant];

    /// <summary>The places, from 0.</summary>
    /// <param name="people">The people of the case.</param>
    /// <param name="became">Who became a survivor or a defendant, in that order, also those who are none any more: nobody else gets their place.</param>
    /// <returns>The place of each part. Those of whom nothing tells when they came stood there from the beginning, by their ids.</returns>
    public static Dictionary<KeyPart, int> Of(IEnumerable<Person> people, IReadOnlyCollection<KeyPart> became)
    {
        ArgumentNullException.ThrowIfNull(people);
        var first = people.OrderBy(person => person.Id.Value).SelectMany(person => Parts.Where(person.Is).Select(part => new KeyPart(person.Id, part))).Except(became);
        return first.Concat(became.Distinct()).Index().ToDictionary(part => part.Item, part => part.Index);
    }
}
