using Microsoft.Extensions.DependencyInjection;
using Onus.Casework.Cases;
using Onus.Casework.People;
using Onus.Content;
using Onus.Domain.Cases;
using Onus.Domain.People;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Web.Tests.Proofs;

/// <summary>Drafting a count and challenging what the law presumes in it, as a browser sends the forms.</summary>
public sealed class ChargePagesTests(FarmWeb web) : IClassFixture<FarmWeb>
{
    private const string Presumed = "kestria.documents.presumed";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_count_is_for_nobody_by_choice_only_and_what_is_presumed_in_it_can_be_challenged()
    {
        var store = web.Services.GetRequiredService<OnusStore>();
        var itself = (await store.ActorOf(web.Counsel.Id, null, Cancel))!;
        var opened = (await new OpenCase(store).Handle(new("DOC-1", "Documents", "kestria"), itself, Cancel)).Value;
        var actor = (await store.ActorOf(web.Counsel.Id, null, Cancel))!;
        var defendant = await Person("Defendant 9", PersonRole.Defendant);
        var survivor = await Person("Survivor 8", PersonRole.Survivor);
        await Person("Survivor 9", PersonRole.Survivor);
        var counsel = await web.Enter(web.Counsel);
        (string, string)[] draft = [("Form.Offence", "kestria.documents"), ("Form.Defendant", defendant.Value.ToString()), ("Form.From", "2025-03-01"), ("Form.To", "2025-04-01")];

        Assert.Contains("Say for whom the count is", await Post("/counts", "draft", draft), StringComparison.Ordinal);
        Assert.Contains("is charged for one survivor at a time", await Post("/counts", "draft", [.. draft, ("Form.Survivor", "nobody")]), StringComparison.Ordinal);
        Assert.Contains("Survivor 8", await Post("/counts", "draft", [.. draft, ("Form.Survivor", survivor.Value.ToString())]), StringComparison.Ordinal);

        Guid count;
        await using (var work = store.Begin(actor))
        {
            count = work.Db.Counts.Single(c => c.CaseId == opened).Id.Value;
        }

        // A count for which nothing is cited is not said to need nothing of the survivor.
        Assert.Contains("Asked once something is cited", await Get("/counts"), StringComparison.Ordinal);

        var page = await Get("/challenges/new");
        Assert.Contains("What the law presumes: The workers are presumed not to have freely agreed (count 1)", page, StringComparison.Ordinal);
        var after = await Post("/challenges/new", "enter", ("Form.Text", "They agreed"), ("Form.On", $"Element:{count}:{Presumed}"), ("Form.Mode", "Rebut"));
        Assert.Contains("The workers are presumed not to have freely agreed (count 1)", after, StringComparison.Ordinal);
        await using (var work = store.Begin(actor))
        {
            Assert.Equal(new Target(TargetKind.Element, count, Presumed), work.Db.Challenges.Single(c => c.CaseId == opened).On);
        }

        async Task<PersonId> Person(string name, PersonRole role) => (await new AddPerson(store, Texts.Load(ContentFolder.Find(), "en", strict: true)).Handle(new("DOC-1", name, [role], []), actor, Cancel)).Value;

        async Task<string> Get(string part) => await counsel.GetStringAsync(new Uri("/cases/DOC-1" + part, UriKind.Relative), Cancel);

        async Task<string> Post(string part, string handler, params (string Name, string Value)[] fields)
        {
            using var form = new FormUrlEncodedContent(
                new (string Name, string Value)[] { ("__RequestVerificationToken", FarmWeb.Token(await Get(part))), ("_handler", handler), ("onus-key", Guid.CreateVersion7().ToString()) }
                    .Concat(fields).Select(pair => KeyValuePair.Create(pair.Name, pair.Value)));
            using var answer = await counsel.PostAsync(new Uri("/cases/DOC-1" + part, UriKind.Relative), form, Cancel);
            return await answer.Content.ReadAsStringAsync(Cancel);
        }
    }
}
