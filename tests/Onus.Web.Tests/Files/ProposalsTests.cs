using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Onus.Casework.Files;
using Onus.Casework.Foundations;
using Onus.Casework.People;
using Onus.Content;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Store;

namespace Onus.Web.Tests.Files;

/// <summary>What names, folders and the head of a table propose is shown and saved with one button.</summary>
public sealed class ProposalsTests(Desk desk) : IClassFixture<Desk>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_proposed_for_whole_folders_is_saved_at_once_and_the_rest_stays_open()
    {
        var (store, actor) = await Store();
        var people = (await new AddPerson(store, Texts.Load(ContentFolder.Find(), "en", strict: true)).Several(
            Desk.Case, [new(Desk.Case, "Survivor A", [PersonRole.Survivor], ["Mirela Oduya"]), new(Desk.Case, "Witness W", [PersonRole.Witness], ["Tamsin Rook"])], actor, Cancel)).Value;
        var consent = (await new AddFoundation(store).Handle(new(Desk.Case, FoundationKind.Consent, "Consent to the search of the phone", Whose: people[0]), actor, Cancel)).Value;
        using (await desk.Send(
            await desk.Hidden($"/cases/{Desk.Case}/files/add"),
            ("files", "Mirela phone/voice.opus", "a"u8.ToArray()), ("files", "Mirela phone/Records.json", "b"u8.ToArray()), ("files", "Mirela phone/note.pdf", "%PDF-1.4 c"u8.ToArray()),
            ("files", "Taken/Statement Tamsin Rook.docx", "d"u8.ToArray()), ("files", "Taken/map.docx", "e"u8.ToArray())))
        {
        }

        const string Questions = $"/cases/{Desk.Case}/files/questions";
        var page = WebUtility.HtmlDecode(await desk.Person.GetStringAsync(new Uri(Questions, UriKind.Relative), Cancel));
        Assert.Contains("Save the proposals for 3 files", page, StringComparison.Ordinal);
        var form = page.Split("<form").First(f => f.Contains("name=\"proposed\"", StringComparison.Ordinal));
        using var answer = await Records.OrchardWeb.Post(desk.Person, Questions, form, []);
        Assert.Contains("done=3", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        var files = (await desk.List()).Files.ToDictionary(f => f.Name);
        Assert.All([files["Mirela phone/voice.opus"], files["Mirela phone/Records.json"]], f => Assert.Equal((people[0], consent, false), (f.FromPerson, f.Obtained, f.Statement)));
        var statement = files["Taken/Statement Tamsin Rook.docx"];
        Assert.True(statement.Statement);
        Assert.Equal(people[1], statement.FromPerson);
        Assert.All([files["Mirela phone/note.pdf"], files["Taken/map.docx"]], f => Assert.Null(f.Obtained));

        // What lies on her phone and is another's words is proposed as obtained by her consent, and left to a person.
        var table = WebUtility.HtmlDecode(await desk.Person.GetStringAsync(new Uri($"/cases/{Desk.Case}/files/provenance", UriKind.Relative), Cancel));
        Assert.Matches($"(?s)name=\"obtained-{files["Mirela phone/note.pdf"].Id.Value}\".*?<option value=\"{consent.Value}\" selected", table);
    }

    [Fact]
    public async Task The_columns_of_a_bank_come_with_a_name_the_holder_and_the_currency()
    {
        var (store, actor) = await Store();
        var order = (await new AddFoundation(store).Handle(new(Desk.Case, FoundationKind.Order, "Order to the credit union"), actor, Cancel)).Value;
        using (await desk.Send(
            await desk.Hidden($"/cases/{Desk.Case}/files/add"),
            ("files", "banks/Cove CU I Varga.csv", Encoding.UTF8.GetBytes("Cove Credit Union\nMember: ILSE VARGA   Account 77-10\nDate,Details,Money out,Money in,Balance\n03/25/2025,CASH,,100.00,100.00\n03/26/2025,RENT,20.00,,80.00\n"))))
        {
        }

        var file = (await desk.List()).Files.Single(f => f.Name.StartsWith("banks/", StringComparison.Ordinal)).Id;
        Assert.True((await new AnswerQuestions(store).Handle(new AnswerQuestions.Command { Case = Desk.Case, Files = [file], From = "Cove", Obtained = order }, actor, Cancel)).IsOk);
        await Reading.Settled(desk.Services, Desk.Case);
        const string Decisions = $"/cases/{Desk.Case}/files/decisions";
        var page = WebUtility.HtmlDecode(await desk.Person.GetStringAsync(new Uri(Decisions, UriKind.Relative), Cancel));
        var key = file.Value.ToString("N");
        Assert.Matches($"name=\"profile-name-{key}\"[^>]*value=\"Date, Details, Money out, Money in, Balance\"", page);
        Assert.Matches($"name=\"holder-{key}\"[^>]*value=\"ILSE VARGA\"", page);
        Assert.Matches($"name=\"currency-{key}\"[^>]*value=\"USD\"", page);
        Assert.Contains("The file does not say. USD is proposed", page, StringComparison.Ordinal);

        // The button for all decides no columns that nobody touched: they would hold for every other file of that bank.
        async Task<Onus.Domain.Evidence.MaterialStatus> All(string currency)
        {
            using var sent = new FormUrlEncodedContent(
                [.. await desk.Hidden(Decisions), new("send", "all:"), new("holder-" + key, "ILSE VARGA"), new("profile-name-" + key, "Date, Details, Money out, Money in, Balance"), new("currency-" + key, currency), .. Chosen(page, key)]);
            using var all = await desk.Person.PostAsync(new Uri(Decisions, UriKind.Relative), sent, Cancel);
            return (await desk.List()).Files.Single(f => f.Id == file).Status;
        }

        Assert.Equal(Onus.Domain.Evidence.MaterialStatus.NeedsDecision, await All("USD"));

        // What a person took out stays out.
        using var form = new FormUrlEncodedContent([.. await desk.Hidden(Decisions), new("send", "new:" + key), new("holder-" + key, ""), new("profile-name-" + key, ""), new("currency-" + key, "")]);
        using var answer = await desk.Person.PostAsync(new Uri(Decisions, UriKind.Relative), form, Cancel);
        var after = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));
        Assert.DoesNotContain("value=\"ILSE VARGA\"", after, StringComparison.Ordinal);

        // Whoever changed anything of it has looked.
        Assert.NotEqual(Onus.Domain.Evidence.MaterialStatus.NeedsDecision, await All("EUR"));
    }

    // What the page has chosen in lists and buttons, as a browser sends it.
    private static IEnumerable<KeyValuePair<string, string>> Chosen(string page, string key)
    {
        var ticked = page.Split("<input").Skip(1).Select(part => part.Split('>')[0]).Where(tag => tag.Contains(" checked", StringComparison.Ordinal)).Select(tag => (Name: Of(tag, "name"), Value: Of(tag, "value")));
        var listed = page.Split("<select").Skip(1).Select(part => (
            Name: Of(part.Split('>')[0], "name"), Value: part.Split("</select>")[0].Split("<option").Skip(1).Where(option => option.Split('>')[0].Contains(" selected", StringComparison.Ordinal)).Select(option => Of(option, "value")).FirstOrDefault() ?? ""));
        return ticked.Concat(listed).Where(field => field.Name.EndsWith("-" + key, StringComparison.Ordinal)).Select(field => KeyValuePair.Create(field.Name, field.Value));

        static string Of(string tag, string name) => tag.Split($" {name}=\"") is [_, var rest, ..] ? rest.Split('"')[0] : "";
    }

    private async Task<(OnusStore Store, Actor Actor)> Store()
    {
        var store = desk.Services.GetRequiredService<OnusStore>();
        return (store, (await store.ActorNamed("Person 1", Cancel)).Value);
    }
}
