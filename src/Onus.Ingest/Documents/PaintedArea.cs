using UglyToad.PdfPig.Core;

namespace Onus.Ingest.Documents;

/// <summary>An area that the page paints over what stands below it.</summary>
/// <param name="Polygons">Its outlines, curves as short straight lines.</param>
/// <param name="Rule">Which points lie inside.</param>
/// <param name="Clip">What of it is seen: the box around the clipping path.</param>
/// <param name="After">So many letters of the page are painted before it.</param>
/// <param name="Color">Its colour; null for pictures, patterns and shadings.</param>
/// <param name="Covers">Whether it hides what lies below: transparent areas do not, but they too change what colour lies behind a letter.</param>
internal sealed record PaintedArea(IReadOnlyList<IReadOnlyList<PdfPoint>> Polygons, FillingRule Rule, Extent Clip, int After, Rgb? Color, bool Covers)
{
    private readonly Extent extent = Extent.Of(Polygons.SelectMany(p => p)).And(Clip);

    /// <summary>The box around what is seen of it.</summary>
    public Extent Extent => extent;

    /// <summary>Whether a point lies inside (ISO 32000-1, 8.5.3.3).</summary>
    public bool Has(PdfPoint point)
    {
        if (!extent.Has(point))
        {
            return false;
        }

        int winding = 0, crossings = 0;
        foreach (var polygon in Polygons)
        {
            for (var i = 0; i < polygon.Count; i++)
            {
                var (a, b) = (polygon[i], polygon[(i + 1) % polygon.Count]);
                if (a.Y <= point.Y == b.Y <= point.Y)
                {
                    continue;
                }

                if (a.X + ((point.Y - a.Y) / (b.Y - a.Y) * (b.X - a.X)) > point.X)
                {
                    crossings++;
                    winding += b.Y > a.Y ? 1 : -1;
                }
            }
        }

        return Rule == FillingRule.EvenOdd ? (crossings & 1) == 1 : winding != 0;
    }
}

/// <summary>A box whose sides are level.</summary>
internal readonly record struct Extent(double Left, double Bottom, double Right, double Top)
{
    /// <summary>Everything.</summary>
    public static readonly Extent All = new(double.MinValue, double.MinValue, double.MaxValue, double.MaxValue);

    /// <summary>The box around points.</summary>
    public static Extent Of(IEnumerable<PdfPoint> points)
    {
        var box = new Extent(double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
        foreach (var p in points)
        {
            box = new Extent(Math.Min(box.Left, p.X), Math.Min(box.Bottom, p.Y), Math.Max(box.Right, p.X), Math.Max(box.Top, p.Y));
        }

        return box;
    }

    /// <summary>What lies in both.</summary>
    public Extent And(Extent other) =>
        new(Math.Max(Left, other.Left), Math.Max(Bottom, other.Bottom), Math.Min(Right, other.Right), Math.Min(Top, other.Top));

    /// <summary>Whether a point lies in it.</summary>
    public bool Has(PdfPoint p) => p.X >= Left && p.X <= Right && p.Y >= Bottom && p.Y <= Top;
}
