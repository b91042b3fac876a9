using Onus.Domain.Cases;
using Onus.Domain.Shared;
using Onus.Store.Log;

namespace Onus.Store.Tests;

/// <summary>A data folder of its own for one test, with a case and two people in it.</summary>
public sealed class ScratchStore : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("onus-test-").FullName;

    public OnusStore Store { get; private set; } = null!;

    public Actor Prosecutor { get; private set; } = null!;

    public Actor Investigator { get; private set; } = null!;

    public Actor Stranger { get; private set; } = null!;

    public CaseId Case { get; } = new(Guid.CreateVersion7());

    public static async Task<ScratchStore> Open(TimeProvider? clock = null)
    {
        var scratch = new ScratchStore();
        var cancel = TestContext.Current.CancellationToken;
        scratch.Store = await TestDatabase.Open(scratch.folder, clock);
        var counsel = new Account { Id = new(Guid.CreateVersion7()), Name = "Demo person 2", Office = "Prosecutor" };
        var police = new Account { Id = new(Guid.CreateVersion7()), Name = "Demo person 1", Office = "Investigator" };
        var other = new Account { Id = new(Guid.CreateVersion7()), Name = "Demo person 9", Office = "Investigator" };
        await using (var work = scratch.Store.Begin(new Actor(counsel.Id, counsel.Name, [])))
        {
            work.Add(counsel);
            work.Add(police);
            work.Add(other);
            work.AddCase(
                new Case { Id = scratch.Case, Ref = "SCRATCH", Title = "A case for a test", Country = "us", Practice = true },
                [
                    new CaseMember { CaseId = scratch.Case, AccountId = counsel.Id, Role = MemberRole.Prosecutor },
                    new CaseMember { CaseId = scratch.Case, AccountId = police.Id, Role = MemberRole.Investigator },
                ]);
            Assert.True((await work.Commit(new LogEvent(scratch.Case, Acts.CaseOpened), cancel)).IsOk);
        }

        scratch.Prosecutor = (await scratch.Store.ActorOf(counsel.Id, null, cancel))!;
        scratch.Investigator = (await scratch.Store.ActorOf(police.Id, null, cancel))!;
        scratch.Stranger = (await scratch.Store.ActorOf(other.Id, null, cancel))!;
        return scratch;
    }

    public ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
