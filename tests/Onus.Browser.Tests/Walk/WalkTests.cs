using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Onus.Browser.Tests.Walk.DemoSite))]

namespace Onus.Browser.Tests.Walk;

/// <summary>The whole way, for real: fifty files in, gap sheet and request letter out, and what a prosecutor reads and tries in between.</summary>
public sealed class WalkTests(Browser browser, DemoSite demo)
{
    private const int Drop = 50;
    private const string Forced = "Forced labor (18 USC 1589(a))";

    [Fact]
    public async Task From_fifty_files_to_gap_sheet_and_letter_in_thirty_clicks_and_three_typed_fields()
    {
        var page = await demo.Enter(browser);
        var faults = Listen(page);
        var hand = new Hand(page);
        var files = Directory.GetFiles(DemoSite.Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(Drop, files.Length);
        await page.GetByRole(AriaRole.Link, new() { Name = "The laundry" }).ClickAsync();
        await Picture(page, "01-empty");

        // The count begins with the drop.
        await page.GetByLabel("Choose files, or drop them here").SetInputFilesAsync(files);
        await hand.Button("Hand them in");
        await Answer(page, hand);
        await Decide(page, hand);
        await Reconciled(page);
        await Reads(page, hand);
        await Drafts(page, hand);
        await Cites(page, hand);
        await Letters(page, hand);

        Console.WriteLine(hand.Figure("walk"));
        Assert.InRange(hand.Clicks, 1, 30);
        Assert.InRange(hand.Typed, 0, 3);
        Assert.Empty(faults);

        await Grid(page);
        await StrikesAndAnswers(page);
        Assert.Empty(faults);
    }

    /// <summary>From whom, how obtained, translated by whom: four groups of files.</summary>
    private async Task Answer(IPage page, Hand hand)
    {
        var (from, obtained, translated) = (page.GetByLabel("Whose words or records are they?"), page.GetByLabel("How were they obtained?"), page.GetByLabel("Translated by whom?"));
        await Heading(page, "Papers that name a person: 11");
        await Picture(page, "02-questions");
        await hand.Choose(obtained, "Given voluntarily, without an order");
        await hand.Choose(translated, "Interpreter 1’s translations");
        await hand.Button("Answer for these 11 files");

        await Heading(page, "Tables: 13");
        await hand.Type(page.GetByLabel("Or, if it is nobody of this case, who?"), "Quillon Mutual Bank");
        await hand.Choose(obtained, "Order to the bank to produce statements");
        await hand.Button("Answer for these 13 files");

        await Heading(page, "Chats: 1");
        await hand.Choose(from, "Worker 2");
        await hand.Choose(obtained, "Worker 2’s consent to the copy of the group chat");
        await hand.Choose(translated, "Interpreter 1’s translations");
        await hand.Button("Answer for this file");

        await Heading(page, "Pictures: 11");
        await hand.Choose(from, "Officer 1");
        await hand.Choose(obtained, "Search warrant of 17 February 2025, ground floor of 4 Kiln Lane");
        await hand.Button("Answer for all 24 files that wait");
        await page.WaitForURLAsync("**/files/reading");
        await Picture(page, "03-reading");
    }

    /// <summary>Columns, order of dates and zone, on what the files show. The page of reading leads here by itself.</summary>
    private async Task Decide(IPage page, Hand hand)
    {
        await page.WaitForURLAsync("**/files/decisions", new() { Timeout = 120_000 });
        await Picture(page, "04-decisions");
        await hand.Button("Decide for these 13 files");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Bank table: 13 files" })).ToHaveCountAsync(0);
        await hand.Tick(page.GetByLabel("Day, month, year"));
        await hand.Choose(page.GetByLabel("In which zone was the clock?"), "America/Chicago");
        await hand.Button("Decide for this file");
        await page.WaitForURLAsync("**/" + DemoSite.Laundry + "/files", new() { Timeout = 120_000 });
    }

    private async Task Reconciled(IPage page)
    {
        await Says(page, "50 seen = 49 stored + 1 rejected");
        await Says(page, "the same bytes are here already");
        await Says(page, "46 read");
        await Picture(page, "05-files");
    }

    /// <summary>Chronology, and who writes to and pays whom.</summary>
    private async Task Reads(IPage page, Hand hand)
    {
        await hand.Page("Chronology");
        await Picture(page, "06-chronology");
        await hand.Page("Contacts and payments");
        await Says(page, "Quillon");
        await Picture(page, "07-contacts");
    }

    private async Task Drafts(IPage page, Hand hand)
    {
        await hand.Place("Proof");
        await hand.Page("Counts");
        await hand.Choose(page.GetByLabel("Offence", new() { Exact = true }), Forced);
        await hand.Tick(page.GetByRole(AriaRole.Group, new() { Name = "Against whom" }).GetByLabel("Defendant 1", new() { Exact = true }));
        await hand.Type(page.GetByLabel("First day"), "2024-02-18");
        await hand.Type(page.GetByLabel("Last day"), "2025-02-18");
        await hand.Button("Draft the count");
        await Heading(page, "Count 1", exact: false);
        await Picture(page, "09-count-empty");
    }

    /// <summary>Marks a passage of the survivor's statement and cites it with three keys; one click leads to the very words.</summary>
    private async Task Cites(IPage page, Hand hand)
    {
        await hand.Place("Evidence");
        await hand.Click(page.Locator("tr").Filter(new() { HasText = "statement-survivor-a" }).Locator("td.number a").First);
        var paragraph = page.Locator("[data-record]").Filter(new() { HasText = "telephoned my mother" });
        await paragraph.Locator("[data-quote]").EvaluateAsync("text => getSelection().selectAllChildren(text)");
        hand.Keys = 0;
        await hand.Press("c");
        await Assertions.Expect(page.Locator("dialog#cite")).ToBeVisibleAsync();
        await Picture(page, "10-cite");
        await hand.Press(await page.Locator("#cite label.cell").Filter(new() { HasText = "Serious harm was threatened" }).Locator("kbd").InnerTextAsync());
        await hand.Press("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("EX-1 now supports");
        Console.WriteLine($"figure: citing a passage: {hand.Keys} keys");
        Assert.Equal(3, hand.Keys);
        await Picture(page, "11-cited");
    }

    /// <summary>What is missing and what will be deleted; the letter that asks the operator to keep its records, and the gap sheet: both as pages and to edit.</summary>
    private async Task Letters(IPage page, Hand hand)
    {
        await hand.Page("Gaps");
        await Says(page, "No entry in May 2024");
        await Says(page, "in 21 days");
        await Picture(page, "08-gaps");
        await hand.Click(page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Quillon Valley Telephone" }).GetByRole(AriaRole.Link, new() { Name = "Ask to preserve" }).First);
        await Picture(page, "12-request");
        await hand.Button("Save, and show the letter");
        await page.WaitForURLAsync("**/papers/request-1");
        await Says(page, "Quillon Valley Telephone");
        await Picture(page, "13-letter");
        await Docx(page);
        await hand.Link("Gap sheet");
        await Says(page, "Count 1");
        await Picture(page, "14-gap-sheet");
        await Docx(page);
    }

    private async Task Grid(IPage page)
    {
        await page.GotoAsync($"/cases/{DemoSite.Laundry}/grid");
        var row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Serious harm was threatened" });
        await Assertions.Expect(row).ToContainTextAsync("Only Survivor A’s account so far");
        await Says(page, "Nothing yet");
        await Picture(page, "15-grid");

        // From the cell to the fact, and from its exhibit with one click to the very words in the original.
        await row.GetByRole(AriaRole.Link, new() { Name = "one fact" }).First.ClickAsync();
        await Picture(page, "16-cell");
        await page.GetByRole(AriaRole.Link, new() { Name = "EX-1" }).First.ClickAsync();
        await Assertions.Expect(page.Locator("#original mark")).ToContainTextAsync("telephoned my mother");
        await Picture(page, "17-original");
    }

    /// <summary>What if she does not testify, the warrant is bad, the translation is rejected; and the challenge that is coming, with its answer.</summary>
    private async Task StrikesAndAnswers(IPage page)
    {
        await page.GotoAsync($"/cases/{DemoSite.Laundry}/counts");
        await page.GetByRole(AriaRole.Link, new() { Name = "Count 1", Exact = false }).ClickAsync();
        await Says(page, "This count depends on");
        await Picture(page, "18-count");
        await page.GotoAsync($"/cases/{DemoSite.Laundry}/what-if");
        foreach (var what in new[] { "Survivor A testifies", "Search warrant of 17 February 2025", "Interpreter 1’s translations" })
        {
            await page.GetByLabel(what).First.CheckAsync(new() { Force = true });
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "See what still holds" }).ClickAsync();
        await Says(page, "What still holds");
        await Picture(page, "19-what-if");

        await page.GotoAsync($"/cases/{DemoSite.Laundry}/challenges/new");
        await page.GetByLabel("The challenge, in words").FillAsync("The interpreter worked for the advocate’s office and had no certificate for court.");
        await page.GetByLabel("What it is aimed at").SelectOptionAsync(new SelectOptionValue { Label = "What it relies on: Interpreter 1’s translations" });
        await page.GetByLabel("Do not believe it").CheckAsync();
        await Picture(page, "20-challenge");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Answer it" }).ClickAsync();
        var answer = page.Locator("form").Filter(new() { Has = page.GetByLabel("The answer, in words") });
        await answer.GetByLabel("The answer, in words").FillAsync("A second interpreter read the same message and came to the same words.");
        await answer.GetByLabel("It removes the challenge").CheckAsync();
        await answer.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Says(page, "A second interpreter read the same message");
        await Says(page, "Answered, but the answer rests on nothing yet");
        await Picture(page, "21-challenges");
    }

    private static async Task Docx(IPage page)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "DOCX" }).ClickAsync());
        await using var file = await download.CreateReadStreamAsync();
        var start = new byte[2];
        await file.ReadExactlyAsync(start);
        Assert.Equal("PK"u8.ToArray(), start);
    }

    private static Task Heading(IPage page, string words, bool exact = true) =>
        Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = words, Exact = exact }).First).ToBeVisibleAsync();

    private static Task Says(IPage page, string words) => Assertions.Expect(page.Locator("main")).ToContainTextAsync(words);

    private static List<string> Listen(IPage page)
    {
        var faults = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                faults.Add(message.Text);
            }
        };
        page.PageError += (_, error) => faults.Add(error);
        return faults;
    }

    private Task Picture(IPage page, string name) => browser.PictureAsync(page, "walk-" + name);
}
