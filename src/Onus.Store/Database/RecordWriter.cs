using System.Data.Common;
using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;

namespace Onus.Store.Database;

/// <summary>
/// Writes records in bulk, inside the transaction of their unit of work: one prepared statement a table, a row at a time, through the columns and
/// conversions of the model. Tracking each row, as everything else is written, takes five times as long and memory for all of them.
/// </summary>
internal sealed class RecordWriter : IAsyncDisposable
{
    // Totals of a file whose records are all unlike would need memory for each of them: what is counted so far is written then, and counted anew.
    private const int MostTotals = 20_000;
    private readonly OnusContext db;
    private readonly BulkInsert<StoredRecord> records;
    private readonly BulkInsert<ReadingName> names;
    private readonly BulkInsert<ReadingPlace> places;
    private readonly BulkInsert<ReadingTotal> totals;
    private readonly Dictionary<MaterialId, Open> readings = [];

    private readonly bool anew;

    private RecordWriter(OnusContext db, bool anew)
    {
        (this.db, this.anew) = (db, anew);
        (records, names, places, totals) = (new(db), new(db), new(db), new(db));
    }

    /// <summary>Writes the rows in their order, each into the reading of its file that stands, which is made where there is none.</summary>
    /// <param name="db">The database, in a transaction.</param>
    /// <param name="rows">The rows; those of a file all superseded or none.</param>
    /// <param name="anew">Whether to make a new reading also where one stands.</param>
    /// <param name="cancel">Cancels.</param>
    /// <exception cref="DbException">A row is there already, or the database is full.</exception>
    public static async Task Write(OnusContext db, IEnumerable<RecordRow> rows, bool anew, CancellationToken cancel)
    {
        await using var writer = new RecordWriter(db, anew);
        foreach (var row in rows)
        {
            await writer.Write(row, cancel);
        }

        foreach (var reading in writer.readings.Values)
        {
            await writer.Add(reading, cancel);
        }
    }

#pragma warning disable RS0030 // The bulk of what UnitOfWork writes, within its transaction and with its entry in the log.
    /// <summary>Removes the records of a file but for some, whose reading is marked as superseded.</summary>
    public static async Task Clear(OnusContext db, Material file, List<Sha256> kept, CancellationToken cancel)
    {
        var all = await db.Readings.Where(r => r.CaseId == file.CaseId && r.Material == file.Id).Select(r => r.Number).ToListAsync(cancel);
        await db.StoredRecords.Where(r => all.Contains(r.Reading) && !kept.Contains(r.Id)).ExecuteDeleteAsync(cancel);
        await db.ReadingTotals.Where(t => all.Contains(t.Reading)).ExecuteDeleteAsync(cancel);
        await db.ReadingNames.Where(n => all.Contains(n.Reading) && !db.StoredRecords.Any(r => r.Reading == n.Reading && (r.Sender == n.Number || r.Receiver == n.Number))).ExecuteDeleteAsync(cancel);
        await db.Readings.Where(r => all.Contains(r.Number) && !db.StoredRecords.Any(x => x.Reading == r.Number)).ExecuteDeleteAsync(cancel);
        await db.Readings.Where(r => all.Contains(r.Number)).ExecuteUpdateAsync(set => set.SetProperty(r => r.Superseded, true), cancel);
    }

