using System.Text;
using Onus.Content;

namespace Onus.Casework.Proof;

/// <summary>What a part of a sentence names, so that a page can link it and a document can leave it as words.</summary>
public enum PartKind
{
    /// <summary>Words.</summary>
    Text = 0,

    /// <summary>An exhibit; the target is its number.</summary>
    Exhibit,

    /// <summary>A foundation; the target is its id.</summary>
    Foundation,

    /// <summary>A fact; the target is its id.</summary>
    Fact,

    /// <summary>An element; the target is its id in the law pack.</summary>
    Element,

    /// <summary>A count; the target is its number.</summary>
    Count,
}

/// <summary>A part of a sentence.</summary>
/// <param name="Text">What is read.</param>
/// <param name="Kind">What it names.</param>
/// <param name="Target">Which; empty for words.</param>
public sealed record Part(string Text, PartKind Kind = PartKind.Text, string Target = "");

/// <summary>A sentence, or a piece of one, whose names can be followed. <see cref="ToString"/> is the sentence as it is read.</summary>
/// <param name="Parts">Its parts in order.</param>
public sealed record Sentence(IReadOnlyList<Part> Parts)
{
    /// <summary>Nothing to say.</summary>
    public static readonly Sentence None = new([]);

    /// <summary>Whether there is nothing to say.</summary>
    public bool IsEmpty => Parts.Count == 0;

    /// <summary>Words alone.</summary>
    public static Sentence Of(string words) => new([new Part(words)]);

    /// <summary>One part is a sentence.</summary>
    public static implicit operator Sentence(Part part) => new([part]);

    /// <inheritdoc/>
    public override string ToString() => string.Concat(Parts.Select(part => part.Text));
}

/// <summary>Puts names that can be followed into screen texts.</summary>
public static class Phrasing
{
    // Marks of the private use area stand for the sentences while the text is filled; no text of a language holds one.
    private const char First = '\uE000';
    private const char Last = '\uF8FF';

    /// <summary>The text of a key; values that are a <see cref="Sentence"/> or a <see cref="Part"/> keep what they name.</summary>
    public static Sentence Say(this Texts texts, string key, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var named = new List<Sentence>();
        var filled = new (string Name, object? Value)[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            // Words from a file may hold such a mark themselves, as text in the private letters of a font does: they are kept whole like a name.
            var sentence = values[i].Value switch { Sentence s => s, Part p => p, string words when words.AsSpan().ContainsAnyInRange(First, Last) => Sentence.Of(words), _ => null };
            filled[i] = values[i];
            if (sentence is not null)
            {
                filled[i].Value = ((char)(First + named.Count)).ToString();
                named.Add(sentence);
            }
        }

        return Split(texts.Format(key, filled), named);
    }

    /// <summary>"a", "a and b", "a, b and c".</summary>
    public static Sentence List(this Texts texts, IReadOnlyList<Sentence> items)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(items);
        return items.Count == 0
            ? Sentence.None
            : items.Skip(1).Index().Aggregate(items[0], (soFar, next) => texts.Say(next.Index == items.Count - 2 ? "proof.list.last" : "proof.list.more", ("before", soFar), ("next", next.Item)));
    }

    private static Sentence Split(string text, List<Sentence> named)
    {
        var parts = new List<Part>();
        var words = new StringBuilder();
        foreach (var c in text)
        {
            if (c >= First && c < First + named.Count)
            {
                Flush();
                parts.AddRange(named[c - First].Parts);
            }
            else
            {
                words.Append(c);
            }
        }

        Flush();
        return new(parts);

        void Flush()
        {
            if (words.Length > 0)
            {
                parts.Add(new Part(words.ToString()));
                words.Clear();
            }
        }
    }
}
