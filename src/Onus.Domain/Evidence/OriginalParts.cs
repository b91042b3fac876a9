using Onus.Domain.Shared;

namespace Onus.Domain.Evidence;

/// <summary>
/// What of an original may leave the vault for one reader: what its authority covers, but for what may be privileged and is not theirs to read. A page or a picture
/// leaves whole or not at all; what is not divided into pages is one.
/// </summary>
/// <param name="File">The file.</param>
/// <param name="Kept">Where its records stand that the authority covers. Need not be known of a file that it covers whole.</param>
/// <param name="Withheld">Where the records stand whose words are kept from the reader, those of older readings too: the original still holds them.</param>
public sealed record OriginalParts(Material File, IReadOnlyList<Position> Kept, IReadOnlyList<Position> Withheld)
{
    private Error? Outside => Error.Invalid("files.original-outside", ("file", File.Title));

    private Error? Privileged => Error.Invalid("files.original-privileged", ("file", File.Title));

    /// <summary>Why what stands around a passage is not given out; null where it is. Whether the whole leaves the vault is for <see cref="WholeOriginal"/> to say: other files may lie in it.</summary>
    public Error? RefuseAround() => !Authority.CoversWhole(File) ? Outside : Withheld.Count > 0 ? Privileged : null;

    /// <summary>Why a page of it is not drawn; null where it is.</summary>
    /// <param name="page">The page, from 1; null for what has none, which is all of the file.</param>
    public Error? RefusePage(int? page) =>
        !Authority.CoversWhole(File) && !Kept.Any(at => at.DrawnPage() == page) ? Outside
        : Withheld.Any(at => page is null || at.DrawnPage() is not { } of || of == page) ? Privileged : null;

    /// <summary>Why it is not opened as a picture, which is one record; null where it is.</summary>
    public Error? RefusePicture() => !Authority.CoversWhole(File) && !Kept.Any(at => at.IsWholeFile()) ? Outside : Withheld.Count > 0 ? Privileged : null;
}
