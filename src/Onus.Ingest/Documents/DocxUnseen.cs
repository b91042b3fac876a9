using System.Text;

namespace Onus.Ingest.Documents;

/// <summary>The words of a paragraph that nobody sees on the page, by why; words that go on over several runs are one.</summary>
internal sealed class DocxUnseen
{
    private static readonly string[] Keys = ["covered-text", "text-without-contrast", "tiny-text"];
    private readonly StringBuilder[] words = [new(), new(), new()];

    /// <summary>Takes a part of the text, in its order.</summary>
    /// <param name="part">The part.</param>
    /// <param name="why">Why nobody sees it; null where it is seen.</param>
    public void Add(string part, string? why)
    {
        for (var i = 0; i < Keys.Length; i++)
        {
            words[i].Append(Keys[i] == why ? part : part.Length > 0 ? "\n" : "");
        }
    }

    /// <summary>A warning for each why, with how many words.</summary>
    public IEnumerable<string> Warnings => Keys.Zip(words)
        .Select(pair => (Key: pair.First, Count: pair.Second.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length))
        .Where(pair => pair.Count > 0).Select(pair => FormattableString.Invariant($"{pair.Key}:{pair.Count}"));
}
