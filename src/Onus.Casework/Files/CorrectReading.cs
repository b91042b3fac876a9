using Microsoft.EntityFrameworkCore;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Database;
using Onus.Store.Log;

namespace Onus.Casework.Files;

/// <summary>
/// Corrects what was decided about reading a file, with a reason: zone, order of dates, character set, columns, scope. The child reads it anew beside the
/// records that stand; only when that run is in do its records take their place, in one act. What is cited and now reads otherwise stands as it was cited
/// until a person accepts the difference. Where the file can't be read so, nothing changes.
/// </summary>
public sealed class CorrectReading(OnusStore store)
{
    /// <summary>How it is to be read: all of it, not only what changes.</summary>
    public sealed record Command
    {
        /// <summary>Short name of the case.</summary>
        public required string Case { get; init; }

        /// <summary>The file.</summary>
        public required MaterialId File { get; init; }

        /// <summary>The version that the person saw.</summary>
        public required int Version { get; init; }

        /// <summary>Why it is corrected, in words.</summary>
        public required string Reason { get; init; }

        /// <summary>IANA zone of local times; empty for none.</summary>
        public string? Zone { get; init; }

        /// <summary><c>dmy</c>, <c>mdy</c>, <c>ymd</c>; empty for none.</summary>
        public string? DateOrder { get; init; }

        /// <summary>Character set; empty for none.</summary>
        public string? Charset { get; init; }

        /// <summary>Name of a saved column profile, or <see cref="Ingest.Contract.ColumnProfile.NotABankTable"/>; empty for none.</summary>
        public string? Profile { get; init; }

        /// <summary>First day that may be read; null for no limit.</summary>
        public DateOnly? ScopeFrom { get; init; }

        /// <summary>Last day that may be read; null for no limit.</summary>
        public DateOnly? ScopeTo { get; init; }

        /// <summary>People whose records may be read, as the source writes them; empty for all.</summary>
        public IReadOnlyList<string> ScopePeople { get; init; } = [];
    }

    /// <summary>What it came to.</summary>
    /// <param name="File">The file as it stands now.</param>
    /// <param name="Differences">How many exhibits read otherwise now and wait for a person.</param>
    public sealed record Corrected(Material File, int Differences);

    /// <summary>Corrects it.</summary>
    /// <returns>
    /// <c>files.not-found</c>, <c>files.reason-missing</c>, <c>files.withdrawn</c>, <c>files.questions-open</c>, <c>files.nothing-corrected</c>,
    /// <c>files.scope-reversed</c>, <c>files.correction-privileged</c> where somebody else than counsel says anew in which columns or characters words stand that are kept from them,
    /// those of <see cref="ReadingChoices"/>, <c>files.profile-unknown</c>, <c>files.correction-contradicted</c> with the line that
    /// speaks against it, <c>files.correction-unreadable</c>, <c>rows.changed-meanwhile</c>.
    /// </returns>
    /// <exception cref="IOException">The vault does not have the file, or the disk is full. Nothing changes.</exception>
    public async Task<Result<Corrected>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        await using var work = store.Begin(actor);
        var found = await FileToChange.Find(work, command.Case, command.File, command.Version, command.Reason, cancel);
        if (found.Error is { } error)
        {
            return error;
        }

        var file = found.Value;
        var wanted = file with
        {
            Zone = Given(command.Zone),
            DateOrder = Given(command.DateOrder),
            Charset = Given(command.Charset),
            Profile = Given(command.Profile),
            ScopeFrom = command.ScopeFrom,
            ScopeTo = command.ScopeTo,
            ScopePeople = command.ScopePeople,
            DecidedBy = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{actor.Name}, {work.Now:yyyy-MM-dd}"),
        };
        if (Refuse(file, wanted, actor) is { } refusal)
        {
            return refusal;
        }

        if (await Moved(work, file, wanted, cancel) is { } hidden)
        {
            return hidden;
        }

        if (await KnownProfiles.Refuse(work, file.CaseId, wanted.Profile, cancel) is { } notOurs)
        {
            return notOurs;
        }

        using var reading = new FileReading(store);
        var run = await reading.Of(wanted, work.Db, cancel);
        if (run.Error is { } unknown)
        {
            return unknown;
        }

        if (Unusable(file, run.Value) is { } useless)
        {
            return useless;
        }

        var after = work.Change(file, run.Value);
        var entry = new LogEvent(file.CaseId, Acts.ReadingCorrected, new { reason = command.Reason.Trim(), reading = reading.Manifest(after) });
        if (await work.Hold(entry, cancel) is { } meanwhile)
        {
            return meanwhile;
        }

        // Somebody may have marked a record while it was read.
        if (await Moved(work, file, wanted, cancel) is { } since)
        {
            return since;
        }

