using System.Text;
using System.Text.RegularExpressions;

namespace Onus.Ingest.Documents;

/// <summary>
/// A PDF whose pages are in clear and whose attached files are locked (ISO 32000-1, 7.6.5: streams and strings have the filter Identity), a usual way of
/// mailing evidence. The parser asks for a password as soon as a file speaks of encryption at all.
/// </summary>
internal static partial class PdfEnvelope
{
    // Larger files are mailed by nobody, and the bytes are held in memory.
    private const long MostBytes = 256L * 1024 * 1024;

    /// <summary>
    /// The same bytes without the entry that names the encryption, and whether attached files are locked; null where pages are locked too, or nothing is.
    /// </summary>
    public static (Stream Bytes, bool LocksFiles)? Clear(Stream bytes)
    {
        if (Copy(bytes) is not { } copy)
        {
            return null;
        }

        var text = Encoding.Latin1.GetString(copy);
        var entries = Entry().Matches(text);
        var locks = false;
        foreach (Match entry in entries)
        {
            var dictionary = Dictionary(text, entry);
            if (!Version().IsMatch(dictionary) || !IsClear(dictionary, "StmF") || !IsClear(dictionary, "StrF"))
            {
                return null;
            }

            locks |= !IsClear(dictionary, "EFF");

            // As long as before: offsets stay.
            "Encrypd"u8.CopyTo(copy.AsSpan(entry.Index + 1));
        }

        return entries.Count == 0 ? null : (new MemoryStream(copy, writable: false), locks);
    }

    /// <summary>Whether it is locked in another way than with passwords, such as for the holders of certificates (7.6.4).</summary>
    public static bool IsLockedOtherwise(Stream bytes)
    {
        var text = Copy(bytes) is { } copy ? Encoding.Latin1.GetString(copy) : "";
        return Entry().Matches(text).Any(e => Dictionary(text, e) is { Length: > 0 } dictionary && !Standard().IsMatch(dictionary));
    }

    private static byte[]? Copy(Stream bytes)
    {
        if (bytes.Length > MostBytes)
        {
            return null;
        }

        var copy = new byte[bytes.Length];
        bytes.Position = 0;
        bytes.ReadExactly(copy);
        return copy;
    }

    // Strings of binary keys may hold anything but names in the middle of a dictionary.
    private static string Dictionary(string text, Match entry)
    {
        var from = entry.Groups["inline"].Success ? entry.Index + 1 : Start(text, entry.Groups["object"].Value, entry.Groups["generation"].Value);
        var dictionary = from < 0 ? "" : text.Substring(from, Math.Min(4096, text.Length - from));
        var end = dictionary.IndexOf("endobj", StringComparison.Ordinal);
        return end < 0 ? dictionary : dictionary[..end];
    }

    // Without a filter nothing is locked, and attached files are like everything else; nor is anything by a filter whose method is None (7.6.5).
    private static bool IsClear(string dictionary, string use)
    {
        var name = Filter().Matches(dictionary).FirstOrDefault(m => m.Groups["use"].Value == use)?.Groups["name"].Value;
        return name is null ? use != "EFF" || IsClear(dictionary, "StmF")
            : name == "Identity" || Method().Matches(dictionary).Any(m => m.Groups["name"].Value == name && m.Groups["method"].Value == "None");
    }

    private static int Start(string text, string number, string generation)
    {
        var found = Regex.Match(
            text, $@"(?<![0-9]){number}\s+{generation}\s+obj\b", RegexOptions.CultureInvariant | RegexOptions.RightToLeft, TimeSpan.FromSeconds(10));
        return found.Success ? found.Index : -1;
    }

    [GeneratedRegex(@"/Encrypt\s*((?<inline><<)|(?<object>[0-9]{1,8})\s+(?<generation>[0-9]{1,5})\s+R)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Entry();

    [GeneratedRegex(@"/V\s+[456]\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Version();

    [GeneratedRegex(@"/(?<use>StmF|StrF|EFF)\s*/(?<name>[^\s/<>\[\]()]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Filter();

    [GeneratedRegex(@"/(?<name>[^\s/<>\[\]()]+)\s*<<[^<>]*/CFM\s*/(?<method>[A-Za-z0-9]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Method();

    [GeneratedRegex(@"/Filter\s*/Standard\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Standard();
}
