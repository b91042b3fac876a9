using Microsoft.Playwright;
using Onus.Web.Demo;

namespace Onus.Browser.Tests.Walk;

/// <summary>
/// The demo on a fresh data folder: the farm and the club, loaded as a visitor finds them, and the laundry, which is empty and waits for its fifty files.
/// Shared by all walks; only one of them fills the laundry, and nobody changes the others. It starts when the first test wants it.
/// </summary>
public sealed class DemoSite : IAsyncDisposable
{
    /// <summary>Short name of the empty case.</summary>
    public const string Laundry = "NEW-2025-01";

    /// <summary>Short name of the loaded case.</summary>
    public const string Club = "CLUB-2025-02";

    private readonly Lazy<Task<OnusSite>> site = new(() => Start());

    /// <summary>The project's folder.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The fifty files, as they lie in the project.</summary>
    public static string Folder { get; } = Path.Combine(Root, "content", "practice", "new-case", "files");

    /// <summary>The demo on a data folder of its own, with all its cases. Whoever runs several rings has them loaded once: <c>ONUS_TEST_DEMO</c>.</summary>
    public static Task<OnusSite> Start() => Environment.GetEnvironmentVariable("ONUS_TEST_DEMO") is { } cache
        ? OnusSite.StartAsync(("Onus:DemoCases", DemoData.DefaultCases), ("Onus:DemoCache", cache))
        : OnusSite.StartAsync(("Onus:DemoCases", DemoData.DefaultCases));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (site.IsValueCreated)
        {
            await (await site.Value).DisposeAsync();
        }
    }

    /// <summary>A page on which Demo person 2, the prosecutor, has signed in.</summary>
    public async Task<IPage> Enter(Browser browser, int width = 1280, bool dark = false, bool bypassPolicy = false) => await Enter(browser, await site.Value, width, dark, bypassPolicy);

    /// <summary>A page on which Demo person 2, the prosecutor, has signed in to a site.</summary>
    public static async Task<IPage> Enter(Browser browser, OnusSite site, int width = 1280, bool dark = false, bool bypassPolicy = false, bool script = true)
    {
        ArgumentNullException.ThrowIfNull(browser);
        var page = await browser.OpenAsync(width, dark, script, bypassPolicy, site);
        await page.GotoAsync("/sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "Demo person 2" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/cases$", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        return page;
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Onus.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The project's folder was not found above " + AppContext.BaseDirectory);
    }
}
