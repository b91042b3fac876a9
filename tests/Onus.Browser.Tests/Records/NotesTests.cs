using Microsoft.Playwright;

namespace Onus.Browser.Tests.Records;

/// <summary>What people write beside the evidence, without a script: translations, clocks, and who is in a case.</summary>
[Collection(OrchardSite.Shared)]
public sealed class NotesTests(Browser browser, OrchardSite orchard)
{
    [Fact]
    public async Task A_translation_is_written_when_citing_shown_under_the_original_and_changed_later()
    {
        var page = await orchard.Open(browser, script: false);
        await page.GotoAsync(orchard.Record("chat.txt", "पासपोर्ट"));
        await page.GetByRole(AriaRole.Link, new() { Name = "Cite this record" }).ClickAsync();
        await page.GetByLabel("A fact, without an element").CheckAsync();
        await page.GetByText("A translation", new() { Exact = true }).ClickAsync();
        await page.GetByLabel("What the words mean").FillAsync("Give my passport back");
        await page.GetByRole(AriaRole.Button, new() { Name = "Cite", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".error-summary")).ToContainTextAsync("Say who translated it");

        await page.GetByLabel("Translated by").FillAsync("Interpreter 2");
        await page.GetByRole(AriaRole.Button, new() { Name = "Cite", Exact = true }).ClickAsync();
        var message = page.Locator("article.message[aria-current=true]");
        await Assertions.Expect(message).ToContainTextAsync("Translation by Interpreter 2: Give my passport back");
        await Assertions.Expect(message.Locator(".message-text")).ToHaveAttributeAsync("lang", "");

        await page.GetByRole(AriaRole.Link, new() { Name = "Change the translation" }).ClickAsync();
        await page.GetByLabel("What the words mean").FillAsync("Please give me my passport back");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the translation" }).ClickAsync();
        await Assertions.Expect(message).ToContainTextAsync("Translation by Interpreter 2: Please give me my passport back");
    }

    [Fact]
    public async Task A_clock_is_filled_in_from_what_is_known_and_taken_away_again()
    {
        var page = await orchard.Open(browser, script: false);
        await page.GotoAsync("/cases/ORCHARD/gaps");
        await page.GetByRole(AriaRole.Link, new() { Name = "Add a clock" }).ClickAsync();
        await page.GetByLabel("Somebody keeps it for a known time").SelectOptionAsync(new SelectOptionValue { Label = "Market hall: camera recordings, 30 days" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Fill it in" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Who holds it")).ToHaveValueAsync("Market hall");
        await page.GetByLabel("Last day of the records that matter").FillAsync("2025-04-25");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the clock" }).ClickAsync();
        await Assertions.Expect(page.Locator(".error-summary")).ToContainTextAsync("Say why it matters");

        await page.GetByLabel("Why it matters").FillAsync("How the workers came to the market.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the clock" }).ClickAsync();
        var clock = page.Locator("li.finding").Filter(new() { HasText = "Market hall deletes camera recordings tomorrow" });
        await Assertions.Expect(clock).ToContainTextAsync("How the workers came to the market.");

        await clock.GetByRole(AriaRole.Link, new() { Name = "Change" }).ClickAsync();
        await page.Locator("[id='Form.Reason']").FillAsync("Secured, file 12");
        await page.GetByRole(AriaRole.Button, new() { Name = "Take the clock away" }).ClickAsync();
        await Assertions.Expect(clock).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Counsel_lets_somebody_into_the_case()
    {
        var page = await orchard.Open(browser, script: false);
        await page.GotoAsync("/cases/EMPTY/settings");
        await page.GetByLabel("Demo person 9, Investigator").SelectOptionAsync(new SelectOptionValue { Label = "Victim advocate" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**/cases/EMPTY");
        var other = await orchard.Open(browser, "Demo person 9", script: false);
        Assert.Equal(200, (await other.GotoAsync("/cases/EMPTY"))!.Status);
        Assert.Equal(404, (await other.GotoAsync("/cases/EMPTY/settings"))!.Status);
    }
}
