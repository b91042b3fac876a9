using System.Globalization;
using Onus.Ingest.Tables;

namespace Onus.Casework.Files;

/// <summary>What stands in the fields about the columns of a bank's table before anybody typed. A person sees it and confirms it or not.</summary>
/// <param name="Name">Name of the profile: what the table itself calls its columns. Other cases of the unit see names of profiles, and a name of a file may hold that of somebody whom nobody knows yet. Empty for none.</param>
/// <param name="Holder">In whose name the account is, as every file of the group says it; empty for none.</param>
/// <param name="Currency">ISO 4217 code that the files say or, where they say none, that of the country of the case's law; empty for none.</param>
/// <param name="MayBeOfTheCountry">Whether the files say no currency, and nothing speaks against that of the country.</param>
public sealed record ProposedProfile(string Name, string Holder, string Currency, bool MayBeOfTheCountry)
{
    /// <summary>Nothing is proposed.</summary>
    public static readonly ProposedProfile None = new("", "", "", false);

    /// <summary>What is proposed for files that are read by one profile.</summary>
    /// <param name="tables">How each of the files looks as a table; at least one.</param>
    /// <param name="taken">Names of profiles that are there already, and that are proposed for other files.</param>
    public static ProposedProfile Of(IReadOnlyList<ProfileSuggestion> tables, IReadOnlyCollection<string> taken)
    {
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentNullException.ThrowIfNull(taken);
        // A table with a comma in its sums is of a country where that is written: then that of the law says nothing.
        var silent = tables.All(table => table.Currency is null && !table.Columns.ContainsKey("currency-column") && table.DecimalSign != ',');
        return new(NameOf(tables[0], taken), Same(tables.Select(table => table.Holder)) ?? "", Same(tables.Select(table => table.Currency)) ?? "", silent);
    }

    /// <summary>The same, in a country.</summary>
    /// <param name="currency">What the country of the case's law pays in; null where its law does not say.</param>
    public ProposedProfile In(string? currency) => MayBeOfTheCountry ? this with { Currency = currency ?? "" } : this;

    private static string? Same(IEnumerable<string?> of) => of.Distinct(StringComparer.Ordinal).Take(2).ToList() is [{ } only] ? only : null;

    // All files of the question have one head.
    private static string NameOf(ProfileSuggestion table, IReadOnlyCollection<string> taken)
    {
        var name = string.Join(", ", table.KnownHead);
        var free = name;
        for (var number = 2; name.Length > 0 && taken.Contains(free, StringComparer.OrdinalIgnoreCase); number++)
        {
            free = string.Create(CultureInfo.InvariantCulture, $"{name} {number}");
        }

        return free;
    }
}
