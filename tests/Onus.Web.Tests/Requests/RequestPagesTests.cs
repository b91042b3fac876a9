using System.Net;
using System.Text.RegularExpressions;
using Onus.Web.Tests.Proofs;

namespace Onus.Web.Tests.Requests;

/// <summary>The pages about requests, marks and papers, as a browser without a script sends their forms.</summary>
public sealed partial class RequestPagesTests(FarmWeb web) : IClassFixture<FarmWeb>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Counsel_asks_police_answer_and_send_back_and_a_stale_form_is_told()
    {
        var (counsel, police) = (await web.Enter(web.Counsel), await web.Enter(web.Police));
        var (at, letter) = await Post(counsel, "/requests/new", "ask", ("Form.Kind", "ThirdParty"), ("Form.To", "Valley Mobile"), ("Form.What", "Call records"), ("Form.Account", "0171 555"), ("Form.OurWhy", "Without the warrant."), ("Form.Count", "1"));
        var number = At().Match(at.AbsolutePath).Groups["n"].Value;
        Assert.DoesNotContain("Without the warrant", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("The farm", Tags().Replace(letter, " "), StringComparison.Ordinal);
        Assert.DoesNotContain("Onus", Tags().Replace(letter, " "), StringComparison.Ordinal);

        Assert.Contains("Without the warrant.", await Get(counsel, "/requests"), StringComparison.Ordinal);
        var seen = await Get(police, "/requests");
        Assert.DoesNotContain("Without the warrant.", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("Count 1", seen, StringComparison.Ordinal);

        await Post(police, "/requests", $"move-{number}-Sent", ("number", number), ("version", "1"), ("to", "Sent"));
        var (_, refused) = await Post(police, "/requests", $"move-{number}-Answered", ("number", number), ("version", "2"), ("to", "Answered"), ("words", "Kept as typed"));
        Assert.Contains("Say how much came.", refused, StringComparison.Ordinal);
        Assert.Contains("Kept as typed", refused, StringComparison.Ordinal);
        var (_, stale) = await Post(police, "/requests", $"move-{number}-Answered", ("number", number), ("version", "1"), ("to", "Answered"), ("came", "InFull"), ("words", "x"));
        Assert.DoesNotContain("all of it came", stale, StringComparison.Ordinal);
        var (_, answered) = await Post(police, "/requests", $"move-{number}-Answered", ("number", number), ("version", "2"), ("to", "Answered"), ("came", "Partly"), ("words", "May alone"));
        Assert.Contains("a part came: <bdi>May alone</bdi>", answered, StringComparison.Ordinal);
        var (_, back) = await Post(counsel, "/requests", $"move-{number}-SentBack", ("number", number), ("version", "3"), ("to", "SentBack"), ("words", "June is missing."));
        Assert.Contains("Sent back, to be answered again", back, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_that_names_somebody_by_now_says_so_in_place_of_itself()
    {
        var police = await web.Enter(web.Police);
        var (at, letter) = await Post(police, "/requests/new", "ask", ("Form.Kind", "ThirdParty"), ("Form.To", "Valley Bank"), ("Form.What", "The lease that Odile Brook signed"));
        Assert.Contains("Odile Brook", letter, StringComparison.Ordinal);
        await Post(police, "/people", "add", ("name", "Survivor Q"), ("role", "Survivor"), ("known", "Odile Brook"));
        var number = At().Match(at.AbsolutePath).Groups["n"].Value;
        var refused = WebUtility.HtmlDecode(await Get(police, "/papers/request-" + number));
        Assert.Contains("This paper was not made", refused, StringComparison.Ordinal);
        Assert.Contains("the case knows Survivor Q by now", refused, StringComparison.Ordinal);
        Assert.DoesNotContain("Brook", refused, StringComparison.Ordinal);
        using var file = await police.GetAsync(Of($"/papers/request-{number}.docx"), Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, file.StatusCode);
    }

    [Theory]
    [InlineData("The lodger file of Tamsin Reed", "Survivor R", "Tamsin Reed")]
    [InlineData("Top-ups by way of Okoro and sons", "Witness 8", "Ada Okoro")]
    [InlineData("Calls of the line 020 7946 0773", "Defendant 7", "+44 20 7946 0773")]
    public async Task What_names_somebody_by_now_is_not_marked_as_sent_nor_sent_back_and_can_be_closed(string what, string who, string known)
    {
        var police = await web.Enter(web.Police);
        var (drafted, _) = await Post(police, "/requests/new", "ask", ("Form.Kind", "ThirdParty"), ("Form.To", "Valley Bank"), ("Form.What", what));
        var (gone, _) = await Post(police, "/requests/new", "ask", ("Form.Kind", "ThirdParty"), ("Form.To", "Valley Mobile"), ("Form.What", what));
        var (draft, sent) = (At().Match(drafted.AbsolutePath).Groups["n"].Value, At().Match(gone.AbsolutePath).Groups["n"].Value);
        await Post(police, "/requests", $"move-{sent}-Sent", ("number", sent), ("version", "1"), ("to", "Sent"));
        await Post(police, "/requests", $"move-{sent}-Answered", ("number", sent), ("version", "2"), ("to", "Answered"), ("came", "Partly"), ("words", "A part"));
        await Post(police, "/people", "add", ("name", who), ("role", who.Split(' ')[0]), ("known", known));

        var sentence = $"Request {draft} goes to somebody outside and has a name, or a part of one, by which the case knows {who} by now.";
        var (_, refused) = await Post(police, "/requests", $"move-{draft}-Sent", ("number", draft), ("version", "1"), ("to", "Sent"));
        Assert.Contains(sentence, refused, StringComparison.Ordinal);
        // Nothing of it was written: its version is still the first.
        var (_, back) = await Post(police, "/requests", $"move-{sent}-SentBack", ("number", sent), ("version", "3"), ("to", "SentBack"), ("words", "The rest is missing."));
        Assert.Contains($"Request {sent} goes to somebody outside", back, StringComparison.Ordinal);
        // What happened is still told: the answer that was noted by mistake, and that nothing more is expected.
        var (_, undone) = await Post(police, "/requests", $"move-{sent}-Sent", ("number", sent), ("version", "3"), ("to", "Sent"), ("words", "It was another's."));
        Assert.DoesNotContain("goes to somebody outside", undone, StringComparison.Ordinal);
        var (_, closed) = await Post(police, "/requests", $"move-{draft}-Closed", ("number", draft), ("version", "1"), ("to", "Closed"), ("words", "Written anew"));
        Assert.DoesNotContain("goes to somebody outside", closed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Form.Why", "It concerns Defendant 1.", "names Defendant 1")]
    [InlineData("Form.What", "Statements of Survivor B", "names Survivor B")]
    [InlineData("Form.Authority", "18 USC 1589(a)", "tells what the case is about")]
    public async Task What_tells_of_the_case_is_refused_at_its_field_and_stays_typed(string field, string text, string sentence)
    {
        var police = await web.Enter(web.Police);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["Form.Kind"] = "ThirdParty", ["Form.To"] = "Valley Bank", ["Form.What"] = "Statements", [field] = text };

        var (_, page) = await Post(police, "/requests/new", "ask", [.. fields.Select(pair => (pair.Key, pair.Value))]);

        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.Contains($"href=\"#{field}\"", page, StringComparison.Ordinal);
        Assert.Contains(text, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_finding_drafts_states_no_weakness_and_shows_its_element_to_counsel_alone()
    {
        var (counsel, police) = (await web.Enter(web.Counsel), await web.Enter(web.Police));
        var drafts = Draft().Matches(await Get(counsel, "/counts/1")).Select(match => WebUtility.HtmlDecode(match.Groups["href"].Value)).Distinct().ToList();
        Assert.NotEmpty(drafts);
        foreach (var draft in drafts)
        {
            var forPolice = await police.GetStringAsync(new Uri(draft, UriKind.Relative), Cancel);
            Assert.DoesNotContain("18 USC", forPolice, StringComparison.Ordinal);
            var printed = Printed().Matches(await counsel.GetStringAsync(new Uri(draft, UriKind.Relative), Cancel)).Select(match => WebUtility.HtmlDecode(match.Value));
            Assert.All(printed, value => Assert.DoesNotMatch("(?i)independent|alone|depend|without|witness|warrant|weak|element|contest|rests", value));
        }
    }

    [Fact]
    public async Task A_mark_is_lifted_with_a_reason_and_the_list_names_it_until_then()
    {
        var police = await web.Enter(web.Police);
        var part = $"/facts/{web.Farm.Passport.Id.Value}";
        await Post(police, part, "mark", ("version", "1"), ("marks", "helps-defence"), ("marks", "privileged"));
        var list = Tags().Replace(await Get(police, "/disclosure"), " ");
        Assert.Contains("1 marked as helping the defence", list, StringComparison.Ordinal);
        Assert.DoesNotContain("passports in a locked drawer", list, StringComparison.Ordinal);
        var (_, refused) = await Post(police, part, "mark", ("version", "2"), ("marks", "helps-defence"), ("reason", " "));
        Assert.Contains("Say why the mark is lifted.", refused, StringComparison.Ordinal);
        var (_, theirs) = await Post(police, part, "mark", ("version", "2"), ("marks", "helps-defence"), ("reason", "We have looked."));
        Assert.Contains("What may be privileged is read by counsel alone", theirs, StringComparison.Ordinal);
        var counsel = await web.Enter(web.Counsel);
        await Post(counsel, part, "mark", ("version", "2"), ("marks", "helps-defence"), ("reason", "Counsel outside the case has looked."));
        Assert.Contains("passports in a locked drawer", await Get(police, "/papers/disclosure"), StringComparison.Ordinal);
        Assert.Contains("Counsel outside the case has looked.", await Get(counsel, "/log"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/papers/gap-sheet")]
    [InlineData("/papers/whom-to-ask")]
    public async Task Counsels_papers_are_not_there_for_police(string part)
    {
        using var answer = await (await web.Enter(web.Police)).GetAsync(Of(part), Cancel);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("/papers/exhibit-list")]
    [InlineData("/papers/chronology")]
    [InlineData("/papers/disclosure")]
    public async Task A_paper_that_is_filed_names_no_program_and_calls_her_as_the_law_pack_does(string part)
    {
        var page = WebUtility.HtmlDecode(Tags().Replace(await Get(await web.Enter(web.Counsel), part), " "));
        Assert.DoesNotContain("Onus", page, StringComparison.Ordinal);
        // What is quoted stays as it was written.
        Assert.DoesNotContain("Survivor", page.Replace("Survivor B: 0.00", "", StringComparison.Ordinal), StringComparison.Ordinal);
        if (part != "/papers/disclosure")
        {
            Assert.Contains("Victim B", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Whom_to_ask_says_no_word_of_what_the_case_rests_on()
    {
        var page = WebUtility.HtmlDecode(Tags().Replace(await Get(await web.Enter(web.Counsel), "/papers/whom-to-ask"), " "));
        Assert.Contains("Please also look for these", page, StringComparison.Ordinal);
        // What the law pack says of where to look is of any case: "contacts that consist of the controller alone".
        page = page.Replace("consist of the controller alone", "", StringComparison.Ordinal);
        Assert.DoesNotMatch("(?i)survivor b|defendant 1 |alone|depends|breaks|does not testify|18 USC|count \\d|contested|supported", page);
    }

    [Fact]
    public async Task The_list_of_cases_says_the_next_step_to_counsel_alone()
    {
        var counsel = await (await web.Enter(web.Counsel)).GetStringAsync(new Uri("/cases", UriKind.Relative), Cancel);
        var police = await (await web.Enter(web.Police)).GetStringAsync(new Uri("/cases", UriKind.Relative), Cancel);
        Assert.Contains($"/cases/{web.Farm.Ref}/counts/", counsel, StringComparison.Ordinal);
        Assert.DoesNotContain($"/cases/{web.Farm.Ref}/counts/", police, StringComparison.Ordinal);
    }

    private Uri Of(string part) => new($"/cases/{web.Farm.Ref}{part}", UriKind.Relative);

    private Task<string> Get(HttpClient who, string part) => who.GetStringAsync(Of(part), Cancel);

    private async Task<(Uri At, string Page)> Post(HttpClient who, string part, string handler, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(
            new (string Name, string Value)[] { ("__RequestVerificationToken", FarmWeb.Token(await Get(who, part))), ("_handler", handler), ("onus-key", Guid.CreateVersion7().ToString()) }
                .Concat(fields).Select(pair => KeyValuePair.Create(pair.Name, pair.Value)));
        using var answer = await who.PostAsync(Of(part), form, Cancel);
        return (answer.RequestMessage!.RequestUri!, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel)));
    }

    [GeneratedRegex("/papers/request-(?<n>[0-9]+)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex At();

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tags();

    [GeneratedRegex("href=\"(?<href>/cases/[^\"]*requests/new\\?draft=[^\"]*)\"", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Draft();

    [GeneratedRegex("(?<=<textarea id=\"Form\\.(What|Why)\"[^>]*>)[^<]*|(?<=id=\"Form\\.(To|Authority|Account|Spares)\"[^>]*value=\")[^\"]*", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Printed();
}
