using Onus.Domain.People;
using Onus.Domain.Requests;

namespace Onus.Domain.Tests.People;

public sealed class WishesTests
{
    private static readonly Person Survivor = new()
    {
        Id = new(Guid.CreateVersion7()),
        CaseId = default,
        Pseudonym = "Survivor B",
        Roles = [PersonRole.Survivor],
        Aliases = ["Mirela", "B"],
        Wish = TestimonyWish.Withdraws,
    };

    [Fact]
    public void The_newest_by_the_day_it_was_said_decides_also_when_an_older_one_is_noted_later()
    {
        var said = Entry(TestimonyWish.Testifies, new(2025, 5, 2), hour: 1);
        var taken = Entry(TestimonyWish.Declines, new(2025, 5, 9), hour: 2);
        var late = Entry(TestimonyWish.Undecided, new(2025, 5, 1), hour: 3);
        Assert.Equal(TestimonyWish.Declines, Wishes.Now([said, taken, late]));
        Assert.Equal([taken, said, late], Wishes.NewestFirst([late, taken, said]));
        Assert.Equal(TestimonyWish.Withdraws, Wishes.Now([taken, Entry(TestimonyWish.Withdraws, new(2025, 5, 9), hour: 4)]));
        Assert.Equal(TestimonyWish.NotRecorded, Wishes.Now([]));
    }

    [Theory]
    [InlineData("Survivor B", true)]
    [InlineData("The advocate of survivor b, in writing", true)]
    [InlineData("Mirela", true)]
    [InlineData("Bank B", false)] // A spelling of one letter stands in too many addresses.
    [InlineData("Survivor BC", false)]
    [InlineData("The investigating unit", false)]
    public void A_request_is_stopped_by_its_address_and_not_by_what_it_is_about(string to, bool stops)
    {
        Assert.Equal(stops, Asking.Stops(Request(to), Survivor));
        Assert.Equal(stops ? "requests.withdrew" : null, Asking.Refuse(to, null, [Survivor])?.Key);
    }

    [Fact]
    public void Who_is_named_as_asked_stops_it_whatever_the_address_says_and_what_is_answered_stays()
    {
        Assert.True(Asking.Stops(Request("The clinic") with { Asks = Survivor.Id }, Survivor));
        Assert.False(Asking.Stops(Request("Survivor B") with { Status = RequestStatus.Answered }, Survivor));
        Assert.Equal("requests.withdrew", Asking.Refuse("The clinic", Survivor.Id, [Survivor])?.Key);
        Assert.Null(Asking.Refuse("Survivor B", Survivor.Id, [Survivor with { Wish = TestimonyWish.Undecided }]));
    }

    private static EvidenceRequest Request(string to) =>
        new() { Id = new(Guid.CreateVersion7()), CaseId = default, Number = 1, Kind = Addressee.Police, To = to, What = "Bank statements of Survivor B", Why = "Wages" };

    private static WishEntry Entry(TestimonyWish wish, DateOnly day, int hour) => new()
    {
        Id = Guid.CreateVersion7(),
        CaseId = default,
        Person = Survivor.Id,
        Wish = wish,
        SaidOn = day,
        SaidTo = "Officer 4",
        NotedBy = "Demo person 1",
        NotedAt = new(2025, 6, 1, hour, 0, 0, TimeSpan.Zero),
    };
}
