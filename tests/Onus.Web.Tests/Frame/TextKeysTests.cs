using System.Text.RegularExpressions;
using Onus.Store.Content;

namespace Onus.Web.Tests.Frame;

/// <summary>Texts and source keep each other honest: no key is asked for that is not there, none is there that nobody asks for.</summary>
public sealed partial class TextKeysTests
{
    /// <summary>Keys that the source puts together, so that no literal holds them whole. Each with the place that does.</summary>
    private static readonly string[] PutTogether =
    [
        "problem.", // Errors/ErrorDocument.razor
        "standing.", // Ui/Standing.razor
        "reliance.", // Ui/Reliance.razor
        "notice.", // Ui/Notice.razor
    ];

    private static readonly Texts English = Texts.Load(ContentFolder.Find(), "en", strict: true);

    private static readonly IReadOnlyList<(string File, string Text)> Source = ReadSource();

    [Fact]
    public void Every_key_that_the_source_asks_for_has_a_text()
    {
        var asked = Source.SelectMany(s => AskedFor().Matches(s.Text).Select(m => (s.File, Key: m.Groups["key"].Value))).ToList();

        Assert.True(asked.Count > 30, $"Only {asked.Count} keys were found in the source: the pattern looks for the wrong thing.");
        Assert.Empty(asked.Where(a => !English.Has(a.Key)).Select(a => $"{a.File}: {a.Key}").Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_text_is_asked_for_by_somebody()
    {
        var literals = Source.SelectMany(s => Literal().Matches(s.Text).Select(m => m.Groups["key"].Value)).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(English.Keys
            .Where(key => !PutTogether.Any(p => key.StartsWith(p, StringComparison.Ordinal)))
            .Where(key => !literals.Contains(key) && !literals.Contains(WithoutForm(key)))
            .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_prefix_that_is_put_together_has_texts() =>
        Assert.All(PutTogether, prefix => Assert.Contains(English.Keys, key => key.StartsWith(prefix, StringComparison.Ordinal)));

    [Fact]
    public void Every_sentence_with_a_count_has_all_forms_of_its_language()
    {
        foreach (var code in Directory.GetDirectories(Path.Combine(ContentFolder.Find(), "languages")).Select(Path.GetFileName))
        {
            var texts = Texts.Load(ContentFolder.Find(), code!);
            var counted = texts.Keys.Where(k => k.EndsWith(".other", StringComparison.Ordinal)).Select(WithoutForm);
            Assert.Empty(counted.SelectMany(key => texts.Language.Forms.Select(form => $"{key}.{form}")).Except(texts.Keys, StringComparer.Ordinal));
        }
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

    // T["key"], texts["key"], T.Format("key", Error.Invalid("key", new Error(ErrorKind.Invalid, "key"
    [GeneratedRegex(@"(?:\bT|[tT]exts)(?:\[|\.Format\(\s*)""(?<key>[^""{]+)""|\bError\.(?:Invalid|NotFound|Conflict)\(\s*""(?<key>[^""{]+)""|ErrorKind\.\w+,\s*""(?<key>[^""{]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex AskedFor();

    [GeneratedRegex("\"(?<key>[a-z0-9.-]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Literal();

    [GeneratedRegex(@"\.(zero|one|two|few|many|other)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex PluralForm();
}
