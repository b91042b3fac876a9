using System.Globalization;
using Microsoft.Playwright;

namespace Onus.Browser.Tests.Walk;

/// <summary>
/// The hand of a person at a page, which counts what it does: each press of a link, button, box or key of choice is one click, each choice from a
/// list one, each field written into one typed field, each key of the keyboard one key.
/// </summary>
public sealed class Hand(IPage page)
{
    /// <summary>Clicks so far.</summary>
    public int Clicks { get; private set; }

    /// <summary>Fields typed into so far.</summary>
    public int Typed { get; private set; }

    /// <summary>Keys pressed since they were last set to none.</summary>
    public int Keys { get; set; }

    /// <summary>Clicks something.</summary>
    public async Task Click(ILocator what)
    {
        Clicks++;
        await what.ClickAsync();
    }

    /// <summary>Clicks a link by its words.</summary>
    public Task Link(string name, bool exact = true) => Click(page.GetByRole(AriaRole.Link, new() { Name = name, Exact = exact }).First);

    /// <summary>Clicks a button by its words.</summary>
    public Task Button(string name) => Click(page.GetByRole(AriaRole.Button, new() { Name = name }).First);

    /// <summary>Goes to a place of the case.</summary>
    public Task Place(string name) => Click(page.Locator(".places").GetByRole(AriaRole.Link, new() { Name = name, Exact = true }));

    /// <summary>Goes to a page of the place one is in.</summary>
    public Task Page(string name) => Click(page.Locator(".pages-row").GetByRole(AriaRole.Link, new() { Name = name, Exact = true }));

    /// <summary>Ticks a box or a choice.</summary>
    public async Task Tick(ILocator box)
    {
        Clicks++;
        await box.CheckAsync(new() { Force = true });
    }

    /// <summary>Chooses from a list by the words of its choice.</summary>
    public async Task Choose(ILocator list, string words)
    {
        Clicks++;
        await list.SelectOptionAsync(new SelectOptionValue { Label = words });
    }

    /// <summary>Writes into a field.</summary>
    public async Task Type(ILocator field, string words)
    {
        Typed++;
        await field.FillAsync(words);
    }

    /// <summary>Presses a key.</summary>
    public async Task Press(string key)
    {
        Keys++;
        await page.Keyboard.PressAsync(key);
    }

    /// <summary>Says what has been counted.</summary>
    public string Figure(string what) => string.Create(CultureInfo.InvariantCulture, $"figure: {what}: {Clicks} clicks, {Typed} typed fields");
}
