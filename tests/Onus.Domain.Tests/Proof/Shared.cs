namespace Onus.Domain.Tests.Proof;

/// <summary>Files that are shared between projects and are no part of this one; tests that read them are skipped where they are absent.</summary>
internal static class Shared
{
    /// <summary>The path of a shared file, or null when there is none.</summary>
    public static string? PathOf(string relative)
    {
        var root = Environment.GetEnvironmentVariable("ONUS_SHARED") ?? Beside();
        var path = root is null ? null : Path.Combine(root, relative);
        return Path.Exists(path) ? path : null;
    }

    private static string? Beside()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Onus.slnx")))
            {
                return Path.Combine(folder.FullName, "..", "shared");
            }
        }

        return null;
    }
}
