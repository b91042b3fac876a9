using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Onus.Casework.Cases;
using Onus.Casework.Files;
using Onus.Casework.Jobs;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.Evidence;
using Onus.Domain.Jobs;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Log;

namespace Onus.Casework.Tests.Jobs;

/// <summary>A job passes from hand to hand and is done once, whoever has the folder open and however they end.</summary>
public sealed class JobRunnerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_that_is_answered_for_has_its_job_in_the_same_entry_of_the_log_and_a_runner_reads_it()
    {
        await using var unit = await Unit.Open();
        await Answered(unit);
        var job = await Only(unit);
        Assert.Equal((JobState.Waiting, unit.Counsel.Account, 0), (job.State, job.Account, job.Attempt));
        await using (var work = unit.Store.Begin(unit.Counsel))
        {
            var answers = await work.Db.Log.Where(l => l.Kind == "questions-answered").Join(work.Db.LogPayloads, l => l.Sequence, p => p.Sequence, (_, p) => p).SingleAsync(Cancel);
            Assert.Contains("\"Job\"", answers.Json, StringComparison.Ordinal);
        }

        Assert.Null(await Runner(unit).Finish(job.Id, unit.Counsel, Cancel));
        Assert.Equal(MaterialStatus.Read, (await unit.Only()).Status);
        Assert.Equal((JobState.Done, 1), ((await Only(unit)).State, (await Only(unit)).Attempt));
        Assert.Equal(40, await Records(unit));
    }

    [Fact]
    public async Task Of_two_programs_that_take_a_job_up_at_once_one_gets_it()
    {
        await using var unit = await Unit.Open();
        await Answered(unit);
        var seen = await Only(unit);
        var got = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => unit.Store.Move(unit.Counsel, seen, seen.Taken(Guid.CreateVersion7(), unit.Store.Now), Cancel))));
        Assert.Single(got, won => won);
        Assert.Equal((JobState.Running, 1), ((await Only(unit)).State, (await Only(unit)).Attempt));
    }

    [Fact]
    public async Task Two_runners_that_wait_for_the_same_file_read_it_once()
    {
        await using var unit = await Unit.Open();
        await Answered(unit);
        var job = await Only(unit);
        var counted = new Gate(unit.Store);
        counted.Open.SetResult();
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => new JobRunner(unit.Store, [counted]).Finish(job.Id, unit.Counsel, Cancel)));
        Assert.Equal(1, counted.Begun);
        Assert.Equal(40, await Records(unit));
    }

    [Fact]
    public async Task What_another_program_holds_is_left_to_it_until_its_lease_runs_out()
    {
        await using var unit = await Unit.Open();
        await Answered(unit);
        var held = await Hold(unit, attempts: 1, ago: TimeSpan.Zero);
        Assert.False(held.IsFree(unit.Store.Now, unit.Store.IsGone));
        await RunFor(unit, TimeSpan.FromSeconds(1));
        Assert.Equal(MaterialStatus.Held, (await unit.Only()).Status);

        Assert.True(await unit.Store.Move(unit.Counsel, held, held with { LeaseUntil = unit.Store.Now - TimeSpan.FromSeconds(1) }, Cancel));
        await RunUntil(unit, job => job.State == JobState.Done);
        Assert.Equal((JobState.Done, 2), ((await Only(unit)).State, (await Only(unit)).Attempt));
        Assert.Equal(40, await Records(unit));
    }

    [Fact]
    public async Task A_job_that_ended_its_program_three_times_fails_and_goes_on_when_somebody_asks()
    {
        await using var unit = await Unit.Open();
        await Answered(unit);
        await Hold(unit, attempts: 3, ago: Job.Lease + TimeSpan.FromSeconds(1));
        await RunUntil(unit, job => job.State == JobState.Failed);
        Assert.Equal(Job.EndsItsProgram, (await Only(unit)).Error);
        Assert.Single((await unit.List()).Stopped);
        Assert.False((await unit.List()).IsBusy);
        Assert.Contains("Three times", Unit.Texts.Format(Job.EndsItsProgram, ("file", "chat.txt")), StringComparison.Ordinal);

        Assert.True((await new AskForReading(unit.Store).Handle(new(Unit.Ref, [(await unit.Only()).Id]), unit.Counsel, Cancel)).IsOk);
        await RunUntil(unit, job => job.State == JobState.Done);
        Assert.Equal(MaterialStatus.Read, (await unit.Only()).Status);
    }

    [Fact]
    public async Task A_reading_that_is_stopped_midway_leaves_nothing_and_can_go_on()
    {
        await using var unit = await Unit.Open();
        await Answered(unit);
        var file = (await unit.Only()).Id;
        var gate = new Gate(unit.Store);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var running = new JobRunner(unit.Store, [gate]).Run(1, _ => { }, stopping.Token);
        await gate.Inside.Task.WaitAsync(TimeSpan.FromSeconds(20), Cancel);
        Assert.Equal(JobState.Running, (await Only(unit)).State);

        var stopped = await new StopReading(unit.Store).Handle(new(Unit.Ref, file), unit.Counsel, Cancel);
        Assert.True(stopped.IsOk, stopped.Error?.Key);
        await gate.Lost.Task.WaitAsync(TimeSpan.FromSeconds(20), Cancel);
        await stopping.CancelAsync();
        await running;
        var list = await unit.List();
        Assert.Equal(file, Assert.Single(list.Stopped).Id);
        Assert.Equal("Demo person 2", list.JobOf(list.Stopped[0])!.StoppedBy);
        Assert.Empty(list.Waiting);
        Assert.Equal(0, await Records(unit));
        Assert.Equal("reading-stopped", await LastAct(unit));
        Assert.Equal("files.not-being-read", (await new StopReading(unit.Store).Handle(new(Unit.Ref, file), unit.Counsel, Cancel)).Error?.Key);

        Assert.Equal(1, (await new AskForReading(unit.Store).Handle(new(Unit.Ref, [file]), unit.Counsel, Cancel)).Value);
        Assert.Equal("reading-asked", await LastAct(unit));
        await RunUntil(unit, job => job.State == JobState.Done);
        Assert.Equal(40, await Records(unit));
    }

    [Fact]
    public async Task What_was_read_while_somebody_stopped_it_does_not_reach_the_case()
    {
        await using var unit = await Unit.Open();
        await Answered(unit);
        var job = await Only(unit);
        var taken = job.Taken(unit.Store.Program, unit.Store.Now);
        Assert.True(await unit.Store.Move(unit.Counsel, job, taken, Cancel));
        Assert.True((await new StopReading(unit.Store).Handle(new(Unit.Ref, job.File), unit.Counsel, Cancel)).IsOk);
        var late = await new ReadHeldFile(unit.Store).Do(taken, Unit.Ref, unit.Counsel, _ => { }, Cancel);
        Assert.Equal("rows.changed-meanwhile", late?.Key);
        Assert.Equal(0, await Records(unit));
        Assert.Equal(MaterialStatus.Held, (await unit.Only()).Status);
        Assert.Equal(JobState.Stopped, (await Only(unit)).State);
    }

    [Fact]
    public async Task A_program_that_ends_in_order_gives_its_job_back_and_the_next_goes_on()
    {
        await using var unit = await Unit.Open();
        await Answered(unit);
        var gate = new Gate(unit.Store);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var running = new JobRunner(unit.Store, [gate]).Run(1, _ => { }, stopping.Token);
        await gate.Inside.Task.WaitAsync(TimeSpan.FromSeconds(20), Cancel);
        await stopping.CancelAsync();
        await running;
        Assert.Equal((JobState.Waiting, 0), ((await Only(unit)).State, (await Only(unit)).Attempt));
        await RunUntil(unit, job => job.State == JobState.Done);
        Assert.Equal(40, await Records(unit));
    }

    [Fact]
    public async Task How_far_a_reading_is_stands_in_its_job_and_the_lease_is_renewed()
    {
        await using var unit = await Unit.Open();
        await Answered(unit);
        var gate = new Gate(unit.Store) { Says = new(1234, 500) };
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var running = new JobRunner(unit.Store, [gate]).Run(1, _ => { }, stopping.Token);
        await gate.Inside.Task.WaitAsync(TimeSpan.FromSeconds(20), Cancel);
        var before = (await Only(unit)).LeaseUntil;
        for (var tries = 0; (await Only(unit)).Records == 0 && tries < 100; tries++)
        {
            await Task.Delay(100, Cancel);
        }

        var far = (await new WatchReading(unit.Store).Handle(Unit.Ref, unit.Counsel, Cancel)).Value;
        var now = Assert.Single(far.Now);
        Assert.Equal((0, 1, "chat.txt", 1234L, 500L), (far.Read, far.Total, now.Title, now.Records, now.Bytes));
        Assert.True((await Only(unit)).LeaseUntil > before);
        await stopping.CancelAsync();
        await running;
    }

    [Fact]
    public async Task Whoever_only_looks_on_stops_nothing_and_has_nothing_read()
    {
        await using var unit = await Unit.Open();
        await Answered(unit);
        var advocate = await Another(unit, "Advocate 1", MemberRole.Advocate);
        var file = (await unit.Only()).Id;
        Assert.Equal("cases.may-not", (await new StopReading(unit.Store).Handle(new(Unit.Ref, file), advocate, Cancel)).Error?.Key);
        Assert.Equal("cases.may-not", (await new AskForReading(unit.Store).Handle(new(Unit.Ref, [file]), advocate, Cancel)).Error?.Key);
        Assert.Equal(JobState.Waiting, (await Only(unit)).State);
    }

    [Fact]
    public async Task A_job_of_a_case_is_nobody_elses()
    {
        await using var unit = await Unit.Open();
        await Answered(unit);
        var stranger = await Another(unit, "Stranger 1", MemberRole.Unknown);
        await using (var work = unit.Store.Begin(stranger))
        {
            Assert.Empty(await work.Db.Jobs.ToListAsync(Cancel));
        }

        var seen = await Only(unit);
        Assert.False(await unit.Store.Move(stranger, seen, seen.Taken(Guid.CreateVersion7(), unit.Store.Now), Cancel));
        Assert.Equal("cases.not-found", (await new StopReading(unit.Store).Handle(new(Unit.Ref, seen.File), stranger, Cancel)).Error?.Key);
        Assert.Equal("cases.not-found", (await new WatchReading(unit.Store).Handle(Unit.Ref, stranger, Cancel)).Error?.Key);
    }

    [Fact]
    public async Task A_file_that_the_vault_lost_fails_and_the_next_is_read()
    {
        await using var unit = await Unit.Open();
        await unit.Drop(("lost.txt", Chat(30)), ("there.txt", Chat(20)));
        await unit.Answer();
        var files = (await unit.List()).Files;
        Assert.True((await new DecideReading(unit.Store).Handle(new(Unit.Ref, [.. files.Select(f => f.Id)], new("Asia/Kathmandu", "dmy", null, null)), unit.Counsel, Cancel)).IsOk);
        unit.Store.Vault.Withdraw(files.Single(f => f.Name == "lost.txt").VaultName);
        var told = new List<JobRunner.Ended>();
        await RunUntil(unit, _ => false, told, async () => !(await unit.List()).IsBusy);
        var list = await unit.List();
        Assert.Equal("there.txt", Assert.Single(list.Read).Name);
        Assert.Equal(("lost.txt", Job.Fault), (Assert.Single(list.Stopped).Name, list.JobOf(list.Stopped[0])!.Error));
        Assert.IsAssignableFrom<IOException>(Assert.Single(told, ended => ended.Fault is not null).Fault);
    }

    [Fact]
    public async Task A_withdrawn_file_is_read_when_it_is_put_back()
    {
        await using var unit = await Unit.Open();
        await Answered(unit);
        var file = await unit.Only();
        var away = (await new WithdrawFile(unit.Store).Handle(new(Unit.Ref, file.Id, file.Version, "not ours"), unit.Counsel, Cancel)).Value;
        await RunUntil(unit, job => job.State == JobState.Failed);
        Assert.True((await new WithdrawFile(unit.Store).PutBack(new(Unit.Ref, file.Id, away.Version, "it is ours"), unit.Counsel, Cancel)).IsOk);
        await RunUntil(unit, job => job.State == JobState.Done);
        Assert.Equal(MaterialStatus.Read, (await unit.Only()).Status);
    }

    private static JobRunner Runner(Unit unit) => new(unit.Store, [new ReadHeldFile(unit.Store)]);

    private static async Task Answered(Unit unit)
    {
        await unit.Drop(("chat.txt", Chat(40)));
        await unit.Answer();
        await unit.Decide(zone: "Asia/Kathmandu", order: "dmy");
    }

    private static async Task<Job> Only(Unit unit)
    {
        await using var work = unit.Store.Begin(unit.Counsel);
        return await work.Db.Jobs.SingleAsync(Cancel);
    }

    private static async Task<int> Records(Unit unit)
    {
        await using var work = unit.Store.Begin(unit.Counsel);
        return await work.Db.Records.CountAsync(Cancel);
    }

    private static async Task<string> LastAct(Unit unit)
    {
        await using var work = unit.Store.Begin(unit.Counsel);
        return await work.Db.Log.OrderByDescending(entry => entry.Sequence).Select(entry => entry.Kind).FirstAsync(Cancel);
    }

    /// <summary>The job as another program holds it that took it up some time ago.</summary>
    private static async Task<Job> Hold(Unit unit, int attempts, TimeSpan ago)
    {
        var seen = await Only(unit);
        var held = (seen with { Attempt = attempts - 1 }).Taken(Guid.CreateVersion7(), unit.Store.Now - ago);
        Assert.True(await unit.Store.Move(unit.Counsel, seen, held, Cancel));
        return held;
    }

    private static async Task RunFor(Unit unit, TimeSpan time)
    {
        using var stopping = new CancellationTokenSource(time);
        await Runner(unit).Run(2, _ => { }, stopping.Token);
    }

    private static async Task RunUntil(Unit unit, Func<Job, bool> isEnough, List<JobRunner.Ended>? told = null, Func<Task<bool>>? or = null)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var running = Runner(unit).Run(1, ended => told?.Add(ended), stopping.Token);
        for (var tries = 0; tries < 300 && !(or is null ? isEnough(await Only(unit)) : await or()); tries++)
        {
            await Task.Delay(100, Cancel);
        }

        await stopping.CancelAsync();
        await running;
        Assert.True(or is null ? isEnough(await Only(unit)) : await or());
    }

    private static async Task<Actor> Another(Unit unit, string name, MemberRole role)
    {
        var account = new Account { Id = new(Guid.CreateVersion7()), Name = name, Office = name };
        await using (var work = unit.Store.Begin(unit.Counsel))
        {
            work.Add(account);
            Assert.True((await work.Commit(new LogEvent(null, Acts.AccountCreated), Cancel)).IsOk);
        }

        await using (var work = unit.Store.Begin(unit.Counsel))
        {
            var found = await work.Db.Cases.SingleAsync(c => c.Ref == Unit.Ref, Cancel);
            Assert.True((await new ChangeCase(unit.Store).Handle(
                new() { Case = Unit.Ref, Version = found.Version, Title = found.Title, Members = new Dictionary<AccountId, MemberRole> { [account.Id] = role } }, unit.Counsel, Cancel)).IsOk);
        }

        return (await unit.Store.ActorOf(account.Id, null, Cancel))!;
    }

    private static byte[] Chat(int messages)
    {
        var text = new StringBuilder();
        for (var i = 0; i < messages; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"13/03/2024, {i / 60:D2}:{i % 60:D2} - Defendant 1: message {i} of {messages}\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Reads a file only when it may, so that a test can look at what happens meanwhile.</summary>
    private sealed class Gate(OnusStore store) : IJobWork
    {
        private int begun;

        public JobKind Kind => JobKind.ReadFile;

        public int Begun => begun;

        public JobProgress? Says { get; init; }

        public TaskCompletionSource Inside { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Open { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Lost { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public async Task<Error?> Do(Job job, string reference, Actor actor, Action<JobProgress> progress, CancellationToken cancel)
        {
            Interlocked.Increment(ref begun);
            Inside.TrySetResult();
            if (Says is { } far)
            {
                progress(far);
            }

            try
            {
                await Open.Task.WaitAsync(cancel);
            }
            catch (OperationCanceledException)
            {
                Lost.TrySetResult();
                throw;
            }

            return await new ReadHeldFile(store).Do(job, reference, actor, progress, cancel);
        }
    }
}
