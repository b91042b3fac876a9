using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.Law;
using Onus.Domain.Shared;
using Onus.Domain.Tests.Law;
using static Onus.Domain.Tests.Law.Laws;

namespace Onus.Domain.Tests.Cases;

/// <summary>Under which version of the law a tie is read.</summary>
public sealed class TieLawTests
{
    private static readonly CaseId Id = new(Guid.CreateVersion7());
    private static readonly PersonId Defendant = new(Guid.CreateVersion7());
    private static readonly PersonId Other = new(Guid.CreateVersion7());
    private static readonly PersonId Survivor = new(Guid.CreateVersion7());

    private static readonly LawPacks Law = Packs(
        (Offence(Leaf("does")) with { Citation = "as enacted" }).Valid(new DateOnly(2014, 1, 1), new DateOnly(2022, 6, 30)),
        (Offence(Leaf("does")) with { Citation = "as amended" }).Valid(new DateOnly(2022, 7, 1), null));

    [Theory]
    [InlineData("2025-01-01", "2015-01-01", "as amended")] // The count decides, not the day of the fact.
    [InlineData("2020-01-01", "2025-05-01", "as enacted")]
    [InlineData(null, "2025-05-01", "as amended")]
    [InlineData(null, "2022-06-30", "as enacted")]
    [InlineData(null, null, "as amended")] // Nothing says a day: the newest.
    [InlineData("2001-01-01", "2015-01-01", "as enacted")] // No version covers the count.
    public void It_is_that_of_the_count_or_of_the_day(string? count, string? fact, string citation) =>
        Assert.Equal([citation], Of(Case(fact, count is null ? [] : [(1, Defendant, Day(count))])).Select(offence => offence.Citation));

    [Fact]
    public void Counts_of_two_times_name_both_and_a_count_that_the_tie_is_not_about_names_none()
    {
        Assert.Equal(["as enacted", "as amended"], Of(Case("2025-05-01", [(1, Defendant, Day("2021-01-01")), (2, Defendant, Day("2023-01-01")), (3, Defendant, Day("2024-01-01"))])).Select(offence => offence.Citation));
        Assert.Equal(["as amended"], Of(Case("2025-05-01", [(1, Other, Day("2021-01-01"))])).Select(offence => offence.Citation));
        Assert.Equal(["as enacted"], Of(Case(null, [(1, Other, Day("2021-01-01"))])).Select(offence => offence.Citation));
        Assert.Empty(TieLaw.Of(Tie with { OffenceId = "zz.gone" }, Case(null, []), Law));
    }

    private static readonly Fact Fact = new() { Id = new(Guid.CreateVersion7()), CaseId = Id, Sentence = "He took it." };

    private static readonly FactTie Tie = new() { Id = new(Guid.CreateVersion7()), CaseId = Id, Fact = Fact.Id, OffenceId = "zz.act", LeafId = "zz.act.does", Defendants = [Defendant], Survivors = [Survivor] };

    private static IReadOnlyList<Offence> Of(CaseSnapshot snapshot) => TieLaw.Of(Tie, snapshot, Law);

    private static CaseSnapshot Case(string? fact, IReadOnlyList<(int Number, PersonId Defendant, DateOnly From)> counts) => new()
    {
        Case = new Case { Id = Id, Ref = "T-1", Title = "T", Country = "zz" },
        Facts = [Fact with { On = fact is null ? null : Day(fact) }],
        FactTies = [Tie],
        Counts = [.. counts.Select(count => new Count { Id = new(Guid.CreateVersion7()), CaseId = Id, Number = count.Number, OffenceId = "zz.act", Defendant = count.Defendant, Survivor = Survivor, From = count.From, To = count.From })],
    };

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
