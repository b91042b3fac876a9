using System.Collections.Concurrent;
using System.Threading.Channels;
using Onus.Casework.Files;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Web.Files;

/// <summary>
/// Reads files in the background, two at a time, in the order they were answered for. What waits stands in the database, not here: a restart
/// goes on with it.
/// </summary>
public sealed class ReadingQueue(OnusStore store, ListWaitingFiles waiting, ReadHeldFile read, ILogger<ReadingQueue> log) : BackgroundService
{
    private const int AtOnce = 2;
    private readonly Channel<Job> jobs = Channel.CreateUnbounded<Job>();
    private readonly ConcurrentDictionary<MaterialId, Job> known = new();
    private readonly TaskCompletionSource resumed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Puts files into the queue, on behalf of a person. Files that are in it already are left where they are.</summary>
    /// <param name="reference">Short name of their case.</param>
    /// <param name="files">The files.</param>
    /// <param name="actor">For whom they are read.</param>
    public void Add(string reference, IEnumerable<Material> files, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(files);
        foreach (var file in files)
        {
            var job = new Job(reference, file.CaseId, file.Id, file.Title, actor.Account);
            if (known.TryAdd(file.Id, job))
            {
                jobs.Writer.TryWrite(job);
            }
        }
    }

    /// <summary>Titles of the files of a case that are being read at this moment.</summary>
    public IReadOnlyList<string> Current(CaseId id) => [.. known.Values.Where(j => j.Case == id && j.Begun).Select(j => j.Title)];

    /// <summary>Whether any file of a case is being read or waits here.</summary>
    public bool IsBusy(CaseId id) => known.Values.Any(j => j.Case == id);

    /// <summary>Waits until what waited at the start is in the queue, and what is in it now of a case has been dealt with.</summary>
    public async Task Settled(CaseId id)
    {
        await resumed.Task;
        await Task.WhenAll(known.Values.Where(j => j.Case == id).Select(j => j.Dealt.Task));
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var file in await waiting.Handle(stoppingToken))
        {
            Add(file.Case, [file.File], file.For);
        }

        resumed.SetResult();

        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Work(stoppingToken)));
    }

    private async Task Work(CancellationToken stopping)
    {
        await foreach (var job in jobs.Reader.ReadAllAsync(stopping))
        {
            job.Begun = true;
            try
            {
                // As they may act now, and not when they asked. The form that asked has acted already; each reading is an act of its own.
                var error = await store.ActorOf(job.For, form: null, stopping) is { } actor
                    ? (await read.Handle(new ReadHeldFile.Command(job.Reference, job.File), actor, stopping)).Error : Error.NotFound("cases.not-found");
                if (error is not null)
                {
                    log.LogWarning("File {File} was not read: {Key}", job.File.Value, error.Key);
                }
            }
            catch (Exception e) when (e is not OperationCanceledException || !stopping.IsCancellationRequested)
            {
                // A full disk, a lost vault or database, or a fault of Onus: one file must not keep the others from being read, nor end the site. It stays
                // answered for and is offered again. Messages quote values, so only the type is logged.
                log.LogError("File {File} was not read: {Exception}", job.File.Value, e.GetType().FullName);
            }
            finally
            {
                known.TryRemove(job.File, out _);
                job.Dealt.SetResult();
            }
        }
    }

    private sealed record Job(string Reference, CaseId Case, MaterialId File, string Title, AccountId For)
    {
        public readonly TaskCompletionSource Dealt = new(TaskCreationOptions.RunContinuationsAsynchronously);
        public volatile bool Begun;
    }
}
