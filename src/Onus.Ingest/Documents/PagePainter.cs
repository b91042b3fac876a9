using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Colors;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Onus.Ingest.Documents;

/// <summary>Follows the operators of a page and notes letters and areas in the order in which they are painted.</summary>
internal sealed class PagePainter(
    int pageNumber, IResourceStore resourceStore, IPdfTokenScanner pdfScanner, IPageContentParser pageContentParser, ILookupFilterProvider filterProvider,
    CropBox cropBox, UserSpaceUnit userSpaceUnit, PageRotationDegrees rotation, TransformationMatrix initialMatrix, ParsingOptions parsingOptions)
    : BaseStreamProcessor<IReadOnlyList<PaintedLetter>>(
        pageNumber, resourceStore, pdfScanner, pageContentParser, filterProvider, cropBox, userSpaceUnit, rotation, in initialMatrix, parsingOptions)
{
    private readonly List<PaintedLetter> letters = [];
    private readonly PainterPath path = new();
    private readonly Stack<(bool Hidden, StatedText? Stated)> marks = new();
    private readonly Stack<DictionaryToken> resources = new();
    private readonly HiddenLayers layers = (parsingOptions as PdfOptions)?.Layers ?? HiddenLayers.None;
    private int hidden;
    private int statedOtherwise;
    private int brokenOff;
    private int openTexts;
    private StatedText? stated;
    private IColor? lastColor;
    private Rgb? lastRgb;

    /// <summary>Paints the whole page.</summary>
    public PaintedPage Paint(DictionaryToken dictionary, CropBox box, IReadOnlyList<IGraphicsStateOperation> operations)
    {
        if (PdfTokens.Resources(PdfScanner, dictionary) is { } own)
        {
            resources.Push(own);
        }

        brokenOff += ContentStreams.BrokenOff(dictionary, PdfScanner, FilterProvider);
        Process(PageNumber, operations);

        // A text that is never ended: the content stops in the middle of it, however it is coded.
        brokenOff += brokenOff == 0 && openTexts > 0 ? 1 : 0;
        while (marks.Count > 0)
        {
            EndMarkedContent();
        }

        var seen = box.GetVisibleBounds(Rotation);
        return new PaintedPage(
            PageNumber, seen.Width, seen.Height, dictionary, letters, path.Areas, path.Drawn, statedOtherwise, brokenOff);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<PaintedLetter> Process(int pageNumberCurrent, IReadOnlyList<IGraphicsStateOperation> operations)
    {
        CloneAllStates();
        ProcessOperations(operations);
        return letters;
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
    public override void RenderGlyph(
        IFont font, CurrentGraphicsState currentState, double fontSize, double pointSize, int code, string unicode, long currentOffset,
        in TransformationMatrix renderingMatrix, in TransformationMatrix textMatrix, in TransformationMatrix transformationMatrix,
        CharacterBoundingBox characterBoundingBox)
    {
        ArgumentNullException.ThrowIfNull(font);
        ArgumentNullException.ThrowIfNull(currentState);
        ArgumentNullException.ThrowIfNull(characterBoundingBox);
        if (stated is not null)
        {
            unicode = stated.Next(font.TryGetUnicode(code, out var shown) ? shown : null);
        }
        else if (IsCombining(unicode) && currentOffset > 0 && letters is [.., var before] && before.Operator == TextSequence
            && (before.Text + unicode).Normalize(NormalizationForm.FormC) is { } joined && joined.Length <= before.Text.Length)
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
            mode is TextRenderingMode.Fill or TextRenderingMode.FillClip ? Color(currentState.CurrentNonStrokingColor) : null));
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

        var text = properties is null ? null : PdfTokens.Text(PdfScanner, properties.Data.GetValueOrDefault("ActualText"));
        marks.Push((off, text is null ? null : new StatedText(text)));
        stated = marks.Peek().Stated ?? stated;
        hidden += off ? 1 : 0;
    }

    /// <inheritdoc/>
    public override void EndMarkedContent()
    {
        if (marks.TryPop(out var mark))
        {
            hidden -= mark.Hidden ? 1 : 0;
            statedOtherwise += mark.Stated is { IsOther: true } ? 1 : 0;
            stated = marks.Select(m => m.Stated).FirstOrDefault(s => s is not null);
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
    public override void PushState()
    {
        base.PushState();
        path.Push();
    }

    /// <inheritdoc/>
    public override void PopState()
    {
        base.PopState();
        path.Pop();
    }

    /// <inheritdoc/>
    public override void BeginSubpath()
    {
        // The move that follows begins one.
    }

    /// <inheritdoc/>
    public override PdfPoint? CloseSubpath() => path.Close();

    /// <inheritdoc/>
    public override void StrokePath(bool close)
    {
        Stroke();
        path.End();
    }

    /// <inheritdoc/>
    public override void FillPath(FillingRule fillingRule, bool close)
    {
        Fill(fillingRule);
        path.End();
    }

    /// <inheritdoc/>
    public override void FillStrokePath(FillingRule fillingRule, bool close)
    {
        Fill(fillingRule);
        Stroke();
        path.End();
    }

    /// <inheritdoc/>
    public override void MoveTo(double x, double y) => path.Move(CurrentPosition = CurrentTransformationMatrix.Transform(new PdfPoint(x, y)));

    /// <inheritdoc/>
    public override void BezierCurveTo(double x2, double y2, double x3, double y3) => Curve(CurrentPosition, new PdfPoint(x2, y2), new PdfPoint(x3, y3));

    /// <inheritdoc/>
    public override void BezierCurveTo(double x1, double y1, double x2, double y2, double x3, double y3) =>
        Curve(CurrentTransformationMatrix.Transform(new PdfPoint(x1, y1)), new PdfPoint(x2, y2), new PdfPoint(x3, y3));

    /// <inheritdoc/>
    public override void LineTo(double x, double y) => path.Line(CurrentPosition = CurrentTransformationMatrix.Transform(new PdfPoint(x, y)));

    /// <inheritdoc/>
    public override void Rectangle(double x, double y, double width, double height)
    {
        path.Closed([(x, y), (x + width, y), (x + width, y + height), (x, y + height)], CurrentTransformationMatrix);
        CurrentPosition = CurrentTransformationMatrix.Transform(new PdfPoint(x, y));
    }

    /// <inheritdoc/>
    public override void EndPath() => path.End();

    /// <inheritdoc/>
    public override void ClosePath() => path.End();

    /// <inheritdoc/>
    public override void ModifyClippingIntersect(FillingRule clippingRule) => path.ClipNext();

    /// <inheritdoc/>
    public override void PaintShading(NameToken shadingName)
    {
        if (hidden == 0)
        {
            path.Shade(letters.Count, IsOpaque(GetCurrentState().AlphaConstantNonStroking, null));
        }
    }

    /// <inheritdoc/>
    protected override void ClipToRectangle(PdfRectangle rectangle, FillingRule clippingRule)
    {
        var m = CurrentTransformationMatrix;
        path.Clip(Extent.Of([m.Transform(rectangle.BottomLeft), m.Transform(rectangle.BottomRight), m.Transform(rectangle.TopLeft), m.Transform(rectangle.TopRight)]));
    }

    /// <inheritdoc/>
    protected override void ProcessFormXObject(StreamToken formStream, NameToken xObjectName)
    {
        ArgumentNullException.ThrowIfNull(formStream);
        brokenOff += ContentStreams.IsBrokenOff(formStream, PdfScanner, FilterProvider) ? 1 : 0;
        var own = PdfTokens.Dictionary(PdfScanner, formStream.StreamDictionary.Data.GetValueOrDefault("Resources"));
        if (own is not null)
        {
            resources.Push(own);
        }

        try
        {
            base.ProcessFormXObject(formStream, xObjectName);
        }
        finally
        {
            if (own is not null)
            {
                resources.Pop();
            }
        }
    }

    /// <inheritdoc/>
    protected override void RenderXObjectImage(XObjectContentRecord xObjectContentRecord)
    {
        ArgumentNullException.ThrowIfNull(xObjectContentRecord);
        Picture(xObjectContentRecord.Stream.StreamDictionary);
    }

    /// <inheritdoc/>
    protected override void RenderInlineImage(InlineImage inlineImage)
    {
        ArgumentNullException.ThrowIfNull(inlineImage);
        Picture(inlineImage.ImageDictionary);
    }

    private static double Distance(PdfPoint a, PdfPoint b) => Math.Sqrt(((a.X - b.X) * (a.X - b.X)) + ((a.Y - b.Y) * (a.Y - b.Y)));

    private static bool IsCombining(string? text) => text is [>= '\u0300' and <= '\u036F'];

    // A highlighter multiplies its colour: only black leaves nothing of what lies below. A mask may leave holes anywhere.
    private bool IsOpaque(double alpha, Rgb? color)
    {
        var state = GetCurrentState();
        return alpha >= 0.9 && state.SoftMask is null && (state.BlendMode is UglyToad.PdfPig.Graphics.Core.BlendMode.Normal || color is { R: < 0.1, G: < 0.1, B: < 0.1 });
    }

    private void Picture(DictionaryToken dictionary)
    {
        if (hidden > 0)
        {
            return;
        }

        // Where a picture has a mask of its own, or is one, text may show through it.
        var holes = dictionary.Data.ContainsKey("SMask") || dictionary.Data.ContainsKey("Mask")
            || PdfTokens.Resolve(PdfScanner, dictionary.Data.GetValueOrDefault("ImageMask") ?? dictionary.Data.GetValueOrDefault("IM")) is BooleanToken { Data: true };
        path.Square(CurrentTransformationMatrix, letters.Count, !holes && IsOpaque(GetCurrentState().AlphaConstantNonStroking, null));
    }

    private void Fill(FillingRule rule)
    {
        if (hidden == 0)
        {
            var color = Color(GetCurrentState().CurrentNonStrokingColor);
            path.Fill(rule, letters.Count, color, IsOpaque(GetCurrentState().AlphaConstantNonStroking, color));
        }
    }

    private void Stroke()
    {
        if (hidden == 0)
        {
            var state = GetCurrentState();
            var color = Color(state.CurrentStrokingColor);
            var m = CurrentTransformationMatrix;
            path.Stroke(state.LineWidth * Math.Sqrt(Math.Abs((m.A * m.D) - (m.B * m.C))), letters.Count, color, IsOpaque(state.AlphaConstantStroking, color));
        }
    }

    private void Curve(PdfPoint control, PdfPoint second, PdfPoint end)
    {
        var (from, m) = (CurrentPosition, CurrentTransformationMatrix);
        CurrentPosition = m.Transform(end);
        path.Curve(from, control, m.Transform(second), CurrentPosition);
    }

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

    private Rgb? Color(IColor? color)
    {
        if (!ReferenceEquals(color, lastColor))
        {
            lastColor = color;
            lastRgb = color is null or PatternColor ? null : ToRgb(color);
        }

        return lastRgb;
    }

    private static Rgb? ToRgb(IColor color)
    {
        try
        {
            var (r, g, b) = color.ToRGBValues();
            return new Rgb(r, g, b);
        }
        catch (Exception e) when (ParserFault.Is(e))
        {
            return null;
        }
    }
}
