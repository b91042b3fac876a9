using Onus.Domain.Jobs;

namespace Onus.Domain.Tests.Jobs;

/// <summary>Who may take a job up, and when it is given up.</summary>
public sealed class JobTests
{
    private static readonly DateTimeOffset Now = new(2025, 5, 3, 12, 0, 0, TimeSpan.Zero);
    private static readonly Guid One = Guid.CreateVersion7(), Other = Guid.CreateVersion7();
    private static readonly Job Asked = Job.Of(JobKind.ReadFile, new(Guid.CreateVersion7()), new(Guid.CreateVersion7()), new(Guid.CreateVersion7()), Now);

    [Fact]
    public void A_job_that_is_held_is_free_when_its_lease_ran_out_or_its_program_is_known_to_be_gone()
    {
        Assert.True(Asked.IsFree(Now, _ => false));
        var held = Asked.Taken(One, Now);
        Assert.False(held.IsFree(Now + Job.Lease, _ => false));
        Assert.True(held.IsFree(Now + Job.Lease + TimeSpan.FromTicks(1), _ => false));
        Assert.True(held.IsFree(Now, gone => gone == One));
        Assert.False(held.IsFree(Now, gone => gone == Other));
        Assert.False(held.Renewed(new(1, 1), Now + TimeSpan.FromMinutes(1)).IsFree(Now + Job.Lease + TimeSpan.FromSeconds(1), _ => false));
    }

    [Fact]
    public void A_job_changes_its_version_with_its_hands_and_not_while_it_is_worked_on()
    {
        var held = Asked.Taken(One, Now);
        Assert.Equal(Asked.Version + 1, held.Version);
        Assert.Equal(held.Version, held.Renewed(new(5, 0), Now).Version);
        foreach (var freed in new[] { held.GivenBack(), held.Failed("x", Now), held.Done(Now), held.Stopped("Person 1", Now) })
        {
            Assert.Equal((held.Version + 1, (Guid?)null, (DateTimeOffset?)null), (freed.Version, freed.Holder, freed.LeaseUntil));
        }
    }

    [Fact]
    public void The_fourth_program_does_not_begin_what_ended_three()
    {
        var job = Asked;
        for (var attempt = 1; attempt <= Job.MostAttempts; attempt++)
        {
            job = job.Taken(One, Now);
            Assert.Equal((JobState.Running, attempt), (job.State, job.Attempt));
        }

        var given = job.Taken(Other, Now);
        Assert.Equal((JobState.Failed, Job.EndsItsProgram), (given.State, given.Error));
        Assert.Equal((JobState.Waiting, 0, (string?)null), (given.Again(Asked.Account, Now).State, given.Again(Asked.Account, Now).Attempt, given.Again(Asked.Account, Now).Error));
        Assert.Equal(0, Asked.Taken(One, Now).GivenBack().Attempt);
    }

    [Fact]
    public void Whoever_was_too_slow_tries_again_and_not_for_ever()
    {
        var once = Asked.Taken(One, Now).Failed("rows.changed-meanwhile", Now);
        Assert.Equal((JobState.Waiting, 1), (once.State, once.Attempt));
        var twice = once.Taken(One, Now).Failed("rows.changed-meanwhile", Now);
        Assert.Equal((JobState.Failed, "rows.changed-meanwhile"), (twice.Taken(One, Now).Failed("rows.changed-meanwhile", Now).State, twice.Taken(One, Now).Failed("rows.changed-meanwhile", Now).Error));
        Assert.Equal(JobState.Failed, Asked.Taken(One, Now).Failed("files.profile-unknown", Now).State);
    }
}
