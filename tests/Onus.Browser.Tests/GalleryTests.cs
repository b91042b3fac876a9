using System.Globalization;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Onus.Browser.Tests.Browser))]

namespace Onus.Browser.Tests;

public sealed class GalleryTests(Browser browser, ITestOutputHelper output)
{
    public static TheoryData<string, int, bool, string> Views()
    {
        var views = new TheoryData<string, int, bool, string>();
        foreach (var width in new[] { 1280, 320 })
        {
            foreach (var dark in new[] { false, true })
            {
                views.Add("/ui", width, dark, "ltr");
                views.Add("/ui", width, dark, "rtl");
            }
        }

        foreach (var path in new[] { "/ui?errors=true", "/ui/print", "/assets/nothing/here" })
        {
            views.Add(path, 1280, false, "ltr");
            views.Add(path, 320, true, "rtl");
        }

        return views;
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task No_barrier_and_no_sideways_scrolling(string path, int width, bool dark, string dir)
    {
        var page = await browser.OpenAsync(width, dark, bypassPolicy: true);
        await page.GotoAsync(path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "dir=" + dir);

        Assert.Equal(dir, await page.Locator("html").GetAttributeAsync("dir"));
        await browser.PictureAsync(page, $"{path.Trim('/').Replace('/', '-').Replace('?', '-')}-{width}-{(dark ? "dark" : "light")}-{dir}");
        Assert.Equal(0, await Browser.OverflowAsync(page));
        Assert.Empty(await Browser.FaultsAsync(page));
    }

    [Fact]
    public async Task Axe_sees_a_barrier_when_there_is_one()
    {
        var page = await browser.OpenAsync(bypassPolicy: true);
        await page.GotoAsync("/ui");
        await page.Locator("#sample-ref").EvaluateAsync("e => document.querySelector(`label[for='${e.id}']`).remove()");

        Assert.Contains(await Browser.FaultsAsync(page), f => f.StartsWith("label:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_first_visit_weighs_less_than_100_kilobytes_and_breaks_no_policy()
    {
        var page = await browser.OpenAsync();
        var spoken = new List<string>();
        page.Console += (_, message) => spoken.Add(message.Text);
        page.PageError += (_, error) => spoken.Add(error);
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Network.enable");
        var bytes = 0.0;
        session.Event("Network.loadingFinished").OnEvent += (_, e) => bytes += e!.Value.GetProperty("encodedDataLength").GetDouble();

        await page.GotoAsync("/ui", new() { WaitUntil = WaitUntilState.NetworkIdle });

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"/ui, first visit: {bytes / 1000:0.0} kB over the wire"));
        Assert.InRange(bytes, 1, 100_000);
        Assert.Empty(spoken);
    }

    [Fact]
    public async Task The_browser_speaks_up_when_something_inline_is_put_in()
    {
        var page = await browser.OpenAsync();
        var spoken = new List<string>();
        page.Console += (_, message) => spoken.Add(message.Text);
        await page.GotoAsync("/ui");

        await page.EvaluateAsync("() => document.querySelector('h1').setAttribute('style', 'color: red')");

        Assert.Contains(spoken, line => line.Contains("Content Security Policy", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_source_is_struck_with_the_keyboard_alone_and_without_scripts()
    {
        var page = await browser.OpenAsync(script: false);
        await page.GotoAsync("/ui");

        await page.Locator("input[name=strike][value=i]").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("Enter");

        await page.WaitForURLAsync("**/ui?strike=b&strike=i");
    }

    [Fact]
    public async Task A_refused_form_puts_the_focus_on_what_is_wrong_and_leads_to_the_field()
    {
        var page = await browser.OpenAsync(script: true);
        await page.GotoAsync("/ui?errors=true");

        Assert.Contains("error-summary", await page.Locator(":focus").GetAttributeAsync("class"), StringComparison.Ordinal);
        await page.Locator(".error-summary a[href='#sample-from']").ClickAsync();
        Assert.Equal("sample-from", await page.Locator(":focus").GetAttributeAsync("id"));
    }

    [Fact]
    public async Task The_skip_link_is_the_first_stop_and_leads_to_the_content()
    {
        var page = await browser.OpenAsync();
        await page.GotoAsync("/ui");

        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("#main", await page.Locator(":focus").GetAttributeAsync("href"));
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("main", await page.Locator(":focus").GetAttributeAsync("id"));
    }

    [Fact]
    public async Task Every_stop_of_the_keyboard_is_in_sight_and_has_an_outline()
    {
        var page = await browser.OpenAsync(320);
        await page.GotoAsync("/ui");
        var stops = 0;
        for (; stops < 200; stops++)
        {
            await page.Keyboard.PressAsync("Tab");
            var fault = await page.EvaluateAsync<string?>(
                """
                () => {
                  const e = document.activeElement;
                  if (e === document.body) return 'end';
                  const shown = e.matches('.chip-toggle input') ? e.nextElementSibling : e;
                  const box = shown.getBoundingClientRect();
                  const what = e.outerHTML.slice(0, 120);
                  if (box.bottom <= 0 || box.top >= innerHeight || box.width < 1) return 'out of sight: ' + what;
                  if (parseFloat(getComputedStyle(shown).outlineWidth) < 2) return 'no outline: ' + what;
                  return null;
                }
                """);
            if (fault == "end")
            {
                break;
            }

            Assert.Null(fault);
        }

        output.WriteLine($"{stops} stops");
        Assert.InRange(stops, 40, 199);
    }

    [Fact]
    public async Task Paper_has_the_document_and_nothing_to_press()
    {
        var page = await browser.OpenAsync();
        await page.GotoAsync("/ui/print");
        var pdf = Path.Combine(browser.Pictures, "ui-print.pdf");
        await page.PdfAsync(new() { Path = pdf, PreferCSSPageSize = true, Format = "A4", Tagged = true });
        Assert.True(new FileInfo(pdf).Length > 10_000);

        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await browser.PictureAsync(page, "ui-print-paper");
        Assert.Equal(0, await page.Locator(".button:visible, .bar:visible, .screen-only:visible").CountAsync());

        await page.GotoAsync("/ui");
        await page.PdfAsync(new() { Path = Path.Combine(browser.Pictures, "ui.pdf"), PreferCSSPageSize = true, Format = "A4" });
        Assert.Equal(0, await page.Locator(".button:visible, .me:visible, .bar nav:visible, .rows:visible").CountAsync());
    }
}
