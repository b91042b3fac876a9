using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Query;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Jobs;
using Onus.Domain.People;
using Onus.Domain.Requests;
using Onus.Domain.Shared;
using Onus.Store.Log;

namespace Onus.Store.Database;

/// <summary>
/// The database as one person may see it. Every query passes one filter: a row, or an entry of the log, of a compartment that is not theirs does not exist here. Nothing is tracked and nothing is written except by <see cref="UnitOfWork"/>.
/// </summary>
internal abstract class OnusContext : DbContext
{
    // The filters below read these lists at every query.
    private List<Compartment> mine = [];
    private List<CaseId> members = [];

    /// <summary>Opens the database for nobody: no case is visible until <see cref="SeeAs"/>.</summary>
    protected OnusContext(DbContextOptions options)
        : base(options)
    {
    }

    public DbSet<Account> Accounts => Set<Account>();
    public DbSet<Case> Cases => Set<Case>();
    public DbSet<CaseMember> Members => Set<CaseMember>();
    public DbSet<Person> People => Set<Person>();
    public DbSet<WishEntry> Wishes => Set<WishEntry>();
    public DbSet<NotAPerson> NotPeople => Set<NotAPerson>();
    public DbSet<Foundation> Foundations => Set<Foundation>();
    public DbSet<Material> Materials => Set<Material>();
    public DbSet<Job> Jobs => Set<Job>();
    public DbSet<ImportRun> ImportRuns => Set<ImportRun>();
    public DbSet<ReadingRow> Readings => Set<ReadingRow>();
    public DbSet<ReadingName> ReadingNames => Set<ReadingName>();
    public DbSet<ReadingPlace> ReadingPlaces => Set<ReadingPlace>();
    public DbSet<ReadingTotal> ReadingTotals => Set<ReadingTotal>();
    public DbSet<StoredRecord> StoredRecords => Set<StoredRecord>();
    public DbSet<Exhibit> Exhibits => Set<Exhibit>();
    public DbSet<ReadingDifference> Differences => Set<ReadingDifference>();
    public DbSet<Fact> Facts => Set<Fact>();
    public DbSet<ExhibitTie> ExhibitTies => Set<ExhibitTie>();
    public DbSet<FactTie> FactTies => Set<FactTie>();
    public DbSet<EnoughTogether> Enough => Set<EnoughTogether>();
    public DbSet<Count> Counts => Set<Count>();
    public DbSet<Challenge> Challenges => Set<Challenge>();
    public DbSet<EvidenceRequest> Requests => Set<EvidenceRequest>();
    public DbSet<RequestReason> RequestReasons => Set<RequestReason>();
    public DbSet<RetentionWatch> Retention => Set<RetentionWatch>();
    public DbSet<GapAnswer> GapAnswers => Set<GapAnswer>();
    public DbSet<SharedWhatIf> WhatIfs => Set<SharedWhatIf>();
    public DbSet<Grant> Grants => Set<Grant>();
    public DbSet<SavedProfile> Profiles => Set<SavedProfile>();
    public DbSet<UsedForm> UsedForms => Set<UsedForm>();
    public DbSet<LogEntry> Log => Set<LogEntry>();
    public DbSet<LogPayload> LogPayloads => Set<LogPayload>();

    /// <summary>Whether a case is the actor's. Asked here, and not of the database, by what goes across the wall: there the filters are off for the whole question.</summary>
    internal bool IsOfActor(CaseId id) => members.Contains(id);

    /// <summary>The cases whose counsel's papers are the actor's: in these they read what may be privileged too.</summary>
    internal IReadOnlyList<CaseId> CounselsPapers => [.. mine.Where(compartment => compartment is { Kind: CompartmentKind.CounselsPapers, Of: null }).Select(compartment => compartment.Case)];

    /// <summary>From now on this context shows what the actor may see.</summary>
    internal void SeeAs(Actor actor)
    {
        ChangeTracker.AutoDetectChangesEnabled = false;
        members = [.. actor.Cases.Select(m => m.CaseId)];
        mine = [.. actor.Sees];
    }

    /// <summary>From now on this context shows the record of these cases: for what the store does by itself when it opens.</summary>
    internal void SeeAll(IEnumerable<CaseId> cases) => (mine, members) = ([.. cases.Select(of => new Compartment(of, CompartmentKind.Record))], [.. cases]);

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        // A key that leads to another table is looked for by few questions: an index is said where one is. Those of a record would be a fifth of its table.
        configurationBuilder.Conventions.Remove<ForeignKeyIndexConvention>();
        Conversions.Conventions(configurationBuilder);
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.Entity<Account>(a =>
        {
            a.HasKey(x => x.Id);
            // No value is the name of whoever had it second before names were unique.
            a.Property<string?>(AccountNames.Column);
            a.HasIndex(AccountNames.Column).IsUnique();
        });
        modelBuilder.Entity<Case>(c =>
        {
            c.HasKey(x => x.Id);
            c.HasIndex(x => x.Ref).IsUnique();
            c.Property(x => x.Version).IsConcurrencyToken();
            c.HasQueryFilter(x => members.Contains(x.Id));
        });
        modelBuilder.Entity<CaseMember>(m =>
        {
            m.HasKey(x => new { x.CaseId, x.AccountId });
            m.HasQueryFilter(x => members.Contains(x.CaseId));
        });

