using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Onus.Browser.Tests.Walk;

/// <summary>Every page that a loaded case leads to, found by following its links: one of each kind.</summary>
public sealed partial class EveryPageTests(Browser browser, DemoSite demo)
{
    [Fact]
    public async Task Every_page_of_a_case_fits_a_narrow_window_and_has_no_barrier()
    {
        var page = await demo.Enter(browser, 320, dark: false, bypassPolicy: true);
        var pages = 0;
        var faults = new List<string>();
        var waiting = new Queue<string>(["/sign-in", "/cases", "/cases/new", $"/cases/{DemoSite.Laundry}", $"/cases/{DemoSite.Laundry}/files", $"/cases/{DemoSite.Club}"]);
        var kinds = waiting.Select(Kind).ToHashSet(StringComparer.Ordinal);
        while (waiting.TryDequeue(out var address))
        {
            var answer = await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Load });
            pages++;
            faults.AddRange(answer!.Status == 200
                ? await FourWays.Look(browser, page, "every" + Kind(address).Replace('/', '-').Replace("#", "n", StringComparison.Ordinal))
                : [$"{address}: status {answer.Status}"]);
            foreach (var link in await page.Locator("a[href^='/cases/']:not([download])").EvaluateAllAsync<string[]>("links => links.map(a => a.getAttribute('href'))"))
            {
                if (link.StartsWith($"/cases/{DemoSite.Club}/", StringComparison.Ordinal) && !IsFile(link) && kinds.Add(Kind(link)))
                {
                    waiting.Enqueue(link);
                }
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"figure: {pages} kinds of pages at 320 px: {faults.Count} barriers or sideways scrolling"));
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        // These are reached by one link each; that they are looked at must not hang on where the link stands.
        Assert.Superset(new HashSet<string>([$"/cases/{DemoSite.Club}/exhibits/#/rests", $"/cases/{DemoSite.Club}/if-not-there"]), kinds);
        Assert.InRange(pages, 30, 90);
    }

    /// <summary>What is handed out as it is: an original, a document to edit, a picture.</summary>
    private static bool IsFile(string link) => link.EndsWith("/original", StringComparison.Ordinal) || link.Split('?')[0].EndsWith(".docx", StringComparison.Ordinal);

    /// <summary>The kind of page behind an address: ids and numbers count as one, what is asked with does not count.</summary>
    private static string Kind(string address) => Ids().Replace(address.Split('?', '#')[0], "/#");

    [GeneratedRegex("/([0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{64}|[0-9]+)(?=/|$)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ids();
}
