using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Onus.Casework.Cases;
using Onus.Domain.Cases;
using Onus.Store;

namespace Onus.Web.Tests.Proofs;

/// <summary>What counsel corrects on the pages about proof, as a browser sends the forms.</summary>
public sealed partial class CorrectingProofTests(FarmWeb web) : IClassFixture<FarmWeb>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_may_be_challenged_can_be_told_apart()
    {
        var counsel = await web.Enter(web.Counsel);
        var page = await counsel.GetStringAsync(Part("/challenges/new"), Cancel);
        var targets = Option().Matches(page).Select(match => (Value: match.Groups["value"].Value, Text: WebUtility.HtmlDecode(match.Groups["text"].Value))).ToList();
        Assert.True(targets.Count > 100, $"{targets.Count} targets");
        Assert.Equal(targets.Count, targets.Select(target => target.Text).Distinct(StringComparer.Ordinal).Count());
        Assert.Contains(targets, target => target.Text.Contains("EX-6 Chat of Defendant 1, 3 May: “If you run, they will come for your brother”", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_challenge_is_entered_reworded_and_taken_out()
    {
        var counsel = await web.Enter(web.Counsel);
        await Send(counsel, "/challenges/new", "enter", ("Form.Text", "It was dark."), ("Form.On", $"Fact:{web.Farm.Passport.Id.Value}"), ("Form.Mode", "Rebut"), ("Form.Status", "Possible"));
        var id = (await Case()).Challenges.Single(challenge => challenge.Text == "It was dark.").Id.Value;
        await Send(counsel, $"/challenges/{id}/change", "change", ("version", "1"), ("text", "It was dark and raining."), ("on", $"Fact:{web.Farm.Passport.Id.Value}"), ("mode", "Alternative"));
        var changed = (await Case()).Challenges.Single(challenge => challenge.Id.Value == id);
        Assert.Equal(("It was dark and raining.", ChallengeMode.Alternative), (changed.Text, changed.Mode));

        Assert.Contains("Say why it is taken out.", await Send(counsel, $"/challenges/{id}/change", "remove", ("version", "2"), ("reason", "")), StringComparison.Ordinal);
        Assert.DoesNotContain("It was dark", await Send(counsel, $"/challenges/{id}/change", "remove", ("version", "2"), ("reason", "Entered twice")), StringComparison.Ordinal);
        Assert.DoesNotContain((await Case()).Challenges, challenge => challenge.Id.Value == id);
    }

    [Fact]
    public async Task What_the_court_said_is_told_in_its_tense_with_what_it_changes_and_so_is_taking_out()
    {
        var counsel = await web.Enter(web.Counsel);
        await Send(counsel, "/challenges/new", "enter", ("Form.Text", "He knew nothing of it."), ("Form.On", $"Element:{(await Case()).Counts.Single(count => count.Number == 1).Id.Value}:us.1589-a.knowingly"), ("Form.Mode", "Rebut"), ("Form.Status", "Possible"));
        var id = (await Case()).Challenges.Single(challenge => challenge.Text == "He knew nothing of it.").Id.Value;
        Assert.Contains("The opposite is said to be so:", await Sheet(), StringComparison.Ordinal);
        async Task<string> Rule(int version, string court) =>
            WebUtility.HtmlDecode(await Send(counsel, "/challenges", "rule-" + id, ("Form.Version", $"{version}"), ("Form.Court", court), ("Form.Reference", court is "possible" ? "" : "Order 5")));

        var sustained = await Rule(1, "sustained");
        Assert.Contains("What became of it is saved.", sustained, StringComparison.Ordinal);
        Assert.Contains("without this it would be", sustained, StringComparison.Ordinal);
        Assert.DoesNotContain("It is found where the ruling before was", sustained, StringComparison.Ordinal);
        Assert.Contains("The opposite was held to be so:", await Sheet(), StringComparison.Ordinal);
        Assert.Contains("A verdict may still fall", await Sheet(), StringComparison.Ordinal);

        var overruled = await Rule(2, "overruled");
        Assert.Contains("It is found where the ruling before was: Order 5.", overruled, StringComparison.Ordinal);
        Assert.Contains("The opposite was said to be so:", await Sheet(), StringComparison.Ordinal);
        Assert.DoesNotContain("A verdict may still fall", await Sheet(), StringComparison.Ordinal);
        Assert.DoesNotContain("It is found where", await Rule(3, "possible"), StringComparison.Ordinal);

        var gone = WebUtility.HtmlDecode(await Send(counsel, $"/challenges/{id}/change", "remove", ("version", "4"), ("reason", "Entered twice")));
        Assert.Contains("It is taken out. Count", gone, StringComparison.Ordinal);
        Assert.Contains("as they did before it was entered.", gone.Replace("stands as it did", "as they did", StringComparison.Ordinal), StringComparison.Ordinal);

        async Task<string> Sheet() => WebUtility.HtmlDecode(await counsel.GetStringAsync(Part("/challenges"), Cancel)).Split("challenge-" + id)[1].Split("</section>")[0];
    }

    [Theory]
    [InlineData("7")]
    [InlineData("-1")]
    [InlineData("gone")]
    [InlineData("")]
    public async Task A_state_that_there_is_not_is_refused_and_the_pages_stand(string status)
    {
        var counsel = await web.Enter(web.Counsel);
        var warrant = (await Case()).Foundations.First(foundation => foundation.Kind == Domain.Evidence.FoundationKind.Warrant);
        var page = await Send(counsel, $"/foundations/{warrant.Id.Value}", "decide", ("Form.Version", $"{warrant.Version}"), ("Form.Status", status), ("Form.Decided", "A ruling of 3 May"));
        Assert.Contains("Say how it stands. Nothing was saved.", page, StringComparison.Ordinal);
        Assert.Equal(warrant, (await Case()).Foundations.Single(foundation => foundation.Id == warrant.Id));
        Assert.Equal(HttpStatusCode.OK, (await counsel.GetAsync(Part("/counts"), Cancel)).StatusCode);
    }

    [Fact]
    public async Task Saving_an_exhibit_as_it_is_lifts_no_limit_though_its_defendant_is_none_now()
    {
        var counsel = await web.Enter(web.Counsel);
        var book = (await Case()).Exhibits.Single(exhibit => exhibit.Number == 4);
        await Send(counsel, "/people", "add", ("name", "Defendant 9"), ("role", "Defendant"), ("known", ""));
        var owner = (await Case()).People.Single(person => person.Pseudonym == "Defendant 9");
        (string, string)[] kept = [("title", book.Title), .. book.Legal.Select(id => ("legal", id.Value.ToString())), .. book.Factual.Select(id => ("factual", id.Value.ToString())), ("body", "Search of the farmhouse")];
        await Send(counsel, "/exhibits/4/rests", "rests", [.. kept, ("version", $"{book.Version}"), ("against", owner.Id.Value.ToString())]);
        await Send(counsel, $"/people/{owner.Id.Value}", "change", ("Form.Version", $"{owner.Version}"), ("Form.Name", owner.Pseudonym), ("Form.Words", "RepeatName"), ("Form.Roles", "Witness"));
        Assert.False((await Case()).People.Single(person => person.Id == owner.Id).Is(Domain.People.PersonRole.Defendant));
        Assert.Matches($"name=\"against\" value=\"{owner.Id.Value}\"[^>]*checked", await counsel.GetStringAsync(Part("/exhibits/4/rests"), Cancel));
        await Send(counsel, $"/people/{owner.Id.Value}", "change", ("Form.Version", $"{owner.Version + 1}"), ("Form.Name", owner.Pseudonym), ("Form.Words", "RepeatName"), ("Form.Roles", "Defendant"));
        await Send(counsel, "/exhibits/4/rests", "rests", [.. kept, ("version", $"{book.Version + 1}")]);
        Assert.Empty((await Case()).Exhibits.Single(exhibit => exhibit.Number == 4).OnlyAgainst);
    }

    [Fact]
    public async Task Exhibits_that_show_a_fact_only_together_are_said_on_its_page()
    {
        var counsel = await web.Enter(web.Counsel);
        var fact = (await Case()).Facts.First(known => known.Sentence.StartsWith("Defendant 1 wrote a debt", StringComparison.Ordinal));
        var shown = (await Case()).ExhibitTies.Where(tie => tie.Fact == fact.Id).Select(tie => tie.Exhibit).ToList();
        var address = $"/facts/{fact.Id.Value}";
        Assert.Contains("Choose at least two exhibits", await Send(counsel, address, "together", ("version", "1"), ("shown", shown[0].Value.ToString())), StringComparison.Ordinal);
        var page = await Send(counsel, address, "together", ("version", "1"), ("shown", shown[0].Value.ToString()), ("shown", shown[1].Value.ToString()));
        Assert.Contains("Only together: EX-3 Account book, page 4, EX-4 Account book, page 9.", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.DoesNotContain("Only together: EX-3", await Send(counsel, address, "apart-0", ("version", "2")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Facts_that_are_enough_only_together_are_said_in_the_cell()
    {
        var counsel = await web.Enter(web.Counsel);
        var grid = await counsel.GetStringAsync(Part("/grid?offence=us.1589-a&day=2025-03-12"), Cancel);
        var cell = WebUtility.HtmlDecode(CellHref().Matches(grid).Select(match => match.Groups["href"].Value).First(href => href.Contains("conduct.obtains", StringComparison.Ordinal) && href.Contains("count", StringComparison.Ordinal)));
        var tie = (await Case()).FactTies.First(known => known.LeafId == "us.1589-a.conduct.obtains" && known.Defendants.Contains(web.Farm.Foreman.Id));
        await Send(counsel, cell, "write", ("Form.New", "Survivor B was sent to a neighbour's field."), ("Form.NewOn", ""), ("Form.About", web.Farm.Survivor.Id.Value.ToString()), ("Form.By", web.Farm.Foreman.Id.Value.ToString()));
        var added = (await Case()).FactTies.First(known => known.LeafId == "us.1589-a.conduct.obtains" && known.Id != tie.Id && known.Defendants is [var only] && only == web.Farm.Foreman.Id);
        (string, string)[] both = [("Form.Ties", tie.Id.Value.ToString()), ("Form.Ties", added.Id.Value.ToString())];
        Assert.Contains("Say why these facts are enough only together.", await Send(counsel, cell, "together", [.. both, ("Form.Together", "")]), StringComparison.Ordinal);
        var page = await Send(counsel, cell, "together", [.. both, ("Form.Together", "The one explains the other")]);
        Assert.Contains("Only together: ", page, StringComparison.Ordinal);
        var set = Assert.Single((await Case()).Enough);
        Assert.DoesNotContain("Only together: ", await Send(counsel, cell, $"apart-{set.Id}"), StringComparison.Ordinal);
        Assert.Empty((await Case()).Enough);
    }

    [Fact]
    public async Task What_an_exhibit_needs_beside_it_is_ticked_on_its_page_and_kept()
    {
        var counsel = await web.Enter(web.Counsel);
        var (report, book) = ((await Case()).Exhibits.Single(exhibit => exhibit.Number == 14), (await Case()).Exhibits.Single(exhibit => exhibit.Number == 3));
        (string, string)[] kept = [("version", "1"), ("title", report.Title), .. report.Legal.Select(id => ("legal", id.Value.ToString())), .. report.Factual.Select(id => ("factual", id.Value.ToString())), ("body", "Search of the farmhouse")];
        await Send(counsel, "/exhibits/14/rests", "rests", [.. kept, ("relies", book.Id.Value.ToString())]);
        Assert.Equal([book.Id], (await Case()).Exhibits.Single(exhibit => exhibit.Number == 14).ReliesOn);
        Assert.Matches($"name=\"relies\" value=\"{book.Id.Value}\"[^>]*checked", await counsel.GetStringAsync(Part("/exhibits/14/rests"), Cancel));
    }

    [Fact]
    public async Task From_what_an_exhibit_derives_who_of_several_vouches_and_what_it_is_for_only_are_said_on_its_page_and_kept()
    {
        var counsel = await web.Enter(web.Counsel);
        var all = await Case();
        var exhibit = all.Exhibits.First(known => known.Number is > 4 and not 14 && all.ExhibitTies.Any(tie => tie.Exhibit == known.Id));
        var (parent, fact) = (all.Exhibits.Single(known => known.Number == 3), all.ExhibitTies.First(tie => tie.Exhibit == exhibit.Id).Fact);
        var (unless, vouches) = (all.Foundations.First(known => known.Legal), all.Foundations.Where(known => !known.Legal).Take(2).Select(known => known.Id).ToList());
        var path = $"/exhibits/{exhibit.Number}/rests";
        var page = await Send(
            counsel, path, "rests",
            [
                ("version", $"{exhibit.Version}"), ("title", exhibit.Title), ("body", "The depot"), .. exhibit.Legal.Select(id => ("legal", id.Value.ToString())), .. vouches.Select(id => ("vouched", id.Value.ToString())),
                ("parent-0", parent.Id.Value.ToString()), ("unless-0", unless.Id.Value.ToString()), ("purpose", "To show the day"), ("only", fact.Value.ToString()),
            ]);
        var kept = (await Case()).Exhibits.Single(known => known.Id == exhibit.Id);
        Assert.True(vouches.ToHashSet().SetEquals(kept.VouchedBy), page);
        var derived = Assert.Single(kept.DerivedFrom);
        Assert.Equal((parent.Id, unless.Id), (derived.Parent, Assert.Single(derived.Unless)));
        Assert.Equal(("To show the day", fact), (kept.Purpose, Assert.Single(kept.OnlyFor)));

        // What is said stands open, and what is not stays folded.
        var shown = HtmlPage.Read(await counsel.GetStringAsync(Part(path), Cancel));
        Assert.All(new[] { "unless-0", "purpose", "only" }, name => Assert.NotNull(shown.QuerySelector($"details[open] [name='{name}']")));
        Assert.NotNull(shown.QuerySelector("details:not([open]) [name='ground-0']"));
    }

    [Theory]
    [InlineData("sensitive", "Shows where she lives now")]
    [InlineData("privileged", "A note to counsel")]
    public async Task What_was_ticked_and_written_about_a_fact_stays_when_somebody_else_was_faster(string mark, string reason)
    {
        var counsel = await web.Enter(web.Counsel);
        var address = $"/facts/{web.Farm.Passport.Id.Value}";
        var version = (await Case()).Facts.Single(fact => fact.Id == web.Farm.Passport.Id).Version;
        var page = await Send(counsel, address, "mark", ("version", $"{version + 7}"), ("marks", mark), ("reason", reason));
        Assert.Contains("Somebody else changed this", page, StringComparison.Ordinal);
        Assert.Matches($"name=\"marks\" value=\"{mark}\" checked", page);
        Assert.DoesNotMatch("name=\"marks\" value=\"helps-defence\" checked", page);
        Assert.Contains(reason, page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 3)]
    public async Task Foundations_that_are_one_way_in_only_together_are_ticked_on_the_exhibits_page_and_kept(int number, int count)
    {
        var counsel = await web.Enter(web.Counsel);
        foreach (var name in new[] { "Consent of the lessee", "Certificate of the clerk", "Order of 2 May" })
        {
            await Send(counsel, "/foundations", "add", ("label", $"{name}, {number}"), ("kind", "Order"));
        }

        var exhibit = (await Case()).Exhibits.Single(known => known.Number == number);
        var path = $"/exhibits/{number}/rests";
        var both = (await Case()).Foundations.Where(known => known.Label.EndsWith($", {number}", StringComparison.Ordinal)).Take(count).Select(known => known.Id).ToList();
        Assert.Equal(count, both.Count);
        (string, string)[] kept = [("title", exhibit.Title), .. exhibit.Origins.Where(o => o.Person is not null).Select(o => ("origin", o.Person!.Value.Value.ToString())), ("body", string.Join(';', exhibit.Origins.Where(o => o.Person is null).Select(o => o.Name))), .. exhibit.Factual.Select(id => ("factual", id.Value.ToString()))];
        await Send(counsel, path, "rests", [.. kept, ("version", $"{exhibit.Version}"), .. exhibit.Legal.Select(id => ("way", id.Value.ToString())), .. both.Select(id => ("together-0", id.Value.ToString()))]);
        exhibit = (await Case()).Exhibits.Single(known => known.Number == number);
        Assert.Empty(exhibit.Legal);
        Assert.Contains(exhibit.LegalAny, way => way.ToHashSet().SetEquals(both));

        // Saved again as it is shown, it stays; the ticks stand where they were made.
        var page = await counsel.GetStringAsync(Part(path), Cancel);
        Assert.All(both, id => Assert.Matches($"name=\"together-0\" value=\"{id.Value}\"[^>]*checked", page));
        // One alone is not a set of its own but one more way; none takes the set away.
        await Send(counsel, path, "rests", [.. kept, ("version", $"{exhibit.Version}"), ("together-0", both[0].Value.ToString())]);
        Assert.Equal([both[0]], Assert.Single((await Case()).Exhibits.Single(known => known.Number == number).LegalAny));
    }

    private async Task<CaseSnapshot> Case()
    {
        var store = web.Services.GetRequiredService<OnusStore>();
        return (await new LoadCase(store).Handle(web.Farm.Ref, (await store.ActorOf(web.Counsel.Id, null, Cancel))!, Cancel)).Value;
    }

    private async Task<string> Send(HttpClient counsel, string part, string handler, params (string Name, string Value)[] fields)
    {
        var address = part.StartsWith("/cases/", StringComparison.Ordinal) ? new Uri(part, UriKind.Relative) : Part(part);
        var page = await counsel.GetStringAsync(address, Cancel);
        using var form = new FormUrlEncodedContent(
            new (string Name, string Value)[] { ("__RequestVerificationToken", FarmWeb.Token(page)), ("_handler", handler), ("onus-key", Guid.CreateVersion7().ToString()) }
                .Concat(fields).Select(pair => KeyValuePair.Create(pair.Name, pair.Value)));
        using var answer = await counsel.PostAsync(address, form, Cancel);
        return await answer.Content.ReadAsStringAsync(Cancel);
    }

    private Uri Part(string part) => new($"/cases/{web.Farm.Ref}{part}", UriKind.Relative);

    [GeneratedRegex("<option value=\"(?<value>[A-Za-z]+:[^\"]+)\"[^>]*>(?<text>[^<]*)</option>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Option();

    [GeneratedRegex("href=\"(?<href>[^\"]*/grid/cell[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CellHref();
}