    /// <summary>Marks the records of a file as withdrawn, or as back.</summary>
    public static Task SetAside(OnusContext db, Material file, bool withdrawn, CancellationToken cancel) =>
        db.Readings.Where(r => r.CaseId == file.CaseId && r.Material == file.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.Withdrawn, withdrawn), cancel);

    /// <summary>Marks a record.</summary>
    /// <exception cref="DbUpdateConcurrencyException">It is not as it was seen.</exception>
    public static async Task Mark(OnusContext db, RecordRow row, Marks marks, CancellationToken cancel)
    {
        Marks? kept = marks == new Marks() ? null : marks;
        // What it has beside its marks the row does not say to everybody.
        var few = StoredRecord.FewOf(marks, more: true);
        if (await db.StoredRecords.Where(r => r.Reading == row.Reading && r.Sequence == row.Sequence && r.Id == row.Id && r.Version == row.Version)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.Marks, kept).SetProperty(r => r.Few, few).SetProperty(r => r.Version, row.Version + 1), cancel) != 1)
        {
            throw new DbUpdateConcurrencyException("A record was changed meanwhile.");
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await records.DisposeAsync();
        await names.DisposeAsync();
        await places.DisposeAsync();
        await totals.DisposeAsync();
    }

    private async Task Write(RecordRow row, CancellationToken cancel)
    {
        var to = readings.GetValueOrDefault(row.Material) ?? (readings[row.Material] = await ReadingOf(row, cancel));
        var day = row.TimeLocal is { Length: >= 10 } local ? local[..10] : null;
        var (sender, receiver) = (await NameOf(row.Sender, to, cancel), await NameOf(row.Receiver, to, cancel));
        await records.Write(
            new StoredRecord
            {
                Reading = to.Number,
                Sequence = row.Sequence,
                Id = row.Id,
                Kind = row.Kind,
                Place = await PlaceOf(row.Locator, to, cancel),
                Position = PositionCodec.TextOf(row.Locator.At),
                Slice = row.Locator.Slice,
                TimeRaw = row.TimeRaw,
                Day = day,
                Clock = day is null ? row.TimeLocal : row.TimeLocal![10..],
                Utc = row.Utc,
                UtcLater = row.UtcLater,
                Basis = row.Basis,
                Sender = sender,
                Receiver = receiver,
                Text = row.Text,
                Attachments = row.Attachments.Count == 0 ? null : row.Attachments,
                Warnings = row.Warnings.Count == 0 ? null : row.Warnings,
                AmountMinor = row.AmountMinor,
                BalanceMinor = row.BalanceMinor,
                Currency = row.Currency,
                CurrencyDecimals = row.CurrencyDecimals,
                Marks = row.Marks == new Marks() ? null : row.Marks,
                Version = row.Version,
                Few = StoredRecord.FewOf(row.Marks, row.Attachments.Count > 0 || row.Warnings.Count > 0),
            }, cancel);
        bool? leaves = row is { Kind: RecordKind.Payment, AmountMinor: { } minor } ? minor < 0 : null;
        var alike = (row.Kind, day, sender, receiver, leaves, row.Kind == RecordKind.Page && string.IsNullOrWhiteSpace(row.Text));
        CollectionsMarshal.GetValueRefOrAddDefault(to.Totals, alike, out _)++;
        if (to.Totals.Count == MostTotals)
        {
            await Add(to, cancel);
        }
    }

    private async Task Add(Open to, CancellationToken cancel)
    {
        foreach (var ((kind, day, sender, receiver, leaves, silent), count) in to.Totals)
        {
            await totals.Write(
                new ReadingTotal
                {
                    Reading = to.Number,
                    Number = ++to.LastTotal,
                    Kind = kind,
                    Day = day,
                    Sender = sender,
                    Receiver = receiver,
                    Out = leaves,
                    Silent = silent,
                    Count = count,
                }, cancel);
        }

        to.Totals.Clear();
    }

    private async Task<Open> ReadingOf(RecordRow row, CancellationToken cancel)
    {
        if (!anew && await db.Readings.FirstOrDefaultAsync(r => r.CaseId == row.CaseId && r.Material == row.Material && !r.Superseded, cancel) is { } standing)
        {
            return new(standing.Number)
            {
                Names = await db.ReadingNames.Where(n => n.Reading == standing.Number).ToDictionaryAsync(n => n.Name, n => n.Number, StringComparer.Ordinal, cancel),
                Places = (await db.ReadingPlaces.Where(p => p.Reading == standing.Number).ToListAsync(cancel)).ToDictionary(p => KeyOf(p.Blob, p.Chain), p => p.Number),
                LastTotal = await db.ReadingTotals.Where(t => t.Reading == standing.Number).MaxAsync(t => (int?)t.Number, cancel) ?? 0,
            };
        }

        var added = db.Add(new ReadingRow { CaseId = row.CaseId, Compartment = row.Compartment, Material = row.Material, Superseded = row.Superseded, Withdrawn = row.Withdrawn });
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        return new(added.Entity.Number);
    }
