using Onus.Domain.Requests;
using Onus.Domain.Shared;

namespace Onus.Domain.People;

/// <summary>A wish about testifying as somebody said it once. The newest decides; older ones stay.</summary>
public sealed record WishEntry : CaseRow
{
    /// <summary>Identity; of two wishes said on one day, the greater was noted later.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public override Side Side => Side.Record;

    /// <summary>Whose wish it is.</summary>
    public required PersonId Person { get; init; }

    /// <summary>The wish.</summary>
    public required TestimonyWish Wish { get; init; }

    /// <summary>The day on which it was said.</summary>
    public required DateOnly SaidOn { get; init; }

    /// <summary>Who said it, where it was not the person: a guardian, the advocate; empty where it was.</summary>
    public string SaidBy { get; init; } = "";

    /// <summary>To whom it was said.</summary>
    public required string SaidTo { get; init; }

    /// <summary>In which words, under which conditions; may be empty.</summary>
    public string Note { get; init; } = "";

    /// <summary>Who noted it here, by display name at that time.</summary>
    public required string NotedBy { get; init; }

    /// <summary>When it was noted, in UTC.</summary>
    public required DateTimeOffset NotedAt { get; init; }
}

/// <summary>What follows from the wishes of a person.</summary>
public static class Wishes
{
    /// <summary>The entries, newest first: by the day on which they were said, then as they were noted.</summary>
    public static IReadOnlyList<WishEntry> NewestFirst(IEnumerable<WishEntry> entries) =>
        [.. entries.OrderByDescending(e => e.SaidOn).ThenByDescending(e => e.NotedAt).ThenByDescending(e => e.Id)];

    /// <summary>The wish that decides; <see cref="TestimonyWish.NotRecorded"/> where none was noted.</summary>
    public static TestimonyWish Now(IEnumerable<WishEntry> entries) => NewestFirst(entries) is [var newest, ..] ? newest.Wish : TestimonyWish.NotRecorded;

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
    public static Error? RefuseAsking(string to, PersonId? asks, IEnumerable<Person> people) =>
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
