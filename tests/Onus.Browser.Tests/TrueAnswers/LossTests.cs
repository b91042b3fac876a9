using Microsoft.Playwright;

namespace Onus.Browser.Tests.TrueAnswers;

/// <summary>What falls, what stands, and what is asked for then.</summary>
public sealed class LossTests(Browser browser, AnswerSite site)
{
    [Fact]
    public async Task Two_counts_of_one_offence_for_two_survivors_stay_apart_when_one_of_them_does_not_testify()
    {
        var desk = await site.Open(browser, "STRUCK");
        await desk.Draft(Desk.Documents, "Defendant 1", "Survivor B");
        await desk.Draft(Desk.Documents, "Defendant 1", "Survivor C");
        await desk.Cite(AnswerSite.HerStatement, "locked my passport", Desk.AllOfDocuments);
        await desk.Cite(AnswerSite.OtherStatement, "identity card", Desk.AllOfDocuments);
        await desk.Strike("Survivor B testifies");
        await Assertions.Expect(desk.Verdict).ToContainTextAsync("If Survivor B does not testify: count 2 still holds; count 1 no longer holds.");
        await desk.Strike("Survivor C testifies");
        await Assertions.Expect(desk.Verdict).ToContainTextAsync("If Survivor C does not testify: count 1 still holds; count 2 no longer holds.");
    }

