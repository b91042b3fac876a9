using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Onus.Domain.Charges;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Web.Tests.Proofs;

/// <summary>What a challenge and an answer do is said where one lands; what the court ruled stands in place of what was open; ties come off where they are shown.</summary>
public sealed class ChallengePagesTests(FarmWeb web) : IClassFixture<FarmWeb>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_challenge_lands_on_what_it_does_and_an_answer_out_of_its_own_fruit_is_told()
    {
        var counsel = await web.Enter(web.Counsel);
        var landed = await Post(counsel, "/challenges/new", "enter", ("Form.Text", "He knew nothing"), ("Form.On", $"Element:{(await Count()).Value}:us.1589-a.knowingly"), ("Form.Mode", "Rebut"));
        Assert.Contains("Count 1 is not supported now; without this it would be supported if believed.", landed.Replace("contested", "not supported", StringComparison.Ordinal), StringComparison.Ordinal);

        landed = await Post(counsel, "/challenges/new", "enter", ("Form.Text", "The search order was bad"), ("Form.On", $"Foundation:{web.Farm.Warrant.Id.Value}"), ("Form.Mode", "Exclude"));
        Assert.Contains("The challenge is entered.", landed, StringComparison.Ordinal);
        // The farm's counts stand on her statement beside what was found under it.
        Assert.Contains("No count stands otherwise by it.", landed, StringComparison.Ordinal);

        var attack = await Entered("The search order was bad");
        var form = WebUtility.HtmlDecode(await counsel.GetStringAsync(Part($"/challenges/new?answers={attack.Id.Value}"), Cancel));
        // What bears on it stands first; it is much here, and stands by kind as the rest does.
        Assert.Matches("(?s)<summary>Bears on what is challenged: Exhibits \\(\\d+\\)</summary>.*<details class=\"disclosure\">\\s*<summary>(What something relies on|Exhibits|Facts) \\(\\d+\\)</summary>", form);

        var book = await Exhibit("Account book, page 4");
        landed = await Post(counsel, $"/challenges/new?answers={attack.Id.Value}", "enter", ("Form.Text", "The book shows it"), ("Form.Relation", "removes"), ("Form.Premises", $"Exhibit:{book.Value}"));
        Assert.Contains("This answer ends nothing as it is: what it rests on falls together with what is challenged (EX-3 Account book, page 4", landed, StringComparison.Ordinal);

        var other = await Exhibit("Bank statement of Defendant 2, May");
        landed = await Post(counsel, $"/challenges/new?answers={attack.Id.Value}", "enter", ("Form.Text", "The bank shows it"), ("Form.Relation", "removes"), ("Form.Premises", $"Exhibit:{other.Value}"));
        Assert.DoesNotContain("falls together with what is challenged (EX-12", landed, StringComparison.Ordinal);
        Assert.Contains("The answer is entered.", landed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("overruled", "Overruled by the court")]
    [InlineData("sustained", "Sustained by the court")]
    public async Task What_the_court_ruled_stands_in_place_of_open_and_is_not_answered(string court, string word)
    {
        var counsel = await web.Enter(web.Counsel);
        var text = "The phone was never examined, " + court;
        // One of its own: what a ruling fells is felled for every test of this case.
        var examiner = new Foundation { Id = new(Guid.CreateVersion7()), CaseId = web.Farm.Id, Kind = FoundationKind.Examiner, Label = "Examiner, " + court };
        var store = web.Services.GetRequiredService<OnusStore>();
        await using (var work = store.Begin((await store.ActorOf(web.Counsel.Id, null, Cancel))!))
        {
            work.Add(examiner);
            Assert.True((await work.Commit(new Store.Log.LogEvent(web.Farm.Id, Acts.FoundationAdded), Cancel)).IsOk);
        }

        await Post(counsel, "/challenges/new", "enter", ("Form.Text", text), ("Form.On", $"Foundation:{examiner.Id.Value}"), ("Form.Mode", "Impeach"));
        var attack = await Entered(text);
        Assert.Contains("/challenges/new?answers=" + attack.Id.Value, await counsel.GetStringAsync(Part("/challenges"), Cancel), StringComparison.Ordinal);
        var list = await Post(counsel, "/challenges", "rule-" + attack.Id.Value, ("Form.Version", "1"), ("Form.Court", court), ("Form.Reference", "Ruling of 9 May"));
        Assert.DoesNotContain("/challenges/new?answers=" + attack.Id.Value, list, StringComparison.Ordinal);
        Assert.Contains(word, list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tie_is_taken_off_on_the_page_of_the_fact_and_leads_back()
    {
        var counsel = await web.Enter(web.Counsel);
        var fact = web.Farm.Passport.Id;
        var store = web.Services.GetRequiredService<OnusStore>();
        var actor = (await store.ActorOf(web.Counsel.Id, null, Cancel))!;
        var tie = new FactTie
        {
            Id = new(Guid.CreateVersion7()),
            CaseId = web.Farm.Id,
            Fact = fact,
            OffenceId = "us.1592-a",
            LeafId = "us.1592-a.knowingly",
            Defendants = [web.Farm.Foreman.Id],
            Survivors = [web.Farm.Survivor.Id],
        };
        await using (var work = store.Begin(actor))
        {
            work.Add(tie);
            Assert.True((await work.Commit(new Store.Log.LogEvent(web.Farm.Id, Acts.FactTied), Cancel)).IsOk);
        }

        var page = WebUtility.HtmlDecode(await counsel.GetStringAsync(Part($"/facts/{fact.Value}"), Cancel));
        Assert.Contains("Which elements it meets", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Which elements it meets", await (await web.Enter(web.Police)).GetStringAsync(Part($"/facts/{fact.Value}"), Cancel), StringComparison.Ordinal);
        var after = await Post(counsel, $"/facts/{fact.Value}", "untie-" + tie.Id.Value, ("version", "1"), ("back", "https://elsewhere.example/"));
        Assert.Contains("Taken off. The fact and its exhibits stay.", after, StringComparison.Ordinal);
        await using (var work = store.Begin(actor))
        {
            Assert.DoesNotContain(work.Db.FactTies.ToList(), one => one.Id == tie.Id);
            Assert.Contains(work.Db.Facts.ToList(), one => one.Id == fact);
        }
    }

    [Fact]
    public async Task A_passage_against_several_facts_is_listed_once_with_each()
    {
        var counsel = await web.Enter(web.Counsel);
        var exhibit = await Exhibit("Bank statement of Defendant 2, May");
        var store = web.Services.GetRequiredService<OnusStore>();
        ExhibitTie[] ties;
        await using (var work = store.Begin((await store.ActorOf(web.Counsel.Id, null, Cancel))!))
        {
            ties = [.. work.Db.Facts.Where(fact => fact.CaseId == web.Farm.Id).OrderBy(fact => fact.Id).Take(2).ToList()
                .Select(fact => new ExhibitTie { Id = new(Guid.CreateVersion7()), CaseId = web.Farm.Id, Exhibit = exhibit, Fact = fact.Id, Bearing = Bearing.Undermines })];
            foreach (var tie in ties)
            {
                work.Add(tie);
            }

            Assert.True((await work.Commit(new Store.Log.LogEvent(web.Farm.Id, Acts.PassageCited), Cancel)).IsOk);
        }

        var page = WebUtility.HtmlDecode(await counsel.GetStringAsync(Part("/challenges"), Cancel));
        Assert.Single(page.Split("<h2").Skip(1), part => part.Contains("Bank statement of Defendant 2, May", StringComparison.Ordinal) && part.Contains("” speaks against 2 facts", StringComparison.Ordinal));
        Assert.All(ties, tie => Assert.Contains($"id=\"against-{tie.Id.Value}\"", page, StringComparison.Ordinal));
        // One answer is entered for each fact that stays ticked, in one act.
        var landed = await Post(counsel, $"/challenges/new?answers={ties[0].Id.Value}", "enter", ("Form.Text", "The bank put it right"), ("Form.Relation", "competes"), ("Form.Also", $"ExhibitTie:{ties[1].Id.Value}"));
        Assert.Contains("The answer is entered.", landed, StringComparison.Ordinal);
        await using (var work = store.Begin((await store.ActorOf(web.Counsel.Id, null, Cancel))!))
        {
            var answers = work.Db.Challenges.Where(one => one.Text == "The bank put it right").ToList();
            Assert.Equal(ties.Select(tie => tie.Id.Value).Order(), answers.Select(answer => answer.On.Id).Order());
            answers.ForEach(work.Remove);
            Assert.True((await work.Commit(new Store.Log.LogEvent(web.Farm.Id, Acts.ChallengeEntered), Cancel)).IsOk);
        }

        await using var undo = store.Begin((await store.ActorOf(web.Counsel.Id, null, Cancel))!);
        Array.ForEach(ties, undo.Remove);
        Assert.True((await undo.Commit(new Store.Log.LogEvent(web.Farm.Id, Acts.CitationTakenBack), Cancel)).IsOk);
    }

    private Uri Part(string part) => new($"/cases/{web.Farm.Ref}{part}", UriKind.Relative);

    private async Task<Challenge> Entered(string text)
    {
        var store = web.Services.GetRequiredService<OnusStore>();
        await using var work = store.Begin((await store.ActorOf(web.Counsel.Id, null, Cancel))!);
        return work.Db.Challenges.ToList().Single(challenge => challenge.Text == text);
    }

    private async Task<CountId> Count()
    {
        var store = web.Services.GetRequiredService<OnusStore>();
        await using var work = store.Begin((await store.ActorOf(web.Counsel.Id, null, Cancel))!);
        return work.Db.Counts.ToList().Single(count => count.CaseId == web.Farm.Id && count.Number == 1).Id;
    }

    private async Task<ExhibitId> Exhibit(string title)
    {
        var store = web.Services.GetRequiredService<OnusStore>();
        await using var work = store.Begin((await store.ActorOf(web.Counsel.Id, null, Cancel))!);
        return work.Db.Exhibits.ToList().Single(exhibit => exhibit.Title == title).Id;
    }

    private async Task<string> Post(HttpClient client, string part, string handler, params (string Name, string Value)[] fields)
    {
        var page = await client.GetStringAsync(Part(part), Cancel);
        using var form = new FormUrlEncodedContent(
            new (string Name, string Value)[] { ("__RequestVerificationToken", FarmWeb.Token(page)), ("_handler", handler), ("onus-key", Guid.CreateVersion7().ToString()) }
                .Concat(fields).Select(pair => KeyValuePair.Create(pair.Name, pair.Value)));
        using var answer = await client.PostAsync(Part(part), form, Cancel);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));
    }
}
