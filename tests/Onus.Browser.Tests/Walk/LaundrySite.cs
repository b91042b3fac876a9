using Microsoft.Playwright;

namespace Onus.Browser.Tests.Walk;

/// <summary>The demo on a fresh data folder, with its empty third case, and the fifty files that wait to be dropped into it.</summary>
public sealed class LaundrySite : IAsyncLifetime
{
    /// <summary>Short name of the empty case.</summary>
    public const string Ref = "NEW-2025-01";

    /// <summary>The running program.</summary>
    public OnusSite Site { get; private set; } = null!;

    /// <summary>The folder of files, as it lies in the project.</summary>
    public string Folder { get; } = Path.Combine(Root(), "content", "practice", "new-case", "files");

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => Site = await OnusSite.StartAsync(("Onus:DemoCases", "new-case"));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Site.DisposeAsync();

    /// <summary>A page on which Demo person 2, the prosecutor, has signed in.</summary>
    public async Task<IPage> Enter(Browser browser, int width = 1280, bool script = true)
    {
        var page = await browser.OpenAsync(width, script: script, site: Site);
        await page.GotoAsync("/sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "Demo person 2" }).ClickAsync();
        await page.WaitForURLAsync("**/cases");
        return page;
    }

    private static string Root()
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
