using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Onus.Casework.Files;
using Onus.Casework.Foundations;
using Onus.Casework.People;
using Onus.Content;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Store;

namespace Onus.Web.Tests.Files;

/// <summary>The three questions in a table, as a browser sends it: what is proposed, what is ticked by itself, and what is saved.</summary>
public sealed class ProvenanceTests(Desk desk) : IClassFixture<Desk>
{
    private const string Table = $"/cases/{Desk.Case}/files/provenance";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_warrant_that_nobody_entered_yet_is_named_above_the_table_and_is_one_for_all_rows_that_choose_it()
    {
        var (store, actor) = await Store();
        using (await desk.Send(await desk.Hidden($"/cases/{Desk.Case}/files/add"), ("files", "raid/till.pdf", "t"u8.ToArray()), ("files", "raid/rent.pdf", "r"u8.ToArray())))
        {
        }

        var files = (await desk.List()).Files.Where(file => file.Name.StartsWith("raid/", StringComparison.Ordinal)).Select(file => file.Id.Value).ToList();
        (string, string)[] rows = [.. files.SelectMany(file => new[] { ($"from-{file}", "Harbour police"), ($"obtained-{file}", "new") })];
        Assert.Contains("A row rests on the new warrant, consent or order. Say above what it is", await Post([("save", "true"), .. rows]), StringComparison.Ordinal);
        Assert.All((await desk.List()).Files.Where(file => files.Contains(file.Id.Value)), file => Assert.Null(file.Obtained));

        await Post([("save", "true"), ("obtained-kind", "Warrant"), ("obtained-label", "Search warrant for the raid"), .. rows]);
        var on = (await desk.List()).Files.Where(file => files.Contains(file.Id.Value)).Select(file => file.Obtained).Distinct().ToList();
        await using var work = store.Begin(actor);
        var warrant = work.Db.Foundations.Single(foundation => foundation.Label == "Search warrant for the raid");
        Assert.Equal(FoundationKind.Warrant, warrant.Kind);
        Assert.Equal(warrant.Id, Assert.Single(on));
    }

    [Fact]
    public async Task Names_and_folders_propose_a_statement_is_ticked_by_itself_and_a_finder_is_told_from_a_speaker()
    {
        var (store, actor) = await Store();
        var people = (await new AddPerson(store, Texts.Load(ContentFolder.Find(), "en", strict: true)).Several(
            Desk.Case,
            [
                new(Desk.Case, "Survivor A", [PersonRole.Survivor], ["Mirela Oduya"]), new(Desk.Case, "Defendant D", [PersonRole.Defendant], ["Corin Vale"]),
                new(Desk.Case, "Officer V", [PersonRole.Officer], []), new(Desk.Case, "Fernbank", [PersonRole.Custodian], []),
            ], actor, Cancel)).Value;
        var warrant = (await new AddFoundation(store).Handle(new(Desk.Case, FoundationKind.Warrant, "Search order"), actor, Cancel)).Value;
        using (await desk.Send(
            await desk.Hidden($"/cases/{Desk.Case}/files/add"),
            ("files", "statements/statement Mirela Oduya.docx", "a"u8.ToArray()), ("files", "statements/statement of a neighbour.docx", "b"u8.ToArray()),
            ("files", "search/debt book.pdf", "c"u8.ToArray()), ("files", "search/rota.pdf", "d"u8.ToArray())))
        {
        }

        var files = (await desk.List()).Files.ToDictionary(f => f.Name, f => f.Id.Value);
        var page = await Get();
        Assert.Matches($"name=\"from-{files["statements/statement Mirela Oduya.docx"]}\"[^>]*value=\"Survivor A\"", page);
        Assert.Matches($"name=\"from-{files["search/rota.pdf"]}\"[^>]*value=\"\"", page);
        Assert.Contains("What stands in the rows already is proposed", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("<option value=\"Survivor A\"", StringComparison.Ordinal) < page.IndexOf("<option value=\"Officer V\"", StringComparison.Ordinal));

        Assert.Contains("Say at least of one folder", await Post(("fill", "folders")), StringComparison.Ordinal);

        // Filling in "a statement" ticks that it is their own, before anything is saved.
        var at = (await desk.Hidden(Table)).Single(h => h.Value == "statements").Key["folder-".Length..];
        var filled = await Post(("fill", "folders"), ("folder-obtained-" + at, "statement"), ("from-" + files["statements/statement Mirela Oduya.docx"], "Survivor A"));
        Assert.Equal(2, filled.Split("checked").Length - 1);
        Assert.Matches($"name=\"statement-{files["statements/statement Mirela Oduya.docx"]}\"[^>]*checked", filled);
        Assert.All((await desk.List()).Files.Where(f => f.Name.StartsWith("statements/", StringComparison.Ordinal) || f.Name.StartsWith("search/", StringComparison.Ordinal)), f => Assert.Null(f.Obtained));

        // The book is the words of who wrote it; the officer says that it was there.
        var book = files["search/debt book.pdf"];
        await Post(("save", "true"), ($"from-{book}", "Defendant D"), ($"obtained-{book}", warrant.Value.ToString()), ($"kept-{book}", people[2].Value.ToString()));
        var saved = (await desk.List()).Files.Single(f => f.Id.Value == book);
        Assert.Equal(people[1], saved.FromPerson);
        await using (var work = store.Begin(actor))
        {
            var officer = work.Db.Foundations.Single(f => f.Id == saved.Factual[0]);
            Assert.Equal((FoundationKind.Witness, people[2]), (officer.Kind, officer.Person!.Value));
        }

        // What came later from the same folder is proposed as the book was answered for.
        var again = await Get();
        var rota = again[again.IndexOf($"from-{files["search/rota.pdf"]}", StringComparison.Ordinal)..];
        Assert.Matches($"^[^>]*value=\"Defendant D\"", rota);
        Assert.Matches($"(?s)name=\"obtained-{files["search/rota.pdf"]}\".*?<option value=\"{warrant.Value}\" selected", rota);
        Assert.Matches($"(?s)name=\"kept-{files["search/rota.pdf"]}\".*?<option value=\"{saved.Factual[0].Value}\" selected", rota);
        Assert.Null((await desk.List()).Files.Single(f => f.Name == "search/rota.pdf").Obtained);

        // A keeper of records is attached in the table too.
        var list = files["search/rota.pdf"];
        await Post(("save", "true"), ($"from-{list}", "Fernbank"), ($"obtained-{list}", warrant.Value.ToString()), ($"kept-{list}", people[3].Value.ToString()));
        await using var look = store.Begin(actor);
        var kept = look.Db.Materials.Single(m => m.Id == new Domain.Shared.MaterialId(list)).Factual;
        Assert.Equal(FoundationKind.Custodian, look.Db.Foundations.Single(f => f.Id == kept[0]).Kind);
    }

