using Onus.Content;
using Onus.Ingest.Contract;

namespace Onus.Casework.Practice;

/// <summary>A practice case as it lies in its folder, read and checked in full before anything of it is loaded.</summary>
/// <param name="Root">The folder.</param>
/// <param name="Case">Dates, people, foundations.</param>
/// <param name="Answers">The three answers for every file.</param>
/// <param name="Work">What the unit made of it.</param>
/// <param name="Profiles">Column profiles by the name of their file.</param>
/// <param name="Clocks">How long holders keep things.</param>
public sealed record PracticeFolder(
    string Root,
    PracticeCase Case,
    AnswersFile Answers,
    PracticeWork Work,
    IReadOnlyDictionary<string, ColumnProfile> Profiles,
    IReadOnlyList<RetentionPeriod> Clocks)
{
    /// <summary>Whether its files wait to be dropped by a person: nothing has been made of them yet.</summary>
    public bool FilesWait => Work.Exhibits.Count == 0;

    /// <summary>The raw files: where they lie, and their names below <c>files/</c> with slashes, in order.</summary>
    public IEnumerable<(string Path, string Name)> Files()
    {
        var files = Path.Combine(Root, "files");
        return Directory.EnumerateFiles(files, "*", SearchOption.AllDirectories)
            .Select(path => (path, Path.GetRelativePath(files, path).Replace('\\', '/')))
            .OrderBy(f => f.Item2, StringComparer.Ordinal);
    }

    /// <summary>Reads a folder.</summary>
    /// <param name="root">The folder of the case.</param>
    /// <param name="guidance">The folder that holds <c>retention.yaml</c>.</param>
    /// <param name="texts">Words for what is wrong.</param>
    /// <exception cref="ContentFaultException">Something in it is wrong; the message names file and line.</exception>
    /// <exception cref="IOException">A file is missing or can't be read.</exception>
    public static PracticeFolder Read(string root, string guidance, Texts texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var faults = new List<ContentFault>();
        var read = PracticeCaseYaml.Read(Path.Combine(root, "case.yaml"), faults);
        var answers = AnswersYaml.Read(Path.Combine(root, "answers.yaml"), faults);
        var work = PracticeWorkYaml.Read(Path.Combine(root, "work.yaml"), faults);
        var clocks = RetentionYaml.Read(Path.Combine(guidance, "retention.yaml"), faults);
        var profiles = ReadProfiles(Path.Combine(root, "profiles"), faults);
        return faults.Count == 0
            ? new PracticeFolder(root, read!, answers, work!, profiles, clocks)
            : throw new ContentFaultException(faults[0].File, faults[0].Line, texts.Of(faults[0].Why));
    }

    /// <summary>The column profiles of a folder, by the name of their file without ending; none where there is no such folder.</summary>
    public static IReadOnlyDictionary<string, ColumnProfile> ReadProfiles(string folder, List<ContentFault> faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        var profiles = new Dictionary<string, ColumnProfile>(StringComparer.Ordinal);
        string[] files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.yaml") : [];
        foreach (var path in files.Order(StringComparer.Ordinal))
        {
            if (ColumnProfileYaml.Read(path, faults) is { } profile)
            {
                profiles.Add(Path.GetFileNameWithoutExtension(path), profile);
            }
        }

        return profiles;
    }
}