        Row(modelBuilder.Entity<Person>(), x =>
        {
            x.HasKey(p => p.Id);
            // For whoever was there before anybody could say so.
            x.Property(p => p.Words).HasDefaultValue(PersonWords.RepeatName);
        });
        Row(modelBuilder.Entity<WishEntry>(), x =>
        {
            x.ToTable("Wishes");
            x.HasKey(w => w.Id);
        });
        Row(modelBuilder.Entity<NotAPerson>(), x =>
        {
            x.ToTable("NotPeople");
            x.HasKey(n => n.Id);
            x.HasIndex(n => new { n.CaseId, n.Name }).IsUnique();
        });
        Row(modelBuilder.Entity<Foundation>(), x => x.HasKey(f => f.Id));
        Row(modelBuilder.Entity<Material>(), x =>
        {
            x.HasKey(m => m.Id);
            x.HasIndex(m => new { m.CaseId, m.Blob }).IsUnique();
        });
        Row(modelBuilder.Entity<Job>(), x =>
        {
            x.HasKey(j => j.Id);
            x.HasIndex(j => new { j.File, j.Kind }).IsUnique();
            // What programs look for again and again.
            x.HasIndex(j => j.State);
        });
        RecordTables.In(modelBuilder, compartment => mine.Contains(compartment));
        Row(modelBuilder.Entity<ImportRun>(), x => x.HasKey(r => r.Id));
        Row(modelBuilder.Entity<Exhibit>(), x =>
        {
            x.HasKey(e => e.Id);
            x.HasIndex(e => new { e.CaseId, e.Number }).IsUnique();
        });
        Row(modelBuilder.Entity<ReadingDifference>(), x =>
        {
            x.HasKey(d => d.Id);
            x.HasIndex(d => new { d.CaseId, d.Material });
        });
        Row(modelBuilder.Entity<Fact>(), x => x.HasKey(f => f.Id));
        Row(modelBuilder.Entity<ExhibitTie>(), x => x.HasKey(t => t.Id));
        Row(modelBuilder.Entity<EvidenceRequest>(), x =>
        {
            x.HasKey(r => r.Id);
            x.HasIndex(r => new { r.CaseId, r.Number }).IsUnique();
            x.Ignore(r => r.IsOpen);
        });
        Row(modelBuilder.Entity<RetentionWatch>(), x =>
        {
            x.HasKey(r => r.Id);
            x.Ignore(r => r.DeletedOn);
        });
        Row(modelBuilder.Entity<GapAnswer>(), x =>
        {
            x.HasKey(a => a.Id);
            x.HasIndex(a => new { a.CaseId, a.Holder, a.Material, a.Month }).IsUnique();
        });
        Row(modelBuilder.Entity<FactTie>(), x => x.HasKey(t => t.Id));
        Row(modelBuilder.Entity<RequestReason>(), x => x.HasKey(r => r.Request));
        Row(modelBuilder.Entity<EnoughTogether>(), x => x.HasKey(t => t.Id));
        Row(modelBuilder.Entity<Count>(), x =>
        {
            x.HasKey(c => c.Id);
            x.HasIndex(c => new { c.CaseId, c.Number }).IsUnique();
        });
        Row(modelBuilder.Entity<Challenge>(), x => x.HasKey(c => c.Id));
        Row(modelBuilder.Entity<SharedWhatIf>(), x => x.HasKey(w => w.Id));

        Row(modelBuilder.Entity<Grant>(), x =>
        {
            x.ToTable("Grants");
            x.HasKey(g => g.Id);
            x.HasIndex(g => g.Account);
        });

        modelBuilder.Entity<SavedProfile>().HasKey(p => p.Name);
        modelBuilder.Entity<UsedForm>().HasKey(f => f.Form);
        modelBuilder.Entity<LogEntry>(l =>
        {
            l.HasKey(x => x.Sequence);
            l.Property(x => x.Sequence).ValueGeneratedNever();
            l.HasIndex(x => x.CaseId);
            l.HasQueryFilter(x => x.CaseId == null || mine.Contains(x.Compartment!.Value));
        });
        modelBuilder.Entity<LogPayload>(l =>
        {
            l.HasKey(x => x.Sequence);
            l.Property(x => x.Sequence).ValueGeneratedNever();
            l.Ignore(x => x.Json);
            l.HasQueryFilter(x => x.CaseId != null && mine.Contains(x.Compartment!.Value));
        });
        Wall(modelBuilder);
    }

    /// <summary>Every row of a case lies behind the wall of its compartment: in one place, so that no table can be added without it.</summary>
    private void Wall(ModelBuilder modelBuilder)
    {
        Expression<Func<CaseRow, bool>> theirs = row => mine.Contains(row.Compartment);
        foreach (var type in modelBuilder.Model.GetEntityTypes().Select(entity => entity.ClrType).Where(type => type.IsAssignableTo(typeof(CaseRow))).ToList())
        {
            var row = Expression.Parameter(type);
            modelBuilder.Entity(type).HasQueryFilter(Expression.Lambda(ReplacingExpressionVisitor.Replace(theirs.Parameters[0], row, theirs.Body), row));
        }
    }

    private static void Row<T>(EntityTypeBuilder<T> entity, Action<EntityTypeBuilder<T>> more)
        where T : CaseRow
    {
        entity.Property(x => x.Version).IsConcurrencyToken();
        // The field behind it is empty in a row that lies where rows of its type do.
        entity.Property(x => x.Compartment).UsePropertyAccessMode(PropertyAccessMode.Property);
        entity.HasIndex(x => x.CaseId);
        more(entity);
    }
}
