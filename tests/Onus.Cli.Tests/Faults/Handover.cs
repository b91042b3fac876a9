using System.Globalization;
using System.Text;

namespace Onus.Cli.Tests.Faults;

/// <summary>A data folder with an empty case, a folder of files to import into it, and the answers for all of them.</summary>
internal sealed class Handover : IAsyncDisposable
{
    private Handover(Folder data) => Data = data;

    public Folder Data { get; }

    public string Files { get; } = Directory.CreateTempSubdirectory("onus-handover-").FullName;

    public string Working => Path.Combine(Data.Path, "working");

    public string Arriving => Path.Combine(Data.Path, "vault", "arriving");

    /// <summary>The words that import everything.</summary>
    public string[] Import => ["import", Files, "--case", Folder.Case, "--data", Data.Path, "--as", "Demo person 2", "--answers", Path.Combine(Data.Path, "answers.yaml"), "--json"];

    public static async Task<Handover> Open()
    {
        var handover = new Handover(await Folder.Open());
        await File.WriteAllTextAsync(
            Path.Combine(handover.Data.Path, "answers.yaml"),
            "schema: onus.practice-answers/1\nfiles:\n  - match: '*'\n    from: Officer 1\n    obtained: public\n    translated: none\n    zone: America/Chicago\n    dateOrder: dmy\n",
            TestContext.Current.CancellationToken);
        return handover;
    }

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
    public long Count(string from)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(Data.Path, "onus.db")};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The tests' own words.
        command.CommandText = "SELECT COUNT(*) FROM " + from;
#pragma warning restore CA2100
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>Names of everything in the vault that is not a whole file.</summary>
    public IEnumerable<string> Unfinished => Directory.Exists(Arriving) ? Directory.EnumerateFileSystemEntries(Arriving) : [];

    public async ValueTask DisposeAsync()
    {
        await Data.DisposeAsync();
        Directory.Delete(Files, recursive: true);
    }
}
