using System.Security.Cryptography;
using Onus.Domain.Evidence;
using Onus.Ingest.Contract;

namespace Onus.Ingest.Images;

/// <summary>
/// What a citation of an image hashes: the whole file, also where a part is cited. Boxes are in pixels of the picture as displayed, with the orientation
/// that the camera stated applied, as browsers do.
/// </summary>
public static class ImageSlice
{
    /// <summary>The hash of what stands at a place, or null where the file cannot be read or the box lies outside the picture.</summary>
    public static Sha256? Of(EvidenceFile file, ImagePosition at)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(at);
        var kind = ImageContainer.Detect(file.Prefix.Span);
        if (kind is ImageKind.None || ImageFacts.Of(kind, file) is not { } facts)
        {
            return null;
        }

        // A box may end on the far edge, and rounding in a viewer may take it a pixel beyond.
        var inside = at.Box is not { } box
            || (box.X >= 0 && box.Y >= 0 && box.Width > 0 && box.Height > 0 && box.X + box.Width <= facts.Width + 1 && box.Y + box.Height <= facts.Height + 1);
        return inside ? OfBytes(file) : null;
    }

    internal static Sha256 OfBytes(EvidenceFile file)
    {
        using var bytes = file.Open();
        return new Sha256(Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }
}
