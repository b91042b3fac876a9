using System.Data.Common;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Jobs;
using Onus.Domain.People;
using Onus.Domain.Shared;
using Onus.Store.Database;
using Onus.Store.Log;

namespace Onus.Store;

/// <content>How an act ends: whether its actor may do it, its rows, and its entries in the log, in one transaction or not at all.</content>
public sealed partial class UnitOfWork
{
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

        if (marked.Exists(one => !actor.MaySee(one.Row.Compartment) || (what.Case is { } inCase && inCase != one.Row.CaseId)))
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
