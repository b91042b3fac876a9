using System.Diagnostics;
using System.IO.Compression;
using System.Xml.Linq;
using Microsoft.Playwright;
using Onus.Browser.Tests.Walk;

namespace Onus.Browser.Tests;

/// <summary>Papers as they are printed and sent.</summary>
[Collection(FarmSite.Shared)]
public sealed class PapersTests(Browser browser, FarmSite farm, DemoSite demo)
{
    private const string Head = "Counsel’s working paper. Not evidence. Do not file or show to a witness.";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("FARM-2025-01")]
    [InlineData("CLUB-2025-02")]
    public async Task The_first_page_of_the_gap_sheet_holds_every_count_and_its_next_step_and_every_page_its_head(string reference)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/pdftotext"), "No pdftotext: install poppler-utils.");
        var page = await demo.Enter(browser, bypassPolicy: true);
        await page.GotoAsync($"/cases/{reference}/papers/gap-sheet");
        var rows = await page.Locator(".print-body table").First.Locator("tbody tr").AllInnerTextsAsync();
        Assert.NotEmpty(rows);
        var pages = await Printed(page, reference);

        Assert.True(pages.Count > 1, "There is no annex.");
        Assert.All(pages, text => Assert.Contains(Flat(Head), Flat(text), StringComparison.Ordinal));
        Assert.Contains("Annex", pages[1], StringComparison.Ordinal);
        Assert.DoesNotContain("Annex", pages[0], StringComparison.Ordinal);
        // Columns run beside each other on paper and lines break at hyphens, so that words are looked for and not sentences.
        var words = Words(pages[0]).ToHashSet(StringComparer.Ordinal);
        Assert.All(rows, row => Assert.All(Words(row), word => Assert.Contains(word, words)));
    }

    [Fact]
    public async Task A_letter_to_a_company_holds_no_word_of_the_case()
    {
        var page = await demo.Enter(browser, bypassPolicy: true);
        await page.GotoAsync("/cases/FARM-2025-01/people");
        var people = await page.Locator("main table th[scope=row]").AllInnerTextsAsync();
        await page.GotoAsync("/cases/FARM-2025-01/requests");
        var to = await page.GetByRole(AriaRole.Heading, new() { Name = "Savings Bank of Aldersby" }).First.InnerTextAsync();
        var number = to.Split(' ')[1];
        await page.GotoAsync($"/cases/FARM-2025-01/papers/request-{number}");
        Assert.DoesNotContain("Onus", await page.TitleAsync(), StringComparison.Ordinal);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await browser.PictureAsync(page, "papers-letter");
        var download = await page.RunAndWaitForDownloadAsync(() => page.EvaluateAsync("() => document.querySelector('a[download]').click()"));
        Assert.Equal($"FARM-2025-01-request-{number}.docx", download.SuggestedFilename);
        var file = await download.PathAsync();
        var texts = new[] { await page.InnerTextAsync("main"), Docx(file) };
        string[] never = [.. people.Select(name => name.Split('\n')[0].Trim()).Where(name => name.Length > 2 && !name.Contains("Bank", StringComparison.Ordinal)), "farm for", "survivor", "victim", "defendant", "traffick", "1589", "1592", "forced", "passport", "balance falls", "count 2"];
        Assert.True(never.Length > 15, "Nobody of the case was found.");
        Assert.All(texts, text =>
        {
            Assert.Contains($"FARM-2025-01/{number}", text, StringComparison.Ordinal);
            Assert.All(never, word => Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase));
        });
    }

    [Theory]
    [InlineData("requests", "requests")]
    [InlineData("disclosure", "disclosure")]
    [InlineData("counts/1", "count")]
    [InlineData("papers/gap-sheet", "gap-sheet")]
    [InlineData("papers/whom-to-ask", "whom-to-ask")]
    [InlineData("papers/disclosure", "paper-disclosure")]
    public async Task A_page_about_papers_and_requests_is_sound_wide_and_narrow(string part, string name)
    {
        var page = await demo.Enter(browser, bypassPolicy: true);
        await page.GotoAsync($"/cases/FARM-2025-01/{part}");
        Assert.Empty(await FourWays.Look(browser, page, "papers-" + name));
    }

    [Fact]
    public async Task A_request_is_answered_with_the_keyboard_alone_and_without_a_script()
    {
        var page = await browser.OpenAsync(320, dark: false, script: false);
        await page.GotoAsync(farm.Address + "sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "Demo person 2" }).ClickAsync();
        await page.GotoAsync(farm.Address + "cases/FARM-T/requests/new");
        await page.Locator("#Form\\.Kind-1").PressAsync("Space");
        await page.Locator("#Form\\.To").FillAsync("Valley Mobile");
        await page.Locator("#Form\\.What").FillAsync("Call records");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save, and show the letter" }).PressAsync("Enter");
        await page.GotoAsync(farm.Address + "cases/FARM-T/requests");
        await page.GetByRole(AriaRole.Button, new() { Name = "It has been sent" }).PressAsync("Enter");
        await page.GetByText("Something came back").PressAsync("Enter");
        await page.GetByLabel("Nothing", new() { Exact = true }).PressAsync("Space");
        await page.GetByRole(AriaRole.Button, new() { Name = "Note the answer" }).PressAsync("Enter");
        await Assertions.Expect(page.GetByText("nothing came").First).ToBeVisibleAsync();
        Assert.Equal(0, await Browser.OverflowAsync(page));
    }

    private async Task<IReadOnlyList<string>> Printed(IPage page, string name)
    {
        var pdf = Path.Combine(browser.Pictures, $"gap-sheet-{name}.pdf");
        await page.PdfAsync(new() { Path = pdf, Format = "A4", PreferCSSPageSize = true });
        using var reading = Process.Start(new ProcessStartInfo("/usr/bin/pdftotext", ["-layout", pdf, "-"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var text = await reading.StandardOutput.ReadToEndAsync(Cancel);
        await reading.WaitForExitAsync(Cancel);
        return [.. text.Split('\f').Where(sheet => sheet.Trim().Length > 0)];
    }

    private static string[] Words(string text) => new string([.. text.Select(c => char.IsLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Docx(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        return string.Join('\n', zip.Entries.Where(entry => entry.FullName is "word/document.xml" or "docProps/core.xml" || entry.FullName.Contains("header", StringComparison.Ordinal) || entry.FullName.Contains("core", StringComparison.Ordinal)).Select(entry =>
        {
            using var part = entry.Open();
            return XDocument.Load(part).Root!.Value;
        }));
    }
}
