using Onus.Domain.Jobs;
using Onus.Domain.Shared;

namespace Onus.Casework.Jobs;

/// <summary>What is done in a job of one kind.</summary>
public interface IJobWork
{
    /// <summary>Of which kind.</summary>
    JobKind Kind { get; }

    /// <summary>
    /// Does it, in an act of its own that writes <see cref="Job.Done"/> together with what came of the work: where the job was stopped or changed hands meanwhile,
    /// neither is written.
    /// </summary>
    /// <param name="job">The job as it was taken up.</param>
    /// <param name="reference">Short name of its case.</param>
    /// <param name="actor">For whom.</param>
    /// <param name="progress">Told how far it is; called often.</param>
    /// <param name="cancel">Cancelled where the job was stopped, changed hands, or the program ends.</param>
    /// <returns>null; or why it could not be done.</returns>
    Task<Error?> Do(Job job, string reference, Actor actor, Action<JobProgress> progress, CancellationToken cancel);
}
