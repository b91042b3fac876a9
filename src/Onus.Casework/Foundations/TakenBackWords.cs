using Onus.Content;
using Onus.Domain.Evidence;
using Onus.Domain.People;

namespace Onus.Casework.Foundations;

/// <summary>What is said of a foundation that its giver took back. None of it says what the law makes of that.</summary>
public static class TakenBackWords
{
    /// <summary>That it was taken back, by whom and when: "Survivor B took “Consent to read the phone” back on 3 May 2025."</summary>
    /// <param name="foundation">A foundation that was taken back.</param>
    /// <param name="people">The people of the case.</param>
    /// <param name="texts">The screen texts.</param>
    public static string That(Foundation foundation, IReadOnlyList<Person> people, Texts texts)
    {
        ArgumentNullException.ThrowIfNull(foundation);
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(texts);
        var note = foundation.TakenBack!;
        var giver = people.FirstOrDefault(person => person.Id == (foundation.Whose ?? foundation.Person))?.Pseudonym;
        return texts.Format(
            (giver, note.SaidBy.Length > 0) switch
            {
                (null, false) => "foundations.taken-back.that",
                (null, true) => "foundations.taken-back.that-said",
                (_, false) => "foundations.taken-back.that-by",
                _ => "foundations.taken-back.that-by-said",
            },
            ("who", giver ?? ""), ("name", foundation.Label), ("day", note.On), ("said", note.SaidBy));
    }

    /// <summary>The same, and what counsel is asked.</summary>
    /// <param name="foundation">A foundation that asks counsel.</param>
    /// <param name="people">The people of the case.</param>
    /// <param name="texts">The screen texts.</param>
    public static string Asks(Foundation foundation, IReadOnlyList<Person> people, Texts texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return That(foundation, people, texts) + " " + texts.Format("foundations.taken-back.asks", ("status", texts["foundations.status." + foundation.Status.ToString().ToLowerInvariant()]));
    }
}
