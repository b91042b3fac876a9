using Microsoft.Playwright;

namespace Onus.Browser.Tests.People;

/// <summary>The pages about people and about what becomes of a count: looked at four ways, and used with the keyboard alone.</summary>
[Collection(FarmSite.Shared)]
public sealed class PeoplePagesTests(Browser browser, FarmSite farm)
{
    [Theory]
    [InlineData("people", "people")]
    [InlineData("people/{id}", "person")]
    [InlineData("people/{id}/sort", "person-sort")]
    [InlineData("counts/1/change", "count-change")]
    [InlineData("counts", "counts-list")]
    [InlineData("requests/new", "request-new")]
    public async Task A_page_about_people_or_a_count_is_sound_wide_and_narrow(string part, string name)
    {
        var page = await Enter(script: true);
        await page.GotoAsync($"{farm.Address}cases/FARM-T/{part.Replace("{id}", farm.Farm.Survivor.Id.Value.ToString(), StringComparison.Ordinal)}");
        Assert.Empty(await FourWays.Look(browser, page, "people-" + name));
    }

    [Fact]
    public async Task Nineteen_people_are_added_with_the_keyboard_in_two_sendings()
    {
        var page = await Enter(script: false);
        await page.GotoAsync(farm.Address + "cases/FARM-T/people");
        await page.Locator("#name-1").FocusAsync();
        for (var i = 0; i < 19; i++)
        {
            await page.Keyboard.TypeAsync($"Picker {i + 1}");
            await page.Keyboard.PressAsync("Tab");
            if (i is 0)
            {
                await page.Keyboard.TypeAsync("Witness");
            }

            await page.Keyboard.PressAsync("Tab");
            if (i is 9 or 18)
            {
                await page.Keyboard.PressAsync("Enter");
                await Assertions.Expect(page.GetByText("people are added")).ToBeVisibleAsync();
                // One goes on where the next person is entered.
                await Assertions.Expect(page.Locator("#name-1")).ToBeFocusedAsync();
                await Assertions.Expect(page.Locator("#role-1")).ToHaveValueAsync("Witness");
            }
            else
            {
                await page.Keyboard.PressAsync("Tab");
            }
        }

        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Picker 19" })).ToBeVisibleAsync();
    }

    private async Task<IPage> Enter(bool script)
    {
        var page = await browser.OpenAsync(1280, dark: false, script, bypassPolicy: script);
        await page.GotoAsync(farm.Address + "sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "Demo person 2" }).ClickAsync();
        return page;
    }
}
