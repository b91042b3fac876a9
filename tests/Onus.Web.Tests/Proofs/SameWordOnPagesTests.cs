using Microsoft.Extensions.DependencyInjection;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.Evidence;
using Onus.Domain.Law;
using Onus.Domain.People;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Log;

namespace Onus.Web.Tests.Proofs;

/// <summary>Whatever page or paper says in one line how a count stands says the same, in every state, and the list of cases says which counts are to be split.</summary>
public sealed class SameWordOnPagesTests(FarmWeb web) : IClassFixture<FarmWeb>
{
    private const string Offence = "us.1589-a";
    private const string Begins = " Another text of its law begins on 23 December 2008, within its days: split it on that day.";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("NOTHING", "Nothing yet", "Nothing is cited for it yet.", false)]
    [InlineData("MISSING", "Not supported", "Not supported: ", false)]
    [InlineData("SUPPORTED", "Supported if believed", "Supported if believed, also without Survivor K.", false)]
    [InlineData("CONTESTED", "Contested", "Contested; it does not need Survivor K.", false)]
    [InlineData("ASSERTED", "Contested", "Contested; it does not need Survivor K.", false)]
    [InlineData("ANSWERED", "Supported if believed", "Supported if believed, also without Survivor K.", false)]
    [InlineData("FALLEN", "Not supported", "Not supported: ", false)]
    [InlineData("TEXTS", "Supported if believed", "Supported if believed, also without Survivor K." + Begins, true)]
    [InlineData("TEXTS-MISSING", "Not supported", "Not supported: ", true)]
    [InlineData("TEXTS-CONTESTED", "Contested", "Contested; it does not need Survivor K." + Begins, true)]
    public async Task A_count_goes_by_one_word_on_every_page(string state, string word, string begins, bool isToBeSplit)
    {
        var at = await Case(state);
        var row = Assert.Single(HtmlPage.Read(await Get(at + "/counts")).QuerySelectorAll("tbody tr"));
        var listed = (Word: row.QuerySelector(".standing")!.TextContent.Trim(), Sentence: row.QuerySelector(".standing ~ small")!.TextContent.Trim());
        Assert.Equal(word, listed.Word);
        Assert.StartsWith(begins, listed.Sentence, StringComparison.Ordinal);
        Assert.Equal(isToBeSplit, listed.Sentence.EndsWith(Begins, StringComparison.Ordinal));

        var verdict = HtmlPage.Read(await Get(at + "/counts/1")).QuerySelector(".verdict")!;
        Assert.Equal(listed, (verdict.QuerySelector(".standing")!.TextContent.Trim(), verdict.QuerySelector(".answer")!.TextContent.Trim()));
        Assert.Equal(state is "ASSERTED", verdict.TextContent.Contains("answered once by what rests on nothing yet", StringComparison.Ordinal));

        var sheet = HtmlPage.Read(await Get(at + "/papers/gap-sheet")).QuerySelectorAll("tbody tr")[0].TextContent;
        Assert.Contains("Against Defendant 8. " + listed.Sentence, sheet.ReplaceLineEndings(" "), StringComparison.OrdinalIgnoreCase);

        var cases = HtmlPage.Read(await Get("/cases")).QuerySelectorAll("tbody tr").Single(of => of.QuerySelector("small")!.TextContent == state);
        Assert.Equal(isToBeSplit, cases.TextContent.Contains("Count 1 has days under another text of its law, or under none: split it.", StringComparison.Ordinal));
    }

    // One fact meets every element; it is shown by one exhibit.
    private async Task<string> Case(string state)
    {
        var store = web.Services.GetRequiredService<OnusStore>();
        var id = new CaseId(Guid.CreateVersion7());
        var (from, to) = state.StartsWith("TEXTS", StringComparison.Ordinal) ? (new DateOnly(2008, 12, 1), new DateOnly(2009, 1, 31)) : (new DateOnly(2025, 3, 1), new DateOnly(2025, 4, 1));
        var him = new Person { Id = new(Guid.CreateVersion7()), CaseId = id, Pseudonym = "Defendant 8", Roles = [PersonRole.Defendant] };
        var her = new Person { Id = new(Guid.CreateVersion7()), CaseId = id, Pseudonym = "Survivor K", Roles = [PersonRole.Survivor] };
        var warrant = new Foundation { Id = new(Guid.CreateVersion7()), CaseId = id, Kind = FoundationKind.Warrant, Label = "Search warrant", Legal = true, Status = state is "FALLEN" ? FoundationStatus.Fallen : FoundationStatus.Open };
        var clerk = new Foundation { Id = new(Guid.CreateVersion7()), CaseId = id, Kind = FoundationKind.Custodian, Label = "Clerk of the bank" };
        Exhibit Shown(int number, Foundation on) => new()
        {
            Id = new(Guid.CreateVersion7()),
            CaseId = id,
            Number = number,
            Title = "Paper",
            Quote = "It stays here",
            Origins = [new Origin(null, $"Source {number}")],
            Legal = on.Legal ? [on.Id] : [],
            Factual = on.Legal ? [] : [on.Id],
        };
        var (found, other) = (Shown(1, warrant), Shown(2, clerk));
        var fact = new Fact { Id = new(Guid.CreateVersion7()), CaseId = id, Sentence = "Defendant 8 kept the passport." };
        List<object> rows =
        [
            him, her, warrant, clerk, found, other, fact,
            new ExhibitTie { Id = new(Guid.CreateVersion7()), CaseId = id, Exhibit = found.Id, Fact = fact.Id, Bearing = Bearing.Supports, Reason = "" },
            new Count { Id = new(Guid.CreateVersion7()), CaseId = id, Number = 1, OffenceId = Offence, Defendant = him.Id, Survivor = her.Id, From = from, To = to },
        ];
        var leaves = web.Services.GetRequiredService<LawPacks>().OffenceAt(Offence, from).Value.Elements.WithDescendants().OfType<Leaf>().Where(leaf => leaf.Kind == LeafKind.Required).ToList();
        foreach (var leaf in leaves.Take(state is "NOTHING" ? 0 : state.EndsWith("MISSING", StringComparison.Ordinal) ? 1 : leaves.Count))
        {
            rows.Add(new FactTie { Id = new(Guid.CreateVersion7()), CaseId = id, Fact = fact.Id, OffenceId = Offence, LeafId = leaf.Id, Defendants = [him.Id], Survivors = [her.Id] });
        }

        if (state is "ASSERTED" or "ANSWERED" || state.EndsWith("CONTESTED", StringComparison.Ordinal))
        {
            var against = new ExhibitTie { Id = new(Guid.CreateVersion7()), CaseId = id, Exhibit = other.Id, Fact = fact.Id, Bearing = Bearing.Undermines, Reason = "It was in her bag." };
            rows.Add(against);
            if (state is "ASSERTED" or "ANSWERED")
            {
                rows.Add(new Challenge
                {
                    Id = new(Guid.CreateVersion7()),
                    CaseId = id,
                    By = ArguedBy.Prosecution,
                    On = new Target(TargetKind.ExhibitTie, against.Id.Value),
                    Mode = ChallengeMode.Undercut,
                    Text = "That was later.",
                    Premises = state is "ANSWERED" ? [new Target(TargetKind.Foundation, clerk.Id.Value)] : [],
                });
            }
        }

        await using var work = store.Begin(new Actor(web.Counsel.Id, web.Counsel.Name, []));
        work.AddCase(
            new Case { Id = id, Ref = state, Title = "The yard", Country = "us", Practice = true, TipOn = from, Today = new(2025, 7, 1) },
            [new CaseMember { CaseId = id, AccountId = web.Counsel.Id, Role = MemberRole.Prosecutor }]);
        rows.ForEach(row => work.Add(row));
        Assert.True((await work.Commit(new LogEvent(id, Acts.CaseOpened), Cancel)).IsOk);
        return "/cases/" + state;
    }

    private async Task<string> Get(string address) => await (await web.Enter(web.Counsel)).GetStringAsync(new Uri(address, UriKind.Relative), Cancel);
}
