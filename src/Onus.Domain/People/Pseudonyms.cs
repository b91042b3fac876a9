using System.Collections.Frozen;
using Onus.Domain.Shared;

namespace Onus.Domain.People;

/// <summary>Whether a name may stand for a person on every screen and paper. It must say nothing about who it is.</summary>
public static class Pseudonyms
{
    /// <summary>
    /// Words of parts and trades, of which pseudonyms are made: "Survivor B", "Bank custodian 1". They are nobody's name. A word that is not here makes the
    /// check stricter and never laxer: then a name counts as real where the files use it.
    /// </summary>
    private static readonly FrozenSet<string> Roles = FrozenSet.ToFrozenSet(
        ("a of the an in at for and no nr number unknown person man woman male female adult child minor girl boy youth mother father parent guardian sister brother sibling "
        + "aunt uncle cousin husband wife spouse partner son daughter relative family friend neighbour neighbor survivor victim complainant witness defendant suspect accused "
        + "offender officer inspector detective investigator police agent constable sergeant prosecutor counsel lawyer solicitor attorney judge advocate social worker labourer "
        + "laborer employee employer foreman supervisor manager owner boss director clerk cashier driver courier pilot sailor fisher farmer picker cook cleaner maid nanny carer "
        + "nurse doctor dentist teacher student pupil dancer singer model waiter waitress bartender barmaid masseur masseuse guest customer client buyer seller broker recruiter "
        + "trafficker smuggler landlord landlady tenant lodger housekeeper guard doorman receptionist bookkeeper accountant banker bank custodian keeper operator company hotel "
        + "hospital school interpreter translator expert examiner analyst mechanic builder carpenter mason tailor seamstress weaver shopkeeper informant source caller member "
        + "gate immigration register leader mentor tip tipster reporter journalist priest imam minister").Split(' '),
        StringComparer.Ordinal);

    // "de", "al": many names have them and none is known by them.
    private const int LongEnough = 3;

    // In a shorter word one letter makes another word.
    private const int LongEnoughToMistype = 5;

    /// <summary>Why a name may not be a pseudonym.</summary>
    /// <param name="proposed">The name as typed.</param>
    /// <param name="itself">The person who is to bear it; null for a new one.</param>
    /// <param name="roles">What the person is in the case.</param>
    /// <param name="people">Everybody in the case.</param>
    /// <param name="recorded">Names in the records of the case, and those under which this person is to be known.</param>
    /// <returns>
    /// <c>people.pseudonym-missing</c>, <c>people.pseudonym-taken</c>, <c>people.alias-taken</c>, <c>people.pseudonym-real</c>; <c>people.pseudonym-survivor</c> where
    /// a name that is no secret has a survivor's in it; null where it may. No error repeats a name of the files.
    /// </returns>
    public static Error? Refuse(string proposed, PersonId? itself, IReadOnlyCollection<PersonRole> roles, IReadOnlyCollection<Person> people, IEnumerable<string> recorded)
    {
        ArgumentNullException.ThrowIfNull(proposed);
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(recorded);
        var words = FoldedName.WordsOf(proposed);
        if (words.Count == 0)
        {
            return Error.Invalid("people.pseudonym-missing");
        }

        if (people.FirstOrDefault(p => p.Id != itself && FoldedName.Same(p.Pseudonym, proposed)) is { } other)
        {
            return Error.Invalid("people.pseudonym-taken", ("name", other.Pseudonym));
        }

        if (Spellings.OwnerOf(proposed, people.Where(p => p.Id != itself)) is { } owner)
        {
            return Error.Invalid("people.alias-taken", ("person", owner.Pseudonym));
        }

        return Hides(roles) ? IsReal(words, people.SelectMany(p => p.Aliases).Concat(recorded)) ? Error.Invalid("people.pseudonym-real") : null
            : IsReal(words, people.Where(p => p.Id != itself && p.Is(PersonRole.Survivor)).SelectMany(p => p.Aliases)) ? Error.Invalid("people.pseudonym-survivor")
            : null;
    }

