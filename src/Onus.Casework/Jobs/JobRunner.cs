using Microsoft.EntityFrameworkCore;
using Onus.Domain.Jobs;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Jobs;

/// <summary>
/// Does the jobs of a data folder, in whichever program it stands and whoever else has the folder open: each job is taken up under a lease, done for whoever asked
/// for it, as they may act at that moment, and ended together with what came of it. Where they may not have it done any more, it waits for somebody else to ask.
/// </summary>
public sealed class JobRunner(OnusStore store, IEnumerable<IJobWork> works)
{
    // How many are looked at in one go: enough to find one that no other program takes first.
    private const int Ahead = 20;
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    // Jobs asked for in this program wake it; this is for those whose program ended.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>What became of a job in this program.</summary>
    /// <param name="Job">The job as it was taken up; null where none could be looked for.</param>
    /// <param name="Error">Why it could not be done; null where it was, was stopped, or broke off.</param>
    /// <param name="Fault">What it broke off with.</param>
    public sealed record Ended(Job? Job, Error? Error = null, Exception? Fault = null);

    /// <summary>Does jobs as they come, in the order in which they were asked for, until it is stopped.</summary>
    /// <param name="atOnce">How many at a time.</param>
    /// <param name="tell">Told of each, for the log of the program.</param>
    /// <param name="stopping">Gives back what is being worked on, and ends.</param>
    public Task Run(int atOnce, Action<Ended> tell, CancellationToken stopping) => Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Loop(tell, stopping)));

    /// <summary>Sees to it that one job is done, here or by another program that has it already.</summary>
    /// <param name="id">The job.</param>
    /// <param name="actor">Who waits for it; sees it.</param>
    /// <param name="cancel">Gives it back, and ends.</param>
    /// <returns>null where it ended; or why it could not be done here.</returns>
    /// <exception cref="IOException">The disk is full or failing, or the vault lost the file. The job has failed.</exception>
    public async Task<Error?> Finish(JobId id, Actor actor, CancellationToken cancel)
    {
        while (true)
        {
            Open? open;
            await using (var work = store.Begin(actor))
            {
                open = await OpenOf(work, actor).FirstOrDefaultAsync(one => one.Job.Id == id, cancel);
            }

            if (open is null || !open.Job.IsAwaited())
            {
                return null;
            }

            if (open.Job.IsFree(store.Now, store.IsGone) && await TakeUp(open, actor, cancel) is { } ended)
            {
                if (ended.Fault is { } fault)
                {
                    System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(fault);
                }

                if (ended.Error is { } error)
                {
                    return error;
                }
            }
            else
            {
                await Task.Delay(Beat, cancel);
            }
        }
    }

    private static IQueryable<Open> OpenOf(UnitOfWork work, Actor actor) =>
        from job in work.Db.Jobs
        join of in work.Db.Cases on job.CaseId equals of.Id
        select new Open { Job = job, Reference = of.Ref, For = actor };

    private async Task Loop(Action<Ended> tell, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            var next = store.NextJob;
            try
            {
                if (await TakeUpAny(stopping) is { } ended)
                {
                    tell(ended);
                    continue;
                }

                await Task.WhenAny(next, Task.Delay(Patience, stopping));
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                // The database does not answer. What waits stands there, and is looked for again.
                tell(new(null, null, e));
                await Task.Delay(Patience, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Takes up the first job that nobody works on; null where there is none.</summary>
    private async Task<Ended?> TakeUpAny(CancellationToken stopping)
    {
        var open = new List<Open>();
        foreach (var account in await store.WhoseJobsWait(stopping))
        {
            if (await store.ActorOf(account, form: null, stopping) is { } actor)
            {
                await using var work = store.Begin(actor);
                foreach (var kind in works.Select(work => work.Kind))
                {
                    var inCases = actor.Cases.Select(member => member.CaseId).Where(id => actor.May(id, Job.ActOf(kind))).ToList();
                    var theirs = await OpenOf(work, actor)
                        .Where(one => one.Job.Kind == kind && one.Job.Account == account && inCases.Contains(one.Job.CaseId) && (one.Job.State == JobState.Waiting || one.Job.State == JobState.Running))
                        .OrderBy(one => one.Job.AskedAt).ThenBy(one => one.Job.File).Take(Ahead).ToListAsync(stopping);
                    open.AddRange(theirs.Where(one => one.Job.IsFree(store.Now, store.IsGone)));
                }
            }
        }

        foreach (var one in open.OrderBy(one => one.Job.AskedAt).ThenBy(one => one.Job.File.Value))
        {
            if (await TakeUp(one, one.For, stopping) is { } ended)
            {
                return ended;
            }
        }

        return null;
    }

    /// <summary>Takes a job up and does it; null where somebody else was faster.</summary>
    private async Task<Ended?> TakeUp(Open open, Actor actor, CancellationToken stopping)
    {
        var taken = open.Job.Taken(store.Program, store.Now);
        if (!await store.Move(actor, open.Job, taken, stopping))
        {
            return null;
        }

        if (taken.State == JobState.Failed)
        {
            return new(taken, Error.Invalid(taken.Error!));
        }

        using var lease = new Lease(store, actor, taken, stopping);
        try
        {
            var work = works.First(work => work.Kind == taken.Kind);
            var error = await work.Do(taken, open.Reference, actor, progress => lease.Progress = progress, lease.Lost);
            var held = await lease.End();
            if (error is not null)
            {
                await store.Move(actor, held, held.Failed(error.Key, store.Now), CancellationToken.None);
            }

            return new(taken, error);
        }
        catch (OperationCanceledException) when (lease.Lost.IsCancellationRequested)
        {
            var held = await lease.End();
            if (stopping.IsCancellationRequested)
            {
                await store.Move(actor, held, held.GivenBack(), CancellationToken.None);
                throw;
            }

            return new(taken);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A full disk, a lost vault or database, or a fault of Onus: one job must not keep the others from being done. Where not even this can be written the
            // lease runs out.
            var held = await lease.End();
            await store.Move(actor, held, held.Failed(Job.Fault, store.Now), CancellationToken.None);
            return new(taken, null, e);
        }
    }

    /// <summary>A job that may be taken up, with the short name of its case and for whom it is done.</summary>
    private sealed class Open
    {
        public required Job Job { get; init; }

        public required string Reference { get; init; }

        public required Actor For { get; init; }
    }

    /// <summary>Keeps a job in these hands while it is worked on, and says so when it was lost.</summary>
    private sealed class Lease : IDisposable
    {
        private readonly CancellationTokenSource lost;
        private readonly CancellationTokenSource ended = new();
        private readonly Task<Job> beating;

        public Lease(OnusStore store, Actor actor, Job taken, CancellationToken stopping)
        {
            lost = CancellationTokenSource.CreateLinkedTokenSource(stopping);
            Progress = new(0, 0);
            beating = Beating(store, actor, taken);
        }

        /// <summary>How far the work is.</summary>
        public JobProgress Progress { get; set; }

        /// <summary>Cancelled where the job is in these hands no more.</summary>
        public CancellationToken Lost => lost.Token;

        /// <summary>Renews it no more.</summary>
        /// <returns>The job as it stands in these hands.</returns>
        public async Task<Job> End()
        {
            await ended.CancelAsync();
            return await beating;
        }

        public void Dispose()
        {
            ended.Cancel();
            ended.Dispose();
            lost.Dispose();
        }

        private async Task<Job> Beating(OnusStore store, Actor actor, Job held)
        {
            while (true)
            {
                try
                {
                    await Task.Delay(Beat, ended.Token);
                    var renewed = held.Renewed(Progress, store.Now);
                    if (!await store.Move(actor, held, renewed, CancellationToken.None))
                    {
                        await lost.CancelAsync();
                        return held;
                    }

                    held = renewed;
                }
                catch (OperationCanceledException) when (ended.IsCancellationRequested)
                {
                    return held;
                }
                catch (Exception e) when (e is not OutOfMemoryException)
                {
                    // The database is busy with a long commit, most likely of this very job. There is time until the lease runs out.
                }
            }
        }
    }
}
