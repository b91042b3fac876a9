using System.Security.Cryptography;
using System.Text;
using Onus.Casework.Practice;
using Onus.Content;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Web.Demo;

/// <summary>
/// Fills a new data folder with the practice cases. Reading them takes a while, so that a finished copy may be kept: it is good as long as
/// the content and the program are the same, byte for byte.
/// </summary>
public sealed class DemoData(UnitContent content, IReadOnlyList<string> cases, TextWriter says)
{
    private readonly Texts texts = content.Texts;

    /// <summary>What the demo shows unless <c>Onus:DemoCases</c> names other folders of <c>content/practice</c>, separated by commas.</summary>
    public const string DefaultCases = "the-farm,the-club,new-case";

    /// <summary>Fills a folder. One that holds a database already is left alone.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="cache">Where a finished copy is kept; null to keep none.</param>
    /// <param name="cancel">Cancels; the folder then holds no database.</param>
    /// <exception cref="ContentFaultException">Something in a practice case is wrong; the message names file and line.</exception>
    /// <exception cref="IOException">The disk is full or failing.</exception>
    public async Task Fill(string folder, string? cache, CancellationToken cancel)
    {
        if (OnusStore.IsIn(folder) || cases.Count == 0)
        {
            return;
        }

        Directory.CreateDirectory(folder);
        if (cache is null)
        {
            await Load(folder, cancel);
            return;
        }

        var finished = Path.Combine(cache, Key());
        if (!OnusStore.IsIn(finished))
        {
            await Keep(cache, finished, cancel);
        }

        OnusStore.Copy(finished, folder);
    }

    /// <summary>Makes the finished copy under a name of its own first: whoever starts at the same moment finds a whole one or none.</summary>
    private async Task Keep(string cache, string finished, CancellationToken cancel)
    {
        var part = Directory.CreateDirectory(Path.Combine(cache, $"{Guid.CreateVersion7():N}.part"));
        try
        {
            await Load(part.FullName, cancel);
            foreach (var old in Directory.GetDirectories(cache).Where(d => !d.EndsWith(".part", StringComparison.Ordinal) && d != finished))
            {
                Directory.Delete(old, recursive: true);
            }

            if (!Directory.Exists(finished))
            {
                Directory.Move(part.FullName, finished);
            }
        }
        finally
        {
            if (Directory.Exists(part.FullName))
            {
                Directory.Delete(part.FullName, recursive: true);
            }
        }
    }

    private async Task Load(string target, CancellationToken cancel)
    {
        await says.WriteLineAsync(texts["demo.loading"]);
        // What is loaded half is nowhere but here: the target gets a whole database or none.
        var scratch = Directory.CreateTempSubdirectory("onus-demo-");
        try
        {
            var store = await OnusStore.Open(scratch.FullName, postgres: null, TimeProvider.System, cancel);
            try
            {
                foreach (var name in cases)
                {
                    var practice = PracticeFolder.Read(Path.Combine(content.Folder, "practice", name), Path.Combine(content.Folder, "guidance"), texts);
                    var counsel = await new OpenDemoAccounts(store, texts).Counsel(practice, cancel);
                    if ((counsel.Error ?? (await Load(store, practice, counsel.Value, cancel)).Error) is { } fault)
                    {
                        throw new ContentFaultException(Path.Combine(practice.Root, "case.yaml"), 0, texts.Of(fault));
                    }

                    await says.WriteLineAsync(texts.Format("demo.loaded", ("title", practice.Case.Title)));
                }

                await store.CopyTo(target, cancel);
            }
            finally
            {
                store.Close();
            }
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private Task<Result<CaseId>> Load(OnusStore store, PracticeFolder practice, Actor counsel, CancellationToken cancel) =>
        new LoadPracticeCase(store, texts, content.Law).Handle(new LoadPracticeCase.Command(practice), counsel, progress: null, cancel);

    /// <summary>A name for everything the loaded data depends on.</summary>
    private string Key()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(string.Join(',', cases) + texts.Language.Code));
        string[] parts = ["practice", "guidance", "law", "languages"];
        // The program is the same wherever it lies, and whatever tests lie beside it.
        var program = Directory.EnumerateFiles(AppContext.BaseDirectory, "Onus.*.dll").Where(path => !path.EndsWith(".Tests.dll", StringComparison.Ordinal));
        var files = parts.SelectMany(part => Files(Path.Combine(content.Folder, part))).Select(path => (Path: path, Name: Path.GetRelativePath(content.Folder, path)))
            .Concat(program.Select(path => (Path: path, Name: Path.GetFileName(path))).OrderBy(file => file.Name, StringComparer.Ordinal));
        foreach (var (path, name) in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(path)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..32];
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : [];
}
