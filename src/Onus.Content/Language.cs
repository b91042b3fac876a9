using System.Globalization;

namespace Onus.Content;

/// <summary>
/// What Onus has to know about a language to write a sentence in it: its direction, how it groups digits, and which form
/// of a word goes with a count. The program runs without the machine's culture data, so the rules stand here.
/// </summary>
/// <remarks>
/// Plural forms are the CLDR cardinal categories for whole numbers
/// (https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html). A language joins by one line in <see cref="All"/>.
/// </remarks>
public sealed record Language
{
    private const string ThinSpace = "\u202F";

    private readonly Func<long, string> form;

    private Language(string code, Func<long, string> form, string[] forms, bool rightToLeft = false, string groupSeparator = ThinSpace)
    {
        Code = code;
        Forms = forms;
        RightToLeft = rightToLeft;
        GroupSeparator = groupSeparator;
        this.form = form;
    }

    /// <summary>Every language Onus can write in.</summary>
    public static IReadOnlyList<Language> All { get; } =
    [
        new("en", n => n == 1 ? "one" : "other", ["one", "other"], groupSeparator: ","),
        new("fr", n => n is 0 or 1 ? "one" : Millions(n) ? "many" : "other", ["one", "many", "other"]),
        new("es", n => n == 1 ? "one" : Millions(n) ? "many" : "other", ["one", "many", "other"]),
        new("pt", n => n is 0 or 1 ? "one" : Millions(n) ? "many" : "other", ["one", "many", "other"]),
        new("ar", Arabic, ["zero", "one", "two", "few", "many", "other"], rightToLeft: true),
        new("ru", Russian, ["one", "few", "many", "other"]),
        new("ne", n => n == 1 ? "one" : "other", ["one", "other"]),
    ];

    /// <summary>BCP 47 code: the folder under <c>content/languages</c> and the <c>lang</c> of the page.</summary>
    public string Code { get; }

    /// <summary>Whether lines run from right to left.</summary>
    public bool RightToLeft { get; }

    /// <summary>What stands between groups of three digits; outside English the thin space of ISO 80000-1, which no reader takes for a decimal sign.</summary>
    public string GroupSeparator { get; }

    /// <summary>The plural categories this language uses for whole numbers; a sentence with a count has one text for each.</summary>
    public IReadOnlyList<string> Forms { get; }

    /// <summary>The language with this code.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Onus has no plural rule for it.</exception>
    public static Language Of(string code) => All.FirstOrDefault(l => l.Code == code)
        ?? throw new ArgumentOutOfRangeException(nameof(code), code, "Onus has no plural rule for this language; add a line to Language.All.");

    /// <summary>The plural category of a count: zero, one, two, few, many or other. The sign does not matter.</summary>
    public string FormFor(long count) => form(count == long.MinValue ? long.MaxValue : Math.Abs(count));

    /// <summary>A whole number with its groups of digits.</summary>
    public string Number(long value)
    {
        var format = (NumberFormatInfo)NumberFormatInfo.InvariantInfo.Clone();
        format.NumberGroupSeparator = GroupSeparator;
        return value.ToString("N0", format);
    }

    private static bool Millions(long n) => n != 0 && n % 1_000_000 == 0;

    private static string Arabic(long n) => (n, n % 100) switch
    {
        (0, _) => "zero",
        (1, _) => "one",
        (2, _) => "two",
        (_, >= 3 and <= 10) => "few",
        (_, >= 11) => "many",
        _ => "other",
    };

    private static string Russian(long n) => (n % 10, n % 100) switch
    {
        (1, not 11) => "one",
        ( >= 2 and <= 4, < 12 or > 14) => "few",
        _ => "many",
    };
}
