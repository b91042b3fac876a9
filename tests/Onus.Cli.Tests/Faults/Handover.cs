using System.Globalization;
using System.Text;
using Onus.Casework.Cases;
using Onus.Store;
using Onus.Store.Log;

namespace Onus.Cli.Tests.Faults;

/// <summary>A data folder with an empty case, a folder of files to import into it, and the answers for all of them.</summary>
internal sealed class Handover : IAsyncDisposable
{
    private const string Case = "FAULTS-1";
    private const string Person = "Demo person 2";

    public string Data { get; } = Directory.CreateTempSubdirectory("onus-data-").FullName;

    public string Files { get; } = Directory.CreateTempSubdirectory("onus-handover-").FullName;

    public string Working => Path.Combine(Data, "working");

    /// <summary>Everything in the vault that is not a whole file.</summary>
    public IEnumerable<string> Unfinished => Path.Combine(Data, "vault", "arriving") is var arriving && Directory.Exists(arriving) ? Directory.EnumerateFileSystemEntries(arriving) : [];

    /// <summary>The words that import everything.</summary>
    public string[] Import => ImportInto(Data);

    public static async Task<Handover> Open()
    {
        var cancel = TestContext.Current.CancellationToken;
        var handover = new Handover();
        using var store = await OnusStore.Open(handover.Data, null, TimeProvider.System, cancel);
        var account = new Account { Id = new(Guid.CreateVersion7()), Name = Person, Office = "Prosecutor" };
        await using (var work = store.Begin(new Actor(account.Id, account.Name, [])))
        {
            work.Add(account);
            Assert.True((await work.Commit(new LogEvent(null, Acts.AccountCreated), cancel)).IsOk);
        }

        var actor = (await store.ActorOf(account.Id, null, cancel))!;
        Assert.True((await new OpenCase(store).Handle(new(Case, "A case for a test", "us"), actor, cancel)).IsOk);
        await File.WriteAllTextAsync(
            Path.Combine(handover.Data, "answers.yaml"),
            "schema: onus.practice-answers/1\nfiles:\n  - match: '*'\n    from: Officer 1\n    obtained: public\n    translated: none\n    zone: America/Chicago\n    date-order: dmy\n",
            cancel);
        store.Close();
        return handover;
    }

    /// <summary>The words that import everything into a copy of the data folder.</summary>
    public string[] ImportInto(string data) =>
        ["import", Files, "--case", Case, "--data", data, "--as", Person, "--answers", Path.Combine(data, "answers.yaml"), "--json"];

    /// <summary>A chat of so many messages.</summary>
    public static byte[] Chat(int messages, string sender = "Defendant 1")
    {
        var text = new StringBuilder();
        var at = new DateTime(2024, 3, 10, 6, 0, 0, DateTimeKind.Unspecified);
        for (var i = 0; i < messages; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{at.AddMinutes(i):dd/MM/yyyy, HH:mm} - {(i % 2 == 0 ? sender : "Survivor B")}: message {i}\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    public void Add(string name, byte[] bytes) => File.WriteAllBytes(Path.Combine(Files, name), bytes);

    /// <summary>A number out of the database.</summary>
    public long Count(string from) => Count(from, Path.Combine(Data, "onus.db"));

    /// <summary>A number out of a copy of the database.</summary>
    public static long Count(string from, string database)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={database};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The tests' own words.
        command.CommandText = "SELECT COUNT(*) FROM " + from;
#pragma warning restore CA2100
        return (long)command.ExecuteScalar()!;
    }

    public ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Data, recursive: true);
        Directory.Delete(Files, recursive: true);
        return ValueTask.CompletedTask;
    }
}
