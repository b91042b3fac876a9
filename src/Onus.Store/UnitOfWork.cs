using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Store.Database;
using Onus.Store.Log;

namespace Onus.Store;

/// <summary>
/// One act of one person: what they may see, and the only way to write. The rows of the act and its log entry reach the database in
/// one transaction or not at all. An act that touches several compartments leaves an entry in each.
/// </summary>
public sealed partial class UnitOfWork : IAsyncDisposable
{
    // SQLITE_CONSTRAINT_UNIQUE and _PRIMARYKEY (sqlite.org/rescode.html). Any other broken constraint is a bug of ours and no colleague who was faster.
    private const int SqliteUnique = 2067;
    private const int SqlitePrimaryKey = 1555;
    private readonly OnusContext db;
    private readonly TimeProvider clock;
    private readonly Action jobAsked;
    private readonly List<(CaseRow? Row, Compartment? In, object Entity, JsonNode? Before, EntityState State)> changes = [];
    private readonly List<Func<CancellationToken, Task>> bulk = [];
    private readonly List<CaseRow> rests = [];
    private readonly List<(CaseRow Before, CaseRow After)> replaced = [];
    private readonly List<(RecordRow Row, Marks Marks)> marked = [];
    private IDbContextTransaction? begun;
    private int saved;
    private Actor actor;

    internal UnitOfWork(OnusContext db, Actor actor, TimeProvider clock, Action jobAsked)
    {
        this.db = db;
        Db = new VisibleRows(db);
        this.actor = actor;
        this.clock = clock;
        this.jobAsked = jobAsked;
        db.SeeAs(actor);
    }

    /// <summary>The rows that the actor may see.</summary>
    public VisibleRows Db { get; }

    /// <summary>Who acts.</summary>
    public Actor Actor => actor;

    /// <summary>The time of this act, in UTC.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>
    /// Whether <see cref="Commit"/> broke off so late that nobody knows whether it happened: the server may have kept what it did not live to
    /// confirm, and a flush that failed may come true after a power cut. Whatever the rows name must then be kept.
    /// </summary>
    public bool MayHaveCommitted { get; private set; }

    /// <summary>Whether anything is to be written.</summary>
    internal bool HasChanges => changes.Count + bulk.Count > 0;

    /// <summary>Whether a number was given that somebody may take meanwhile.</summary>
    internal bool HasNumbered { get; private set; }

    /// <summary>The act that it turned out to be; null for the one that was begun.</summary>
    internal Act? Called { get; private set; }

    /// <summary>What the entry tells beside the rows.</summary>
    internal object? Told { get; private set; }

    /// <summary>The thought behind the act.</summary>
    internal object? Thought { get; private set; }

    /// <summary>Tells in the log what the rows do not: a reason, the file that it is about.</summary>
    public void Tell(object data) => Told = data;

    /// <summary>Tells the thought behind an act on the record: that of counsel stands in an entry of counsel's papers, that of anybody else on the record.</summary>
    public void TellThought(object data) => Thought = data;

    /// <summary>Says what the act turned out to be, where the case had to be looked at to know it.</summary>
    public void Call(Act act) => Called = act;

    /// <summary>The number after all that were given in a case, to rows that the actor may see or not: also what was withdrawn keeps its number.</summary>
    public async Task<int> NextNumber<T>(CaseId id, CancellationToken cancel)
        where T : CaseRow, INumbered
    {
        HasNumbered = true;
#pragma warning disable RS0030 // The next number is the next number, whoever may see the row that has the one before.
        return (await db.Set<T>().IgnoreQueryFilters().Where(row => row.CaseId == id).MaxAsync(row => (int?)row.Number, cancel) ?? 0) + 1;
#pragma warning restore RS0030
    }

    /// <summary>Adds a row.</summary>
    public void Add(object row) => changes.Add((row as CaseRow, (row as CaseRow)?.Compartment, row, null, EntityState.Added));

    /// <summary>Replaces a row by its next version.</summary>
    /// <returns>The row as it will stand, with the next version number.</returns>
    public T Change<T>(T before, T after)
        where T : CaseRow
    {
        ArgumentNullException.ThrowIfNull(before);
        var next = (T)(after with { Version = before.Version + 1 });
        changes.Add((next, next.Compartment, next, Json(before), EntityState.Modified));
        replaced.Add((before, next));
        return next;
    }

