using System.Text;
using System.Text.RegularExpressions;

namespace Onus.Content;

/// <summary>What is answered and decided about files, by pattern: <c>onus.practice-answers/1</c>, as <c>import --answers</c> takes it.</summary>
/// <param name="Path">The file, as opened.</param>
/// <param name="Files">The entries; for each file the first that matches counts.</param>
public sealed record AnswersFile(string Path, IReadOnlyList<FileAnswer> Files)
{
    /// <summary>The entry for a file, or null.</summary>
    /// <param name="name">Its name with folders, parted by slashes.</param>
    public FileAnswer? For(string name) => Files.FirstOrDefault(f => f.Matches(name));
}

/// <summary>The answers for the files that a pattern matches. Names are keys or words, which the reader of the file resolves.</summary>
public sealed record FileAnswer
{
    /// <summary>Line of the entry, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>Pattern: <c>*</c> stands for any characters except the slash.</summary>
    public required string Match { get; init; }

    /// <summary>Title to show; null for the file's own name.</summary>
    public string? Title { get; init; }

    /// <summary>From whom: the key of a person, or words.</summary>
    public required string From { get; init; }

    /// <summary>Whether it is what that person states.</summary>
    public bool Statement { get; init; }

    /// <summary>How obtained: the key of a foundation, <c>handed-over</c> or <c>public</c>.</summary>
    public required string Obtained { get; init; }

    /// <summary>Key of the interpreter's foundation; null for none.</summary>
    public string? Translated { get; init; }

    /// <summary>Keys of further factual foundations: custodian, device, examiner.</summary>
    public IReadOnlyList<string> Factual { get; init; } = [];

    /// <summary>Zone of local times.</summary>
    public string? Zone { get; init; }

    /// <summary>Order of dates.</summary>
    public string? DateOrder { get; init; }

    /// <summary>Character set.</summary>
    public string? Charset { get; init; }

    /// <summary>Column profile: the name of a file beside, or of a saved one.</summary>
    public string? Profile { get; init; }

    /// <summary>First day that may be read.</summary>
    public DateOnly? ScopeFrom { get; init; }

    /// <summary>Last day that may be read.</summary>
    public DateOnly? ScopeTo { get; init; }

    /// <summary>People whose records may be read.</summary>
    public IReadOnlyList<string> ScopePeople { get; init; } = [];

    /// <summary>Whether this entry is for a file of this name.</summary>
    public bool Matches(string name)
    {
        var pattern = new StringBuilder("^");
        foreach (var c in Match)
        {
            pattern.Append(c == '*' ? "[^/]*" : Regex.Escape(c.ToString()));
        }

        // Linear time, whatever somebody wrote.
        return Regex.IsMatch(name, pattern.Append('$').ToString(), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }
}

/// <summary>Reads answers files.</summary>
public static class AnswersYaml
{
    private static readonly string[] Keepers = ["custodian", "device", "examiner"];

    /// <summary>Reads one. Whatever is wrong is in the faults, with its line.</summary>
    /// <exception cref="IOException">The file can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static AnswersFile Read(string path, List<ContentFault> faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        return new AnswersFile(path, YamlFile.Read(path, faults, [], Files));
    }

    internal static IReadOnlyList<FileAnswer> Files(YamlMap root)
    {
        root.Kind("onus.practice-answers/1");
        return root.Maps("files", "file", Entry);
    }

    private static FileAnswer Entry(YamlMap map)
    {
        var (from, to, people) = map.Map("scope", "scope", (null, null, []), Scope);
        return new FileAnswer
        {
            Line = map.Line,
            Match = map.Text("match"),
            Title = map.Optional("title"),
            From = map.Text("from"),
            Statement = map.Flag("statement", false),
            Obtained = map.Text("obtained"),
            Translated = map.Optional("translated") is "none" or null ? null : map.Optional("translated"),
            Factual = [.. Keepers.Select(map.Optional).OfType<string>()],
            Zone = map.Optional("zone"),
            DateOrder = map.Choice<string?>("date-order", null, ("dmy", "dmy"), ("mdy", "mdy"), ("ymd", "ymd")),
            Charset = map.Optional("charset"),
            Profile = map.Optional("profile"),
            ScopeFrom = from,
            ScopeTo = to,
            ScopePeople = people,
        };
    }

    private static (DateOnly? From, DateOnly? To, IReadOnlyList<string> People) Scope(YamlMap map)
    {
        // Which paper sets the limits is for people to read.
        map.Aside("authority");
        return (map.Date("from"), map.Date("to"), map.Texts("people"));
    }
}
