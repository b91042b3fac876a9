using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Onus.Browser.Tests;

/// <summary>
/// The site and a Chromium to look at it with, shared by all tests of the assembly. Chromium is the one the computer has:
/// <c>ONUS_CHROMIUM</c>, or <c>/usr/bin/chromium</c>; without it the tests are skipped, and say so.
/// </summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string Executable = Environment.GetEnvironmentVariable("ONUS_CHROMIUM") ?? "/usr/bin/chromium";

    /// <summary>The pages that each test has open.</summary>
    private static readonly ConcurrentDictionary<string, ConcurrentBag<IPage>> Open = new(StringComparer.Ordinal);

    /// <summary>What tests had open and is being closed.</summary>
    private static readonly ConcurrentBag<Task> Leaving = [];

    private static readonly string Folder = Environment.GetEnvironmentVariable("ONUS_SCREENSHOTS") ?? Path.Combine(Path.GetTempPath(), "onus-screenshots");

    private static readonly string[] Rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    private IPlaywright? playwright;
    private IBrowser? chromium;

    /// <summary>The running program.</summary>
    public OnusSite Site { get; private set; } = null!;

    /// <summary>Whether everything is looked at, in every way, and pictured: <c>./onus test --deep</c>.</summary>
    public static bool Deep { get; } = Environment.GetEnvironmentVariable("ONUS_DEEP") is not null;

    /// <summary>Where pictures of this run go; not deleted, because people look at them. <c>ONUS_SCREENSHOTS</c>, or a folder of the system's temporary files.</summary>
    public string Pictures { get; } = Folder;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Pictures);
        if (!File.Exists(Executable))
        {
            return;
        }

        // A machine that does much at once answers late, and not wrongly.
        Assertions.SetDefaultExpectTimeout(60_000);
        Site = await OnusSite.StartAsync();
        playwright = await Playwright.CreateAsync();
        chromium = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Executable,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await Task.WhenAll(Leaving).WaitAsync(TimeSpan.FromMinutes(1));
        }
        catch (Exception e) when (e is TimeoutException or PlaywrightException)
        {
            // The picture of a page that was closed before, or of one that does not answer: the browser takes it along.
            Console.WriteLine($"figure: a page could not be closed: {e.Message}");
        }

        if (chromium is not null)
        {
            await chromium.DisposeAsync();
        }

        playwright?.Dispose();
        Looked.Done();
        if (Site is not null)
        {
            await Site.DisposeAsync();
        }
    }

    /// <summary>A page of its own, with nothing kept from others. Skips the test where there is no Chromium.</summary>
    /// <param name="width">Width of the window in CSS pixels.</param>
    /// <param name="dark">Whether the person prefers dark.</param>
    /// <param name="script">Whether scripts run.</param>
    /// <param name="bypassPolicy">Whether the page's own policy is lifted; for axe only, which is a script from outside.</param>
    /// <param name="site">Another running program than the shared one.</param>
    public async Task<IPage> OpenAsync(int width = 1280, bool dark = false, bool script = true, bool bypassPolicy = false, OnusSite? site = null)
    {
        Assert.SkipUnless(chromium is not null, $"No Chromium at '{Executable}': install it (apt-get install chromium) or set ONUS_CHROMIUM.");
        var context = await chromium.NewContextAsync(new()
        {
            BaseURL = (site ?? Site).Address.ToString(),
            ViewportSize = new() { Width = width, Height = 900 },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = script,
            BypassCSP = bypassPolicy,
            ReducedMotion = ReducedMotion.Reduce,
        });
        var page = await context.NewPageAsync();
        Open.GetOrAdd(TestContext.Current.Test!.UniqueID, _ => []).Add(page);
        return page;
    }

    /// <summary>
    /// Closes what a test has open, while the next tests run. Nobody waits for it here: a test may end on the very thread that reads what the browser
    /// answers, and would wait for itself.
    /// </summary>
    /// <param name="test">Its id.</param>
    /// <param name="failed">Name for pictures of what it saw last; null where it did not fail.</param>
    public static void Leave(string test, string? failed)
    {
        if (Open.TryRemove(test, out var pages))
        {
            Leaving.Add(Task.Run(() => Close(pages, failed)));
        }
    }

    private static async Task Close(IEnumerable<IPage> pages, string? failed)
    {
        foreach (var (i, page) in pages.Index())
        {
            if (failed is not null && !page.IsClosed)
            {
                await Shot(page, Path.Combine(Folder, $"failed-{failed}-{i + 1}"));
            }

            await page.Context.CloseAsync();
        }
    }

    /// <summary>What axe finds against WCAG 2.2 AA and its best practices: one line a finding, empty for none. The page needs <c>bypassPolicy</c>.</summary>
    /// <param name="page">The page.</param>
    /// <param name="rule">One rule alone; null for all.</param>
    public static async Task<IReadOnlyList<string>> FaultsAsync(IPage page, string? rule = null)
    {
        var found = await page.RunAxe(new AxeRunOptions { RunOnly = rule is null ? new() { Type = "tag", Values = [.. Rules] } : new() { Type = "rule", Values = [rule] } });
        return [.. found.Violations.SelectMany(v => v.Nodes.Select(n => $"{v.Id}: {n.Html}: {string.Join("; ", n.Any.Concat(n.All).Concat(n.None).Select(c => c.Message))}"))];
    }

    /// <summary>By how many CSS pixels the page is wider than the window; 0 where it fits.</summary>
    public static Task<int> OverflowAsync(IPage page) =>
        page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");

    /// <summary>Takes a picture of the whole page for people who look at all of them: with <c>./onus test --deep</c> only.</summary>
    public Task PictureAsync(IPage page, string name) => Deep ? Shot(page, Path.Combine(Pictures, name)) : Task.CompletedTask;

    private static Task<byte[]> Shot(IPage page, string path) => page.ScreenshotAsync(new() { Path = path + ".png", FullPage = true });
}
