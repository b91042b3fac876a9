using Microsoft.Playwright;

namespace Onus.Browser.Tests.Walk;

/// <summary>A person who has a keyboard and nothing else: Tab to get somewhere, Enter, Space and the arrows to act, and letters to write.</summary>
public sealed class Keyboard(IPage page)
{
    private const int Patience = 400;

    /// <summary>Goes on until something has the focus.</summary>
    /// <exception cref="InvalidOperationException">It cannot be reached.</exception>
    public async Task Reach(ILocator what)
    {
        for (var stop = 0; stop < Patience; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await what.EvaluateAsync<bool>("e => e === document.activeElement"))
            {
                return;
            }
        }

        throw new InvalidOperationException($"The keyboard does not reach {what} on {page.Url}.");
    }

    /// <summary>Follows a link by its words.</summary>
    public async Task Follow(string words)
    {
        await Reach(page.GetByRole(AriaRole.Link, new() { Name = words }).First);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Presses a button by its words.</summary>
    public async Task Push(string words)
    {
        await Reach(page.GetByRole(AriaRole.Button, new() { Name = words }).First);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Ticks a box.</summary>
    public async Task Tick(ILocator box)
    {
        await Reach(box);
        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(box).ToBeCheckedAsync();
    }

    /// <summary>Chooses one of a few: the group takes one stop, the arrows go through it.</summary>
    public async Task Take(ILocator choice)
    {
        var group = page.Locator($"input[type=radio][name='{await choice.GetAttributeAsync("name")}']");
        for (var stop = 0; !await group.EvaluateAllAsync<bool>("all => all.includes(document.activeElement)"); stop++)
        {
            Assert.InRange(stop, 0, Patience);
            await page.Keyboard.PressAsync("Tab");
        }

        await page.Keyboard.PressAsync("Space");
        for (var step = 0; !await choice.IsCheckedAsync(); step++)
        {
            Assert.InRange(step, 0, Patience);
            await page.Keyboard.PressAsync("ArrowDown");
        }
    }

    /// <summary>Chooses from a list by going down it.</summary>
    public async Task Choose(ILocator list, string words)
    {
        await Reach(list);
        for (var step = 0; await list.EvaluateAsync<string>("e => e.selectedOptions[0].text") != words; step++)
        {
            Assert.InRange(step, 0, Patience);
            await page.Keyboard.PressAsync("ArrowDown");
        }
    }

    /// <summary>Writes into a field.</summary>
    public async Task Write(ILocator field, string words)
    {
        await Reach(field);
        await page.Keyboard.TypeAsync(words);
    }
}
