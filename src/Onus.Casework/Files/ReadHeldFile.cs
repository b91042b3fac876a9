using Microsoft.EntityFrameworkCore;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Ingest.Reading;
using Onus.Ingest.Tables;
using Onus.Ingest.Times;
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
    /// <c>files.not-found</c>, <c>files.questions-open</c>, <c>files.read-already</c>, <c>files.profile-unknown</c>, <c>rows.changed-meanwhile</c>.
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

        var file = found.Value;
        var options = await Options(file, work.Db, cancel);
        if (options.Error is { } unknown)
        {
            return unknown;
        }

        using var spool = new RecordSpool(store.Working);
        await using (var bytes = store.Vault.Open(file.VaultName))
        {
            await spool.Copy(bytes, cancel);
        }

        long outside = 0, undated = 0;
        var summary = await ReadingProcess.Read(spool.WorkingCopy, file.Name, options.Value, Take, limits: null, cancel);
        if (summary.Sha256 is { } hash && hash != file.Blob)
        {
            // The bytes in the vault are not those that were received. Nothing may be read out of them.
            summary = new ReadSummary(file.Name, file.Blob, null, null, 1, 0, [new Skipped(ReadFailures.NotAsReceived, 1)], [], ReadFailures.NotAsReceived);
        }

        var status = StatusOf(summary);
        var read = status == MaterialStatus.Read;
        if (read && undated > 0)
        {
            summary = summary with { Records = summary.Records - undated, Skipped = [.. summary.Skipped, new Skipped(Authority.Undated, undated)] };
        }

        var after = work.Change(file, file with { Status = status, Summary = summary, OutOfScope = read ? outside : 0 });
        if (read)
        {
            work.AddRecords(spool.Rows(file.CaseId, file.Id));
        }

        var done = await work.Commit(new LogEvent(file.CaseId, Side.Record, KindOf(status), Manifest(after, options.Value, read ? spool.Hash() : null)), cancel);
        return done.IsOk ? after : done.Error!;

        void Take(EvidenceRecord record)
        {
            switch (Authority.Of(file, record))
            {
                case Coverage.Inside:
                    spool.Add(record);
                    break;
                case Coverage.Outside:
                    outside++;
                    break;
                default:
                    undated++;
                    break;
            }
        }
    }

    private static async Task<Result<Material>> Find(Command command, Store.Database.OnusContext db, CancellationToken cancel)
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
            { Status: MaterialStatus.Read } => Error.Invalid("files.read-already", ("file", file.Title)),
            { Obtained: null } => Error.Invalid("files.questions-open", ("file", file.Title)),
            _ => file,
        };
    }

    private static async Task<Result<ReadOptions>> Options(Material file, Store.Database.OnusContext db, CancellationToken cancel)
    {
        ColumnProfile? profile = null;
        if (file.Profile is { } name)
        {
            var saved = await db.Profiles.FirstOrDefaultAsync(p => p.Name == name, cancel);
            if (saved is null)
            {
                return Error.NotFound("files.profile-unknown", ("profile", name));
            }

            var parsed = ColumnProfileJson.Parse(saved.Json);
            if (parsed.Error is { } broken)
            {
                return broken;
            }

            profile = parsed.Value;
        }

        return new ReadOptions(file.Zone, file.DateOrder, file.Charset, profile);
    }

    /// <summary>An empty file is no failure of its reader, but there is nothing in it to be had either.</summary>
    private static MaterialStatus StatusOf(ReadSummary summary) => summary switch
    {
        { NeedsDecision.Count: > 0 } => MaterialStatus.NeedsDecision,
        { Failure: not null } => MaterialStatus.Unusable,
        { Records: 0 } when summary.Skipped.Any(s => s.Reason == SkipReasons.EmptyFile) => MaterialStatus.Unusable,
        _ => MaterialStatus.Read,
    };

    private static string KindOf(MaterialStatus status) => status switch
    {
        MaterialStatus.Read => "file-read",
        MaterialStatus.NeedsDecision => "file-needs-decision",
        _ => "file-unusable",
    };

    /// <summary>What gives the same records again: the file, the reader, what people decided, and the rules of time zones used.</summary>
    private static object Manifest(Material file, ReadOptions options, Sha256? records) => new
    {
        file = file.Id,
        sha256 = file.Blob,
        format = file.Summary?.Format,
        parser = file.Summary?.Parser,
        zone = options.Zone,
        dateOrder = options.DateOrder,
        charset = options.Charset,
        profile = options.Profile is { } profile ? ColumnProfileJson.Write(profile) : null,
        tzdb = DecidedZone.DatabaseVersion,
        seen = file.Summary?.Seen,
        records = file.Summary?.Records,
        outOfScope = file.OutOfScope,
        recordLines = records,
        sandboxed = ReadingProcess.Sandboxed,
    };
}

/// <summary>Why a file can't be read, besides what its reader says.</summary>
public static class ReadFailures
{
    /// <summary>Its bytes in the vault are not those that were received.</summary>
    public const string NotAsReceived = "not-as-received";
}
