using Microsoft.Extensions.DependencyInjection;
using Onus.Domain.Answers;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.Law;
using Onus.Domain.People;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Log;
using Onus.Web.Tests.Proofs;

namespace Onus.Web.Tests.People;

/// <summary>What is said of somebody who has two parts in a case, and of whoever is not there under a law that names no ground for what they said before.</summary>
public sealed class TwoPartsTests(FarmWeb web) : IClassFixture<FarmWeb>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Somebody_with_two_parts_has_both_on_their_page_and_no_count_against_them_for_themselves()
    {
        var both = await Case("BOTH", "us");
        var counsel = await web.Enter(web.Counsel);
        Assert.StartsWith("Survivor, Defendant. ", HtmlPage.Read(await Get($"/cases/BOTH/people/{both.Value}")).QuerySelector(".lede")!.TextContent.Trim(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Person K", HtmlPage.Read(await Get("/cases/BOTH/if-not-there")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var page = await counsel.GetStringAsync(new Uri("/cases/BOTH/counts", UriKind.Relative), Cancel);
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["__RequestVerificationToken"] = FarmWeb.Token(page),
                ["_handler"] = "draft",
                ["onus-key"] = Guid.CreateVersion7().ToString(),
                ["Form.Offence"] = "us.1589-a",
                ["Form.Defendant"] = both.Value.ToString(),
                ["Form.Survivor"] = both.Value.ToString(),
                ["Form.From"] = "2025-03-01",
                ["Form.To"] = "2025-04-01",
            });
        using var answer = await counsel.PostAsync(new Uri("/cases/BOTH/counts", UriKind.Relative), form, Cancel);
        Assert.Contains("A count cannot be for the very person it is against. Choose for whom it is.", HtmlPage.Read(await answer.Content.ReadAsStringAsync(Cancel)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(HtmlPage.Read(await Get("/cases/BOTH/counts")).QuerySelectorAll("tbody tr"));
    }

    [Theory]
    [InlineData("ke", true)]
    [InlineData("us", false)]
    public async Task A_pack_that_names_no_ground_is_not_taken_for_a_law_that_has_none(string country, bool isSaid)
    {
        await Case("GROUNDS-" + country, country);
        var page = HtmlPage.Read(await Get($"/cases/GROUNDS-{country}/if-not-there")).QuerySelector("main")!.TextContent;
        Assert.Equal(isSaid, page.Contains("names no ground on which an earlier statement could come in. That does not mean that the law has none.", StringComparison.Ordinal));
        Assert.Equal(isSaid, web.Services.GetRequiredService<LawPacks>().Of(country)!.Absence.Count == 0);
    }

    private async Task<PersonId> Case(string reference, string country)
    {
        var id = new CaseId(Guid.CreateVersion7());
        var both = new Person { Id = new(Guid.CreateVersion7()), CaseId = id, Pseudonym = "Person K", Roles = [PersonRole.Survivor, PersonRole.Defendant] };
        await using var work = web.Services.GetRequiredService<OnusStore>().Begin(new Actor(web.Counsel.Id, web.Counsel.Name, []));
        work.AddCase(
            new Case { Id = id, Ref = reference, Title = "The yard", Country = country, Practice = true, TipOn = new(2025, 3, 1), Today = new(2025, 7, 1) },
            [new CaseMember { CaseId = id, AccountId = web.Counsel.Id, Role = MemberRole.Prosecutor }]);
        work.Add(both);
        Assert.True((await work.Commit(new LogEvent(id, Acts.CaseOpened), Cancel)).IsOk);
        return both.Id;
    }

    private async Task<string> Get(string address) => await (await web.Enter(web.Counsel)).GetStringAsync(new Uri(address, UriKind.Relative), Cancel);
}
