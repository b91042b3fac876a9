using Microsoft.Playwright;

namespace Onus.Browser.Tests.Records;

/// <summary>One slip never ends a case.</summary>
public sealed class CorrectionTests(Browser browser, OrchardSite orchard) : IClassFixture<OrchardSite>
{
    [Fact]
    public async Task A_corrected_zone_moves_its_messages_and_keeps_the_filed_exhibit()
    {
        var page = await orchard.Open(browser, bypassPolicy: true);
        await page.GotoAsync(orchard.Record("chat.txt", "पासपोर्ट"));
        await page.GotoAsync((await page.GetByRole(AriaRole.Link, new() { Name = "Cite this record" }).GetAttributeAsync("href"))!);
        await page.GetByLabel("A fact, without an element").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Cite", Exact = true }).ClickAsync();

        var file = $"/cases/ORCHARD/files/{orchard.Seeded.Files["chat.txt"].Id.Value}";
        await page.GotoAsync(file);
        await page.GetByRole(AriaRole.Link, new() { Name = "Correct how it was read" }).ClickAsync();
        var zone = page.GetByLabel("In which zone was the clock?");
        Assert.NotEqual("America/Lima", await zone.InputValueAsync());
        await zone.FillAsync("America/Lima");
        await Look(page, "correct-reading");
        await page.GetByRole(AriaRole.Button, new() { Name = "Read it anew" }).ClickAsync();
        await Assertions.Expect(page.Locator(".error-summary")).ToContainTextAsync("Say why, in a sentence");
        await page.GetByLabel("Why is it corrected?").FillAsync("The phone kept the time of another country");
        await page.GetByRole(AriaRole.Button, new() { Name = "Read it anew" }).ClickAsync();

        // Every message has another instant; the exhibit is as it was cited, and both are in sight.
        await page.WaitForURLAsync("**/differences*");
        var rows = page.Locator("dl").First.Locator("dd");
        var (cited, now) = (await rows.Nth(0).InnerTextAsync(), await rows.Nth(1).InnerTextAsync());
        Assert.Contains("UTC", cited, StringComparison.Ordinal);
        Assert.Contains("UTC", now, StringComparison.Ordinal);
        Assert.NotEqual(cited, now);
        await Look(page, "differences");
        await page.GotoAsync("/cases/ORCHARD/exhibits/1");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Cited as: " + cited);
        await page.GotoAsync("/cases/ORCHARD/papers/exhibit-list");
        // A paper calls her as the law pack does before its courts.
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Cited as: " + cited.Replace("Survivor", "Victim", StringComparison.Ordinal));

        await page.GotoAsync(file + "/differences");
        await page.GetByLabel("The new reading").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save what I chose" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("New reading accepted by Demo person 2");
        await page.GotoAsync("/cases/ORCHARD/exhibits/1");
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync("Cited as:");
        await page.GotoAsync(file);
        await Look(page, "file");
        await page.GotoAsync(file + "/correct-answers");
        await Look(page, "correct-answers");
    }

    private async Task Look(IPage page, string name) => Assert.Empty(await FourWays.Look(browser, page, "correction-" + name));
}
