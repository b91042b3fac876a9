using System.Text.Json;
using System.Text.Json.Serialization;
using Npgsql;
using Onus.Domain.Shared;

namespace Onus.Store;

/// <summary>
/// Where the database and the vault of a data folder are: in the folder itself, or where its <c>onus.json</c> says. Whoever opens the folder reads it here,
/// so that a unit on a server has every verb, and nobody starts an empty database beside the real one.
/// </summary>
/// <remarks>No record: its text would hold the connection, and a connection may hold a password.</remarks>
internal sealed class FolderSettings
{
    /// <summary>Its name.</summary>
    public const string FileName = "onus.json";

    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, AllowDuplicateProperties = false };

    private FolderSettings(string folder, string? postgres, string vault)
    {
        Folder = folder;
        Postgres = postgres;
        Vault = vault;
    }

    /// <summary>The data folder, in full.</summary>
    public string Folder { get; }

    /// <summary>Connection to a PostgreSQL server; null for the file in the folder.</summary>
    public string? Postgres { get; }

    /// <summary>Folder of the vault, in full.</summary>
    public string Vault { get; }

    /// <summary>What holds for a folder.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="postgres">A connection that the program was started with; null for none.</param>
    /// <exception cref="FolderSettingsException">The file is broken or names what is not there, or the program was started with another database than it names.</exception>
    public static FolderSettings Of(string folder, string? postgres)
    {
        folder = Path.GetFullPath(folder);
        var file = Path.Combine(folder, FileName);
        var asked = Server("Onus:Postgres", postgres);
        var own = Path.Combine(folder, "vault");
        if (!File.Exists(file))
        {
            return new FolderSettings(folder, postgres, own);
        }

        var written = Read(file);
        var named = Server(file, written.Postgres);
        if (asked is not null && (named is null || Where(named) != Where(asked)))
        {
            throw Fault("data.settings-two", ("file", file));
        }

        var vault = written.Vault is null ? own : Path.GetFullPath(Path.Combine(folder, written.Vault));
        if (written.Vault is not null && !Directory.Exists(vault))
        {
            // One that is not mounted would be begun anew, empty, and every file be missing.
            throw Fault("data.settings-vault", ("file", file), ("vault", vault));
        }

        return new FolderSettings(folder, postgres ?? written.Postgres, vault);
    }

    private static WrittenSettings Read(string file)
    {
        var text = File.ReadAllText(file);
        try
        {
            using var whole = JsonDocument.Parse(text, Lenient);
            try
            {
                return JsonSerializer.Deserialize(text, FolderSettingsJson.Default.WrittenSettings) ?? throw Fault("data.settings-not-json", ("file", file), ("number", 1L));
            }
            catch (JsonException wrong)
            {
                var key = whole.RootElement.ValueKind != JsonValueKind.Object ? ""
                    : whole.RootElement.EnumerateObject().Select(field => field.Name).FirstOrDefault(name => name is not ("postgres" or "vault")) ?? (wrong.Path ?? "").TrimStart('$', '.');
                throw Fault("data.settings-key", ("file", file), ("number", Line(wrong)), ("key", key));
            }
        }
        catch (JsonException broken)
        {
            throw Fault("data.settings-not-json", ("file", file), ("number", Line(broken)));
        }
    }

    // What Npgsql says of a connection that it can't take may quote a part of it, and so of a password.
    private static NpgsqlConnectionStringBuilder? Server(string from, string? connection)
    {
        try
        {
            return connection is null ? null : new NpgsqlConnectionStringBuilder(connection) is { Host.Length: > 0 } server ? server : throw Fault("data.settings-postgres", ("file", from));
        }
        catch (Exception e) when (e is ArgumentException or FormatException or OverflowException)
        {
            throw Fault("data.settings-postgres", ("file", from));
        }
    }

    private static (string? Host, int Port, string? Database) Where(NpgsqlConnectionStringBuilder server) => (server.Host, server.Port, server.Database ?? server.Username);

    private static long Line(JsonException e) => (e.LineNumber ?? 0) + 1;

    private static FolderSettingsException Fault(string key, params IReadOnlyList<(string, ErrorValue)> values) => new(Error.Invalid(key, values));
}

/// <summary>The form of the file.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true)]
[JsonSerializable(typeof(WrittenSettings))]
internal sealed partial class FolderSettingsJson : JsonSerializerContext;

/// <summary>What may stand in it.</summary>
/// <param name="Postgres">Connection to a PostgreSQL server.</param>
/// <param name="Vault">Folder of the vault, from the data folder on.</param>
internal sealed record WrittenSettings(string? Postgres, string? Vault);

/// <summary>The settings of a data folder are wrong. What is wrong is told by <see cref="Why"/>; no password is in it.</summary>
/// <param name="why">What is wrong.</param>
public sealed class FolderSettingsException(Error why) : IOException(why?.Key)
{
    /// <summary>What is wrong, with file and line.</summary>
    public Error Why { get; } = why;
}
