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
    /// <param name="wall">Whether somebody may see a compartment.</param>
    public static void In(ModelBuilder model, Expression<Func<Compartment, bool>> wall)
    {
        model.Entity<ReadingRow>(x =>
        {
            x.ToTable("Readings");
            x.HasKey(r => r.Number);
            x.HasIndex(r => r.CaseId);
            x.HasIndex(r => r.Material);
            x.HasOne<Case>().WithMany().HasForeignKey(r => r.CaseId).OnDelete(DeleteBehavior.Restrict);
            x.HasOne<Material>().WithMany().HasForeignKey(r => r.Material).OnDelete(DeleteBehavior.Restrict);
            x.HasQueryFilter(ThroughRecord, Walled<ReadingRow>(wall, r => r.Compartment));
        });
        model.Entity<ReadingName>(x =>
        {
            x.ToTable("ReadingNames");
            x.HasKey(n => new { n.Reading, n.Number });
            x.HasOne(n => n.Of).WithMany().HasForeignKey(n => n.Reading).OnDelete(DeleteBehavior.Cascade);
            x.HasQueryFilter(ThroughRecord, Walled<ReadingName>(wall, n => n.Of!.Compartment));
        });
        model.Entity<ReadingPlace>(x =>
        {
            x.ToTable("ReadingPlaces");
            x.HasKey(p => new { p.Reading, p.Number });
            Bytes(x.Property(p => p.Blob));
            x.HasOne(p => p.Of).WithMany().HasForeignKey(p => p.Reading).OnDelete(DeleteBehavior.Cascade);
            x.HasQueryFilter(ThroughRecord, Walled<ReadingPlace>(wall, p => p.Of!.Compartment));
        });
        model.Entity<ReadingTotal>(x =>
        {
            x.ToTable("ReadingTotals");
            x.HasKey(t => new { t.Reading, t.Number });
            x.Property(t => t.Kind).HasConversion<int>();
            x.HasOne(t => t.Of).WithMany().HasForeignKey(t => t.Reading).OnDelete(DeleteBehavior.Cascade);
            x.HasOne(t => t.SenderName).WithMany().HasForeignKey(t => new { t.Reading, t.Sender }).OnDelete(DeleteBehavior.Restrict);
            x.HasOne(t => t.ReceiverName).WithMany().HasForeignKey(t => new { t.Reading, t.Receiver }).OnDelete(DeleteBehavior.Restrict);
            x.HasQueryFilter(Walled<ReadingTotal>(wall, t => t.Of!.Compartment));
        });
        model.Entity<StoredRecord>(x =>
        {
            x.ToTable("StoredRecords");
            x.HasKey(r => new { r.Reading, r.Sequence });
            x.HasIndex(r => new { r.Id, r.Reading }).IsUnique();
            x.HasIndex(r => new { r.Reading, r.Day });
            x.HasIndex(r => new { r.Reading, r.Few }).HasFilter("\"Few\" IS NOT NULL");
            Bytes(x.Property(r => r.Id));
            Bytes(x.Property(r => r.Slice));
            x.Property(r => r.Kind).HasConversion<int>();
            x.Property(r => r.Basis).HasConversion<int>();
            x.HasOne(r => r.Of).WithMany().HasForeignKey(r => r.Reading).OnDelete(DeleteBehavior.Restrict);
            x.HasOne(r => r.At).WithMany().HasForeignKey(r => new { r.Reading, r.Place }).OnDelete(DeleteBehavior.Restrict);
            x.HasOne(r => r.SenderName).WithMany().HasForeignKey(r => new { r.Reading, r.Sender }).OnDelete(DeleteBehavior.Restrict);
            x.HasOne(r => r.ReceiverName).WithMany().HasForeignKey(r => new { r.Reading, r.Receiver }).OnDelete(DeleteBehavior.Restrict);
            x.HasQueryFilter(Walled<StoredRecord>(wall, r => r.Of!.Compartment));
        });
    }

    /// <summary>The totals of what counts.</summary>
    public static IQueryable<RecordTotal> Totals(OnusContext db)
    {
#pragma warning disable RS0030 // As below.
        var totals = db.ReadingTotals.IgnoreQueryFilters([ThroughRecord]);
#pragma warning restore RS0030
        return totals.Where(t => !t.Of!.Superseded && !t.Of.Withdrawn).Select(t => new RecordTotal
        {
            CaseId = t.Of!.CaseId,
            Material = t.Of.Material,
            Kind = t.Kind,
            Day = t.Day,
            Sender = t.SenderName!.Name,
            Receiver = t.ReceiverName!.Name,
            Out = t.Out,
            Silent = t.Silent,
            Count = t.Count,
        });
    }

    /// <summary>The names that records write.</summary>
    public static IQueryable<RecordName> Names(OnusContext db) =>
        db.ReadingNames.Select(n => new RecordName { CaseId = n.Of!.CaseId, Material = n.Of.Material, Name = n.Name, Superseded = n.Of.Superseded, Withdrawn = n.Of.Withdrawn });

    /// <summary>
    /// The records that somebody may see, as others ask for them. The words of one that may be privileged are counsel's alone: to anybody else they are null in the
    /// database already, so that no search and no filter finds them either. A comment may repeat the passage beside which it stands: what its reading warns of is told like that of
    /// such a record wherever its file has one.
    /// </summary>
    /// <param name="db">The database, as they may see it.</param>
    /// <param name="whole">Whether the words come all the same: for what compares and carries on, and shows none of them.</param>
    public static IQueryable<RecordRow> Rows(OnusContext db, bool whole = false)
    {
        var counsels = db.CounselsPapers;
#pragma warning disable RS0030 // The wall before the record itself stands; what it is put together from lies behind the same.
        var stored = db.StoredRecords.IgnoreQueryFilters([ThroughRecord]);
#pragma warning restore RS0030
        var closed = stored.Where(x => x.Few == 2).Select(x => x.Of!.Material);
        return stored.Select(x => new RecordRow
        {
            Reading = x.Reading,
            CaseId = x.Of!.CaseId,
            Compartment = x.Of.Compartment,
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
            Text = !whole && x.Few == 2 && !counsels.Contains(x.Of.CaseId) ? null : x.Text,
            Attachments = !whole && x.Few == 2 && !counsels.Contains(x.Of.CaseId) ? null! : x.Attachments!,
            Warnings = !whole && !counsels.Contains(x.Of.CaseId) && (x.Few == 2 || (x.Kind == RecordKind.Comment && closed.Contains(x.Of.Material))) ? null! : x.Warnings!,
            BareWarnings = !whole && !counsels.Contains(x.Of.CaseId) && (x.Few == 2 || (x.Kind == RecordKind.Comment && closed.Contains(x.Of.Material))) ? x.Warnings : null,
            Withheld = !whole && x.Few == 2 && !counsels.Contains(x.Of.CaseId),
            // More than nothing: SQLite passes by an index that is only asked whether there is something.
            IsWarned = x.Few > 0 && x.Warnings != null && (whole || counsels.Contains(x.Of.CaseId) || (x.Few != 2 && (x.Kind != RecordKind.Comment || !closed.Contains(x.Of.Material)))),
            HasAttachments = x.Few > 0 && x.Attachments != null && (whole || x.Few != 2 || counsels.Contains(x.Of.CaseId)),
            IsMarked = x.Few > 0 && x.Marks != null,
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

    private static Expression<Func<T, bool>> Walled<T>(Expression<Func<Compartment, bool>> wall, Expression<Func<T, Compartment>> of) =>
        Expression.Lambda<Func<T, bool>>(
            Microsoft.EntityFrameworkCore.Query.ReplacingExpressionVisitor.Replace(wall.Parameters[0], of.Body, wall.Body), of.Parameters[0]);
}
