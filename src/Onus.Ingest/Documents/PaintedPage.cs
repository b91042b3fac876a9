using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Onus.Ingest.Documents;

/// <summary>A letter as the page paints it.</summary>
/// <param name="Text">What it stands for: of a span that states its text, all of that text at its first letter and nothing at the others.</param>
/// <param name="From">Where its baseline begins.</param>
/// <param name="To">Where its baseline ends, without the spacing to the next letter.</param>
/// <param name="Size">Size of the font in points.</param>
/// <param name="Font">Name of the font; null where it has none.</param>
/// <param name="Operator">The text operator that paints it, counted from 1 on the page.</param>
/// <param name="Spacing">Room that the file asks for behind every letter here, in points; below zero where it draws them together.</param>
/// <param name="Invisible">It is neither filled nor stroked (ISO 32000-1, 9.3.6, modes 3 and 7).</param>
/// <param name="Hidden">It belongs to a layer that is switched off.</param>
/// <param name="Color">What it is filled with; null where that is no plain colour.</param>
/// <param name="Unknown">Its font does not say what its code stands for: the code itself is read.</param>
internal sealed record PaintedLetter(
    string Text, PdfPoint From, PdfPoint To, double Size, string? Font, int Operator, double Spacing, bool Invisible, bool Hidden, Rgb? Color, bool Unknown);

/// <summary>Red, green, blue, each 0 to 1.</summary>
internal readonly record struct Rgb(double R, double G, double B)
{
    // What no eye tells apart on paper.
    public bool Is(Rgb other) => Math.Abs(R - other.R) < 0.03 && Math.Abs(G - other.G) < 0.03 && Math.Abs(B - other.B) < 0.03;
}

/// <summary>What is painted on a page, in the order in which it is painted, on axes of the page as displayed, upwards from the lower left corner.</summary>
/// <param name="Number">Page, from 1.</param>
/// <param name="Width">Width as displayed, in points.</param>
/// <param name="Height">Height as displayed, in points.</param>
/// <param name="Dictionary">The page's own dictionary.</param>
/// <param name="Letters">Letters in painting order.</param>
/// <param name="Areas">Filled areas, wide strokes and pictures in painting order.</param>
/// <param name="HasDrawings">Whether paths are filled or stroked.</param>
/// <param name="StatedOtherwise">Spans whose stated text is another than the one their letters show.</param>
/// <param name="BrokenOff">Streams of content that end before their end.</param>
internal sealed record PaintedPage(
    int Number, double Width, double Height, DictionaryToken Dictionary, IReadOnlyList<PaintedLetter> Letters, IReadOnlyList<PaintedArea> Areas,
    bool HasDrawings, int StatedOtherwise, int BrokenOff)
{
    /// <summary>What the parser passed over on this page: the log of its reading.</summary>
    public PdfLosses Losses { get; init; }

    /// <summary>Whether forms hold forms without end here: the parser's own pages, which know the pictures, would follow them until the memory ends.</summary>
    public bool IsEndless { get; init; }
}

/// <summary>Makes <see cref="PaintedPage"/> of a page; the parser calls it.</summary>
internal sealed class PaintedPageFactory(
    IPdfTokenScanner pdfScanner, IResourceStore resourceStore, ILookupFilterProvider filterProvider, IPageContentParser pageContentParser, ParsingOptions parsingOptions)
    : BasePageFactory<PaintedPage>(pdfScanner, resourceStore, filterProvider, Forgiving(pageContentParser, parsingOptions), parsingOptions), IPageFactory<PaintedPage>
{
    private int brokenOff;

    PaintedPage IPageFactory<PaintedPage>.Create(int number, DictionaryToken dictionary, PageTreeMembers pageTreeMembers, NamedDestinations namedDestinations)
    {
        if (ParsingOptions is PdfOptions { Fonts: not FontMending.None and var mending })
        {
            var fonts = new MendedFonts(PdfScanner, mending);
            for (var i = pageTreeMembers.ParentResources.Count; i > 0; i--)
            {
                pageTreeMembers.ParentResources.Enqueue(fonts.In(pageTreeMembers.ParentResources.Dequeue()));
            }

            if (PdfTokens.Dictionary(PdfScanner, dictionary.Data.GetValueOrDefault("Resources")) is { } own)
            {
                dictionary = dictionary.With("Resources", fonts.In(own));
            }
        }

        brokenOff = ContentStreams.Save(dictionary, PdfScanner, FilterProvider);
        return Create(number, dictionary, pageTreeMembers, namedDestinations);
    }

    /// <inheritdoc/>
    protected override PaintedPage ProcessPage(
        int pageNumber, DictionaryToken dictionary, NamedDestinations namedDestinations, MediaBox mediaBox, CropBox cropBox, UserSpaceUnit userSpaceUnit,
        PageRotationDegrees rotation, TransformationMatrix initialMatrix, IReadOnlyList<IGraphicsStateOperation> operations)
    {
        var painter = new PagePainter(
            pageNumber, ResourceStore, PdfScanner, PageContentParser, FilterProvider, cropBox, userSpaceUnit, rotation, initialMatrix, ParsingOptions);
        return painter.Paint(dictionary, cropBox, initialMatrix, operations, brokenOff);
    }

    private static IPageContentParser Forgiving(IPageContentParser strict, ParsingOptions options) =>
        options is PdfOptions { Log: var log } ? new PageContentParser(new ForgivingOperations(log), new StackDepthGuard(options.MaxStackDepth), options.UseLenientParsing) : strict;
}
