using Onus.Content;
using Onus.Ingest.Contract;

namespace Onus.Casework.Disclosure;

/// <summary>What was deleted in a record before it came here, as the reading noted it: words under tracked changes, a message that its sender took back.</summary>
public static class DeletedWords
{
    private const string Tracked = "tracked-deletion";
    private static readonly string[] WithWords = ["deleted-words:", "comment-on-deleted:"];

    /// <summary>Whether anything was deleted there.</summary>
    public static bool Are(IReadOnlyList<string> warnings)
    {
        ArgumentNullException.ThrowIfNull(warnings);
        return warnings.Any(warning => warning is Tracked or ReadWarnings.Deleted || WithWords.Any(start => warning.StartsWith(start, StringComparison.Ordinal)));
    }

    /// <summary>What to say of it; empty where nothing was deleted.</summary>
    /// <param name="warnings">The warnings of the record.</param>
    /// <param name="repeat">Whether the words themselves may be repeated; else it is only said that there are some.</param>
    /// <param name="texts">The screen texts.</param>
    public static IReadOnlyList<string> Told(IReadOnlyList<string> warnings, bool repeat, Texts texts)
    {
        ArgumentNullException.ThrowIfNull(warnings);
        ArgumentNullException.ThrowIfNull(texts);
        var words = warnings.SelectMany(warning => WithWords.Where(start => warning.StartsWith(start, StringComparison.Ordinal)).Select(start => warning[start.Length..])).ToList();
        return
        [
            .. warnings.Contains(ReadWarnings.Deleted) ? [texts["disclosure.deleted-message"]] : Array.Empty<string>(),
            .. words.Count > 0 && repeat ? words.Select(word => texts.Format("disclosure.deleted-words", ("words", word)))
                : words.Count > 0 || warnings.Contains(Tracked) ? [texts["disclosure.deleted-some"]]
                : Array.Empty<string>(),
        ];
    }
}
