using Onus.Casework.Jobs;

namespace Onus.Web.Files;

/// <summary>Does the jobs of the data folder while the site runs, two at a time. What waits stands in the database, not here: a restart goes on with it.</summary>
internal sealed class BackgroundJobs(JobRunner runner, ILogger<BackgroundJobs> log) : BackgroundService
{
    private const int AtOnce = 2;

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => runner.Run(AtOnce, Tell, stoppingToken);

    // Messages of exceptions quote values, so only the type is logged.
    private void Tell(JobRunner.Ended ended)
    {
        if (ended.Fault is { } fault)
        {
            log.LogError("Job on file {File} broke off: {Exception}", ended.Job?.File.Value, fault.GetType().FullName);
        }
        else if (ended.Error is { } error)
        {
            log.LogWarning("Job on file {File} was not done: {Key}", ended.Job?.File.Value, error.Key);
        }
    }
}
