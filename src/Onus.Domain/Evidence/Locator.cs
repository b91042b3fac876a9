using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace Onus.Domain.Evidence;

/// <summary>A SHA-256 in lower-case hexadecimal, 64 characters (FIPS 180-4).</summary>
/// <param name="Hex">The 64 characters.</param>
public readonly record struct Sha256(string Hex)
{
    /// <summary>The hash of some bytes.</summary>
    public static Sha256 Of(ReadOnlySpan<byte> bytes) => new(Convert.ToHexStringLower(SHA256.HashData(bytes)));

    /// <inheritdoc/>
    public override string ToString() => Hex;
}

/// <summary>
/// A citation that a machine can check: which file, through which containers, at which place, and the hash of what stands there.
/// </summary>
/// <param name="Blob">Hash of the file as received.</param>
/// <param name="Chain">Containers from the outside in; empty for a plain file.</param>
/// <param name="At">The place in the innermost file.</param>
/// <param name="Slice">
/// Hash of the bytes at <paramref name="At"/>; for PDF and DOCX of the UTF-8 text as read; for an image of the whole file.
/// </param>
public sealed record Locator(Sha256 Blob, IReadOnlyList<ContainerEntry> Chain, Position At, Sha256 Slice)
{
    /// <summary>Whether both hold some of the same bytes of the same file. What is no range of bytes is cut in one way only.</summary>
    public bool Meets(Locator other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Blob == other.Blob && Chain.SequenceEqual(other.Chain) && At.Bytes() is var (start, length) && other.At.Bytes() is var (begin, size) && start < begin + size && begin < start + length;
    }
}

/// <summary>One step into a container.</summary>
/// <param name="Kind">What the container is, in small letters: <see cref="Zip"/>. Part of the identity of records.</param>
/// <param name="Path">Name of the entry as the container states it. Data, never a path to write to.</param>
/// <param name="Sha256">Hash of the entry's bytes.</param>
public sealed record ContainerEntry(string Kind, string Path, Sha256 Sha256)
{
    /// <summary>The kind of ZIP files.</summary>
    public const string Zip = "zip";

    /// <summary>An entry of a ZIP file.</summary>
    public static ContainerEntry InZip(string path, Sha256 hash) => new(Zip, path, hash);

    /// <summary>Writes it: an object with the path under the word of the kind, and the hash.</summary>
    public void Write(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject();
        json.WriteString(Kind, Path);
        json.WriteString("sha256", Sha256.Hex);
        json.WriteEndObject();
    }

    /// <summary>Reads it, out of JSON that may come from a process which read a hostile file.</summary>
    /// <exception cref="FormatException">It is not written so; other exceptions of <see cref="JsonElement"/> likewise.</exception>
    public static ContainerEntry Read(JsonElement json)
    {
        var kind = json.EnumerateObject().Single(field => field.Name != "sha256");
        return kind.Name.Length is > 0 and <= 20 && kind.Name.All(char.IsAsciiLetterLower) && kind.Value.GetString() is { } path && json.GetProperty("sha256").GetString() is { Length: 64 } hex
            ? new(kind.Name, path, new Sha256(hex)) : throw new FormatException("Not a step into a container.");
    }
}

/// <summary>A rectangle from the top left corner: points in a PDF, pixels in an image.</summary>
/// <param name="X">Distance from the left edge, 0 or more.</param>
/// <param name="Y">Distance from the top edge, 0 or more.</param>
/// <param name="Width">Width, more than 0.</param>
/// <param name="Height">Height, more than 0.</param>
public readonly record struct Box(double X, double Y, double Width, double Height)
{
    // The text in the identity of a place, to two decimals.
    internal string Identity => string.Create(CultureInfo.InvariantCulture, $" [{X:0.##} {Y:0.##} {Width:0.##} {Height:0.##}]");

    internal static Box Read(JsonElement json) =>
        json.GetArrayLength() == 4
            ? new Box(Number(json[0]), Number(json[1]), Number(json[2]), Number(json[3]))
            : throw new FormatException("A box has four numbers.");

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartArray();

        // Two decimals, as in the identity: a hundredth of a point is finer than any print.
        json.WriteNumberValue(Math.Round(X, 2));
        json.WriteNumberValue(Math.Round(Y, 2));
        json.WriteNumberValue(Math.Round(Width, 2));
        json.WriteNumberValue(Math.Round(Height, 2));
        json.WriteEndArray();
    }

    // 1e999 is JSON and no number that can be written again.
    private static double Number(JsonElement json) =>
        json.GetDouble() is var number && double.IsFinite(number) ? number : throw new FormatException("A number is too large.");
}
