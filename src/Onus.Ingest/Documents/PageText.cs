using System.Text;
using Onus.Domain.Evidence;

namespace Onus.Ingest.Documents;

/// <summary>
/// The text of words: in reading order, one space between words of a line, one line feed between lines, nothing before or after.
/// What a citation of a page or of boxes hashes is the UTF-8 of this text.
/// </summary>
public static class PageText
{
    /// <summary>The text of all words; empty without words.</summary>
    public static string Of(IReadOnlyList<PageWord> words) => Join(words);

    /// <summary>The text of the words whose centre lies in one of the boxes, each once, whatever the order of the boxes.</summary>
    public static string In(IReadOnlyList<PageWord> words, IReadOnlyList<Box> boxes) =>
        Join(words.Where(word => boxes.Any(word.IsIn)));

    private static string Join(IEnumerable<PageWord> words)
    {
        var text = new StringBuilder();
        PageWord? before = null;
        foreach (var word in words)
        {
            if (before is not null)
            {
                text.Append(before.Line == word.Line ? ' ' : '\n');
            }

            text.Append(word.Text);
            before = word;
        }

        return text.ToString();
    }
}
