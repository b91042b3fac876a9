using System.Globalization;

namespace Onus.Ingest.Tests;

/// <summary>
/// Cultures in which whoever parses or writes by the culture gets something else. Made by hand: the program runs without the system's tables of cultures,
/// and so do its tests.
/// </summary>
internal static class Foreign
{
    /// <summary>Commas for decimals and days first; Arabic signs and years first; a minus that is no hyphen, months first.</summary>
    public static IReadOnlyList<CultureInfo> Cultures { get; } =
    [
        Of(',', '.', "-", ".", "dd.MM.yyyy", "HH:mm"),
        Of('\u066B', '\u066C', "\u061C-", "/", "yyyy/M/d", "h:mm tt"),
        Of('.', '\u202F', "\u2212", "-", "M-d-yyyy", "tt h.mm"),
    ];

    /// <summary>Does something under each of them.</summary>
    public static void Each(Action work)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        foreach (var culture in Cultures)
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
            try
            {
                work();
            }
            finally
            {
                (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
            }
        }
    }

    private static CultureInfo Of(char point, char group, string minus, string dateSign, string date, string time)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = culture.NumberFormat.CurrencyDecimalSeparator = point.ToString();
        culture.NumberFormat.NumberGroupSeparator = culture.NumberFormat.CurrencyGroupSeparator = group.ToString();
        culture.NumberFormat.NegativeSign = minus;
        culture.DateTimeFormat.DateSeparator = dateSign;
        culture.DateTimeFormat.TimeSeparator = ".";
        culture.DateTimeFormat.ShortDatePattern = date;
        culture.DateTimeFormat.ShortTimePattern = time;
        culture.DateTimeFormat.AMDesignator = "vorm.";
        culture.DateTimeFormat.PMDesignator = "nachm.";
        culture.DateTimeFormat.MonthNames = [.. Enumerable.Range(1, 12).Select(month => "mois" + (char)('a' + month)), ""];
        culture.DateTimeFormat.AbbreviatedMonthNames = [.. Enumerable.Range(1, 12).Select(month => "m" + (char)('a' + month)), ""];
        return culture;
    }
}

public sealed class ForeignTests
{
    [Fact]
    public void Whoever_goes_by_the_culture_is_found_out()
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        Foreign.Each(() =>
        {
#pragma warning disable CA1305, MA0011 // What is banned elsewhere is what is looked at.
            told.Add((-1234.5).ToString("N1") + new DateTime(2025, 5, 3, 18, 6, 0, DateTimeKind.Utc).ToString("g"));
#pragma warning restore CA1305, MA0011
        });
        Assert.Equal(["-1.234,503.05.2025 18.06", "\u061C-1\u066C234\u066B52025/5/3 6.06 nachm.", "\u22121\u202F234.55-3-2025 nachm. 6.06"], told);
    }

    [Fact]
    public void The_tests_run_without_the_tables_of_cultures_as_the_program_does() =>
        Assert.True(AppContext.TryGetSwitch("System.Globalization.Invariant", out var invariant) && invariant);
}
