using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Onus.Domain.Evidence;

/// <summary>Who speaks at a kind of place, as far as the place itself says.</summary>
public enum SaidBy
{
    /// <summary>Not stated; no codec has it.</summary>
    Unknown = 0,

    /// <summary>Nobody: a machine or a clerk wrote it, or it is a picture.</summary>
    Nobody,

    /// <summary>Whoever the source names as the writer.</summary>
    Writer,

    /// <summary>Whoever tells it, where somebody vouches that it is told in their words.</summary>
    Teller,
}

/// <summary>The words for a place: the key of a text and its values.</summary>
/// <param name="Key">Key of a text.</param>
/// <param name="Values">Its values; numbers of pixels and points are <see cref="double"/>.</param>
public sealed record PlaceWords(string Key, IReadOnlyList<(string Name, object Value)> Values);

/// <summary>
/// All that has to be known of one kind of place: its identity, its JSON, and how people find it. Nothing else asks of which kind a place is. A new kind is its record
/// with its codec, and its entry in <see cref="All"/>.
/// </summary>
public abstract class PositionCodec
{
    /// <summary>The kinds there are.</summary>
    public static IReadOnlyList<PositionCodec> All => Kinds.All;

    /// <summary>The word by which JSON tells the kind, for example <c>text</c>.</summary>
    public abstract string Word { get; }

    /// <summary>The type of its places.</summary>
    public abstract Type Type { get; }

    /// <summary>The word by which the file of a practice case finds a place of this kind by its number, for example <c>line</c>; null where it finds none so.</summary>
    public string? FindBy { get; init; }

    /// <summary>Who speaks there.</summary>
    public SaidBy Said { get; init; }

    /// <summary>Whether a citation hashes the whole file, whatever part of it is meant.</summary>
    public bool IsWholeFile { get; init; }

    /// <summary>The codec of a place.</summary>
    /// <exception cref="KeyNotFoundException">Its kind has none.</exception>
    public static PositionCodec Of(Position at)
    {
        ArgumentNullException.ThrowIfNull(at);
        return Kinds.ByType[at.GetType()];
    }

    /// <summary>The codec of a kind by its word; null for none.</summary>
    public static PositionCodec? Named(string word) => Kinds.ByWord.GetValueOrDefault(word);

    /// <summary>Writes a place: an object whose only field is the word of its kind.</summary>
    public static void Write(Utf8JsonWriter json, Position at)
    {
        ArgumentNullException.ThrowIfNull(json);
        var codec = Of(at);
        json.WriteStartObject();
        json.WriteStartObject(codec.Word);
        codec.WriteFields(json, at);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Reads a place that may come from a process which read a hostile file.</summary>
    /// <exception cref="FormatException">It is of no known kind, or not written as places are; so also other exceptions of <see cref="JsonElement"/>.</exception>
    public static Position Read(JsonElement json)
    {
        var (word, at) = json.EnumerateObject().Select(p => (p.Name, p.Value)).Single();
        return Named(word)?.ReadFields(at) ?? throw new FormatException("A position of an unknown kind.");
    }

    /// <summary>
    /// A place as a row of the database keeps it: the word of its kind and its numbers where those are all there is to it, else its JSON. A million rows keep one each.
    /// </summary>
    public static string TextOf(Position at)
    {
        var codec = Of(at);
        if (codec.NumbersOf(at) is var (number, start, length))
        {
            return string.Create(CultureInfo.InvariantCulture, $"{codec.Word} {number} {start} {length}");
        }

        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            Write(json, at);
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    /// <summary>Reads <see cref="TextOf"/>.</summary>
    /// <exception cref="FormatException">Nobody wrote that; so also other exceptions of <see cref="JsonElement"/>.</exception>
    public static Position FromText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.StartsWith('{'))
        {
            using var json = JsonDocument.Parse(text);
            return Read(json.RootElement);
        }

        return text.Split(' ') is [var word, var number, var start, var length]
            && Named(word)?.FromNumbers(
                int.Parse(number, CultureInfo.InvariantCulture), long.Parse(start, CultureInfo.InvariantCulture), long.Parse(length, CultureInfo.InvariantCulture)) is { } at
            ? at : throw new FormatException("Not the text of a place.");
    }

    /// <summary>What of a place goes into the identity of a record. Never changes for a kind once it has been written.</summary>
    public abstract string IdentityOf(Position at);

    /// <summary>The number by which people find a place: of its line, row, page, paragraph; null where it has none.</summary>
    public abstract int? NumberOf(Position at);

    /// <summary>The words for a place: "page 3".</summary>
    public abstract PlaceWords WordsOf(Position at);

    /// <summary>The range of bytes that a place is; null where it is none.</summary>
    public abstract (long Start, long Length)? BytesOf(Position at);

    /// <summary>The page that a viewer draws for a place, from 1; null where none is drawn.</summary>
    public abstract int? PageOf(Position at);

