using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Onus.Browser.Tests.Walk;

/// <summary>The page for lawyers without mathematics says the words that the screens say, and what it asks its reader to open in The club is there and answers as it tells.</summary>
public sealed partial class AnswersPageTests(Browser browser, DemoSite demo)
{
    private static readonly string Page = File.ReadAllText(Path.Combine(DemoSite.Root, "docs", "user", "answers.md"));

    [Fact]
    public void Every_answer_that_it_explains_is_a_sentence_of_the_product()
    {
        var texts = string.Join('\n', Directory.EnumerateFiles(Path.Combine(DemoSite.Root, "content", "languages", "en"), "*.yaml").Select(File.ReadAllText)).Replace('’', '\'');
        var said = Explained().Matches(Page).Select(match => match.Groups["words"].Value).ToList();
        Assert.True(said.Count >= 8, "The tables of the page explain " + string.Join("; ", said));
        Assert.All(said, words => Assert.Matches(string.Join(@"\{[^}\n]+\}", words.Replace("Survivor B's", "Survivor B", StringComparison.Ordinal).Split("Survivor B").Select(Regex.Escape)), texts));
    }

    [Fact]
    public async Task Followed_on_The_club_it_leads_to_not_supported_as_drafted()
    {
        // What the reader is asked to open, in the words of the page; a step that is worded anew is walked anew here.
        foreach (var step in new[]
        {
            "*Open count 1 of The club.* It says **Not supported**, and how many of its elements lack something. *Open count 7:* it is supported.",
            "*Back in count 1 of The club, open \"Next to obtain\":* nothing at all is there for the purpose, for anyone, and nothing for the intention. At the top of the page the means are **contested**",
            "*Open \"All elements, with what they rest on\", and there \"Deception or fraud\":* for \"The dancers were deceived about what awaited them\" there is one caller without a name. Against it, each marked *against it* and with the reason, stand ten passages",
            "*\"What the defence will say\", on the page of the count, lists all of it.* That is the draft's answer: **not supported as drafted**.",
            "*Read what it says under \"Supported if believed\":* it falls if one officer does not testify, or if one search order is set aside",
            "*Open count 8 beside it:* the same passports, and it is **contested**, because the law presumes that Dancer 4 did not agree, and her own words put that in issue.",
            "*Open any exhibit, then \"What it rests on\", to see and correct the three; \"Show what would change\" tells you before you save.*",
        })
        {
            Assert.Contains(step, Page, StringComparison.Ordinal);
        }

        var page = await demo.Enter(browser);
        var main = page.Locator("main");
        await page.GotoAsync($"/cases/{DemoSite.Club}/counts/1");
        await Assertions.Expect(page.Locator("main .verdict")).ToContainTextAsync("Not supported: 2 of 4 elements");
        await Summary("Next to obtain").ClickAsync();
        await Assertions.Expect(page.Locator("#next")).ToContainTextAsync("For the purpose of exploitation");
        await Assertions.Expect(page.Locator("#next")).ToContainTextAsync("The defendant acted intentionally");
        foreach (var nothing in new[] { "For the purpose of exploitation", "The defendant acted intentionally" })
        {
            await Assertions.Expect(page.Locator("#brief li").Filter(new() { HasText = nothing })).ToContainTextAsync("Nothing yet");
        }

        await Assertions.Expect(page.Locator("#brief li").Filter(new() { HasText = "By at least one of the means" }).First).ToContainTextAsync("Contested");
        await Summary("What the defence will say").ClickAsync();
        await Summary("All elements, with what they rest on").ClickAsync();
        await main.GetByRole(AriaRole.Link, new() { Name = "Deception or fraud", Exact = true }).ClickAsync();
        await Assertions.Expect(main).ToContainTextAsync("The dancers were deceived about what awaited them.");
        await Assertions.Expect(main).ToContainTextAsync("The tip: “held and deceived”");
        Assert.Equal(10, await main.GetByText("against it", new() { Exact = true }).CountAsync());
        await Assertions.Expect(main).ToContainTextAsync("A promise about the passport that was not kept; not about the work.");
        await main.GetByRole(AriaRole.Link, new() { Name = "What it rests on" }).First.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Show what would change" }).First).ToBeVisibleAsync();

        foreach (var (count, word, because) in new[]
        {
            (7, "Supported if believed", "It falls if Officer 6 does not testify, or if Search order of 20 May 2025 is set aside."),
            (8, "Contested", "Officer 6"),
        })
        {
            await page.GotoAsync($"/cases/{DemoSite.Club}/counts/{count}");
            await Assertions.Expect(page.Locator("main .verdict")).ToContainTextAsync(word);
            await Assertions.Expect(page.Locator("main .verdict")).ToContainTextAsync(because);
        }

        await Assertions.Expect(page.Locator("#brief li").Filter(new() { HasText = "No free agreement, proved or presumed" })).ToContainTextAsync("Contested");
        await Assertions.Expect(main).ToContainTextAsync("Dancer 4 says that it is as they said; the contract that she signed tells of the passport.");

        ILocator Summary(string words) => page.Locator("main summary").Filter(new() { HasText = words }).First;
    }

    // A row of a table whose first cell is in bold: the words beside a count or an element.
    [GeneratedRegex(@"^\| \*\*(?<words>[^*]+)\*\* (?:\||, )", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Explained();
}
