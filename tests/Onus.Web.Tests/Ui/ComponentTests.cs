using AngleSharp.Dom;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Onus.Content;
using Onus.Web.Ui;

namespace Onus.Web.Tests.Ui;

public sealed class ComponentTests : BunitContext
{
    public ComponentTests() => Services.AddSingleton(Texts.Load(ContentFolder.Find(), "en", strict: true));

    [Fact]
    public void Every_standing_differs_from_the_others_in_word_and_in_shape()
    {
        var shown = Enum.GetValues<StandingKind>().Select(kind => Render<Standing>(p => p.Add(s => s.Kind, kind))).ToList();

        Assert.Equal(shown.Count, shown.Select(s => s.Find(".standing > span").TextContent).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(shown.Count, shown.Select(s => s.Find("svg").InnerHtml).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Every_reliance_differs_from_the_others_in_word_and_in_shape()
    {
        var shown = Enum.GetValues<RelianceKind>().Select(kind => Render<Reliance>(p => p.Add(s => s.Kind, kind))).ToList();

        Assert.Equal(shown.Count, shown.Select(s => s.Find(".reliance > span").TextContent).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(shown.Count, shown.Select(s => s.Find("svg").InnerHtml).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData(1, 2, "[1] 2 >")]
    [InlineData(1, 10, "[1] 2 … 10 >")]
    [InlineData(3, 10, "< 1 2 [3] 4 … 10 >")]
    [InlineData(4, 10, "< 1 2 3 [4] 5 … 10 >")]
    [InlineData(6, 10, "< 1 … 5 [6] 7 … 10 >")]
    [InlineData(7, 10, "< 1 … 6 [7] 8 9 10 >")]
    [InlineData(10, 10, "< 1 … 9 [10]")]
    [InlineData(1, 1, "")]
    [InlineData(1, 0, "")]
    public void The_pager_shows_ends_and_neighbours(int current, int pages, string shown)
    {
        var pager = Render<Pager>(p => p.Add(x => x.Current, current).Add(x => x.Pages, pages).Add(x => x.Href, n => $"/list?page={n}"));

        Assert.Equal(shown, string.Join(' ', pager.FindAll("li").Select(Short)));
        Assert.All(pager.FindAll("li a[aria-label]"), a => Assert.EndsWith("=" + a.TextContent, a.GetAttribute("href"), StringComparison.Ordinal));

        static string Short(IElement item) => item.QuerySelector("a") switch
        {
            null => "…",
            var a when a.GetAttribute("rel") is { } rel => rel == "prev" ? "<" : ">",
            var a when a.HasAttribute("aria-current") => $"[{a.TextContent}]",
            var a => a.TextContent,
        };
    }

    [Fact]
    public void A_wrong_field_is_named_at_the_top_and_says_at_its_place_what_is_wrong()
    {
        var errors = new FormErrors();
        errors.Add("when", "Write the date as year, month, day.");

        var summary = Render<ErrorSummary>(p => p.Add(s => s.Errors, errors));
        var field = Render<DateField>(p => p.Add(f => f.Name, "when").Add(f => f.Label, "When").AddCascadingValue(errors));

        var link = summary.Find("a");
        var input = field.Find("input");
        Assert.Equal("#" + input.Id, link.GetAttribute("href"));
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.All(input.GetAttribute("aria-describedby")!.Split(' '), id => Assert.NotNull(field.Find("#" + id)));
        Assert.Contains("year, month, day", field.Find("#when-error").TextContent, StringComparison.Ordinal);
        Assert.Equal("There is one thing to put right", summary.Find("h2").TextContent);
    }

    [Fact]
    public void A_field_that_is_right_says_nothing()
    {
        var field = Render<Field>(p => p.Add(f => f.Name, "who").Add(f => f.Label, "Who").Add(f => f.FreeText, false).AddCascadingValue(new FormErrors()));

        Assert.False(field.Find("input").HasAttribute("aria-invalid"));
        Assert.False(field.Find("input").HasAttribute("aria-describedby"));
        Assert.Empty(Render<ErrorSummary>().Markup.Trim());
    }

    [Fact]
    public void Whoever_writes_in_their_own_words_reads_first_what_never_belongs_there()
    {
        const string Care = "No address, shelter, health or immigration details.";
        var field = Render<Field>(p => p.Add(f => f.Name, "why").Add(f => f.Label, "Why").Add(f => f.Hint, "One sentence"));
        var area = Render<TextArea>(p => p.Add(f => f.Name, "note").Add(f => f.Label, "Note"));

        Assert.Equal("why-hint why-care", field.Find("input").GetAttribute("aria-describedby"));
        Assert.Equal(Care, field.Find("#why-care").TextContent);
        Assert.Equal(Care, area.Find("#" + area.Find("textarea").GetAttribute("aria-describedby")).TextContent);
        Assert.Empty(Render<Field>(p => p.Add(f => f.Name, "days").Add(f => f.Label, "Days").Add(f => f.Type, "number")).FindAll("p"));
        Assert.Empty(Render<Field>(p => p.Add(f => f.Name, "ref").Add(f => f.Label, "Reference").Add(f => f.Short, true)).FindAll("p"));
        Assert.Empty(Render<DateField>(p => p.Add(f => f.Name, "on").Add(f => f.Label, "On").Add(f => f.Hint, "When")).FindAll("#on-care"));
    }

    [Fact]
    public void What_was_typed_stays_in_the_field_as_text()
    {
        const string Typed = "</textarea><b>\"x\" & y";

        var area = Render<TextArea>(p => p.Add(f => f.Name, "a").Add(f => f.Label, "A").Add(f => f.Value, Typed));
        var line = Render<Field>(p => p.Add(f => f.Name, "b").Add(f => f.Label, "B").Add(f => f.Value, Typed));

        Assert.Equal(Typed, area.Find("textarea").GetAttribute("value"));
        Assert.Equal(Typed, line.Find("input").GetAttribute("value"));
        Assert.Empty(area.FindAll("b"));
    }

    [Fact]
    public void Evidence_is_text_even_where_it_looks_like_HTML()
    {
        var source = Render<SourceSlice>(p => p.Add(s => s.Label, "x").Add(s => s.Lines, [new(7, "a<b>", "<script>1</script>", "  c")]));
        var message = Render<Message>(p => p.Add(m => m.From, "<i>x").Add(m => m.Time, "now").Add(m => m.Text, "<script>1</script>"));

        Assert.Equal("a<b><script>1</script>  c", source.Find("code").TextContent);
        Assert.Equal("<script>1</script>", source.Find("mark").TextContent);
        Assert.Equal("7", source.Find("li").GetAttribute("value"));
        Assert.Empty(message.FindAll("script, i"));
    }
}
