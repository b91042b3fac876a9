using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Domain.Requests;
using Onus.Domain.Shared;
using Onus.Store.Log;

namespace Onus.Store.Database;

/// <summary>
/// The database as one person may see it. Every query passes the filters of this person's memberships: a row of another case, or of
/// the other side of a case, does not exist here. Nothing is tracked and nothing is written except by <see cref="UnitOfWork"/>.
/// </summary>
public abstract class OnusContext : DbContext
{
    // The filters below read these lists at every query.
    private List<CaseId> records = [];
    private List<CaseId> papers = [];
    private List<CaseId> members = [];

    /// <summary>Opens the database for nobody: no case is visible until <see cref="SeeAs"/>.</summary>
    protected OnusContext(DbContextOptions options)
        : base(options)
    {
    }

    /// <summary>Accounts: names only, no rights.</summary>
    public DbSet<Account> Accounts => Set<Account>();

    /// <summary>Cases of which the actor is a member.</summary>
    public DbSet<Case> Cases => Set<Case>();

    /// <summary>Members of these cases.</summary>
    public DbSet<CaseMember> Members => Set<CaseMember>();

    /// <summary>People.</summary>
    public DbSet<Person> People => Set<Person>();

    /// <summary>Wishes about testifying, as they were said.</summary>
    public DbSet<WishEntry> Wishes => Set<WishEntry>();

    /// <summary>Names in the records that are no people.</summary>
    public DbSet<NotAPerson> NotPeople => Set<NotAPerson>();

    /// <summary>Foundations.</summary>
    public DbSet<Foundation> Foundations => Set<Foundation>();

    /// <summary>Files.</summary>
    public DbSet<Material> Materials => Set<Material>();

    /// <summary>Drops of files.</summary>
    public DbSet<ImportRun> ImportRuns => Set<ImportRun>();

    /// <summary>Records.</summary>
    public DbSet<RecordRow> Records => Set<RecordRow>();

    /// <summary>Exhibits.</summary>
    public DbSet<Exhibit> Exhibits => Set<Exhibit>();

    /// <summary>Exhibits that a corrected reading makes something else of.</summary>
    public DbSet<ReadingDifference> Differences => Set<ReadingDifference>();

    /// <summary>Facts.</summary>
    public DbSet<Fact> Facts => Set<Fact>();

    /// <summary>Exhibits cited for and against facts.</summary>
    public DbSet<ExhibitTie> ExhibitTies => Set<ExhibitTie>();

    /// <summary>Facts tied to elements.</summary>
    public DbSet<FactTie> FactTies => Set<FactTie>();

    /// <summary>Sets that are enough together.</summary>
    public DbSet<EnoughTogether> Enough => Set<EnoughTogether>();

    /// <summary>Counts.</summary>
    public DbSet<Count> Counts => Set<Count>();

    /// <summary>Challenges and answers.</summary>
    public DbSet<Challenge> Challenges => Set<Challenge>();

    /// <summary>Requests.</summary>
    public DbSet<EvidenceRequest> Requests => Set<EvidenceRequest>();

    /// <summary>Counsel's reasons for requests.</summary>
    public DbSet<RequestReason> RequestReasons => Set<RequestReason>();

    /// <summary>What its holder will delete.</summary>
    public DbSet<RetentionWatch> Retention => Set<RetentionWatch>();

    /// <summary>Who says that nothing happened in a month without an entry.</summary>
    public DbSet<GapAnswer> GapAnswers => Set<GapAnswer>();

    /// <summary>Saved what-ifs.</summary>
    public DbSet<SharedWhatIf> WhatIfs => Set<SharedWhatIf>();

    /// <summary>Column profiles of the unit.</summary>
    public DbSet<SavedProfile> Profiles => Set<SavedProfile>();

    /// <summary>Forms that have been used.</summary>
    public DbSet<UsedForm> UsedForms => Set<UsedForm>();

    /// <summary>The log.</summary>
    public DbSet<LogEntry> Log => Set<LogEntry>();

    /// <summary>What happened, for those who may see that side.</summary>
    public DbSet<LogPayload> LogPayloads => Set<LogPayload>();

