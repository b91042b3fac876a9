using System.Globalization;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;

namespace Onus.Web.Records;

/// <summary>The addresses of evidence: from any sentence, one of these leads to the very line in the original file.</summary>
public static class RecordAddress
{
    /// <summary>A record in its context.</summary>
    /// <param name="reference">Short name of the case.</param>
    /// <param name="record">The record.</param>
    public static string Record(string reference, Sha256 record) => $"/cases/{reference}/records/{record.Hex}#{Anchor(record)}";

    /// <summary>The place that an exhibit cites, with its words marked.</summary>
    /// <param name="reference">Short name of the case.</param>
    /// <param name="number">Number of the exhibit.</param>
    public static string Exhibit(string reference, int number) => string.Create(CultureInfo.InvariantCulture, $"/cases/{reference}/exhibits/{number}");

    /// <summary>A file, to be read through.</summary>
    public static string File(string reference, MaterialId file, int page = 1) =>
        string.Create(CultureInfo.InvariantCulture, $"/cases/{reference}/files/{file.Value}/read") + (page > 1 ? string.Create(CultureInfo.InvariantCulture, $"?page={page}") : "");

    /// <summary>The id of a record on a page that shows it.</summary>
    public static string Anchor(Sha256 record) => "r-" + record.Hex[..12];

    /// <summary>The record behind an id from an address, or null where it is none.</summary>
    public static Sha256? Parse(string? text) =>
        text is { Length: 64 } && text.All(char.IsAsciiHexDigitLower) ? new Sha256(text) : null;
}
