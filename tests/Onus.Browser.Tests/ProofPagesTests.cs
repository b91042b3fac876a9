using Microsoft.Playwright;

namespace Onus.Browser.Tests;

/// <summary>What-if on a case of the usual size, without a script.</summary>
[Collection(FarmSite.Shared)]
public sealed class ProofPagesTests(Browser browser, FarmSite farm)
{
    [Theory]
    [InlineData(1280, false)]
    [InlineData(320, true)]
    public async Task Striking_the_interpreter_shows_at_once_what_still_holds_without_a_script(int width, bool dark)
    {
        var page = await Enter(width, dark, script: false);
        await page.GotoAsync(farm.Address + "cases/FARM-T/what-if");
        await page.GetByLabel("Interpreter 1").CheckAsync(new() { Force = true });
        await page.GetByRole(AriaRole.Button, new() { Name = "See what still holds" }).ClickAsync();

        await browser.PictureAsync(page, $"proof-what-if-struck-{width}-{(dark ? "dark" : "light")}");
        Assert.Contains("translation by Interpreter 1 is rejected", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.EndsWith("/what-if", page.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(320)]
    [InlineData(390)]
    public async Task On_a_phone_both_rows_lead_on_without_a_script_and_nothing_is_wider_than_it(int width)
    {
        var page = await Enter(width, dark: false, script: false);
        await page.GotoAsync(farm.Address + "cases/FARM-T");
        var places = page.GetByRole(AriaRole.Navigation, new() { Name = "Places of the case The farm" });
        await places.GetByRole(AriaRole.Link, new() { Name = "Proof" }).ClickAsync();
        var pages = page.GetByRole(AriaRole.Navigation, new() { Name = "Pages of Proof" });
        // By the keyboard: the line says where one is, opens, and closes.
        var line = pages.Locator("summary");
        await Assertions.Expect(line).ToHaveTextAsync("ProofElements");
        await line.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal(7, await pages.GetByRole(AriaRole.Link).CountAsync());
        Assert.Equal(0, await Browser.OverflowAsync(page));
        await browser.PictureAsync(page, $"places-open-{width}");
        await pages.GetByRole(AriaRole.Link, new() { Name = "What it relies on" }).ClickAsync();
        Assert.EndsWith("/foundations", page.Url, StringComparison.Ordinal);
        await Assertions.Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "Pages of Proof" }).Locator("summary")).ToHaveTextAsync("ProofWhat it relies on");
    }

    [Fact]
    public async Task On_a_common_screen_each_row_is_one_line()
    {
        var page = await Enter(1280, dark: false, script: false);
        foreach (var part in new[] { "", "/files", "/grid", "/requests" })
        {
            await page.GotoAsync(farm.Address + "cases/FARM-T" + part);
            foreach (var row in new[] { ".places", ".pages-row" })
            {
                var tops = await page.Locator(row + " a").EvaluateAllAsync<double[]>("links => links.map(link => link.getBoundingClientRect().top)");
                Assert.Single(tops.Distinct());
            }
        }
    }

    private async Task<IPage> Enter(int width, bool dark, bool script)
    {
        var page = await browser.OpenAsync(width, dark, script, bypassPolicy: script);
        await page.GotoAsync(farm.Address + "sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "Demo person 2" }).ClickAsync();
        return page;
    }
}
