using System.Data.Common;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.Evidence;
using Onus.Domain.Jobs;
using Onus.Domain.People;
using Onus.Domain.Shared;
using Onus.Store.Database;
using Onus.Store.Log;

namespace Onus.Store;

/// <summary>
/// One act of one person: what they may see, and the only way to write. The rows of the act and its log entry reach the database in
/// one transaction or not at all. An act that touches several compartments leaves an entry in each.
/// </summary>
public sealed class UnitOfWork : IAsyncDisposable
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
        changes.Add((null, null, MarkedRecord.Of(row with { Marks = marks, Version = row.Version + 1 }), Json(MarkedRecord.Of(row)), EntityState.Modified));
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

    /// <summary>Writes everything, with its entry in the log.</summary>
    /// <returns>
    /// The sequence number of the (last) log entry; <c>rows.changed-meanwhile</c> when somebody else was faster;
    /// <c>forms.used</c> when this very form has acted already; <c>cases.may-not</c> when the actor's part in the case is not to do this; what
    /// <see cref="Struck"/> refuses when somebody who may not rule would lift what fell or was ruled out. Nothing is written then.
    /// </returns>
    /// <exception cref="UnauthorizedAccessException">A use case tried to write what its actor may not see: a bug.</exception>
    public async Task<Result<long>> Commit(LogEvent what, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(what);
        if (await Refuse(what, cancel) is { } refusal)
        {
            return refusal;
        }

        var isHeld = begun is not null;
        await using var transaction = begun ?? await db.Database.BeginTransactionAsync(cancel);
        begun = null;
        return await Written(async () =>
        {
            if (!isHeld)
            {
                await UseForm(cancel);
            }

            await SaveChanges(cancel);
            foreach (var write in bulk)
            {
                await write(cancel);
            }

            var sequence = await Append(what, cancel);
            cancel.ThrowIfCancellationRequested();
            MayHaveCommitted = true;
            await transaction.CommitAsync(CancellationToken.None);
            if (changes.Exists(change => change.Entity is Job { State: JobState.Waiting }))
            {
                jobAsked();
            }

            changes.Clear();
            bulk.Clear();
            rests.Clear();
            replaced.Clear();
            saved = 0;
            return sequence;
        });
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

    private async Task<Error?> Refuse(LogEvent what, CancellationToken cancel)
    {
        Authorise(what);
        return what.Case is not { } id ? null
            : actor.Refuse(id, what.Act) is { } refused ? refused
            : actor.May(id, Acts.ChallengeRuled) ? null
            : await Lifts(id, cancel);
    }

    /// <summary>Asked here and nowhere else, so that no act is a door.</summary>
    private async Task<Error?> Lifts(CaseId id, CancellationToken cancel)
    {
        var gone = changes.Where(change => change.State == EntityState.Deleted).Select(change => change.Entity).Concat(replaced.Select(row => row.Before)).OfType<ReadingDifference>().ToList();
        if (gone.Count == 0 && !replaced.Exists(row => row.Before is Exhibit or Material or Fact or Foundation))
        {
            return null;
        }

        var struck = await Db.StruckIn(id, [.. replaced.Select(row => row.Before).OfType<Exhibit>()], [.. replaced.Select(row => row.Before).OfType<Material>()], cancel);
        if (gone.Count > 0 && struck.Refuse(
            gone, changes.Where(change => change.State != EntityState.Deleted).Select(change => change.Entity).OfType<ReadingDifference>(),
            replaced.Select(row => row.After).OfType<Material>().Reverse().Concat(await Db.Materials.Where(file => file.CaseId == id).ToListAsync(cancel)).DistinctBy(file => file.Id)) is { } lifted)
        {
            return lifted;
        }

        return replaced.OrderBy(row => row.Before is not Material).Select(row => (row.Before, row.After) switch
        {
            (Exhibit before, Exhibit after) => struck.Refuse(before, after),
            (Material before, Material after) => struck.Refuse(before, after),
            (Fact before, Fact after) => struck.Refuse(before, after),
            (Foundation before, Foundation after) => struck.Refuse(before, after),
            _ => null,
        }).FirstOrDefault(refused => refused is not null);
    }

    /// <summary>What somebody else was faster with is told and no fault; anything else is.</summary>
    private async Task<Result<long>> Written(Func<Task<long>> write)
    {
        var isWritten = false;
        try
        {
            var result = await write();
            isWritten = true;
            return result;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Error.Conflict("rows.changed-meanwhile");
        }
        catch (DbUpdateException e) when (IsUniqueViolation(e))
        {
            db.ChangeTracker.Clear();
            return e.Entries.Any(x => x.Entity is UsedForm) ? Error.Conflict("forms.used") : Error.Conflict("rows.exists");
        }
        catch (Exception e) when (IsDeadlock(e))
        {
            // Two acts waited for each other's rows, and the server ended this one.
            db.ChangeTracker.Clear();
            return Error.Conflict("rows.changed-meanwhile");
        }
        catch (DbException e) when (IsUniqueViolation(e))
        {
            // A record that is there already.
            return Error.Conflict("rows.exists");
        }
        finally
        {
            saved = isWritten ? saved : 0;
        }
    }

    /// <summary>Writes the changes that are not written yet, after the rows on which the act rests were seen to stand as they were read.</summary>
    private async Task SaveChanges(CancellationToken cancel)
    {
        // The very same version is written again: that finds a row changed or gone, and keeps others from it until the transaction ends, in either database. It
        // comes first, so that two acts about one file never wait for each other.
        foreach (var row in rests)
        {
            db.Attach(row).Property(nameof(CaseRow.Version)).IsModified = true;
            await Save(cancel);
        }

        foreach (var (_, _, entity, _, state) in changes[saved..].Where(change => change.Entity is not MarkedRecord))
        {
            var entry = db.Entry(entity);
            entry.State = state;
            if (entity is Account account)
            {
                entry.Property(AccountNames.Column).CurrentValue = FoldedName.KeyOf(account.Name);
            }

            // Members have no version of their own: they change with their case.
            if (state == EntityState.Modified && entity is not CaseMember)
            {
                var version = entry.Property(nameof(CaseRow.Version));
                version.OriginalValue = (int)version.CurrentValue! - 1;
            }
        }

        saved = changes.Count;
        await Save(cancel);
        foreach (var (row, marks) in marked)
        {
            await RecordWriter.Mark(db, row, marks, cancel);
        }

        marked.Clear();
    }

    private static JsonNode Json(object row) => JsonSerializer.SerializeToNode(row, row.GetType(), Conversions.Json)!;

    private static bool IsUniqueViolation(DbUpdateException e) => e.InnerException is DbException inner && IsUniqueViolation(inner);

    private static bool IsDeadlock(Exception e) => (e as DbException ?? e.InnerException as DbException) is { SqlState: "40P01" or "40001" };

    private static bool IsUniqueViolation(DbException e) =>
        e is DbException { SqlState: "23505" } or Microsoft.Data.Sqlite.SqliteException { SqliteExtendedErrorCode: SqliteUnique or SqlitePrimaryKey };

    private void Authorise(LogEvent what)
    {
        foreach (var (row, into, _, _, _) in changes)
        {
            if (row is not null && (!actor.MaySee(into!.Value) || into.Value.Case != row.CaseId || (what.Case is { } id && id != row.CaseId)))
            {
                throw new UnauthorizedAccessException($"The act '{what.Kind}' writes a {row.GetType().Name} that its actor may not see.");
            }

            if (!what.Act.Writes(into?.Kind ?? CompartmentKind.Record))
            {
                throw new UnauthorizedAccessException($"The act '{what.Kind}' writes where others than those who may know of it read.");
            }
        }

        foreach (var (before, after) in replaced.Where(row => row.Before.Compartment != row.After.Compartment))
        {
            // What stood in the one would be told in the entry of the other.
            throw new UnauthorizedAccessException($"The act '{what.Kind}' moves a {before.GetType().Name} from '{before.Compartment.Name}' to '{after.Compartment.Name}'.");
        }

        if (marked.Exists(one => !actor.MaySee(one.Row.CaseId, CompartmentKind.Record) || (what.Case is { } inCase && inCase != one.Row.CaseId)))
        {
            throw new UnauthorizedAccessException($"The act '{what.Kind}' marks a record that its actor may not see.");
        }

        foreach (var changed in changes.Where(c => c is { Entity: Case, State: EntityState.Modified }).Select(c => (Case)c.Entity))
        {
            if (!actor.May(changed.Id, Acts.CaseChanged))
            {
                throw new UnauthorizedAccessException($"The act '{what.Kind}' changes a case of which its actor is not counsel.");
            }
        }

        if (what.Papers is not null && (what.Act.In == CompartmentKind.CounselsPapers || what.Case is not { } of || !actor.MaySee(of, CompartmentKind.CounselsPapers)))
        {
            throw new UnauthorizedAccessException($"The act '{what.Kind}' writes into counsel's papers, which its actor may not see or which it is a part of already.");
        }

        if (what.Case is { } caseId && actor.RoleIn(caseId) == MemberRole.Unknown)
        {
            throw new UnauthorizedAccessException($"The act '{what.Kind}' writes to a case that is not the actor's.");
        }
    }

    private async Task UseForm(CancellationToken cancel)
    {
        if (actor.Form is { } form)
        {
            db.Add(new UsedForm { Form = form, Account = actor.Account, At = Now });
            await Save(cancel);
        }
    }

    private async Task Save(CancellationToken cancel)
    {
#pragma warning disable RS0030 // The one place that writes.
        await db.SaveChangesAsync(cancel);
#pragma warning restore RS0030
        db.ChangeTracker.Clear();
    }

    private async Task<long> Append(LogEvent what, CancellationToken cancel)
    {
        if (db.Database.IsNpgsql())
        {
            // One writer at a time appends, so that the sequence has no gaps.
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(726153)", cancel);
        }

#pragma warning disable RS0030 // The next number is the next number, whoever may read the entry before it.
        var next = (await db.Log.IgnoreQueryFilters().MaxAsync(l => (long?)l.Sequence, cancel) ?? -1) + 1;
#pragma warning restore RS0030
        // What the entries of one act have in common.
        var act = Guid.CreateVersion7();
        var papers = what is { Papers: not null, Case: { } of } ? new Compartment(of, CompartmentKind.CounselsPapers) : (Compartment?)null;
        // Rows without a compartment of their own, such as who is in the case, are told on the record; of an act outside any case there is one entry.
        var record = what.Case is { } id ? new Compartment(id, CompartmentKind.Record) : (Compartment?)null;
        Compartment? Into(Compartment? of) => record is null ? null : of ?? record;
        var compartments = changes.Select(c => Into(c.In)).Append(what.In).Concat(papers is null ? [] : [papers]).Distinct().OrderBy(c => c?.Kind).ThenBy(c => c?.Of).ToList();
        foreach (var compartment in compartments)
        {
            var rows = changes.Where(c => Into(c.In) == compartment).Select(c => new JsonObject
            {
                ["row"] = RowNames.Of(c.Entity.GetType()),
                ["before"] = c.Before?.DeepClone(),
                ["after"] = c.State == EntityState.Deleted ? null : Json(c.Entity),
            });
            var payload = new JsonObject
            {
                ["event"] = what.Kind,
                ["act"] = act,
                ["actor"] = actor.Name,
                ["data"] = (compartment == what.In ? what.Data : compartment == papers ? what.Papers : null) is { } data ? Json(data) : null,
                ["rows"] = new JsonArray([.. rows]),
            };
            var (form, bytes) = PayloadForms.Write(payload.ToJsonString(Conversions.Json));
            var salt = RandomNumberGenerator.GetBytes(32);
            db.Add(LogEntry.Of(next, what.Case, Now, actor.Account, what.Kind, compartment, salt, bytes));
            db.Add(new LogPayload { Sequence = next, CaseId = what.Case, Compartment = compartment, Salt = salt, Form = form, Bytes = bytes });
            next++;
        }

        await Save(cancel);
        return next - 1;
    }
}
