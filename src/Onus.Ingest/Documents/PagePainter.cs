using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Onus.Ingest.Documents;

/// <summary>Follows the operators of a page and notes letters and areas in the order in which they are painted.</summary>
internal sealed partial class PagePainter(
    int pageNumber, IResourceStore resourceStore, IPdfTokenScanner pdfScanner, IPageContentParser pageContentParser, ILookupFilterProvider filterProvider,
    CropBox cropBox, UserSpaceUnit userSpaceUnit, PageRotationDegrees rotation, TransformationMatrix initialMatrix, ParsingOptions parsingOptions)
    : BaseStreamProcessor<IReadOnlyList<PaintedLetter>>(
        pageNumber, resourceStore, pdfScanner, pageContentParser, filterProvider, cropBox, userSpaceUnit, rotation, in initialMatrix, parsingOptions)
{
    // Forms that call each other, or fail inside forms, would do so without end.
    private const int MostFaults = 1000;
    private const int DeepestForm = 32;
    private const int MostForms = 20_000;
    private readonly List<PaintedLetter> letters = [];
    private readonly PainterPath path = new();
    private readonly Stack<(bool Hidden, StatedText? Stated)> marks = new();
    private readonly Stack<DictionaryToken> resources = new();
    private readonly HiddenLayers layers = (parsingOptions as PdfOptions)?.Layers ?? HiddenLayers.None;
    private int hidden;
    private int statedOtherwise;
    private int brokenOff;
    private int openTexts;
    private int faults;
    private int depth;
    private int forms;
    private bool endless;
    private bool stamping;
    private StatedText? stated;

    /// <summary>Paints the whole page, of whose own streams so many break off.</summary>
    public PaintedPage Paint(DictionaryToken dictionary, CropBox box, TransformationMatrix matrix, IReadOnlyList<IGraphicsStateOperation> operations, int broken)
    {
        brokenOff = broken;
        if (PdfTokens.Resources(PdfScanner, dictionary) is { } own)
        {
            resources.Push(own);
        }

        Process(PageNumber, operations);

        // A text that is never ended: the content stops in the middle of it, however it is coded.
        brokenOff += brokenOff == 0 && openTexts > 0 ? 1 : 0;
        while (marks.Count > 0)
        {
            EndMarkedContent();
        }

        Stamp(dictionary, matrix);
        var seen = box.GetVisibleBounds(Rotation);
        return new PaintedPage(
            PageNumber, seen.Width, seen.Height, dictionary, letters, path.Areas, path.Drawn, statedOtherwise, brokenOff)
        { IsEndless = endless };
    }

    /// <inheritdoc/>
    public override IReadOnlyList<PaintedLetter> Process(int pageNumberCurrent, IReadOnlyList<IGraphicsStateOperation> operations)
    {
        CloneAllStates();
        ProcessOperations(operations);
        return letters;
    }

    /// <inheritdoc/>
    protected override void ProcessOperations(IReadOnlyList<IGraphicsStateOperation> operations)
    {
        ArgumentNullException.ThrowIfNull(operations);
        foreach (var operation in operations)
        {
            try
            {
                operation.Run(this);
            }
            catch (Exception e) when (ParserFault.Is(e) && ++faults <= MostFaults)
            {
                // One colour that is none costs no page its text.
                (ParsingOptions as PdfOptions)?.Log.Lose();
            }
        }
    }

    /// <inheritdoc/>
    public override void BeginText()
    {
        openTexts = 1;
        base.BeginText();
    }

    /// <inheritdoc/>
    public override void EndText()
    {
        openTexts = 0;
        base.EndText();
    }

    /// <inheritdoc/>
    public override void ShowPositionedText(IReadOnlyList<IToken> tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        var state = GetCurrentState().FontState;
        if (!state.FromExtendedGraphicsState)
        {
            base.ShowPositionedText(tokens);
            return;
        }

        // The parser looks for a font by its name, and one of a graphics state has none.
        var sequence = TextSequence + 1;
        foreach (var token in tokens)
        {
            if (token is NumericToken room)
            {
                TextMatrices.TextMatrix = TextMatrices.TextMatrix.Translate(-room.Data / 1000 * state.FontSize * state.HorizontalScaling / 100, 0);
                continue;
            }

            TextSequence = sequence - 1;
            ShowText(new MemoryInputBytes(token is HexToken hex ? hex.Bytes.ToArray() : ((StringToken)token).GetBytes()));
        }
    }

    /// <inheritdoc/>
    public override void RenderGlyph(
        IFont font, CurrentGraphicsState currentState, double fontSize, double pointSize, int code, string unicode, long currentOffset,
        in TransformationMatrix renderingMatrix, in TransformationMatrix textMatrix, in TransformationMatrix transformationMatrix,
        CharacterBoundingBox characterBoundingBox)
    {
        ArgumentNullException.ThrowIfNull(font);
        ArgumentNullException.ThrowIfNull(currentState);
        ArgumentNullException.ThrowIfNull(characterBoundingBox);
        var unknown = (ParsingOptions as PdfOptions)?.Log.TakeUnknown() == true;
        if (stamping)
        {
            return;
        }

        if (stated is not null)
        {
            unicode = stated.Next(unknown ? null : unicode);
            unknown = false;
        }
        else if (IsCombining(unicode) && currentOffset > 0 && letters is [.., var before] && before.Operator == TextSequence
            && Accents.Joined(before.Text, unicode[0]) is { } joined)
        {
            letters[^1] = before with { Text = joined };
            return;
        }

        PdfPoint At(double x, double y, in TransformationMatrix r, in TransformationMatrix t, in TransformationMatrix c) =>
            c.Transform(t.Transform(r.Transform(new PdfPoint(x, y))));

        var from = At(0, 0, renderingMatrix, textMatrix, transformationMatrix);
        var to = At(characterBoundingBox.Width, 0, renderingMatrix, textMatrix, transformationMatrix);
        var size = pointSize;
        if (size is not (> 0.1 and < 1e6))
        {
            var (low, high) = (characterBoundingBox.GlyphBounds.Bottom, characterBoundingBox.GlyphBounds.Top);
            size = Math.Max(1, Distance(At(0, low, renderingMatrix, textMatrix, transformationMatrix), At(0, high, renderingMatrix, textMatrix, transformationMatrix)));
        }

        var spacing = currentState.FontState.CharacterSpacing;
        if (spacing != 0)
        {
            var along = transformationMatrix.Transform(textMatrix.Transform(new PdfPoint(spacing * currentState.FontState.HorizontalScaling / 100, 0)));
            var zero = transformationMatrix.Transform(textMatrix.Transform(new PdfPoint(0, 0)));
            spacing = Math.Sign(spacing) * Distance(zero, along);
        }

        var mode = currentState.FontState.TextRenderingMode;
        letters.Add(new PaintedLetter(
            unicode, from, to, size, font.Name?.Data, TextSequence, spacing,
            mode is TextRenderingMode.Neither or TextRenderingMode.NeitherClip, hidden > 0,
            mode is TextRenderingMode.Fill or TextRenderingMode.FillClip ? Color(currentState.CurrentNonStrokingColor) : null, unknown));
    }

    /// <inheritdoc/>
    public override void BeginMarkedContent(NameToken name, NameToken? propertyDictionaryName, DictionaryToken? properties)
    {
        ArgumentNullException.ThrowIfNull(name);
        var off = name.Data == "OC" && propertyDictionaryName is not null && layers.Hides(Property(propertyDictionaryName));
        if (propertyDictionaryName is not null)
        {
            properties = ResourceStore.GetMarkedContentPropertiesDictionary(propertyDictionaryName) ?? properties;
        }

        // A span states the text of all spans inside it.
        var text = properties is null || stated is not null ? null : PdfTokens.Text(PdfScanner, properties.Data.GetValueOrDefault("ActualText"));
        marks.Push((off, text is null ? null : new StatedText(text)));
        stated ??= marks.Peek().Stated;
        hidden += off ? 1 : 0;
    }

    /// <inheritdoc/>
    public override void EndMarkedContent()
    {
        if (marks.TryPop(out var mark))
        {
            hidden -= mark.Hidden ? 1 : 0;
            statedOtherwise += mark.Stated is { IsOther: true } ? 1 : 0;
            stated = mark.Stated is null ? stated : null;
        }
    }

    /// <inheritdoc/>
    public override void ApplyXObject(NameToken xObjectName)
    {
        if (!ResourceStore.TryGetXObject(xObjectName, out var stream))
        {
            // A picture or a form that the page names and the file does not hold: the parser passes over it without a word.
            (ParsingOptions as PdfOptions)?.Log.Lose();
            return;
        }

        var off = layers.Hides(stream.StreamDictionary.Data.GetValueOrDefault("OC"));
        hidden += off ? 1 : 0;
        base.ApplyXObject(xObjectName);
        hidden -= off ? 1 : 0;
    }

    /// <inheritdoc/>
    protected override void ProcessFormXObject(StreamToken formStream, NameToken xObjectName)
    {
        ArgumentNullException.ThrowIfNull(formStream);
        if (depth >= DeepestForm || ++forms > MostForms)
        {
            endless = true;
            (ParsingOptions as PdfOptions)?.Log.Lose();
            return;
        }

        if (ContentStreams.IsBrokenOff(formStream, PdfScanner, FilterProvider))
        {
            brokenOff++;
            formStream = ContentStreams.Beginning(formStream, PdfScanner);
        }

        var own = PdfTokens.Dictionary(PdfScanner, formStream.StreamDictionary.Data.GetValueOrDefault("Resources"));
        if (own is not null)
        {
            resources.Push(own);
        }

        // A group starts anew, and is then painted as a whole as the state before it says (ISO 32000-1, 11.6.6).
        var state = GetCurrentState();
        var group = formStream.StreamDictionary.Data.ContainsKey("Group");
        var isClear = group && (state.AlphaConstantNonStroking < 0.9 || state.SoftMask is not null);
        var isBlended = group && state.BlendMode is not UglyToad.PdfPig.Graphics.Core.BlendMode.Normal;
        clear += isClear ? 1 : 0;
        blended += isBlended ? 1 : 0;
        depth++;
        try
        {
            base.ProcessFormXObject(formStream, xObjectName);
        }
        finally
        {
            depth--;
            clear -= isClear ? 1 : 0;
            blended -= isBlended ? 1 : 0;
            if (own is not null)
            {
                resources.Pop();
            }
        }
    }

    private static double Distance(PdfPoint a, PdfPoint b) => Math.Sqrt(((a.X - b.X) * (a.X - b.X)) + ((a.Y - b.Y) * (a.Y - b.Y)));

    private static bool IsCombining(string? text) => text is [>= '\u0300' and <= '\u036F'];

    private IToken? Property(NameToken name)
    {
        foreach (var dictionary in resources)
        {
            if (PdfTokens.Dictionary(PdfScanner, dictionary.Data.GetValueOrDefault("Properties"))?.Data.GetValueOrDefault(name.Data) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
