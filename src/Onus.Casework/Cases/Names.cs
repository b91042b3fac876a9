using System.Security.Cryptography;
using System.Text;
using Onus.Domain.People;
using Onus.Domain.Shared;

namespace Onus.Casework.Cases;

/// <summary>Someone whom records name: a person of the case, or a name as the source writes it.</summary>
/// <param name="Person">The person; null where the case knows nobody by this name.</param>
/// <param name="Shown">Pseudonym, or the name as the source writes it.</param>
/// <param name="Key">A short key for addresses, which says nothing about the name itself.</param>
public sealed record Named(PersonId? Person, string Shown, string Key);

/// <summary>Who is meant by the names, numbers and accounts in the records of one case, however their letters are composed.</summary>
public sealed class Names
{
    private readonly Dictionary<string, Person> byAlias = new(StringComparer.Ordinal);

    /// <summary>The names under which the case knows its people.</summary>
    public Names(IEnumerable<Person> people)
    {
        ArgumentNullException.ThrowIfNull(people);
        foreach (var person in people)
        {
            byAlias.TryAdd(FoldedName.Spelling(person.Pseudonym), person);
            foreach (var alias in person.Aliases)
            {
                byAlias.TryAdd(FoldedName.Spelling(alias), person);
            }
        }
    }

    /// <summary>Who a name in a record is.</summary>
    public Named Of(string raw) => byAlias.TryGetValue(FoldedName.Spelling(raw), out var person) ? Of(person) : new Named(null, raw, KeyOf(FoldedName.Spelling(raw)));

    /// <summary>The names under which the case knows whoever a name in a record is; that name alone where it knows nobody.</summary>
    public IReadOnlyList<string> SpellingsOf(string raw) => byAlias.TryGetValue(FoldedName.Spelling(raw), out var person) ? [.. person.Aliases, person.Pseudonym, raw] : [raw];

    /// <summary>A person of the case.</summary>
    public static Named Of(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return new Named(person.Id, person.Pseudonym, "p" + person.Id.Value.ToString("N"));
    }

    /// <summary>The name for people to read; null stays null.</summary>
    public string? Shown(string? raw) => raw is null ? null : Of(raw).Shown;

    /// <summary>Those of the given names that a key means, as the sources write them.</summary>
    public IReadOnlyList<string> Behind(string key, IEnumerable<string> names) =>
        [.. names.Where(name => Of(name).Key == key)];

    private static string KeyOf(string raw) => "n" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(raw)))[..16];
}
