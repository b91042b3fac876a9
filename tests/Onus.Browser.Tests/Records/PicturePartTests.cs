using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Onus.Domain.Evidence;

namespace Onus.Browser.Tests.Records;

/// <summary>Citing a part of a picture of 120 by 80 pixels: by a drag, by numbers, and without a script.</summary>
[Collection(OrchardSite.Shared)]
public sealed class PicturePartTests(Browser browser, OrchardSite orchard)
{
    private Sha256 Gate => orchard.Seeded.Rows["gate.png"][0].Id;

    [Fact]
    public async Task A_box_dragged_over_a_picture_is_stored_in_its_pixels_and_shown_again()
    {
        var page = await orchard.Open(browser, "Demo person 1");
        var faults = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                faults.Add(message.Text);
            }
        };
        await page.GotoAsync(orchard.Read("gate.png"));
        await Drag(page, 0.25f, 0.25f, 0.75f, 0.5f);
        await Assertions.Expect(page.Locator("dialog#cite")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#dialog-width")).ToHaveValueAsync("60");
        await browser.PictureAsync(page, "part-dialog-1280");
        await page.Keyboard.PressAsync("f");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("now supports the fact");
        await Assertions.Expect(page.Locator(".picture-marks .cited-box")).ToHaveCountAsync(1);
        Assert.Equal(new Box(30, 20, 60, 20), await Stored(page));

        // From the exhibit one click leads to the part, in sight at once.
        var number = (await page.GetByRole(AriaRole.Status).InnerTextAsync()).Split("EX-")[1].Split(' ')[0];
        await page.GotoAsync($"/cases/ORCHARD/exhibits/{number}");
        await Assertions.Expect(page.Locator("details[open] svg.picture-part")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("details[open] svg.picture-part")).ToHaveAttributeAsync("viewBox", "30 20 60 20");
        await browser.PictureAsync(page, "part-exhibit-1280");
        Assert.Empty(faults);
    }

    [Fact]
    public async Task On_the_page_that_cites_a_picture_dragging_and_typing_show_the_same_box()
    {
        var page = await orchard.Open(browser, "Demo person 1");
        await page.GotoAsync(orchard.Read("gate.png"));
        await page.GetByRole(AriaRole.Link, new() { Name = "Mark a part and cite it" }).ClickAsync();
        await Drag(page, 0, 0, 0.5f, 0.5f);
        await Assertions.Expect(page.GetByLabel("Width")).ToHaveValueAsync("60");
        await Assertions.Expect(page.GetByLabel("Height")).ToHaveValueAsync("40");

        await page.GetByLabel("From the left edge").FillAsync("8");
        await page.GetByLabel("From the left edge").PressAsync("ArrowUp");
        await Assertions.Expect(page.Locator(".marking-box")).ToHaveAttributeAsync("x", "9");
        await browser.PictureAsync(page, "part-cite-1280");
    }

    [Fact]
    public async Task A_picture_is_cited_with_keys_from_its_file_and_from_the_page_that_cites_it()
    {
        var page = await orchard.Open(browser, "Demo person 1");
        await page.GotoAsync(orchard.Read("gate.png"));
        await page.Keyboard.PressAsync("c");
        await Assertions.Expect(page.Locator("dialog#cite")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.GetByRole(AriaRole.Link, new() { Name = "Mark a part and cite it" }).ClickAsync();
        var fact = page.GetByLabel("A fact, without an element");
        await Assertions.Expect(fact).Not.ToBeCheckedAsync();
        await page.GetByLabel("Width").PressSequentiallyAsync("1f-");
        await Assertions.Expect(fact).Not.ToBeCheckedAsync();
        await page.GetByLabel("Width").FillAsync("");
        await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).ClickAsync();
        await page.Keyboard.PressAsync("-");
        await Assertions.Expect(page.Locator("input[name='Form.Bearing'][value='undermines']")).ToBeCheckedAsync();
        foreach (var key in new[] { "+", "f", "Enter" })
        {
            await page.Keyboard.PressAsync(key);
        }

        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("the fact");
    }

    [Fact]
    public async Task Without_a_script_a_part_is_cited_by_its_numbers_and_a_part_outside_is_refused()
    {
        var page = await orchard.Open(browser, "Demo person 1", script: false);
        await page.GotoAsync(orchard.Read("gate.png"));
        await page.GetByRole(AriaRole.Link, new() { Name = "Mark a part and cite it" }).ClickAsync();
        foreach (var (label, value) in new[] { ("From the left edge", "100"), ("From the top edge", "10"), ("Width", "50"), ("Height", "30") })
        {
            await page.GetByLabel(label).FillAsync(value);
        }

        await page.GetByLabel("A fact, without an element").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Cite", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert).Or(page.Locator(".error-summary")).First).ToContainTextAsync("within 120 by 80");

        await page.GetByLabel("From the left edge").FillAsync("70");
        await page.GetByRole(AriaRole.Button, new() { Name = "Cite", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("now supports the fact");
        Assert.Equal(new Box(70, 10, 50, 30), await Stored(page));
    }

    [Fact]
    public async Task The_page_that_cites_a_picture_has_no_barriers_and_never_scrolls_sideways()
    {
        var page = await orchard.Open(browser, bypassPolicy: true);
        await page.GotoAsync($"/cases/ORCHARD/cite?record={Gate.Hex}");
        Assert.Empty(await FourWays.Look(browser, page, "cite-picture"));
    }

    private static async Task Drag(IPage page, float fromX, float fromY, float toX, float toY)
    {
        // Hovering waits until the picture stands still: measured before that, the drag begins somewhere else.
        await page.Locator("svg[data-drag]").HoverAsync();
        var place = (await page.Locator("svg[data-drag]").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(place.X + (place.Width * fromX), place.Y + (place.Height * fromY));
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(place.X + (place.Width * toX), place.Y + (place.Height * toY), new() { Steps = 4 });
        await page.Mouse.UpAsync();
    }

    /// <summary>The box of the exhibit that the page says was cited, out of the database.</summary>
    private async Task<Box?> Stored(IPage page)
    {
        var number = int.Parse((await page.GetByRole(AriaRole.Status).InnerTextAsync()).Split("EX-")[1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
        await using var work = orchard.Seeded.Store.Begin(await orchard.Seeded.Investigator());
        var exhibit = await work.Db.Exhibits.SingleAsync(e => e.Number == number);
        return ((ImagePosition)exhibit.Locator!.At).Box;
    }
}
