using UglyToad.PdfPig.Core;

namespace Onus.Ingest.Documents;

/// <summary>What a person should know about the words of a page: what is lost, what is read and not seen, what says other than it shows.</summary>
internal sealed class PageFlaws(PaintedPage page)
{
    // A picture as large as the page is a scan, and text below it is text recognition.
    private const double ScanShare = 0.8;

    // In points: nobody reads smaller letters.
    private const double Tiny = 1.5;
    private static readonly Rgb White = new(1, 1, 1);
    private string? fontName;
    private string? legacyFont;
    private bool invisible;
    private int unmapped;
    private int hidden;
    private int covered;
    private int blended;
    private int tiny;

    /// <summary>Words beyond the edge of the page.</summary>
    public int Outside { get; set; }

    public void Look(string? font)
    {
        if (!string.Equals(font, fontName, StringComparison.Ordinal))
        {
            fontName = font;
            legacyFont ??= LegacyFonts.Find(font);
        }
    }

    public void Look(GlyphRun run)
    {
        foreach (var glyph in run.Glyphs)
        {
            invisible |= glyph.Letter.Invisible;
            unmapped += glyph.Letter.Unknown ? 1 : glyph.Text.Count(c => c is '\uFFFD' or (>= '\uE000' and <= '\uF8FF'));
        }

        // One word, one reason.
        if (run.Glyphs.Any(g => g.Letter.Hidden))
        {
            hidden++;
        }
        else if (run.Glyphs.All(g => !g.Letter.Invisible))
        {
            var over = run.Glyphs.Select(Cover).FirstOrDefault(a => a is not null);
            if (over is not null)
            {
                (covered, invisible) = IsScan(over) ? (covered, true) : (covered + 1, invisible);
            }
            else if (run.Size < Tiny)
            {
                tiny++;
            }
            else if (run.Glyphs.All(HasColorBehindIt))
            {
                blended++;
            }
        }
    }

    public List<string> Warnings()
    {
        var warnings = new List<string>();
        void Add(int count, string code)
        {
            if (count > 0)
            {
                warnings.Add(FormattableString.Invariant($"{code}:{count}"));
            }
        }

        Add(page.Losses.Fonts, "font-lost");
        Add(page.Losses.MendedFonts, "font-mended");
        Add(page.Losses.Operators, "operators-lost");
        Add(page.Losses.MendedOperators, "operators-mended");
        Add(page.BrokenOff, "content-breaks-off");
        if (invisible)
        {
            warnings.Add("invisible-text");
        }

        Add(hidden, "hidden-layer-text");
        Add(covered, "covered-text");
        Add(blended, "text-without-contrast");
        Add(tiny, "tiny-text");
        Add(page.StatedOtherwise, "actual-text-differs");
        if (legacyFont is not null)
        {
            warnings.Add("legacy-font:" + legacyFont);
        }

        Add(unmapped, "unmapped-characters");
        Add(Outside, "text-outside-page");
        return warnings;
    }

    // What is painted later and lies over the letter: over its foot and over its waist, so that no line through or below it counts.
    private PaintedArea? Cover(Glyph glyph)
    {
        if (page.Areas.Count == 0 || page.Areas[^1].After <= glyph.Index)
        {
            return null;
        }

        var (foot, waist) = (At(glyph, 0.1), At(glyph, 0.45));
        for (var i = page.Areas.Count - 1; i >= 0 && page.Areas[i].After > glyph.Index; i--)
        {
            var area = page.Areas[i];
            if (area.Covers && area.Has(foot) && area.Has(waist))
            {
                return area;
            }
        }

        return null;
    }

    // The last area painted below it, or the paper. Of pictures and patterns nobody knows the colour.
    private bool HasColorBehindIt(Glyph glyph)
    {
        if (glyph.Letter.Color is not { } color)
        {
            return false;
        }

        var waist = At(glyph, 0.3);
        for (var i = page.Areas.Count - 1; i >= 0; i--)
        {
            var area = page.Areas[i];
            if (area.After <= glyph.Index && area.Has(waist))
            {
                return area.Covers && area.Color is { } behind && behind.Is(color);
            }
        }

        return color.Is(White);
    }

    private bool IsScan(PaintedArea area) =>
        area.Color is null && (area.Extent.Right - area.Extent.Left) * (area.Extent.Top - area.Extent.Bottom) > ScanShare * page.Width * page.Height;

    private static PdfPoint At(Glyph glyph, double up)
    {
        var (along, across) = ((glyph.Start + glyph.End) / 2, glyph.Height + (up * glyph.Size));
        return new PdfPoint((along * glyph.Ux) - (across * glyph.Uy), (along * glyph.Uy) + (across * glyph.Ux));
    }
}
