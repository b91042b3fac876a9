using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Onus.Domain.Shared;
using Onus.Store.Database;
using Onus.Store.Vault;

namespace Onus.Store;

/// <summary>
/// A data folder: the database <c>onus.db</c> (or a PostgreSQL server), the vault, and a folder for working copies of each process that has it
/// open. What a process that is gone left there is removed at the next start.
/// </summary>
public sealed partial class OnusStore : IDisposable
{
    private const string Database = "onus.db";
    private readonly Func<OnusContext> open;
    private readonly TimeProvider clock;
    private readonly WorkingFolder working;
    private readonly Guid program = Guid.CreateVersion7();

    private OnusStore(FolderSettings place, Func<OnusContext> open, TimeProvider clock)
    {
        var folder = place.Folder;
        Folder = folder;
        this.open = open;
        this.clock = clock;
        Vault = new FileVault(place.Vault, program);
        working = new WorkingFolder(Path.Combine(folder, "working", program.ToString("N")));
    }

    /// <summary>The data folder.</summary>
    public string Folder { get; }

    /// <summary>The files as received.</summary>
    public FileVault Vault { get; }

    /// <summary>What was worked out from cases as they stand.</summary>
    public Kept Kept { get; } = new();

    /// <summary>Folder for working copies that live for one job. Only the account that runs Onus can look into it.</summary>
    public string Working => working.Path;

