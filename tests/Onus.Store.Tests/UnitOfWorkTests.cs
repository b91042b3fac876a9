using Microsoft.EntityFrameworkCore;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.People;
using Onus.Domain.Shared;
using Onus.Store.Log;

namespace Onus.Store.Tests;

public sealed class UnitOfWorkTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_fact_is_seen_by_both_sides_and_a_count_by_counsel_alone()
    {
        await using var scratch = await ScratchStore.Open();
        await using (var work = scratch.Store.Begin(scratch.Prosecutor))
        {
            work.Add(Fact(scratch.Case));
            work.Add(Count(scratch.Case));
            Assert.True((await work.Commit(new LogEvent(scratch.Case, Acts.FactWritten), Cancel)).IsOk);
        }

        await using var counsel = scratch.Store.Begin(scratch.Prosecutor);
        await using var police = scratch.Store.Begin(scratch.Investigator);
        await using var stranger = scratch.Store.Begin(scratch.Stranger);
        Assert.Equal((1, 1), (await counsel.Db.Facts.CountAsync(Cancel), await counsel.Db.Counts.CountAsync(Cancel)));
        Assert.Equal((1, 0), (await police.Db.Facts.CountAsync(Cancel), await police.Db.Counts.CountAsync(Cancel)));
        Assert.Equal((0, 0), (await stranger.Db.Facts.CountAsync(Cancel), await stranger.Db.Counts.CountAsync(Cancel)));
        Assert.Equal(0, await stranger.Db.Cases.CountAsync(Cancel));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_act_that_rests_on_a_row_is_refused_where_somebody_changed_it_and_leaves_it_as_it_is_otherwise(bool meanwhile)
    {
        await using var scratch = await ScratchStore.Open();
        var (rested, other) = (Fact(scratch.Case), Fact(scratch.Case));
        await using (var work = scratch.Store.Begin(scratch.Prosecutor))
        {
            work.Add(rested);
            Assert.True((await work.Commit(new LogEvent(scratch.Case, Acts.FactWritten), Cancel)).IsOk);
        }

        await using var acting = scratch.Store.Begin(scratch.Prosecutor);
        acting.RestsOn(await acting.Db.Facts.SingleAsync(Cancel));
        acting.Add(other);
        if (meanwhile)
        {
            await using var work = scratch.Store.Begin(scratch.Investigator);
            work.Change(rested, rested with { Sentence = "It was otherwise." });
            Assert.True((await work.Commit(new LogEvent(scratch.Case, Acts.FactChanged), Cancel)).IsOk);
        }

        var done = await acting.Commit(new LogEvent(scratch.Case, Acts.FactWritten), Cancel);
        Assert.Equal(meanwhile ? "rows.changed-meanwhile" : null, done.Error?.Key);
        await using var look = scratch.Store.Begin(scratch.Prosecutor);
        Assert.Equal(meanwhile ? 1 : 2, await look.Db.Facts.CountAsync(Cancel));
        var stands = await look.Db.Facts.SingleAsync(f => f.Id == rested.Id, Cancel);
        Assert.Equal(meanwhile ? (2, "It was otherwise.") : (1, rested.Sentence), (stands.Version, stands.Sentence));
        // Resting on a row is no change of it: the log tells of none.
        Assert.Equal(1, (await look.Db.LogPayloads.ToListAsync(Cancel)).Count(p => p.Json.Contains("\"fact-changed\"", StringComparison.Ordinal) || (!meanwhile && p.Names(other.Id.Value))));
    }

    [Fact]
    public async Task What_is_held_waits_for_its_commit_and_whoever_changes_it_or_rests_on_it_waits_and_is_told()
    {
        await using var scratch = await ScratchStore.Open();
        var fact = Fact(scratch.Case);
        var entry = new LogEvent(scratch.Case, Acts.FactChanged);
        await using (var work = scratch.Store.Begin(scratch.Prosecutor))
        {
            work.Add(fact);
            Assert.True((await work.Commit(new LogEvent(scratch.Case, Acts.FactWritten), Cancel)).IsOk);
        }

        await using (var givenUp = scratch.Store.Begin(scratch.Prosecutor))
        {
            givenUp.Change(fact, fact with { Sentence = "Never said." });
            Assert.Null(await givenUp.Hold(entry, Cancel));
        }

        await using var holding = scratch.Store.Begin(scratch.Prosecutor);
        holding.Change(fact, fact with { Sentence = "Held." });
        Assert.Null(await holding.Hold(entry, Cancel));
        var change = Task.Run(
            async () =>
            {
                await using var work = scratch.Store.Begin(scratch.Investigator);
                work.Change(fact, fact with { Sentence = "Faster." });
                return (await work.Commit(entry, Cancel)).Error?.Key;
            }, Cancel);
        var rest = Task.Run(
            async () =>
            {
                await using var work = scratch.Store.Begin(scratch.Investigator);
                work.RestsOn(fact);
                work.Add(Fact(scratch.Case));
                return (await work.Commit(entry, Cancel)).Error?.Key;
            }, Cancel);
        Assert.NotSame(await Task.WhenAny(change, rest, Task.Delay(300, Cancel)), change);
        Assert.False(change.IsCompleted || rest.IsCompleted);
        // What is read while it is held is how it stands when it is committed.
        Assert.Equal(1, await holding.Db.Facts.CountAsync(f => f.Sentence == "Held.", Cancel));
        var added = Fact(scratch.Case);
        holding.Add(added);
        Assert.True((await holding.Commit(entry, Cancel)).IsOk);
        Assert.Equal(("rows.changed-meanwhile", "rows.changed-meanwhile"), (await change, await rest));
        await using var look = scratch.Store.Begin(scratch.Prosecutor);
        Assert.Equal((2, "Held."), (await look.Db.Facts.CountAsync(Cancel), (await look.Db.Facts.SingleAsync(f => f.Id == fact.Id, Cancel)).Sentence));
        var told = (await look.Db.LogPayloads.ToListAsync(Cancel)).Single(p => p.Json.Contains("\"fact-changed\"", StringComparison.Ordinal));
        Assert.Contains(added.Id.Value.ToString(), told.Json, StringComparison.Ordinal);
        Assert.Contains("Held.", told.Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_counsel_wrote_in_the_papers_is_not_in_the_log_that_police_read()
    {
        await using var scratch = await ScratchStore.Open();
        await using (var work = scratch.Store.Begin(scratch.Prosecutor))
        {
            work.Add(Fact(scratch.Case));
            work.Add(Count(scratch.Case));
            Assert.True((await work.Commit(new LogEvent(scratch.Case, Acts.FactWritten), Cancel)).IsOk);
        }

        await using var police = scratch.Store.Begin(scratch.Investigator);
        var seen = await police.Db.LogPayloads.ToListAsync(Cancel);
        Assert.Contains(seen, p => p.Json.Contains("Sentence", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(seen, p => p.Json.Contains("us.1589-a", StringComparison.Ordinal));
        // Of the entry in the papers there is its hash alone: neither what was done, nor when, nor by whom.
        Assert.Equal((2, 3), (await police.Db.Log.CountAsync(Cancel), await police.Db.Leaves(scratch.Case).CountAsync(Cancel)));
        Assert.DoesNotContain(police.Db.Log, entry => entry.Kind != "case-opened" && entry.Compartment != new Compartment(scratch.Case, CompartmentKind.Record));
        await using var stranger = scratch.Store.Begin(scratch.Investigator with { Cases = [] });
        Assert.Empty(await stranger.Db.Leaves(scratch.Case).ToListAsync(Cancel));
        await using var counsel = scratch.Store.Begin(scratch.Prosecutor);
        var act = (await counsel.Db.LogPayloads.ToListAsync(Cancel)).Select(p => p.Json).Where(json => json.Contains("\"fact-written\"", StringComparison.Ordinal)).ToList();
        Assert.Single(act.Select(json => (string)System.Text.Json.Nodes.JsonNode.Parse(json)!["act"]!).Distinct());
        Assert.Equal(2, act.Count);
    }

    [Fact]
    public async Task The_thought_behind_an_act_on_the_record_is_read_by_counsel_alone_and_written_by_nobody_else()
    {
        await using var scratch = await ScratchStore.Open();
        LogEvent Thought(string words) => new(scratch.Case, Acts.FactWritten, new { Said = "openly" }) { Papers = new { Reason = words } };
        await using (var work = scratch.Store.Begin(scratch.Prosecutor))
        {
            work.Add(Fact(scratch.Case));
            Assert.True((await work.Commit(Thought("quietly"), Cancel)).IsOk);
        }

        await using var police = scratch.Store.Begin(scratch.Investigator);
        await using var counsel = scratch.Store.Begin(scratch.Prosecutor);
        Assert.Equal((1, 0), (await Payloads(police, "openly"), await Payloads(police, "quietly")));
        Assert.Equal((1, 1), (await Payloads(counsel, "openly"), await Payloads(counsel, "quietly")));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => police.Commit(Thought("loudly"), Cancel));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => counsel.Commit(Thought("x") with { Act = Acts.ChallengeEntered }, Cancel));

        static async Task<int> Payloads(UnitOfWork work, string words) => (await work.Db.LogPayloads.ToListAsync(Cancel)).Count(p => p.Json.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_people_changing_the_same_fact_the_second_is_told()
    {
        await using var scratch = await ScratchStore.Open();
        var fact = Fact(scratch.Case);
        await using (var work = scratch.Store.Begin(scratch.Prosecutor))
        {
            work.Add(fact);
            await work.Commit(new LogEvent(scratch.Case, Acts.FactWritten), Cancel);
        }

        await using var first = scratch.Store.Begin(scratch.Prosecutor);
        await using var second = scratch.Store.Begin(scratch.Investigator);
        first.Change(fact, fact with { Sentence = "First" });
        second.Change(fact, fact with { Sentence = "Second" });
        Assert.True((await first.Commit(new LogEvent(scratch.Case, Acts.FactChanged), Cancel)).IsOk);
        var late = await second.Commit(new LogEvent(scratch.Case, Acts.FactChanged), Cancel);
        Assert.Equal("rows.changed-meanwhile", late.Error?.Key);
        Assert.Equal("First", (await first.Db.Facts.SingleAsync(Cancel)).Sentence);
    }

    [Fact]
    public async Task A_form_sent_twice_acts_once()
    {
        await using var scratch = await ScratchStore.Open();
        var actor = scratch.Prosecutor with { Form = Guid.CreateVersion7() };
        for (var i = 0; i < 2; i++)
        {
            await using var work = scratch.Store.Begin(actor);
            work.Add(Fact(scratch.Case));
            var done = await work.Commit(new LogEvent(scratch.Case, Acts.FactWritten), Cancel);
            Assert.Equal(i == 0 ? null : "forms.used", done.Error?.Key);
        }

        await using var look = scratch.Store.Begin(actor);
        Assert.Equal(1, await look.Db.Facts.CountAsync(Cancel));
    }

    [Fact]
    public async Task Writing_what_the_actor_may_not_see_is_refused_by_the_data_layer()
    {
        await using var scratch = await ScratchStore.Open();
        await using var police = scratch.Store.Begin(scratch.Investigator);
        police.Add(Count(scratch.Case));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => police.Commit(new LogEvent(scratch.Case, Acts.ChallengeEntered), Cancel));
        await using var stranger = scratch.Store.Begin(scratch.Stranger);
        stranger.Add(Fact(scratch.Case));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => stranger.Commit(new LogEvent(scratch.Case, Acts.FactWritten), Cancel));
    }

    [Fact]
    public async Task Two_requests_of_a_case_never_have_one_number()
    {
        await using var scratch = await ScratchStore.Open();
        for (var i = 0; i < 2; i++)
        {
            await using var work = scratch.Store.Begin(scratch.Prosecutor);
            work.Add(new Onus.Domain.Requests.EvidenceRequest { Id = new(Guid.CreateVersion7()), CaseId = scratch.Case, Number = 1, Kind = Onus.Domain.Requests.Addressee.Police, To = "Officer 2", What = "The gate log", Why = "It is needed." });
            var done = await work.Commit(new LogEvent(scratch.Case, Acts.EvidenceRequested), Cancel);
            Assert.Equal(i == 0 ? null : "rows.exists", done.Error?.Key);
        }
    }

    [Fact]
    public async Task A_row_that_lacks_something_is_a_fault_of_ours_and_no_colleague_who_was_faster()
    {
        await using var scratch = await ScratchStore.Open();
        await using var work = scratch.Store.Begin(scratch.Prosecutor);
        work.Add(Fact(scratch.Case) with { Sentence = null! });
        await Assert.ThrowsAsync<DbUpdateException>(() => work.Commit(new LogEvent(scratch.Case, Acts.FactWritten), Cancel));
    }

    [Theory]
    [InlineData(MemberRole.Prosecutor, "foundation-decided", null)]
    [InlineData(MemberRole.Investigator, "fact-written", null)]
    [InlineData(MemberRole.Investigator, "foundation-decided", "cases.counsel-only")]
    [InlineData(MemberRole.Investigator, "people-merged", "cases.counsel-only")]
    [InlineData(MemberRole.Advocate, "fact-written", "cases.may-not")]
    public async Task Who_sees_the_record_does_not_for_that_write_it(MemberRole role, string act, string? refused)
    {
        await using var scratch = await ScratchStore.Open();
        var actor = scratch.Prosecutor with { Cases = [new CaseMember { CaseId = scratch.Case, AccountId = scratch.Prosecutor.Account, Role = role }] };
        await using var work = scratch.Store.Begin(actor);
        work.Add(Fact(scratch.Case));

        var done = await work.Commit(new LogEvent(scratch.Case, Acts.All.First(a => a.Kind == act)), Cancel);

        Assert.Equal(refused, done.Error?.Key);
        await using var look = scratch.Store.Begin(scratch.Prosecutor);
        Assert.Equal(refused is null ? 1 : 0, await look.Db.Facts.CountAsync(Cancel));
    }

    [Fact]
    public async Task The_log_is_gapless_and_every_payload_is_what_its_leaf_commits_to()
    {
        await using var scratch = await ScratchStore.Open();
        for (var i = 0; i < 5; i++)
        {
            await using var work = scratch.Store.Begin(scratch.Prosecutor);
            work.Add(new Person { Id = new(Guid.CreateVersion7()), CaseId = scratch.Case, Pseudonym = "Survivor A", Roles = [PersonRole.Survivor] });
            await work.Commit(new LogEvent(scratch.Case, Acts.PersonAdded), Cancel);
        }

        await using var look = scratch.Store.Begin(scratch.Prosecutor);
        var entries = await look.Db.Log.OrderBy(l => l.Sequence).ToListAsync(Cancel);
        var payloads = await look.Db.LogPayloads.ToDictionaryAsync(p => p.Sequence, Cancel);
        Assert.Equal(Enumerable.Range(0, 6).Select(i => (long)i), entries.Select(e => e.Sequence));
        foreach (var entry in entries)
        {
            var payload = payloads[entry.Sequence];
            Assert.Equal(entry.Commitment, LogEntry.Commit(payload.Salt, payload.Bytes));
            Assert.Equal(entry.LeafHash, LogEntry.HashLeaf(LogEntry.LeafBytes(entry.Sequence, entry.CaseId, entry.At, entry.Actor, entry.Kind, entry.Compartment, entry.Commitment)));
        }
    }

    private static Fact Fact(CaseId id) => new() { Id = new(Guid.CreateVersion7()), CaseId = id, Sentence = "Defendant 1 kept the passport." };

    private static Count Count(CaseId id) => new()
    {
        Id = new(Guid.CreateVersion7()),
        CaseId = id,
        Number = 1,
        OffenceId = "us.1589-a",
        Defendant = new(Guid.CreateVersion7()),
        From = new DateOnly(2025, 3, 12),
        To = new DateOnly(2025, 5, 9),
    };
}
