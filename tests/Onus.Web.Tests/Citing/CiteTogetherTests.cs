using System.Net;
using System.Text.RegularExpressions;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.People;
using Onus.Store.Log;
using Onus.Web.Tests.Records;

namespace Onus.Web.Tests.Citing;

/// <summary>Without a script: passages are ticked in the file, what they show is said once, and the next one is cited for the same.</summary>
public sealed partial class CiteTogetherTests(OrchardWeb web) : IClassFixture<OrchardWeb>
{
    private const string Knowingly = "us.1589-a|us.1589-a.knowingly";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Chat => $"/cases/ORCHARD/files/{web.Seeded.Files["chat.txt"].Id.Value}/read";

    [Fact]
    public async Task What_is_ticked_in_a_file_is_cited_in_one_form_and_the_next_passage_for_the_same()
    {
        var client = await web.SignedIn("Demo person 2");
        var page = await Get(client, Chat + "?offence=us.1589-a");
        var rows = new[] { "You owe 1,400", "two lines", "हिसाब" }.Select(words => web.Seeded.Row("chat.txt", words).Id.Hex).ToArray();
        Assert.All(rows, row => Assert.Contains($"form=\"cite-together\" name=\"Form.Records\" value=\"{row}\"", page, StringComparison.Ordinal));
        var ticking = page.Split("<form").First(form => form.Contains("id=\"cite-together\"", StringComparison.Ordinal));

        var asked = await Html(await OrchardWeb.Post(client, "/cases/ORCHARD/cite?offence=us.1589-a", ticking, [("Form.Records", rows[0]), ("Form.Records", rows[1])]));
        Assert.Contains("You owe 1,400", asked, StringComparison.Ordinal);
        Assert.Contains("two lines", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("Choose what it shows", asked.Replace("data-nothing hidden>Choose what it shows", "", StringComparison.Ordinal), StringComparison.Ordinal);
        // His own words, all of them: he is proposed, as for each of them alone.
        Assert.Equal([web.Seeded.Defendant.Id.Value.ToString()], Ticked(asked, "Form.By"));

        var form = asked.Split("<form").First(part => part.Contains("name=\"Form.Record\"", StringComparison.Ordinal));
        var sent = await OrchardWeb.Post(client, "/cases/ORCHARD/cite?offence=us.1589-a", form, [.. Whom(form), ("Form.Records", rows[1]), ("Form.Cells", Knowingly), ("Form.Bearing", "supports"), ("Form.By", web.Seeded.Defendant.Id.Value.ToString())]);
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        var landed = await Get(client, sent.Headers.Location!.OriginalString);
        Assert.Matches(@"EX-\d+, EX-\d+ now support “[^”]+”, by Defendant 1, about Survivor B\.", landed);

        var same = WebUtility.HtmlDecode(Same().Match(landed).Groups["href"].Value);
        var again = await Get(client, same + "&offence=us.1589-a");
        Assert.Equal([Knowingly], Ticked(again, "Form.Cells"));
        Assert.Equal([web.Seeded.Defendant.Id.Value.ToString()], Ticked(again, "Form.By"));
    }

    [Fact]
    public async Task Whose_own_words_the_next_passage_is_is_by_whom_and_not_who_spoke_before()
    {
        var khalid = new Person { Id = new(Guid.CreateVersion7()), CaseId = web.Seeded.Id, Pseudonym = "Defendant 2", Roles = [PersonRole.Defendant], Aliases = ["خالد"] };
        await using (var work = web.Seeded.Store.Begin(await web.Seeded.Prosecutor()))
        {
            work.Add(khalid);
            Assert.True((await work.Commit(new LogEvent(web.Seeded.Id, Acts.PersonAdded), Cancel)).IsOk);
        }

        var client = await web.SignedIn("Demo person 2");
        var page = await Get(client, Cite("two lines"));
        var form = page.Split("<form").First(part => part.Contains("name=\"Form.Record\"", StringComparison.Ordinal));
        var sent = await OrchardWeb.Post(client, Cite("two lines"), form, [.. Whom(form), ("Form.Cells", Knowingly), ("Form.Bearing", "supports"), ("Form.By", web.Seeded.Defendant.Id.Value.ToString())]);
        var same = WebUtility.HtmlDecode(Same().Match(await Get(client, sent.Headers.Location!.OriginalString)).Groups["href"].Value);
        var tie = same.Split("same=")[1].Split('&')[0];

        var again = await Get(client, Cite("الجواز") + "&same=" + tie);
        Assert.Equal([Knowingly], Ticked(again, "Form.Cells"));
        Assert.Equal([khalid.Id.Value.ToString()], Ticked(again, "Form.By"));
        // Her own words are no defendant's: who was chosen before stays proposed.
        Assert.Equal([web.Seeded.Defendant.Id.Value.ToString()], Ticked(await Get(client, Cite("<script>") + "&same=" + tie), "Form.By"));

        string Cite(string words) => $"/cases/ORCHARD/cite?record={web.Seeded.Row("chat.txt", words).Id.Hex}&offence=us.1589-a";
    }

    [Fact]
    public async Task Of_several_peoples_words_nobody_is_proposed_as_the_one_who_did_it()
    {
        var client = await web.SignedIn("Demo person 2");
        var page = await Get(client, Chat);
        var ticking = page.Split("<form").First(form => form.Contains("id=\"cite-together\"", StringComparison.Ordinal));
        var (his, others) = (web.Seeded.Row("chat.txt", "You owe 1,400").Id.Hex, web.Seeded.Row("chat.txt", "<script>").Id.Hex);
        var asked = await Html(await OrchardWeb.Post(client, "/cases/ORCHARD/cite?offence=us.1589-a", ticking, [("Form.Records", his), ("Form.Records", others)]));
        Assert.Empty(Ticked(asked, "Form.By"));
        Assert.Equal([web.Seeded.Survivor.Id.Value.ToString()], Ticked(asked, "Form.About"));
        // What is no record here, and more than are cited at once, is told.
        Assert.Contains("One of these 2 passages is not there any more", await Html(await OrchardWeb.Post(client, "/cases/ORCHARD/cite", ticking, [("Form.Records", his), ("Form.Records", new string('b', 64))])), StringComparison.Ordinal);
        var many = web.Seeded.Rows["chat.txt"].Take(51).Select(row => ("Form.Records", row.Id.Hex));
        Assert.Contains("51 passages are ticked; at most 50 are cited at once.", await Html(await OrchardWeb.Post(client, "/cases/ORCHARD/cite", ticking, many)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task For_the_same_ticks_nobody_for_several_peoples_words_and_a_passage_is_about_whom_it_names()
    {
        var other = new Person { Id = new(Guid.CreateVersion7()), CaseId = web.Seeded.Id, Pseudonym = "Survivor J", Roles = [PersonRole.Survivor], Aliases = ["عندي في الخزنة"] };
        await using (var work = web.Seeded.Store.Begin(await web.Seeded.Prosecutor()))
        {
            work.Add(other);
            Assert.True((await work.Commit(new LogEvent(web.Seeded.Id, Acts.PersonAdded), Cancel)).IsOk);
        }

        var client = await web.SignedIn("Demo person 2");
        var (his, names) = (web.Seeded.Row("chat.txt", "You owe 1,400").Id.Hex, web.Seeded.Row("chat.txt", "الجواز").Id.Hex);
        Assert.Equal([other.Id.Value.ToString()], Ticked(await Get(client, $"/cases/ORCHARD/cite?record={names}&offence=us.1589-a"), "Form.About"));
        Assert.Equal([web.Seeded.Survivor.Id.Value.ToString()], Ticked(await Get(client, $"/cases/ORCHARD/cite?record={his}&offence=us.1589-a"), "Form.About"));
        // Of two passages only who is meant by both; here nobody.
        Assert.Empty(Ticked(await Get(client, $"/cases/ORCHARD/cite?record={his}&record={names}&offence=us.1589-a"), "Form.About"));

        var form = (await Get(client, $"/cases/ORCHARD/cite?record={his}&offence=us.1589-a")).Split("<form").First(part => part.Contains("name=\"Form.Record\"", StringComparison.Ordinal));
        var sent = await OrchardWeb.Post(client, $"/cases/ORCHARD/cite?record={his}&offence=us.1589-a", form, [.. Whom(form), ("Form.Cells", Knowingly), ("Form.Bearing", "supports"), ("Form.By", web.Seeded.Defendant.Id.Value.ToString())]);
        var tie = WebUtility.HtmlDecode(Same().Match(await Get(client, sent.Headers.Location!.OriginalString)).Groups["href"].Value).Split("same=")[1].Split('&')[0];
        var both = await Get(client, $"/cases/ORCHARD/cite?record={his}&record={names}&offence=us.1589-a&same={tie}");
        Assert.Equal([Knowingly], Ticked(both, "Form.Cells"));
        Assert.Empty(Ticked(both, "Form.By"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Where_one_of_several_is_gone_nothing_is_cited_and_what_was_written_stands_for_the_others(int gone)
    {
        var client = await web.SignedIn("Demo person 2");
        List<string> wanted = [.. web.Seeded.Rows["chat.txt"].Skip(20 + (gone * 10)).Take(3).Select(row => row.Id.Hex)];
        var there = wanted.Where((_, at) => at != gone).ToList();
        wanted[gone] = new string('c', 64);
        var form = await Form(client, there[0]);
        var before = await Exhibits();
        var page = await Html(await OrchardWeb.Post(client, "/cases/ORCHARD/cite", form, Sent(wanted)));
        Assert.Contains("One of these 3 passages is not there any more", page, StringComparison.Ordinal);
        Assert.Contains("Nothing was cited.", page, StringComparison.Ordinal);
        Assert.Contains($"Nobody was let go ({gone}).", page, StringComparison.Ordinal);
        Assert.Equal(["fact"], Ticked(page, "Form.Cells"));
        Assert.Equal(before, await Exhibits());

        var answer = await OrchardWeb.Post(client, "/cases/ORCHARD/cite", page.Split("<form").First(part => part.Contains("name=\"Form.Record\"", StringComparison.Ordinal)), [("Form.Cells", "fact"), ("Form.Fact", "Nobody was let go.")]);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(before + 2, await Exhibits());

        IEnumerable<(string, string)> Sent(List<string> records) =>
            [("Form.Record", records[0]), .. records.Skip(1).Select(hex => ("Form.Records", hex)), ("Form.Cells", "fact"), ("Form.Fact", $"Nobody was let go ({gone}).")];
    }

    [Fact]
    public async Task What_was_written_about_passages_of_which_none_is_left_can_be_copied_and_without_any_the_form_is_gone()
    {
        var client = await web.SignedIn("Demo person 2");
        var form = await Form(client, web.Seeded.Rows["chat.txt"][60].Id.Hex);
        var before = await Exhibits();
        var page = await Html(await OrchardWeb.Post(client, "/cases/ORCHARD/cite", form, [("Form.Record", new string('d', 64)), ("Form.Cells", "fact"), ("Form.Fact", "He kept <her> papers.")]));
        Assert.Contains("What you wanted to cite is not there any more", page, StringComparison.Ordinal);
        Assert.Contains("He kept <her> papers.", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await OrchardWeb.Post(client, "/cases/ORCHARD/cite", form, [("Form.Record", new string('e', 64)), ("Form.Cells", "fact")])).StatusCode);
        // More than are cited at once stay more than that: the second press does not cite the first alone.
        var many = web.Seeded.Rows["chat.txt"].Take(51).Select(row => row.Id.Hex).ToList();
        var refused = await Html(await OrchardWeb.Post(client, "/cases/ORCHARD/cite", form, [("Form.Record", many[0]), .. many.Skip(1).Select(hex => ("Form.Records", hex)), ("Form.Cells", "fact")]));
        var again = await OrchardWeb.Post(client, "/cases/ORCHARD/cite", refused.Split("<form").First(part => part.Contains("name=\"Form.Record\"", StringComparison.Ordinal)), [("Form.Cells", "fact")]);
        Assert.Contains("51 passages are ticked", await Html(again), StringComparison.Ordinal);
        Assert.Equal(before, await Exhibits());
    }

    private static async Task<string> Form(HttpClient client, string record) =>
        (await Get(client, $"/cases/ORCHARD/cite?record={record}")).Split("<form").First(part => part.Contains("name=\"Form.Record\"", StringComparison.Ordinal));

    private async Task<int> Exhibits()
    {
        await using var work = web.Seeded.Store.Begin(await web.Seeded.Prosecutor());
        return work.Db.Exhibits.Count();
    }

    private static IEnumerable<(string, string)> Whom(string form) => Ticked(form, "Form.About").Select(value => ("Form.About", value));

    private static List<string> Ticked(string page, string name) => [.. Box().Matches(page).Where(box => box.Groups["name"].Value == name && box.Value.Contains(" checked", StringComparison.Ordinal)).Select(box => box.Groups["value"].Value)];

    private static async Task<string> Html(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));
    }

    private static async Task<string> Get(HttpClient client, string address) => WebUtility.HtmlDecode(await client.GetStringAsync(new Uri(address, UriKind.RelativeOrAbsolute), Cancel));

    [GeneratedRegex("<input type=\"checkbox\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]+)\"[^>]*>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Box();

    [GeneratedRegex("href=\"(?<href>[^\"]*same=[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Same();
}