    /// <summary>
    /// Opens a data folder, making or updating its database. Before an existing SQLite database is updated, a copy is put beside it.
    /// Where its <c>onus.json</c> names a server or a vault, those are its own.
    /// </summary>
    /// <param name="folder">The data folder; made when absent.</param>
    /// <param name="postgres">Connection to a PostgreSQL server; null for what the folder says, else SQLite in the folder.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="cancel">Cancels.</param>
    /// <exception cref="FolderSettingsException">What the folder says of itself is wrong, or names another server.</exception>
    /// <exception cref="InvalidOperationException">The database does not keep what it acknowledges (journal or synchronous mode).</exception>
    public static async Task<OnusStore> Open(string folder, string? postgres, TimeProvider clock, CancellationToken cancel)
    {
        folder = Path.GetFullPath(folder);
        if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder);
            FileSync.FlushFolder(Path.GetDirectoryName(folder)!);
        }

        var place = FolderSettings.Of(folder, postgres);
        var store = new OnusStore(place, Opener(folder, place.Postgres), clock);
        await using var db = store.open();
        await Migrate(db, folder, clock, cancel);
        await RecordCarryOver.Run(store.open, cancel);
        await AccountNames.Fill(db, cancel);
        if (db.Database.IsSqlite())
        {
            await Durable.Assert(db, cancel);
        }

        store.working.Take(store.Vault);
        return store;
    }

    /// <summary>
    /// Opens a data folder as it is, to be looked at: nothing is made, updated or removed. Null where there is no database of this version.
    /// </summary>
    /// <exception cref="FolderSettingsException">What the folder says of itself is wrong.</exception>
    public static async Task<OnusStore?> OpenAsIs(string folder, TimeProvider clock, CancellationToken cancel)
    {
        folder = Path.GetFullPath(folder);
        if (!IsIn(folder))
        {
            return null;
        }

        var place = FolderSettings.Of(folder, postgres: null);
        var store = new OnusStore(place, Opener(folder, place.Postgres, SqliteOpenMode.ReadOnly), clock);
        await using var db = store.open();
        try
        {
            return (await db.Database.GetPendingMigrationsAsync(cancel)).Any() || await RecordCarryOver.IsPending(db, cancel) ? null : store;
        }
        catch (SqliteException)
        {
            // The file is no database.
            return null;
        }
    }

    /// <summary>Removes the working folder. The data themselves need no closing: whatever was acknowledged is on the disk.</summary>
    public void Dispose()
    {
        Kept.Dispose();
        working.Dispose();
    }

    /// <summary>Begins an act of a person.</summary>
    public UnitOfWork Begin(Actor actor) => new(open(), actor, clock, WakeForJobs);

    /// <summary>A person as they may act now; null when there is no such account.</summary>
    public async Task<Actor?> ActorOf(AccountId id, Guid? form, CancellationToken cancel)
    {
        await using var db = open();
        var now = clock.GetUtcNow();
#pragma warning disable RS0030 // This query is where what a person may see comes from.
        var found = await db.Accounts.IgnoreQueryFilters().Where(a => a.Id == id)
            .Select(a => new
            {
                a.Name,
                Cases = db.Members.Where(m => m.AccountId == a.Id).ToList(),
                Granted = db.Grants.Where(grant => grant.Account == a.Id && (grant.Until == null || grant.Until > now)).Select(grant => grant.Compartment).ToList(),
            }).FirstOrDefaultAsync(cancel);
#pragma warning restore RS0030
        return found is null ? null : new Actor(id, found.Name, found.Cases, form) { Granted = found.Granted };
    }

    /// <summary>Whether this form of this person has acted already.</summary>
    public async Task<bool> HasActed(Guid form, AccountId account, CancellationToken cancel)
    {
        await using var db = open();
        return await db.UsedForms.AnyAsync(used => used.Form == form && used.Account == account, cancel);
    }

    /// <summary>A person by name, compared as people compare names, or by the id of their account, as the command line names them.</summary>
    /// <returns><c>accounts.nobody-named</c>; <c>accounts.several-named</c> where a folder is older than the rule that names are unique.</returns>
    public async Task<Result<Actor>> ActorNamed(string name, CancellationToken cancel)
    {
        var named = AccountNames.Named(await Accounts(cancel), name);
        if (named.Count != 1)
        {
            return named.Count == 0
                ? Error.NotFound("accounts.nobody-named", ("name", name))
                : Error.Invalid("accounts.several-named", ("name", name), ("accounts", string.Join("; ", named.Select(a => $"{a.Id.Value} ({a.Name}, {a.Office})"))));
        }

        return (await ActorOf(named[0].Id, form: null, cancel))!;
    }

    /// <summary>All accounts, by name.</summary>
    public async Task<IReadOnlyList<Account>> Accounts(CancellationToken cancel)
    {
        await using var db = open();
        return await db.Accounts.OrderBy(a => a.Name).ToListAsync(cancel);
    }

    /// <summary>
    /// Copies everything that was acknowledged into an empty folder: the vault first, then the database in one piece, so that a folder with a
    /// database is a whole one. SQLite only.
    /// </summary>
    /// <exception cref="IOException">There is a database already, or the disk is full.</exception>
    public async Task CopyTo(string target, CancellationToken cancel)
    {
        CopyFolder(Vault.Folder, Path.Combine(target, "vault"));
        var database = Path.Combine(target, Database);
        if (File.Exists(database))
        {
            throw new IOException($"There is a database in '{target}' already.");
        }

        await using var db = open();
        var part = database + ".part";
        File.Delete(part);
        await db.Database.ExecuteSqlAsync($"VACUUM INTO {part}", cancel);
        File.Move(part, database);
    }

    /// <summary>Copies a folder that <see cref="CopyTo"/> made, without opening it.</summary>
    /// <exception cref="IOException">A file can't be read or written.</exception>
    public static void Copy(string from, string to)
    {
        CopyFolder(Path.Combine(from, "vault"), Path.Combine(to, "vault"));
        File.Copy(Path.Combine(from, Database), Path.Combine(to, Database));
    }

    /// <summary>Whether a folder holds a database, or names one.</summary>
    /// <exception cref="FolderSettingsException">What the folder says of itself is wrong.</exception>
    public static bool IsIn(string folder) => File.Exists(Path.Combine(folder, Database)) || FolderSettings.Of(folder, postgres: null).Postgres is not null;

    /// <summary>Closes what is kept open for reuse, so that the folder can be removed.</summary>
    public void Close()
    {
        using var db = open();
        if (db.Database.GetDbConnection() is SqliteConnection connection)
        {
            SqliteConnection.ClearPool(connection);
        }
    }

    /// <summary>The database without filters, for verification inside the store only.</summary>
    internal OnusContext OpenUnfiltered() => open();

    private static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to);
        if (!Directory.Exists(from))
        {
            // Nothing was ever stored.
            return;
        }

        foreach (var path in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(path, target);
        }
    }

    private static Func<OnusContext> Opener(string folder, string? postgres, SqliteOpenMode mode = SqliteOpenMode.ReadWriteCreate)
    {
        if (postgres is not null)
        {
            postgres = mode == SqliteOpenMode.ReadOnly ? ToLookAt(postgres) : postgres;
            var server = new DbContextOptionsBuilder<PostgresOnusContext>().UseNpgsql(postgres)
                .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).Options;
            return () => new PostgresOnusContext(server);
        }

        var connection = new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, Database), Mode = mode, ForeignKeys = true }.ToString();
        var file = new DbContextOptionsBuilder<SqliteOnusContext>().UseSqlite(connection, sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).AddInterceptors(new Durable()).Options;
        return () => new SqliteOnusContext(file);
    }

    // The server itself refuses to write.
    private static string ToLookAt(string postgres)
    {
        var server = new NpgsqlConnectionStringBuilder(postgres);
        server.Options = $"{server.Options} -c default_transaction_read_only=on".Trim();
        return server.ConnectionString;
    }

    private static async Task Migrate(OnusContext db, string folder, TimeProvider clock, CancellationToken cancel)
    {
        var pending = await db.Database.GetPendingMigrationsAsync(cancel);
        if (!pending.Any())
        {
            return;
        }

        var existing = await db.Database.GetAppliedMigrationsAsync(cancel);
        if (db.Database.IsSqlite() && existing.Any())
        {
            var copy = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"onus-before-update-{clock.GetUtcNow():yyyyMMdd-HHmmss}.db"));
            await db.Database.ExecuteSqlAsync($"VACUUM INTO {copy}", cancel);
        }

        await db.Database.MigrateAsync(cancel);
    }
}
