using AngleSharp.Html.Parser;
using Microsoft.Playwright;
using Onus.Tests.Sound;

namespace Onus.Browser.Tests;

/// <summary>
/// Whether a page is sound as it stands in the browser. Its structure and that it fits a narrow window are looked at on every page. What axe says hangs on
/// what a page is built of: it is asked, wide and narrow, light and dark, where <see cref="Looked"/> does not know the skeleton yet, and everywhere with
/// <c>./onus test --deep</c>. Colours are decided by arithmetic over the style sheet (<c>ColoursTests</c>) and by axe on the gallery.
/// </summary>
public static class FourWays
{
    private const int Narrow = 320;

    /// <summary>Looks at a page, which stays as wide and as light as it was. It needs <c>bypassPolicy</c>.</summary>
    /// <param name="browser">Where pictures go.</param>
    /// <param name="page">The page.</param>
    /// <param name="name">Name of the page in faults, and of its pictures.</param>
    /// <returns>One line a fault; empty for none.</returns>
    public static async Task<IReadOnlyList<string>> Look(Browser browser, IPage page, string name)
    {
        ArgumentNullException.ThrowIfNull(browser);
        ArgumentNullException.ThrowIfNull(page);
        var before = page.ViewportSize!;
        var content = new HtmlParser().ParseDocument(await page.ContentAsync());
        var skeleton = Skeleton.Of(content);
        // What a script sets on an element stands in it like what the page brought along; that the page brings none is looked at without a browser.
        var faults = Structure.Faults(content).Where(fault => !fault.StartsWith("inline:", StringComparison.Ordinal)).Select(fault => $"{name}: {fault}").ToList();
        if (!Browser.Deep && Looked.At(skeleton))
        {
            await Resize(page, Narrow);
            await Fits(page, $"{name}-{Narrow}", faults);
        }
        else
        {
            await All(browser, page, name, faults);
            Looked.Add(skeleton, name, faults.Count == 0);
        }

        await Resize(page, before.Width);
        return faults;
    }

    /// <summary>All rules wide and light, and narrow and dark; the rules of colour in the other two.</summary>
    private static async Task All(Browser browser, IPage page, string name, List<string> faults)
    {
        foreach (var (width, dark, all) in new[] { (1280, false, true), (1280, true, false), (Narrow, false, false), (Narrow, true, true) })
        {
            await Resize(page, width);
            await page.EmulateMediaAsync(new() { ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light });
            var way = $"{name}-{width}-{(dark ? "dark" : "light")}";
            await browser.PictureAsync(page, way);
            await Fits(page, way, faults);
            faults.AddRange((await Browser.FaultsAsync(page, all ? null : "color-contrast")).Select(fault => $"{way}: {fault}"));
        }

        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
    }

    private static async Task Fits(IPage page, string way, List<string> faults)
    {
        var wide = await Browser.OverflowAsync(page);
        if (wide > 0)
        {
            faults.Add($"{way}: {wide} px too wide");
        }
    }

    private static async Task Resize(IPage page, int width)
    {
        if (page.ViewportSize!.Width != width)
        {
            await page.SetViewportSizeAsync(width, 900);
        }
    }
}
