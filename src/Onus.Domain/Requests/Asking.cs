using Onus.Domain.People;
using Onus.Domain.Shared;

namespace Onus.Domain.Requests;

/// <summary>Whom a request asks something, and whether they may be asked: whoever has withdrawn may not.</summary>
public static class Asking
{
    /// <summary>
    /// Whether a request asks something of a person: it says so, or it is addressed to them by pseudonym or by a name under which the files know them
    /// ("the advocate of Survivor B"). What it asks for may well be about them and asks them nothing.
    /// </summary>
    public static bool Asks(EvidenceRequest request, Person person)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(person);
        return request.Asks == person.Id || AsksByName(request.To, person);
    }

    /// <summary>Why nothing may be asked: the person who is asked, or whom the address names, has withdrawn.</summary>
    /// <param name="to">To whom the request goes, in words.</param>
    /// <param name="asks">The person of the case who is asked; null for nobody.</param>
    /// <param name="people">Everybody in the case.</param>
    /// <returns><c>requests.withdrew</c>, or null.</returns>
    public static Error? Refuse(string to, PersonId? asks, IEnumerable<Person> people) =>
        people.FirstOrDefault(p => p.Wish == TestimonyWish.Withdraws && (p.Id == asks || AsksByName(to, p))) is { } withdrew
            ? Error.Invalid("requests.withdrew", ("who", withdrew.Pseudonym))
            : null;

    /// <summary>Whether the newest wish stops a request: it asks the person something, is not answered, and goes on so far.</summary>
    public static bool Stops(EvidenceRequest request, Person person)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Stopped.Length == 0 && request.IsOpen && Asks(request, person);
    }

    // A spelling of one or two letters stands in too many addresses to mean somebody.
    private static bool AsksByName(string to, Person person) =>
        person.Aliases.Where(alias => FoldedName.WordsOf(alias).Sum(word => word.Length) >= 3).Prepend(person.Pseudonym).Any(name => FoldedName.Names(to, name));
}
