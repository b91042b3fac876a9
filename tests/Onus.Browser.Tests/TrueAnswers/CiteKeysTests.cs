using Microsoft.Playwright;

namespace Onus.Browser.Tests.TrueAnswers;

/// <summary>Citing with the keyboard: three keys in the common case, a dot behind the last letter, and a sentence where nothing is chosen.</summary>
public sealed class CiteKeysTests(Browser browser, AnswerSite site)
{
    [Fact]
    public async Task Three_keys_cite_and_a_dot_reaches_behind_the_last_letter_and_nothing_chosen_is_said()
    {
        var desk = await site.Open(browser, "KEYS");
        foreach (var offence in new[] { "Trafficking in persons", Desk.Documents, "Labour without pay" })
        {
            await desk.Draft(offence, "Defendant 1", "Survivor B");
        }

        // Enter with nothing chosen says so, cites nothing, and takes back what it said once something is chosen.
        await desk.OpenDialog(AnswerSite.HerStatement, "locked my passport");
        var nothing = desk.Dialog.Locator("[data-nothing]");
        await Assertions.Expect(nothing).ToBeHiddenAsync();
        await desk.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(nothing).ToBeVisibleAsync();
        await Assertions.Expect(desk.Dialog).ToBeVisibleAsync();

        var cells = desk.Dialog.Locator("#dialog-cell label.cell");
        var keys = await cells.Locator("input").EvaluateAllAsync<string[]>("all => all.map(one => one.dataset.key)");
        Assert.Equal(keys.Length, keys.Distinct(StringComparer.Ordinal).Count());
        var behind = Array.FindIndex(keys, key => key.StartsWith('.'));
        Assert.Equal(24, behind);
        await desk.Page.Keyboard.PressAsync(".");
        await desk.Page.Keyboard.PressAsync(keys[behind + 1][1..]);
        await Assertions.Expect(cells.Nth(behind + 1).Locator("input")).ToBeCheckedAsync();
        await Assertions.Expect(desk.Dialog.Locator("#dialog-cell input:checked")).ToHaveCountAsync(1);
        await Assertions.Expect(nothing).ToBeHiddenAsync();
        await desk.Page.Keyboard.PressAsync(keys[1]);
        await Assertions.Expect(cells.Nth(1).Locator("input")).ToBeCheckedAsync();
        await desk.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(desk.Told).ToContainTextAsync("EX-1 now supports");

        // The common case: c, a letter, Enter; the people are proposed.
        await desk.Page.GotoAsync(desk.Record(AnswerSite.Phone, "stays in my desk"));
        foreach (var key in new[] { "c", keys[0], "Enter" })
        {
            await desk.Page.Keyboard.PressAsync(key);
        }

        await Assertions.Expect(desk.Told).ToContainTextAsync("EX-2 now supports");
        await Assertions.Expect(desk.Told).ToContainTextAsync("by Defendant 1, about Survivor B.");
    }

    [Fact]
    public async Task A_digit_ticks_a_person_whoever_was_proposed_and_the_next_passage_is_one_key_away()
    {
        var desk = await site.Open(browser, "DIGIT");
        await desk.Draft(Desk.Documents, "Defendant 1", "Survivor B");
        await desk.OpenDialog(AnswerSite.HerStatement, "locked my passport");
        var people = desk.Dialog.Locator("input[name='Form.By'], input[name='Form.About']");
        for (var i = 0; i < await people.CountAsync(); i++)
        {
            var one = people.Nth(i);
            var digit = await one.GetAttributeAsync("data-key");
            foreach (var _ in new[] { 1, 2 })
            {
                await desk.Page.Keyboard.PressAsync(digit!);
                await Assertions.Expect(one).ToBeCheckedAsync();
            }

            await desk.Page.Keyboard.PressAsync("Space");
            await Assertions.Expect(one).Not.ToBeCheckedAsync();
            await desk.Page.Keyboard.PressAsync(digit!);
        }

        await desk.Page.Keyboard.PressAsync("a");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(desk.Told).ToContainTextAsync("EX-1 now supports");
        await desk.Told.GetByRole(AriaRole.Link, new() { Name = "Cite the next passage" }).ClickAsync();
        await Assertions.Expect(desk.Dialog).ToBeVisibleAsync();
        await Assertions.Expect(desk.Dialog.Locator("[data-passage]")).Not.ToContainTextAsync("locked my passport");
    }
}
