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

    private async Task<IPage> Enter(int width, bool dark, bool script)
    {
        var page = await browser.OpenAsync(width, dark, script, bypassPolicy: script);
        await page.GotoAsync(farm.Address + "sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "Demo person 2" }).ClickAsync();
        return page;
    }
}
