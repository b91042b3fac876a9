using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Onus.Domain.People;
using Onus.Store;
using Onus.Web.Tests.Proofs;

namespace Onus.Web.Tests.People;

/// <summary>The pages about people and counts, as a browser without a script sends their forms.</summary>
public sealed partial class PeoplePagesTests(FarmWeb web) : IClassFixture<FarmWeb>
{
    private const string Care = "No address, shelter, health or immigration details.";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Several_people_are_added_with_one_form_and_a_row_without_a_part_has_that_above_it()
    {
        var police = await web.Enter(web.Police);
        var (at, page) = await Post(police, "/people", "add", ("name", "Picker 1"), ("role", "Witness"), ("known", "Lalo; +34 600 111 222"), ("name", "Picker 2"), ("role", ""), ("known", ""), ("name", ""), ("role", ""), ("known", ""), ("name", "Inspector 8"), ("role", "Officer"), ("known", ""));
        Assert.EndsWith("/people?added=3&role=Officer", at.PathAndQuery, StringComparison.Ordinal);
        Assert.Contains("3 people are added", page, StringComparison.Ordinal);
        Assert.Matches("""<option value="Officer" selected""", page);
        Assert.Contains("<bdi>+34 600 111 222</bdi>", page, StringComparison.Ordinal);

        var (_, wrong) = await Post(police, "/people", "add", ("name", "Picker 3"), ("role", "Witness"), ("known", ""), ("name", ""), ("role", ""), ("known", ""), ("name", "Picker 4"), ("role", ""), ("known", "Lalo"));
        Assert.Contains("href=\"#known-3\"", wrong, StringComparison.Ordinal);
        Assert.Contains("belongs to Picker 1 already", wrong, StringComparison.Ordinal);
        Assert.Matches("""id="name-1"[^>]*value="Picker 3""", wrong);
        Assert.DoesNotContain("Picker 3</bdi>", wrong, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_refused_without_an_answer_is_not_called_optional_and_title_dates_and_members_are_found_under_their_names()
    {
        var counsel = await web.Enter(web.Counsel);
        var person = HtmlPage.Read(await counsel.GetStringAsync(new Uri($"/cases/{web.Farm.Ref}/people/{web.Farm.Survivor.Id.Value}", UriKind.Relative), Cancel));
        var legends = person.QuerySelectorAll("legend").Select(legend => legend.TextContent.Trim()).ToList();
        Assert.Contains("What they are in this case", legends);
        Assert.All(person.QuerySelectorAll("[required]"), field => Assert.DoesNotContain("(optional)", person.QuerySelector($"label[for='{field.Id}']")?.TextContent ?? "", StringComparison.Ordinal));
        var overview = HtmlPage.Read(await counsel.GetStringAsync(new Uri($"/cases/{web.Farm.Ref}", UriKind.Relative), Cancel));
        Assert.Equal("Title, dates and members", overview.QuerySelector($"main a[href='/cases/{web.Farm.Ref}/settings']")?.TextContent.Trim());
    }

    [Fact]
    public async Task People_are_added_by_ticks_alone_and_ticks_and_rows_stand_again_where_one_is_refused()
    {
        var police = await web.Enter(web.Police);
        var seen = await Get(police, "/people");
        Assert.DoesNotContain($"value=\"Survivor:{web.Farm.Survivor.Pseudonym}\"", seen, StringComparison.Ordinal);
        var free = ReadyTicks().Matches(seen).Select(found => found.Groups["name"].Value).ToList();
        var (interpreter, expert) = (free.First(name => name.StartsWith("Interpreter:", StringComparison.Ordinal)), free.First(name => name.StartsWith("Expert:", StringComparison.Ordinal)));
        var (_, page) = await Post(police, "/people", "add", ("ready", interpreter), ("ready", expert));
        Assert.Contains("2 people are added", page, StringComparison.Ordinal);
        Assert.Contains($"<bdi>{interpreter.Split(':')[1]}</bdi>", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"value=\"{expert}\"", page, StringComparison.Ordinal);

        // The bank may go by its name; the name of a witness that the files know may not, and nothing typed or ticked is lost by it.
        var officer = free.First(name => name.StartsWith("Officer:", StringComparison.Ordinal));
        var (_, wrong) = await Post(
            police, "/people", "add", ("ready", officer), ("name", "Velmora Bank"), ("role", "Custodian"), ("known", "Velmora Bank; Velmora"), ("name", "Velmora Quay"), ("role", "Witness"), ("known", "Quay"));
        Assert.Contains("href=\"#name-2\"", wrong, StringComparison.Ordinal);
        Assert.Matches($"value=\"{officer}\" checked", wrong);
        Assert.Matches("""id="name-1"[^>]*value="Velmora Bank""", wrong);
        Assert.Matches("""id="known-1"[^>]*value="Velmora Bank; Velmora""", wrong);
        var (_, right) = await Post(
            police, "/people", "add", ("ready", officer), ("name", "Velmora Savings"), ("role", "Custodian"), ("known", "Velmora Bank"), ("name", "Neighbour 31"), ("role", "Witness"), ("known", ""));
        Assert.Contains("3 people are added", right, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_is_renamed_given_parts_and_words_and_who_looked_earlier_changes_nothing()
    {
        var police = await web.Enter(web.Police);
        var id = await Add(police, "Neighbour 4", "Witness");
        var seen = await Get(police, $"/people/{id}");
        Assert.Matches("""value="RepeatName" checked""", seen);
        await Post(police, "/facts", "write", ("Form.Sentence", "Neighbour 4 saw the van leave."));
        (string, string)[] change = [("Form.Version", "1"), ("Form.Name", "Survivor N"), ("Form.Roles", "Survivor"), ("Form.Roles", "Witness"), ("Form.Words", "They"), ("Form.Minor", "yes")];
        var (_, page) = await Post(police, $"/people/{id}", "change", change);
        Assert.Contains("Saved. Every page, every paper and every sentence that Onus wrote follows.", page, StringComparison.Ordinal);
        Assert.Contains("<h1>Survivor N</h1>", page, StringComparison.Ordinal);
        // What somebody typed is listed with its link, also later.
        Assert.Matches("""<a href="/cases/[^"]+/facts/[0-9a-f-]+">A fact</a>: <bdi>Neighbour 4 saw the van leave.</bdi>""", page);
        Assert.Contains("Neighbour 4 saw the van leave.", await Get(police, $"/people/{id}"), StringComparison.Ordinal);
        Assert.Contains("Survivor, Witness.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Survivor N", Title().Match(page).Value, StringComparison.Ordinal);
        Assert.Contains("Somebody else changed this", (await Post(police, $"/people/{id}", "change", change)).Page, StringComparison.Ordinal);
        Assert.Contains("Say what the person is", (await Post(police, $"/people/{id}", "change", [.. change.Where(c => c.Item1 != "Form.Roles" && c.Item1 != "Form.Version"), ("Form.Version", "2")])).Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_advocate_notes_a_wish_and_nothing_else_and_a_withdrawal_stops_what_goes_to_the_person()
    {
        var police = await web.Enter(web.Police);
        var id = await Add(police, "Survivor W", "Survivor");
        var (_, letter) = await Post(police, "/requests/new", "ask", ("Form.Kind", "Police"), ("Form.To", "The clinic"), ("Form.Asks", id), ("Form.What", "A letter"), ("Form.Why", "Wages"));
        Assert.Contains("The clinic", letter, StringComparison.Ordinal);

        var advocate = await web.Enter(web.Advocate);
        var seen = await Get(advocate, $"/people/{id}");
        Assert.Contains("Your part in this case is to read", seen, StringComparison.Ordinal);
        Assert.Contains("name=\"Wish.To\"", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"Form.Name\"", seen, StringComparison.Ordinal);
        Assert.Contains(Care, seen, StringComparison.Ordinal);
        Assert.Contains("Say to whom it was said.", (await Post(advocate, $"/people/{id}", "wish", ("Wish.Version", "1"), ("Wish.Wish", "Withdraws"), ("Wish.On", "2025-06-30"), ("Wish.To", ""))).Page, StringComparison.Ordinal);
        var (_, noted) = await Post(advocate, $"/people/{id}", "wish", ("Wish.Version", "1"), ("Wish.Wish", "Withdraws"), ("Wish.On", "2025-06-30"), ("Wish.To", "Demo person 3"), ("Wish.Note", "Wants to be left in peace."));
        Assert.Contains("One open request that goes to this person was stopped.", noted, StringComparison.Ordinal);
        Assert.Contains("Said on 30 June 2025 to Demo person 3.", noted, StringComparison.Ordinal);
        Assert.Contains("Wants to be left in peace.", noted, StringComparison.Ordinal);

        Assert.Contains("Stopped: whom it asks withdrew on 30 June 2025.", await Get(police, "/requests"), StringComparison.Ordinal);
        Assert.Contains("Survivor W has withdrawn.", (await Post(police, "/requests/new", "ask", ("Form.Kind", "Police"), ("Form.To", "Survivor W"), ("Form.What", "A letter"), ("Form.Why", "Wages"))).Page, StringComparison.Ordinal);
        Assert.DoesNotContain("Go on with request", await Get(police, $"/people/{id}"), StringComparison.Ordinal);
        await Post(advocate, $"/people/{id}", "wish", ("Wish.Version", "2"), ("Wish.Wish", "Testifies"), ("Wish.On", "2025-07-01"), ("Wish.To", "Demo person 3"));
        var open = await Get(police, $"/people/{id}");
        var (_, resumed) = await Post(police, $"/people/{id}", "resume", ("resume", Resume().Match(open).Groups["value"].Value));
        Assert.Contains("The request goes on.", resumed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Spellings_are_added_removed_and_split_and_two_people_become_one()
    {
        var counsel = await web.Enter(web.Counsel);
        var id = await Add(counsel, "Driver 5", "Witness");
        await Post(counsel, $"/people/{id}", "add", ("spelling", "Chalo"));
        Assert.Contains("belongs to Driver 5 already", (await Post(counsel, $"/people/{id}", "add", ("spelling", "Chalo"))).Page, StringComparison.Ordinal);
        await Post(counsel, $"/people/{id}", "add", ("spelling", "El Flaco"));
        var (_, removed) = await Post(counsel, $"/people/{id}", "remove", ("version", "3"), ("alias", "Chalo"));
        Assert.DoesNotContain("<bdi>Chalo</bdi>", removed, StringComparison.Ordinal);

        var (split, other) = await Post(counsel, $"/people/{id}/sort", "split", ("version", "4"), ("spellings", "El Flaco"), ("name", "Driver 6"), ("roles", "Defendant"));
        Assert.Contains("<h1>Driver 6</h1>", other, StringComparison.Ordinal);
        Assert.Contains("<bdi>El Flaco</bdi>", other, StringComparison.Ordinal);
        var gone = split.AbsolutePath.Split('/')[^1];
        Assert.Contains("Choose who is the same person.", (await Post(counsel, $"/people/{id}/sort", "merge", ("version", "5"), ("other", ""))).Page, StringComparison.Ordinal);
        var (_, merged) = await Post(counsel, $"/people/{id}/sort", "merge", ("version", "5"), ("other", gone + ":1"));
        Assert.Contains("Witness, Defendant.", merged, StringComparison.Ordinal);
        using var lost = await counsel.GetAsync(Of($"/people/{gone}"), Cancel);
        Assert.Equal(HttpStatusCode.NotFound, lost.StatusCode);

        // Merging reaches counsel's papers: police have no form for it.
        var police = await web.Enter(web.Police);
        Assert.DoesNotContain("name=\"other\"", await Get(police, $"/people/{id}/sort"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_count_is_changed_made_two_drafted_for_another_withdrawn_and_restored()
    {
        var counsel = await web.Enter(web.Counsel);
        var (_, split) = await Post(counsel, "/counts/3/change", "split", ("version", "1"), ("day", "2025-04-10"));
        var second = Numbers().Matches(await Get(counsel, "/counts")).Max(match => int.Parse(match.Groups["number"].Value, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Contains($"Count {second}", split, StringComparison.Ordinal);
        Assert.Contains("Choose a day after 12 March 2025, at the latest 9 April 2025.", (await Post(counsel, "/counts/3/change", "split", ("version", "2"), ("day", "2025-04-10"))).Page, StringComparison.Ordinal);
        var farm = web.Farm;
        var (_, changed) = await Post(counsel, $"/counts/{second}/change", "change", ("Form.Version", "1"), ("Form.Offence", "us.1590-a"), ("Form.Defendant", farm.Owner.Id.Value.ToString()), ("Form.Survivor", farm.Survivor.Id.Value.ToString()), ("Form.From", "2025-04-10"), ("Form.To", "2025-05-01"));
        Assert.Contains("18 USC 1590(a), against Defendant 2, for Survivor B", WebUtility.HtmlDecode(changed), StringComparison.Ordinal);
        var (_, form) = await Post(counsel, "/counts/1/change", "duplicate", ("version", "1"), ("defendant", farm.Foreman.Id.Value.ToString()), ("survivor", farm.Survivor.Id.Value.ToString()));
        Assert.Contains("This is the same count.", form, StringComparison.Ordinal);
        Assert.DoesNotMatch("""name="carry"[^>]*checked""", form);
        Assert.Matches("""name="carry" value="[0-9a-f-]{36}""", form);
        var (drafted, _) = await Post(counsel, "/counts/1/change", "duplicate", ("version", "1"), ("defendant", farm.Owner.Id.Value.ToString()), ("survivor", farm.Survivor.Id.Value.ToString()));
        var made = drafted.AbsolutePath.Split('/')[^1];

        Assert.Contains("Say why it is withdrawn.", (await Post(counsel, $"/counts/{made}/change", "withdraw", ("version", "1"), ("reason", ""))).Page, StringComparison.Ordinal);
        var (_, list) = await Post(counsel, $"/counts/{made}/change", "withdraw", ("version", "1"), ("reason", "Drafted by mistake."));
        Assert.Contains("Withdrawn counts", list, StringComparison.Ordinal);
        Assert.Contains("Drafted by mistake.", list, StringComparison.Ordinal);
        Assert.DoesNotContain($"Count {made}", await Get(counsel, "/papers/gap-sheet"), StringComparison.Ordinal);
        using var moved = await counsel.GetAsync(Of($"/counts/{made}"), Cancel);
        Assert.EndsWith($"/counts/{made}/change", moved.RequestMessage!.RequestUri!.AbsolutePath, StringComparison.Ordinal);
        var (restored, _) = await Post(counsel, $"/counts/{made}/change", "restore", ("version", "2"));
        Assert.EndsWith($"/counts/{made}", restored.AbsolutePath, StringComparison.Ordinal);
        using var closed = await (await web.Enter(web.Police)).GetAsync(Of($"/counts/{made}/change"), Cancel);
        Assert.Equal(HttpStatusCode.NotFound, closed.StatusCode);
    }

    [Fact]
    public async Task Pages_of_a_case_speak_of_its_survivor_by_the_words_that_were_given()
    {
        var counsel = await web.Enter(web.Counsel);
        foreach (var part in new[] { "/grid?offence=us.1589-a&day=2025-03-12", "/counts", "/counts/1", "/papers/gap-sheet", "", "/people" })
        {
            var page = WebUtility.HtmlDecode(Tags().Replace(await Get(counsel, part), " "));
            Assert.DoesNotMatch(@"(?i)\b(on her alone|without her|her word|needs of her|her wish|comes from her)\b", page);
        }

        Assert.Matches("Only Survivor B’s account so far|without Survivor B’s testimony|testimony of Survivor B", WebUtility.HtmlDecode(await Get(counsel, "/grid?offence=us.1589-a&day=2025-03-12")));
    }

    [Fact]
    public async Task What_most_cases_rely_on_is_ticked_and_the_rest_added_in_a_table_at_once()
    {
        var police = await web.Enter(web.Police);
        var witness = await Add(police, "Officer 12", "Officer");
        var page = await Get(police, "/foundations");
        Assert.Contains("Consent of Survivor B to read the phone", page, StringComparison.Ordinal);
        Assert.Contains("Officer 12 testifies", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("name=\"usual\"[^>]* checked", page);
        var survivor = web.Farm.Survivor.Id.Value.ToString();

        var (_, wrong) = await Post(police, "/foundations", "add", ("kind", ""), ("label", ""), ("who", ""), ("kind", ""), ("label", "Order 9"), ("who", ""));
        Assert.Contains("href=\"#kind-2\"", wrong, StringComparison.Ordinal);
        var (at, after) = await Post(
            police, "/foundations", "add", ("usual", $"Consent:{survivor}"), ("usual", $"Witness:{witness}"),
            ("kind", "Order"), ("label", "Order 9 to the bank"), ("who", ""), ("kind", ""), ("label", "Order 10 to the operator"), ("who", ""),
            ("kind", "Device"), ("label", "Phone, item 4"), ("who", survivor), ("kind", "Examiner"), ("label", "Examiner 3"), ("who", witness));
        Assert.EndsWith("/foundations?added=6", at.PathAndQuery, StringComparison.Ordinal);
        Assert.Contains("6 are added.", after, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"Consent:" + survivor, after, StringComparison.Ordinal);
        var there = (await Foundations()).ToDictionary(f => f.Label);
        Assert.Equal((Domain.Evidence.FoundationKind.Order, true), (there["Order 10 to the operator"].Kind, there["Order 10 to the operator"].Legal));
        Assert.Equal((null, web.Farm.Survivor.Id), (there["Phone, item 4"].Person, there["Phone, item 4"].Whose!.Value));
        Assert.Equal((witness, null), (there["Examiner 3"].Person?.Value.ToString(), there["Examiner 3"].Whose));
        Assert.Equal(web.Farm.Survivor.Id, there["Consent of Survivor B to read the phone"].Whose);

        // The same once more is a slip, and then none of the form is kept.
        var (_, twice) = await Post(police, "/foundations", "add", ("kind", "Order"), ("label", "Order 11"), ("who", ""), ("kind", ""), ("label", "Order 9 to the bank"), ("who", ""));
        Assert.Contains("href=\"#label-2\"", twice, StringComparison.Ordinal);
        Assert.Matches("""id="label-1"[^>]*value="Order 11""", twice);
        Assert.DoesNotContain(await Foundations(), f => f.Label == "Order 11");
    }

    [Fact]
    public async Task Several_counts_are_drafted_with_one_form_one_for_each_pair_or_none()
    {
        var counsel = await web.Enter(web.Counsel);
        var other = await Add(counsel, "Survivor D", "Survivor");
        var farm = web.Farm;
        (string, string)[] draft =
        [
            ("Form.Offence", "us.1592-a"), ("Form.Defendant", farm.Foreman.Id.Value.ToString()), ("Form.Defendant", farm.Owner.Id.Value.ToString()),
            ("Form.Survivor", farm.Survivor.Id.Value.ToString()), ("Form.Survivor", other), ("Form.From", "2025-01-02"), ("Form.To", "2025-02-03"),
        ];
        Assert.Contains("two defendants ticked for one survivor make two counts", await Get(counsel, "/counts"), StringComparison.Ordinal);
        Assert.Contains("Tick either the survivors, or that the offence is against nobody.", (await Post(counsel, "/counts", "draft", [.. draft, ("Form.Survivor", "nobody")])).Page, StringComparison.Ordinal);
        Assert.Contains("Tick at least one defendant.", (await Post(counsel, "/counts", "draft", [.. draft.Where(f => f.Item1 != "Form.Defendant")])).Page, StringComparison.Ordinal);
        var (at, page) = await Post(counsel, "/counts", "draft", draft);
        Assert.EndsWith("/counts?drafted=4", at.PathAndQuery, StringComparison.Ordinal);
        Assert.Contains("4 counts are drafted, one for each offence, survivor and defendant you chose.", page, StringComparison.Ordinal);
        Assert.Equal(4, page.Split("2 January 2025 to 3 February 2025").Length - 1);
    }

    [Fact]
    public async Task Several_offences_over_the_same_days_are_drafted_with_one_form_or_none()
    {
        var counsel = await web.Enter(web.Counsel);
        var farm = web.Farm;
        (string, string)[] draft =
        [
            ("Form.Offence", "us.1592-a"), ("Form.Also", "us.1590-a"), ("Form.Also", "us.1592-a"), ("Form.Defendant", farm.Foreman.Id.Value.ToString()),
            ("Form.Survivor", farm.Survivor.Id.Value.ToString()), ("Form.From", "2025-01-04"), ("Form.To", "2025-02-05"),
        ];
        Assert.Contains("Choose an offence of the law packs.", (await Post(counsel, "/counts", "draft", [.. draft, ("Form.Also", "us.no-such")])).Page, StringComparison.Ordinal);
        var (at, page) = await Post(counsel, "/counts", "draft", draft);
        Assert.EndsWith("/counts?drafted=2", at.PathAndQuery, StringComparison.Ordinal);
        Assert.Equal(2, page.Split("4 January 2025 to 5 February 2025").Length - 1);

        // What was refused stands again, in sight.
        var (_, again) = await Post(counsel, "/counts", "draft", [.. draft.Where(f => f.Item1 != "Form.To")]);
        Assert.Matches("""<details class="disclosure" open[^>]*>\s*<summary>Further offences""", again);
        Assert.Matches("""name="Form.Also" value="us.1590-a" checked""", again);
    }

    private async Task<List<Domain.Evidence.Foundation>> Foundations()
    {
        var store = web.Services.GetRequiredService<OnusStore>();
        await using var work = store.Begin((await store.ActorOf(web.Counsel.Id, null, Cancel))!);
        return [.. work.Db.Foundations];
    }

    private Uri Of(string part) => new($"/cases/{web.Farm.Ref}{part}", UriKind.Relative);

    private Task<string> Get(HttpClient who, string part) => who.GetStringAsync(Of(part), Cancel);

    private async Task<string> Add(HttpClient who, string name, string role)
    {
        await Post(who, "/people", "add", ("name", name), ("role", role), ("known", ""));
        var actor = (await web.Services.GetRequiredService<OnusStore>().ActorOf(web.Counsel.Id, null, Cancel))!;
        await using var work = web.Services.GetRequiredService<OnusStore>().Begin(actor);
        return work.Db.People.Single((Person p) => p.Pseudonym == name).Id.Value.ToString();
    }

    private async Task<(Uri At, string Page)> Post(HttpClient who, string part, string handler, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(
            new (string Name, string Value)[] { ("__RequestVerificationToken", FarmWeb.Token(await Get(who, part))), ("_handler", handler), ("onus-key", Guid.CreateVersion7().ToString()) }
                .Concat(fields).Select(pair => KeyValuePair.Create(pair.Name, pair.Value)));
        using var answer = await who.PostAsync(Of(part), form, Cancel);
        return (answer.RequestMessage!.RequestUri!, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel)));
    }

    [GeneratedRegex("/counts/(?<number>[0-9]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbers();

    [GeneratedRegex("""name="ready" value="(?<name>[^"]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ReadyTicks();

    [GeneratedRegex("<title>[^<]*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Title();

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tags();

    [GeneratedRegex("""name="resume" value="(?<value>[0-9:]+)""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Resume();
}
