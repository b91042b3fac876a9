using Microsoft.Playwright;

namespace Onus.Browser.Tests.TrueAnswers;

/// <summary>A citation counts for the people, the fact and the source it names, and for nothing else.</summary>
public sealed class CitationTests(Browser browser, AnswerSite site)
{
    [Fact]
    public async Task A_contrary_passage_contests_the_count_that_rests_on_the_fact_and_says_so()
    {
        var desk = await site.Open(browser, "CONTEST");
        await desk.Draft(Desk.Documents, "Defendant 1", "Survivor B");
        await desk.Cite(AnswerSite.HerStatement, "locked my passport", Desk.AllOfDocuments);
        await Assertions.Expect(desk.Told).ToContainTextAsync("now supports");

        // Nothing is tied to this element, so there is nothing to speak against.
        await desk.Draft("Labour without pay", "Defendant 1", "Survivor B");
        await desk.Cite(AnswerSite.Book, "signed for by B", ["The person worked"], against: true);
        await desk.Says("Nothing is tied to this element yet, so there is nothing for it to speak against.");

        await desk.Cite(AnswerSite.Book, "signed for by B", ["The defendant took or kept the document"], against: true);
        await Assertions.Expect(desk.Told).ToContainTextAsync("Count 1 is contested now.");
        await Assertions.Expect(desk.Told).Not.ToContainTextAsync("Count 2");
        await desk.Go("counts/1");
        await Assertions.Expect(desk.Verdict).ToContainTextAsync("Contested");
        await desk.Go("counts");
        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Count 1" })).ToContainTextAsync("Contested");

        // Once another fact carries every element, what speaks against the first is said to reach nothing more.
        await desk.Cite(AnswerSite.Book, "Passports of B and C", Desk.AllOfDocuments, about: ["Survivor B"]);
        await desk.Cite(AnswerSite.Friend, "never saw", ["The defendant took or kept the document"], about: ["Survivor B"], against: true, fact: "locked my passport");
        await Assertions.Expect(desk.Told).ToContainTextAsync("Count 1 still stands: other facts carry it without this one.");
        await desk.Go("counts/1");
        await Assertions.Expect(desk.Verdict).Not.ToContainTextAsync("Contested");
    }

