using Microsoft.Data.Sqlite;
using Onus.Casework.Practice;
using Onus.Content;
using Onus.Store;

namespace Onus.Cli.Tests;

/// <summary>A data folder with the empty practice case in it, and the command line to work on it.</summary>
public sealed class Folder : IAsyncDisposable
{
    public const string Case = "NEW-2025-01";

    private Folder(string path) => Path = path;

    public string Path { get; }

    public static string Practice { get; } = System.IO.Path.Combine(ContentFolder.Find(), "practice", "new-case");

    public static Task<Folder> Open() => Open(settings: null);

    /// <summary>With settings of its own, which every verb goes by.</summary>
    public static async Task<Folder> Open(string? settings)
    {
        var cancel = TestContext.Current.CancellationToken;
        var folder = new Folder(Directory.CreateTempSubdirectory("onus-cli-test-").FullName);
        if (settings is not null)
        {
            await File.WriteAllTextAsync(System.IO.Path.Combine(folder.Path, "onus.json"), settings, cancel);
        }

        using var store = await OnusStore.Open(folder.Path, null, TimeProvider.System, cancel);
        var content = UnitContent.Open(configured: null, "en", strict: true);
        var read = PracticeFolder.Read(Practice, System.IO.Path.Combine(content.Folder, "guidance"), content.Texts);
        var counsel = (await new OpenDemoAccounts(store, content.Texts).Counsel(read, cancel)).Value;
        var loaded = await new LoadPracticeCase(store, content.Texts, content.Law).Handle(new(read), counsel, null, cancel);
        Assert.True(loaded.IsOk, loaded.Error?.Key);
        return folder;
    }

    /// <summary>Runs a verb. What it says on standard error is added to the output of the test.</summary>
    public static async Task<(int Exit, string Output, string Error)> Run(params string[] words)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var exit = await CommandLine.Run(words, output, error);
        return (exit, output.ToString(), error.ToString());
    }

    public Task<(int Exit, string Output, string Error)> Import(string path, params string[] more) =>
        Run(["import", path, "--case", Case, "--data", Path, "--as", "Demo person 2", .. more]);

    /// <summary>Changes the database behind the back of Onus.</summary>
    public int Tamper(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={System.IO.Path.Combine(Path, "onus.db")}");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The tests' own words.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteNonQuery();
    }

    /// <summary>The first column of what a query gives, behind the back of Onus.</summary>
    public IReadOnlyList<string> Query(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={System.IO.Path.Combine(Path, "onus.db")}");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The tests' own words.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(Path, recursive: true);
        return ValueTask.CompletedTask;
    }
}
