using Onus.Domain.Shared;

namespace Onus.Content;

/// <summary>Reads every content file as the program does, and names all faults.</summary>
public static class ContentCheck
{
    /// <summary>What is wrong in a content folder, by file and line.</summary>
    /// <param name="content">The folder.</param>
    /// <param name="seen">How many files were read.</param>
    /// <exception cref="IOException">A file can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    public static IReadOnlyList<ContentFault> Of(string content, out int seen)
    {
        var law = Path.Combine(content, "law");
        var faults = Directory.Exists(law) ? LawPackFiles.Load(law).Faults.ToList() : [];
        var files = Files(content).ToList();
        seen = files.Count;
        foreach (var (path, file) in files)
        {
            if (ContentKinds.Of(file) is not { } kind)
            {
                faults.Add(new ContentFault(path, 1, "", Error.Invalid("content.no-kind", ("known", string.Join(", ", ContentKinds.All.Select(known => known.Files))))));
            }
            else if (!file.StartsWith("law/", StringComparison.Ordinal))
            {
                kind.Check(path, faults);
            }
        }

        return [.. faults.OrderBy(fault => fault.File, StringComparer.Ordinal).ThenBy(fault => fault.Line)];
    }

    /// <summary>Every YAML file of a content folder but for evidence of practice cases: where it lies, and its path below the folder with slashes.</summary>
    public static IEnumerable<(string Path, string File)> Files(string content) =>
        Directory.EnumerateFiles(content, "*.y*ml", SearchOption.AllDirectories)
            .Select(path => (path, Path.GetRelativePath(content, path).Replace('\\', '/')))
            .Where(file => !(file.Item2.Split('/') is ["practice", _, "files", ..]))
            .OrderBy(file => file.Item2, StringComparer.Ordinal);
}
