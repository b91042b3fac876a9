using System.Globalization;
using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Ingest.Tables;

namespace Onus.Casework.Files;

/// <summary>What stands in the fields about the columns of a bank's table before anybody typed. A person sees it and confirms it or not.</summary>
/// <param name="Name">Name of the profile: the name of the file without whose account it is, since other cases of the unit see names of profiles. Empty for none.</param>
/// <param name="Holder">In whose name the account is, as every file of the group says it; empty for none.</param>
/// <param name="Currency">ISO 4217 code that the files say or, where they say none, that of the country of the case's law; empty for none.</param>
/// <param name="MayBeOfTheCountry">Whether the files say no currency, and nothing speaks against that of the country.</param>
public sealed record ProposedProfile(string Name, string Holder, string Currency, bool MayBeOfTheCountry)
{
    // Fewer digits are part of a bank's name: "Bank 24".
    private const int AccountDigits = 4;

    /// <summary>Nothing is proposed.</summary>
    public static readonly ProposedProfile None = new("", "", "", false);

    /// <summary>What is proposed for files that are read by one profile.</summary>
    /// <param name="files">The files, each with how it looks as a table.</param>
    /// <param name="people">The people of the case; no name of theirs becomes a part of the profile's.</param>
    /// <param name="taken">Names of profiles that are there already.</param>
    public static ProposedProfile Of(IReadOnlyList<(Material File, ProfileSuggestion Table)> files, IReadOnlyCollection<Person> people, IReadOnlyCollection<string> taken)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(taken);
        // A table with a comma in its sums is of a country where that is written: then that of the law says nothing.
        var silent = files.All(file => file.Table.Currency is null && !file.Table.Columns.ContainsKey("currencyColumn") && file.Table.DecimalSign != ',');
        return new(NameOf(files, people, taken), Same(files.Select(file => file.Table.Holder)) ?? "", Same(files.Select(file => file.Table.Currency)) ?? "", silent);
    }

    /// <summary>The same, in a country.</summary>
    /// <param name="currency">What the country of the case's law pays in; null where its law does not say.</param>
    public ProposedProfile In(string? currency) => MayBeOfTheCountry ? this with { Currency = currency ?? "" } : this;

    private static string? Same(IEnumerable<string?> of) => of.Distinct(StringComparer.Ordinal).Take(2).ToList() is [{ } only] ? only : null;

    private static string NameOf(IReadOnlyList<(Material File, ProfileSuggestion Table)> files, IReadOnlyCollection<Person> people, IReadOnlyCollection<string> taken)
    {
        var hidden = files.Select(file => file.Table.Holder).OfType<string>()
            .Concat(people.Where(person => Pseudonyms.Hides(person.Roles)).SelectMany(person => person.Aliases.Append(person.Pseudonym)))
            .SelectMany(FoldedName.WordsOf).Where(word => word.Length > 2).ToHashSet(StringComparer.Ordinal);
        var file = files.Select(of => of.File.Name).Order(StringComparer.Ordinal).First();
        var leaf = Path.GetFileNameWithoutExtension(file[(file.LastIndexOfAny(['/', '\\']) + 1)..]);
        var words = leaf.Split([' ', '_', '-', ',', '(', ')', '[', ']'], StringSplitOptions.RemoveEmptyEntries).ToList();
        // Behind the bank's name stands whose account it is: what is left of that, an initial, a "LLC" or a number, tells nothing without it.
        var from = words.FindIndex(word => FoldedName.WordsOf(word).Any(hidden.Contains));
        if (from >= 0)
        {
            words = [.. words.Take(from).Reverse().SkipWhile(word => word.TrimEnd('.').Length <= 1).Reverse()];
        }

        var name = string.Join(' ', words.Where(word => word.Count(char.IsDigit) < AccountDigits && !(words.Count > 1 && word.All(char.IsDigit) && word == words[^1])));
        if (!name.Any(char.IsLetter))
        {
            return "";
        }

        var free = name;
        for (var number = 2; taken.Contains(free, StringComparer.OrdinalIgnoreCase); number++)
        {
            free = string.Create(CultureInfo.InvariantCulture, $"{name} {number}");
        }

        return free;
    }
}
