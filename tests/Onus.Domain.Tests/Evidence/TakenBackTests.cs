using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;

namespace Onus.Domain.Tests.Evidence;

/// <summary>That something was taken back changes no status, and asks until somebody who decides said something.</summary>
public sealed class TakenBackTests
{
    private static readonly DateOnly Today = new(2025, 7, 1);
    private static readonly TakenBack Note = new(new(2025, 6, 3), "Officer 4", "", "Demo person 1", default);

    private readonly SmallCase small = new();

    [Theory]
    [InlineData(FoundationKind.Warrant)]
    [InlineData(FoundationKind.Order)]
    [InlineData(FoundationKind.PublicSource)]
    [InlineData(FoundationKind.Device)]
    [InlineData(FoundationKind.Witness)]
    public void What_nobody_gave_is_taken_back_by_nobody(FoundationKind kind) =>
        Assert.Equal("foundations.taken-back-kind", TakenBack.Refuse(kind, Note.On, Note.SaidTo, Today)?.Key);

    [Theory]
    [InlineData(FoundationKind.Consent)]
    [InlineData(FoundationKind.HandedOver)]
    public void A_day_that_has_come_and_to_whom_it_was_said_are_asked_for(FoundationKind kind)
    {
        Assert.Equal("foundations.taken-back-on-missing", TakenBack.Refuse(kind, null, "Officer 4", Today)?.Key);
        Assert.Equal("foundations.taken-back-on-missing", TakenBack.Refuse(kind, new(25, 6, 3), "Officer 4", Today)?.Key);
        Assert.Equal("foundations.taken-back-on-future", TakenBack.Refuse(kind, Today.AddDays(1), "Officer 4", Today)?.Key);
        Assert.Equal("foundations.taken-back-to-missing", TakenBack.Refuse(kind, Today, " ", Today)?.Key);
        Assert.Null(TakenBack.Refuse(kind, Today, "Officer 4", Today));
    }

    [Theory]
    [InlineData(FoundationStatus.Open, "", true, null)]
    [InlineData(FoundationStatus.Open, " Counsel, 5 June: it stays in ", false, null)]
    [InlineData(FoundationStatus.Fallen, "Order of 9 June", false, "Order of 9 June")]
    [InlineData(FoundationStatus.Stipulated, "Minutes of 9 June", false, "Minutes of 9 June")]
    public void A_decision_answers_it_and_one_that_says_nothing_does_not(FoundationStatus status, string said, bool asks, string? decided)
    {
        var consent = small.Foundation(FoundationKind.Consent, "Consent", whose: small.SurvivorA) with { TakenBack = Note };
        Assert.True(consent.AsksCounsel);
        var after = consent.After(status, said);
        Assert.Equal((status, decided, asks), (after.Status, after.Decided, after.AsksCounsel));
        Assert.True(after.After(FoundationStatus.Open, "").AsksCounsel);
        Assert.False((consent with { TakenBack = null }).After(status, said).AsksCounsel);
    }

    [Fact]
    public void A_consent_that_was_taken_back_is_not_folded_into_one_that_was_not()
    {
        var (keep, gone) = (small.Foundation(FoundationKind.Consent, "Consent", small.SurvivorA), small.Foundation(FoundationKind.Consent, "Consent", small.SurvivorB));
        Assert.NotEmpty(Folded());
        small.Change(gone, foundation => foundation with { TakenBack = Note });
        Assert.DoesNotContain(gone.Id, Folded());
        small.Change(keep, foundation => foundation with { TakenBack = Note });
        Assert.Equal(keep.Id, Folded()[gone.Id]);

        IReadOnlyDictionary<FoundationId, FoundationId> Folded()
        {
            var snapshot = small.Snapshot();
            return new Merging(snapshot.People.Single(person => person.Id == small.SurvivorA), snapshot.People.Single(person => person.Id == small.SurvivorB), [.. snapshot.Foundations]).Folded;
        }
    }
}
