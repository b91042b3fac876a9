using Onus.Domain.People;
using Onus.Domain.Shared;

namespace Onus.Domain.Tests.People;

public sealed class ReportedSpeechTests
{
    private static readonly CaseId Case = new(Guid.CreateVersion7());

    private static readonly ReportedSpeech Speech = new(["told me", "told her", "said to me", "I heard from", "according to", "me dijo"], ["said", "explained", "told", "gesagt", "powiedział"], ["I we I've: said told", "ich: gesagt"], ["have", "never", "then", "ihr", "habe"]);

    private static readonly Person Teller = Person("Witness W", "Jorun Vale");

    private static readonly Person[] People = [Teller, Person("Survivor A", "Amara Nwosu", "+44 7700 900 123"), Person("Defendant 1", "Viktor Dorn", "Bo")];

    [Theory]
    [InlineData("Amara told me that he threatened her.", "Survivor A")]
    [InlineData("He TOLD ME everything.", null)]
    [InlineData("According to Ms Nwosu, the gate was locked.", "Survivor A")]
    [InlineData("I heard from a neighbour that Dorn has the keys.", "Defendant 1")]
    [InlineData("Viktor once said that nobody leaves.", "Defendant 1")]
    [InlineData("She, I mean Amara Nwosu, has said so.", "Survivor A")]
    [InlineData("Survivor A explained the debt to the others.", "Survivor A")]
    [InlineData("I was there when he told her.", null)]
    [InlineData("I told her, and then Viktor told her.", "Defendant 1")] // Once one's own, once not.
    [InlineData("I know Amara then told her.", "Survivor A")]
    [InlineData("I have been told that Amara said so.", "Survivor A")]
    [InlineData("Dorn przyszedł i powiedział.", "Defendant 1")] // In Polish this "i" is "and".
    [InlineData("Dorn said I have told everybody.", "Defendant 1")]
    [InlineData("Amara me dijo que no podía salir.", "Survivor A")]
    public void Words_that_repeat_another_are_found_and_the_named_is_offered(string words, string? named)
    {
        var found = Speech.Find(words, Teller.Id, People);
        Assert.NotNull(found);
        Assert.Equal(named, found.Named?.Pseudonym);
    }

    [Theory]
    [InlineData("He took my passport on the first day.")]
    [InlineData("I saw Amara at the gate.")]
    [InlineData("I, Jorun Vale, said no.")] // Oneself.
    [InlineData("I told her to.")] // The speaker's own words.
    [InlineData("I have never told her.")]
    [InlineData("We then told Amara to wait.")]
    [InlineData("I've told Dorn twice.")]
    [InlineData("Ich habe ihr gesagt, dass Dorn kommt.")]
    [InlineData("We told the police.")] // A verb without a name.
    [InlineData("I saw Dorn at the gate in the morning, and much later on that same long day I said nothing.")] // Too far apart.
    [InlineData("Bo said nothing.")] // Two letters are no name to go by.
    [InlineData("")]
    public void What_repeats_nobody_is_left_alone(string words) => Assert.Null(Speech.Find(words, Teller.Id, People));

    private static Person Person(string pseudonym, params string[] aliases) =>
        new() { Id = new(Guid.CreateVersion7()), CaseId = Case, Pseudonym = pseudonym, Roles = [PersonRole.Witness], Aliases = aliases };
}
