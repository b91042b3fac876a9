using Onus.Domain.People;
using Onus.Domain.Shared;

namespace Onus.Domain.Requests;

/// <summary>What a case must not tell a reader outside: the words that would tell it.</summary>
/// <param name="Title">Title of the case.</param>
/// <param name="People">Everybody in the case.</param>
/// <param name="Law">Titles, citations and elements of the offences of the country.</param>
/// <param name="Stems">Beginnings of words that say what kind of case it is, in the language of the letters.</param>
public sealed record CaseWords(string Title, IReadOnlyCollection<Person> People, IEnumerable<string> Law, IReadOnlyCollection<string> Stems)
{
    /// <summary>Titles of the offences alone: each word of theirs that is not everyday tells what the case is about.</summary>
    public IReadOnlyCollection<string> Offences { get; init; } = [];

    /// <summary>Words that every letter has and that tell nothing, though a law or a name may have them, in the language of the letters.</summary>
    public IReadOnlySet<string> Everyday { get; init; } = new HashSet<string>();

    /// <summary>Words that only join others: "of", "the".</summary>
    public IReadOnlySet<string> Joining { get; init; } = new HashSet<string>();

    /// <summary>Words before a name: "Mr". After one, an everyday word is a name.</summary>
    public IReadOnlySet<string> BeforeNames { get; init; } = new HashSet<string>();
}

/// <summary>
/// What a request may say to its reader. Somebody outside gets reference, item, number, period and authority: they may know the defendant, and what they
/// learn of a survivor is told further.
/// </summary>
public static class LetterRules
{
    /// <summary>Why a request may not be written as it is.</summary>
    /// <param name="request">The request.</param>
    /// <param name="words">What must not be told outside.</param>
    /// <returns>
    /// <c>requests.kind-missing</c>, <c>requests.to-missing</c>, <c>requests.what-missing</c>, <c>requests.why-missing</c> (police), <c>requests.asks-missing</c>
    /// (survivor), <c>requests.period-order</c>; and for somebody outside <c>requests.names-person</c>, <c>requests.names-word</c> for one word of a name, <c>requests.names-case</c> for the title of the case or words of it that stand side by side,
    /// <c>requests.names-law</c>, each with the <c>field</c>: <c>to</c>, <c>what</c>, <c>account</c>, <c>authority</c> or <c>why</c>. No error repeats more of a
    /// name than the <c>word</c> that was typed. Null where it may.
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
            // Whoever keeps records is the reader; the others are never named.
            if (LetterNames.Refuse(field, text, words.People.Where(person => !IsReader(person)), words) is { } named)
            {
                return named;
            }

            if (FoldedName.Names(text, words.Title)
                || LetterLaw.PartOf(words.Title, text, words) is { } part && !words.People.Any(person => IsReader(person) && FoldedName.Names(person.Pseudonym, part)))
            {
                return Error.Invalid("requests.names-case", ("field", field));
            }

            if (LetterLaw.Telling(text, words) is { } telling)
            {
                return Error.Invalid("requests.names-law", ("field", field), ("word", telling));
            }
        }

        return null;
    }

    private static bool IsReader(Person person) => person.Roles.All(role => role == PersonRole.Custodian);
}
