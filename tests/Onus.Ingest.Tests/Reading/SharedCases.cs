namespace Onus.Ingest.Tests.Reading;

/// <summary>Files of known reading faults, which lie beside the project and not in it. Where they are absent, tests that need them are skipped.</summary>
internal static class SharedCases
{
    /// <summary>The bytes of a file, by its folder and name.</summary>
    public static byte[] Bytes(string folder, string name)
    {
        var path = Root is { } root ? Path.Combine(root, "cases", "ingest", folder, name) : "";
        Assert.SkipUnless(File.Exists(path), "The shared cases are not here.");
        return File.ReadAllBytes(path);
    }

    /// <summary>The files of a folder of samples with these endings, in the order of their names; none where they are absent.</summary>
    public static IReadOnlyList<string> Samples(params string[] endings)
    {
        var folder = Root is { } root ? Path.Combine(root, "samples") : "";
        Assert.SkipUnless(Directory.Exists(folder), "The samples are not here.");
        return [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(f => endings.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase)).Order(StringComparer.Ordinal)];
    }

    private static string? Root
    {
        get
        {
            var shared = Environment.GetEnvironmentVariable("ONUS_SHARED");
            for (var at = new DirectoryInfo(AppContext.BaseDirectory); shared is null && at is not null; at = at.Parent)
            {
                shared = File.Exists(Path.Combine(at.FullName, "Onus.slnx")) ? Path.Combine(at.FullName, "..", "shared") : null;
            }

            return shared is not null && Directory.Exists(shared) ? shared : null;
        }
    }
}
