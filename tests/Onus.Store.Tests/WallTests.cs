using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Onus.Domain.Cases;
using Onus.Domain.Shared;
using Onus.Store.Database;
using Onus.Store.Log;

namespace Onus.Store.Tests;

/// <summary>No table of a case stands open: the model is walked, so that a new one cannot be forgotten.</summary>
public sealed class WallTests
{
    /// <summary>What belongs to the unit and not to a case.</summary>
    private static readonly string[] OfTheUnit = [nameof(Account), nameof(SavedProfile), nameof(UsedForm)];

    [Fact]
    public void Every_table_but_those_of_the_unit_lies_behind_a_wall()
    {
        using var file = new DesignSqlite().CreateDbContext([]);
        using var server = new DesignPostgres().CreateDbContext([]);
        Assert.Equal(OfTheUnit, Open(file.Model));
        Assert.Equal(OfTheUnit, Open(server.Model));
    }

    [Fact]
    public void A_table_without_a_wall_is_found()
    {
        using var careless = new Careless();
        Assert.Equal([nameof(Unguarded)], Open(careless.Model).Except(OfTheUnit));
    }

    [Fact]
    public void Every_row_that_is_logged_has_a_name_of_its_own_which_stays()
    {
        using var db = new DesignSqlite().CreateDbContext([]);
        Type[] unlogged = [typeof(UsedForm), typeof(LogEntry), typeof(LogPayload), typeof(StoredRecord), typeof(ReadingRow), typeof(ReadingName), typeof(ReadingPlace), typeof(ReadingTotal)];
        // Records come in bulk, with their file; of one that is marked the log tells which, and the marks.
        var tables = db.Model.GetEntityTypes().Select(entity => entity.ClrType).Except(unlogged).Append(typeof(MarkedRecord)).ToList();
        Assert.Empty(tables.Where(type => !RowNames.Has(type)).Select(type => type.Name));
        // These words stand in logs that are kept: none goes, and none is given to anything else.
        Assert.Equal(
            [
                "Account", "Case", "CaseMember", "Challenge", "Count", "EnoughTogether", "EvidenceRequest", "Exhibit", "ExhibitTie", "Fact", "FactTie", "Foundation", "GapAnswer", "Grant", "ImportRun", "Job",
                "Material", "NotAPerson", "Person", "ReadingDifference", "RecordRow", "RequestReason", "RetentionWatch", "SavedProfile", "SharedWhatIf", "WishEntry",
            ],
            tables.Select(RowNames.Of).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_the_log_calls_the_fields_of_a_row_stays_when_the_program_calls_them_otherwise()
    {
        using var db = new DesignSqlite().CreateDbContext([]);
        var said = LoggedFields.Of(db.Model.GetEntityTypes().Select(entity => entity.ClrType).Append(typeof(MarkedRecord)).Where(RowNames.Has).OrderBy(RowNames.Of, StringComparer.Ordinal));
        var kept = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "logged-fields.txt"));
        File.WriteAllLines(Path.Combine(AppContext.BaseDirectory, "logged-fields.now.txt"), said);
        // A new field is a line more. A line that would go or change is a property or a value that was renamed: JsonPropertyName or JsonStringEnumMemberName keeps what the log calls it.
        Assert.Equal(kept, said);
    }

    [Fact]
    public void Every_row_of_a_case_has_its_table()
    {
        using var db = new DesignSqlite().CreateDbContext([]);
        var rows = new[] { typeof(CaseRow).Assembly, typeof(OnusStore).Assembly }.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.IsSubclassOf(typeof(CaseRow)) && !type.IsAbstract).ToList();
        Assert.NotEmpty(rows);
        Assert.Empty(rows.Where(type => db.Model.FindEntityType(type) is null).Select(type => type.Name));
    }

    private static List<string> Open(IModel model) =>
        [.. model.GetEntityTypes().Where(type => !type.IsOwned() && type.GetDeclaredQueryFilters().Count == 0).Select(type => type.ClrType.Name).Order(StringComparer.Ordinal)];

    private sealed record Unguarded(Guid Id, CaseId CaseId);

    private sealed class Careless() : OnusContext(new DbContextOptionsBuilder<Careless>().UseSqlite("Data Source=:memory:").Options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            base.OnModelCreating(modelBuilder);
            modelBuilder.Entity<Unguarded>();
        }
    }
}
