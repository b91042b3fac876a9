using Onus.Domain.Evidence;
using Onus.Ingest.Contract;
using Onus.Ingest.Documents;

namespace Onus.Ingest.Images;

/// <summary>
/// Reads JPEG, PNG, GIF, WebP, TIFF, HEIC and AVIF: one record, no pixels. The camera's clock states local time: an instant follows only
/// where the picture states the offset, or where the only time it states is that of GPS, which is UTC.
/// The text of the record is what the file says about itself, a line each: see <see cref="ImageFacts"/>.
/// </summary>
public sealed class ImageReader : IFormat
{
    /// <inheritdoc/>
    public string Format => "image";

    /// <inheritdoc/>
    public string Parser => "onus.image/3";

    /// <inheritdoc/>
    public Family Family => Families.Picture;

    /// <inheritdoc/>
    public IReadOnlyList<IPlaces> Places => [new Places<ImagePosition>(ImageSlice.Of)];

    /// <inheritdoc/>
    public string NamedAs(EvidenceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return ImageContainer.Detect(file.Prefix.Span) is var kind and not ImageKind.None ? ImageContainer.MediaType(kind)["image/".Length..] : Format;
    }

    /// <inheritdoc/>
    public bool Takes(EvidenceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return ImageContainer.Detect(file.Prefix.Span) is not ImageKind.None;
    }

    /// <inheritdoc/>
    public ReadSummary Read(EvidenceFile file, ReadOptions options, Action<EvidenceRecord> emit)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(emit);
        var kind = ImageContainer.Detect(file.Prefix.Span);
        var whole = ImageContainer.HasEnd(kind, file);
        if (ImageFacts.Of(kind, file) is not { } facts)
        {
            return Unusable.Summary(this, file, whole ? "damaged" : "truncated");
        }

        var at = new ImagePosition(null);
        emit(new EvidenceRecord(
            RecordIdentity.Of(file.Blob, file.Chain, at), RecordKind.Image, new Locator(file.Blob, file.Chain, at, ImageSlice.OfBytes(file)),
            facts.Time, [], facts.Text, [], whole ? facts.Warnings : ["truncated-image", .. facts.Warnings]));
        return new ReadSummary(file.Name, file.Blob, Format, Parser, 1, 1, [], []);
    }
}