    /// <summary>From now on this context shows what the actor may see.</summary>
    internal void SeeAs(Actor actor)
    {
        ChangeTracker.AutoDetectChangesEnabled = false;
        members = [.. actor.Cases.Select(m => m.CaseId)];
        records = [.. members.Where(id => actor.MaySee(id, Side.Record))];
        papers = [.. members.Where(id => actor.MaySee(id, Side.CounselsPapers))];
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => Conversions.Conventions(configurationBuilder);

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.Entity<Account>().HasKey(a => a.Id);
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

        OnRecord(modelBuilder.Entity<Person>(), x =>
        {
            x.HasKey(p => p.Id);
            // For whoever was there before anybody could say so.
            x.Property(p => p.Words).HasDefaultValue(PersonWords.RepeatName);
        });
        OnRecord(modelBuilder.Entity<WishEntry>(), x =>
        {
            x.ToTable("Wishes");
            x.HasKey(w => w.Id);
        });
        OnRecord(modelBuilder.Entity<NotAPerson>(), x =>
        {
            x.ToTable("NotPeople");
            x.HasKey(n => n.Id);
            x.HasIndex(n => new { n.CaseId, n.Name }).IsUnique();
        });
        OnRecord(modelBuilder.Entity<Foundation>(), x => x.HasKey(f => f.Id));
        OnRecord(modelBuilder.Entity<Material>(), x =>
        {
            x.HasKey(m => m.Id);
            x.HasIndex(m => new { m.CaseId, m.Blob }).IsUnique();
        });
        OnRecord(modelBuilder.Entity<RecordRow>(), x =>
        {
            x.ToTable("Records");
            x.HasKey(r => new { r.CaseId, r.Id });
            x.HasIndex(r => new { r.CaseId, r.Material, r.Sequence });
            x.HasIndex(r => new { r.CaseId, r.Day });
        });
        OnRecord(modelBuilder.Entity<ImportRun>(), x => x.HasKey(r => r.Id));
        OnRecord(modelBuilder.Entity<Exhibit>(), x =>
        {
            x.HasKey(e => e.Id);
            x.HasIndex(e => new { e.CaseId, e.Number }).IsUnique();
        });
        OnRecord(modelBuilder.Entity<ReadingDifference>(), x =>
        {
            x.HasKey(d => d.Id);
            x.HasIndex(d => new { d.CaseId, d.Material });
        });
        OnRecord(modelBuilder.Entity<Fact>(), x => x.HasKey(f => f.Id));
        OnRecord(modelBuilder.Entity<ExhibitTie>(), x => x.HasKey(t => t.Id));
        OnRecord(modelBuilder.Entity<EvidenceRequest>(), x =>
        {
            x.HasKey(r => r.Id);
            x.HasIndex(r => new { r.CaseId, r.Number }).IsUnique();
            x.Ignore(r => r.IsOpen);
        });
        OnRecord(modelBuilder.Entity<RetentionWatch>(), x =>
        {
            x.HasKey(r => r.Id);
            x.Ignore(r => r.DeletedOn);
        });
        OnRecord(modelBuilder.Entity<GapAnswer>(), x =>
        {
            x.HasKey(a => a.Id);
            x.HasIndex(a => new { a.CaseId, a.Holder, a.Material, a.Month }).IsUnique();
        });
        InPapers(modelBuilder.Entity<FactTie>(), x => x.HasKey(t => t.Id));
        InPapers(modelBuilder.Entity<RequestReason>(), x => x.HasKey(r => r.Request));
        InPapers(modelBuilder.Entity<EnoughTogether>(), x => x.HasKey(t => t.Id));
        InPapers(modelBuilder.Entity<Count>(), x =>
        {
            x.HasKey(c => c.Id);
            x.HasIndex(c => new { c.CaseId, c.Number }).IsUnique();
        });
        InPapers(modelBuilder.Entity<Challenge>(), x => x.HasKey(c => c.Id));
        InPapers(modelBuilder.Entity<SharedWhatIf>(), x => x.HasKey(w => w.Id));

        modelBuilder.Entity<SavedProfile>().HasKey(p => p.Name);
        modelBuilder.Entity<UsedForm>().HasKey(f => f.Form);
        modelBuilder.Entity<LogEntry>(l =>
        {
            l.HasKey(x => x.Sequence);
            l.Property(x => x.Sequence).ValueGeneratedNever();
            l.HasIndex(x => x.CaseId);
            l.HasQueryFilter(x => x.CaseId == null || members.Contains(x.CaseId.Value));
        });
        modelBuilder.Entity<LogPayload>(l =>
        {
            l.HasKey(x => x.Sequence);
            l.Property(x => x.Sequence).ValueGeneratedNever();
            l.HasQueryFilter(x => x.CaseId != null
                && ((x.Side == Side.Record && records.Contains(x.CaseId.Value)) || (x.Side == Side.CounselsPapers && papers.Contains(x.CaseId.Value))));
        });
    }

    private void OnRecord<T>(EntityTypeBuilder<T> entity, Action<EntityTypeBuilder<T>> more)
        where T : CaseRow
    {
        entity.HasQueryFilter(x => records.Contains(x.CaseId));
        Row(entity, more);
    }

    private void InPapers<T>(EntityTypeBuilder<T> entity, Action<EntityTypeBuilder<T>> more)
        where T : CaseRow
    {
        entity.HasQueryFilter(x => papers.Contains(x.CaseId));
        Row(entity, more);
    }

    private static void Row<T>(EntityTypeBuilder<T> entity, Action<EntityTypeBuilder<T>> more)
        where T : CaseRow
    {
        entity.Ignore(x => x.Side);
        entity.Property(x => x.Version).IsConcurrencyToken();
        entity.Property(x => x.Compartment).HasMaxLength(40);
        entity.HasIndex(x => x.CaseId);
        more(entity);
    }
}
