namespace Onus.Domain.Evidence;

/// <summary>Part of a text without its blanks: its first character, from 0, and the one behind its last.</summary>
/// <param name="Start">The first character, 0 or more.</param>
/// <param name="End">The one behind the last, more than <paramref name="Start"/>.</param>
public readonly record struct Stretch(int Start, int End)
{
    /// <summary>Whether both have a character in common.</summary>
    public bool Overlaps(Stretch other) => Start < other.End && other.Start < End;

    /// <summary>
    /// Every place at which some words stand in a text, however white space is shown. A mark at the edge of what somebody selected is not part of it, unless
    /// there is nothing else: a full stop that two sentences share makes neither the other.
    /// </summary>
    /// <returns>The places in their order; none where the text does not hold the words.</returns>
    public static IReadOnlyList<Stretch> Of(string text, string words)
    {
        var (whole, part) = (Bare(text), Bare(words));
        if (part.Length == 0)
        {
            return [];
        }

        var (before, after) = (part.TakeWhile(IsMark).Count(), part.Reverse().TakeWhile(IsMark).Count());
        if (before == part.Length)
        {
            (before, after) = (0, 0);
        }

        var places = new List<Stretch>();
        for (var at = whole.IndexOf(part, StringComparison.Ordinal); at >= 0; at = whole.IndexOf(part, at + 1, StringComparison.Ordinal))
        {
            places.Add(new(at + before, at + part.Length - after));
        }

        return places;
    }

    private static string Bare(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    private static bool IsMark(char letter) => char.IsPunctuation(letter) || char.IsControl(letter);
}
