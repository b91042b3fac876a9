using System.Net;

namespace Onus.Web.Tests.Records;

public sealed class RecordPagesTests(OrchardWeb web) : IClassFixture<OrchardWeb>
{
    private const string Counsel = "Demo person 2";
    private const string Police = "Demo person 1";
    private const string Stranger = "Demo person 9";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Message => $"/cases/ORCHARD/records/{web.Seeded.Row("chat.txt", "<script>").Id.Hex}";

    private string Chat => $"/cases/ORCHARD/files/{web.Seeded.Files["chat.txt"].Id.Value}/read";

    [Fact]
    public async Task Evidence_is_text_wherever_it_is_shown()
    {
        var client = await web.SignedIn(Police);
        foreach (var address in new[] { Message, Chat, "/cases/ORCHARD/chronology?kind=message", "/cases/ORCHARD/contacts" })
        {
            var page = await Get(client, address);
            Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<b>held", page, StringComparison.Ordinal);
            if (!address.EndsWith("contacts", StringComparison.Ordinal))
            {
                Assert.Contains("&lt;script&gt;alert", page, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task What_may_be_privileged_has_its_warning_before_its_words_and_is_not_sent_to_police()
    {
        var row = web.Seeded.Row("chat.txt", "two lines");
        var actor = await web.Seeded.Investigator();
        Assert.True((await new Casework.Disclosure.MarkForDisclosure(web.Seeded.Store).Handle(
            new(web.Seeded.Ref, row.Id, null, 1, false, false, true), actor, Cancel)).IsOk);
        var single = $"/cases/ORCHARD/records/{row.Id.Hex}";
        string[] all = [single, Chat, "/cases/ORCHARD/chronology?kind=message", $"/cases/ORCHARD/cite?record={row.Id.Hex}"];
        foreach (var address in all)
        {
            var page = await Get(await web.SignedIn(Police), address);
            Assert.DoesNotContain("of one message", page, StringComparison.Ordinal);
            Assert.Contains("Possibly privileged: stop reading", page, StringComparison.Ordinal);
        }

        var counsel = await Get(await web.SignedIn(Counsel), single);
        Assert.InRange(counsel.IndexOf("Possibly privileged: stop reading", StringComparison.Ordinal), 0, counsel.IndexOf("of one message", StringComparison.Ordinal));
        Assert.Matches("Open the words all the same</summary>\\s*<div>[\\s\\S]*of one message", counsel);
    }

    [Fact]
    public async Task Counsel_alone_is_told_where_the_same_words_stand_unmarked()
    {
        var rows = web.Seeded.Rows["bank.csv"].FindAll(row => row.Text!.Contains("held", StringComparison.Ordinal));
        Assert.True((await new Casework.Disclosure.MarkForDisclosure(web.Seeded.Store).Handle(
            new(web.Seeded.Ref, rows[0].Id, null, 1, false, false, true), await web.Seeded.Investigator(), Cancel)).IsOk);
        var single = $"/cases/ORCHARD/records/{rows[0].Id.Hex}";
        var (counsel, police) = (await Get(await web.SignedIn(Counsel), single), await Get(await web.SignedIn(Police), single));
        Assert.Contains("The same stands elsewhere, unmarked", counsel, StringComparison.Ordinal);
        Assert.Contains($"/records/{rows[1].Id.Hex}#marks", counsel, StringComparison.Ordinal);
        Assert.DoesNotContain("The same stands elsewhere", police, StringComparison.Ordinal);
        Assert.DoesNotContain($"/records/{rows[1].Id.Hex}#marks", police, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_from_right_to_left_stand_in_an_element_of_their_own_direction()
    {
        var page = await Get(await web.SignedIn(Police), Chat);
        Assert.Contains("<bdi>خالد</bdi>", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Matches("dir=\"auto\"[^>]*>\\s*الجواز", WebUtility.HtmlDecode(page));
    }

    [Fact]
    public async Task The_reader_leads_to_the_file_before_and_after_and_says_which_of_how_many_it_is()
    {
        var client = await web.SignedIn(Police);
        var seen = new List<string>();
        var at = Chat;
        for (var before = Link(await Get(client, at), "Previous file: "); before is not null; before = Link(await Get(client, at), "Previous file: "))
        {
            at = before;
        }

        for (var next = at; next is not null; next = Link(await Get(client, next), "Next file: "))
        {
            at = next;
            seen.Add(next.Split('?')[0]);
            Assert.Matches($"File {seen.Count} of [0-9]+ that can be read", await Get(client, next));
        }

        Assert.Contains(Chat, seen);
        Assert.Equal(seen.Distinct(), seen);
        Assert.Contains($"File {seen.Count} of {seen.Count} that can be read", await Get(client, at), StringComparison.Ordinal);
        Assert.NotNull(Link(await Get(client, at), "Previous file: "));

        static string? Link(string page, string words) =>
            WebUtility.HtmlDecode(page).Split("<a ").FirstOrDefault(link => link.Contains(">" + words, StringComparison.Ordinal)) is { } found ? found.Split("href=\"")[1].Split('"')[0] : null;
    }

    [Fact]
    public async Task The_form_of_citing_has_the_elements_first_and_asks_about_whom_and_by_whom()
    {
        var form = (await Get(await web.SignedIn(Counsel), Chat + "?offence=us.1591-a-1")).Split("<dialog id=\"cite\"")[1];
        var group = form.Split("us.1591-a-1|");
        Assert.True(group.Length > 3);
        Assert.Contains("data-asks=\"about by\"", form, StringComparison.Ordinal);
        Assert.Matches("data-whom=\"by\"[\\s\\S]*?data-missing hidden", form);
        Assert.True(form.IndexOf("us.1591-a-1|", StringComparison.Ordinal) < form.IndexOf("data-more", StringComparison.Ordinal));
        Assert.DoesNotMatch("data-more open", form);
    }

    [Fact]
    public async Task A_stranger_finds_nothing_anywhere()
    {
        var client = await web.SignedIn(Stranger);
        var picture = $"/cases/ORCHARD/files/{web.Seeded.Files["gate.png"].Id.Value}/picture";
        foreach (var address in new[]
        {
            "/cases/ORCHARD", "/cases/ORCHARD/chronology", "/cases/ORCHARD/contacts", "/cases/ORCHARD/gaps", Message, Chat, picture,
            "/cases/ORCHARD/exhibits/1", "/cases/ORCHARD/exhibits/1/translation", "/cases/ORCHARD/clocks/new", "/cases/ORCHARD/settings", $"/cases/ORCHARD/cite?record={web.Seeded.Row("chat.txt", "You owe").Id.Hex}",
        })
        {
            var answer = await client.GetAsync(new Uri(address, UriKind.Relative), Cancel);
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{address}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Only_counsel_opens_the_title_and_members_of_a_case()
    {
        Assert.Contains("Demo person 9", await Get(await web.SignedIn(Counsel), "/cases/ORCHARD/settings"), StringComparison.Ordinal);
        var police = await web.SignedIn(Police);
        Assert.Equal(HttpStatusCode.NotFound, (await police.GetAsync(new Uri("/cases/ORCHARD/settings", UriKind.Relative), Cancel)).StatusCode);
        Assert.DoesNotContain("/settings", await Get(police, "/cases/ORCHARD"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clock_leads_to_the_letter_with_the_holder_and_the_day_before_and_no_words_of_people_in_the_address()
    {
        var client = await web.SignedIn(Police);
        var gaps = await Get(client, "/cases/ORCHARD/gaps");
        var address = "/cases/ORCHARD/requests/new?clock=" + gaps.Split("/cases/ORCHARD/requests/new?clock=")[1].Split('"')[0];
        Assert.DoesNotContain("Valley", address, StringComparison.Ordinal);
        var form = await Get(client, address);
        Assert.Contains("value=\"Valley Mobile\"", form, StringComparison.Ordinal);
        Assert.Contains("value=\"2025-06-13\"", form, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/cases/ORCHARD/requests/new?clock=nonsense", UriKind.Relative), Cancel)).StatusCode);
    }

    [Theory]
    [InlineData("/cases/ORCHARD/clocks/00000000-0000-0000-0000-000000000001")]
    [InlineData("/cases/ORCHARD/exhibits/999/translation")]
    [InlineData("/cases/ORCHARD/records/nonsense")]
    [InlineData("/cases/ORCHARD/records/0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("/cases/ORCHARD/files/00000000-0000-0000-0000-000000000001/read")]
    [InlineData("/cases/ORCHARD/exhibits/999")]
    public async Task What_is_not_there_is_not_found(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await web.SignedIn(Counsel)).GetAsync(new Uri(address, UriKind.Relative), Cancel)).StatusCode);

    [Fact]
    public async Task An_investigator_sees_no_cells_and_cannot_send_one()
    {
        var client = await web.SignedIn(Police);
        var page = await Get(client, Message + "?offence=us.1589-a");
        Assert.DoesNotContain("us.1589-a", page, StringComparison.Ordinal);
        Assert.Contains("value=\"fact\"", page, StringComparison.Ordinal);

        var form = page.Split("<form").First(f => f.Contains("Form.Cells", StringComparison.Ordinal));
        var answer = await OrchardWeb.Post(client, "/cases/ORCHARD/cite", form,
        [
            ("Form.Record", web.Seeded.Row("chat.txt", "two lines").Id.Hex), ("Form.Cells", "us.1589-a|us.1589-a.knowingly"),
        ]);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("not among those you work on", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Citing_returns_into_the_case_only()
    {
        var client = await web.SignedIn(Counsel);
        var id = web.Seeded.Row("chat.txt", "row 7,").Id.Hex;
        var page = await Get(client, $"/cases/ORCHARD/cite?record={id}&back=https://example.invalid/");
        var form = page.Split("<form").First(f => f.Contains("Form.Cells", StringComparison.Ordinal));
        var answer = await OrchardWeb.Post(client, "/cases/ORCHARD/cite", form, [("Form.Cells", "fact"), ("Form.Back", "//example.invalid/")]);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith($"/cases/ORCHARD/records/{id}?cited=", answer.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_is_posted_and_its_words_stand_in_no_address()
    {
        var client = await web.SignedIn(Police);
        var page = await Get(client, "/cases/ORCHARD/chronology?kind=message");
        var form = page.Split("<form").First(f => f.Contains("Form.Text", StringComparison.Ordinal));
        var answer = await OrchardWeb.Post(client, "/cases/ORCHARD/chronology?kind=message", form, [("Form.Text", "lower trees")]);
        var found = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("Entries with these words: 248", found, StringComparison.Ordinal);
        Assert.DoesNotContain("=lower", found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_leaves_as_a_picture_and_nothing_else_does()
    {
        var client = await web.SignedIn(Police);
        var answer = await client.GetAsync(new Uri($"/cases/ORCHARD/files/{web.Seeded.Files["gate.png"].Id.Value}/picture", UriKind.Relative), Cancel);
        Assert.Equal("image/png", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        var chat = await client.GetAsync(new Uri($"/cases/ORCHARD/files/{web.Seeded.Files["chat.txt"].Id.Value}/picture", UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, chat.StatusCode);
    }

    [Fact]
    public async Task A_time_is_shown_as_stated_with_its_zone_and_in_utc()
    {
        var page = WebUtility.HtmlDecode(await Get(await web.SignedIn(Police), Chat));
        Assert.Contains("18:04 (+05:45) = 12:19 UTC", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_case_says_how_to_begin()
    {
        var page = await Get(await web.SignedIn(Counsel), "/cases/EMPTY");
        Assert.Contains("Drop the files in", page, StringComparison.Ordinal);
        Assert.Contains("type=\"file\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_a_file_leads_to_the_next_and_to_any_other_with_one_click()
    {
        var police = await web.SignedIn(Police);
        var files = web.Seeded.Files.Values.Where(f => web.Seeded.Rows[f.Name].Count > 0).OrderBy(f => f.Name, StringComparer.Ordinal).ToList();
        for (var i = 0; i < files.Count; i++)
        {
            var page = WebUtility.HtmlDecode(await Get(police, $"/cases/ORCHARD/files/{files[i].Id.Value}/read"));
            Assert.Equal(i + 1 < files.Count, page.Contains("Next file: " + files.ElementAtOrDefault(i + 1)?.Name, StringComparison.Ordinal));
            Assert.All(files.Where(other => other != files[i]), other => Assert.Contains($"/cases/ORCHARD/files/{other.Id.Value}/read", page, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_overview_says_what_is_missing_and_what_will_be_deleted()
    {
        var page = WebUtility.HtmlDecode(await Get(await web.SignedIn(Police), "/cases/ORCHARD"));
        Assert.Contains("6 files are read", page, StringComparison.Ordinal);
        Assert.Contains("No entry in May 2025: Account of Defendant 1", page, StringComparison.Ordinal);
        Assert.Contains("Valley Mobile deletes call records of Defendant 1 in 21 days", page, StringComparison.Ordinal);
        Assert.Contains("/cases/ORCHARD/requests/new?clock=", page, StringComparison.Ordinal);
    }

    private static async Task<string> Get(HttpClient client, string address)
    {
        var answer = await client.GetAsync(new Uri(address, UriKind.Relative), Cancel);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {answer.StatusCode}");
        return await answer.Content.ReadAsStringAsync(Cancel);
    }
}
