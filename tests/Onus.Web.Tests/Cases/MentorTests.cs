using System.Net;
using Onus.Casework.Cases;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.Shared;
using Onus.Web.Tests.Records;

namespace Onus.Web.Tests.Cases;

/// <summary>Whoever the record is not open to is told so, and reads of no case without files, facts and people.</summary>
public sealed class MentorTests(OrchardWeb web) : IClassFixture<OrchardWeb>
{
    [Fact]
    public async Task Every_page_of_the_record_leads_to_the_overview_which_says_that_nothing_is_open_and_no_paper_is_made()
    {
        var cancel = TestContext.Current.CancellationToken;
        var counsel = await web.Seeded.Prosecutor();
        var now = (await new LoadCase(web.Seeded.Store).Handle(web.Seeded.Ref, counsel, cancel)).Value.Case;
        var members = new Dictionary<AccountId, MemberRole> { [web.Seeded.Counsel.Id] = MemberRole.Prosecutor, [web.Seeded.Police.Id] = MemberRole.Mentor };
        Assert.True((await MembersOf(members, now, counsel, cancel)).IsOk);
        var mentor = await web.SignedIn("Demo person 1");
        foreach (var part in new[] { "/files", "/facts", "/people", "/contacts", "/chronology", "/gaps", "/clocks", "/papers", "/log", "/grid", "/papers/exhibit-list", "/papers/chronology" })
        {
            using var answer = await mentor.GetAsync(new Uri("/cases/ORCHARD" + part, UriKind.Relative), cancel);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.EndsWith("/cases/ORCHARD", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        }

        foreach (var paper in new[] { "exhibit-list", "chronology" })
        {
            using var answer = await mentor.GetAsync(new Uri($"/cases/ORCHARD/papers/{paper}.docx", UriKind.Relative), cancel);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        var overview = await mentor.GetStringAsync(new Uri("/cases/ORCHARD", UriKind.Relative), cancel);
        Assert.Contains("Counsel has not opened anything of this case to you yet.", overview, StringComparison.Ordinal);
        Assert.DoesNotContain("/cases/ORCHARD/files", overview, StringComparison.Ordinal);
        Assert.Single(new AngleSharp.Html.Parser.HtmlParser().ParseDocument(overview).QuerySelectorAll(".rows a"));
    }

    private Task<Result<CaseId>> MembersOf(Dictionary<AccountId, MemberRole> members, Case now, Actor counsel, CancellationToken cancel) =>
        new ChangeCase(web.Seeded.Store).Handle(new ChangeCase.Command { Case = now.Ref, Version = now.Version, Title = now.Title, TipOn = now.TipOn, TrialOn = now.TrialOn, Members = members }, counsel, cancel);
}
