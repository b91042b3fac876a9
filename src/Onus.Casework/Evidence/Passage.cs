using System.Globalization;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Store.Database;

namespace Onus.Casework.Evidence;

/// <summary>A passage of a record: the place that the exhibit cites, and its words.</summary>
/// <param name="Locator">The place. For words of a message, a row or a paragraph it is the whole record, which is what a machine can check.</param>
/// <param name="Quote">The cited words, exactly as the record has them; of a payment, by default, what its whole row says.</param>
public sealed record Passage(Locator Locator, string Quote)
{
    /// <summary>Finds the passage in its record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="quote">The marked words; white space is compared as one blank, as a browser shows it. Empty for the whole record.</param>
    /// <param name="boxes">Parts of a page or picture.</param>
    /// <returns><c>cite.quote-not-there</c> when the record does not hold these words, <c>cite.box-outside</c> when the picture does not hold the part.</returns>
    public static Result<Passage> Locate(RecordRow record, string quote, IReadOnlyList<Box> boxes)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(quote);
        if (boxes.Count > 0 && record.Locator.At is var at && at.IsWholeFile() && at.With([boxes[0]]) is { } part)
        {
            return PictureSize.Of(record) is { } size && !size.Holds(boxes[0])
                ? Outside(size)
                : new Passage(record.Locator with { At = part }, "");
        }

        if (string.IsNullOrWhiteSpace(quote) || (record.Kind == RecordKind.Payment && IsAll(record, quote)))
        {
            return new Passage(record.Locator, Whole(record));
        }

        return Find(record.Text ?? "", quote.Trim()) is { } exact
            ? new Passage(record.Locator, exact)
            : Error.Invalid("cite.quote-not-there");
    }

    /// <summary>The words of a whole record: its text, and of a payment what its row says.</summary>
    public static string Whole(RecordRow record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return record.Kind == RecordKind.Payment ? record.AsCited().Row : record.Text ?? "";
    }

    // Before whole rows were cited, the text of a payment alone was.
    internal static bool IsSame(RecordRow record, string one, string other) =>
        one == other || (record.Kind == RecordKind.Payment && IsAll(record, one) && IsAll(record, other));

    private static bool IsAll(RecordRow record, string quote) =>
        record.AsCited().IsRow(quote) || (record.Text is { } text && Find(text.Trim(), quote.Trim())?.Length == text.Trim().Length);

    /// <summary>The answer to a part that lies outside its picture or page.</summary>
    internal static Error Outside(PictureSize size) => Error.Invalid(
        "cite.box-outside",
        ("width", size.Width.ToString("0.##", CultureInfo.InvariantCulture)), ("height", size.Height.ToString("0.##", CultureInfo.InvariantCulture)));

    /// <summary>The words as the record writes them, found without regard to how white space is shown.</summary>
    private static string? Find(string text, string quote)
    {
        for (var start = 0; start < text.Length; start++)
        {
            var at = start;
            var q = 0;
            while (at < text.Length && q < quote.Length)
            {
                if (char.IsWhiteSpace(quote[q]) && char.IsWhiteSpace(text[at]))
                {
                    while (q < quote.Length && char.IsWhiteSpace(quote[q]))
                    {
                        q++;
                    }

                    while (at < text.Length && char.IsWhiteSpace(text[at]))
                    {
                        at++;
                    }
                }
                else if (text[at] == quote[q])
                {
                    at++;
                    q++;
                }
                else
                {
                    break;
                }
            }

            if (q == quote.Length)
            {
                return text[start..at];
            }
        }

        return null;
    }
}
