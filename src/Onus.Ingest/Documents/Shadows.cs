using UglyToad.PdfPig.Core;

namespace Onus.Ingest.Documents;

/// <summary>Text painted twice, the second time a little aside: a shadow, or bold letters by a wider step. The later one lies above and is read.</summary>
internal static class Shadows
{
    // In parts of the font size: no two lines and no two cells are as close.
    private const double Farthest = 0.35;
    private const double Same = 0.05;

    // Beside each other letters of one kind stand, above each other they do not.
    private const double Aside = 0.08;

    // In parts of the font size: what is farther away is another word.
    private const double WordGap = 0.1;
    private const double ChainGap = 1.5;

    // A pattern of the same letter over and over is no shadow, and would cost a page its time.
    private const int MostCopies = 8;

    private readonly record struct Pair(int Below, int Above, double Along, double Across);

    /// <summary>The letters that other ones paint again, by their place in the order of painting.</summary>
    public static HashSet<int> Of(IReadOnlyList<PaintedLetter> letters)
    {
        var below = new HashSet<int>();
        var pairs = Pairs(letters);
        var chain = new List<Pair>();
        for (var i = 0; i < letters.Count; i++)
        {
            if (!pairs.TryGetValue(i, out var candidates))
            {
                continue;
            }

            // A letter belongs to the shadow that the one before it is part of; otherwise it begins one, below the copy that lies highest.
            var next = chain is [.., var last] && Gap(letters[last.Below], letters[i]) is { } gap && gap > -Farthest && gap < ChainGap
                ? candidates.Cast<Pair?>().LastOrDefault(c => Math.Abs(c!.Value.Along - last.Along) < Same && Math.Abs(c.Value.Across - last.Across) < Same) : null;
            if (next is null)
            {
                Close(chain, letters, below);
                next = candidates[^1];
            }

            chain.Add(next.Value);
        }

        Close(chain, letters, below);
        return below;
    }

    // By the lower letter: every later one that is the same and as large, and stands a little aside. Steps are in parts of the font size.
    private static Dictionary<int, List<Pair>> Pairs(IReadOnlyList<PaintedLetter> letters)
    {
        var pairs = new Dictionary<int, List<Pair>>();
        var places = new Dictionary<(string Text, int Cell, int X, int Y), List<int>>();
        for (var i = 0; i < letters.Count; i++)
        {
            var letter = letters[i];
            if (string.IsNullOrWhiteSpace(letter.Text) || letter.Size is not (> 0 and < 10_000) || Math.Abs(letter.From.X) > 1e6 || Math.Abs(letter.From.Y) > 1e6)
            {
                continue;
            }

            var cell = (int)Math.Ceiling(letter.Size * 2);
            var (x, y) = ((int)Math.Floor(letter.From.X / (cell * Farthest / 2)), (int)Math.Floor(letter.From.Y / (cell * Farthest / 2)));
            for (var k = 0; k < 9; k++)
            {
                foreach (var other in places.GetValueOrDefault((letter.Text, cell, x + (k % 3) - 1, y + (k / 3) - 1)) ?? [])
                {
                    // What is not seen covers nothing that is.
                    if (letters[other].Invisible != letter.Invisible || letters[other].Hidden != letter.Hidden)
                    {
                        continue;
                    }

                    var (along, across) = Step(letters[other], letter);
                    if (Math.Sqrt((along * along) + (across * across)) < Farthest && Math.Abs(letters[other].Size - letter.Size) < 0.01 * letter.Size)
                    {
                        (pairs.TryGetValue(other, out var list) ? list : pairs[other] = []).Add(new Pair(other, i, along, across));
                    }
                }
            }

            if (!places.TryGetValue((letter.Text, cell, x, y), out var here))
            {
                places.Add((letter.Text, cell, x, y), here = []);
            }

            if (here.Count < MostCopies)
            {
                here.Add(i);
            }
        }

        foreach (var list in pairs.Values)
        {
            list.Sort((a, b) => a.Above.CompareTo(b.Above));
        }

        return pairs;
    }

    private static void Close(List<Pair> chain, IReadOnlyList<PaintedLetter> letters, HashSet<int> below)
    {
        if (chain.Count > 0 && IsShadow(chain, letters))
        {
            below.UnionWith(chain.Select(p => p.Below));
        }

        chain.Clear();
    }

    // Letters of one kind stand side by side in "ill" too, and "la la" is no shadow: it is whole words, none of whose letters is the copy of another one of them,
    // and the step is smaller than half of the text.
    private static bool IsShadow(List<Pair> chain, IReadOnlyList<PaintedLetter> letters)
    {
        HashSet<int> copies = [.. chain.Select(p => p.Above)], shown = [.. chain.Select(p => p.Below)];
        var (first, last) = (chain[0], chain[^1]);
        var isAside = Math.Abs(first.Across) > Aside;
        if (copies.Overlaps(shown) || (!isAside && chain.Select(p => letters[p.Below].Text).Distinct().Take(2).Count() < 2))
        {
            return false;
        }

        var length = chain.Count == 1 ? Length(letters[first.Below]) : Distance(letters[first.Below].From, letters[last.Below].To);
        return Math.Abs(first.Along) * letters[first.Below].Size < length * (chain.Count == 1 ? 1 : 0.5)
            && !GoesOn(first.Below, -1, [.. copies, .. shown], letters) && !GoesOn(last.Below, 1, [.. copies, .. shown], letters);
    }

    // Whether the word goes on with a letter that is not painted again.
    private static bool GoesOn(int from, int step, HashSet<int> painted, IReadOnlyList<PaintedLetter> letters)
    {
        var i = from + step;
        while (i >= 0 && i < letters.Count && painted.Contains(i))
        {
            i += step;
        }

        if (i < 0 || i >= letters.Count || string.IsNullOrWhiteSpace(letters[i].Text))
        {
            return false;
        }

        var gap = step > 0 ? Gap(letters[from], letters[i]) : Gap(letters[i], letters[from]);
        return gap is > -WordGap and < WordGap;
    }

    /// <summary>From the end of one letter to the beginning of the next, along the baseline that they share; null where they share none.</summary>
    private static double? Gap(PaintedLetter a, PaintedLetter b)
    {
        var (along, across) = Step(a, b);
        return Math.Abs(across) < Same ? along - (Length(a) / a.Size) : null;
    }

    private static (double Along, double Across) Step(PaintedLetter a, PaintedLetter b)
    {
        var length = Length(a);
        var (ux, uy) = length > 1e-3 ? ((a.To.X - a.From.X) / length, (a.To.Y - a.From.Y) / length) : (1.0, 0.0);
        var (dx, dy) = (b.From.X - a.From.X, b.From.Y - a.From.Y);
        return (((dx * ux) + (dy * uy)) / a.Size, ((dy * ux) - (dx * uy)) / a.Size);
    }

    private static double Length(PaintedLetter letter) => Distance(letter.From, letter.To);

    private static double Distance(PdfPoint a, PdfPoint b) => Math.Sqrt(((a.X - b.X) * (a.X - b.X)) + ((a.Y - b.Y) * (a.Y - b.Y)));
}
