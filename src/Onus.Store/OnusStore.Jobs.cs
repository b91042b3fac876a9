using Microsoft.EntityFrameworkCore;
using Onus.Domain.Jobs;
using Onus.Domain.Shared;

namespace Onus.Store;

/// <content>Jobs as they pass from hand to hand: which program works on what is no act of a person, and not logged.</content>
public sealed partial class OnusStore
{
    private TaskCompletionSource jobAsked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The time, in UTC.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Ends when somebody asks for the next job in this program. To be taken before it is looked for one.</summary>
    public Task NextJob => jobAsked.Task;

    /// <summary>What this program is called in the leases of jobs.</summary>
    public Guid Program => program;

    /// <summary>Whether a program was found to have ended when this one opened the folder.</summary>
    public bool IsGone(Guid ended) => working.Gone.Contains(ended);

    /// <summary>
    /// Whoever asked for work that is not done yet, in whatever case. Nothing of the cases comes with it: what goes on without a person at the screen is looked for,
    /// and done, as one of these people.
    /// </summary>
    public async Task<IReadOnlyList<AccountId>> WhoseJobsWait(CancellationToken cancel)
    {
        await using var db = open();
#pragma warning disable RS0030 // Accounts alone leave.
        return await db.Jobs.IgnoreQueryFilters().Where(job => job.State == JobState.Waiting || job.State == JobState.Running).Select(job => job.Account).Distinct().ToListAsync(cancel);
#pragma warning restore RS0030
    }

    /// <summary>Moves a job on where it still stands as it was seen, in one statement: of two programs that take the same job up, one gets it.</summary>
    /// <param name="actor">For whom it is done; a job of a case that they do not see is not moved.</param>
    /// <param name="seen">The job as it was seen.</param>
    /// <param name="next">The job as it is to stand.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>False where somebody stopped it or another program took it up meanwhile.</returns>
    public async Task<bool> Move(Actor actor, Job seen, Job next, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(next);
        await using var db = open();
        db.SeeAs(actor);
#pragma warning disable RS0030 // A lease is no act: the log says what people did, and what came of the work.
        return await db.Jobs.Where(job => job.Id == seen.Id && job.Version == seen.Version && job.LeaseUntil == seen.LeaseUntil).ExecuteUpdateAsync(
            set => set
                .SetProperty(job => job.State, next.State).SetProperty(job => job.Attempt, next.Attempt)
                .SetProperty(job => job.Holder, next.Holder).SetProperty(job => job.LeaseUntil, next.LeaseUntil)
                .SetProperty(job => job.Records, next.Records).SetProperty(job => job.Bytes, next.Bytes)
                .SetProperty(job => job.EndedAt, next.EndedAt).SetProperty(job => job.Error, next.Error)
                .SetProperty(job => job.Version, next.Version),
            cancel) == 1;
#pragma warning restore RS0030
    }

    private void WakeForJobs() => Interlocked.Exchange(ref jobAsked, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
}
