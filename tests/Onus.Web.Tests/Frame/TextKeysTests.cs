using System.Text.RegularExpressions;
using Onus.Content;

namespace Onus.Web.Tests.Frame;

/// <summary>Texts and source keep each other honest: no key is asked for that is not there, none is there that nobody asks for.</summary>
public sealed partial class TextKeysTests
{
    /// <summary>Readers of files report codes; the family in front of a code is a matter of where it is shown.</summary>
    private static readonly string[] CodesOfReaders = ["errors.", "warnings.", "skipped.", "decisions."];

    private static readonly Texts English = Texts.Load(ContentFolder.Find(), "en", strict: true);

    private static readonly IReadOnlyList<(string File, string Text)> Source = ReadSource();

    [Fact]
    public void Every_key_that_the_source_asks_for_has_a_text()
    {
        var asked = Source.SelectMany(s => AskedFor().Matches(s.Text).Select(m => (s.File, Key: m.Groups["key"].Value))).ToList();
        Assert.True(asked.Count > 30, $"Only {asked.Count} keys were found in the source: the pattern looks for the wrong thing.");

        Nothing(asked.Where(a => !IsThere(a.Key)).Select(a => $"{a.File} asks for {a.Key}"));
    }

    [Fact]
    public void Every_text_is_asked_for_by_somebody()
    {
        var literals = Source.SelectMany(s => Literal().Matches(s.Text).Select(m => m.Groups["key"].Value)).ToHashSet(StringComparer.Ordinal);
        var beginnings = literals.Where(l => l.EndsWith('.')).ToList();
        Assert.Contains("standing.", beginnings);

        Nothing(English.Keys
            .Where(key => !beginnings.Exists(b => key.StartsWith(b, StringComparison.Ordinal)))
            .Where(key => !literals.Contains(key) && !literals.Contains(WithoutForm(key)))
            .Where(key => !CodesOfReaders.Any(family => key.StartsWith(family, StringComparison.Ordinal) && literals.Contains(key[family.Length..])))
            .Select(key => $"nobody asks for {key}"));
    }

    [Fact]
    public void Every_sentence_with_a_count_has_all_forms_of_its_language()
    {
        foreach (var code in Directory.GetDirectories(Path.Combine(ContentFolder.Find(), "languages")).Select(Path.GetFileName))
        {
            var texts = Texts.Load(ContentFolder.Find(), code!);
            var counted = texts.Keys.Where(k => k.EndsWith(".other", StringComparison.Ordinal)).Select(WithoutForm);
            Nothing(counted.SelectMany(key => texts.Language.Forms.Select(form => $"{key}.{form}")).Except(texts.Keys, StringComparer.Ordinal).Select(key => $"{code} lacks {key}"));
        }
    }

    [Fact]
    public void Every_act_has_its_words_in_the_log_and_every_word_its_act() => Assert.Equal(
        Acts.All.Select(act => "log.kind." + act.Kind).Distinct().Order(StringComparer.Ordinal),
        English.Keys.Where(key => key.StartsWith("log.kind.", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Fact]
    public void Screens_say_what_people_of_the_field_say()
    {
        // What code calls grid, foundation or keeper is called Elements, what it relies on, and records custodian; a pack that has no text says nothing of the law.
        var lines = Directory.EnumerateFiles(Path.Combine(ContentFolder.Find(), "languages", "en"), "*.yaml")
            .SelectMany(file => File.ReadLines(file).Where(line => !line.TrimStart().StartsWith('#')).Select(line => (File: Path.GetFileName(file), Text: Braces().Replace(Key().Replace(line, ""), "")))).ToList();
        Assert.True(lines.Count > 1000, $"Only {lines.Count} lines of texts were found.");
        Assert.Matches(NotOfTheField(), Key().Replace("  custodian: A keeper of records", ""));

        Nothing(lines.Where(line => NotOfTheField().IsMatch(line.Text)).Select(line => $"{line.File} says “{line.Text.Trim()}”"));
    }

    [GeneratedRegex(@"^\s*[\w.-]+:(\s|$)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Key();

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Braces();

    [GeneratedRegex(@"(?i)\b(grids?|foundations?|keepers?|without her|there is no law(?! pack))\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotOfTheField();

    // A key that ends in a dot is the beginning of one: the rest is a value of an enumeration or a code of a reader.
    private static bool IsThere(string key) => key.EndsWith('.')
        ? English.Keys.Any(k => k.StartsWith(key, StringComparison.Ordinal))
        : English.Has(key) || English.Has("errors." + key);

    private static void Nothing(IEnumerable<string> faults)
    {
        var all = faults.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        Assert.True(all.Count == 0, string.Join('\n', all));
    }

    private static string WithoutForm(string key) => PluralForm().Replace(key, "");

    private static List<(string File, string Text)> ReadSource()
    {
        var root = Directory.GetParent(ContentFolder.Find())!.FullName;
        return [.. Directory.EnumerateFiles(Path.Combine(root, "src"), "*.*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".razor", StringComparison.Ordinal))
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(f => (Path.GetRelativePath(root, f), string.Join('\n', File.ReadLines(f).Where(line => !line.TrimStart().StartsWith("///", StringComparison.Ordinal)))))];
    }

    // T["key"], texts["key"], T[$"beginning.{, T.Format("key", Error.Invalid("key", new Error(ErrorKind.Invalid, "key"
    [GeneratedRegex(@"(?:\bT|[tT]exts)(?:\[|\.Format\(\s*)\$?""(?<key>[^""{]+)(?:""|\{)|\bError\.(?:Invalid|NotFound|Conflict)\(\s*""(?<key>[^""{]+)""|ErrorKind\.\w+,\s*""(?<key>[^""{]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex AskedFor();

    [GeneratedRegex(@"\$?""(?<key>[a-z0-9.-]+)(?:""|:|(?<=\.)\{)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Literal();

    [GeneratedRegex(@"\.(zero|one|two|few|many|other)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex PluralForm();
}
