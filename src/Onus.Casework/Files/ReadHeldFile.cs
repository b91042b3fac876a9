using Microsoft.EntityFrameworkCore;
using Onus.Casework.Jobs;
using Onus.Domain.Evidence;
using Onus.Domain.Jobs;
using Onus.Domain.Shared;
using Onus.Ingest.Contract;
using Onus.Store;
using Onus.Store.Log;

namespace Onus.Casework.Files;

/// <summary>
/// Reads one file whose questions are answered. A child process reads a working copy; only when it is done do its records and the file's
/// new state reach the case, in one act. What kills the child, or this process, leaves the file as it was.
/// </summary>
public sealed class ReadHeldFile(OnusStore store) : IJobWork
{
    /// <summary>What to read.</summary>
    /// <param name="Case">Short name of the case.</param>
    /// <param name="File">The file: held, or one that could not be read before.</param>
    public sealed record Command(string Case, MaterialId File);

    /// <inheritdoc/>
    public JobKind Kind => JobKind.ReadFile;

    /// <inheritdoc/>
    public async Task<Error?> Do(Job job, string reference, Actor actor, Action<JobProgress> progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(job);
        return (await Handle(new Command(reference, job.File), job, actor, progress, cancel)).Error;
    }

    /// <summary>Reads it.</summary>
    /// <returns>
    /// The file as it stands now: read, waiting for a decision, or unusable with the reason in its summary; or <c>cases.not-found</c>,
    /// <c>files.not-found</c>, <c>files.questions-open</c>, <c>files.read-already</c>, <c>files.withdrawn</c>, <c>files.profile-unknown</c>, <c>rows.changed-meanwhile</c>.
    /// </returns>
    /// <exception cref="IOException">The vault does not have the file, or the disk is full. Nothing is written to the case.</exception>
    public Task<Result<Material>> Handle(Command command, Actor actor, CancellationToken cancel) => Handle(command, null, actor, static _ => { }, cancel);

    private async Task<Result<Material>> Handle(Command command, Job? taken, Actor actor, Action<JobProgress> progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        await using var work = store.Begin(actor);
        var found = await Find(command, work.Db, cancel);
        if (found.Error is { } error)
        {
            return error;
        }

        var job = taken ?? await work.Db.Jobs.FirstOrDefaultAsync(j => j.CaseId == found.Value.CaseId && j.File == command.File && j.Kind == Kind, cancel);
        using var made = new FileReading(store) { Progress = progress };
        var run = await made.Of(found.Value, work.Db, cancel);
        if (run.Error is { } unknown)
        {
            return unknown;
        }

        var after = work.Change(found.Value, run.Value);
        if (after.Status == MaterialStatus.Read)
        {
            work.AddRecords(made.Rows(after));
        }

        if (job is not null && job.State != JobState.Done)
        {
            // In the same transaction: a reading that was stopped leaves nothing, and one that is in was not stopped.
            work.Change(job, job.Done(work.Now));
        }

        var done = await work.Commit(new LogEvent(after.CaseId, ActOf(after.Status), made.Manifest(after)), cancel);
        return done.IsOk ? after : done.Error!;
    }

    private static async Task<Result<Material>> Find(Command command, Store.Database.VisibleRows db, CancellationToken cancel)
    {
        var found = await db.Cases.FirstOrDefaultAsync(c => c.Ref == command.Case, cancel);
        if (found is null)
        {
            return Error.NotFound("cases.not-found", ("case", command.Case));
        }

        var file = await db.Materials.FirstOrDefaultAsync(m => m.CaseId == found.Id && m.Id == command.File, cancel);
        return file switch
        {
            null => Error.NotFound("files.not-found"),
            { Withdrawn: not null } => Error.Invalid("files.withdrawn", ("file", file.Title)),
            { Status: MaterialStatus.Container } => Error.Invalid("files.container", ("file", file.Title)),
            { Status: MaterialStatus.Read } => Error.Invalid("files.read-already", ("file", file.Title)),
            { Obtained: null } => Error.Invalid("files.questions-open", ("file", file.Title)),
            _ => file,
        };
    }

    private static Act ActOf(MaterialStatus status) => status switch
    {
        MaterialStatus.Read => Acts.FileRead,
        MaterialStatus.NeedsDecision => Acts.FileNeedsDecision,
        _ => Acts.FileUnusable,
    };
}

/// <summary>Why a file can't be read, besides what its reader says.</summary>
public static class ReadFailures
{
    /// <summary>Its bytes in the vault are not those that were received.</summary>
    public const string NotAsReceived = "not-as-received";

    /// <summary>Of files read before rows could be kept: a table that somebody called no bank's was left unread. Reading it anew reads its rows.</summary>
    public const string NotABankTable = ColumnProfile.NotABankTable;
}
