using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Onus.Store.Database;

/// <summary>What makes SQLite keep what it acknowledged: it forgets part of it with every connection.</summary>
internal sealed class Durable : DbConnectionInterceptor
{
    /// <summary>Acknowledged work must survive a power cut: write-ahead log, and a flush at every commit.</summary>
    public static async Task Assert(OnusContext db, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        var journal = await Pragma(db, "PRAGMA journal_mode=WAL", cancel);
        var synchronous = await Pragma(db, "PRAGMA synchronous", cancel);
        if (!string.Equals(journal, "wal", StringComparison.OrdinalIgnoreCase) || synchronous != "2")
        {
            throw new InvalidOperationException(
                $"The database does not keep what it acknowledges: journal mode '{journal}', synchronous '{synchronous}'. It must lie on a local disk.");
        }
    }

    private static async Task<string> Pragma(OnusContext db, string text, CancellationToken cancel)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = text;
        return Convert.ToString(await command.ExecuteScalarAsync(cancel), CultureInfo.InvariantCulture) ?? "";
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Set(connection);
        return Task.CompletedTask;
    }

    private static void Set(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous=FULL; PRAGMA busy_timeout=30000;";
        command.ExecuteNonQuery();
    }
}
