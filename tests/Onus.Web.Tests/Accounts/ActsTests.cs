using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Onus.Domain.Charges;
using Onus.Store;
using Onus.Store.Log;
using Onus.Web.Tests.Proofs;

namespace Onus.Web.Tests.Accounts;

/// <summary>What a person may do with the pages they may see, and what becomes of a form that comes twice, too late or broken.</summary>
public sealed class ActsTests(FarmWeb web) : IClassFixture<FarmWeb>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/facts")]
    [InlineData("/people")]
    [InlineData("/foundations")]
    [InlineData("/files/add")]
    [InlineData("/requests/new")]
    public async Task An_advocate_reads_and_is_told_so_where_others_have_a_form(string part)
    {
        var advocate = await web.Enter(web.Advocate);
        var police = await web.Enter(web.Police);

        var read = await advocate.GetStringAsync(Of(part), Cancel);
        var worked = await police.GetStringAsync(Of(part), Cancel);

        Assert.Contains("Your part in this case is to read", read, StringComparison.Ordinal);
        Assert.DoesNotContain("Your part in this case is to read", worked, StringComparison.Ordinal);
        Assert.DoesNotContain("method=\"post\" action=\"/cases/", read, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_a_page_does_not_show_does_nothing_when_it_is_sent_all_the_same()
    {
        var advocate = await web.Enter(web.Advocate);
        var page = await advocate.GetStringAsync(Of("/facts"), Cancel);

        using var answer = await advocate.PostAsync(Of("/facts"), Form(page, "write", Guid.CreateVersion7(), ("Form.Sentence", "An advocate wrote this.")), Cancel);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.DoesNotContain("An advocate wrote this.", await advocate.GetStringAsync(Of("/facts"), Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fact_saved_with_a_double_click_is_saved_and_said_to_be()
    {
        var counsel = await web.Enter(web.Counsel);
        var address = Of($"/facts/{web.Farm.Passport.Id.Value}");
        var page = await counsel.GetStringAsync(address, Cancel);
        var key = Guid.CreateVersion7();
        FormUrlEncodedContent Sent() => Form(page, "edit", key, ("Form.Version", HtmlPage.Hidden(page, "Form.Version")), ("Form.Sentence", "Saved with two clicks."), ("Form.On", ""));

        using var first = await counsel.PostAsync(address, Sent(), Cancel);
        using var second = await counsel.PostAsync(address, Sent(), Cancel);

        var shown = await second.Content.ReadAsStringAsync(Cancel);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        Assert.Contains("Saved with two clicks.", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing of yours was saved", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Marks_of_two_people_do_not_undo_each_other()
    {
        var counsel = await web.Enter(web.Counsel);
        var police = await web.Enter(web.Police);
        var address = Of($"/facts/{await FreshFact()}");
        var seen = await counsel.GetStringAsync(address, Cancel);
        var alsoSeen = await police.GetStringAsync(address, Cancel);

        using var helps = await police.PostAsync(
            address, Form(alsoSeen, "mark", Guid.CreateVersion7(), ("version", HtmlPage.Hidden(alsoSeen, "version")), ("marks", "helps-defence")), Cancel);
        using var late = await counsel.PostAsync(
            address, Form(seen, "mark", Guid.CreateVersion7(), ("version", HtmlPage.Hidden(seen, "version")), ("marks", "sensitive")), Cancel);

        Assert.Contains("Somebody else changed this", await late.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        var stands = await counsel.GetStringAsync(address, Cancel);
        Assert.Matches("value=\"helps-defence\"[^>]*checked", stands);
        Assert.DoesNotMatch("value=\"sensitive\"[^>]*checked", stands);
    }

    [Theory]
    [InlineData("/log?page=x")]
    [InlineData("/log?page=2147483647")]
    [InlineData("/chronology?page=x&undated=perhaps")]
    [InlineData("/chronology?page=2147483647")]
    [InlineData("/contacts?settled=x")]
    [InlineData("/challenges/new?answers=1")]
    [InlineData("/files/questions?run=1")]
    [InlineData("/files/add?nothing=1")]
    [InlineData("/grid?offence=none&day=never")]
    public async Task A_mistyped_address_shows_the_page(string part)
    {
        var counsel = await web.Enter(web.Counsel);

        using var answer = await counsel.GetAsync(Of(part), Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Nobody_is_signed_out_by_another_page()
    {
        var counsel = await web.Enter(web.Counsel);

        using var forged = await counsel.PostAsync(new Uri("/sign-out", UriKind.Relative), new FormUrlEncodedContent([]), Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        using var still = await counsel.GetAsync(Of(""), Cancel);
        Assert.Equal($"/cases/{web.Farm.Ref}", still.RequestMessage!.RequestUri!.AbsolutePath);
    }

    private Uri Of(string part) => new($"/cases/{web.Farm.Ref}{part}", UriKind.Relative);

    private async Task<Guid> FreshFact()
    {
        var store = web.Services.GetRequiredService<OnusStore>();
        var actor = await store.ActorOf(web.Police.Id, null, Cancel);
        await using var work = store.Begin(actor!);
        var fact = new Fact { Id = new(Guid.CreateVersion7()), CaseId = web.Farm.Id, Sentence = "A fact of its own." };
        work.Add(fact);
        Assert.True((await work.Commit(new LogEvent(web.Farm.Id, Acts.FactWritten), Cancel)).IsOk);
        return fact.Id.Value;
    }

    private static FormUrlEncodedContent Form(string page, string handler, Guid key, params (string Name, string Value)[] fields) => new(
        new (string Name, string Value)[]
        {
            ("__RequestVerificationToken", FarmWeb.Token(page)),
            ("_handler", handler),
            ("onus-key", key.ToString()),
        }.Concat(fields).Select(pair => KeyValuePair.Create(pair.Name, pair.Value)));
}
