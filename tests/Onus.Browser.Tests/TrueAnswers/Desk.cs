using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Onus.Store.Database;

namespace Onus.Browser.Tests.TrueAnswers;

/// <summary>Counsel at one case: drafts counts and cites passages through the pages, and reads what the pages say.</summary>
internal sealed partial class Desk(IPage page, string name, IReadOnlyDictionary<string, List<RecordRow>> records)
{
    /// <summary>Retention of travel documents: four elements have to be proved.</summary>
    public const string Documents = "Retention of travel documents";

    /// <summary>Every element of it that one passage about a kept passport may show.</summary>
    public static readonly string[] AllOfDocuments =
        ["The defendant took or kept the document", "It is a passport, identity card or permit", "The person did not freely agree to that", "The defendant knew that the person wanted it back"];

    public IPage Page => page;

    public ILocator Main => page.Locator("main");

    public ILocator Verdict => page.Locator("main .verdict");

    public ILocator Dialog => page.Locator("dialog#cite");

    public ILocator Told => page.GetByRole(AriaRole.Status);

    public string Record(string file, string words) => $"/cases/{name}/records/{records[file].First(row => row.Text?.Contains(words, StringComparison.Ordinal) is true).Id.Hex}";

    public Task Go(string part) => page.GotoAsync($"/cases/{name}/{part}");

    /// <summary>Follows a button that sends a form.</summary>
    public Task Push(string words, ILocator? within = null) => (within ?? Main).GetByRole(AriaRole.Button, new() { Name = words, Exact = true }).First.ClickAsync();

    public Task Says(string words) => Assertions.Expect(Main).ToContainTextAsync(words);

    public Task SaysNot(string words) => Assertions.Expect(Main).Not.ToContainTextAsync(words);

    public async Task Draft(string offence, string defendant, string survivor, string from = "2024-01-10", string to = "2024-03-20")
    {
        await Go("counts");
        var choice = await page.Locator("select[name='Form.Offence'] option").Filter(new() { HasText = offence + " (" }).First.GetAttributeAsync("value");
        await page.GetByLabel("Offence", new() { Exact = true }).SelectOptionAsync(choice!);
        await page.GetByRole(AriaRole.Group, new() { Name = "Against whom" }).GetByLabel(defendant, new() { Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Group, new() { Name = "For whom" }).GetByLabel(survivor, new() { Exact = true }).CheckAsync();
        await page.GetByLabel("First day").FillAsync(from);
        await page.GetByLabel("Last day").FillAsync(to);
        await Push("Draft the count");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(offence);
    }

    /// <summary>Opens the dialog on a whole record, as the key c does.</summary>
    public async Task OpenDialog(string file, string words)
    {
        await page.GotoAsync(Record(file, words));
        await page.Keyboard.PressAsync("c");
        await Assertions.Expect(Dialog).ToBeVisibleAsync();
    }

    /// <summary>Cites a whole record; whom and whose words stay as proposed where they are not given.</summary>
    public async Task Cite(string file, string words, string[] elements, string[]? about = null, string[]? by = null, bool against = false, string? fact = null, string? whose = null)
    {
        await OpenDialog(file, words);
        await People("about", about);
        await People("by", by);
        foreach (var element in elements)
        {
            await Dialog.Locator("#dialog-cell label.cell").Filter(new() { HasText = element }).First.Locator("input").CheckAsync();
        }

        if (against)
        {
            await Dialog.Locator("input[name='Form.Bearing'][value='undermines']").CheckAsync();
        }

        if (fact is not null)
        {
            await Dialog.Locator("#dialog-known label.cell").Filter(new() { HasText = fact }).Locator("input").CheckAsync();
        }

        if (whose is not null)
        {
            await Dialog.Locator("summary").Filter(new() { HasText = "In your own words" }).ClickAsync();
            await Dialog.GetByLabel("Whose words").SelectOptionAsync(new SelectOptionValue { Label = whose });
        }

        await Push("Cite", Dialog);
    }

    /// <summary>The number of the exhibit that the notice just named.</summary>
    public async Task<int> Cited()
    {
        await Assertions.Expect(Told).ToContainTextAsync("EX-");
        return int.Parse(Exhibit().Match(await Told.InnerTextAsync()).Groups["number"].Value, CultureInfo.InvariantCulture);
    }

    /// <summary>The cell of the elements page in one row, of one defendant and, where there are several columns of theirs, one survivor.</summary>
    public ILocator Cell(string element, string column) =>
        page.GetByRole(AriaRole.Row).Filter(new() { HasText = element }).First.Locator($"td[data-label='{column}']");

    /// <summary>What the if-not-there page says of the counts, for one state of one person's testimony.</summary>
    public ILocator Without(string state, string beside) => page.GetByRole(AriaRole.Row).Filter(new() { HasText = state }).Filter(new() { HasText = beside }).Locator("td").First;

    /// <summary>Strikes something on the what-if page, and looks.</summary>
    public async Task Strike(string what)
    {
        await Go("what-if");
        await page.GetByLabel(what).First.CheckAsync(new() { Force = true });
        await Push("See what still holds");
    }

    private async Task People(string which, string[]? names)
    {
        if (names is null)
        {
            return;
        }

        foreach (var option in await Dialog.Locator($"#dialog-{which} label.cell").AllAsync())
        {
            var person = (await option.Locator("span").InnerTextAsync()).Trim();
            await option.Locator("input").SetCheckedAsync(names.Contains(person, StringComparer.Ordinal));
        }
    }

    [GeneratedRegex(@"EX-(?<number>\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Exhibit();
}
