using System.Text;

namespace Onus.Ingest.Documents;

/// <summary>
/// Raised and lowered figures, such as note marks typed by hand: 500 with a raised 2 must not read as 5002. They are written as what they are, 500²,
/// and figures of other scripts, which have no raised form, in brackets.
/// </summary>
internal static class DocxFigures
{
    private const string Superscript = "\u2070\u00B9\u00B2\u00B3\u2074\u2075\u2076\u2077\u2078\u2079";

    /// <summary>Appends a part of a run.</summary>
    /// <param name="text">What was read so far.</param>
    /// <param name="part">What follows.</param>
    /// <param name="raised">Above the line 1, below it -1, on it 0.</param>
    /// <param name="open">Whether the text ends in raised or lowered figures in brackets, so that the bracket may go on.</param>
    /// <returns>The same for the next part.</returns>
    public static bool Append(StringBuilder text, string part, int raised, bool open)
    {
        if (raised == 0)
        {
            text.Append(part);
            return open && part.Length == 0;
        }

        foreach (var c in part)
        {
            if (c is >= '0' and <= '9')
            {
                text.Append(raised > 0 ? Superscript[c - '0'] : (char)('\u2080' + c - '0'));
                open = false;
            }
            else if (char.IsDigit(c))
            {
                text.Length -= open ? 1 : 0;
                text.Append(open ? "" : "[").Append(c).Append(']');
                open = true;
            }
            else
            {
                text.Append(c);
                open = false;
            }
        }

        return open;
    }
}
