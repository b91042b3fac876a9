using System.Text.RegularExpressions;

namespace Onus.Ingest.Tests.Documents;

public sealed partial class WarningWordsTests
{
    // What readers of documents and pictures emit stands in their sources as quoted codes in lower case with hyphens.
    [Fact]
    public void Every_warning_and_skip_reason_in_the_readers_has_its_sentence_and_every_sentence_its_code()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Onus.slnx")))
        {
            folder = folder.Parent;
        }

        Assert.NotNull(folder);
        var sources = new[] { "Documents", "Images" }
            .SelectMany(f => Directory.EnumerateFiles(Path.Combine(folder.FullName, "src", "Onus.Ingest", f), "*.cs"))
            .Select(File.ReadAllText).ToList();
        var used = sources.SelectMany(s => Code().Matches(s)).Select(m => m.Groups["code"].Value).ToHashSet(StringComparer.Ordinal);
        // Failures are said in one place for all readers; gps-time, unique-id and lens-serial are lines of a picture.
        used.ExceptWith(["unpacks-too-large", "gps-time", "unique-id", "lens-serial"]);
        var said = File.ReadLines(Path.Combine(folder.FullName, "content", "languages", "en", "documents.yaml"))
            .Select(l => Key().Match(l)).Where(m => m.Success).Select(m => m.Groups["code"].Value).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(used.Order(StringComparer.Ordinal), said.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("\"(?<code>[a-z]+(-[a-z]+)+):?(\\{|\"| \\+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();

    [GeneratedRegex("^(warnings|skipped)\\.(?<code>[a-z-]+):", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Key();
}
