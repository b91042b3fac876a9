using System.Security.Cryptography;
using System.Text;
using Onus.Domain.Cases;
using Onus.Store;
using Onus.Store.Content;

namespace Onus.Casework.Practice;

/// <summary>
/// A data folder with every shipped practice case. Loading them takes a while, so a ready-made folder is kept, named by a hash over content and
/// program; a start that finds it only copies it.
/// </summary>
public static class DemoFolder
{
    private static readonly string[] Parts = ["practice", "guidance", "languages"];

    /// <summary>Fills a data folder that has no database yet; one that has is left as it is.</summary>
    /// <param name="data">The data folder.</param>
    /// <param name="ready">Where ready-made folders are kept; null to keep none.</param>
    /// <param name="content">The content folder.</param>
    /// <param name="texts">Words for what is wrong with a practice case.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="cancel">Cancels.</param>
    /// <exception cref="ContentFaultException">A practice case is wrong; the message names file and line.</exception>
    /// <exception cref="IOException">A file can't be read, or the disk is full.</exception>
    public static async Task Fill(string data, string? ready, string content, Texts texts, TimeProvider clock, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(texts);
        if (File.Exists(Path.Combine(data, "onus.db")))
        {
            return;
        }

        if (ready is null)
        {
            await Load(data, content, texts, clock, cancel);
            return;
        }

        var made = Path.Combine(ready, KeyOf(content));
        if (!Directory.Exists(made))
        {
            // Under another name until it is whole: a start that is broken off leaves nothing that looks ready.
            var part = made + "." + Guid.CreateVersion7().ToString("N");
            await Load(part, content, texts, clock, cancel);
            if (!Directory.Exists(made))
            {
                Directory.Move(part, made);
            }
        }

        Copy(made, data);
    }

    private static async Task Load(string data, string content, Texts texts, TimeProvider clock, CancellationToken cancel)
    {
        var store = await OnusStore.Open(data, null, clock, cancel);
        var load = new LoadPracticeCase(store, texts);
        foreach (var folder in Directory.GetDirectories(Path.Combine(content, "practice")).Order(StringComparer.Ordinal))
        {
            var read = PracticeFolder.Read(folder, Path.Combine(content, "guidance"), texts);
            var loaded = await load.Handle(new(read), new Actor(default, "Onus", []), cancel);
            if (loaded.Error is { } error)
            {
                throw new ContentFaultException(folder, 0, texts.Of(error));
            }
        }

        OnusStore.Release();
        Directory.Delete(store.Working, recursive: true);
    }

    /// <summary>A hash over the practice cases, the guidance and the program that reads and stores them.</summary>
    private static string KeyOf(string content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var files = Parts.Select(part => Path.Combine(content, part)).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal);
        foreach (var file in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(content, file) + "\n"));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        }

        foreach (var type in new[] { typeof(DemoFolder), typeof(OnusStore), typeof(Case), typeof(Ingest.Reading.Readers) })
        {
            hash.AppendData(type.Module.ModuleVersionId.ToByteArray());
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var folder in Directory.EnumerateDirectories(from, "*", SearchOption.AllDirectories))
        {
            Directory.CreateDirectory(Path.Combine(to, Path.GetRelativePath(from, folder)));
        }

        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)))
        {
            File.Copy(file, Path.Combine(to, Path.GetRelativePath(from, file)));
        }
    }
}