    [Fact]
    public async Task What_was_typed_for_one_table_stands_in_no_other_and_one_fitting_order_is_chosen()
    {
        var (store, actor) = await Store();
        var order = (await new AddFoundation(store).Handle(new(Desk.Case, FoundationKind.Order, "Order to the banks"), actor, Cancel)).Value;
        using (await desk.Send(
            await desk.Hidden($"/cases/{Desk.Case}/files/add"),
            ("files", "banks/fern.csv", Encoding.UTF8.GetBytes("Date;Text;Amount;Balance\n14/05/2025;Wage;7.00;102.00\n")),
            ("files", "banks/lintel.csv", Encoding.UTF8.GetBytes("Date;Purpose;Amount;Balance\n15/05/2025;Wage;7.00;102.00\n"))))
        {
        }

        var banks = (await desk.List()).Files.Where(f => f.Name.StartsWith("banks/", StringComparison.Ordinal)).OrderBy(f => f.Name).Select(f => f.Id).ToList();
        Assert.True((await new AnswerQuestions(store).Handle(new AnswerQuestions.Command { Case = Desk.Case, Files = banks, From = "The banks", Obtained = order }, actor, Cancel)).IsOk);
        await Reading.Settled(desk.Services, Desk.Case);

        const string Decisions = $"/cases/{Desk.Case}/files/decisions";
        var page = await desk.Person.GetStringAsync(new Uri(Decisions, UriKind.Relative), Cancel);
        Assert.Contains("Bank table: banks/fern.csv", page, StringComparison.Ordinal);
        Assert.Equal(2, page.Split("value=\"dmy\" checked").Length - 1);
        var key = banks[0].Value.ToString("N");
        var hidden = await desk.Hidden(Decisions);
        using var form = new FormUrlEncodedContent([.. hidden, new("send", "new:" + key), new("holder-" + key, "Corin Vale"), new("col-date-" + key, "1"), new("col-amount-" + key, "3"), new("table-order-" + key, "dmy")]);
        using var answer = await desk.Person.PostAsync(new Uri(Decisions, UriKind.Relative), form, Cancel);
        var after = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));
        Assert.Contains("Say the currency by its three letters", after, StringComparison.Ordinal);
        Assert.Equal(1, after.Split("value=\"Corin Vale\"").Length - 1);
    }

    private async Task<(OnusStore Store, Actor Actor)> Store()
    {
        var store = desk.Services.GetRequiredService<OnusStore>();
        return (store, (await store.ActorNamed("Person 1", Cancel)).Value);
    }

    private async Task<string> Get() => WebUtility.HtmlDecode(await desk.Person.GetStringAsync(new Uri(Table, UriKind.Relative), Cancel));

    private async Task<string> Post(params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent([.. await desk.Hidden(Table), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);
        using var answer = await desk.Person.PostAsync(new Uri(Table, UriKind.Relative), form, Cancel);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));
    }
}
