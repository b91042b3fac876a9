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
        using var sent = new FormUrlEncodedContent(
        [
            new("__RequestVerificationToken", FarmWeb.Token(page)),
            new("_handler", "enter"),
            new("onus-key", Guid.CreateVersion7().ToString()),
            new("Form.Text", "That was before the gate had a lock."),
            new("Form.Relation", "removes"),
        ]);
        using var answer = await counsel.PostAsync(form, sent, Cancel);

        // The list of challenges shows what was answered and the answer.
        var list = await counsel.GetStringAsync(Part("/challenges"), Cancel);
        Assert.Contains("That was before the gate had a lock.", list, StringComparison.Ordinal);
        Assert.Contains("Answered", list, StringComparison.Ordinal);
    }

    private Uri Part(string part) => new($"/cases/{web.Farm.Ref}{part}", UriKind.Relative);
}
