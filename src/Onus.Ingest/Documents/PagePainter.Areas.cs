using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Colors;
using UglyToad.PdfPig.Tokens;

namespace Onus.Ingest.Documents;

/// <summary>Paths, fills and pictures: what may lie over letters, and behind them.</summary>
internal sealed partial class PagePainter
{
    private IColor? lastColor;
    private Rgb? lastRgb;

    // Groups around what is painted that let what lies below show through, and that blend with it.
    private int clear;
    private int blended;

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

    // A highlighter multiplies its colour: only black leaves nothing of what lies below. A mask may leave holes anywhere.
    private bool IsOpaque(double alpha, Rgb? color)
    {
        var state = GetCurrentState();
        return alpha >= 0.9 && clear == 0 && state.SoftMask is null
            && ((state.BlendMode is UglyToad.PdfPig.Graphics.Core.BlendMode.Normal && blended == 0) || color is { R: < 0.1, G: < 0.1, B: < 0.1 });
    }

    private void Picture(DictionaryToken dictionary)
    {
        if (hidden > 0)
        {
            return;
        }

        // Where a picture has a mask of its own, or is one, text may show through it; a mask of one sample is a box of the colour of fills.
        bool IsOne(string name, string inline) => PdfTokens.Resolve(PdfScanner, dictionary.Data.GetValueOrDefault(name) ?? dictionary.Data.GetValueOrDefault(inline)) is NumericToken { Int: 1 };
        var mask = PdfTokens.Resolve(PdfScanner, dictionary.Data.GetValueOrDefault("ImageMask") ?? dictionary.Data.GetValueOrDefault("IM")) is BooleanToken { Data: true };
        var box = mask && IsOne("Width", "W") && IsOne("Height", "H");
        var color = box ? Color(GetCurrentState().CurrentNonStrokingColor) : null;
        var holes = dictionary.Data.ContainsKey("SMask") || dictionary.Data.ContainsKey("Mask") || (mask && !box);
        path.Square(CurrentTransformationMatrix, letters.Count, color, !holes && IsOpaque(GetCurrentState().AlphaConstantNonStroking, color));
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