    [Theory]
    [InlineData("TAINT-A", AnswerSite.Book, "Passports of B and C", "Search warrant for the brick yard")]
    [InlineData("TAINT-B", AnswerSite.Phone, "stays in my desk", "Consent to the copy of a phone")]
    public async Task A_suppressed_exhibit_leads_to_a_request_that_names_no_weakness(string name, string file, string words, string way)
    {
        var desk = await site.Open(browser, name);
        await desk.Draft(Desk.Documents, "Defendant 1", "Survivor B");
        await desk.Cite(file, words, Desk.AllOfDocuments, about: ["Survivor B"]);
        await desk.Go("foundations");
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = way }).First.ClickAsync();
        await desk.Page.GetByLabel("Fallen", new() { Exact = true }).CheckAsync();
        await desk.Page.GetByLabel("Who decided it, when, in which paper").FillAsync("Judge 3, 12 August, order 4");
        await desk.Push("Record the decision");
        await desk.Go("counts/1");
        await Assertions.Expect(desk.Verdict).ToContainTextAsync("Not supported");
        await desk.Says("is suppressed");
        await desk.Page.Locator("summary").Filter(new() { HasText = "Next to obtain" }).First.ClickAsync();
        await desk.Page.Locator("#next").GetByRole(AriaRole.Link, new() { Name = "Request" }).First.ClickAsync();
        await desk.Page.WaitForURLAsync("**/requests/new**");
        var text = string.Join('\n', await desk.Page.Locator("main form input[type=text], main form textarea, main form input:not([type])").EvaluateAllAsync<string[]>("fields => fields.map(f => f.value)"));
        Assert.NotEqual("", await desk.Page.GetByLabel("What is asked for").InputValueAsync());
        foreach (var weakness in new[] { "suppress", "kept out", "EX-", way, "fall", "weak", "order 4", "invalid" })
        {
            Assert.DoesNotContain(weakness, text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task A_count_over_a_change_of_the_law_says_on_which_day_to_split_it_and_the_button_does()
    {
        var desk = await site.Open(browser, "SPLIT");
        await desk.Draft("Trafficking in persons", "Defendant 1", "Survivor B", "2022-05-02", "2022-09-30");
        await desk.Says("split it on 1 July 2022.");
        await desk.Push("Split it on 1 July 2022");
        await desk.SaysNot("split it on");
        await desk.Says("2 May 2022 to 30 June 2022");
        await desk.Go("counts/2");
        await desk.SaysNot("split it on");
        await desk.Says("1 July 2022 to 30 September 2022");

        // A count that begins on the day of the change, and one that ends before it, are under one text.
        await desk.Draft("Trafficking in persons", "Defendant 1", "Survivor C", "2022-07-01", "2022-09-30");
        await desk.SaysNot("split it on");
        await desk.Draft("Trafficking in persons", "Defendant 1", "Survivor C", "2022-05-02", "2022-06-30");
        await desk.SaysNot("split it on");
    }

    [Fact]
    public async Task A_statement_falls_with_its_witness_and_stands_on_a_ground_against_one_defendant_only()
    {
        var desk = await site.Open(browser, "WITNESS");
        await desk.Go("people");
        await desk.Page.Locator("#name-1").FillAsync("Defendant 2");
        await desk.Page.Locator("#role-1").SelectOptionAsync(new SelectOptionValue { Label = "Defendant" });
        await desk.Page.Locator("#name-1").PressAsync("Enter");
        await desk.Draft(Desk.Documents, "Defendant 1", "Survivor B");
        await desk.Draft(Desk.Documents, "Defendant 2", "Survivor B");
        await desk.Cite(AnswerSite.HerStatement, "locked my passport", Desk.AllOfDocuments, by: ["Defendant 1", "Defendant 2"]);
        var exhibit = await desk.Cited();
        await desk.Go("if-not-there");
        await Assertions.Expect(desk.Without("Survivor B does not testify", "without an earlier statement")).ToContainTextAsync("Counts 1, 2 no longer hold.");
        await desk.Strike("Survivor B testifies");
        await Assertions.Expect(desk.Verdict).ToContainTextAsync("counts 1 and 2 no longer hold");

        await desk.Go($"exhibits/{exhibit}/rests");
        await desk.Page.GetByText("A statement without its witness").ClickAsync();
        await desk.Page.Locator("#ground-0").FillAsync("deposition with cross-examination, rule 15");
        await desk.Page.GetByRole(AriaRole.Group, new() { Name = "Against whom" }).First.GetByLabel("Defendant 1").CheckAsync();
        await desk.Push("Save what it rests on");
        await desk.Go("if-not-there");
        await Assertions.Expect(desk.Without("Survivor B does not testify", "without an earlier statement")).ToContainTextAsync("Counts 1, 2 no longer hold.");
        var row = desk.Without("Survivor B does not testify", "as entered on its page: deposition with cross-examination");
        await Assertions.Expect(row).ToContainTextAsync("Count 1 holds.");
        await Assertions.Expect(row).ToContainTextAsync("Count 2 no longer holds.");
        await desk.Strike("Survivor B testifies");
        await Assertions.Expect(desk.Verdict).ToContainTextAsync("count 1 still holds; count 2 no longer holds");
    }

    [Fact]
    public async Task What_an_exhibit_rests_on_is_shown_before_it_is_saved_and_the_passage_stays()
    {
        var desk = await site.Open(browser, "RESTS");
        await desk.Draft(Desk.Documents, "Defendant 1", "Survivor B");
        await desk.Draft(Desk.Documents, "Defendant 1", "Survivor C");
        await desk.Cite(AnswerSite.HerStatement, "locked my passport", Desk.AllOfDocuments);
        await desk.Cite(AnswerSite.Friend, "She told me", Desk.AllOfDocuments, about: ["Survivor B"]);
        var exhibit = await desk.Cited();
        await desk.Go($"exhibits/{exhibit}/rests");
        var passage = await desk.Page.Locator("main blockquote").First.InnerTextAsync();
        var words = desk.Page.GetByRole(AriaRole.Group, new() { Name = "People of the case" });
        await words.GetByLabel("Friend 1").UncheckAsync();
        await words.GetByLabel("Survivor B").CheckAsync();
        await desk.Push("Show what would change");
        await desk.Says("Count 1 is supported if believed now, and would be supported if believed.");
        await desk.Says("Without the words of Survivor B, it no longer holds.");
        await desk.SaysNot("Count 2");

        // Nothing is saved by looking.
        await desk.Go("counts/1");
        await desk.Says("Without the words of Survivor B, it still holds.");
        await desk.Go($"exhibits/{exhibit}/rests");
        await words.GetByLabel("Friend 1").UncheckAsync();
        await words.GetByLabel("Survivor B").CheckAsync();
        await desk.Push("Save what it rests on");
        await Assertions.Expect(desk.Main).ToContainTextAsync(passage);
        await desk.Go("counts/1");
        await desk.Says("Without the words of Survivor B, it no longer holds.");
        await desk.Go($"exhibits/{exhibit}/rests");
        Assert.Equal(passage, await desk.Page.Locator("main blockquote").First.InnerTextAsync());
        await Assertions.Expect(words.GetByLabel("Survivor B")).ToBeCheckedAsync();
    }
}
