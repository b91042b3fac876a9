using Onus.Casework.Documents;
using Onus.Domain.Law;
using Onus.Domain.People;
using Onus.Domain.Shared;

namespace Onus.Casework.Tests.Papers;

/// <summary>What papers that are filed call the survivor.</summary>
public sealed class CourtWordsTests
{
    private static readonly CaseId Case = new(Guid.CreateVersion7());

    [Theory]
    [InlineData(SurvivorTerm.Complainant, "Survivor B told two survivors.", "Complainant B told two complainants.")]
    [InlineData(SurvivorTerm.Victim, "The survivor’s phone; Complainant C", "The victim’s phone; Victim C")]
    [InlineData(SurvivorTerm.Survivor, "Victim 3 was paid", "Survivor 3 was paid")]
    [InlineData(SurvivorTerm.Witness, "SURVIVOR B saw the Survivors.", "Witness B saw the Witnesses.")]
    [InlineData(SurvivorTerm.Complainant, "Survivor B states: “Survivor C, “the survivor”, left”; Survivor B signed.", "Complainant B states: “Survivor C, “the survivor”, left”; Complainant B signed.")]
    [InlineData(SurvivorTerm.Complainant, "Survivor B wrote “and never closed it, as Survivor C knows", "Complainant B wrote “and never closed it, as Complainant C knows")]
    [InlineData(SurvivorTerm.Complainant, "Survivorship and victimless are other words.", "Survivorship and victimless are other words.")]
    public void The_word_of_the_law_pack_stands_for_the_others(SurvivorTerm court, string ours, string filed) =>
        Assert.Equal(filed, Words(court, Person("Survivor B", PersonRole.Survivor)).Say(ours));

    [Fact]
    public void Nobody_gets_the_name_of_somebody_else()
    {
        Person[] people = [Person("Survivor B", PersonRole.Survivor), Person("Witness B", PersonRole.Witness)];
        Assert.Equal("Complainant B", Words(SurvivorTerm.Witness, people).Say("Survivor B"));
        Assert.Equal("Survivor B", Words(SurvivorTerm.Witness, [.. people, Person("Complainant B", PersonRole.Witness)]).Say("Survivor B"));
    }

    [Fact]
    public void Without_a_law_pack_the_word_is_complainant() => Assert.Equal("complainant", new CourtWords("nowhere", [], new LawPacks([]), Unit.Texts, [], []).Say("survivor"));

    private static CourtWords Words(SurvivorTerm court, params Person[] people) => new("us", people, new LawPacks([Pack(court)]), Unit.Texts, [], []);

    private static Person Person(string pseudonym, PersonRole role) => new() { Id = new(Guid.CreateVersion7()), CaseId = Case, Pseudonym = pseudonym, Roles = [role] };

    private static LawPack Pack(SurvivorTerm court) => new()
    {
        Country = "us",
        Title = "Test",
        Language = "en",
        Review = LawReview.None,
        Terms = new LawTerms(SurvivorTerm.Survivor, court),
        Consent = "None.",
        Sources = [],
        Offences = [],
    };
}