    /// <summary>
    /// Whether who somebody is has to be hidden behind a pseudonym: survivors, witnesses and defendants, whatever else they are. A bank that keeps records, an
    /// officer, an expert, an interpreter sign with their names.
    /// </summary>
    /// <param name="roles">All that the person is; nobody has said yet where it is empty.</param>
    public static bool Hides(IReadOnlyCollection<PersonRole> roles)
    {
        ArgumentNullException.ThrowIfNull(roles);
        return roles.Count == 0 || roles.Any(role => role is PersonRole.Unknown or PersonRole.Survivor or PersonRole.Witness or PersonRole.Defendant);
    }

    /// <summary>Whether a pseudonym has a word that could be somebody's name. What is made of parts and numbers alone has none, and no file has to be asked.</summary>
    public static bool CouldBeReal(string pseudonym) => FoldedName.WordsOf(pseudonym).Any(IsTelling);

    /// <summary>Whether a pseudonym is a name of the files, or has a word of one in it, be it with a letter more, less or other.</summary>
    public static bool IsReal(string pseudonym, IEnumerable<string> recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return IsReal(FoldedName.WordsOf(pseudonym), recorded);
    }

    private static bool IsReal(IReadOnlyList<string> words, IEnumerable<string> recorded)
    {
        var telling = words.Where(IsTelling).ToHashSet(StringComparer.Ordinal);
        var whole = string.Concat(words);
        return telling.Count > 0 && recorded.Any(name =>
            FoldedName.WordsOf(name) is [_, ..] other && (string.Concat(other) == whole || other.Any(word => word.Length >= LongEnough && telling.Any(own => own == word || AreNear(own, word)))));
    }

    // The same name in another spelling: one letter more, less or other.
    private static bool AreNear(string one, string other)
    {
        var (longer, shorter) = one.Length >= other.Length ? (one, other) : (other, one);
        if (shorter.Length < LongEnoughToMistype || longer.Length - shorter.Length > 1)
        {
            return false;
        }

        var before = longer.AsSpan().CommonPrefixLength(shorter);
        return longer.AsSpan(before + 1).SequenceEqual(shorter.AsSpan(longer.Length == shorter.Length ? before + 1 : before));
    }

    /// <summary>The next pseudonyms of a part that nobody bears, in the order of the alphabet or of the numbers.</summary>
    /// <param name="name">The pseudonym with its mark: "Survivor A" from "A", "Witness 1" from "1".</param>
    /// <param name="letters">Whether the mark is a letter, and after Z the alphabet twice; else a number from 1.</param>
    /// <param name="count">How many; not negative.</param>
    /// <param name="people">Everybody in the case.</param>
    public static IReadOnlyList<string> Free(Func<string, string> name, bool letters, int count, IReadOnlyCollection<Person> people)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(people);
        var borne = people.SelectMany(person => person.Aliases.Append(person.Pseudonym)).Select(known => string.Concat(FoldedName.WordsOf(known))).ToHashSet(StringComparer.Ordinal);
        return [.. Enumerable.Range(0, int.MaxValue).Select(at => name(letters ? new string((char)('A' + (at % 26)), 1 + (at / 26)) : (at + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)))
            .Where(free => !borne.Contains(string.Concat(FoldedName.WordsOf(free)))).Take(count)];
    }

    /// <summary>Whether a word is of a part or a trade, as pseudonyms have them, and so nobody's name.</summary>
    /// <param name="word">The word, folded.</param>
    internal static bool IsPart(string word) => Roles.Contains(word);

    // A letter, a short number or the word of a part tells nothing about who it is; a long number is a telephone or an account.
    private static bool IsTelling(string word) => word.EnumerateRunes().Count() > 1 && !Roles.Contains(word) && !(word.Length <= 3 && word.All(char.IsAsciiDigit));
}
