using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Onus.Domain.Evidence;
using Onus.Ingest.Documents;
using Onus.Web.Ui;

namespace Onus.Web.Records;

/// <summary>
/// A page of a PDF drawn as SVG: its pictures, then its words where they stand, as text that can be selected. Written in code because a Razor file
/// takes the SVG element <c>text</c> for its own.
/// </summary>
public sealed class PageDrawing : OnusComponent
{
    /// <summary>The page.</summary>
    [Parameter, EditorRequired]
    public PageLayout Layout { get; set; } = null!;

    /// <summary>What the page is, for those who cannot see it.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>The address of a picture of the page by its number, from 0.</summary>
    [Parameter, EditorRequired]
    public Func<int, string> Picture { get; set; } = _ => "";

    /// <summary>Parts of the page that are cited.</summary>
    [Parameter]
    public IReadOnlyList<Box> Boxes { get; set; } = [];

    /// <summary>Words of the page that are cited; null for none.</summary>
    [Parameter]
    public string? Quote { get; set; }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.OpenElement(0, "svg");
        builder.AddAttribute(1, "class", "page-drawing");
        builder.AddAttribute(2, "viewBox", $"0 0 {N(Layout.Width)} {N(Layout.Height)}");
        builder.AddAttribute(3, "role", "group");
        builder.AddAttribute(4, "aria-label", Label);
        builder.AddAttribute(5, "data-drag", "points");
        foreach (var (i, image) in Layout.Images.Index())
        {
            if (image.MediaType is null || image.Matrix.Count != 6)
            {
                continue;
            }

            builder.OpenElement(10, "image");
            builder.AddAttribute(11, "href", Picture(i));
            builder.AddAttribute(12, "width", "1");
            builder.AddAttribute(13, "height", "1");
            builder.AddAttribute(14, "preserveAspectRatio", "none");
            builder.AddAttribute(15, "transform", $"matrix({string.Join(' ', image.Matrix.Select(m => m.ToString("0.######", CultureInfo.InvariantCulture)))})");
            builder.CloseElement();
        }

        foreach (var box in Boxes)
        {
            Mark(builder, box.X, box.Y, box.Width, box.Height);
        }

        var cited = Cited();
        foreach (var word in cited)
        {
            Mark(builder, word.X - 1, word.Y - 1, word.W + 2, word.H + 2);
        }

        foreach (var word in Layout.Words)
        {
            builder.OpenElement(30, "text");
            builder.AddAttribute(31, "x", N(word.BaseX));
            builder.AddAttribute(32, "y", N(word.BaseY));
            builder.AddAttribute(33, "font-size", N(word.Size));
            builder.AddAttribute(34, "textLength", N(word.Angle == 0 ? word.W : Math.Max(word.W, word.H)));
            builder.AddAttribute(35, "lengthAdjust", "spacingAndGlyphs");
            if (word.Angle != 0)
            {
                builder.AddAttribute(36, "transform", $"rotate({N(word.Angle)} {N(word.BaseX)} {N(word.BaseY)})");
            }

            builder.AddAttribute(37, "data-word", "");
            builder.AddContent(38, word.Text);
            builder.CloseElement();
        }

        builder.CloseElement();
    }

    private static void Mark(RenderTreeBuilder builder, double x, double y, double width, double height)
    {
        builder.OpenElement(20, "rect");
        builder.AddAttribute(21, "class", "cited-box");
        builder.AddAttribute(22, "x", N(x));
        builder.AddAttribute(23, "y", N(y));
        builder.AddAttribute(24, "width", N(width));
        builder.AddAttribute(25, "height", N(height));
        builder.CloseElement();
    }

    /// <summary>The words of the quote, where it begins with a whole word: a passage of a page is chosen by words.</summary>
    private IReadOnlyList<PageWord> Cited()
    {
        var quote = (Quote ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (var start = 0; quote.Length > 0 && quote.Length < Layout.Words.Count && start + quote.Length <= Layout.Words.Count; start++)
        {
            if (Layout.Words.Skip(start).Take(quote.Length).Select(w => w.Text).SequenceEqual(quote, StringComparer.Ordinal))
            {
                return [.. Layout.Words.Skip(start).Take(quote.Length)];
            }
        }

        return [];
    }

    private static string N(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
