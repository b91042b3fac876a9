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
}

/// <summary>What the parser passed over.</summary>
/// <param name="Fonts">Pieces of text in fonts that cannot be loaded.</param>
/// <param name="Operators">Operators that cannot be run.</param>
internal readonly record struct PdfLosses(int Fonts, int Operators);

/// <summary>Counts what the parser says to its log and to nobody else.</summary>
internal sealed class PdfLog : ILog
{
    private int fonts;
    private int operators;

    public PdfLosses Take()
    {
        var losses = new PdfLosses(fonts, operators);
        (fonts, operators) = (0, 0);
        return losses;
    }

    /// <summary>Counts an operator that is passed over without an entry in the log.</summary>
    public void Lose() => operators++;

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
        operators += message.StartsWith("Operator which was not understood", StringComparison.Ordinal) ? 1 : 0;
    }
}
