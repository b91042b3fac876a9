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

    /// <summary>The marks of a record.</summary>
    /// <param name="reference">Short name of the case.</param>
    /// <param name="record">The record.</param>
    public static string Marks(string reference, Sha256 record) => $"/cases/{reference}/records/{record.Hex}#marks";

    /// <summary>The place that an exhibit cites, with its words marked.</summary>
    /// <param name="reference">Short name of the case.</param>
    /// <param name="number">Number of the exhibit.</param>
    public static string Exhibit(string reference, int number) => string.Create(CultureInfo.InvariantCulture, $"/cases/{reference}/exhibits/{number}");

    /// <summary>A file, to be read through.</summary>
    public static string File(string reference, MaterialId file, int page = 1) =>
        string.Create(CultureInfo.InvariantCulture, $"/cases/{reference}/files/{file.Value}/read") + (page > 1 ? string.Create(CultureInfo.InvariantCulture, $"?page={page}") : "");

    /// <summary>The bytes of a picture, for a browser to draw.</summary>
    public static string Picture(string reference, MaterialId file) => $"/cases/{reference}/files/{file.Value}/picture";

    /// <summary>The bytes of a picture on a page of a PDF, by its number from 0.</summary>
    public static string PagePicture(string reference, MaterialId file, int page, int picture) =>
        string.Create(CultureInfo.InvariantCulture, $"/cases/{reference}/files/{file.Value}/pages/{page}/pictures/{picture}");

    /// <summary>The page on which a record, or a part of a picture, is cited.</summary>
    /// <param name="reference">Short name of the case.</param>
    /// <param name="record">The record.</param>
    /// <param name="back">Where citing returns to.</param>
    public static string Cite(string reference, Sha256 record, string back) => $"/cases/{reference}/cite?record={record.Hex}&back={Uri.EscapeDataString(back)}";

    /// <summary>The id of a record on a page that shows it.</summary>
    public static string Anchor(Sha256 record) => "r-" + record.Hex[..12];

    /// <summary>The record behind an id from an address, or null where it is none.</summary>
    public static Sha256? Parse(string? text) =>
        text is { Length: 64 } && text.All(char.IsAsciiHexDigitLower) ? new Sha256(text) : null;
}
