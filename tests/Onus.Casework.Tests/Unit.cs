using Onus.Casework.Cases;
using Onus.Casework.Files;
using Onus.Casework.Foundations;
using Onus.Casework.People;
using Onus.Content;
using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Log;
using Onus.Store.Tests;

namespace Onus.Casework.Tests;

/// <summary>A unit of its own for one test: a data folder, a prosecutor, a case with a survivor and a warrant.</summary>
public sealed class Unit : IAsyncDisposable
{
    public const string Ref = "TEST-1";
    private readonly string folder = Directory.CreateTempSubdirectory("onus-test-").FullName;

    public OnusStore Store { get; private set; } = null!;

    public Actor Counsel { get; private set; } = null!;

    public CaseId Case { get; private set; }

    public PersonId Survivor { get; private set; }

    public FoundationId Warrant { get; private set; }

    public string Folder => folder;

    public static Texts Texts { get; } = Texts.Load(ContentFolder.Find(), "en", strict: true);

    private static readonly Filled<(AccountId Counsel, CaseId Case, PersonId Survivor, FoundationId Warrant)> Begun = new(async store =>
    {
        var account = new Account { Id = new(Guid.CreateVersion7()), Name = "Demo person 2", Office = "Prosecutor" };
        await using (var work = store.Begin(new Actor(account.Id, account.Name, [])))
        {
            work.Add(account);
            Assert.True((await work.Commit(new LogEvent(null, Acts.AccountCreated), default)).IsOk);
        }

        var id = (await new OpenCase(store).Handle(new(Ref, "A case for a test", "us"), (await store.ActorOf(account.Id, null, default))!, default)).Value;
        var counsel = (await store.ActorOf(account.Id, null, default))!;
        var survivor = (await new AddPerson(store, Texts).Handle(new(Ref, "Survivor B", [PersonRole.Survivor], []), counsel, default)).Value;
        return (account.Id, id, survivor, (await new AddFoundation(store).Handle(new(Ref, FoundationKind.Warrant, "Search warrant"), counsel, default)).Value);
    });

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A unit with its prosecutor and its case, which were entered once.</summary>
    public static async Task<Unit> Open()
    {
        var unit = new Unit();
        (unit.Store, var begun) = await Begun.In(unit.folder);
        unit.Case = begun.Case;
        unit.Survivor = begun.Survivor;
        unit.Warrant = begun.Warrant;
        unit.Counsel = (await unit.Store.ActorOf(begun.Counsel, null, Cancel))!;
        return unit;
    }

    /// <summary>Another case of the same unit, with the same prosecutor.</summary>
    public async Task<string> Another(string reference)
    {
        Assert.True((await new OpenCase(Store).Handle(new(reference, "Another case", "us"), Counsel, Cancel)).IsOk);
        Counsel = (await Store.ActorOf(Counsel.Account, null, Cancel))!;
        return reference;
    }

    /// <summary>A data folder with nothing in it.</summary>
    public static async Task<Unit> Empty()
    {
        var unit = new Unit();
        unit.Store = await TestDatabase.Open(unit.folder);
        return unit;
    }

    /// <summary>Hands in files, by name and bytes.</summary>
    public async Task<ImportRun> Drop(params (string Name, byte[] Bytes)[] files)
    {
        await using var drop = (await new DropFiles(Store).Handle(Ref, Counsel, Cancel)).Value;
        foreach (var (name, bytes) in files)
        {
            await drop.Add(name, new MemoryStream(bytes), Cancel);
        }

        return (await drop.Finish(Cancel)).Value;
    }

    /// <summary>Answers the three questions for every file that is not read, with a scope.</summary>
    public async Task Answer(DateOnly? from = null, DateOnly? to = null, params string[] people)
    {
        var files = (await List()).Files.Where(f => f.Status != MaterialStatus.Read).Select(f => f.Id).ToList();
        var done = await new AnswerQuestions(Store).Handle(
            new AnswerQuestions.Command { Case = Ref, Files = files, FromPerson = Survivor, Obtained = Warrant, ScopeFrom = from, ScopeTo = to, ScopePeople = people }, Counsel, Cancel);
        Assert.True(done.IsOk, done.Error?.Key);
    }

    /// <summary>Decides about the only file there is.</summary>
    public async Task Decide(string? zone = null, string? order = null, string? profile = null)
    {
        var done = await new DecideReading(Store).Handle(new(Ref, [(await Only()).Id], new(zone, order, null, profile)), Counsel, Cancel);
        Assert.True(done.IsOk, done.Error?.Key);
    }

    /// <summary>Reads the only file there is.</summary>
    public async Task<Result<Material>> Read() => await new ReadHeldFile(Store).Handle(new(Ref, (await Only()).Id), Counsel, Cancel);

    public async Task<FileList> List() => (await new ListFiles(Store).Handle(Ref, Counsel, Cancel)).Value;

    public async Task<Material> Only() => Assert.Single((await List()).Files);

    public ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
