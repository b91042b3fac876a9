namespace Onus.Web.Tests.Proofs;

/// <summary>Evidence that speaks against a fact stands on the count's page, and counsel answers it from there.</summary>
public sealed class AnswerAgainstTests(FarmWeb web) : IClassFixture<FarmWeb>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_speaks_against_a_fact_is_answered_from_the_count()
    {
        var counsel = await web.Enter(web.Counsel);
        var count = await counsel.GetStringAsync(Part("/counts/1"), Cancel);
        Assert.Contains(" speaks against ", count, StringComparison.Ordinal);
        const string Link = "/challenges/new?answers=";
        var at = count.IndexOf(Link, StringComparison.Ordinal);
        var form = Part(count[at..count.IndexOf('"', at)]);

        var page = await counsel.GetStringAsync(form, Cancel);
        Assert.Contains("What the defence will point to: EX-", page, StringComparison.Ordinal);
        // Beside what it can rest on, and beside what it does: a mere assertion ends nothing.
        Assert.Contains("Without any of it the answer ends nothing, and the matter stays contested.", page, StringComparison.Ordinal);
        Assert.Contains("An answer that rests on nothing only competes, until it rests on something that holds or the court has ruled.", page, StringComparison.Ordinal);

        var landed = await Answer(counsel, form, page, "That was before the gate had a lock.");
        Assert.Contains("It rests on nothing yet, so it only competes with the challenge", landed, StringComparison.Ordinal);
        var list = HtmlPage.Read(await counsel.GetStringAsync(Part("/challenges"), Cancel)).Body!.TextContent;
        Assert.Contains("That was before the gate had a lock.", list, StringComparison.Ordinal);
        Assert.Contains("Answered, but the answer rests on nothing yet", list, StringComparison.Ordinal);
        Assert.Contains("the matter stays contested until an answer rests on something that holds", list, StringComparison.Ordinal);
        Assert.Contains("answered, but the answer rests on nothing yet", HtmlPage.Read(await counsel.GetStringAsync(Part("/counts/1"), Cancel)).Body!.TextContent, StringComparison.Ordinal);

        await Answer(counsel, form, page, "The bank has the day.", new KeyValuePair<string, string>("Form.Premises", $"Foundation:{web.Farm.Bank.Id.Value}"));
        list = HtmlPage.Read(await counsel.GetStringAsync(Part("/challenges"), Cancel)).Body!.TextContent;
        Assert.Contains("The bank has the day.", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Answered, but the answer rests on nothing yet", list, StringComparison.Ordinal);
        Assert.DoesNotContain("answered, but the answer rests on nothing yet", HtmlPage.Read(await counsel.GetStringAsync(Part("/counts/1"), Cancel)).Body!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<string> Answer(HttpClient counsel, Uri form, string page, string text, params KeyValuePair<string, string>[] more)
    {
        using var sent = new FormUrlEncodedContent(
        [
            new("__RequestVerificationToken", FarmWeb.Token(page)),
            new("_handler", "enter"),
            new("onus-key", Guid.CreateVersion7().ToString()),
            new("Form.Text", text),
            new("Form.Relation", "removes"),
            .. more,
        ]);
        using var answer = await counsel.PostAsync(form, sent, Cancel);
        return System.Net.WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));
    }

    private Uri Part(string part) => new($"/cases/{web.Farm.Ref}{part}", UriKind.Relative);
}
