using Microsoft.EntityFrameworkCore;
using Onus.Domain.Cases;
using Onus.Domain.Shared;
using Onus.Store.Database;
using Onus.Store.Log;

namespace Onus.Store;

/// <content>What a use case does: one act, found, refused or committed here; the body says only what is particular to it.</content>
public sealed partial class OnusStore
{
    // Two people may give the next number in the same moment: the second takes the one after.
    private const int Turns = 5;

    /// <summary>Looks into a case, and writes nothing.</summary>
    /// <param name="reference">Short name of the case.</param>
    /// <param name="actor">Who looks. What they may not see is not there.</param>
    /// <param name="body">What is read.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>What the body gives, or <c>cases.not-found</c>.</returns>
    public async Task<Result<T>> See<T>(string reference, Actor actor, Func<UnitOfWork, Case, Task<Result<T>>> body, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(body);
        await using var work = Begin(actor);
        return await work.Db.Cases.FirstOrDefaultAsync(c => c.Ref == reference, cancel) is { } found ? await body(work, found) : NoCase(reference);
    }

    /// <summary>Does an act in a case. Whoever may not do it is refused before anything is looked at.</summary>
    /// <param name="act">The act.</param>
    /// <param name="reference">Short name of the case.</param>
    /// <param name="actor">Who acts.</param>
    /// <param name="body">
    /// What it changes; it may be called again where somebody took the number that it had given. Where it gives an error nothing is written, and where it changed
    /// nothing nothing is logged.
    /// </param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>What the body gives; <c>cases.not-found</c>; what <see cref="Actor.Refuse"/> and <see cref="UnitOfWork.Commit"/> refuse.</returns>
    public Task<Result<T>> Do<T>(Act act, string reference, Actor actor, Func<UnitOfWork, Case, Task<Result<T>>> body, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(body);
        return Do(act, actor, rows => rows.Cases.FirstOrDefaultAsync(c => c.Ref == reference, cancel), found => found.Id, NoCase(reference), body, cancel);
    }

    /// <summary>Does an act in a case whose body reads nothing more.</summary>
    /// <returns>As above.</returns>
    public Task<Result<T>> Do<T>(Act act, string reference, Actor actor, Func<UnitOfWork, Case, Result<T>> body, CancellationToken cancel) =>
        Do<T>(act, reference, actor, (work, found) => Task.FromResult(body(work, found)), cancel);

    /// <summary>Does an act on a row of a case, and reads nothing more.</summary>
    /// <returns>As below.</returns>
    public Task<Result<T>> Do<TRow, T>(Act act, Seen<TRow> row, Actor actor, Func<UnitOfWork, TRow, Result<T>> body, CancellationToken cancel)
        where TRow : CaseRow =>
        Do<TRow, T>(act, row, actor, (work, found) => Task.FromResult(body(work, found)), cancel);

    /// <summary>Does an act on a row of a case.</summary>
    /// <param name="act">The act.</param>
    /// <param name="row">The row, as the person saw it.</param>
    /// <param name="actor">Who acts.</param>
    /// <param name="body">What it changes, as above.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>As above; what <paramref name="row"/> says where there is no such row, <c>rows.changed-meanwhile</c> where it is not as it was seen.</returns>
    public Task<Result<T>> Do<TRow, T>(Act act, Seen<TRow> row, Actor actor, Func<UnitOfWork, TRow, Task<Result<T>>> body, CancellationToken cancel)
        where TRow : CaseRow
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(body);
        return Do<TRow, T>(
            act, actor, rows => row.In(rows).FirstOrDefaultAsync(cancel), found => found.CaseId, Error.NotFound(row.Missing),
            async (work, found) => row.Version is { } version && found.Version != version ? Error.Conflict("rows.changed-meanwhile") : await body(work, found), cancel);
    }

    private async Task<Result<T>> Do<TFound, T>(
        Act act, Actor actor, Func<VisibleRows, Task<TFound?>> find, Func<TFound, CaseId> caseOf, Error missing, Func<UnitOfWork, TFound, Task<Result<T>>> body, CancellationToken cancel)
        where TFound : class
    {
        ArgumentNullException.ThrowIfNull(act);
        ArgumentNullException.ThrowIfNull(actor);
        for (var turn = 1; ; turn++)
        {
            await using var work = Begin(actor);
            if (await find(work.Db) is not { } found)
            {
                return missing;
            }

            if (actor.Refuse(caseOf(found), act) is { } refused)
            {
                return refused;
            }

            var done = await body(work, found);
            if (!done.IsOk || !work.HasChanges)
            {
                return done;
            }

            var isCounsel = actor.MaySee(caseOf(found), CompartmentKind.CounselsPapers);
            var committed = await work.Commit(
                new LogEvent(caseOf(found), work.Called ?? act, isCounsel ? work.Told : work.Told ?? work.Thought) { Papers = isCounsel ? work.Thought : null }, cancel);
            if (committed.Error is not { } error)
            {
                return done;
            }

            if (error.Key != "rows.exists" || !work.HasNumbered || turn == Turns)
            {
                return error;
            }
        }
    }

    private static Error NoCase(string reference) => Error.NotFound("cases.not-found", ("case", reference));
}

/// <summary>A row as a person saw it before they acted on it.</summary>
/// <param name="In">The row, among those that they may see.</param>
/// <param name="Version">The version that they saw; null where the act does not depend on it.</param>
/// <param name="Missing">The key of what is said where it is not there.</param>
public sealed record Seen<TRow>(Func<VisibleRows, IQueryable<TRow>> In, int? Version, string Missing)
    where TRow : CaseRow;
