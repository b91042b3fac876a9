using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Graphics.Operations.Compatibility;
using UglyToad.PdfPig.Graphics.Operations.MarkedContent;
using UglyToad.PdfPig.Tokens;

namespace Onus.Ingest.Documents;

/// <summary>
/// Makes the operators of a page as viewers do: of operands that are too many the last ones hold, and what is no text in an array of text is passed over
/// (ISO 32000-1, 9.4.3). What then still cannot be made does nothing and is counted.
/// </summary>
internal sealed class ForgivingOperations(PdfLog log) : IGraphicsStateOperationFactory
{
    /// <inheritdoc/>
    public IGraphicsStateOperation? Create(OperatorToken op, IReadOnlyList<IToken> operands)
    {
        var usable = Usable(op.Data, operands);
        try
        {
            var operation = ReflectionGraphicsStateOperationFactory.Instance.Create(op, usable);
            if (!ReferenceEquals(usable, operands))
            {
                log.Mend();
            }

            if (operation is null && IsWord(op.Data))
            {
                // Behind a picture in the content the parser takes what it does not know for more of the picture, and the text that follows with it.
                log.Lose();
                return EndCompatibilitySection.Value;
            }

            return operation;
        }
        catch (Exception e) when (ParserFault.Is(e))
        {
            if (op.Data is "BDC" or "BMC")
            {
                // The end that belongs to it would end another one.
                return new BeginMarkedContent(operands.OfType<NameToken>().FirstOrDefault() ?? NameToken.Create("Span"));
            }

            log.Lose();
            return EndCompatibilitySection.Value;
        }
    }

    // "inf" is a number that some programs write.
    private static bool IsWord(string op) => op is not ("ID" or "EI" or "inf") && op.Length is > 1 and <= 12 && op.All(char.IsAsciiLetter) && op != "re";

    private static IReadOnlyList<IToken> Usable(string op, IReadOnlyList<IToken> operands)
    {
        switch (op)
        {
            case "TJ":
                var last = operands.LastOrDefault(t => t is ArrayToken or StringToken or HexToken);
                var texts = last is ArrayToken array ? [.. array.Data.Where(t => t is StringToken or HexToken or NumericToken)] : last is null ? operands : [last];
                return operands.Count == 1 && texts.Count == ((last as ArrayToken)?.Length ?? 1) ? operands : texts;
            case "Tj" or "'":
                return operands.Count > 1 && operands.LastOrDefault(t => t is StringToken or HexToken) is { } text ? [text] : operands;
            default:
                var needed = op switch
                {
                    "Tm" => 6,
                    "\"" => 3,
                    "Td" or "TD" or "Tf" => 2,
                    "Tc" or "Tw" or "Tz" or "TL" or "Ts" or "Tr" => 1,
                    _ => operands.Count,
                };
                return operands.Count > needed ? [.. operands.Skip(operands.Count - needed)] : operands;
        }
    }
}
