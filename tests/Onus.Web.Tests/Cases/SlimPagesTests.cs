using Onus.Store.Tests;
using Onus.Web.Tests.Records;

namespace Onus.Web.Tests.Cases;

/// <summary>A page that shows nothing of the proof of a case does not load it.</summary>
public sealed class SlimPagesTests(OrchardWeb web) : IClassFixture<OrchardWeb>
{
    private static readonly string[] OfProof = ["Exhibits", "ExhibitTies", "Facts", "FactTies", "Enough", "Challenges"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <param name="page">The page.</param>
    /// <param name="frame">Questions for who asks and for the head of the case.</param>
    /// <param name="own">Questions for what the page itself shows.</param>
    [Theory]
    [InlineData("files/add", 2, 0)]
    [InlineData("clocks/new", 2, 0)]
    [InlineData("clocks", 2, 1)]
    [InlineData("papers", 2, 0)]
    [InlineData("settings", 2, 3)]
    [InlineData("requests/new", 2, 3)]
    [InlineData("files/reading", 2, 7)]
    [InlineData("files", 2, 7)]
    [InlineData("log", 2, 6)]
    public async Task The_frame_of_a_page_without_proof_is_two_questions(string page, int frame, int own)
    {
        var asked = await Ask(page);
        Assert.DoesNotContain(asked, sql => Array.Exists(OfProof, table => sql.Contains($"FROM \"{table}\"", StringComparison.Ordinal)));
        Assert.True(asked.Count <= frame + own, $"{asked.Count} instead of {frame} + {own}:\n" + string.Join('\n', asked.Select(sql => sql.ReplaceLineEndings(" "))));
        Assert.Single(asked, sql => sql.Contains("FROM \"Accounts\"", StringComparison.Ordinal) && sql.Contains("\"Members\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Gaps_are_found_without_loading_the_proof()
    {
        var asked = await Ask("gaps");
        Assert.DoesNotContain(asked, sql => Array.Exists(OfProof, table => sql.Contains($"FROM \"{table}\"", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_page_about_everything_loads_everything() =>
        Assert.Contains(await Ask("facts"), sql => sql.Contains("FROM \"FactTies\"", StringComparison.Ordinal));

    private async Task<IReadOnlyList<string>> Ask(string page)
    {
        web.Server.PreserveExecutionContext = true;
        var client = await web.SignedIn("Demo person 2");
        // The first time fills what is kept between requests.
        await client.GetAsync(new Uri($"/cases/ORCHARD/{page}", UriKind.Relative), Cancel);
        using var questions = new Questions();
        using var answer = await client.GetAsync(new Uri($"/cases/ORCHARD/{page}", UriKind.Relative), Cancel);
        Assert.True((int)answer.StatusCode < 400, $"{page}: {answer.StatusCode}");
        Assert.NotEmpty(questions.Asked);
        return questions.Asked;
    }
}
