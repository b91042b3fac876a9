using Onus.Casework.Evidence;
using Onus.Casework.Tests.Practice;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.People;
using Onus.Domain.Shared;

namespace Onus.Casework.Tests.Records;

/// <summary>Which elements a passage can be cited into: all that the counts of a case ask for, in whatever text, and none for those who tie nothing.</summary>
public sealed class CellsToCiteTests
{
    private static readonly CaseId Id = new(Guid.CreateVersion7());
    private static readonly PersonId Defendant = new(Guid.CreateVersion7());
    private int counts;

    [Fact]
    public void Counts_under_two_texts_of_one_offence_offer_the_elements_of_both_once()
    {
        var (old, now) = (Count("us.1591-a-1", new(2014, 6, 1)), Count("us.1591-a-1", new(2016, 6, 1)));
        Assert.DoesNotContain("us.1591-a-1.act.advertises", Cells(old));
        Assert.Contains("us.1591-a-1.act.advertises", Cells(now));
        foreach (var both in new[] { Cells(old, now), Cells(now, old) })
        {
            Assert.Contains("us.1591-a-1.act.advertises", both);
            Assert.Equal(Cells(old).Union(Cells(now)).Order(StringComparer.Ordinal), both.Order(StringComparer.Ordinal));
            Assert.Equal(both.Distinct(StringComparer.Ordinal), both);
        }
    }

    [Fact]
    public void Each_offence_stands_in_the_text_of_its_own_counts()
    {
        // The first count of the case is of another offence, and of another time.
        Count[] charged = [Count("us.1589-a", new(2024, 3, 1)), Count("us.1591-a-1", new(2004, 6, 1)), Count("us.1591-a-1", new(2016, 6, 1))];
        string On(string id, DateOnly day) => PracticeStore.Law.OffenceAt(id, day).Value.Citation;

        var offered = CellsToCite.Offences(Case(charged), PracticeStore.Law).ToDictionary(offence => offence.Id, offence => offence.Citation, StringComparer.Ordinal);
        Assert.Equal((On("us.1589-a", charged[0].From), On("us.1591-a-1", charged[1].From)), (offered["us.1589-a"], offered["us.1591-a-1"]));
        // What is charged nowhere yet is of the first count's day.
        Assert.Equal(On("us.1591-a-2", charged[0].From), offered["us.1591-a-2"]);

        // Their heading names each text of which elements are offered.
        Assert.Equal(
            [On("us.1589-a", charged[0].From), On("us.1591-a-1", charged[1].From) + "; " + On("us.1591-a-1", charged[2].From)],
            All(charged).Select(cell => cell.Citation).Distinct());
    }

    [Theory]
    [InlineData("kestria.aggravated", "2023-01-01", "kestria.trafficking.intention", true)]
    [InlineData("us.1589-b", "2012-01-01", "us.1589-a.nexus", true)]
    [InlineData("ug.aggravated", "2015-01-01", "ug.trafficking.", true)]
    // Of several offences that would each do, counsel chooses which.
    [InlineData("us.1592-a", "2012-01-01", "us.1589-a.nexus", false)]
    [InlineData("kestria.laundering", "2023-01-01", "kestria.trafficking.intention", false)]
    public void What_a_count_is_never_proved_without_can_be_cited_into(string offence, string day, string leaf, bool offered) =>
        Assert.Equal(offered, Cells(Count(offence, DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))).Any(cell => cell.StartsWith(leaf, StringComparison.Ordinal)));

    [Fact]
    public void An_offence_without_a_text_on_the_day_of_its_count_still_has_its_elements() =>
        Assert.NotEmpty(Cells(Count("us.1591-a-1", new(1995, 1, 1))));

    [Theory]
    [InlineData("us.1591-a-1", "2016-06-01")]
    [InlineData("us.1589-a", "2012-01-01")]
    [InlineData("ug.trafficking", "2015-01-01")]
    public void What_raises_the_penalty_and_other_ways_of_taking_part_are_told_from_the_elements(string id, string day)
    {
        var on = DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var offence = PracticeStore.Law.OffenceAt(id, on).Value;
        var more = offence.Aggravators.SelectMany(raising => raising.Elements.WithDescendants()).Concat(offence.Modes.SelectMany(mode => mode.Elements.WithDescendants())).Select(element => element.Id).ToHashSet(StringComparer.Ordinal);
        var cells = All(Count(id, on)).Where(cell => cell.Element.OffenceId == id).ToList();
        Assert.Equal(more.Count > 0, cells.Exists(cell => cell.Further));
        Assert.Contains(cells, cell => !cell.Further);
        Assert.All(cells, cell => Assert.Equal(more.Contains(cell.Element.LeafId), cell.Further));
        Assert.Equal(cells.Select(cell => cell.Further).Order(), cells.Select(cell => cell.Further));
    }

    [Theory]
    [InlineData("Survivor A", "Defendant 1", "Defendant 1")]
    [InlineData("Survivor A", "the boss", "the boss")]
    [InlineData("Defendant 1", "Defendant 2", "Defendant 1")]
    [InlineData("Survivor A", "Aunt", "Survivor A")]
    [InlineData(null, "Defendant 2", "Defendant 2")]
    [InlineData(null, null, null)]
    public void By_whom_asks_of_the_sender_or_of_a_defendant_who_got_it(string? sender, string? receiver, string? party) => Assert.Equal(party, Whom.PartyOf(
        [
            new Person { Id = Defendant, CaseId = Id, Pseudonym = "Defendant 1", Roles = [PersonRole.Defendant], Aliases = ["the boss"] },
            new Person { Id = new(Guid.CreateVersion7()), CaseId = Id, Pseudonym = "Defendant 2", Roles = [PersonRole.Defendant] },
            new Person { Id = new(Guid.CreateVersion7()), CaseId = Id, Pseudonym = "Survivor A", Roles = [PersonRole.Survivor] },
        ],
        sender, receiver));

    private static List<string> Cells(params Count[] of) => [.. All(of).Select(cell => cell.Element.LeafId)];

    private static IReadOnlyList<CellsToCite.Cell> All(params Count[] of)
    {
        var actor = new Actor(new(Guid.CreateVersion7()), "Demo person 2", [new CaseMember { CaseId = Id, AccountId = new(Guid.CreateVersion7()), Role = MemberRole.Prosecutor }]);
        return CellsToCite.Of(Case(of), actor, PracticeStore.Law, null);
    }

    private static CaseSnapshot Case(Count[] of) => new()
    {
        Case = new Case { Id = Id, Ref = "small", Title = "A small case", Country = "us" },
        People = [new Person { Id = Defendant, CaseId = Id, Pseudonym = "Defendant 1", Roles = [PersonRole.Defendant] }],
        Counts = of,
    };

    private Count Count(string offence, DateOnly day) => new()
    {
        Id = new CountId(Guid.CreateVersion7()),
        CaseId = Id,
        Number = ++counts,
        OffenceId = offence,
        Defendant = Defendant,
        From = day,
        To = day,
    };
}
