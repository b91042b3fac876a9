using Microsoft.Playwright;

namespace Onus.Browser.Tests.Walk;

/// <summary>The same way without a mouse and without scripts, with the survivor's statement and one month of the bank.</summary>
public sealed class PlainWalkTests(Browser browser)
{
    [Fact]
    public async Task The_main_walk_needs_no_script_and_no_mouse()
    {
        await using var site = await DemoSite.Start();
        var page = await DemoSite.Enter(browser, site, script: false);
        var keys = new Keyboard(page);

        // Somebody else looks at the same pages on the way, with the script that finds barriers.
        var eyes = await DemoSite.Enter(browser, site, bypassPolicy: true);
        var faults = new List<string>();
        async Task Look(string name, string address)
        {
            await page.WaitForURLAsync(address);
            await eyes.GotoAsync(page.Url);
            faults.AddRange(await FourWays.Look(browser, eyes, "walk-" + name));
        }

        await keys.Follow("The laundry");
        await Look("empty", "**/cases/NEW-2025-01");

        // The system's own window for files is the one thing outside the page.
        await keys.Reach(page.GetByLabel("Choose files, or drop them here"));
        await page.GetByLabel("Choose files, or drop them here").SetInputFilesAsync(new[]
        {
            Path.Combine(DemoSite.Folder, "statements", "statement-survivor-a-2025-02-20.docx"),
            Path.Combine(DemoSite.Folder, "bank", "oakhollow-2024-04.csv"),
        });
        await keys.Push("Hand them in");
        await Look("questions", "**/files/questions*");
        await keys.Choose(page.GetByLabel("How were they obtained?"), "Given voluntarily, without an order");
        await keys.Choose(page.GetByLabel("Translated by whom?"), "Interpreter 1’s translations");
        await keys.Push("Answer for this file");
        await keys.Write(page.GetByLabel("Or, if it is nobody of this case, who?"), "Quillon Mutual Bank");
        await keys.Choose(page.GetByLabel("How were they obtained?"), "Order to the bank to produce statements");
        await keys.Push("Answer for this file");

        // Without a script the page of reading looks again by itself all the same.
        await page.WaitForURLAsync("**/files/decisions", new() { Timeout = 120_000 });
        await Look("decisions", "**/files/decisions");
        await keys.Push("Decide for this file");
        await page.WaitForURLAsync($"**/{DemoSite.Laundry}/files", new() { Timeout = 120_000 });
        await Says(page, "2 read");
        await Look("files", "**/NEW-2025-01/files");

        await keys.Follow("Proof");
        await keys.Follow("Counts");
        await keys.Choose(page.GetByLabel("Offence", new() { Exact = true }), "Forced labor (18 USC 1589(a))");
        await keys.Tick(page.GetByRole(AriaRole.Group, new() { Name = "Against whom" }).GetByLabel("Defendant 1", new() { Exact = true }));
        await keys.Write(page.GetByLabel("First day"), "2024-02-18");
        await keys.Write(page.GetByLabel("Last day"), "2025-02-18");
        await keys.Push("Draft the count");
        await Says(page, "What must be proved");
        await Look("count", "**/counts/1");

        await keys.Follow("Evidence");
        var row = page.Locator("tr").Filter(new() { HasText = "statement-survivor-a" });
        await keys.Reach(row.Locator("td.number a").First);
        await page.Keyboard.PressAsync("Enter");
        await keys.Reach(page.Locator("[data-record]").Filter(new() { HasText = "telephoned my mother" }).GetByRole(AriaRole.Link, new() { Name = "Cite" }).First);
        await page.Keyboard.PressAsync("Enter");
        await Look("cite", "**/cite?*");
        await keys.Tick(page.GetByLabel("Serious harm was threatened"));
        await keys.Push("Cite");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("EX-1 now supports");

        await keys.Follow("Proof");
        await keys.Follow("What if");
        await keys.Tick(page.GetByLabel("Survivor A testifies"));
        await keys.Push("See what still holds");
        await Says(page, "What still holds");

        await keys.Follow("Evidence");
        await keys.Follow("Gaps");
        await keys.Follow("Ask to preserve");
        await keys.Push("Save, and show the letter");
        await Says(page, "Owner of a private camera");
        await Look("letter", "**/papers/request-1");
        await keys.Follow("Gap sheet");
        await Says(page, "Count 1");
        await Look("gap-sheet", "**/papers/gap-sheet");
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private static Task Says(IPage page, string words) => Assertions.Expect(page.Locator("main")).ToContainTextAsync(words);
}