    /// <summary>The parts of a page or picture that a place is; empty for all of it.</summary>
    public abstract IReadOnlyList<Box> BoxesOf(Position at);

    /// <summary>The same place, but these parts of it; null where a place of this kind has no parts.</summary>
    public abstract Position? WithBoxes(Position at, IReadOnlyList<Box> boxes);

    /// <summary>Of what stands beside the text: the number of the paragraph at which it hangs, which is null where it hangs on none. Not beside: false.</summary>
    public abstract bool IsBeside(Position at, out int? paragraph);

    private protected abstract (int Number, long Start, long Length)? NumbersOf(Position at);

    private protected abstract Position? FromNumbers(int number, long start, long length);

    private protected abstract void WriteFields(Utf8JsonWriter json, Position at);

    private protected abstract Position ReadFields(JsonElement json);

    // Apart, so that they are made when somebody asks for them and not while one of them is.
    private static class Kinds
    {
        internal static readonly IReadOnlyList<PositionCodec> All =
            [TextPosition.Codec, CsvPosition.Codec, PdfPosition.Codec, DocxPosition.Codec, DocxCommentPosition.Codec, ImagePosition.Codec];

        internal static readonly Dictionary<Type, PositionCodec> ByType = All.ToDictionary(codec => codec.Type);

        internal static readonly Dictionary<string, PositionCodec> ByWord = All.ToDictionary(codec => codec.Word, StringComparer.Ordinal);
    }
}

/// <summary>The codec of one kind of place.</summary>
/// <typeparam name="T">The kind.</typeparam>
/// <param name="word">See <see cref="PositionCodec.Word"/>.</param>
public sealed class PositionCodec<T>(string word) : PositionCodec
    where T : Position
{
    /// <inheritdoc/>
    public override string Word => word;

    /// <inheritdoc/>
    public override Type Type => typeof(T);

    /// <summary>See <see cref="IdentityOf"/>.</summary>
    public required Func<T, string> Identity { get; init; }

    /// <summary>Writes the fields in a fixed order.</summary>
    public required Action<Utf8JsonWriter, T> Fields { get; init; }

    /// <summary>Reads the fields back.</summary>
    public required Func<JsonElement, T> From { get; init; }

    /// <summary>The place of three numbers, where the number by which people find it and its range of bytes are all there is to it; null otherwise.</summary>
    public Func<int, long, long, T>? Short { get; init; }

    /// <summary>See <see cref="WordsOf"/>.</summary>
    public required Func<T, PlaceWords> Words { get; init; }

    /// <summary>See <see cref="NumberOf"/>.</summary>
    public Func<T, int?> Number { get; init; } = _ => null;

    /// <summary>See <see cref="BytesOf"/>.</summary>
    public Func<T, (long Start, long Length)?> Bytes { get; init; } = _ => null;

    /// <summary>See <see cref="PageOf"/>.</summary>
    public Func<T, int?> Page { get; init; } = _ => null;

    /// <summary>See <see cref="BoxesOf"/>.</summary>
    public Func<T, IReadOnlyList<Box>> Boxes { get; init; } = _ => [];

    /// <summary>The same place with other parts; null where a place of this kind has none.</summary>
    public Func<T, IReadOnlyList<Box>, Position>? Part { get; init; }

    /// <summary>See <see cref="IsBeside"/>; null where places of this kind stand in the text.</summary>
    public Func<T, int?>? Beside { get; init; }

    /// <inheritdoc/>
    public override string IdentityOf(Position at) => Identity((T)at);

    /// <inheritdoc/>
    public override int? NumberOf(Position at) => Number((T)at);

    /// <inheritdoc/>
    public override PlaceWords WordsOf(Position at) => Words((T)at);

    /// <inheritdoc/>
    public override (long Start, long Length)? BytesOf(Position at) => Bytes((T)at);

    /// <inheritdoc/>
    public override int? PageOf(Position at) => Page((T)at);

    /// <inheritdoc/>
    public override IReadOnlyList<Box> BoxesOf(Position at) => Boxes((T)at);

    /// <inheritdoc/>
    public override Position? WithBoxes(Position at, IReadOnlyList<Box> boxes) => Part?.Invoke((T)at, boxes);

    /// <inheritdoc/>
    public override bool IsBeside(Position at, out int? paragraph)
    {
        paragraph = Beside?.Invoke((T)at);
        return Beside is not null;
    }

    private protected override (int Number, long Start, long Length)? NumbersOf(Position at) =>
        Short is not null && Number((T)at) is { } number && Bytes((T)at) is var (start, length) ? (number, start, length) : null;

    private protected override Position? FromNumbers(int number, long start, long length) => Short?.Invoke(number, start, length);

    private protected override void WriteFields(Utf8JsonWriter json, Position at) => Fields(json, (T)at);

    private protected override Position ReadFields(JsonElement json) => From(json);
}
