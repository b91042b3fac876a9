using Microsoft.Playwright;

namespace Onus.Browser.Tests.Records;

[Collection(OrchardSite.Shared)]
public sealed class RecordPagesTests(Browser browser, OrchardSite orchard)
{
    /// <summary>The viewers, one of each kind: to whoever follows links they are all one kind of page.</summary>
    public static TheoryData<string, string> Viewers => new()
    {
        { "read-chat", "chat.txt" },
        { "read-bank", "bank.csv" },
        { "read-statement", "statement.docx" },
        { "read-lease", "lease.pdf" },
        { "read-picture", "gate.png" },
        { "record-message", "chat.txt#पासपोर्ट" },
    };

    [Theory]
    [MemberData(nameof(Viewers))]
    public async Task A_viewer_has_no_barriers_and_never_scrolls_sideways(string name, string place)
    {
        var page = await orchard.Open(browser, bypassPolicy: true);
        await page.GotoAsync(AddressOf(place));
        Assert.Empty(await FourWays.Look(browser, page, name));
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(700)]
    public async Task Long_names_on_the_buttons_beside_a_title_break_none_of_its_words(int width)
    {
        var page = await orchard.Open(browser, bypassPolicy: true);
        await page.SetViewportSizeAsync(width, 900);
        await page.GotoAsync(orchard.Read("lease.pdf"));
        var broken = await page.EvaluateAsync<string[]>("""
            () => {
              document.querySelectorAll('.page-head > .actions .button').forEach(b => b.textContent += ': Phone of the foreman/WhatsApp Chat with everybody of the packing house and the orchard.txt');
              const title = document.querySelector('h1');
              title.textContent = 'Conversation of the owner and the foreman';
              const text = title.firstChild, range = document.createRange();
              return [...text.data.matchAll(/\S+/g)].filter(word => {
                range.setStart(text, word.index);
                range.setEnd(text, word.index + word[0].length);
                return range.getClientRects().length > 1;
              }).map(word => word[0]);
            }
            """);
        Assert.Empty(broken);
        Assert.True(await page.Locator(".page-head > .actions .button").CountAsync() > 0);
        Assert.Equal(0, await Browser.OverflowAsync(page));
    }

