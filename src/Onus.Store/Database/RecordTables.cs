using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;

namespace Onus.Store.Database;

/// <summary>The tables of records, and how a record is put together from them.</summary>
internal static class RecordTables
{
    /// <summary>Name of the walls that <see cref="Rows"/> does not pass a second time: it reads them only through a record, whose wall stands.</summary>
    private const string ThroughRecord = "through-record";

    private static readonly Marks Plain = new();

    /// <summary>Makes the tables.</summary>
    /// <param name="model">The model.</param>
    /// <param name="wall">Whether somebody may see the record of a case.</param>
    public static void In(ModelBuilder model, Expression<Func<CaseId, bool>> wall)
    {
        model.Entity<ReadingRow>(x =>
        {
            x.ToTable("Readings");
            x.HasKey(r => r.Number);
            x.HasIndex(r => r.CaseId);
            x.HasIndex(r => r.Material);
            x.HasOne<Case>().WithMany().HasForeignKey(r => r.CaseId).OnDelete(DeleteBehavior.Restrict);
            x.HasOne<Material>().WithMany().HasForeignKey(r => r.Material).OnDelete(DeleteBehavior.Restrict);
            x.HasQueryFilter(ThroughRecord, Walled<ReadingRow>(wall, r => r.CaseId));
        });
        model.Entity<ReadingName>(x =>
        {
            x.ToTable("ReadingNames");
            x.HasKey(n => new { n.Reading, n.Number });
            x.HasOne(n => n.Of).WithMany().HasForeignKey(n => n.Reading).OnDelete(DeleteBehavior.Cascade);
            x.HasQueryFilter(ThroughRecord, Walled<ReadingName>(wall, n => n.Of!.CaseId));
        });
        model.Entity<ReadingPlace>(x =>
        {
            x.ToTable("ReadingPlaces");
            x.HasKey(p => new { p.Reading, p.Number });
            Bytes(x.Property(p => p.Blob));
            x.HasOne(p => p.Of).WithMany().HasForeignKey(p => p.Reading).OnDelete(DeleteBehavior.Cascade);
            x.HasQueryFilter(ThroughRecord, Walled<ReadingPlace>(wall, p => p.Of!.CaseId));
        });
        model.Entity<StoredRecord>(x =>
        {
            x.ToTable("StoredRecords");
            x.HasKey(r => new { r.Reading, r.Sequence });
            x.HasIndex(r => new { r.Id, r.Reading }).IsUnique();
            x.HasIndex(r => new { r.Reading, r.Day });
            Bytes(x.Property(r => r.Id));
            Bytes(x.Property(r => r.Slice));
            x.Property(r => r.Kind).HasConversion<int>();
            x.Property(r => r.Basis).HasConversion<int>();
            x.HasOne(r => r.Of).WithMany().HasForeignKey(r => r.Reading).OnDelete(DeleteBehavior.Restrict);
            x.HasOne(r => r.At).WithMany().HasForeignKey(r => new { r.Reading, r.Place }).OnDelete(DeleteBehavior.Restrict);
            x.HasOne(r => r.SenderName).WithMany().HasForeignKey(r => new { r.Reading, r.Sender }).OnDelete(DeleteBehavior.Restrict);
            x.HasOne(r => r.ReceiverName).WithMany().HasForeignKey(r => new { r.Reading, r.Receiver }).OnDelete(DeleteBehavior.Restrict);
            x.HasQueryFilter(Walled<StoredRecord>(wall, r => r.Of!.CaseId));
        });
    }

    /// <summary>The records that somebody may see, as others ask for them.</summary>
    public static IQueryable<RecordRow> Rows(OnusContext db)
    {
#pragma warning disable RS0030 // The wall before the record itself stands; what it is put together from lies behind the same.
        var stored = db.StoredRecords.IgnoreQueryFilters([ThroughRecord]);
#pragma warning restore RS0030
        return stored.Select(x => new RecordRow
        {
            Reading = x.Reading,
            CaseId = x.Of!.CaseId,
            Material = x.Of.Material,
            Sequence = x.Sequence,
            Id = x.Id,
            Kind = x.Kind,
            Locator = new Locator(x.At!.Blob, x.At.Chain, PositionCodec.FromText(x.Position), x.Slice),
            TimeRaw = x.TimeRaw,
            TimeLocal = x.Day == null ? x.Clock : x.Day + x.Clock,
            Day = x.Day,
            Utc = x.Utc,
            UtcLater = x.UtcLater,
            Basis = x.Basis,
            Sender = x.SenderName!.Name,
            Receiver = x.ReceiverName!.Name,
            Text = x.Text,
            Attachments = x.Attachments,
            Warnings = x.Warnings,
            AmountMinor = x.AmountMinor,
            BalanceMinor = x.BalanceMinor,
            Currency = x.Currency,
            CurrencyDecimals = x.CurrencyDecimals,
            Marks = x.Marks ?? Plain,
            Superseded = x.Of.Superseded,
            Withdrawn = x.Of.Withdrawn,
            Version = x.Version,
        });
    }

    private static void Bytes(PropertyBuilder<Sha256> hash) => hash.HasConversion(new Conversions.HashBytes()).HasMaxLength(32);

    private static Expression<Func<T, bool>> Walled<T>(Expression<Func<CaseId, bool>> wall, Expression<Func<T, CaseId>> caseOf) =>
        Expression.Lambda<Func<T, bool>>(
            Microsoft.EntityFrameworkCore.Query.ReplacingExpressionVisitor.Replace(wall.Parameters[0], caseOf.Body, wall.Body), caseOf.Parameters[0]);
}
