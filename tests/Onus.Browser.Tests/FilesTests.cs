using Microsoft.Playwright;

namespace Onus.Browser.Tests;

/// <summary>The way of fifty files: from a folder on somebody's disk to records, without a script.</summary>
public sealed class FilesTests(Browser browser, ITestOutputHelper output)
{
    private int clicks;

    [Fact]
    public async Task Fifty_files_are_handed_in_answered_decided_and_read_with_few_clicks_and_nothing_typed()
    {
        var page = await browser.OpenAsync(script: false);
        await page.GotoAsync("/sign-in");
        await Click(page.GetByRole(AriaRole.Button, new() { Name = "Demo person 2" }));
        await Click(page.GetByRole(AriaRole.Link, new() { Name = "The laundry" }));
        await page.GotoAsync("/cases/NEW-2025-01/files");
        await browser.PictureAsync(page, "files-empty");
        await page.Locator("#files-folder").SetInputFilesAsync(Path.Combine(Practice(), "new-case", "files"));
        clicks++;
        await Click(page.GetByRole(AriaRole.Button, new() { Name = "Hand them in" }));
        await browser.PictureAsync(page, "files-questions");

        // Bank tables, pictures, PDFs, statements, the chat, the rest: one answer a kind.
        await Answer(page, "Bank tables", "Bank custodian 1", "Order to the bank to produce statements");
        await Answer(page, "Chats", "Worker 2", "Worker 2’s consent to the copy of the group chat", "Interpreter 1’s translations");
        await Answer(page, null, "Officer 1", "Search warrant of 17 February 2025, ground floor of 4 Kiln Lane", also: true);
        await Done(page);
        await browser.PictureAsync(page, "files-decisions");
        for (var round = 0; round < 4 && page.Url.EndsWith("/decisions", StringComparison.Ordinal); round++)
        {
            await Decide(page);
            await Done(page);
        }

        await page.GotoAsync("/cases/NEW-2025-01/files");
        await browser.PictureAsync(page, "files");
        output.WriteLine($"{clicks} clicks from the way in to fifty files read");
        Assert.InRange(clicks, 1, 24);
        var said = await page.Locator("main").InnerTextAsync();
        output.WriteLine(said[..Math.Min(said.Length, 700)]);
        Assert.Contains("50 seen", said, StringComparison.Ordinal);
        Assert.DoesNotContain("needs a decision", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/cases/FARM-2025-01/files")]
    [InlineData("/cases/FARM-2025-01/files/add")]
    [InlineData("/cases/FARM-2025-01/files/decisions")]
    public async Task Pages_of_files_have_no_barriers_and_fit_a_narrow_screen(string address)
    {
        var page = await browser.OpenAsync(bypassPolicy: true);
        await page.GotoAsync("/sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "Demo person 2" }).ClickAsync();
        await page.GotoAsync(address);
        Assert.Empty(await Browser.FaultsAsync(page));
        await page.SetViewportSizeAsync(320, 900);
        Assert.Equal(0, await Browser.OverflowAsync(page));
        await browser.PictureAsync(page, "narrow" + address.Replace('/', '-'));
    }

    [Fact]
    public async Task A_file_says_what_it_is_from_whom_it_came_and_what_happened_to_it()
    {
        var page = await browser.OpenAsync(bypassPolicy: true);
        await page.GotoAsync("/sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "Demo person 2" }).ClickAsync();
        await page.GotoAsync("/cases/FARM-2025-01/files");
        await page.GetByRole(AriaRole.Link, new() { Name = "Defendant 1 and Survivor B, from item 2" }).ClickAsync();
        Assert.Empty(await Browser.FaultsAsync(page));
        await browser.PictureAsync(page, "file");
        var said = await page.Locator("main").InnerTextAsync();
        Assert.Contains("America/Chicago", said, StringComparison.Ordinal);
        Assert.Contains("Handed in and stored", said, StringComparison.Ordinal);
    }

    private static string Practice() => Path.Combine(Onus.Store.Content.ContentFolder.Find(), "practice");

    private async Task Click(ILocator what)
    {
        await what.First.ClickAsync();
        clicks++;
    }

    private async Task Answer(IPage page, string? kind, string from, string obtained, string? translated = null, bool also = false)
    {
        if (kind is not null && !(await page.Locator(".sheet h2").InnerTextAsync()).StartsWith(kind, StringComparison.Ordinal))
        {
            await Click(page.Locator("nav.groups").GetByRole(AriaRole.Link, new() { Name = kind }));
        }

        await Choose(page.Locator("#from"), from);
        await Choose(page.Locator("#obtained"), obtained);
        if (translated is not null)
        {
            await Choose(page.Locator("#translated"), translated);
        }

        foreach (var box in also ? await page.Locator("input[name=also]").AllAsync() : [])
        {
            await box.CheckAsync();
            clicks++;
        }

        await Click(page.Locator("form button.primary"));
    }

    private async Task Decide(IPage page)
    {
        var form = page.Locator("form:has(input[name=files])").First;
        if (await form.Locator("select[name=profile]").CountAsync() > 0)
        {
            await Choose(form.Locator("select[name=profile]"), "Quillon Mutual, business account");
        }

        if (await form.Locator("select[name=zone]").CountAsync() > 0)
        {
            await Choose(form.Locator("select[name=zone]"), "America/Chicago");
        }

        if (await form.Locator("input[name=order][value=dmy]").CountAsync() > 0)
        {
            await Click(form.Locator("input[name=order][value=dmy]"));
        }

        await Click(form.Locator("button.primary"));
    }

    private async Task Choose(ILocator list, string what)
    {
        await list.SelectOptionAsync(new SelectOptionValue { Label = what });
        clicks++;
    }

    /// <summary>Waits for the page that looks again by itself to lead on.</summary>
    private static Task Done(IPage page) => page.WaitForURLAsync(url => !url.EndsWith("/reading", StringComparison.Ordinal), new() { Timeout = 120_000 });
}
