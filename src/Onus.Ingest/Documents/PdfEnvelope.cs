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

    /// <summary>The same bytes, without the entry that names the encryption; null where pages are locked too, or nothing is.</summary>
    public static Stream? Clear(Stream bytes)
    {
        if (bytes.Length > MostBytes)
        {
            return null;
        }

        var copy = new byte[bytes.Length];
        bytes.Position = 0;
        bytes.ReadExactly(copy);
        var text = Encoding.Latin1.GetString(copy);
        var entries = Entry().Matches(text);
        foreach (Match entry in entries)
        {
            if (!IsForAttachments(text, entry))
            {
                return null;
            }

            // As long as before: offsets stay.
            "Encrypd"u8.CopyTo(copy.AsSpan(entry.Index + 1));
        }

        return entries.Count == 0 ? null : new MemoryStream(copy, writable: false);
    }

    private static bool IsForAttachments(string text, Match entry)
    {
        var from = entry.Groups["inline"].Success ? entry.Index : Start(text, entry.Groups["object"].Value, entry.Groups["generation"].Value);
        if (from < 0)
        {
            return false;
        }

        // Strings of binary keys may hold anything but names in the middle of a dictionary.
        var dictionary = text.Substring(from, Math.Min(4096, text.Length - from));
        var version = Version().Match(dictionary);
        return version.Success && !Locked().IsMatch(dictionary);
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

    [GeneratedRegex(@"/(StmF|StrF)\s*/(?!Identity\b)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Locked();

    [GeneratedRegex(@"/EFF\s*/(?!Identity\b)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AttachedFiles();
}
