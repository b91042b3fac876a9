using Microsoft.Data.Sqlite;
using Onus.Domain.Evidence;

namespace Onus.Bench.Records;

/// <summary>The same records as rows that are no longer written, to be compared with: each spelled out in full, or as few bytes as a table takes without being asked anything.</summary>
internal static class RowsBefore
{
    /// <summary>Writes them into a database of their own.</summary>
    /// <returns>CPU seconds and bytes of the database.</returns>
    public static (double Seconds, long Bytes) Write(string path, List<EvidenceRecord> records, bool spelledOut)
    {
        var (tables, insert) = spelledOut
            ? ("""
               CREATE TABLE Records (CaseId TEXT, Id TEXT, Material TEXT, Sequence INTEGER, Kind TEXT, Locator TEXT, TimeRaw TEXT, TimeLocal TEXT, Utc INTEGER, Basis TEXT, Sender TEXT, Text TEXT,
                   Attachments TEXT, Warnings TEXT, Marks TEXT, Day TEXT, Compartment TEXT, Version INTEGER, PRIMARY KEY (CaseId, Id));
               CREATE INDEX One ON Records (CaseId); CREATE INDEX Two ON Records (CaseId, Day); CREATE INDEX Three ON Records (CaseId, Material, Sequence);
               """,
               "INSERT INTO Records VALUES (@case, @id, @file, @sequence, @kind, @locator, @raw, @local, @utc, @basis, @sender, @text, '[]', '[]', @marks, @day, 'case', 1)")
            : ("CREATE TABLE Records (Number INTEGER PRIMARY KEY, Id BLOB, Slice BLOB, Kind INTEGER, Place TEXT, Raw TEXT, Local TEXT, Utc INTEGER, Sender INTEGER, Text TEXT)",
               "INSERT INTO Records VALUES (@sequence, @idBytes, @slice, 1, @place, @raw, @local, @utc, @name, @text)");
        using var connection = new SqliteConnection($"Data Source={path}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; " + tables;
        command.ExecuteNonQuery();
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        var (caseId, file) = (Guid.CreateVersion7().ToString().ToUpperInvariant(), Guid.CreateVersion7().ToString().ToUpperInvariant());
        var before = Environment.CpuUsage.TotalTime;
        using (var transaction = connection.BeginTransaction())
        {
            command.Transaction = transaction;
            command.CommandText = insert;
            foreach (var (at, record) in records.Index())
            {
                command.Parameters.Clear();
                var sender = record.Parties.Count > 0 ? record.Parties[0].Raw : null;
                var name = sender is null ? 0 : names.TryGetValue(sender, out var known) ? known : names[sender] = names.Count + 1;
                foreach (var (parameter, value) in new (string, object?)[]
                {
                    ("@case", caseId), ("@id", record.Id.Hex), ("@file", file), ("@sequence", at + 1), ("@kind", record.Kind.ToString()), ("@raw", record.Time.Raw), ("@local", record.Time.Local),
                    ("@utc", record.Time.Utc?.UtcTicks), ("@basis", record.Time.Basis.ToString()), ("@sender", sender), ("@name", name), ("@text", record.Text), ("@day", record.Time.Local?[..10]),
                    ("@marks", """{"helpsDefence":false,"sensitive":false,"privileged":false}"""), ("@idBytes", spelledOut ? null : Convert.FromHexString(record.Id.Hex)),
                    ("@slice", spelledOut ? null : Convert.FromHexString(record.Locator.Slice.Hex)), ("@place", spelledOut ? null : PositionCodec.TextOf(record.Locator.At)), ("@locator", spelledOut ? Locator(record.Locator) : null),
                })
                {
                    command.Parameters.AddWithValue(parameter, value ?? DBNull.Value);
                }

                command.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        var seconds = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        command.Transaction = null;
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        command.ExecuteNonQuery();
        return (seconds, new FileInfo(path).Length);
    }

    private static string Locator(Locator locator)
    {
        using var bytes = new MemoryStream();
        using (var json = new System.Text.Json.Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("blob", locator.Blob.Hex);
            json.WriteStartArray("chain");
            json.WriteEndArray();
            json.WritePropertyName("at");
            PositionCodec.Write(json, locator.At);
            json.WriteString("slice", locator.Slice.Hex);
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(bytes.ToArray());
    }
}
