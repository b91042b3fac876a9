using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Store;
using Onus.Store.Log;
using Onus.Tests;

namespace Onus.Web.Tests.Proofs;

/// <summary>The site with the farm in it and real rules of who may see what; a visitor signs in with one click.</summary>
public class FarmWeb : Site, IAsyncLifetime
{
    public FarmCase Farm { get; private set; } = null!;

    public Account Counsel { get; } = new() { Id = new(Guid.CreateVersion7()), Name = "Demo person 2", Office = "Prosecutor", Demo = true };

    public Account Police { get; } = new() { Id = new(Guid.CreateVersion7()), Name = "Demo person 1", Office = "Investigator", Demo = true };

    public Account Advocate { get; } = new() { Id = new(Guid.CreateVersion7()), Name = "Demo person 3", Office = "Advocate", Demo = true };

    public async ValueTask InitializeAsync()
    {
        StartServer();
        var store = Services.GetRequiredService<OnusStore>();
        await using (var work = store.Begin(new Actor(Counsel.Id, Counsel.Name, [])))
        {
            work.Add(Counsel);
            work.Add(Police);
            work.Add(Advocate);
            await work.Commit(new LogEvent(null, Acts.AccountCreated), default);
        }

        Farm = await FarmCase.Seed(store, new Actor(Counsel.Id, Counsel.Name, []), Police.Id, default, advocate: Advocate.Id);
    }

    public async Task<HttpClient> Enter(Account account)
    {
        var visitor = Visitor();
        var page = await visitor.GetStringAsync(new Uri("/sign-in", UriKind.Relative));
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", Token(page)), new("account", account.Id.Value.ToString())]);
        using var answer = await visitor.PostAsync(new Uri("/sign-in", UriKind.Relative), form);
        return visitor;
    }

    public static string Token(string page) => HtmlPage.Token(page);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Onus:Demo", "true").UseSetting("Onus:DemoCases", "");
    }
}

public sealed class WhoSeesProofTests(FarmWeb web) : IClassFixture<FarmWeb>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/grid")]
    [InlineData("/grid/cell?offence=us.1589-a&day=2025-03-12&column=count%3A1&element=us.1589-a.knowingly")]
    [InlineData("/counts")]
    [InlineData("/counts/1")]
    [InlineData("/what-if")]
    public async Task Counsels_papers_are_not_there_for_police(string part)
    {
        var police = await web.Enter(web.Police);
        var counsel = await web.Enter(web.Counsel);

        using var refused = await police.GetAsync(new Uri($"/cases/{web.Farm.Ref}{part}", UriKind.Relative), Cancel);
        using var shown = await counsel.GetAsync(new Uri($"/cases/{web.Farm.Ref}{part}", UriKind.Relative), Cancel);

        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
    }

    [Theory]
    [InlineData("/facts")]
    [InlineData("/foundations")]
    public async Task The_record_is_there_for_police_and_says_nothing_of_counts(string part)
    {
        var police = await web.Enter(web.Police);

        var page = await police.GetStringAsync(new Uri($"/cases/{web.Farm.Ref}{part}", UriKind.Relative), Cancel);

        Assert.DoesNotContain("falls with it alone", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Count 1", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Striking_answers_at_once_and_a_kept_what_if_opens_for_counsel_alone()
    {
        var counsel = await web.Enter(web.Counsel);
        var address = new Uri($"/cases/{web.Farm.Ref}/what-if", UriKind.Relative);
        var page = await counsel.GetStringAsync(address, Cancel);
        using var see = await counsel.PostAsync(address, Struck(page), Cancel);
        Assert.Contains("does not testify", await see.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);

        using var keep = await counsel.PostAsync(address, Struck(page, ("keep", "yes"), ("title", "Without her")), Cancel);
        var kept = keep.RequestMessage!.RequestUri!; // The client has followed the redirect.
        Assert.Equal(HttpStatusCode.OK, (await counsel.GetAsync(kept, Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await web.Enter(web.Police)).GetAsync(kept, Cancel)).StatusCode);
    }

    private FormUrlEncodedContent Struck(string page, params (string Name, string Value)[] more) => new(
        new (string Name, string Value)[]
        {
            ("__RequestVerificationToken", FarmWeb.Token(page)),
            ("_handler", "what-if"),
            ("onus-key", Guid.CreateVersion7().ToString()),
            ("strike", web.Farm.Testimony.Id.Value.ToString()),
        }.Concat(more).Select(pair => KeyValuePair.Create(pair.Name, pair.Value)));
}