    [Fact]
    public async Task A_passage_is_cited_with_three_keys()
    {
        var page = await orchard.Open(browser);
        await page.GotoAsync(orchard.Read("chat.txt") + "?offence=us.1589-a");
        var faults = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                faults.Add(message.Text);
            }
        };
        var id = orchard.Seeded.Row("chat.txt", "You owe").Id.Hex;
        await Select(page, id, "Nobody leaves the orchard");

        var keys = 0;
        async Task Press(string key)
        {
            keys++;
            await page.Keyboard.PressAsync(key);
        }

        await Press("c");
        await Assertions.Expect(page.Locator("dialog#cite")).ToBeVisibleAsync();
        await browser.PictureAsync(page, "cite-dialog-1280");
        await Press("a");
        await Press("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("now supports “");
        var exhibit = "EX-" + (await page.GetByRole(AriaRole.Status).InnerTextAsync()).Split("EX-")[1].Split(' ')[0];
        Assert.Equal(3, keys);
        Assert.Contains("/read", page.Url, StringComparison.Ordinal);
        await Assertions.Expect(page.Locator($"[data-record='{id}'] mark")).ToHaveTextAsync("Nobody leaves the orchard");
        Assert.Empty(faults);
        await browser.PictureAsync(page, "cited-1280");

        // From the number of the exhibit one click leads to the marked words in the original file.
        await page.Locator($"[data-record='{id}']").GetByRole(AriaRole.Link, new() { Name = exhibit, Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("#original mark")).ToHaveTextAsync("Nobody leaves the orchard");
        await Assertions.Expect(page.Locator("#original")).ToContainTextAsync("slice verified");
        await browser.PictureAsync(page, "record-cited-1280");
    }

    [Fact]
    public async Task Without_a_script_a_whole_record_is_cited_and_marked_by_forms()
    {
        var page = await orchard.Open(browser, "Demo person 1", script: false);
        await page.GotoAsync(orchard.Record("statement.docx", "many times"));
        await page.GetByRole(AriaRole.Link, new() { Name = "Cite this record" }).ClickAsync();
        await page.GetByLabel("A fact, without an element").CheckAsync();
        await page.Locator("[id='Form.Fact']").FillAsync("Survivor B asked for her passport back");
        await page.GetByRole(AriaRole.Button, new() { Name = "Cite", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Survivor B asked for her passport back");

        await page.GetByLabel("Sensitive").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the marks" }).ClickAsync();
        await Assertions.Expect(page.Locator("#marks")).ToContainTextAsync("Considered by Demo person 1");
    }

    [Fact]
    public async Task The_key_d_leads_to_the_marks_and_typing_letters_in_a_field_does_not()
    {
        var page = await orchard.Open(browser);
        await page.GotoAsync(orchard.Record("bank.csv", "Wages"));
        await page.Keyboard.PressAsync("d");
        await Assertions.Expect(page.GetByLabel("Helps the defence")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("c");
        await Assertions.Expect(page.Locator("dialog#cite")).ToBeVisibleAsync();
        await page.GetByText("In your own words").ClickAsync();
        await page.Locator("#dialog-fact").PressSequentiallyAsync("faced");
        await Assertions.Expect(page.Locator("#dialog-fact")).ToHaveValueAsync("faced");
        await Assertions.Expect(page.Locator("dialog#cite input[name='Form.Cells']:checked")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Words_of_a_drawn_page_are_selected_and_cited_and_marked_where_they_stand()
    {
        var page = await orchard.Open(browser, "Demo person 1");
        await page.GotoAsync(orchard.Read("lease.pdf") + "?page=2");
        await page.EvaluateAsync(
            """
            () => {
              const words = [...document.querySelectorAll("[data-word]")];
              const range = document.createRange();
              range.setStart(words[3].firstChild, 0);
              range.setEnd(words[4].firstChild, words[4].firstChild.length);
              document.getSelection().removeAllRanges();
              document.getSelection().addRange(range);
            }
            """);
        await page.Keyboard.PressAsync("c");
        await page.Keyboard.PressAsync("f");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("“a safe”");
        await Assertions.Expect(page.Locator("svg .cited-box")).ToHaveCountAsync(2);
        await browser.PictureAsync(page, "page-cited-1280");
    }

    [Theory]
    [InlineData("keeps")]
    [InlineData("tenant keeps")]
    public async Task Words_selected_in_the_page_in_words_are_what_is_cited(string words)
    {
        var page = await orchard.Open(browser, "Demo person 1");
        await page.GotoAsync(orchard.Read("lease.pdf") + "?page=2");
        await page.GetByText("The page in words").ClickAsync();
        await page.EvaluateAsync(
            """
            words => {
              const text = document.querySelector("details [data-quote]").firstChild;
              const at = text.data.replace(/\s/g, " ").indexOf(words);
              const range = document.createRange();
              range.setStart(text, at);
              range.setEnd(text, at + words.length);
              document.getSelection().removeAllRanges();
              document.getSelection().addRange(range);
            }
            """, words);
        await page.Keyboard.PressAsync("c");
        await Assertions.Expect(page.Locator("dialog#cite [data-passage]")).ToHaveTextAsync(words);
        await Assertions.Expect(page.Locator("dialog#cite [data-all]")).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("f");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync($"“{words}”");
    }

    [Fact]
    public async Task A_page_that_is_cited_whole_says_so_and_keeps_its_spaces()
    {
        var page = await orchard.Open(browser, "Demo person 1");
        await page.GotoAsync(orchard.Read("lease.pdf") + "?page=2");
        await page.Locator("a[data-cite]").First.ClickAsync();
        await Assertions.Expect(page.Locator("dialog#cite [data-all]")).ToHaveTextAsync("No words are marked, so the whole page is cited.");
        await Assertions.Expect(page.Locator("dialog#cite [data-passage]")).ToContainTextAsync("The tenant keeps");
    }

    [Fact]
    public async Task A_box_dragged_over_a_page_opens_the_panel_with_its_place()
    {
        var page = await orchard.Open(browser, "Demo person 1");
        await page.GotoAsync(orchard.Read("lease.pdf") + "?page=2");
        var place = (await page.Locator("svg[data-drag]").BoundingBoxAsync())!;
        await page.Keyboard.DownAsync("Shift");
        await page.Mouse.MoveAsync(place.X + 40, place.Y + 60);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(place.X + 400, place.Y + 160);
        await page.Mouse.UpAsync();
        await page.Keyboard.UpAsync("Shift");
        await Assertions.Expect(page.Locator("dialog#cite")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("f");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("The tenant keeps");
    }

    private string AddressOf(string place) => place.Split('#') switch
    {
        [var file, var words] => orchard.Record(file, words),
        [var file] when !file.StartsWith('/') => orchard.Read(file),
        _ => place,
    };

    /// <summary>Selects words in the text of a record, as a person does with the mouse.</summary>
    private static async Task Select(IPage page, string record, string words) => await page.EvaluateAsync(
        """
        ([record, words]) => {
          const text = document.querySelector(`[data-record='${record}'] [data-quote]`).firstChild;
          const at = text.data.indexOf(words);
          const range = document.createRange();
          range.setStart(text, at);
          range.setEnd(text, at + words.length);
          const selection = document.getSelection();
          selection.removeAllRanges();
          selection.addRange(range);
        }
        """, new[] { record, words });
}
