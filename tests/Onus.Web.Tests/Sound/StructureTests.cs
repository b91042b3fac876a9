using AngleSharp.Html.Parser;
using Onus.Tests.Sound;

namespace Onus.Web.Tests.Sound;

/// <summary>Each fault of a page is seen, and a sound page has none: what looks at every page can fail.</summary>
public sealed class StructureTests
{
    private const string Head = """<meta name="viewport" content="width=device-width"><title>A page</title>""";

    private const string Body = """
        <a class="skip" href="#main">To the content</a>
        <header class="bar"><p>Practice</p><nav aria-label="Parts"><ul><li><a href="/cases">Cases</a></li></ul></nav></header>
        <main id="main" tabindex="-1">
        <h1>A page</h1>
        <h2>Its form</h2>
        <form method="post"><label for="who">Who</label><p id="who-hint">As it is written</p><input id="who" name="who" aria-describedby="who-hint">
        <fieldset><legend>Which</legend><label><input type="radio" name="which"> One</label></fieldset><button>Save</button></form>
        <div role="region" aria-label="A table" tabindex="0"><table><thead><tr><th scope="col">No.</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table></div>
        <dl><div><dt>Day</dt><dd>3 May</dd></div></dl>
        <details><summary>More</summary><p>It says more.</p></details>
        <svg aria-hidden="true"></svg><img src="/a" alt="A gate">
        </main>
        """;

    [Fact]
    public void A_sound_page_has_no_fault() => Assert.Empty(Structure.Faults(Page("", "")));

