using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Onus.Domain.Evidence;

namespace Onus.Store.Database;

/// <summary>
/// Writes records in bulk, inside the transaction of their unit of work: one prepared statement, a row at a time, through the columns and
/// conversions of the model. Tracking each row, as everything else is written, takes five times as long and memory for all of them.
/// </summary>
internal static class RecordWriter
{
    /// <summary>Writes the rows in their order.</summary>
    /// <exception cref="DbException">A row is there already, or the database is full.</exception>
    public static async Task Write(OnusContext db, IEnumerable<RecordRow> rows, CancellationToken cancel)
    {
        var entity = db.Model.FindEntityType(typeof(RecordRow))!;
        var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)!.Value;
        var sql = db.GetService<ISqlGenerationHelper>();
        var properties = entity.GetProperties().ToList();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        var columns = properties.Select(p => sql.DelimitIdentifier(p.GetColumnName(table)!));
        var places = properties.Select((_, i) => sql.GenerateParameterName("p" + i));
#pragma warning disable CA2100 // Names of the model, no values.
        command.CommandText = $"INSERT INTO {sql.DelimitIdentifier(table.Name, table.Schema)} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", places)})";
#pragma warning restore CA2100
        var cells = properties.Select((property, i) => Cell(command, property, "p" + i)).ToArray();
        foreach (var row in rows)
        {
            foreach (var (parameter, get, convert) in cells)
            {
                var value = get(row);
                parameter.Value = value is null ? DBNull.Value : convert(value) ?? DBNull.Value;
            }

            await command.ExecuteNonQueryAsync(cancel);
        }
    }

#pragma warning disable RS0030 // The bulk of what UnitOfWork writes, within its transaction and with its entry in the log.
    /// <summary>Removes the records of a file but for some, which are marked as superseded.</summary>
    public static async Task Clear(OnusContext db, Material file, List<Sha256> kept, CancellationToken cancel)
    {
        var records = db.Records.Where(r => r.CaseId == file.CaseId && r.Material == file.Id);
        await records.Where(r => !kept.Contains(r.Id)).ExecuteDeleteAsync(cancel);
        await records.ExecuteUpdateAsync(set => set.SetProperty(r => r.Superseded, true), cancel);
    }

    /// <summary>Marks the records of a file as withdrawn, or as back.</summary>
    public static Task SetAside(OnusContext db, Material file, bool withdrawn, CancellationToken cancel) =>
        db.Records.Where(r => r.CaseId == file.CaseId && r.Material == file.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.Withdrawn, withdrawn), cancel);
#pragma warning restore RS0030

    private static (DbParameter Parameter, Func<RecordRow, object?> Get, Func<object, object?> Convert) Cell(DbCommand command, IProperty property, string name)
    {
        var mapping = property.GetRelationalTypeMapping();
        var parameter = mapping.CreateParameter(command, name, value: null, nullable: true);
        command.Parameters.Add(parameter);
        return (parameter, property.GetGetter().GetClrValue, mapping.Converter is { } converter ? converter.ConvertToProvider : value => value);
    }
}
