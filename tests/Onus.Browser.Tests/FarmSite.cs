using Onus.Store;
using Onus.Store.Log;
using Onus.Tests;

namespace Onus.Browser.Tests;

/// <summary>The classes that work on one farm, one after the other.</summary>
[CollectionDefinition(FarmSite.Shared)]
public sealed class SharedFarm : ICollectionFixture<FarmSite>;

/// <summary>The program on a data folder that holds the farm and two people: counsel and police.</summary>
public sealed class FarmSite : IAsyncLifetime
{
    /// <summary>Collection of tests that add to the farm, each something of its own.</summary>
    public const string Shared = "farm";

    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("onus-farm-");
    private OnusSite site = null!;

    /// <summary>Where it answers.</summary>
    public Uri Address => site.Address;

    /// <summary>The case.</summary>
    public FarmCase Farm { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var store = await OnusStore.Open(data.FullName, null, TimeProvider.System, default);
        var counsel = new Account { Id = new(Guid.CreateVersion7()), Name = "Demo person 2", Office = "Prosecutor", Demo = true };
        var police = new Account { Id = new(Guid.CreateVersion7()), Name = "Demo person 1", Office = "Investigator", Demo = true };
        await using (var work = store.Begin(new Actor(counsel.Id, counsel.Name, [])))
        {
            work.Add(counsel);
            work.Add(police);
            await work.Commit(new LogEvent(null, Acts.AccountCreated), default);
        }

        Farm = await FarmCase.Seed(store, new Actor(counsel.Id, counsel.Name, []), police.Id, default);
        site = await OnusSite.StartAsync(("Onus:Data", data.FullName));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        data.Delete(recursive: true);
    }
}