    [Theory]
    [InlineData("lang", "<html lang=\"en\"", "<html")]
    [InlineData("lang", "<html lang=\"en\"", "<html lang=\"english language\"")]
    [InlineData("dir", " dir=\"ltr\"", "")]
    [InlineData("title", "<title>A page</title>", "")]
    [InlineData("viewport", "width=device-width", "width=device-width, maximum-scale=1")]
    [InlineData("inline", "<h1>", "<h1 style=\"color: red\">")]
    [InlineData("inline", "<button>", "<button onclick=\"go()\">")]
    [InlineData("inline", "</main>", "<script>1</script></main>")]
    [InlineData("main", "<main id=\"main\" tabindex=\"-1\">", "<main>")]
    [InlineData("main", "</main>", "</main><main>Another</main>")]
    [InlineData("banner", "<main id", "<header>Another head</header><main id")]
    [InlineData("landmark", "</main>", "<nav aria-label=\"Parts\"></nav></main>")]
    [InlineData("region", "<main id", "<p>It stands nowhere.</p><main id")]
    [InlineData("skip", "<a class=\"skip\" href=\"#main\">To the content</a>", "")]
    [InlineData("h1", "</main>", "<h1>Another</h1></main>")]
    [InlineData("h1", "<h1>A page</h1>", "")]
    [InlineData("empty-heading", "<h2>Its form</h2>", "<h2><span aria-hidden=\"true\">x</span></h2>")]
    [InlineData("heading-order", "<h2>Its form</h2>", "<h3>Its form</h3>")]
    [InlineData("id who-hint", "id=\"main\" tabindex=\"-1\">", "id=\"main\" tabindex=\"-1\"><i id=\"who-hint\">x</i>")]
    [InlineData("for", "for=\"who\"", "for=\"whom\"")]
    [InlineData("label", "for=\"who\"", "for=\"whom\"")]
    [InlineData("label", "<label for=\"who\">Who</label>", "")]
    [InlineData("label", "<label for=\"who\">Who</label>", "<label for=\"who\"></label>")]
    [InlineData("label", " One</label>", "</label>")]
    [InlineData("several-labels", "<label for=\"who\">", "<label for=\"who\">And</label><label for=\"who\">")]
    [InlineData("label-of", " One</label>", " One <input name=\"two\"></label>")]
    [InlineData("aria-describedby", "id=\"who-hint\"", "")]
    [InlineData("fragment", "<h1>", "<a href=\"#nowhere\">There</a><h1>")]
    [InlineData("autocomplete", "name=\"who\"", "name=\"who\" autocomplete=\"somebody\"")]
    [InlineData("legend", "<legend>Which</legend>", "")]
    [InlineData("name", ">Save<", "><")]
    [InlineData("name", ">Cases<", "><svg aria-hidden=\"true\"></svg><")]
    [InlineData("name", ">More<", "><")]
    [InlineData("nested", ">Cases<", "><button>Cases</button><")]
    [InlineData("href", "href=\"/cases\"", "href=\"#\"")]
    [InlineData("summary", "<summary>More</summary>", "")]
    [InlineData("tabindex", "<button>", "<button tabindex=\"1\">")]
    [InlineData("accesskey", "<button>", "<button accesskey=\"s\">Send</button><button accesskey=\"s\">")]
    [InlineData("hidden-stop", "<h1>", "<p aria-hidden=\"true\"><a href=\"/\">x</a></p><h1>")]
    [InlineData("list", "<li><a href=\"/cases\">Cases</a></li>", "<a href=\"/cases\">Cases</a>")]
    [InlineData("listitem", "<h1>", "<li>One</li><h1>")]
    [InlineData("definition-list", "<dt>Day</dt><dd>3 May</dd>", "<dd>3 May</dd><dt>Day</dt>")]
    [InlineData("definition-list", "<div><dt>Day</dt>", "<p>Days</p><div><dt>Day</dt>")]
    [InlineData("dlitem", "<h1>", "<dt>Day</dt><h1>")]
    [InlineData("table-header", "<th scope=\"col\">No.</th>", "<td>No.</td>")]
    [InlineData("empty-table-header", ">No.<", "><")]
    [InlineData("scope", " scope=\"col\"", "")]
    [InlineData("alt", " alt=\"A gate\"", "")]
    [InlineData("alt", "<svg aria-hidden=\"true\">", "<svg>")]
    [InlineData("alt", "<svg aria-hidden=\"true\">", "<svg role=\"img\">")]
    [InlineData("alt-twice", "<img src=\"/a\" alt=\"A gate\">", "<a href=\"/a\">A gate<img src=\"/a\" alt=\"A gate\"></a>")]
    [InlineData("aria", "<button>", "<button aria-descibedby=\"who-hint\">")]
    [InlineData("aria", "<button>", "<button aria-expanded=\"yes\">")]
    [InlineData("aria-empty", "aria-label=\"A table\"", "aria-label=\" \"")]
    [InlineData("role", "role=\"region\"", "role=\"regoin\"")]
    [InlineData("unnamed", "role=\"region\" aria-label=\"A table\"", "role=\"region\"")]
    [InlineData("prohibited", "<h1>", "<p aria-label=\"Unheard\">x</p><h1>")]
    [InlineData("presentation", "<table>", "<table role=\"presentation\" tabindex=\"0\">")]
    public void Each_fault_is_seen(string kind, string sound, string wrong)
    {
        Assert.Contains(sound, Whole, StringComparison.Ordinal);
        Assert.Contains(Structure.Faults(Page(sound, wrong)), fault => fault.StartsWith(kind + ":", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<td>1</td>", "<td>1</td></tr><tr><td>2</td>", true)]
    [InlineData(">Save<", ">Send<", true)]
    [InlineData("id=\"who\"", "id=\"whom\"", true)]
    [InlineData("<button>", "<button class=\"primary\">", false)]
    [InlineData("<table>", "<table role=\"presentation\">", false)]
    [InlineData("<td>1</td>", "<td><em>1</em></td>", false)]
    [InlineData("type=\"radio\"", "type=\"checkbox\"", false)]
    [InlineData(" aria-label=\"A table\"", "", false)]
    public void Pages_of_one_skeleton_differ_in_words_and_numbers_only(string one, string other, bool same) =>
        Assert.Equal(same, Skeleton.Of(Page("", "")) == Skeleton.Of(Page(one, other)));

    private static string Whole => $"<!DOCTYPE html><html lang=\"en\" dir=\"ltr\"><head>{Head}</head><body>{Body}</body></html>";

    private static AngleSharp.Html.Dom.IHtmlDocument Page(string sound, string wrong) => new HtmlParser().ParseDocument(sound.Length == 0 ? Whole : Whole.Replace(sound, wrong, StringComparison.Ordinal));
}
