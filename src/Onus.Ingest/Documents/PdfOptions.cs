using UglyToad.PdfPig;
using UglyToad.PdfPig.Logging;

namespace Onus.Ingest.Documents;

/// <summary>How PDFs are parsed, and what is known of the document that its pages have to know.</summary>
internal sealed class PdfOptions : ParsingOptions
{
    public PdfOptions()
    {
        UseLenientParsing = true;
        SkipMissingFonts = true;
        ClipPaths = false;
        UseActualText = true;
        Logger = Log;
    }

    public PdfLog Log { get; } = new();

    public HiddenLayers Layers { get; set; } = HiddenLayers.None;

    /// <summary>What is done to fonts before a page is read.</summary>
    public FontMending Fonts { get; init; }
}

/// <summary>What is done to fonts that the file describes against the rules.</summary>
internal enum FontMending
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>They are described anew.</summary>
    Described,

    /// <summary>That too, and tables of what codes stand for, which may be damaged, are left out where names of letters say it as well.</summary>
    WithoutCodes,
}

/// <summary>What the parser passed over.</summary>
/// <param name="Fonts">Pieces of text in fonts that cannot be loaded.</param>
/// <param name="Operators">Operators that cannot be run.</param>
/// <param name="MendedFonts">Pieces of text in fonts that could be loaded only when they were described anew.</param>
/// <param name="MendedOperators">Operators that could be run only without some of their operands.</param>
internal readonly record struct PdfLosses(int Fonts, int Operators, int MendedFonts, int MendedOperators);

/// <summary>Counts what the parser says to its log and to nobody else.</summary>
internal sealed class PdfLog : ILog
{
    private int fonts;
    private int operators;
    private int mended;
    private bool unknown;

    public PdfLosses Take()
    {
        var losses = new PdfLosses(fonts, operators, 0, mended);
        (fonts, operators, mended, unknown) = (0, 0, 0, false);
        return losses;
    }

    /// <summary>Counts an operator that is passed over without an entry in the log.</summary>
    public void Lose() => operators++;

    /// <summary>Counts an operator that is run without some of its operands.</summary>
    public void Mend() => mended++;

    /// <summary>Whether the letter that is painted next has a code of which its font says nothing: the parser takes the code for the letter.</summary>
    public bool TakeUnknown()
    {
        var taken = unknown;
        unknown = false;
        return taken;
    }

    public void Debug(string message)
    {
    }

    public void Debug(string message, Exception ex)
    {
    }

    public void Warn(string message) => Look(message);

    public void Error(string message) => Look(message);

    public void Error(string message, Exception ex) => Look(message);

    private void Look(string message)
    {
        fonts += message.StartsWith("Skipping a missing font", StringComparison.Ordinal) ? 1 : 0;
        operators += message.StartsWith("Operator ", StringComparison.Ordinal) && message.Contains("not understood", StringComparison.Ordinal) ? 1 : 0;
        unknown |= message.StartsWith("We could not find the corresponding character", StringComparison.Ordinal);
    }
}
