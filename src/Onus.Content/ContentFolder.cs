namespace Onus.Content;

/// <summary>Where the content that a country owns and edits lies: law, guidance, practice cases, languages.</summary>
public static class ContentFolder
{
    /// <summary>
    /// The content folder: the one that is configured (<c>Onus:Content</c>), else <c>content</c> beside the program,
    /// else the nearest <c>content</c> upwards, which in a checkout is the repository's.
    /// </summary>
    /// <param name="configured">A path from the configuration, or null.</param>
    /// <exception cref="DirectoryNotFoundException">There is none, or the configured one is not there.</exception>
    public static string Find(string? configured = null) => Find(configured, AppContext.BaseDirectory);

    internal static string Find(string? configured, string start)
    {
        if (!string.IsNullOrWhiteSpace(configured))
        {
            return IsContent(configured) ? Path.GetFullPath(configured)
                : throw new DirectoryNotFoundException($"Onus:Content is '{configured}', but there is no folder 'languages' in it.");
        }

        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "content");
            if (IsContent(candidate))
            {
                return candidate;
            }
        }

        throw new DirectoryNotFoundException(
            $"No folder 'content/languages' beside '{start}' or above it. Put it beside the program or set Onus:Content.");
    }

    private static bool IsContent(string folder) => Directory.Exists(Path.Combine(folder, "languages"));
}
