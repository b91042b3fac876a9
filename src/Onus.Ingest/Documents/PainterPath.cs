using UglyToad.PdfPig.Core;

namespace Onus.Ingest.Documents;

/// <summary>The path that a page is building, the box that clips it, and the areas painted so far.</summary>
internal sealed class PainterPath
{
    // In points: no letter that is read disappears under a thinner line.
    private const double WideStroke = 3;

    // A chart or a map may paint any number of areas; letters are looked up in each of them.
    private const int MostAreas = 20_000;
    private readonly List<List<PdfPoint>> polygons = [];
    private readonly Stack<Extent> clips = new();
    private readonly List<PaintedArea> areas = [];
    private Extent clip = Extent.All;
    private bool clipsNext;

    public IReadOnlyList<PaintedArea> Areas => areas;

    public bool Drawn { get; private set; }

    public void Push() => clips.Push(clip);

    public void Pop() => clip = clips.TryPop(out var before) ? before : clip;

    public void Move(PdfPoint to) => polygons.Add([to]);

    public void Line(PdfPoint to)
    {
        if (polygons is [.., var last])
        {
            last.Add(to);
        }
    }

    public void Curve(PdfPoint from, PdfPoint a, PdfPoint b, PdfPoint to)
    {
        for (var i = 1; i <= 8; i++)
        {
            var (t, u) = (i / 8.0, 1 - (i / 8.0));
            var (w0, w1, w2, w3) = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t);
            Line(new PdfPoint((w0 * from.X) + (w1 * a.X) + (w2 * b.X) + (w3 * to.X), (w0 * from.Y) + (w1 * a.Y) + (w2 * b.Y) + (w3 * to.Y)));
        }
    }

    public PdfPoint? Close()
    {
        if (polygons is not [.., [var first, ..] last])
        {
            return null;
        }

        last.Add(first);
        return first;
    }

    public void Closed(IReadOnlyList<(double X, double Y)> corners, TransformationMatrix m) =>
        polygons.Add([.. corners.Append(corners[0]).Select(c => m.Transform(new PdfPoint(c.X, c.Y)))]);

    public void ClipNext() => clipsNext = true;

    public void Clip(Extent box) => clip = clip.And(box);

    public void End()
    {
        if (clipsNext)
        {
            Clip(Extent.Of(polygons.SelectMany(p => p)));
            clipsNext = false;
        }

        polygons.Clear();
    }

    public void Fill(FillingRule rule, int after, Rgb? color, bool covers)
    {
        Drawn |= polygons.Count > 0;
        Add([.. polygons.Where(p => p.Count > 2)], rule, after, color, covers);
    }

    public void Stroke(double width, int after, Rgb? color, bool covers)
    {
        Drawn |= polygons.Count > 0;
        if (width < WideStroke)
        {
            return;
        }

        var bars = new List<List<PdfPoint>>();
        foreach (var polygon in polygons)
        {
            for (var i = 0; i + 1 < polygon.Count; i++)
            {
                var (a, b) = (polygon[i], polygon[i + 1]);
                var (dx, dy) = (b.X - a.X, b.Y - a.Y);
                var length = Math.Sqrt((dx * dx) + (dy * dy));
                if (length > 0)
                {
                    var (x, y) = (-dy / length * width / 2, dx / length * width / 2);
                    bars.Add([new(a.X + x, a.Y + y), new(b.X + x, b.Y + y), new(b.X - x, b.Y - y), new(a.X - x, a.Y - y)]);
                }
            }
        }

        Add(bars, FillingRule.NonZeroWinding, after, color, covers);
    }

    /// <summary>The unit square: a picture, or a box of one colour.</summary>
    public void Square(TransformationMatrix m, int after, Rgb? color, bool covers) =>
        Add([[m.Transform(new PdfPoint(0, 0)), m.Transform(new PdfPoint(1, 0)), m.Transform(new PdfPoint(1, 1)), m.Transform(new PdfPoint(0, 1))]],
            FillingRule.NonZeroWinding, after, color, covers);

    /// <summary>Forgets every clipping path: what follows lies over the whole page.</summary>
    public void Unclip()
    {
        clips.Clear();
        clip = Extent.All;
        End();
    }

    /// <summary>All that the clipping path leaves: a shading.</summary>
    public void Shade(int after, bool covers)
    {
        Drawn = true;
        if (clip != Extent.All)
        {
            Add([[new(clip.Left, clip.Bottom), new(clip.Right, clip.Bottom), new(clip.Right, clip.Top), new(clip.Left, clip.Top)]],
                FillingRule.NonZeroWinding, after, null, covers);
        }
    }

    private void Add(List<List<PdfPoint>> outlines, FillingRule rule, int after, Rgb? color, bool covers)
    {
        if (outlines.Count > 0 && areas.Count < MostAreas)
        {
            areas.Add(new PaintedArea([.. outlines], rule, clip, after, color, covers));
        }
    }
}
