using System.Text.RegularExpressions;
using Onus.Domain.People;
using Onus.Domain.Shared;

namespace Onus.Domain.Requests;

/// <summary>What a case must not tell a reader outside: the words that would tell it.</summary>
/// <param name="Title">Title of the case.</param>
/// <param name="People">Everybody in the case.</param>
/// <param name="Law">Titles, citations and elements of the offences of the country.</param>
/// <param name="Stems">Beginnings of words that say what kind of case it is, in the language of the letters.</param>
public sealed record CaseWords(string Title, IReadOnlyCollection<Person> People, IEnumerable<string> Law, IReadOnlyCollection<string> Stems);

/// <summary>
/// What a request may say to its reader. Somebody outside gets reference, item, number, period and authority: they may know the defendant, and what they
/// learn of a survivor is told further.
/// </summary>
public static class LetterRules
{
    // A shorter text of the law, such as "work", is everybody's word.
    private const int Telling = 6;

    /// <summary>Why a request may not be written as it is.</summary>
    /// <param name="request">The request.</param>
    /// <param name="words">What must not be told outside.</param>
    /// <returns>
    /// <c>requests.kind-missing</c>, <c>requests.to-missing</c>, <c>requests.what-missing</c>, <c>requests.why-missing</c> (police), <c>requests.asks-missing</c>
    /// (survivor), <c>requests.period-order</c>; and for somebody outside <c>requests.names-person</c>, <c>requests.names-case</c>, <c>requests.names-law</c>, each with
    /// the <c>field</c>: <c>to</c>, <c>what</c>, <c>account</c>, <c>authority</c> or <c>why</c>. No error repeats a name of the files. Null where it may.
    /// </returns>
    public static Error? Refuse(EvidenceRequest request, CaseWords words)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(words);
        return request switch
        {
            { Kind: Addressee.Unknown } => Error.Invalid("requests.kind-missing"),
            _ when string.IsNullOrWhiteSpace(request.To) => Error.Invalid("requests.to-missing"),
            _ when string.IsNullOrWhiteSpace(request.What) => Error.Invalid("requests.what-missing"),
            { Kind: Addressee.Police } when string.IsNullOrWhiteSpace(request.Why) => Error.Invalid("requests.why-missing"),
            { Kind: Addressee.Survivor, Asks: null } => Error.Invalid("requests.asks-missing"),
            { From: { } from, Until: { } until } when until < from => Error.Invalid("requests.period-order"),
            { Kind: Addressee.ThirdParty } => Leak(request, words),
            _ => null,
        };
    }

    private static Error? Leak(EvidenceRequest request, CaseWords words)
    {
        foreach (var (field, text) in new[] { ("to", request.To), ("what", request.What), ("account", request.Account), ("authority", request.Authority), ("why", request.Why) })
        {
            // Whoever keeps records is the reader; the others are never named. A number is what the holder finds it by: a name without one is none.
            if (words.People.Where(person => !person.Roles.All(role => role == PersonRole.Custodian))
                .FirstOrDefault(person => Has(text, person.Pseudonym) || person.Aliases.Any(alias => (field != "account" || !alias.Any(char.IsAsciiDigit)) && Has(text, alias))) is { } named)
            {
                return Error.Invalid("requests.names-person", ("field", field), ("who", named.Pseudonym));
            }

            if (FoldedName.Names(text, words.Title))
            {
                return Error.Invalid("requests.names-case", ("field", field));
            }

            if (words.Law.FirstOrDefault(law => FoldedName.WordsOf(law).Sum(word => word.Length) >= Telling && FoldedName.Names(text, law)) is { } offence)
            {
                return Error.Invalid("requests.names-law", ("field", field), ("word", offence));
            }

            if (FoldedName.WordsOf(text).FirstOrDefault(word => words.Stems.Any(stem => word.StartsWith(stem, StringComparison.Ordinal))) is { } telling)
            {
                return Error.Invalid("requests.names-law", ("field", field), ("word", telling));
            }
        }

        return null;
    }

    // "Me" and "Bo" are names in many chats: so short a one is meant only as it is written.
    private static bool Has(string text, string name) => FoldedName.WordsOf(name).Sum(word => word.Length) >= 3
        ? FoldedName.Names(text, name)
        : name.Trim().Length > 1 && Regex.IsMatch(text, $@"(?<!\w){Regex.Escape(name.Trim())}(?!\w)", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}
