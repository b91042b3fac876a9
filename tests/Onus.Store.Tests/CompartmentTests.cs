using Microsoft.EntityFrameworkCore;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.Shared;
using Onus.Store.Log;
using Onus.Store.Verification;

namespace Onus.Store.Tests;

/// <summary>A row, and not its type, says who sees it.</summary>
public sealed class CompartmentTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_row_is_seen_by_whoever_its_compartment_is_open_to_and_so_is_what_the_log_tells_of_it()
    {
        await using var scratch = await ScratchStore.Open();
        var informant = new Compartment(scratch.Case, CompartmentKind.Informant, Guid.CreateVersion7());
        var closed = Fact(scratch.Case, "He told us of the safe.") with { Compartment = informant };
        await using (var work = scratch.Store.Begin(scratch.Prosecutor))
        {
            work.Add(closed);
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => work.Commit(new LogEvent(scratch.Case, Acts.FactWritten), Cancel));
        }

        var handler = scratch.Investigator with { Granted = [informant] };
        var open = Fact(scratch.Case, "There was a safe.");
        await using (var work = scratch.Store.Begin(handler))
        {
            work.Add(closed);
            work.Add(open);
            Assert.True((await work.Commit(new LogEvent(scratch.Case, Acts.FactWritten), Cancel)).IsOk);
        }

        await using (var work = scratch.Store.Begin(handler))
        {
            Assert.Equal(2, await work.Db.Facts.CountAsync(Cancel));
            // An entry in each, one after the other, of one act.
            var told = await work.Db.LogPayloads.OrderBy(payload => payload.Sequence).ToListAsync(Cancel);
            Assert.Equal([(0L, new Compartment(scratch.Case, CompartmentKind.Record)), (1, new(scratch.Case, CompartmentKind.Record)), (2, informant)], told.Select(payload => (payload.Sequence, payload.Compartment!.Value)));
            Assert.Single(told.Skip(1).Select(payload => (string?)System.Text.Json.Nodes.JsonNode.Parse(payload.Json)!["act"]).Distinct());
            Assert.DoesNotContain("He told us", told[1].Json, StringComparison.Ordinal);
            Assert.Contains($"\"compartment\":\"informant/{informant.Of:D}\"", System.Text.Encoding.UTF8.GetString((await work.Db.Log.SingleAsync(entry => entry.Sequence == 2, Cancel)).Leaf), StringComparison.Ordinal);
        }

        await using (var work = scratch.Store.Begin(scratch.Prosecutor))
        {
            Assert.Equal("There was a safe.", (await work.Db.Facts.SingleAsync(Cancel)).Sentence);
            Assert.Equal((2, 2, 3), (await work.Db.Log.CountAsync(Cancel), await work.Db.LogPayloads.CountAsync(Cancel), await work.Db.Leaves(scratch.Case).CountAsync(Cancel)));
        }

        await foreach (var finding in new StoreVerification(scratch.Store).Log(Cancel))
        {
            Assert.Fail($"{finding.Where} {finding.Why}");
        }
    }

    [Fact]
    public async Task A_grant_opens_a_compartment_until_its_time_to_somebody_who_is_in_the_case()
    {
        var clock = new Clock();
        await using var scratch = await ScratchStore.Open(clock);
        var opened = new Compartment(scratch.Case, CompartmentKind.Opened, Guid.CreateVersion7());
        var keeper = scratch.Prosecutor with { Granted = [opened] };
        await using (var work = scratch.Store.Begin(keeper))
        {
            foreach (var to in new[] { scratch.Investigator, scratch.Stranger })
            {
                work.Add(new Grant { Id = Guid.CreateVersion7(), CaseId = scratch.Case, Compartment = opened, Account = to.Account, Reason = "To look at one page", By = keeper.Name, Until = clock.Now.AddDays(1) });
            }

            work.Add(Fact(scratch.Case, "For a guest.") with { Compartment = opened });
            Assert.True((await work.Commit(new LogEvent(scratch.Case, Acts.FactWritten), Cancel)).IsOk);
        }

        Assert.Equal(1, await Sees(scratch, scratch.Investigator));
        Assert.Equal(0, await Sees(scratch, scratch.Stranger));
        clock.Now = clock.Now.AddDays(2);
        Assert.Equal(0, await Sees(scratch, scratch.Investigator));
    }

    [Fact]
    public async Task An_act_of_counsel_leaves_no_trace_on_the_record_and_no_row_goes_over_to_another_compartment()
    {
        await using var scratch = await ScratchStore.Open();
        await using (var work = scratch.Store.Begin(scratch.Prosecutor))
        {
            work.Add(Fact(scratch.Case, "It was so."));
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => work.Commit(new LogEvent(scratch.Case, Acts.CountDrafted), Cancel));
        }

        var fact = Fact(scratch.Case, "It was so.");
        await using (var work = scratch.Store.Begin(scratch.Prosecutor))
        {
            work.Add(fact);
            Assert.True((await work.Commit(new LogEvent(scratch.Case, Acts.FactWritten), Cancel)).IsOk);
        }

        await using var moving = scratch.Store.Begin(scratch.Prosecutor);
        moving.Change(fact, fact with { Compartment = new(scratch.Case, CompartmentKind.CounselsPapers) });
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => moving.Commit(new LogEvent(scratch.Case, Acts.FactChanged), Cancel));
    }

    [Fact]
    [Trait("Database", "none")]
    public void A_compartment_is_the_same_after_it_was_written_and_what_is_none_is_refused()
    {
        var id = new CaseId(Guid.CreateVersion7());
        foreach (var kind in Enum.GetValues<CompartmentKind>().Where(kind => kind != CompartmentKind.Unknown))
        {
            Assert.Equal(new Compartment(id, kind), Compartment.Parse(new Compartment(id, kind).ToString()));
            var of = new Compartment(id, kind, Guid.CreateVersion7());
            Assert.Equal(of, Compartment.Parse(of.ToString()));
        }

        Assert.Throws<InvalidOperationException>(() => new Compartment(id, CompartmentKind.Unknown).ToString());
        foreach (var none in new[] { "", "case", $"{id.Value:D}", $"{id.Value:D}/nobody", $"{id.Value:D}/record/x", $"{id.Value:N}/record", $"{id.Value:D}/record/{id.Value:D}/" })
        {
            Assert.Throws<FormatException>(() => Compartment.Parse(none));
        }
    }

    private static async Task<int> Sees(ScratchStore scratch, Actor who)
    {
        var now = (await scratch.Store.ActorOf(who.Account, form: null, Cancel))!;
        await using var work = scratch.Store.Begin(now);
        return await work.Db.Facts.CountAsync(Cancel);
    }

    private static Fact Fact(CaseId id, string sentence) => new() { Id = new(Guid.CreateVersion7()), CaseId = id, Sentence = sentence };

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
