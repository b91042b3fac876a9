using Microsoft.EntityFrameworkCore;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Ingest.Contract;
using Onus.Store;
using Onus.Store.Log;

namespace Onus.Casework.Files;

/// <summary>
/// Reads one file whose questions are answered. A child process reads a working copy; only when it is done do its records and the file's
/// new state reach the case, in one act. What kills the child, or this process, leaves the file as it was.
/// </summary>
public sealed class ReadHeldFile(OnusStore store)
{
    /// <summary>What to read.</summary>
    /// <param name="Case">Short name of the case.</param>
    /// <param name="File">The file: held, or one that could not be read before.</param>
    public sealed record Command(string Case, MaterialId File);

    /// <summary>Reads it.</summary>
    /// <returns>
    /// The file as it stands now: read, waiting for a decision, or unusable with the reason in its summary; or <c>cases.not-found</c>,
    /// <c>files.not-found</c>, <c>files.questions-open</c>, <c>files.read-already</c>, <c>files.withdrawn</c>, <c>files.profile-unknown</c>, <c>rows.changed-meanwhile</c>.
    /// </returns>
    /// <exception cref="IOException">The vault does not have the file, or the disk is full. Nothing is written to the case.</exception>
    public async Task<Result<Material>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        await using var work = store.Begin(actor);
        var found = await Find(command, work.Db, cancel);
        if (found.Error is { } error)
        {
            return error;
        }

        using var made = new FileReading(store);
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
