using System.Globalization;
using System.Text;
using System.Xml;

namespace Onus.Ingest.Documents;

/// <summary>How one level of a list is numbered (ECMA-376 part 1, 17.9.6).</summary>
internal sealed record DocxLevel(int Start, string Format, string Pattern, int? RestartsAfter, bool AllDecimal, string? Style);

/// <summary>The lists of a document (ECMA-376 part 1, 17.9) as its part of numbering defines them.</summary>
internal sealed class DocxLists
{
    private readonly Dictionary<string, Dictionary<int, DocxLevel>> patterns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> styleLinks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> linked = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Pattern, Dictionary<int, DocxLevel> Own, Dictionary<int, int> Starts)> lists = new(StringComparer.Ordinal);

    /// <summary>Reads the part of numbering.</summary>
    public static DocxLists Read(XmlReader xml)
    {
        var found = new DocxLists();
        xml.MoveToContent();
        while (!xml.EOF)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.IsWord() && xml.LocalName is "abstractNum" or "num")
            {
                found.Add(xml, xml.LocalName == "num");
            }
            else
            {
                xml.Read();
            }
        }

        return found;
    }

    /// <summary>Key of the pattern that a list counts with; lists of one pattern count on together. Null where there is no such list.</summary>
    public string? PatternOf(string list)
    {
        if (!lists.TryGetValue(list, out var found))
        {
            return null;
        }

        // A pattern may only name a style of lists, whose own pattern holds.
        return linked.TryGetValue(found.Pattern, out var style) && styleLinks.TryGetValue(style, out var other) ? other : found.Pattern;
    }

    /// <summary>A level of a list; null where it is not defined.</summary>
    public DocxLevel? Level(string list, int level) =>
        lists.TryGetValue(list, out var found) && found.Own.TryGetValue(level, out var own) ? own
        : PatternOf(list) is { } key && patterns.TryGetValue(key, out var levels) ? levels.GetValueOrDefault(level) : null;

    /// <summary>Where a list begins anew at a level; null where it counts on.</summary>
    public int? StartsAnew(string list, int level) => lists.TryGetValue(list, out var found) && found.Starts.TryGetValue(level, out var start) ? start : null;

    /// <summary>The level that is tied to a style of paragraphs; null where none is.</summary>
    public int? LevelOfStyle(string list, string? style)
    {
        for (var level = 0; style is not null && level < 9; level++)
        {
            if (Level(list, level)?.Style == style)
            {
                return level;
            }
        }

        return null;
    }

    private void Add(XmlReader xml, bool isList)
    {
        var key = xml.Word(isList ? "numId" : "abstractNumId") ?? "";
        var levels = new Dictionary<int, DocxLevel>();
        var starts = new Dictionary<int, int>();
        var (pattern, at) = ("", 0);
        foreach (var x in xml.Inside())
        {
            if (!x.IsWord())
            {
                continue;
            }

            var value = x.Word("val");
            switch (x.LocalName)
            {
                case "abstractNumId":
                    pattern = value ?? "";
                    break;
                case "styleLink":
                    styleLinks[value ?? ""] = key;
                    break;
                case "numStyleLink":
                    linked[key] = value ?? "";
                    break;
                case "lvlOverride":
                    at = DocxNumbers.Number(x.Word("ilvl")) ?? 0;
                    break;
                case "startOverride":
                    starts[at] = DocxNumbers.Number(value) ?? 0;
                    break;
                case "lvl":
                    at = DocxNumbers.Number(x.Word("ilvl")) ?? 0;
                    levels[at] = new DocxLevel(0, "decimal", "", null, false, null);
                    break;
                default:
                    if (levels.TryGetValue(at, out var level))
                    {
                        levels[at] = x.LocalName switch
                        {
                            "start" => level with { Start = DocxNumbers.Number(value) ?? 0 },
                            "numFmt" => level with { Format = value ?? "" },
                            "lvlText" => level with { Pattern = value ?? "" },
                            "lvlRestart" => level with { RestartsAfter = DocxNumbers.Number(value) },
                            "isLgl" => level with { AllDecimal = x.IsOn() },
                            "pStyle" => level with { Style = value },
                            _ => level,
                        };
                    }

                    break;
            }
        }

        if (isList)
        {
            lists[key] = (pattern, levels, starts);
        }
        else
        {
            patterns[key] = levels;
        }
    }
}

/// <summary>Counts the automatic numbers of one pass through a body.</summary>
internal sealed class DocxNumbers(DocxLists lists)
{
    private readonly Dictionary<string, int?[]> counts = new(StringComparer.Ordinal);
    private readonly HashSet<(string List, int Level)> begun = [];

    /// <summary>A whole number of a property; null where it is none.</summary>
    public static int? Number(string? value) =>
        int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>What a person sees before the next paragraph of a list.</summary>
    /// <returns>The number; the empty text for a bullet or a level that shows nothing; null where it cannot be told.</returns>
    public string? Next(string list, int level)
    {
        if (level is < 0 or > 8 || lists.PatternOf(list) is not { } pattern || lists.Level(list, level) is not { } at)
        {
            return null;
        }

        if (!counts.TryGetValue(pattern, out var count))
        {
            counts[pattern] = count = new int?[9];
        }

        for (var above = 0; above < level; above++)
        {
            count[above] ??= lists.Level(list, above)?.Start ?? 1;
        }

        count[level] = begun.Add((list, level)) && lists.StartsAnew(list, level) is { } anew ? anew : count[level] is { } last ? last + 1 : at.Start;
        for (var below = level + 1; below < 9; below++)
        {
            // 0: never; else only behind a level up to this one, counted from 1.
            if (lists.Level(list, below)?.RestartsAfter is not { } after || level < after)
            {
                count[below] = null;
            }
        }

        return at.Format == "bullet" ? "" : Shown(list, at, count);
    }

    private string? Shown(string list, DocxLevel at, int?[] count)
    {
        var shown = new StringBuilder();
        for (var i = 0; i < at.Pattern.Length; i++)
        {
            if (at.Pattern[i] != '%' || i + 1 >= at.Pattern.Length || at.Pattern[i + 1] is < '1' or > '9')
            {
                shown.Append(at.Pattern[i]);
                continue;
            }

            var level = at.Pattern[++i] - '1';
            if (count[level] is not { } number || Format(number, at.AllDecimal ? "decimal" : lists.Level(list, level)?.Format) is not { } text)
            {
                return null;
            }

            shown.Append(text);
        }

        return shown.ToString().Trim();
    }

    private static string? Format(int number, string? format) => format switch
    {
        "decimal" => number.ToString(CultureInfo.InvariantCulture),
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        "lowerLetter" => Letters(number)?.ToLowerInvariant(),
        "upperLetter" => Letters(number),
        "lowerRoman" => Roman(number)?.ToLowerInvariant(),
        "upperRoman" => Roman(number),
        "none" => "",
        _ => null,
    };

    // A to Z, then AA to ZZ, then AAA.
    private static string? Letters(int number) => number is >= 1 and <= 780 ? new string((char)('A' + ((number - 1) % 26)), ((number - 1) / 26) + 1) : null;

    private static string? Roman(int number)
    {
        if (number is < 1 or > 3999)
        {
            return null;
        }

        var roman = new StringBuilder();
        foreach (var (value, letters) in (ReadOnlySpan<(int, string)>)[
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")])
        {
            for (; number >= value; number -= value)
            {
                roman.Append(letters);
            }
        }

        return roman.ToString();
    }
}
