using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Onus.Content;
using Onus.Domain.Charges;
using Onus.Store;
using Onus.Store.Log;
using Onus.Web.Tests.Files;

namespace Onus.Web.Tests.Cases;

/// <summary>The countries of a new case are those that have a law pack here.</summary>
public sealed class NewCaseTests(Desk desk) : IClassFixture<Desk>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_country_with_something_to_charge_is_offered_and_none_is_chosen_beforehand()
    {
        var page = WebUtility.HtmlDecode(await desk.Person.GetStringAsync("/cases/new", Cancel));
        foreach (var pack in LawPackFiles.Load(Path.Combine(ContentFolder.Find(), "law")).Packs.Packs)
        {
            Assert.Equal(pack.Offences.Any(offence => offence.Chargeable), page.Contains($"<option value=\"{pack.Country}\">{pack.Title}</option>", StringComparison.Ordinal));
        }

        Assert.Matches("<option value(=\"\")? selected(=\"\")?>Choose<", page);
    }

    [Theory]
    [InlineData("")]
    [InlineData("un")]
    [InlineData("atlantis")]
    public async Task A_country_without_a_pack_opens_no_case(string country)
    {
        var sent = await desk.Person.PostAsync(
            "/cases/new",
            new FormUrlEncodedContent([.. await desk.Hidden("/cases/new"), new("Form.Ref", "LAND-1"), new("Form.Title", "A case"), new("Form.Country", country)]),
            Cancel);
        Assert.NotEqual(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Contains("Choose the law of the case.", await sent.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("LAND-2", "2026-03-02", "2026-03-02")]
    [InlineData("LAND-3", "", null)]
    public async Task Dates_and_members_are_given_in_the_form_that_opens_a_case(string reference, string trial, string? kept)
    {
        var store = desk.Services.GetRequiredService<OnusStore>();
        var colleague = new Account { Id = new(Guid.CreateVersion7()), Name = "Person of " + reference, Office = "Investigator" };
        var actor = (await store.ActorNamed("Person 1", Cancel)).Value;
        await using (var work = store.Begin(actor))
        {
            work.Add(colleague);
            Assert.True((await work.Commit(new LogEvent(null, Acts.AccountCreated), Cancel)).IsOk);
        }

        var wrong = await Send("next spring");
        Assert.NotEqual(HttpStatusCode.Redirect, wrong.StatusCode);
        Assert.Contains("next spring", await wrong.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await Send(trial)).StatusCode);
        await using var look = store.Begin((await store.ActorNamed("Person 1", Cancel)).Value);
        var opened = look.Db.Cases.Single(c => c.Ref == reference);
        Assert.Equal(kept, opened.TrialOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Assert.Equal(
            [(actor.Account, MemberRole.Prosecutor), (colleague.Id, MemberRole.Investigator)],
            look.Db.Members.Where(m => m.CaseId == opened.Id).AsEnumerable().Select(m => (m.AccountId, m.Role)).OrderBy(m => m.Role));

        async Task<HttpResponseMessage> Send(string day) => await desk.Person.PostAsync(
            "/cases/new",
            new FormUrlEncodedContent([
                .. await desk.Hidden("/cases/new"), new("Form.Ref", reference), new("Form.Title", "A case"), new("Form.Country", "us"), new("Form.Trial", day),
                new("role-" + colleague.Id.Value, nameof(MemberRole.Investigator)), new("role-" + actor.Account.Value, nameof(MemberRole.Advocate)),
            ]),
            Cancel);
    }
}
