using Onus.Casework.Practice;
using Onus.Content;
using Onus.Domain.Law;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Tests;

namespace Onus.Casework.Tests.Practice;

/// <summary>A data folder of its own with the shipped law and texts.</summary>
public sealed class PracticeStore : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("onus-test-").FullName;

    private PracticeStore()
    {
    }

    /// <summary>The content that is shipped.</summary>
    public static string Content { get; } = ContentFolder.Find();

    public static Texts Texts { get; } = Texts.Load(Content, "en", strict: true);

    public static LawPacks Law { get; } = LawPackFiles.Load(Path.Combine(Content, "law")).Packs;

    public OnusStore Store { get; private set; } = null!;

    public static async Task<PracticeStore> Open()
    {
        var made = new PracticeStore();
        made.Store = await TestDatabase.Open(made.folder);
        return made;
    }

    public static PracticeFolder Read(string folder) => PracticeFolder.Read(folder, Path.Combine(Content, "guidance"), Texts);

    public static PracticeFolder Shipped(string name) => Read(Path.Combine(Content, "practice", name));

    /// <summary>Loads a case into this folder.</summary>
    public async Task<Result<CaseId>> Load(PracticeFolder from)
    {
        var counsel = await new OpenDemoAccounts(Store, Texts).Counsel(from, default);
        return counsel.Error is { } error ? error : await new LoadPracticeCase(Store, Texts, Law).Handle(new LoadPracticeCase.Command(from), counsel.Value, progress: null, default);
    }

    /// <summary>A demo person, with what they may see by now.</summary>
    public async Task<Actor> Person(string name) => (await Store.ActorNamed(name, default)).Value;

    public ValueTask DisposeAsync()
    {
        Store?.Close();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
