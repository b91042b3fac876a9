using System.Globalization;
using System.Text;

namespace Onus.Domain.Evidence;

/// <summary>
/// Names of files as they are kept: what a screen does not show, or by what it turns the letters round, is written out. Behind U+202E a program reads as a
/// picture; the name stays told apart from every other, and nothing of it is lost.
/// </summary>
public static class PlainName
{
    /// <summary>The name with each control and each sign of direction as its number, such as <c>[U+202E]</c>.</summary>
    public static string Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!name.Any(IsHidden))
        {
            return name;
        }

        var plain = new StringBuilder(name.Length + 16);
        foreach (var sign in name)
        {
            plain.Append(IsHidden(sign) ? string.Create(CultureInfo.InvariantCulture, $"[U+{(int)sign:X4}]") : sign.ToString());
        }

        return plain.ToString();
    }

    // The marks U+200E and U+200F turn nothing round and stand in the names that phones give.
    private static bool IsHidden(char sign) => char.IsControl(sign) || sign is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069';
}
