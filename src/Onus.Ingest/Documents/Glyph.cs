using System.Text;
using UglyToad.PdfPig.Core;

namespace Onus.Ingest.Documents;

/// <summary>
/// A letter on axes turned with its baseline: <c>Start</c> and <c>End</c> along it, <c>Height</c> across it, upwards. <c>Index</c> is its place in the order of
/// painting; at <c>Next</c> the file expects the letter that follows.
/// </summary>
internal readonly record struct Glyph(
    string Text, PdfPoint Origin, double Ux, double Uy, double Start, double End, double Next, double Height, double Size, int Index, PaintedLetter Letter)
{
    /// <summary>No page is as large; what lies beyond is the work of a broken file, and would not fit the numbers below.</summary>
    private const double Limit = 1e6;

    public bool IsFinite => Math.Abs(Start) < Limit && Math.Abs(End) < Limit && Math.Abs(Height) < Limit && Size is > 0 and < Limit;

    /// <summary>Reads a letter. Marks without width have no direction of their own and take that of the letter before.</summary>
    public static Glyph Of(PaintedLetter letter, int index, Glyph? before)
    {
        var (from, to) = (letter.From, letter.To);
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var length = Math.Sqrt((dx * dx) + (dy * dy));
        var (ux, uy) = length > 1e-3 ? (dx / length, dy / length) : before is { } b ? (b.Ux, b.Uy) : (1.0, 0.0);
        var start = (from.X * ux) + (from.Y * uy);
        return new Glyph(
            Clean(letter.Text), from, ux, uy, start, start + length, start + length + letter.Spacing, (from.Y * ux) - (from.X * uy), letter.Size, index, letter);
    }

    /// <summary>How far the other letter's baseline lies above this one's.</summary>
    public double Across(Glyph other) => (other.Origin.Y * Ux) - (other.Origin.X * Uy) - Height;

    // White space inside a letter comes from spans that state the text of several; control characters and half surrogates say that a letter has no known character.
    private static string Clean(string? value)
    {
        if (string.IsNullOrEmpty(value) || (value.Length == 1 && value[0] > ' ' && !char.IsControl(value[0]) && !char.IsSurrogate(value[0])))
        {
            return value ?? "";
        }

        var text = new StringBuilder(value.Length);
        foreach (var rune in value.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                if (text.Length == 0 || text[^1] != ' ')
                {
                    text.Append(' ');
                }
            }
            else
            {
                text.Append(Rune.IsControl(rune) ? Rune.ReplacementChar : rune);
            }
        }

        return text.Length > 1 ? text.ToString().Trim(' ') : text.ToString();
    }
}

/// <summary>Letters of one word, in the order of the file.</summary>
internal sealed class GlyphRun
{
    /// <summary>In parts of the size of the word: what is set smaller is a mark or an exponent.</summary>
    public const double SmallSize = 0.85;
    private readonly List<Glyph> glyphs = [];

    public IReadOnlyList<Glyph> Glyphs => glyphs;

    public Glyph First => glyphs[0];

    /// <summary>The first letter of full size: where the baseline is.</summary>
    public Glyph Foot
    {
        get
        {
            var size = Size;
            return glyphs.Find(g => g.Size >= SmallSize * size);
        }
    }

    /// <summary>The letter that the next one has to follow.</summary>
    public Glyph Last { get; private set; }

    public double Start { get; private set; } = double.MaxValue;

    public double End { get; private set; } = double.MinValue;

    public double Size { get; private set; }

    /// <summary>The characters in the order in which they are read.</summary>
    public string Text => LineOrder.Text(Raised.Any(this) ? [.. glyphs.Select(g => g with { Text = Raised.Text(this, g) })] : glyphs);

    public void Add(Glyph glyph)
    {
        glyphs.Add(glyph);
        Size = Math.Max(Size, glyph.Size);
        Last = glyph;
        Stretch(glyph);
    }

    /// <summary>Takes the room of a letter without text of its own.</summary>
    public void Widen(Glyph glyph)
    {
        if (Math.Abs(Last.Across(glyph)) < Size)
        {
            Last = Last with { Start = Math.Min(Last.Start, glyph.Start), End = Math.Max(Last.End, glyph.End), Next = Math.Max(Last.Next, glyph.Next) };
            Stretch(glyph);
        }
    }

    /// <summary>Appends the letters of another run.</summary>
    public void Add(GlyphRun other)
    {
        foreach (var glyph in other.glyphs)
        {
            Add(glyph);
        }

        Start = Math.Min(Start, other.Start);
        End = Math.Max(End, other.End);
    }

    private void Stretch(Glyph glyph)
    {
        Start = Math.Min(Start, glyph.Start);
        End = Math.Max(End, glyph.End);
    }
}
