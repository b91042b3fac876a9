using Onus.Domain.Shared;

namespace Onus.Domain.People;

/// <summary>A spelling, number or account in the records belongs to one person of the case.</summary>
public static class Spellings
{
    /// <summary>Whose a spelling is: a person's alias, or their pseudonym where the records write that; null for nobody's.</summary>
    public static Person? OwnerOf(string spelling, IEnumerable<Person> people)
    {
        ArgumentNullException.ThrowIfNull(people);
        var typed = FoldedName.Spelling(spelling);
        return people.FirstOrDefault(p => p.Aliases.Prepend(p.Pseudonym).Any(name => FoldedName.Spelling(name) == typed));
    }

    /// <summary>
    /// Spellings as the records write them, where only spaces around them or the way in which letters are composed were typed otherwise; else as typed. Each once
    /// and none empty.
    /// </summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="recorded">Names in the records.</param>
    public static IReadOnlyList<string> Of(IEnumerable<string> typed, IEnumerable<string> recorded)
    {
        var written = recorded.ToLookup(FoldedName.Spelling, StringComparer.Ordinal);
        return [.. typed.Select(FoldedName.Spelling).Where(s => s.Length > 0).SelectMany(s => written.Contains(s) ? written[s] : [s]).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Why a spelling cannot become a person's.</summary>
    /// <param name="spelling">The spelling.</param>
    /// <param name="itself">The person whose it is to be; null for a new one.</param>
    /// <param name="people">Everybody in the case.</param>
    /// <param name="notPeople">Names that somebody found to be no people.</param>
    /// <returns><c>people.alias-missing</c>, <c>people.alias-taken</c>, <c>people.alias-not-a-person</c>; null where it can.</returns>
    public static Error? Refuse(string spelling, PersonId? itself, IEnumerable<Person> people, IEnumerable<NotAPerson> notPeople)
    {
        ArgumentNullException.ThrowIfNull(people);
        var typed = FoldedName.Spelling(spelling);
        return typed.Length == 0 ? Error.Invalid("people.alias-missing")
            : OwnerOf(spelling, people) is { } owner && (owner.Id != itself || owner.Aliases.Any(a => FoldedName.Spelling(a) == typed))
                ? Error.Invalid("people.alias-taken", ("person", owner.Pseudonym))
            : notPeople.Any(n => FoldedName.Spelling(n.Name) == typed) ? Error.Invalid("people.alias-not-a-person")
            : null;
    }
}
