using System.Globalization;
using Onus.Content;
using Onus.Domain.Evidence;

namespace Onus.Casework.Papers;

/// <summary>A place in a file, in words: "page 3", "line 1,204".</summary>
public static class Place
{
    /// <summary>The words; empty for what stands in no file.</summary>
    public static string Of(Locator? locator, Texts texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        if (locator is null)
        {
            return "";
        }

        var words = PositionCodec.Of(locator.At).WordsOf(locator.At);
        return texts.Format(words.Key, [.. words.Values.Select(value => (value.Name, value.Value is double pixels ? Plain(pixels) : (object?)value.Value))]);
    }

    private static string Plain(double pixels) => pixels.ToString("0.##", CultureInfo.InvariantCulture);
}
