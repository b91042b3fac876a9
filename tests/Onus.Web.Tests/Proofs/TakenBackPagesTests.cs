using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Onus.Casework.Cases;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.Evidence;
using Onus.Store;

namespace Onus.Web.Tests.Proofs;

/// <summary>A consent that was taken back asks counsel on every screen that rests on it, until counsel decides, and tells nobody outside.</summary>
public sealed class TakenBackPagesTests(FarmWeb web) : IClassFixture<FarmWeb>
{
    private const string That = "Survivor B took “Survivor B's consent to read her phone” back on 3 June 2025, as Demo person 3 said.";
    private const string Asks = "Whether that stays is for counsel to decide.";
    private const string Decide = "Decide it";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Police_note_it_counsel_decides_and_until_then_it_is_said_wherever_it_counts()
    {
        var (police, counsel, advocate) = (await web.Enter(web.Police), await web.Enter(web.Counsel), await web.Enter(web.Advocate));
        var consent = (await Case()).Foundations.Single(foundation => foundation.Kind == FoundationKind.Consent);
        var (address, her) = ($"/foundations/{consent.Id.Value}", $"/people/{web.Farm.Survivor.Id.Value}");
        await Send(police, address, "correct", ("Form.Version", "1"), ("Form.Label", consent.Label), ("Form.Whose", web.Farm.Survivor.Id.Value.ToString()));

        // To withdraw from testifying takes nothing back, and leads to what could be.
        Assert.DoesNotContain("takes back nothing", await Get(counsel, her), StringComparison.Ordinal);
        await Send(advocate, her, "wish", ("Wish.Version", "1"), ("Wish.Wish", "Withdraws"), ("Wish.On", "2025-06-02"), ("Wish.To", "Demo person 3"));
        var withdrew = await Get(counsel, her);
        Assert.Contains("To withdraw from testifying takes back nothing that was given.", withdrew, StringComparison.Ordinal);
        Assert.Contains($"{address}#taken-back", withdrew, StringComparison.Ordinal);
        Assert.False((await Case()).Foundations.Single(foundation => foundation.Id == consent.Id).AsksCounsel);

        var before = await Get(counsel, "/counts/1");
        Assert.Contains("Say to whom it was said.", await Send(police, address, "taken-back", ("Form.Version", "2"), ("Form.On", "2025-06-03"), ("Form.To", "")), StringComparison.Ordinal);
        Assert.Contains("This day has not come yet.", await Send(police, address, "taken-back", ("Form.Version", "2"), ("Form.On", "2025-07-02"), ("Form.To", "Demo person 1")), StringComparison.Ordinal);
        var noted = await Send(police, address, "taken-back", ("Form.Version", "2"), ("Form.On", "2025-06-03"), ("Form.To", "Demo person 1"), ("Form.By", "Demo person 3"));
        Assert.Contains(That + " Nothing changes by itself: it stands as before (No ruling yet)", noted, StringComparison.Ordinal);
        Assert.Contains("Said to Demo person 1.", noted, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"Form.Status\"", noted, StringComparison.Ordinal);
        Assert.DoesNotContain(Decide, noted, StringComparison.Ordinal);

        Assert.Contains(That, await Get(counsel, ""), StringComparison.Ordinal);
        Assert.Contains($"{address}#decide", await Get(counsel, ""), StringComparison.Ordinal);
        Assert.DoesNotContain(That, await Get(police, ""), StringComparison.Ordinal);
        Assert.Contains("taken back on 3 June 2025; counsel has not decided", await Get(counsel, "/foundations"), StringComparison.Ordinal);
        Assert.DoesNotContain("takes back nothing", await Get(counsel, her), StringComparison.Ordinal);
        var count = await Get(counsel, "/counts/1");
        Assert.DoesNotContain(Asks, before, StringComparison.Ordinal);
        Assert.Contains(That, count, StringComparison.Ordinal);
        Assert.Contains(Asks, count, StringComparison.Ordinal);
        Assert.DoesNotContain(That, await Get(counsel, "/counts/2"), StringComparison.Ordinal);
        Assert.Contains("Noted that a consent or what was given was taken back", await Get(counsel, "/log"), StringComparison.Ordinal);
        var letter = await Send(police, "/requests/new", "ask", ("Form.Kind", "Police"), ("Form.To", "The clinic"), ("Form.What", "A letter"), ("Form.Why", "Wages"));
        Assert.Contains("The clinic", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("back on 3 June", letter, StringComparison.Ordinal);

        var decided = await Send(counsel, address, "decide", ("Form.Version", "3"), ("Form.Status", "Open"), ("Form.Decided", "Demo person 2, 5 June: it stays in"));
        Assert.Contains("Demo person 2, 5 June: it stays in", decided, StringComparison.Ordinal);
        Assert.DoesNotContain(Asks, decided, StringComparison.Ordinal);
        Assert.DoesNotContain(That, await Get(counsel, ""), StringComparison.Ordinal);
        Assert.DoesNotContain(That, await Get(counsel, "/counts/1"), StringComparison.Ordinal);

        // Counsel alone says that nobody took it back, and why.
        Assert.DoesNotContain("name=\"Form.Reason\"", await Get(police, address), StringComparison.Ordinal);
        Assert.Contains("Say why the note is wrong.", await Send(counsel, address, "not-taken-back", ("Form.Version", "4"), ("Form.Reason", "")), StringComparison.Ordinal);
        Assert.Contains("Nobody has noted that it was taken back.", await Send(counsel, address, "not-taken-back", ("Form.Version", "4"), ("Form.Reason", "Another was meant")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_gave_has_no_such_form()
    {
        var police = await web.Enter(web.Police);
        Assert.DoesNotContain("id=\"taken-back\"", await Get(police, $"/foundations/{web.Farm.Warrant.Id.Value}"), StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"taken-back\"", await Get(police, $"/foundations/{web.Farm.Bank.Id.Value}"), StringComparison.Ordinal);
    }

    private async Task<CaseSnapshot> Case()
    {
        var store = web.Services.GetRequiredService<OnusStore>();
        return (await new LoadCase(store).Handle(web.Farm.Ref, (await store.ActorOf(web.Counsel.Id, null, Cancel))!, Cancel)).Value;
    }

    private async Task<string> Get(HttpClient who, string part) => WebUtility.HtmlDecode(await who.GetStringAsync(Part(part), Cancel));

    private async Task<string> Send(HttpClient who, string part, string handler, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(
            new (string Name, string Value)[] { ("__RequestVerificationToken", FarmWeb.Token(await who.GetStringAsync(Part(part), Cancel))), ("_handler", handler), ("onus-key", Guid.CreateVersion7().ToString()) }
                .Concat(fields).Select(pair => KeyValuePair.Create(pair.Name, pair.Value)));
        using var answer = await who.PostAsync(Part(part), form, Cancel);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));
    }

    private Uri Part(string part) => new($"/cases/{web.Farm.Ref}{part}", UriKind.Relative);
}