    [Fact]
    public async Task What_is_about_one_survivor_leaves_the_count_of_another_alone_until_it_names_both()
    {
        var desk = await site.Open(browser, "TWO");
        await desk.Draft(Desk.Documents, "Defendant 1", "Survivor B");
        await desk.Draft(Desk.Documents, "Defendant 1", "Survivor C");
        await desk.Cite(AnswerSite.HerStatement, "locked my passport", Desk.AllOfDocuments);
        await Assertions.Expect(desk.Told).ToContainTextAsync("by Defendant 1, about Survivor B.");
        await desk.Go("counts/1");
        await Assertions.Expect(desk.Verdict).ToContainTextAsync("Supported if Survivor B is believed");
        // Her account alone leads to where else to look, which opens.
        await desk.Go("counts");
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "where else to look" }).First.ClickAsync();
        await Assertions.Expect(desk.Page.Locator("#next")).ToBeVisibleAsync();
        await desk.Go("counts/2");
        await Assertions.Expect(desk.Verdict).ToContainTextAsync("Nothing is cited for it yet.");
        await desk.Go("grid?offence=kestria.documents&day=2024-01-10");
        await Assertions.Expect(desk.Cell(Desk.AllOfDocuments[0], "Defendant 1 for Survivor B")).ToContainTextAsync("one fact");
        await Assertions.Expect(desk.Cell(Desk.AllOfDocuments[0], "Defendant 1 for Survivor C")).ToContainTextAsync("Nothing yet");

        await desk.Cite(AnswerSite.Book, "Passports of B and C", Desk.AllOfDocuments, about: ["Survivor B", "Survivor C"]);
        await Assertions.Expect(desk.Told).ToContainTextAsync("about Survivor B, Survivor C.");
        await desk.Go("counts/2");
        await Assertions.Expect(desk.Verdict).ToContainTextAsync("Supported if believed");
    }

    [Fact]
    public async Task Conduct_of_2014_is_charged_under_the_text_of_its_day_and_evidence_counts_for_it()
    {
        var desk = await site.Open(browser, AnswerSite.American);
        await desk.Draft("Sex trafficking of a child, or by force, fraud or coercion", "Defendant 1", "Survivor B", "2014-03-01", "2014-05-31");
        await Assertions.Expect(desk.Verdict).ToContainTextAsync("Nothing is cited for it yet.");
        await desk.Says("1 March 2014 to 31 May 2014");
        await desk.Says("23 December 2008 to");
        foreach (var refused in new[] { "no text for", "split it", "cannot be charged", "can't be charged", "no longer in force" })
        {
            await desk.SaysNot(refused);
        }

        // What is cited counts under that text as under any other, and the next step is still given.
        await desk.Cite(AnswerSite.HerStatement, "locked my passport", ["The defendant acted knowingly"]);
        await Assertions.Expect(desk.Told).ToContainTextAsync("now supports");
        await desk.Go("counts/1");
        await Assertions.Expect(desk.Verdict).ToContainTextAsync("Not supported");
        await Assertions.Expect(desk.Page.Locator("#next")).ToHaveCountAsync(1);
        await desk.SaysNot("more evidence is pointless");
    }

    [Fact]
    public async Task A_defendant_who_comes_later_has_nothing_against_them()
    {
        var desk = await site.Open(browser, "NEWCOMER");
        await desk.Draft(Desk.Documents, "Defendant 1", "Survivor B");
        await desk.Draft("Labour without pay", "Defendant 1", "Survivor B");
        await desk.Cite(AnswerSite.HerStatement, "locked my passport", ["The person worked", .. Desk.AllOfDocuments]);
        await desk.Go("people");
        await desk.Page.Locator("#name-1").FillAsync("Defendant 2");
        await desk.Page.Locator("#role-1").SelectOptionAsync(new SelectOptionValue { Label = "Defendant" });
        await desk.Page.Locator("#name-1").PressAsync("Enter");
        await desk.Says("added");
        // What the law presumes, or the defence has not raised, is no evidence against anybody.
        string[] nothing = ["Nothing yet", "Nothing needed until the defence raises it"];
        foreach (var (offence, charged) in new[] { ("unpaid-labour", true), ("documents", true), ("harbouring", false) })
        {
            await desk.Go($"grid?offence=kestria.{offence}&day=2024-01-10");
            var cells = desk.Page.Locator("td.grid-cell[data-label='Defendant 2']");
            var said = await cells.AllInnerTextsAsync();
            Assert.NotEmpty(said);
            Assert.All(said, words => Assert.Contains(words.Trim().Split('\n')[0], nothing));
            Assert.All(said, words => Assert.DoesNotContain("fact", words.Replace("put a fact in", "", StringComparison.Ordinal).Split(':')[0], StringComparison.Ordinal));
            Assert.Equal(charged, (await desk.Page.Locator("td.grid-cell[data-label='Defendant 1']").AllInnerTextsAsync()).Any(words => words.Contains("one fact", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task What_a_friend_repeats_is_no_second_source_and_what_she_saw_is_one()
    {
        var desk = await site.Open(browser, "REPEATS");
        await desk.Draft(Desk.Documents, "Defendant 1", "Survivor B");
        await desk.Cite(AnswerSite.HerStatement, "locked my passport", Desk.AllOfDocuments);
        // Marked in the dialog, words that repeat another's are asked about, with the teller chosen; words of one's own are not.
        await desk.OpenDialog(AnswerSite.Friend, "I saw her passport");
        await Assertions.Expect(desk.Dialog.Locator("[data-ask]").GetByText("Whose words are these?")).ToBeHiddenAsync();
        await Assertions.Expect(desk.Dialog.GetByLabel("Whose words")).ToBeVisibleAsync();
        await desk.OpenDialog(AnswerSite.Friend, "She told me");
        await Assertions.Expect(desk.Dialog.Locator("[data-ask]").GetByText("Whose words are these?")).ToBeVisibleAsync();
        await Assertions.Expect(desk.Dialog.Locator("[data-hearsay] option:checked")).ToHaveTextAsync("Friend 1");
        await desk.Cite(AnswerSite.Friend, "She told me", Desk.AllOfDocuments, about: ["Survivor B"], whose: "Survivor B");
        var repeated = await desk.Cited();
        await desk.Go("counts/1");
        await desk.Says("Without the words of Survivor B, it no longer holds.");
        await desk.Says("If Survivor B does not testify, it still holds.");

        await desk.Cite(AnswerSite.Friend, "I saw her passport", Desk.AllOfDocuments, about: ["Survivor B"]);
        await desk.Go("counts/1");
        await desk.Says("Without the words of Survivor B, it still holds.");

        // The exhibit says whose words they are and who told them.
        await desk.Go($"exhibits/{repeated}/rests");
        await desk.Says("Survivor B's words, told by Friend 1.");
    }

    [Fact]
    public async Task His_message_from_her_phone_is_his_words_through_her_phone()
    {
        var desk = await site.Open(browser, "PHONE");
        await desk.Draft(Desk.Documents, "Defendant 1", "Survivor B");
        await desk.Cite(AnswerSite.Phone, "stays in my desk", Desk.AllOfDocuments);
        await Assertions.Expect(desk.Told).ToContainTextAsync("by Defendant 1, about Survivor B.");
        await desk.Go("counts/1");
        await desk.Says("Without the words of Survivor B, it still holds.");
        await desk.Says("Without anything that came through Survivor B (words, device and consent), it no longer holds.");
        // Wherever her testimony is said not to be needed, what it rests on stands beside it.
        await desk.Go("counts");
        var line = desk.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Count 1" });
        await Assertions.Expect(line).ToContainTextAsync("Supported without Survivor B’s testimony");
        await Assertions.Expect(line).ToContainTextAsync("it rests on what comes from Survivor B");

        // The same in a book that came under a warrant is neither.
        await desk.Cite(AnswerSite.Book, "Passports of B and C", Desk.AllOfDocuments, about: ["Survivor B"]);
        await desk.Go("counts/1");
        await desk.Says("Without anything that came through Survivor B (words, device and consent), it still holds.");
    }

    [Fact]
    public async Task A_changed_part_in_the_case_changes_what_a_count_relies_on()
    {
        var desk = await site.Open(browser, "ROLE");
        await desk.Draft("Keeping premises for sexual exploitation", "Defendant 1", "Nobody; the offence is not against one person");
        await desk.Cite(AnswerSite.Friend, "I saw her passport", ["Owned or rented them", "They were used for", "The defendant knew of that use"]);
        await desk.Go("counts/1");
        await Assertions.Expect(desk.Verdict).Not.ToContainTextAsync("nothing else carries it");

        await desk.Go("people");
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "Friend 1" }).ClickAsync();
        await desk.Page.GetByLabel("Survivor", new() { Exact = true }).CheckAsync();
        await desk.Page.GetByLabel("Witness", new() { Exact = true }).UncheckAsync();
        await desk.Push("Save", desk.Page.Locator("#who"));
        await desk.Says("Saved. Every page, every paper and every sentence that Onus wrote follows.");
        await desk.Go("counts/1");
        await Assertions.Expect(desk.Verdict).ToContainTextAsync("nothing else carries it");
    }
}
