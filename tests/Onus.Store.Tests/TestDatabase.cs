using System.Collections.Concurrent;
using Npgsql;

namespace Onus.Store.Tests;

/// <summary>
/// Data folders for tests: on SQLite, or where ONUS_TEST_POSTGRES names a server, with a database of their own there. The tables, and what many tests
/// begin with (<see cref="Filled{T}"/>), are made once and copied, so that a test pays for what it does.
/// </summary>
internal static class TestDatabase
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("ONUS_TEST_POSTGRES");
    private static readonly Filled<bool> Empty = new(_ => Task.FromResult(true));

    /// <summary>The databases on the server, each with the folder of its test: when that is gone, so may the database.</summary>
    private static readonly ConcurrentDictionary<string, string> Folders = new(StringComparer.Ordinal);

    /// <summary>Opens a data folder with nothing in it.</summary>
    public static async Task<OnusStore> Open(string folder, TimeProvider? clock = null) => (await Empty.In(folder, clock)).Store;

    /// <summary>Opens a data folder with tables made in it, not copied.</summary>
    internal static async Task<(OnusStore Store, string? Database)> Make(string folder)
    {
        Wanted();
        var name = Server is null ? null : Name();
        return (await OnusStore.Open(folder, name is null ? null : At(name), TimeProvider.System, default), name);
    }

    /// <summary>Opens a copy of a data folder that nobody has open.</summary>
    internal static async Task<OnusStore> Copy(string from, string? database, string folder, TimeProvider? clock)
    {
        Wanted();
        if (database is null)
        {
            OnusStore.Copy(from, folder);
            return await OnusStore.Open(folder, null, clock ?? TimeProvider.System, default);
        }

        foreach (var file in Directory.Exists(Path.Combine(from, "vault")) ? Directory.EnumerateFiles(Path.Combine(from, "vault"), "*", SearchOption.AllDirectories) : [])
        {
            var target = Path.Combine(folder, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        await Clear();
        var name = Name();
        await Execute($"CREATE DATABASE {name} TEMPLATE {database}");
        Folders[name] = folder;
        var store = await OnusStore.Open(folder, At(name), clock ?? TimeProvider.System, default);
        return File.Exists(Path.Combine(folder, "onus.db")) ? throw new InvalidOperationException("A server is named, and the store is a file.") : store;
    }

    /// <summary>A class that says it asks no database, and so is not run again on a server, has to be right.</summary>
    /// <exception cref="InvalidOperationException">It is not.</exception>
    private static void Wanted()
    {
        if (TestContext.Current.TestClass?.Traits.TryGetValue("Database", out var has) is true && has.Contains("none"))
        {
            throw new InvalidOperationException($"{TestContext.Current.TestClass.TestClassName} says [Trait(\"Database\", \"none\")] and opens one.");
        }
    }

    /// <summary>Ends what is kept open to a database, so that it can be copied.</summary>
    internal static void Close(OnusStore store, string? database)
    {
        store.Close();
        if (database is not null)
        {
            using var connection = new NpgsqlConnection(At(database));
            NpgsqlConnection.ClearPool(connection);
        }
    }

    /// <summary>A server on which each test leaves a database grows by eight megabytes with each.</summary>
    private static async Task Clear()
    {
        foreach (var (name, _) in Folders.Where(one => !Directory.Exists(one.Value)).ToList())
        {
            if (Folders.TryRemove(name, out _))
            {
                using (var connection = new NpgsqlConnection(At(name)))
                {
                    NpgsqlConnection.ClearPool(connection);
                }

                await Execute($"DROP DATABASE {name} WITH (FORCE)");
            }
        }
    }

    private static string Name() => $"t{Guid.CreateVersion7():N}";

    private static string At(string database) => $"{Server};Database={database};Maximum Pool Size=20;Connection Idle Lifetime=5;Connection Pruning Interval=2";

    private static async Task Execute(string statement)
    {
        await using var connection = new NpgsqlConnection(At("postgres"));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>A data folder that is filled once in a process, when the first test asks for it, and copied for each.</summary>
/// <typeparam name="T">What is known of its content, the same for all copies; nobody changes it.</typeparam>
internal sealed class Filled<T>(Func<OnusStore, Task<T>> fill)
{
    private readonly Lazy<Task<(string Folder, string? Database, T Content)>> made = new(() => Make(fill));

    /// <summary>Opens a copy in a folder.</summary>
    public async Task<(OnusStore Store, T Content)> In(string folder, TimeProvider? clock = null)
    {
        var (from, database, content) = await made.Value;
        return (await TestDatabase.Copy(from, database, folder, clock), content);
    }

    private static async Task<(string Folder, string? Database, T Content)> Make(Func<OnusStore, Task<T>> fill)
    {
        var folder = Directory.CreateTempSubdirectory("onus-test-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var (store, database) = await TestDatabase.Make(folder);
        var content = await fill(store);
        store.Dispose();
        TestDatabase.Close(store, database);
        return (folder, database, content);
    }
}
