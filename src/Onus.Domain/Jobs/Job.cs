using Onus.Domain.Shared;

namespace Onus.Domain.Jobs;

/// <summary>What is worked on without a person at the screen.</summary>
public enum JobKind
{
    /// <summary>Not stated; never stored.</summary>
    Unknown = 0,

    /// <summary>Read a file whose questions are answered.</summary>
    ReadFile,
}

/// <summary>How far a job is.</summary>
public enum JobState
{
    /// <summary>Not stated; never stored.</summary>
    Unknown = 0,

    /// <summary>Waits for its turn.</summary>
    Waiting,

    /// <summary>A program works on it, or did when it ended.</summary>
    Running,

    /// <summary>Done; what came of it stands where the work wrote it.</summary>
    Done,

    /// <summary>It could not be done; the error says why. It is not tried again by itself.</summary>
    Failed,

    /// <summary>A person stopped it.</summary>
    Stopped,
}

/// <summary>How far the work is that a job is about.</summary>
/// <param name="Records">Records read so far.</param>
/// <param name="Bytes">Bytes of the file behind which reading is; 0 where nobody knows.</param>
public sealed record JobProgress(long Records, long Bytes);

/// <summary>
/// Work on a file that goes on without a person at the screen, for whoever asked for it. A program that works on it holds a lease and renews it; when the program
/// ends, the lease runs out and the next one takes the job up. The version counts the changes of hands, and not the renewals: the work commits with its job, and so
/// not at all where the job was stopped or taken up by another program meanwhile.
/// </summary>
public sealed record Job : CaseRow
{
    /// <summary>How often a job is begun before it counts as one that ends its program.</summary>
    public const int MostAttempts = 3;

    /// <summary>Key of the error of a job that ended its program again and again.</summary>
    public const string EndsItsProgram = "jobs.ended-program";

    /// <summary>Key of the error of a job in which Onus, its disk or its database failed.</summary>
    public const string Fault = "jobs.fault";

    /// <summary>For how long a program that does not renew it keeps a job: longer than one that works is ever kept from it.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>Identity.</summary>
    public required JobId Id { get; init; }

    /// <inheritdoc/>
    protected override CompartmentKind Home => CompartmentKind.Record;

    /// <summary>What is to be done.</summary>
    public required JobKind Kind { get; init; }

    /// <summary>The file it is about; it has one job of a kind.</summary>
    public required MaterialId File { get; init; }

    /// <summary>For whom it is done, as they may act when it is begun.</summary>
    public required AccountId Account { get; init; }

    /// <summary>How far it is.</summary>
    public required JobState State { get; init; }

    /// <summary>How often it was begun since somebody asked for it.</summary>
    public int Attempt { get; init; }

    /// <summary>The program that works on it; null while none does.</summary>
    public Guid? Holder { get; init; }

    /// <summary>Until when that program has it, in UTC.</summary>
    public DateTimeOffset? LeaseUntil { get; init; }

    /// <summary>Records read so far.</summary>
    public long Records { get; init; }

    /// <summary>Bytes of the file that are behind; 0 where nobody knows.</summary>
    public long Bytes { get; init; }

    /// <summary>When somebody asked for it, in UTC.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>When it ended, in UTC; null while it has not.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Key of the error by which it failed.</summary>
    public string? Error { get; init; }

    /// <summary>Who stopped it, by display name at that time.</summary>
    public string? StoppedBy { get; init; }

    /// <summary>The act that a kind of job ends in: whoever asked for it must be allowed to do that.</summary>
    public static Act ActOf(JobKind kind) => kind switch
    {
        JobKind.ReadFile => Acts.FileRead,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Nobody may do a job of no kind."),
    };

    /// <summary>A job that somebody asks for.</summary>
    public static Job Of(JobKind kind, CaseId inCase, MaterialId file, AccountId account, DateTimeOffset now) =>
        new() { Id = new(Guid.CreateVersion7(now)), CaseId = inCase, Kind = kind, File = file, Account = account, State = JobState.Waiting, AskedAt = now };

    /// <summary>The same, asked for once more.</summary>
    public Job Again(AccountId account, DateTimeOffset now) => this with
    {
        Account = account,
        State = JobState.Waiting,
        AskedAt = now,
        Attempt = 0,
        Holder = null,
        LeaseUntil = null,
        Records = 0,
        Bytes = 0,
        EndedAt = null,
        Error = null,
        StoppedBy = null,
    };

    /// <summary>Whether somebody waits for it to be done.</summary>
    public bool IsAwaited() => State is JobState.Waiting or JobState.Running;

    /// <summary>Whether a program may take it up.</summary>
    /// <param name="now">The time.</param>
    /// <param name="isGone">Whether a program is known to have ended, so that nobody needs to wait for its lease.</param>
    public bool IsFree(DateTimeOffset now, Func<Guid, bool> isGone)
    {
        ArgumentNullException.ThrowIfNull(isGone);
        return State == JobState.Waiting || (State == JobState.Running && (LeaseUntil is not { } until || until < now || Holder is not { } holder || isGone(holder)));
    }

    /// <summary>The job in the hands of a program; or failed, where it ended so many programs that it is likely to end the next.</summary>
    public Job Taken(Guid holder, DateTimeOffset now) => State == JobState.Running && Attempt >= MostAttempts
        ? Failed(EndsItsProgram, now)
        : this with { State = JobState.Running, Attempt = Attempt + 1, Holder = holder, LeaseUntil = now + Lease, Records = 0, Bytes = 0, Version = Version + 1 };

    /// <summary>The job while work goes on. It stays in the same hands, and so the same version.</summary>
    public Job Renewed(JobProgress progress, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(progress);
        return this with { LeaseUntil = now + Lease, Records = progress.Records, Bytes = progress.Bytes };
    }

    /// <summary>The job given back by a program that ends in order: that was no attempt.</summary>
    public Job GivenBack() => Freed(JobState.Waiting) with { Attempt = Attempt - 1 };

    /// <summary>The job after an error. Where somebody else was faster it is tried again, some times.</summary>
    public Job Failed(string error, DateTimeOffset now) => error == "rows.changed-meanwhile" && Attempt < MostAttempts
        ? Freed(JobState.Waiting)
        : Freed(JobState.Failed) with { Error = error, EndedAt = now };

    /// <summary>The job that is done.</summary>
    public Job Done(DateTimeOffset now) => Freed(JobState.Done) with { EndedAt = now };

    /// <summary>The job that a person stops.</summary>
    public Job Stopped(string by, DateTimeOffset now) => Freed(JobState.Stopped) with { StoppedBy = by, EndedAt = now };

    private Job Freed(JobState state) => this with { State = state, Holder = null, LeaseUntil = null, Records = 0, Bytes = 0, Version = Version + 1 };
}
