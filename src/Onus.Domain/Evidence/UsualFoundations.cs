using Onus.Domain.People;
using Onus.Domain.Shared;

namespace Onus.Domain.Evidence;

/// <summary>What nearly every case relies on, by the people who are in it. A proposal: nothing is added before a person ticks it.</summary>
public static class UsualFoundations
{
    /// <summary>One of them.</summary>
    /// <param name="Kind">What it is.</param>
    /// <param name="Person">On whom it rests or through whom it comes, by its kind (<see cref="FoundationRules.RestsOnPerson"/>).</param>
    public readonly record struct Proposed(FoundationKind Kind, PersonId Person);

    /// <summary>
    /// The consent of each survivor, and of everybody else but a defendant who gave a phone; each keeper of records; each officer, who says what was found; each
    /// interpreter. Without those that the case has.
    /// </summary>
    /// <param name="people">The people of the case, in the order in which they are listed.</param>
    /// <param name="gavePhones">Whom the files name as the ones whose phone they come from.</param>
    /// <param name="there">The foundations of the case.</param>
    public static IReadOnlyList<Proposed> Of(IEnumerable<Person> people, IReadOnlySet<PersonId> gavePhones, IReadOnlyCollection<Foundation> there)
    {
        ArgumentNullException.ThrowIfNull(people);
        return [.. people.SelectMany(Kinds).Where(wanted => !there.Any(known => known.Kind == wanted.Kind && (known.Person == wanted.Person || known.Whose == wanted.Person)))];

        IEnumerable<Proposed> Kinds(Person person)
        {
            // A defendant's phone is seized; where it was given, that is no usual thing, and somebody enters it.
            if (person.Is(PersonRole.Survivor) || (gavePhones.Contains(person.Id) && !person.Is(PersonRole.Defendant)))
            {
                yield return new(FoundationKind.Consent, person.Id);
            }

            if (person.Is(PersonRole.Custodian))
            {
                yield return new(FoundationKind.Custodian, person.Id);
            }

            if (person.Is(PersonRole.Officer))
            {
                yield return new(FoundationKind.Witness, person.Id);
            }

            if (person.Is(PersonRole.Interpreter))
            {
                yield return new(FoundationKind.Interpreter, person.Id);
            }
        }
    }
}
