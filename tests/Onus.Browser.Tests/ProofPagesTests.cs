using Microsoft.Playwright;

namespace Onus.Browser.Tests;

/// <summary>The pages about proof on a case of the usual size: no barrier, no sideways scrolling, no script needed.</summary>
public sealed class ProofPagesTests(Browser browser, FarmSite farm) : IClassFixture<FarmSite>
{
    public static TheoryData<string, string, int, bool> Views()
    {
        var views = new TheoryData<string, string, int, bool>();
        (string Name, string Path)[] pages =
        [
            ("counts", "/counts"),
            ("count", "/counts/1"),
            ("grid", "/grid"),
            ("cell", "/grid/cell?offence=us.1589-a&day=2025-03-12&column=count%3A1&element=us.1589-a.means.threat-of-serious-harm"),
            ("what-if", "/what-if"),
            ("foundations", "/foundations"),
            ("facts", "/facts"),
        ];
        foreach (var (name, path) in pages)
        {
            views.Add(name, path, 1280, false);
            views.Add(name, path, 1280, true);
            views.Add(name, path, 320, false);
            views.Add(name, path, 320, true);
        }

        return views;
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task No_barrier_and_no_sideways_scrolling(string name, string path, int width, bool dark)
    {
        var page = await Enter(width, dark, script: true);

        await page.GotoAsync(farm.Address + "cases/FARM-T" + path);

        await browser.PictureAsync(page, $"proof-{name}-{width}-{(dark ? "dark" : "light")}");
        Assert.Equal(0, await Browser.OverflowAsync(page));
        Assert.Empty(await Browser.FaultsAsync(page));
    }

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

    [Fact]
    public async Task Foundation_and_fact_pages_have_no_barrier()
    {
        var page = await Enter(1280, dark: false, script: true);
        foreach (var path in new[] { $"/foundations/{farm.Farm.Warrant.Id.Value}", $"/facts/{farm.Farm.Passport.Id.Value}" })
        {
            await page.GotoAsync(farm.Address + "cases/FARM-T" + path);
            await browser.PictureAsync(page, "proof" + path.Split('/')[1] + "-one");
            Assert.Empty(await Browser.FaultsAsync(page));
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
