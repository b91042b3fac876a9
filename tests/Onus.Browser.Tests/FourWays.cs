using Microsoft.Playwright;

namespace Onus.Browser.Tests;

/// <summary>A page looked at wide and narrow, light and dark, with pictures: of two of these, and of all four with <c>./onus test --deep</c>.</summary>
public static class FourWays
{
    private static readonly bool Deep = Environment.GetEnvironmentVariable("ONUS_DEEP") is not null;

    /// <summary>All rules wide and light, and narrow and dark; the rules of colour in the other two. The page needs <c>bypassPolicy</c>.</summary>
    /// <param name="browser">Where pictures go.</param>
    /// <param name="page">The page; it is wide and light afterwards.</param>
    /// <param name="name">Name of the pictures.</param>
    /// <returns>One line a fault; empty for none.</returns>
    public static async Task<IReadOnlyList<string>> Look(Browser browser, IPage page, string name)
    {
        ArgumentNullException.ThrowIfNull(browser);
        ArgumentNullException.ThrowIfNull(page);
        var faults = new List<string>();
        foreach (var (width, dark, all) in new[] { (1280, false, true), (1280, true, false), (320, false, false), (320, true, true) })
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.EmulateMediaAsync(new() { ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light });
            var way = $"{width}-{(dark ? "dark" : "light")}";
            if (all || Deep)
            {
                await browser.PictureAsync(page, $"{name}-{way}");
            }

            var wide = await Browser.OverflowAsync(page);
            if (wide > 0)
            {
                faults.Add($"{name}-{way}: {wide} px too wide");
            }

            faults.AddRange((await Browser.FaultsAsync(page, all ? null : "color-contrast")).Select(fault => $"{name}-{way}: {fault}"));
        }

        await page.SetViewportSizeAsync(1280, 900);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        return faults;
    }
}