#pragma warning restore RS0030

    private async Task<int?> NameOf(string? name, Open to, CancellationToken cancel)
    {
        if (name is null)
        {
            return null;
        }

        if (!to.Names.TryGetValue(name, out var number))
        {
            to.Names.Add(name, number = to.Names.Count + 1);
            await names.Write(new ReadingName { Reading = to.Number, Number = number, Name = name }, cancel);
        }

        return number;
    }

    private async Task<int> PlaceOf(Locator locator, Open to, CancellationToken cancel)
    {
        // All records of nearly every file stand in one.
        if (to.Last is var (last, known) && last.Blob == locator.Blob && last.Chain.SequenceEqual(locator.Chain))
        {
            return known;
        }

        var key = KeyOf(locator.Blob, locator.Chain);
        if (!to.Places.TryGetValue(key, out var number))
        {
            to.Places.Add(key, number = to.Places.Count + 1);
            await places.Write(new ReadingPlace { Reading = to.Number, Number = number, Blob = locator.Blob, Chain = locator.Chain }, cancel);
        }

        to.Last = (locator, number);
        return number;
    }

    private static (Sha256 Blob, string Chain) KeyOf(Sha256 blob, IReadOnlyList<ContainerEntry> chain) => (blob, JsonSerializer.Serialize(chain, Conversions.Json));

    private sealed class Open(int number)
    {
        public int Number { get; } = number;

        public Dictionary<string, int> Names { get; init; } = new(StringComparer.Ordinal);

        public Dictionary<(Sha256 Blob, string Chain), int> Places { get; init; } = [];

        public (Locator Locator, int Number)? Last { get; set; }

        public Dictionary<(RecordKind, string?, int?, int?, bool?, bool), int> Totals { get; } = [];

        public int LastTotal { get; set; }
    }
}

/// <summary>One prepared statement that inserts rows of a table, through the columns and conversions of the model.</summary>
internal sealed class BulkInsert<T> : IAsyncDisposable
    where T : class
{
    private readonly DbCommand command;
    private readonly (DbParameter Parameter, Func<T, object?> Get, Func<object, object?> Convert)[] cells;

    internal BulkInsert(OnusContext db)
    {
        var entity = db.Model.FindEntityType(typeof(T))!;
        var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)!.Value;
        var sql = db.GetService<ISqlGenerationHelper>();
        var properties = entity.GetProperties().ToList();
        command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        var columns = properties.Select(p => sql.DelimitIdentifier(p.GetColumnName(table)!));
        var named = properties.Select((_, i) => sql.GenerateParameterName("p" + i));
#pragma warning disable CA2100 // Names of the model, no values.
        command.CommandText = $"INSERT INTO {sql.DelimitIdentifier(table.Name, table.Schema)} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", named)})";
#pragma warning restore CA2100
        cells = [.. properties.Select((property, i) => Cell(property, "p" + i))];
    }

    /// <summary>Writes a row.</summary>
    public Task Write(T row, CancellationToken cancel)
    {
        foreach (var (parameter, get, convert) in cells)
        {
            var value = get(row);
            parameter.Value = value is null ? DBNull.Value : convert(value) ?? DBNull.Value;
        }

        return command.ExecuteNonQueryAsync(cancel);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => command.DisposeAsync();

    private (DbParameter Parameter, Func<T, object?> Get, Func<object, object?> Convert) Cell(IProperty property, string name)
    {
        var mapping = property.GetRelationalTypeMapping();
        var parameter = mapping.CreateParameter(command, name, value: null, nullable: true);
        command.Parameters.Add(parameter);
        return (parameter, property.GetGetter().GetClrValue, mapping.Converter is { } converter ? converter.ConvertToProvider : value => value);
    }
}
