using Npgsql;

namespace Onus.Store.Tests;

/// <summary>
/// Data folders for tests: on SQLite, or where ONUS_TEST_POSTGRES names a server, with a database of their own there. The tables are made once and
/// copied, so that a test pays for what it does.
/// </summary>
internal static class TestDatabase
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("ONUS_TEST_POSTGRES");
    private static readonly Lazy<Task<string>> Template = new(Make);

    /// <summary>Opens a data folder with nothing in it.</summary>
    public static async Task<OnusStore> Open(string folder, TimeProvider? clock = null)
    {
        var template = await Template.Value;
        if (Server is null)
        {
            foreach (var file in Directory.EnumerateFiles(template, "onus.db*"))
            {
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
            }

            return await OnusStore.Open(folder, null, clock ?? TimeProvider.System, default);
        }

        var name = Name();
        await Execute($"CREATE DATABASE {name} TEMPLATE {template}");
        var store = await OnusStore.Open(folder, At(name), clock ?? TimeProvider.System, default);
        return File.Exists(Path.Combine(folder, "onus.db")) ? throw new InvalidOperationException("A server is named, and the store is a file.") : store;
    }

    private static async Task<string> Make()
    {
        var folder = Directory.CreateTempSubdirectory("onus-test-").FullName;
        if (Server is null)
        {
            AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
            (await OnusStore.Open(folder, null, TimeProvider.System, default)).Close();
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            return folder;
        }

        var name = Name();
        (await OnusStore.Open(folder, At(name), TimeProvider.System, default)).Close();
        Directory.Delete(folder, recursive: true);
        return name;
    }

    private static string Name() => $"t{Guid.CreateVersion7():N}";

    private static string At(string database) => $"{Server};Database={database};Pooling=false";

    private static async Task Execute(string statement)
    {
        await using var connection = new NpgsqlConnection(At("postgres"));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync();
    }
}