        var open = file.Status == MaterialStatus.Read || after.Status == MaterialStatus.Read ? await Replace(work, after, reading, command.Reason.Trim(), cancel) : 0;
        var done = await work.Commit(entry, cancel);
        return done.IsOk ? new Corrected(after, open) : done.Error!;
    }

    /// <summary>
    /// Puts the new records in the place of the old. What is cited and marked is asked only now: reading takes minutes, in which others go on citing and marking,
    /// and from here on whoever does waits and is told.
    /// </summary>
    /// <returns>How many exhibits read otherwise now.</returns>
    private static async Task<int> Replace(UnitOfWork work, Material file, FileReading reading, string reason, CancellationToken cancel)
    {
        var exhibits = await work.Db.Exhibits.Where(e => e.CaseId == file.CaseId && e.Material == file.Id).ToListAsync(cancel);
        var cited = exhibits.Select(e => e.Record).OfType<Sha256>().ToHashSet();
#pragma warning disable RS0030 // Compared and carried on by whoever may not read them too: what is told of it is how many differ.
        var before = (await work.Db.WholeRecords.Where(r => r.CaseId == file.CaseId && r.Material == file.Id && (cited.Contains(r.Id) || r.IsMarked)).ToListAsync(cancel))
#pragma warning restore RS0030
            .ToDictionary(r => r.Id);
        var now = before.Count == 0 ? [] : reading.Rows(file).Where(row => before.ContainsKey(row.Id)).ToDictionary(row => row.Id);
        var privileged = before.Values.Where(row => row.Marks.Privileged).ToList();
        work.ReplaceRecords(file, [.. before.Keys.Where(id => !now.ContainsKey(id))], reading.Rows(file).Select(Marked));
        return await Compare(work, file, exhibits, before, now, reason, cancel);

        // A mark is a person's, not the reader's; and whoever saw the record as it was read before did not see this one. Where the file is cut otherwise, the words
        // of what may be privileged stand in whatever is there now.
        RecordRow Marked(RecordRow row)
        {
            var marked = before.TryGetValue(row.Id, out var old) ? row with { Marks = old.Marks, Version = old.Version + 1 } : row;
            return !marked.Marks.Privileged && privileged.Exists(one => one.Id != row.Id && one.Locator.Meets(row.Locator)) ? marked with { Marks = marked.Marks with { Privileged = true } } : marked;
        }
    }

    /// <summary>A column that is said to hold names is shown as names, and a line that does not fit is quoted: whoever may not read the words does not say where they stand.</summary>
    private static async Task<Error?> Moved(UnitOfWork work, Material file, Material wanted, CancellationToken cancel) =>
        (file.Profile, file.Charset) != (wanted.Profile, wanted.Charset) && await work.Db.Records.AnyAsync(r => r.CaseId == file.CaseId && r.Material == file.Id && r.Withheld, cancel)
            ? Error.Invalid("files.correction-privileged", ("file", file.Title)) : null;

    private static Error? Refuse(Material file, Material wanted, Actor actor) =>
        !actor.May(file.CaseId, Acts.ReadingCorrected) ? Error.Invalid("cases.may-not")
        : file.Withdrawn is not null ? Error.Invalid("files.withdrawn", ("file", file.Title))
        : FileToChange.RefuseContainer([file]) is { } container ? container
        : file.Obtained is null ? Error.Invalid("files.questions-open", ("file", file.Title))
        : wanted.ScopeFrom > wanted.ScopeTo ? Error.Invalid("files.scope-reversed")
        : ReadingChoices.Refuse(wanted.Zone, wanted.DateOrder, wanted.Charset) is { } none ? none
        : Same(file, wanted) && file.Summary?.Failure != ReadFailures.NotABankTable ? Error.Invalid("files.nothing-corrected")
        : null;

    private static bool Same(Material a, Material b) =>
        (a.Zone, a.DateOrder, a.Charset, a.Profile, a.ScopeFrom, a.ScopeTo) == (b.Zone, b.DateOrder, b.Charset, b.Profile, b.ScopeFrom, b.ScopeTo)
        && a.ScopePeople.SequenceEqual(b.ScopePeople, StringComparer.Ordinal);

    /// <summary>A file that was read stays as it is where it can't be read so. One that was not read may as well wait for the next decision.</summary>
    private static Error? Unusable(Material file, Material run) => file.Status != MaterialStatus.Read ? null : run switch
    {
        { Status: MaterialStatus.NeedsDecision, Summary.NeedsDecision: [var first, ..] } => Error.Invalid(
            "files.correction-contradicted", ("file", file.Title), ("line", first.Line ?? 1), ("value", first.Value ?? "")),
        { Status: MaterialStatus.Read } => null,
        _ => Error.Invalid("files.correction-unreadable", ("file", file.Title)),
    };

    private static async Task<int> Compare(
        UnitOfWork work, Material file, IReadOnlyList<Exhibit> exhibits, Dictionary<Sha256, RecordRow> before, Dictionary<Sha256, RecordRow> now, string reason, CancellationToken cancel)
    {
        var last = (await work.Db.Differences.Where(d => d.CaseId == file.CaseId && d.Material == file.Id).ToListAsync(cancel))
            .GroupBy(d => d.Exhibit).ToDictionary(g => g.Key, g => g.MaxBy(d => d.CorrectedAt)!);
        var open = 0;
        foreach (var exhibit in exhibits)
        {
            if (exhibit.Record is not { } record)
            {
                continue;
            }

            var known = last.GetValueOrDefault(exhibit.Id);
            var read = now.GetValueOrDefault(record)?.AsCited();
            var (cited, differs) = ReadingDifference.Compare(known, before.GetValueOrDefault(record)?.AsCited(), read);
            if (known is { State: DifferenceState.Open or DifferenceState.Kept })
            {
                work.Remove(known);
            }

            if (differs)
            {
                open++;
                work.Add(new ReadingDifference
                {
                    Id = Guid.CreateVersion7(),
                    CaseId = file.CaseId,
                    Material = file.Id,
                    Exhibit = exhibit.Id,
                    Record = record,
                    Old = cited!,
                    New = read,
                    Reason = reason,
                    CorrectedBy = work.Actor.Name,
                    CorrectedAt = work.Now,
                    State = DifferenceState.Open,
                });
            }
        }

        return open;
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
