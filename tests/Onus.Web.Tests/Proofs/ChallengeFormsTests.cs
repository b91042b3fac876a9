using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Onus.Casework.Cases;
using Onus.Domain.Cases;
using Onus.Store;

namespace Onus.Web.Tests.Proofs;

/// <summary>A challenge is entered where the thing is shown, answered and ruled on where it stands, and loses nothing that was typed.</summary>
public sealed partial class ChallengeFormsTests(FarmWeb web) : IClassFixture<FarmWeb>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("sustained", "Decision of 4 June, page 7")]
    [InlineData("overruled", "Hearing of 5 June, minute 12")]
    public async Task What_was_typed_about_a_ruling_stays_when_somebody_else_was_faster(string court, string reference)
    {
        var counsel = await web.Enter(web.Counsel);
        var attack = await Enter(counsel, "The copy is no original, " + court, $"Foundation:{web.Farm.Bank.Id.Value}", "Exclude");
        await Send(counsel, "/challenges", $"rule-{attack.Id.Value}", ("Form.Version", "1"), ("Form.Court", "filed"), ("Form.Reference", "Motion of 1 June"));

        var page = await Send(counsel, "/challenges", $"rule-{attack.Id.Value}", ("Form.Version", "1"), ("Form.Court", court), ("Form.Reference", reference));

        Assert.Contains("Somebody else changed this", page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{reference}\"", page, StringComparison.Ordinal);
        Assert.Matches($"id=\"court-{attack.Id.Value}-\\d\" name=\"Form.Court\" value=\"{court}\" checked", page);
        // What the other did is in sight, and the form is of it: it can be saved knowingly.
        Assert.Contains("It has been filed.", page, StringComparison.Ordinal);
        Assert.Matches($"(?s)rule-{attack.Id.Value}.*name=\"Form.Version\" value=\"2\"", page);
        // Another challenge keeps nothing of it.
        Assert.Single(Reference().Matches(page), match => match.Value.Contains(reference, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Everything_a_count_uses_has_its_ways_beside_it_and_each_leads_to_the_form_with_both_chosen()
    {
        var counsel = await web.Enter(web.Counsel);
        var page = await Get(counsel, "/counts/1/challenge");
        var links = ToForm().Matches(page).Select(match => match.Groups["href"].Value).ToList();
        foreach (var (target, modes) in new[]
        {
            ($"Foundation:{web.Farm.Warrant.Id.Value}", "Exclude"), ($"Foundation:{web.Farm.Testimony.Id.Value}", "Impeach Retract Exclude"),
            ($"Element:{(await Case()).Counts.Single(count => count.Number == 1).Id.Value}:us.1589-a.knowingly", "Rebut Undercut Alternative"),
        })
        {
            Assert.Equal(modes, string.Join(' ', links.Select(Query).Where(query => query["on"] == target).Select(query => query["mode"].ToString())));
        }

        // A statement can be taken back; a bank's row, a photograph or a book cannot.
        foreach (var exhibit in (await Case()).Exhibits)
        {
            var offered = links.Select(Query).Where(query => query["on"] == $"Exhibit:{exhibit.Id.Value}").Select(query => query["mode"].ToString()).ToList();
            var said = exhibit.Title.StartsWith("Statement of", StringComparison.Ordinal);
            Assert.True(offered.Count == 0 || said == offered.Contains("Retract") || exhibit.Title.StartsWith("Second statement", StringComparison.Ordinal), exhibit.Title + ": " + string.Join(' ', offered));
        }

        // What no way of proving this count uses is not listed, whoever attacks it.
        Assert.DoesNotContain(links.Select(Query), query => query["on"].ToString().StartsWith("Challenge:", StringComparison.Ordinal));
        Assert.Contains("Exhibit ExhibitTie Fact FactTie", string.Join(' ', links.Select(Query).Select(query => query["on"].ToString().Split(':')[0]).Distinct()), StringComparison.Ordinal);

        var form = await Get(counsel, links.First(link => Query(link)["on"] == $"Foundation:{web.Farm.Testimony.Id.Value}" && Query(link)["mode"] == "Retract"));
        Assert.DoesNotContain("<select", form, StringComparison.Ordinal);
        Assert.Matches("value=\"Retract\" checked", form);
        Assert.DoesNotContain("value=\"Undercut\"", form, StringComparison.Ordinal);
        // Beside an element and what the count depends on alone stand links of the same kind.
        Assert.Contains($"challenges/new?on=Element%3A{(await Case()).Counts.Single(count => count.Number == 1).Id.Value}%3Aus.1589-a.knowingly", await Get(counsel, "/counts/1"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await web.Enter(web.Police)).GetAsync(Part("/counts/1/challenge"), Cancel)).StatusCode);
    }

    [Theory]
    [InlineData("https://elsewhere.example/", "/challenges")]
    [InlineData("/cases/OTHER/log", "/challenges")]
    [InlineData("/counts/1/challenge#here", "/counts/1/challenge")]
    public async Task A_challenge_leads_back_to_where_it_was_begun_and_nowhere_else(string back, string leads)
    {
        var counsel = await web.Enter(web.Counsel);
        var text = "Begun at " + back;
        var sent = back.StartsWith("/counts", StringComparison.Ordinal) ? $"/cases/{web.Farm.Ref}{back}" : back;
        var landed = await Post(counsel, "/challenges/new", "enter", ("Form.Text", text), ("Form.Fixed", $"Fact:{web.Farm.Passport.Id.Value}"), ("Form.Mode", "Rebut"), ("Form.Back", sent));
        Assert.Equal($"/cases/{web.Farm.Ref}{leads}?entered={(await Case()).Challenges.Single(challenge => challenge.Text == text).Id.Value}", landed.At);
        Assert.Contains("The challenge is entered.", landed.Page, StringComparison.Ordinal);
        Assert.Contains("Answer it, or say what became of it", landed.Page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sustained", Ruling.Sustained)]
    [InlineData("overruled", Ruling.Overruled)]
    [InlineData("filed", Ruling.None)]
    public async Task What_the_court_said_already_is_entered_with_the_challenge_and_says_where(string court, Ruling ruling)
    {
        var counsel = await web.Enter(web.Counsel);
        var text = "Ruled on when entered, " + court;
        (string, string)[] fields = [("Form.Text", text), ("Form.Fixed", $"Foundation:{web.Farm.Bank.Id.Value}"), ("Form.Mode", "Exclude"), ("Form.Court", court)];
        if (ruling != Ruling.None)
        {
            var page = await Send(counsel, "/challenges/new", "enter", [.. fields, ("Form.Reference", " ")]);
            Assert.Contains("Say where the ruling is found.", page, StringComparison.Ordinal);
            Assert.Contains(text, page, StringComparison.Ordinal);
            Assert.DoesNotContain((await Case()).Challenges, challenge => challenge.Text == text);
        }

        await Send(counsel, "/challenges/new", "enter", [.. fields, ("Form.Reference", "Order of 2 July ")]);
        var entered = (await Case()).Challenges.Single(challenge => challenge.Text == text);
        Assert.Equal((ChallengeStatus.Filed, ruling, "Order of 2 July"), (entered.Status, entered.Ruling, entered.Reference));
    }

    [Fact]
    public async Task A_challenge_is_answered_in_the_form_beside_it()
    {
        var counsel = await web.Enter(web.Counsel);
        var attack = await Enter(counsel, "He was at the market", $"Fact:{web.Farm.Passport.Id.Value}", "Rebut");
        var page = await Get(counsel, $"/challenges?open={attack.Id.Value}");
        var form = page[page.IndexOf($"/challenges/new?answers={attack.Id.Value}", StringComparison.Ordinal)..];
        form = form[..form.IndexOf("</form>", StringComparison.Ordinal)];
        // Only what bears on it and does not fall with it is offered here; the whole form is one link away.
        var fact = $"Fact:{web.Farm.Passport.Id.Value}";
        Assert.DoesNotContain($"value=\"{fact}\"", form, StringComparison.Ordinal);
        var shows = (await Case()).ExhibitTies.First(tie => tie.Fact == web.Farm.Passport.Id && tie.Bearing == Bearing.Supports).Exhibit.Value;
        Assert.Contains($"value=\"Exhibit:{shows}\"", form, StringComparison.Ordinal);
        Assert.DoesNotContain($"Foundation:{web.Farm.Bank.Id.Value}", form, StringComparison.Ordinal);
        Assert.Matches($"(?s)<details class=\"disclosure\" open[^>]*>\\s*<summary>Answer it</summary>", page);
        var landed = await Post(counsel, $"/challenges/new?answers={attack.Id.Value}", "enter", ("Form.Text", "The market was closed"), ("Form.Premises", $"Exhibit:{shows}"), ("Form.Relation", "removes"));
        Assert.Contains("The answer is entered.", landed.Page, StringComparison.Ordinal);
        Assert.Equal([new Target(TargetKind.Exhibit, shows)], (await Case()).Challenges.Single(challenge => challenge.Text == "The market was closed").Premises);
    }

    [Fact]
    public async Task An_answer_rests_on_everything_that_was_ticked_and_falls_with_each()
    {
        var counsel = await web.Enter(web.Counsel);
        var attack = await Enter(counsel, "He gave it back at once", $"Fact:{web.Farm.Passport.Id.Value}", "Rebut");
        var (bank, warrant) = (new Target(TargetKind.Foundation, web.Farm.Bank.Id.Value), new Target(TargetKind.Foundation, web.Farm.Warrant.Id.Value));
        await Post(
            counsel, $"/challenges/new?answers={attack.Id.Value}", "enter", ("Form.Text", "The rows and the search show otherwise"), ("Form.Premises", $"Foundation:{bank.Id}"), ("Form.Premises", $"Foundation:{warrant.Id}"), ("Form.Relation", "removes"));
        var answer = (await Case()).Challenges.Single(challenge => challenge.Text == "The rows and the search show otherwise");
        Assert.Equal([bank, warrant], answer.Premises);
        // Both are ticked where it is corrected, and one can be taken away alone.
        var path = $"/challenges/{answer.Id.Value}/change";
        Assert.Equal(
            new[] { bank, warrant }.Select(premise => $"Foundation:{premise.Id}").Order(StringComparer.Ordinal),
            HtmlPage.Read(await counsel.GetStringAsync(Part(path), Cancel)).QuerySelectorAll("input[name=premises][checked]").Select(box => box.GetAttribute("value")!).Order(StringComparer.Ordinal));
        await Send(
            counsel, path, "change", ("version", "1"), ("text", answer.Text), ("on", $"Challenge:{attack.Id.Value}"), ("relation", "removes"), ("premises", $"Foundation:{warrant.Id}"), ("why", "The rows show another month"));
        Assert.Equal([warrant], (await Case()).Challenges.Single(challenge => challenge.Id == answer.Id).Premises);
    }

    [Fact]
    public async Task What_an_answer_rests_on_is_corrected_with_a_reason()
    {
        var counsel = await web.Enter(web.Counsel);
        var attack = await Enter(counsel, "He was abroad in May", $"Fact:{web.Farm.Passport.Id.Value}", "Rebut");
        var (wrong, right) = (new Target(TargetKind.Foundation, web.Farm.Warrant.Id.Value), new Target(TargetKind.Foundation, web.Farm.Bank.Id.Value));
        await Post(counsel, $"/challenges/new?answers={attack.Id.Value}", "enter", ("Form.Text", "The stamps show it"), ("Form.Premises", $"Foundation:{wrong.Id}"), ("Form.Relation", "removes"));
        var answer = (await Case()).Challenges.Single(challenge => challenge.Text == "The stamps show it");
        var path = $"/challenges/{answer.Id.Value}/change";
        (string, string)[] same = [("version", "1"), ("text", "The stamps show it"), ("on", $"Challenge:{attack.Id.Value}"), ("relation", "removes")];

        var form = HtmlPage.Read(await counsel.GetStringAsync(Part(path), Cancel));
        Assert.Equal([$"Foundation:{wrong.Id}"], form.QuerySelectorAll("input[name=premises][checked]").Select(box => box.GetAttribute("value")));
        Assert.NotEmpty(form.QuerySelectorAll($"input[name=premises][value='Foundation:{right.Id}']"));
        // The challenge itself rests on nothing of ours.
        Assert.Empty(HtmlPage.Read(await counsel.GetStringAsync(Part($"/challenges/{attack.Id.Value}/change"), Cancel)).QuerySelectorAll("input[name=premises]"));

        var asked = HtmlPage.Read(await Send(counsel, path, "change", [.. same, ("premises", $"Foundation:{right.Id}")]));
        Assert.Contains("Say why it rests on something else.", asked.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal([$"Foundation:{right.Id}"], asked.QuerySelectorAll("input[name=premises][checked]").Select(box => box.GetAttribute("value")));
        Assert.Contains("What it rests on is not there any more", await Send(counsel, path, "change", [.. same, ("premises", $"Fact:{Guid.CreateVersion7()}"), ("why", "Wrong paper")]), StringComparison.Ordinal);
        Assert.Equal([wrong], (await Of()).Premises);

        Assert.Contains("It is corrected.", await Send(counsel, path, "change", [.. same, ("premises", $"Foundation:{right.Id}"), ("why", "Ticked the wrong paper")]), StringComparison.Ordinal);
        Assert.Equal([right], (await Of()).Premises);
        Assert.Equal((false, 2), ((await Of()).Competes, (await Of()).Version));
        var store = web.Services.GetRequiredService<OnusStore>();
        await using var work = store.Begin((await store.ActorOf(web.Counsel.Id, null, Cancel))!);
        Assert.Contains(await work.Db.LogPayloads.ToListAsync(Cancel), payload => payload.Json.Contains("Ticked the wrong paper", StringComparison.Ordinal));
        // Other words ask for no reason, and leave what it rests on.
        Assert.Contains("It is corrected.", await Send(counsel, path, "change", [("version", "2"), ("text", "The stamps show that"), .. same[2..], ("premises", $"Foundation:{right.Id}")]), StringComparison.Ordinal);
        Assert.Equal([right], (await Of()).Premises);

        async Task<Challenge> Of() => (await Case()).Challenges.Single(challenge => challenge.Id == answer.Id);
    }

    [Fact]
    public async Task What_bears_on_a_challenge_is_offered_by_kind_where_it_is_much_and_not_what_falls_with_it()
    {
        var counsel = await web.Enter(web.Counsel);
        var attack = await Enter(counsel, "The warrant named another house", $"Foundation:{web.Farm.Warrant.Id.Value}", "Exclude");
        var under = (await Case()).Exhibits.Where(exhibit => exhibit.Legal.Contains(web.Farm.Warrant.Id)).ToList();
        Assert.NotEmpty(under);
        foreach (var address in new[] { $"/challenges?open={attack.Id.Value}", $"/challenges/new?answers={attack.Id.Value}" })
        {
            var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await counsel.GetStringAsync(Part(address), Cancel));
            var form = page.QuerySelectorAll("form").Single(of => of.QuerySelector("[name='Form.Premises']") is not null && (of.GetAttribute("action") ?? address).Contains(attack.Id.Value.ToString(), StringComparison.Ordinal));
            var parts = form.QuerySelectorAll("fieldset").Select(part => (Closed: part.Closest("details") is { } folded && !folded.HasAttribute("open") && form.Contains(folded), Choices: part.QuerySelectorAll("[name='Form.Premises']"), Name: part.QuerySelector("legend")!.TextContent)).ToList();
            Assert.All(parts, part => Assert.True(part.Closed || part.Choices.Length <= 7, $"{part.Name} is open with {part.Choices.Length} things."));
            var first = parts.Where(part => part.Name.Contains("bear", StringComparison.OrdinalIgnoreCase)).SelectMany(part => part.Choices).Select(choice => choice.GetAttribute("value")).ToList();
            Assert.NotEmpty(first);
            Assert.DoesNotContain($"Foundation:{web.Farm.Warrant.Id.Value}", first);
            Assert.All(under, exhibit => Assert.DoesNotContain($"Exhibit:{exhibit.Id.Value}", first));
        }
    }

    [Fact]
    public async Task A_challenge_is_aimed_at_something_else_with_the_checks_of_entering_until_the_court_has_ruled()
    {
        var counsel = await web.Enter(web.Counsel);
        var attack = await Enter(counsel, "It was taken without leave", $"Foundation:{web.Farm.Bank.Id.Value}", "Exclude");
        var path = $"/challenges/{attack.Id.Value}/change";
        (string, string)[] words = [("text", "It was taken without leave"), ("version", "1")];
        Assert.Contains("Such a thing is not attacked that way", await Send(counsel, path, "change", [.. words, ("on", $"Foundation:{web.Farm.Warrant.Id.Value}"), ("mode", "Impeach")]), StringComparison.Ordinal);
        var typed = await Send(counsel, path, "change", [.. words[1..], ("text", "Typed and kept"), ("on", $"Fact:{Guid.CreateVersion7()}"), ("mode", "Rebut")]);
        Assert.Contains("Say what it is aimed at.", typed, StringComparison.Ordinal);
        Assert.Contains("Typed and kept", typed, StringComparison.Ordinal);
        Assert.Equal((attack.On, attack.Text, 1), (await Case()).Challenges.Where(challenge => challenge.Id == attack.Id).Select(challenge => (challenge.On, challenge.Text, challenge.Version)).Single());

        Assert.Contains("It is corrected.", await Send(counsel, path, "change", [.. words, ("on", $"Foundation:{web.Farm.Warrant.Id.Value}"), ("mode", "Exclude")]), StringComparison.Ordinal);
        Assert.Equal(new Target(TargetKind.Foundation, web.Farm.Warrant.Id.Value), (await Case()).Challenges.Single(challenge => challenge.Id == attack.Id).On);
        Assert.Contains("Somebody else changed this", await Send(counsel, path, "change", [.. words, ("on", $"Foundation:{web.Farm.Bank.Id.Value}"), ("mode", "Exclude")]), StringComparison.Ordinal);
        await Send(counsel, "/challenges", $"rule-{attack.Id.Value}", ("Form.Version", "2"), ("Form.Court", "overruled"), ("Form.Reference", "Order of 9 June"));
        Assert.DoesNotContain("name=\"on\"", await Get(counsel, path), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public async Task However_deep_replies_and_answers_go_each_stands_in_sight_and_can_be_corrected(int deep)
    {
        var counsel = await web.Enter(web.Counsel);
        var attack = await Enter(counsel, $"The first of {deep}", $"Fact:{web.Farm.Passport.Id.Value}", "Rebut");
        List<Challenge> entered = [attack];
        for (var i = 1; i <= deep; i++)
        {
            var text = $"Step {i} of {deep}";
            await Post(counsel, $"/challenges/new?answers={entered[^1].Id.Value}", "enter", ("Form.Text", text), i % 2 == 1 ? ("Form.Relation", "removes") : ("Form.Mode", "Rebut"));
            entered.Add((await Case()).Challenges.Single(challenge => challenge.Text == text));
        }

        // Another answer is moved to what the defence replied last.
        var last = entered.FindLast(challenge => challenge.By == ArguedBy.Defence)!;
        await Post(counsel, $"/challenges/new?answers={attack.Id.Value}", "enter", ("Form.Text", $"Moved down {deep}"), ("Form.Relation", "removes"));
        var moved = (await Case()).Challenges.Single(challenge => challenge.Text == $"Moved down {deep}");
        Assert.Contains("It is corrected.", await Send(counsel, $"/challenges/{moved.Id.Value}/change", "change", ("text", moved.Text), ("version", "1"), ("relation", "removes"), ("on", $"Challenge:{last.Id.Value}")), StringComparison.Ordinal);
        var page = await Get(counsel, "/challenges");
        Assert.All(entered.Append(moved), challenge =>
        {
            Assert.Contains(challenge.Text, page, StringComparison.Ordinal);
            Assert.Contains($"/challenges/{challenge.Id.Value}/change\"", page, StringComparison.Ordinal);
        });
        Assert.DoesNotMatch(@"\.On (one|\d+) the court", page);
    }

    private async Task<Challenge> Enter(HttpClient counsel, string text, string on, string mode)
    {
        await Send(counsel, "/challenges/new", "enter", ("Form.Text", text), ("Form.On", on), ("Form.Mode", mode));
        return (await Case()).Challenges.Single(challenge => challenge.Text == text);
    }

    private async Task<CaseSnapshot> Case()
    {
        var store = web.Services.GetRequiredService<OnusStore>();
        return (await new LoadCase(store).Handle(web.Farm.Ref, (await store.ActorOf(web.Counsel.Id, null, Cancel))!, Cancel)).Value;
    }

    private async Task<string> Get(HttpClient counsel, string part) => WebUtility.HtmlDecode(await counsel.GetStringAsync(Part(part), Cancel));

    private static Dictionary<string, Microsoft.Extensions.Primitives.StringValues> Query(string link) => Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(link[link.IndexOf('?', StringComparison.Ordinal)..]);

    private async Task<string> Send(HttpClient counsel, string part, string handler, params (string Name, string Value)[] fields) => (await Post(counsel, part, handler, fields)).Page;

    private async Task<(string At, string Page)> Post(HttpClient counsel, string part, string handler, params (string Name, string Value)[] fields)
    {
        var page = await counsel.GetStringAsync(Part(part), Cancel);
        using var form = new FormUrlEncodedContent(
            new (string Name, string Value)[] { ("__RequestVerificationToken", FarmWeb.Token(page)), ("_handler", handler), ("onus-key", Guid.CreateVersion7().ToString()) }
                .Concat(fields).Select(pair => KeyValuePair.Create(pair.Name, pair.Value)));
        using var answer = await counsel.PostAsync(Part(part), form, Cancel);
        return (answer.RequestMessage!.RequestUri!.PathAndQuery, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel)));
    }

    private Uri Part(string part) => new(part.StartsWith("/cases/", StringComparison.Ordinal) ? part : $"/cases/{web.Farm.Ref}{part}", UriKind.Relative);

    [GeneratedRegex("href=\"(?<href>[^\"]*/challenges/new\\?on=[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ToForm();

    [GeneratedRegex("name=\"Form.Reference\"[^>]*>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reference();
}
