using Microsoft.EntityFrameworkCore;
using Onus.Domain.Evidence;
using Onus.Domain.Jobs;
using Onus.Domain.Shared;
using Onus.Ingest.Contract;
using Onus.Ingest.Reading;
using Onus.Ingest.Tables;
using Onus.Ingest.Times;
using Onus.Store;
using Onus.Store.Database;

namespace Onus.Casework.Files;

/// <summary>One run of the child reader over a working copy of a file, with what the authority lets through. Nothing of it has reached the case yet.</summary>
internal sealed class FileReading(OnusStore store) : IDisposable
{
    private readonly RecordSpool spool = new(store.Working);
    private ReadOptions options = new();

    /// <summary>Told with every record how far it is.</summary>
    public Action<JobProgress> Progress { get; init; } = static _ => { };

    /// <summary>Reads a file by what was decided about it.</summary>
    /// <param name="file">The file.</param>
    /// <param name="db">Where the column profiles stand.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>The file as it is after this run; or <c>files.profile-unknown</c>.</returns>
    public async Task<Result<Material>> Of(Material file, VisibleRows db, CancellationToken cancel)
    {
        var known = await OptionsOf(file, db, cancel);
        if (known.Error is { } unknown)
        {
            return unknown;
        }

        options = known.Value;
        await using (var bytes = store.Vault.Open(file.VaultName))
        {
            await spool.Copy(bytes, cancel);
        }

        long outside = 0, undated = 0, all = 0, behind = 0;
        var summary = await ReadingProcess.Read(spool.WorkingCopy, file.Name, options, Take, limits: null, cancel);
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

        return file with { Status = status, Summary = summary, OutOfScope = read ? outside : 0 };

        void Take(EvidenceRecord record)
        {
            // Where records say at which bytes of the file itself they stand, these tell how much of it is behind.
            behind = record.Locator.Chain.Count == 0 && PositionCodec.Of(record.Locator.At).BytesOf(record.Locator.At) is { } at ? Math.Max(behind, at.Start + at.Length) : behind;
            Progress(new(++all, behind));
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

    /// <summary>Tries a profile on a file and keeps nothing: what reading it by the profile comes to.</summary>
    public async Task<ReadSummary> By(Material file, ColumnProfile profile, CancellationToken cancel)
    {
        await using (var bytes = store.Vault.Open(file.VaultName))
        {
            await spool.Copy(bytes, cancel);
        }

        return await ReadingProcess.Read(spool.WorkingCopy, file.Name, new ReadOptions(file.Zone, file.DateOrder, file.Charset, profile), static _ => { }, limits: null, cancel);
    }

    /// <summary>The records as rows of the case, read back while they are asked for.</summary>
    public IEnumerable<RecordRow> Rows(Material file) => spool.Rows(file);

    /// <inheritdoc/>
    public void Dispose() => spool.Dispose();

    /// <summary>What gives the same records again: the file, the reader, what people decided, and the rules of time zones used.</summary>
    public object Manifest(Material file) => new
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
        recordLines = file.Status == MaterialStatus.Read ? spool.Hash() : (Sha256?)null,
        sandboxed = ReadingProcess.Sandboxed,
    };

    private static async Task<Result<ReadOptions>> OptionsOf(Material file, VisibleRows db, CancellationToken cancel)
    {
        var profile = file.Profile == ColumnProfile.NotABankTable ? ColumnProfile.Rows : null;
        if (file.Profile is { } name and not ColumnProfile.NotABankTable)
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
}
