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

        // What is behind a summary has no key.
        var cells = desk.Dialog.Locator("#dialog-cell > label.cell");
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

    [Theory]
    [InlineData("by", "about")]
    [InlineData("about", "by")]
    public async Task Whoever_is_missing_is_asked_for_before_anything_is_sent(string missing, string other)
    {
        var desk = await site.Open(browser, "WHOM-" + missing);
        await desk.Draft(Desk.Documents, "Defendant 1", "Survivor B");
        await desk.OpenDialog(AnswerSite.HerStatement, "locked my passport");
        var own = desk.Dialog.Locator("#dialog-cell input[data-asks='about by']").First;
        await own.CheckAsync();
        foreach (var ticked in await desk.Dialog.Locator($"[data-whom={missing}] input:checked").AllAsync())
        {
            await ticked.UncheckAsync();
        }

        await desk.Dialog.Locator($"[data-whom={other}] input").First.CheckAsync();
        var asked = desk.Dialog.Locator($"[data-whom={missing}] [data-missing]");
        await Assertions.Expect(asked).ToBeHiddenAsync();
        await desk.Dialog.GetByRole(AriaRole.Button, new() { Name = "Cite" }).First.ClickAsync();
        await Assertions.Expect(asked).ToBeVisibleAsync();
        await Assertions.Expect(desk.Dialog.Locator($"[data-whom={other}] [data-missing]")).ToBeHiddenAsync();
        await Assertions.Expect(desk.Dialog).ToBeVisibleAsync();
        await desk.Dialog.Locator($"[data-whom={missing}] input").First.CheckAsync();
        await Assertions.Expect(asked).ToBeHiddenAsync();
        await desk.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(desk.Told).ToContainTextAsync("EX-1 now supports");
    }

    [Fact]
    public async Task Passages_are_ticked_and_cited_together_from_the_keyboard_and_the_next_for_the_same()
    {
        var desk = await site.Open(browser, "TOGETHER");
        await desk.Draft(Desk.Documents, "Defendant 1", "Survivor B");
        await desk.Page.GotoAsync(desk.Record(AnswerSite.Friend, "saw her passport"));
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "Read the whole file" }).ClickAsync();
        var ticks = desk.Page.Locator("input.cite-tick");
        await Assertions.Expect(ticks).ToHaveCountAsync(4);
        await Assertions.Expect(desk.Page.Locator(".cite-together")).ToBeHiddenAsync();

        foreach (var key in new[] { "j", "Space", "j", "j", "k", "Space" })
        {
            await desk.Page.Keyboard.PressAsync(key);
        }

        await Assertions.Expect(ticks.Nth(0)).ToBeCheckedAsync();
        await Assertions.Expect(ticks.Nth(1)).ToBeCheckedAsync();
        await Assertions.Expect(desk.Page.Locator(".cite-together")).ToBeVisibleAsync();
        await desk.Page.Keyboard.PressAsync("c");
        await Assertions.Expect(desk.Dialog.Locator("input[name='Form.Records']")).ToHaveCountAsync(1);
        // By its value: once something is cited into it, it stands behind those without a citation.
        var cell = desk.Dialog.Locator($"#dialog-cell input[value='{await desk.Dialog.Locator("#dialog-cell input").First.GetAttributeAsync("value")}']");
        await desk.Page.Keyboard.PressAsync((await cell.GetAttributeAsync("data-key"))!);
        await desk.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(desk.Told).ToContainTextAsync("EX-1, EX-2 now support");

        // For the same: what was chosen stands chosen again, for the passage that is marked by then; nothing is sent before somebody has looked.
        foreach (var key in new[] { "j", "j", "j", "s" })
        {
            await desk.Page.Keyboard.PressAsync(key);
        }

        await Assertions.Expect(desk.Dialog).ToBeVisibleAsync();
        await Assertions.Expect(cell).ToBeCheckedAsync();
        await Assertions.Expect(desk.Dialog.Locator("#dialog-cell input:checked")).ToHaveCountAsync(1);
        await Assertions.Expect(desk.Dialog.Locator("input[name='Form.Records']")).ToHaveCountAsync(0);
        await Assertions.Expect(desk.Dialog.Locator("input[name='Form.Record']")).ToHaveValueAsync(await ticks.Nth(2).GetAttributeAsync("value") ?? "");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(desk.Told).ToContainTextAsync("EX-3 now supports");

        // On a narrow screen the bar stays inside.
        await desk.Page.SetViewportSizeAsync(400, 800);
        await desk.Page.EvaluateAsync("() => scrollTo(0, 0)");
        await ticks.Nth(0).CheckAsync();
        await Assertions.Expect(desk.Page.Locator(".cite-together")).ToBeVisibleAsync();
        Assert.True(await desk.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= 400"));
        await Assertions.Expect(desk.Page.Locator(".cite-together")).ToBeInViewportAsync();
        await desk.Push("Cite what is ticked");
        await Assertions.Expect(desk.Dialog).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_digit_ticks_a_person_and_takes_the_tick_away_again_and_the_next_passage_is_one_key_away()
    {
        var desk = await site.Open(browser, "DIGIT");
        await desk.Draft(Desk.Documents, "Defendant 1", "Survivor B");
        await desk.OpenDialog(AnswerSite.HerStatement, "locked my passport");
        var people = desk.Dialog.Locator("input[name='Form.By'], input[name='Form.About']");
        for (var i = 0; i < await people.CountAsync(); i++)
        {
            var one = people.Nth(i);
            var ticked = await one.IsCheckedAsync();
            var digit = await one.GetAttributeAsync("data-key");
            await desk.Page.Keyboard.PressAsync(digit!);
            await Assertions.Expect(one).ToBeCheckedAsync(new() { Checked = !ticked });
            await desk.Page.Keyboard.PressAsync(digit!);
            await Assertions.Expect(one).ToBeCheckedAsync(new() { Checked = ticked });
            if (!ticked)
            {
                await desk.Page.Keyboard.PressAsync(digit!);
            }
        }

        await desk.Page.Keyboard.PressAsync("a");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(desk.Told).ToContainTextAsync("EX-1 now supports");
        await desk.Told.GetByRole(AriaRole.Link, new() { Name = "Cite the next passage" }).ClickAsync();
        await Assertions.Expect(desk.Dialog).ToBeVisibleAsync();
        await Assertions.Expect(desk.Dialog.Locator("[data-passage]")).Not.ToContainTextAsync("locked my passport");
    }

    [Fact]
    public async Task Twelve_people_have_a_key_each_that_nobody_who_comes_later_moves_and_the_page_without_the_dialog_has_the_same()
    {
        var desk = await site.Open(browser, "MANY");
        await desk.Draft(Desk.Documents, "Defendant 1", "Survivor B");
        for (var number = 10; number > 1; number--)
        {
            await Add($"Defendant {number}", "Defendant");
        }

        await desk.OpenDialog(AnswerSite.HerStatement, "locked my passport");
        var before = await Keys(desk.Dialog);
        Assert.Equal(12, before.Count);
        Assert.Equal(12, before.Values.Distinct(StringComparer.Ordinal).Count());
        var last = before.Single(key => key.Value == ".2").Key;
        Assert.Equal("Defendant 2", last);

        await Add("Survivor A", "Survivor");
        await desk.OpenDialog(AnswerSite.HerStatement, "locked my passport");
        var after = await Keys(desk.Dialog);
        Assert.All(before, key => Assert.Equal(key.Value, after[key.Key]));
        Assert.Equal(".3", after["Survivor A"]);
        await PressAndSee(desk.Dialog);

        // A dot that was pressed for nothing belongs to no later key.
        var second = desk.Dialog.Locator("[data-whom] input[data-key='2']");
        var was = await second.IsCheckedAsync();
        foreach (var key in new[] { ".", "!", "2" })
        {
            await desk.Page.Keyboard.PressAsync(key);
        }

        await Assertions.Expect(second).ToBeCheckedAsync(new() { Checked = !was });

        var record = desk.Record(AnswerSite.HerStatement, "locked my passport").Split('/')[^1];
        await desk.Go($"cite?record={record}");
        Assert.Equal(after, await Keys(desk.Main));
        await PressAndSee(desk.Main);
        // Nothing chosen is said here too, what is typed is text, and Enter sends what is chosen.
        await desk.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(desk.Main.Locator("[data-nothing]")).ToBeVisibleAsync();
        await desk.Main.Locator("input[name='Form.Reason']").PressSequentiallyAsync("a 1 b 2");
        await Assertions.Expect(desk.Main.Locator("input[name='Form.Reason']")).ToHaveValueAsync("a 1 b 2");
        await Assertions.Expect(desk.Main.Locator("input[name='Form.Cells']:checked")).ToHaveCountAsync(0);
        await desk.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).ClickAsync();
        await desk.Page.Keyboard.PressAsync("a");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(desk.Told).ToContainTextAsync("EX-1 now supports");

        async Task PressAndSee(ILocator form)
        {
            var one = form.Locator("[data-whom=by] input[data-key='.2']");
            await Assertions.Expect(one).Not.ToBeCheckedAsync();
            await desk.Page.Keyboard.PressAsync(".");
            await desk.Page.Keyboard.PressAsync("2");
            await Assertions.Expect(one).ToBeCheckedAsync();
        }

        async Task Add(string pseudonym, string part)
        {
            await desk.Go("people");
            await desk.Page.Locator("input[name='name']").First.FillAsync(pseudonym);
            await desk.Page.Locator("select[name='role']").First.SelectOptionAsync(new SelectOptionValue { Label = part });
            await desk.Page.Locator("form:has(select[name='role']) button.primary").First.ClickAsync();
            await desk.Says(pseudonym);
        }
    }

    [Fact]
    public async Task A_passage_is_about_whom_it_names_in_the_dialog_as_on_the_page()
    {
        var desk = await site.Open(browser, "ABOUT");
        await desk.Draft(Desk.Documents, "Defendant 1", "Survivor B");
        foreach (var (words, about) in new[] { ("It is mine", "Survivor B"), ("stays in my desk", "Survivor B"), ("identity card too", "Survivor C"), ("Passports of B and C", "Survivor B"), ("Survivor C wept", "Survivor C") })
        {
            var file = words switch { "identity card too" => AnswerSite.OtherStatement, "Passports of B and C" => AnswerSite.Book, "Survivor C wept" => AnswerSite.HerStatement, _ => AnswerSite.Phone };
            await desk.OpenDialog(file, words);
            Assert.Equal([about], await Ticked(desk.Dialog));
            await desk.Go($"cite?record={desk.Record(file, words).Split('/')[^1]}");
            Assert.Equal([about], await Ticked(desk.Main));
        }

        static async Task<string[]> Ticked(ILocator form) => await form.Locator("[data-whom=about] label:has(input:checked) span").AllInnerTextsAsync() is var names ? [.. names] : [];
    }

    private static async Task<Dictionary<string, string>> Keys(ILocator form)
    {
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var option in await form.Locator("[data-whom] label.cell").AllAsync())
        {
            await Assertions.Expect(option.Locator("kbd")).ToBeVisibleAsync();
            keys.Add((await option.Locator("span").InnerTextAsync()).Trim(), await option.Locator("kbd").InnerTextAsync());
        }

        return keys;
    }
}
