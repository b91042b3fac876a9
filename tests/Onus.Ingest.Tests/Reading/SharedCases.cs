using System.Text;
using Onus.Ingest.Contract;
using Onus.Ingest.Tables;

namespace Onus.Ingest.Tests.Reading;

/// <summary>Inputs that stand beside the repository, or where <c>ONUS_SHARED</c> says; without them the tests that need them are skipped.</summary>
internal static class SharedCases
{
    /// <summary>A folder in the shared one; null where it is not there.</summary>
    public static string? Folder(params string[] parts)
    {
        var shared = Environment.GetEnvironmentVariable("ONUS_SHARED");
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); shared is null && at is not null; at = at.Parent)
        {
            shared = File.Exists(Path.Combine(at.FullName, "Onus.slnx")) ? Path.Combine(at.FullName, "..", "shared") : null;
        }

        var folder = shared is null ? null : Path.Combine([shared, .. parts]);
        return Directory.Exists(folder) ? folder : null;
    }

    /// <summary>The bytes of a case's file, by its folder and name.</summary>
    public static byte[] Bytes(string folder, string name)
    {
        var cases = Folder("cases", "ingest");
        Assert.SkipUnless(cases is not null, "The shared cases are not here.");
        return File.ReadAllBytes(Path.Combine(cases, folder, name));
    }

    /// <summary>The files of the folder of samples with these endings, in the order of their names.</summary>
    public static IReadOnlyList<string> Samples(params string[] endings)
    {
        var samples = Folder("samples");
        Assert.SkipUnless(samples is not null, "The samples are not here.");
        return [.. Directory.EnumerateFiles(samples, "*", SearchOption.AllDirectories)
            .Where(f => endings.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase)).Order(StringComparer.Ordinal)];
    }

    /// <summary>Reads the input of a case, <c>csv-midnight/midnight.csv</c>, with everything checked that holds for every file.</summary>
    public static FileRun Read(string input, ReadOptions options) => FileRun.Of(Path.GetFileName(input), Bytes(Path.GetDirectoryName(input)!, Path.GetFileName(input)), options);

    /// <summary>The column profile of a case.</summary>
    public static ColumnProfile Profile(string input) =>
        ColumnProfileJson.Parse(Encoding.UTF8.GetString(Bytes(Path.GetDirectoryName(input)!, Path.GetFileName(input)))).Value;
}
