using System.Text;
using Onus.Casework.Files;
using Onus.Domain.Evidence;

namespace Onus.Casework.Tests.Files;

/// <summary>One phone is asked for its zone once, and for the order of its dates where a chat of it leaves that open.</summary>
public sealed class PhoneQuestionsTests
{
    // Only the day can be 25; and without such a day, either number can be.
    private const string DayFirst = "3/4/2024, 08:10 - Boss: one\n25/4/2024, 19:45 - Survivor B: two\n";
    private const string MonthFirst = "4/3/2024, 08:10 - Boss: one\n4/25/2024, 19:45 - Survivor B: two\n";
    private const string Open = "3/4/2024, 08:10 - Boss: one\n3/4/2024, 19:45 - Survivor B: two\n";
    private const string None = "3/4/2024, 08:10 - Boss: one\n25/4/2024, 19:45 - Survivor B: two\n4/25/2024, 20:00 - Boss: three\n";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DayFirst, "dmy", "America/Lima")]
    [InlineData(MonthFirst, "mdy", "Asia/Manila")]
    public async Task Chats_with_an_open_and_a_proven_order_are_asked_for_their_zone_together_and_each_for_its_own_order(string proving, string order, string zone)
    {
        await using var unit = await Held(("phone/a.txt", proving), ("phone/b.txt", Open), ("phone/c.txt", proving + "\n"), ("phone/d.txt", Open + "\n"), ("other/e.txt", Open + "\n\n"));
        var groups = await Groups(unit);
        Assert.Equal([["phone/a.txt", "phone/b.txt", "phone/c.txt", "phone/d.txt"], ["other/e.txt"]], groups.Select(g => g.Files.Select(f => f.Name)));
        var phone = groups[0];
        Assert.Equal(["date-order", "zone"], phone.Asks.Order(StringComparer.Ordinal));
        var proven = Assert.Single(phone.Orders, q => q.Options.Count == 1);
        var open = Assert.Single(phone.Orders, q => q.Options.Count > 1);
        Assert.Equal(("phone/a.txt phone/c.txt", order, 0), (string.Join(' ', proven.Files.Select(f => f.Name)), proven.Proposed, proven.Alike));
        Assert.Equal(("phone/b.txt phone/d.txt", order, 2), (string.Join(' ', open.Files.Select(f => f.Name)), open.Proposed, open.Alike));
        Assert.Null(Assert.Single(groups[1].Orders).Proposed);

        var all = new DecideReading.Decided(zone, null, null, null);
        var done = await new DecideReading(unit.Store).Handle(
            new(Unit.Ref, [.. phone.Files.Select(f => f.Id)], all, Undecided: true) { Of = open.Files.Concat(proven.Files).ToDictionary(f => f.Id, _ => all with { DateOrder = order }) }, unit.Counsel, Cancel);
        Assert.True(done.IsOk, done.Error?.Key);
        await ReadAll(unit);
        Assert.All((await unit.List()).Files.Where(f => f.Name.StartsWith("phone", StringComparison.Ordinal)), f => Assert.Equal((MaterialStatus.Read, zone, order), (f.Status, f.Zone, f.DateOrder)));

        // A later drop is proposed what the chats were read by.
        await unit.Drop(("phone/f.txt", Encoding.UTF8.GetBytes(Open + "\n\n\n")));
        await unit.Answer();
        await ReadAll(unit);
        var later = Assert.Single(await Groups(unit), g => g.Files.Any(f => f.Name == "phone/f.txt"));
        Assert.Equal((order, 4, zone), (later.Orders[0].Proposed, later.Orders[0].Alike, later.Zone));
    }

    [Fact]
    public async Task Nothing_is_proposed_where_chats_of_a_phone_prove_two_orders_or_the_proof_lies_on_another_phone()
    {
        await using var unit = await Held(("phone/a.txt", DayFirst), ("phone/b.txt", MonthFirst), ("phone/c.txt", Open), ("other/d.txt", DayFirst + "\n"), ("third/e.txt", Open + "\n"));
        var groups = await Groups(unit);
        Assert.Equal(3, groups.Count);
        Assert.Equal([null, "dmy", "mdy"], groups[0].Orders.OrderByDescending(q => q.Options.Count).ThenBy(q => q.Proposed, StringComparer.Ordinal).Select(q => q.Proposed));
        Assert.Null(groups[2].Orders[0].Proposed);
    }

    [Fact]
    public async Task A_chat_that_no_order_fits_is_asked_about_apart_and_holds_up_no_other()
    {
        await using var unit = await Held(("phone/a.txt", Open), ("phone/b.txt", None));
        var groups = await Groups(unit);
        Assert.Equal(["phone/a.txt", "phone/b.txt"], groups.Select(g => Assert.Single(g.Files).Name));
        Assert.Empty(groups[1].Orders[0].Options);
        Assert.Null(groups[0].Orders[0].Proposed);
    }

    private static async Task<Unit> Held(params (string Name, string Text)[] files)
    {
        var unit = await Unit.Open();
        await unit.Drop([.. files.Select(f => (f.Name, Encoding.UTF8.GetBytes(f.Text)))]);
        await unit.Answer();
        await ReadAll(unit);
        return unit;
    }

    private static async Task ReadAll(Unit unit)
    {
        foreach (var file in (await unit.List()).Files.Where(f => f.Status == MaterialStatus.Held))
        {
            await new ReadHeldFile(unit.Store).Handle(new(Unit.Ref, file.Id), unit.Counsel, Cancel);
        }
    }

    private static async Task<IReadOnlyList<GroupDecisions.Group>> Groups(Unit unit) => (await new GroupDecisions(unit.Store).Handle(Unit.Ref, unit.Counsel, Cancel)).Value.Groups;
}
