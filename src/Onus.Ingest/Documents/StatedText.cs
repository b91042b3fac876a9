using System.Text;

namespace Onus.Ingest.Documents;

/// <summary>
/// A span of a page that states its own text (<c>/ActualText</c>, ISO 32000-1, 14.9.4). The stated text is read; it is meant for what letters cannot say,
/// such as hyphens, ligatures and fonts without a mapping, and nothing in the file keeps it true.
/// </summary>
internal sealed class StatedText(string text)
{
    // A soft hyphen marks where a word may break and is not seen where it does not.
    private readonly string stated = text.Replace("\u00AD", "", StringComparison.Ordinal);
    private readonly StringBuilder shown = new();
    private bool known = true;
    private bool begun;

    /// <summary>Whether the letters show letters or digits that the stated text does not have, other figures than it states, or a word less than it states.</summary>
    public bool IsOther
    {
        get
        {
            if (!known)
            {
                return false;
            }

            var (seen, said) = (Compared(shown.ToString()), Compared(stated));
            var digits = seen.Where(char.IsDigit).ToArray();
            return (digits.Length > 0 && !digits.SequenceEqual(said.Where(char.IsDigit))) || !IsWithin(seen);
        }
    }

    /// <summary>What the next letter stands for. <paramref name="mapped"/> is what its font says, null where that says nothing.</summary>
    public string Next(string? mapped)
    {
        known &= mapped is not null && !mapped.Any(c => c is '\uFFFD' or (>= '\uE000' and <= '\uF8FF') || char.IsControl(c));
        shown.Append(mapped);
        var first = !begun;
        begun = true;
        return first ? stated : "";
    }

    // Of Indic, Arabic and Thai letters fonts paint parts and in another order: only their figures can be compared, and the letters of Latin, Greek and Cyrillic.
    private static string Compared(string value) =>
        string.Concat(value.EnumerateRunes().SelectMany(Plain).Where(r => Rune.IsDigit(r) || (Rune.IsLetter(r) && r.Value < 0x0530)).Select(Rune.ToLowerInvariant));

    // Ligatures as their letters; figures of marks and fractions as figures.
    private static IEnumerable<Rune> Plain(Rune rune) => (rune.Value switch
    {
        0xFB00 => "ff",
        0xFB01 => "fi",
        0xFB02 => "fl",
        0xFB03 => "ffi",
        0xFB04 => "ffl",
        0xFB05 or 0xFB06 => "st",
        0xB9 => "1",
        0xB2 => "2",
        0xB3 => "3",
        0xBC => "14",
        0xBD => "12",
        0xBE => "34",
        0x2070 or (>= 0x2074 and <= 0x2079) => ((char)('0' + rune.Value - 0x2070)).ToString(),
        >= 0x2080 and <= 0x2089 => ((char)('0' + rune.Value - 0x2080)).ToString(),
        >= 0xFF10 and <= 0xFF19 => ((char)('0' + rune.Value - 0xFF10)).ToString(),
        _ => rune.ToString(),
    }).EnumerateRunes();

    // In order; others may stand between, as part of a word that has some of them: a letter stands for two, but no word stands for nothing.
    private bool IsWithin(string seen)
    {
        var at = 0;
        foreach (var word in stated.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Compared).Where(w => w.Length > 0))
        {
            var before = at;
            foreach (var c in word)
            {
                at += at < seen.Length && seen[at] == c ? 1 : 0;
            }

            if (at == before && seen.Length > 0)
            {
                return false;
            }
        }

        return at == seen.Length;
    }
}
