using System.Globalization;
using System.Xml;

namespace Onus.Ingest.Documents;

/// <summary>The colours of a document that are called by a name (ECMA-376 part 1, 17.18.97, 20.1.6.2), and what the settings make of the names for text and paper.</summary>
internal sealed class DocxTheme
{
    // What every program paints where the theme is not there, or says nothing.
    private readonly Dictionary<string, string> colours = new(StringComparer.Ordinal) { ["dk1"] = "000000", ["lt1"] = "FFFFFF" };

    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal)
    {
        ["dark1"] = "dk1",
        ["light1"] = "lt1",
        ["dark2"] = "dk2",
        ["light2"] = "lt2",
        ["hyperlink"] = "hlink",
        ["followedHyperlink"] = "folHlink",
        ["text1"] = "dk1",
        ["background1"] = "lt1",
        ["text2"] = "dk2",
        ["background2"] = "lt2",
        ["tx1"] = "dk1",
        ["bg1"] = "lt1",
        ["tx2"] = "dk2",
        ["bg2"] = "lt2",
    };

    /// <summary>Reads the part of the theme.</summary>
    public static DocxTheme Read(XmlReader xml)
    {
        var theme = new DocxTheme();
        var scheme = int.MaxValue;
        string? name = null;
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                scheme = xml.NodeType == XmlNodeType.EndElement && xml.Depth == scheme ? int.MaxValue : scheme;
            }
            else if (xml.LocalName == "clrScheme")
            {
                scheme = xml.Depth;
            }
            else if (scheme != int.MaxValue && xml.Depth == scheme + 1)
            {
                name = xml.LocalName;
            }
            else if (scheme != int.MaxValue && xml.Depth == scheme + 2 && name is not null
                && (xml.LocalName == "sysClr" ? xml.GetAttribute("lastClr") : xml.GetAttribute("val")) is { Length: 6 } colour)
            {
                theme.colours[name] = colour;
            }
        }

        return theme;
    }

    /// <summary>Reads what the settings make of the names for text and paper (17.2.1 <c>clrSchemeMapping</c>).</summary>
    public DocxTheme Mapped(XmlReader settings)
    {
        while (settings.Read())
        {
            if (settings.NodeType == XmlNodeType.Element && settings.IsWord("clrSchemeMapping"))
            {
                foreach (var (attribute, known) in new[] { ("t1", new[] { "text1", "tx1" }), ("bg1", ["background1", "bg1"]), ("t2", ["text2", "tx2"]), ("bg2", ["background2", "bg2"]) })
                {
                    if (settings.Word(attribute) is { } name)
                    {
                        Array.ForEach(known, one => names[one] = names.GetValueOrDefault(name, name));
                    }
                }
            }
        }

        return this;
    }

    /// <summary>A colour by its name; null where the document does not say what it is.</summary>
    public string? Find(string? name) => name is null ? null : colours.GetValueOrDefault(names.GetValueOrDefault(name, name));

    /// <summary>
    /// The colour that a property says: where it names one of the theme that one, whatever stands beside it; else what it says itself.
    /// </summary>
    /// <param name="property">The property.</param>
    /// <param name="own">The attribute that holds a colour itself.</param>
    /// <param name="named">The attribute that names one, and before <c>Tint</c> and <c>Shade</c> the attributes that make it lighter or darker.</param>
    public string? Of(XmlReader property, string own, string named)
    {
        var prefix = named.EndsWith("Color", StringComparison.Ordinal) ? named[..^"Color".Length] : named;
        return Find(property.Word(named)) is not { } colour || DocxColours.Parts(colour) is not { } parts ? property.Word(own)
            : Share(property.Word(prefix + "Tint")) is { } tint ? DocxColours.Of([.. parts.Select(part => (part * tint) + (255 * (1 - tint)))])
            : Share(property.Word(prefix + "Shade")) is { } shade ? DocxColours.Of([.. parts.Select(part => part * shade)])
            : colour;
    }

    private static double? Share(string? hex) => int.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var of) && of is >= 0 and <= 255 ? of / 255d : null;
}