    /// <summary>Marks a record. The log tells which, and the marks; what the record says stands in its file.</summary>
    public void Mark(RecordRow row, Marks marks)
    {
        ArgumentNullException.ThrowIfNull(row);
        changes.Add((null, row.Compartment, MarkedRecord.Of(row with { Marks = marks, Version = row.Version + 1 }), Json(MarkedRecord.Of(row)), EntityState.Modified));
        marked.Add((row, marks));
    }

    /// <summary>Removes a row; the log keeps it.</summary>
    public void Remove(CaseRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        changes.Add((row, row.Compartment, row, Json(row), EntityState.Deleted));
    }

    /// <summary>
    /// Says that the act follows from a row as it was read, though it does not change it: <see cref="Commit"/> writes nothing where somebody changed that row
    /// meanwhile, and nobody changes it while it commits.
    /// </summary>
    public void RestsOn(CaseRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        rests.Add(row);
    }

    /// <summary>
    /// Writes what was changed so far and holds it until <see cref="Commit"/>, or until the act is given up: whoever changes these rows or rests on them waits, and
    /// is told afterwards. For an act that works long before it writes; what it reads from here on is how it stands when it is committed.
    /// </summary>
    /// <returns>null; or what <see cref="Commit"/> would refuse. Nothing is written then.</returns>
    public async Task<Error?> Hold(LogEvent what, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(what);
        if (await Refuse(what, cancel) is { } refusal)
        {
            return refusal;
        }

        begun = await db.Database.BeginTransactionAsync(cancel);
        var written = await Written(async () =>
        {
            await UseForm(cancel);
            await SaveChanges(cancel);
            return 0;
        });
        if (written.Error is { } error)
        {
            await begun.DisposeAsync();
            begun = null;
            return error;
        }

        return null;
    }

    /// <summary>Adds the records of a file in bulk; the log says how many and which file, not each.</summary>
    public void AddRecords(IEnumerable<RecordRow> rows) => bulk.Add(cancel => RecordWriter.Write(db, rows, anew: false, cancel));

    /// <summary>Puts the records of a new reading in the place of those of the one before.</summary>
    /// <param name="file">The file.</param>
    /// <param name="kept">Records that the new reading does not have and that stay all the same, marked as superseded.</param>
    /// <param name="rows">The records of the new reading.</param>
    public void ReplaceRecords(Material file, IReadOnlyCollection<Sha256> kept, IEnumerable<RecordRow> rows)
    {
        ArgumentNullException.ThrowIfNull(file);
        bulk.Add(async cancel =>
        {
            await RecordWriter.Clear(db, file, [.. kept], cancel);
            await RecordWriter.Write(db, rows, anew: false, cancel);
        });
    }

    /// <summary>Takes the records of a file out of what is searched and counted, or puts them back.</summary>
    public void SetAside(Material file, bool withdrawn) => bulk.Add(cancel => RecordWriter.SetAside(db, file, withdrawn, cancel));

    /// <summary>Adds a new case, of which the actor becomes a member at once.</summary>
    public void AddCase(Case added, IReadOnlyList<CaseMember> members)
    {
        ArgumentNullException.ThrowIfNull(added);
        Add(added);
        foreach (var member in members)
        {
            Add(member);
        }

        actor = actor with { Cases = [.. actor.Cases, .. members.Where(m => m.AccountId == actor.Account)] };
        db.SeeAs(actor);
    }

    /// <summary>Replaces a case by its next version, and who is in it by the members as they stand now. Counsel of the case only.</summary>
    /// <param name="before">The case as it was loaded.</param>
    /// <param name="after">The case as it is to stand.</param>
    /// <param name="were">Its members as they were loaded.</param>
    /// <param name="are">Its members as they are to stand.</param>
    public void ChangeCase(Case before, Case after, IReadOnlyList<CaseMember> were, IReadOnlyList<CaseMember> are)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(were);
        ArgumentNullException.ThrowIfNull(are);
        changes.Add((null, null, after with { Version = before.Version + 1 }, Json(before), EntityState.Modified));
        foreach (var member in were.Concat(are).DistinctBy(m => m.AccountId))
        {
            var was = were.FirstOrDefault(m => m.AccountId == member.AccountId);
            var now = are.FirstOrDefault(m => m.AccountId == member.AccountId);
            if (was != now)
            {
                changes.Add((null, null, now ?? was!, was is null ? null : Json(was), was is null ? EntityState.Added : now is null ? EntityState.Deleted : EntityState.Modified));
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (begun is not null)
        {
            await begun.DisposeAsync();
        }

        await db.DisposeAsync();
    }
}
