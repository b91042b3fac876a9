using System.Data.Common;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;

namespace Onus.Store.Database;

/// <summary>
/// Carries the records of a folder that an older program wrote into the tables of today, a file at a time: each in a transaction of its own, in which it leaves the
/// table of before. Whoever is interrupted goes on with the next file; when none is left that table is dropped.
/// </summary>
internal static class RecordCarryOver
{
    /// <summary>Whether records lie in the table of before.</summary>
    public static async Task<bool> IsPending(OnusContext db, CancellationToken cancel) => db.Database.IsSqlite()
        ? await db.Database.SqlQuery<int>($"SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE type = 'table' AND name = 'Records'").SingleAsync(cancel) > 0
        : await db.Database.SqlQuery<bool>($"SELECT to_regclass('\"Records\"') IS NOT NULL AS \"Value\"").SingleAsync(cancel);

    /// <summary>Carries them over.</summary>
    /// <param name="open">Opens the database.</param>
    /// <param name="cancel">Cancels; what is carried stays so.</param>
    /// <exception cref="InvalidDataException">A row says what Onus never wrote. What was carried over before it stays so, and nothing is lost.</exception>
    public static async Task Run(Func<OnusContext> open, CancellationToken cancel)
    {
        await using var db = open();
        if (!await IsPending(db, cancel))
        {
            return;
        }

        while (await Next(db, cancel) is var (caseId, file))
        {
            // Read by another connection: a server answers one question at a time on each.
            await using var before = open();
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            db.SeeAll([caseId]);
            if (db.Database.IsNpgsql())
            {
                // Two programs that open the folder take turns, as they do on SQLite.
                await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(726154)", cancel);
            }

            await before.Database.OpenConnectionAsync(cancel);
            var connection = before.Database.GetDbConnection();
            // What several older readings left behind may have had the same place in the order: each goes into a reading of its own, before the one that stands.
            foreach (var older in Read(connection, caseId, file, superseded: true).GroupBy(row => row.Sequence).SelectMany(alike => alike.Index()).GroupBy(row => row.Index, row => row.Item))
            {
                await RecordWriter.Write(db, older, anew: true, cancel);
            }

            await RecordWriter.Write(db, Read(connection, caseId, file, superseded: false), anew: true, cancel);
#pragma warning disable RS0030 // Nothing happens in the case: the same records lie elsewhere.
            await db.Database.ExecuteSqlAsync($"DELETE FROM \"Records\" WHERE \"CaseId\" = {caseId.Value} AND \"Material\" = {file.Value}", cancel);
#pragma warning restore RS0030
            await transaction.CommitAsync(cancel);
        }

        await db.Database.ExecuteSqlAsync($"DROP TABLE IF EXISTS \"Records\"", cancel);
    }

    private static async Task<(CaseId Case, MaterialId File)?> Next(OnusContext db, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "SELECT \"CaseId\", \"Material\" FROM \"Records\" LIMIT 1";
        await using var row = await command.ExecuteReaderAsync(cancel);
        return await row.ReadAsync(cancel) ? (new CaseId(row.GetGuid(0)), new MaterialId(row.GetGuid(1))) : null;
    }

    private static IEnumerable<RecordRow> Read(DbConnection connection, CaseId caseId, MaterialId file, bool superseded)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM \"Records\" WHERE \"CaseId\" = @case AND \"Material\" = @file AND \"Superseded\" = @superseded ORDER BY \"Sequence\"";
        foreach (var (name, value) in new (string, object)[] { ("@case", caseId.Value), ("@file", file.Value), ("@superseded", superseded) })
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        using var row = command.ExecuteReader();
        while (row.Read())
        {
            yield return Of(row, caseId, file);
        }
    }

    private static RecordRow Of(DbDataReader row, CaseId caseId, MaterialId file)
    {
        var number = row.GetInt32(row.GetOrdinal("Sequence"));
        try
        {
            return new RecordRow
            {
                CaseId = caseId,
                Compartment = new Compartment(caseId, CompartmentKind.Record),
                Material = file,
                Sequence = number,
                Id = new Sha256(Text("Id")!),
                Kind = Enum.Parse<RecordKind>(Text("Kind")!),
                Locator = Json<Locator>("Locator"),
                TimeRaw = Text("TimeRaw"),
                TimeLocal = Text("TimeLocal"),
                Utc = Instant("Utc"),
                UtcLater = Instant("UtcLater"),
                Basis = Enum.Parse<TimeBasis>(Text("Basis")!),
                Sender = Text("Sender"),
                Receiver = Text("Receiver"),
                Text = Text("Text"),
                Attachments = Json<IReadOnlyList<Attachment>>("Attachments"),
                Warnings = Json<IReadOnlyList<string>>("Warnings"),
                AmountMinor = Number("AmountMinor"),
                BalanceMinor = Number("BalanceMinor"),
                Currency = Text("Currency"),
                CurrencyDecimals = (int?)Number("CurrencyDecimals"),
                Marks = Json<Marks>("Marks"),
                Superseded = row.GetBoolean(row.GetOrdinal("Superseded")),
                Withdrawn = row.GetBoolean(row.GetOrdinal("Withdrawn")),
                Version = (int)Number("Version")!,
            };
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidCastException or ArgumentException or NullReferenceException or InvalidOperationException)
        {
            throw new InvalidDataException($"Record {number} of the file {file.Value:N} says what Onus never wrote; the folder stays as it was, and the version before this one opens its copy.", e);
        }

        string? Text(string column) => row.GetOrdinal(column) is var at && row.IsDBNull(at) ? null : row.GetString(at);
        long? Number(string column) => row.GetOrdinal(column) is var at && row.IsDBNull(at) ? null : Convert.ToInt64(row.GetValue(at), System.Globalization.CultureInfo.InvariantCulture);
        DateTimeOffset? Instant(string column) => Number(column) is { } ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
        T Json<T>(string column) => JsonSerializer.Deserialize<T>(Text(column)!, Conversions.Json) ?? throw new JsonException($"{column} is null.");
    }
}
