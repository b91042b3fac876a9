using System.Globalization;
using System.Text;

namespace Onus.Domain.Shared;

/// <summary>Names as people mean them: "Bank of Kestria" and "bank  of kestria." are one.</summary>
public static class Spelling
{
    /// <summary>
    /// A name with what makes no difference taken away: compatibility forms, case, marks on letters, spaces and punctuation. A name of nothing but
    /// marks is kept as it is. For comparing only, never for showing.
    /// </summary>
    public static string Folded(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var folded = new StringBuilder(name.Length);
        foreach (var rune in name.Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark) && Rune.IsLetterOrDigit(rune))
            {
                folded.Append(Rune.ToLowerInvariant(rune));
            }
        }

        return folded.Length > 0 ? folded.ToString() : name.Trim().Replace('/', '-');
    }

    /// <summary>Whether two names are meant to be the same.</summary>
    public static bool Same(string one, string other) => Folded(one) == Folded(other);
}
