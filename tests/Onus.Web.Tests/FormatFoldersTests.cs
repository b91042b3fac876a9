using System.Text.RegularExpressions;
using Onus.Domain.Evidence;

namespace Onus.Web.Tests;

/// <summary>What is known of a format stands in its folder, and what is known of a kind of place beside it: nothing else asks which of them it has before it.</summary>
public sealed class FormatFoldersTests
{
    private static readonly string Root = Directory.GetParent(Content.ContentFolder.Find())!.FullName;

    private static readonly List<(string File, string Text)> Source =
        [.. Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"))
            .Select(file => (Path.GetRelativePath(Root, file).Replace('\\', '/'), File.ReadAllText(file)))];

    /// <summary>Names of formats that mean nothing else; "pdf" and "image" are words of many things.</summary>
    public static TheoryData<string, string> Formats =>
        [.. Ingest.Reading.Formats.All.Where(format => format.Format.Contains('-', StringComparison.Ordinal) || format.Format.Any(char.IsDigit))
            .Select(format => (format.Format, format.GetType().Namespace!.Split('.')[2]))];

    [Fact]
    public void The_source_is_there() => Assert.True(Source.Count > 300);

    [Theory]
    [MemberData(nameof(Formats))]
    public void Nothing_but_its_folder_asks_for_a_format(string format, string folder) =>
        Nothing(Source.Where(of => !of.File.StartsWith($"src/Onus.Ingest/{folder}/", StringComparison.Ordinal) && of.Text.Contains($"\"{format}", StringComparison.Ordinal)).Select(of => of.File));

    [Fact]
    public void No_other_file_speaks_of_whatsapp()
    {
        Assert.Contains(Source, of => of.Text.Contains("whatsapp", StringComparison.Ordinal));
        Nothing(Source.Where(of => !of.File.StartsWith("src/Onus.Ingest/Chats/", StringComparison.Ordinal) && of.Text.Contains("whatsapp", StringComparison.Ordinal)).Select(of => of.File));
    }

    [Fact]
    public void No_page_and_no_use_case_asks_of_which_kind_a_place_is()
    {
        var kinds = new Regex($@"\b({string.Join('|', PositionCodec.All.Select(codec => codec.Type.Name))})\b", RegexOptions.None, TimeSpan.FromSeconds(10));
        Assert.Contains(Source, of => kinds.IsMatch(of.Text));
        Nothing(Source.Where(of => !of.File.StartsWith("src/Onus.Ingest/", StringComparison.Ordinal) && !of.File.StartsWith("src/Onus.Domain/Evidence/Position", StringComparison.Ordinal))
            .Where(of => kinds.IsMatch(of.Text)).Select(of => of.File));
    }

    [Fact]
    public void Every_format_has_a_name_and_a_family_of_its_own()
    {
        Assert.Equal(Ingest.Reading.Formats.All.Count, Ingest.Reading.Formats.All.Select(format => format.Format).Distinct().Count());
        Assert.All(Ingest.Reading.Formats.All, format => Assert.Contains(format.Family, Families.All));
    }

    private static void Nothing(IEnumerable<string> files) => Assert.Equal("", string.Join('\n', files.Order(StringComparer.Ordinal)));
}
