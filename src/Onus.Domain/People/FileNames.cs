namespace Onus.Domain.People;

/// <summary>Whom the name of a file or of its folder names. It is a hint that a person confirms: names of files are typed by anybody.</summary>
public static class FileNames
{
    // What a folder of somebody's telephone is called beside whose it is.
    private static readonly HashSet<string> Devices = new(
        ("phone phones telephone mobile mobiles cell cellphone handset smartphone iphone android samsung huawei xiaomi nokia device sim tablet ipad laptop computer "
        + "extraction export backup dump media data of from the s").Split(' '), StringComparer.Ordinal);

    /// <summary>The folder in the name of a file; empty for none.</summary>
    public static string FolderOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.LastIndexOfAny(['/', '\\']) is > 0 and var end ? name[..end] : "";
    }

    /// <summary>Whether a file lies beside another: in the same folder, under this name.</summary>
    /// <param name="candidate">The name of the one, with its folders.</param>
    /// <param name="name">The name of the other, with its folders.</param>
    /// <param name="leaf">What the one has to be called.</param>
    public static bool LiesBeside(string candidate, string name, string leaf) =>
        FolderOf(candidate) is { Length: > 0 } folder && folder == FolderOf(name) && candidate.AsSpan(folder.Length + 1).Equals(leaf, StringComparison.OrdinalIgnoreCase);

    /// <summary>The one person whom the name of a folder names, the innermost folder first; null for none or several.</summary>
    /// <param name="name">The name of a file, with its folders.</param>
    /// <param name="people">The people of the case.</param>
    /// <param name="formats">Words by which folders are called after what files of some format are, in lower case.</param>
    public static Person? WhoseFolder(string name, IReadOnlyCollection<Person> people, IReadOnlySet<string> formats) =>
        FolderOf(name).Split('/', '\\').Reverse().Select(folder => Only(folder, people) ?? OnlyByWord(folder, people, formats)).FirstOrDefault(person => person is not null);

    /// <summary>The one person whom words name, by pseudonym or by a name in the records; null for none or several.</summary>
    public static Person? Only(string words, IEnumerable<Person> people) =>
        people.Where(p => p.Aliases.Append(p.Pseudonym).Where(IsName).Any(name => FoldedName.Names(words, name))).Take(2).ToList() is [var only] ? only : null;

    /// <summary>The one person of whose name a folder has a word, and beside it only what a telephone is called: "Mirela phone".</summary>
    private static Person? OnlyByWord(string folder, IReadOnlyCollection<Person> people, IReadOnlySet<string> formats)
    {
        var words = FoldedName.WordsOf(folder.Replace("'s", "", StringComparison.Ordinal).Replace("’s", "", StringComparison.Ordinal));
        var named = words.Where(word => !IsOfDevice(word) && !word.Any(char.IsDigit)).ToList();
        return named is [var only] && words.Any(IsOfDevice) && people.Where(person => ReportedSpeech.NamesOf(person).Contains(only, StringComparer.Ordinal)).Take(2).ToList() is [var whose] ? whose : null;

        bool IsOfDevice(string word) => Devices.Contains(word) || formats.Contains(word);
    }

    // A number in the name of a file is an account, a telephone, a day: it tells what the file is about, not whom it is from.
    private static bool IsName(string name) => name.Count(char.IsLetter) >= 3;
}
