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

    /// <summary>Whether the letters show letters or digits that the stated text does not have, or other figures than it states.</summary>
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
            return digits.Length > 0 && !digits.SequenceEqual(said.Where(char.IsDigit))
                || !IsWithin(seen, said);
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

    // Ligatures as their letters, without what surrounds words. Of Indic, Arabic and Thai letters fonts paint parts and in another order: only their
    // figures can be compared, and the letters of Latin, Greek and Cyrillic.
    private static string Compared(string value)
    {
        try
        {
            return string.Concat(value.Normalize(NormalizationForm.FormKC).ToLowerInvariant().EnumerateRunes().Where(r => Rune.IsDigit(r) || (Rune.IsLetter(r) && r.Value < 0x0530)));
        }
        catch (ArgumentException)
        {
            // Half a surrogate pair: no letters that could be compared.
            return "";
        }
    }

    // In order, others may stand between.
    private static bool IsWithin(string part, string whole)
    {
        var at = 0;
        foreach (var c in part)
        {
            at = whole.IndexOf(c, at) + 1;
            if (at == 0)
            {
                return false;
            }
        }

        return true;
    }
}
