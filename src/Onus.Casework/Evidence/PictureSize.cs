using System.Globalization;
using Onus.Domain.Evidence;
using Onus.Store.Database;

namespace Onus.Casework.Evidence;

/// <summary>How large a picture or a page is, in the unit of the boxes that cite parts of it: pixels as displayed, or points.</summary>
/// <param name="Width">Its width.</param>
/// <param name="Height">Its height.</param>
public readonly record struct PictureSize(double Width, double Height)
{
    /// <summary>The size that the record of a picture states, or null where it states none.</summary>
    public static PictureSize? Of(RecordRow record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return record.Kind == RecordKind.Image && Line(record.Text, "width: ") is { } width && Line(record.Text, "height: ") is { } height
            ? new PictureSize(width, height)
            : null;
    }

    /// <summary>Whether a box lies in it. It may end on the far edge, and rounding in a viewer may take it one beyond.</summary>
    public bool Holds(Box box) =>
        box.X >= 0 && box.Y >= 0 && box.Width > 0 && box.Height > 0 && box.X + box.Width <= Width + 1 && box.Y + box.Height <= Height + 1;

    // The reader writes these lines itself, before any that holds the camera's own words.
    private static int? Line(string? text, string key) =>
        (text ?? "").Split('\n').FirstOrDefault(l => l.StartsWith(key, StringComparison.Ordinal)) is { } line
        && int.TryParse(line.AsSpan(key.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : null;
}
