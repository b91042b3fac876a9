using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Onus.Domain.Charges;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Web.Tests.Proofs;

/// <summary>A list of offences on a page that is of a day gives each in the text of that day.</summary>
public sealed class LawOfTheDayTests(FarmWeb web) : IClassFixture<FarmWeb>
{
    private const string Old = "18 USC 1589, until 22 December 2008";
    private const string Now = "18 USC 1589(a)";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2005-03-01", Old, Now)]
    [InlineData("2024-03-01", Now, Old)]
    public async Task The_list_of_the_grid_is_of_its_day(string day, string shown, string other)
    {
        var page = await Get($"/grid?offence=us.1589-a&day={day}");
        Assert.Contains($"({shown})</option>", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"({other})</option>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_count_is_corrected_under_the_law_of_its_first_day()
    {
        var store = web.Services.GetRequiredService<OnusStore>();
        await using (var work = store.Begin((await store.ActorOf(web.Counsel.Id, null, Cancel))!))
        {
            var like = work.Db.Counts.First(count => count.CaseId == web.Farm.Id && count.OffenceId == "us.1589-a");
            work.Add(like with { Id = new CountId(Guid.CreateVersion7()), Number = 77, From = new(2005, 3, 1), To = new(2005, 4, 1) });
            Assert.True((await work.Commit(new Store.Log.LogEvent(web.Farm.Id, Acts.CountDrafted), Cancel)).IsOk);
        }

        Assert.Contains($"({Old})</option>", await Get("/counts/77/change"), StringComparison.Ordinal);
        Assert.Contains($"({Now})</option>", await Get("/counts/1/change"), StringComparison.Ordinal);
    }

    private async Task<string> Get(string part) =>
        WebUtility.HtmlDecode(await (await web.Enter(web.Counsel)).GetStringAsync(new Uri($"/cases/{web.Farm.Ref}{part}", UriKind.Relative), Cancel));
}
