using Onus.Domain.People;
using Onus.Domain.Requests;
using Onus.Domain.Shared;

namespace Onus.Domain.Tests.Requests;

public sealed class LetterRulesTests
{
    private static readonly CaseId Case = new(Guid.CreateVersion7());

    private static readonly CaseWords Words = new(
        "The orchard",
        [
            Person("Survivor B", PersonRole.Survivor, "Zeynep Çelik", "+44 20 7946 0991", "Bo"),
            Person("Defendant 1", PersonRole.Defendant, "Boss"),
            Person("Officer 2", PersonRole.Officer),
            Person("Valley Bank", PersonRole.Custodian, "VB"),
        ],
        ["Forced labour", "Act, section 4", "knowingly obtains the labour of a person", "work"],
        ["traffick", "survivor"]);

    [Theory]
    [InlineData("what", "The account of Defendant 1", "requests.names-person")]
    [InlineData("what", "Calls to 020, asked by OFFICER 2", "requests.names-person")]
    [InlineData("what", "Everything of zeynep celik", "requests.names-person")]
    [InlineData("what", "Calls of +44 20 7946 0991", "requests.names-person")]
    [InlineData("why", "We need it for Bo.", "requests.names-person")]
    [InlineData("to", "School of Survivor B", "requests.names-person")]
    [InlineData("account", "Zeynep Çelik", "requests.names-person")]
    [InlineData("authority", "Order against the boss", "requests.names-person")]
    [InlineData("why", "For the case of the Orchard.", "requests.names-case")]
    [InlineData("why", "It is about forced  labour.", "requests.names-law")]
    [InlineData("authority", "Act, section 4", "requests.names-law")]
    [InlineData("why", "A traffickers' ring", "requests.names-law")]
    [InlineData("what", "What the survivors were paid", "requests.names-law")]
    public void A_letter_outside_tells_nobody_of_the_case(string field, string text, string key)
    {
        var error = LetterRules.Refuse(With(Outside, field, text), Words);

        Assert.Equal(key, error?.Key);
        Assert.Equal(field, error!["field"]);
        Assert.DoesNotContain(error.Values, value => value.Value.ToString().Contains("elik", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("account", "+44 20 7946 0991")]
    [InlineData("to", "Valley Bank")]
    [InlineData("what", "Work schedules, held by VB")]
    [InlineData("why", "Bobbins and bosses: a word in a word names nobody.")]
    [InlineData("why", "")]
    public void A_number_and_the_holder_may_stand_in_it(string field, string text) => Assert.Null(LetterRules.Refuse(With(Outside, field, text), Words));

    [Theory]
    [InlineData("What was paid to the Alder Street laundry.", "requests.names-case")]
    [InlineData("Takings of the shop in ALDER STREET", "requests.names-case")]
    [InlineData("Street laundry, all months", "requests.names-case")]
    [InlineData("A laundry of another street", null)]
    [InlineData("Street of the holder", null)]
    public void Words_of_the_title_that_stand_side_by_side_tell_the_case(string text, string? key)
    {
        foreach (var field in new[] { "to", "what", "why", "authority" })
        {
            Assert.Equal(key, LetterRules.Refuse(With(Outside, field, text), Words with { Title = "The Alder Street laundry", Joining = new HashSet<string> { "the", "of" } })?.Key);
        }
    }

    [Theory]
    [InlineData("to", "Valley Bank, legal department", null)]
    [InlineData("what", "Statements of Valley Bank", null)]
    [InlineData("what", "The Valley Bank mules", "requests.names-case")]
    [InlineData("what", "Whatever there is on bank mules", "requests.names-case")]
    public void Whoever_keeps_the_records_may_stand_in_the_title(string field, string text, string? key) =>
        Assert.Equal(key, LetterRules.Refuse(With(Outside, field, text), Words with { Title = "Valley Bank mules" })?.Key);

    [Fact]
    public void The_police_may_read_who_it_is_about_and_need_a_reason()
    {
        var police = Outside with { Kind = Addressee.Police, What = "The account of Defendant 1", Why = "For the file." };

        Assert.Null(LetterRules.Refuse(police, Words));
        Assert.Equal("requests.why-missing", LetterRules.Refuse(police with { Why = " " }, Words)?.Key);
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        Assert.Equal("requests.kind-missing", LetterRules.Refuse(Outside with { Kind = Addressee.Unknown }, Words)?.Key);
        Assert.Equal("requests.to-missing", LetterRules.Refuse(Outside with { To = "" }, Words)?.Key);
        Assert.Equal("requests.what-missing", LetterRules.Refuse(Outside with { What = " " }, Words)?.Key);
        Assert.Equal("requests.asks-missing", LetterRules.Refuse(Outside with { Kind = Addressee.Survivor }, Words)?.Key);
        Assert.Equal("requests.period-order", LetterRules.Refuse(Outside with { From = new(2025, 5, 2), Until = new(2025, 5, 1) }, Words)?.Key);
        Assert.Null(LetterRules.Refuse(Outside with { From = new(2025, 5, 1), Until = new(2025, 5, 1) }, Words));
    }

    [Theory]
    [InlineData(RequestStatus.Draft, RequestStatus.Answered, "", "requests.step")]
    [InlineData(RequestStatus.Draft, RequestStatus.SentBack, "x", "requests.step")]
    [InlineData(RequestStatus.Sent, RequestStatus.SentBack, "x", "requests.step")]
    [InlineData(RequestStatus.Closed, RequestStatus.Answered, "x", "requests.step")]
    [InlineData(RequestStatus.Sent, RequestStatus.Sent, "", "requests.step")]
    [InlineData(RequestStatus.Answered, RequestStatus.SentBack, " ", "requests.reason-missing")]
    [InlineData(RequestStatus.Sent, RequestStatus.Closed, "", "requests.reason-missing")]
    [InlineData(RequestStatus.Closed, RequestStatus.SentBack, "", "requests.reason-missing")]
    [InlineData(RequestStatus.Sent, RequestStatus.Draft, "", null)]
    [InlineData(RequestStatus.Answered, RequestStatus.SentBack, "Page 3 is missing.", null)]
    [InlineData(RequestStatus.Answered, RequestStatus.Closed, "", null)]
    public void Steps_follow_on_each_other_and_say_why(RequestStatus from, RequestStatus to, string words, string? key) =>
        Assert.Equal(key, RequestSteps.Take(Outside with { Status = from }, Step(to, words)).Error?.Key);

    [Fact]
    public void An_answer_says_how_much_came_and_what_and_can_be_sent_back_and_given_again()
    {
        var sent = Outside with { Status = RequestStatus.Sent };
        var file = new MaterialId(Guid.CreateVersion7());
        Assert.Equal("requests.came-missing", RequestSteps.Take(sent, Step(RequestStatus.Answered, "Two pages")).Error?.Key);
        Assert.Equal("requests.came-what", RequestSteps.Take(sent, Step(RequestStatus.Answered, " ", Came.Partly)).Error?.Key);
        Assert.Equal("requests.came-nothing", RequestSteps.Take(sent, Step(RequestStatus.Answered, "", Came.Nothing, file)).Error?.Key);
        Assert.True(RequestSteps.Take(sent, Step(RequestStatus.Answered, "", Came.Nothing)).IsOk);

        var partly = RequestSteps.Take(sent, Step(RequestStatus.Answered, "", Came.Partly, file)).Value;
        var back = RequestSteps.Take(partly, Step(RequestStatus.SentBack, "June is missing.")).Value;
        var whole = RequestSteps.Take(back, Step(RequestStatus.Answered, "June too", Came.InFull)).Value;

        Assert.True(back.IsOpen);
        Assert.False(whole.IsOpen);
        Assert.Equal([RequestStatus.Answered, RequestStatus.SentBack, RequestStatus.Answered], whole.Steps.Select(step => step.Status));
        Assert.Equal((Came.InFull, "June too"), (RequestSteps.AnswerOf(whole)!.Came, RequestSteps.AnswerOf(whole)!.Words));
        Assert.Equal("requests.stopped", RequestSteps.Take(sent with { Stopped = "She withdrew." }, Step(RequestStatus.Answered, "x", Came.InFull)).Error?.Key);
    }

    private static EvidenceRequest Outside => new()
    {
        Id = new(Guid.CreateVersion7()),
        CaseId = Case,
        Number = 1,
        Kind = Addressee.ThirdParty,
        To = "Valley Mobile",
        What = "Call records",
    };

    private static RequestStep Step(RequestStatus status, string words, Came came = Came.NotSaid, params MaterialId[] files) => new(status, "Demo person 1", DateTimeOffset.UnixEpoch, words, came, files);

    private static EvidenceRequest With(EvidenceRequest request, string field, string text) => field switch
    {
        "to" => request with { To = text },
        "what" => request with { What = text },
        "account" => request with { Account = text },
        "authority" => request with { Authority = text },
        _ => request with { Why = text },
    };

    private static Person Person(string pseudonym, PersonRole role, params string[] aliases) =>
        new() { Id = new(Guid.CreateVersion7()), CaseId = Case, Pseudonym = pseudonym, Roles = [role], Aliases = aliases };
}
