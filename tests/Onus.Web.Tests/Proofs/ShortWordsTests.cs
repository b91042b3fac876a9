using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Onus.Domain.Answers;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.Evidence;
using Onus.Domain.Law;
using Onus.Domain.People;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Log;

namespace Onus.Web.Tests.Proofs;

/// <summary>The short words about a count, wherever they stand: on the list, on its first screen, in all elements, on the page of elements.</summary>
public sealed partial class ShortWordsTests(FarmWeb web) : IClassFixture<FarmWeb>
{
    private const string Offence = "us.1592-a";
    private const string Testimony = "Supported without Survivor K’s testimony";
    private const string FromHer = "it rests on what comes from Survivor K";

    private static readonly DateOnly Day = new(2025, 3, 1);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("phone", FoundationKind.Device)]
    [InlineData("consent", FoundationKind.Consent)]
    public async Task What_rests_on_what_comes_from_her_is_said_to_wherever_her_testimony_is_said_not_to_be_needed(string name, FoundationKind through)
    {
        var at = await Case("FROM-HER-" + name, (of, her, him) => of.Exhibit([new Origin(him)], of.Foundation(through, "What came through", whose: her)));
        foreach (var part in Pages)
        {
            var page = Words(await Get(at + part));
            Assert.Contains(Testimony, page, StringComparison.Ordinal);
            // Each stands with the other, and neither alone.
            Assert.DoesNotMatch($"{Testimony} (?!{FromHer})", page);
        }
    }

    [Fact]
    public async Task Only_her_account_always_has_a_link_to_where_else_to_look()
    {
        var at = await Case("HER-ALONE", (of, her, _) => of.Exhibit([new Origin(her)], of.Foundation(FoundationKind.Witness, "Survivor K", person: her)));
        foreach (var part in Pages)
        {
            var page = await Get(at + part);
            Assert.True(Occurrences(page, "Only Survivor K’s account so far") > 0, part);
            Assert.Equal(Occurrences(page, "Only Survivor K’s account so far"), Occurrences(page, ">where else to look<"));
            foreach (var address in Elsewhere().Matches(page).Select(link => WebUtility.HtmlDecode(link.Groups["address"].Value)).Distinct())
            {
                var there = address.Split('#');
                Assert.Contains($"id=\"{there[1]}\"", await Get(there[0]), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task What_is_cited_and_suppressed_is_nowhere_called_nothing_yet()
    {
        var at = await Case("SUPPRESSED", (of, _, _) => of.Exhibit([new Origin(null, "Search of the yard")], of.Foundation(FoundationKind.Warrant, "Search warrant for the yard", fallen: true)));
        var brief = Words(Brief().Match(await Get(at + "/counts/1")).Value);
        Assert.Contains("Not supported", brief, StringComparison.Ordinal);
        Assert.Contains("all there was is suppressed", brief, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing yet", brief, StringComparison.Ordinal);
        var cells = Cells().Matches(await Get(at + Grid)).Select(cell => Words(cell.Value)).Where(cell => cell.Contains("one fact", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(cells);
        Assert.All(cells, cell =>
        {
            Assert.Contains("Not supported all there was is suppressed", cell, StringComparison.Ordinal);
            Assert.DoesNotContain("Nothing yet", cell, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Conduct_of_2014_is_charged_under_the_text_of_its_day()
    {
        await Case("YEAR-2014", null);
        var counsel = await web.Enter(web.Counsel);
        var (defendant, survivor) = await People("YEAR-2014");
        var page = await Post(
            counsel, "/cases/YEAR-2014/counts", "draft", ("Form.Offence", "us.1591-a-1"), ("Form.Defendant", defendant.Value.ToString()), ("Form.Survivor", survivor.Value.ToString()),
            ("Form.From", "2014-03-01"), ("Form.To", "2014-05-31"));
        var law = web.Services.GetRequiredService<LawPacks>().OffenceAt("us.1591-a-1", new(2014, 3, 1)).Value;
        var said = Words(page);
        Assert.Contains($"{law.Citation}, against Defendant 8, for Survivor K, 1 March 2014 to 31 May 2014. The law of the first day applies.", said, StringComparison.Ordinal);
        Assert.DoesNotMatch("no text for|has no text|lies between two texts|cannot be charged|no longer in force", said);
        // The text of that day is the one before the amendment of 2015: the page shows it, with its elements and none of the later one alone.
        Assert.Equal(new DateOnly(2008, 12, 23), law.Validity.From);
        Assert.Contains("23 December 2008 to", said, StringComparison.Ordinal);
        var elements = Words(await Get("/cases/YEAR-2014/grid?offence=us.1591-a-1&day=2014-03-01"));
        Assert.Contains("Count 1", elements, StringComparison.Ordinal);
        Assert.All(law.Elements.WithDescendants().OfType<Leaf>(), leaf => Assert.Contains(leaf.Text, elements, StringComparison.Ordinal));
        var today = web.Services.GetRequiredService<LawPacks>().OffenceAt("us.1591-a-1", Day).Value;
        var later = today.Leaves().Select(leaf => leaf.Text).Except(law.Leaves().Select(leaf => leaf.Text)).ToList();
        Assert.NotEmpty(later);
        Assert.All(later, text => Assert.DoesNotContain(text, elements, StringComparison.Ordinal));
        Assert.Contains("Nothing is cited for it yet.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_count_for_whose_first_day_the_pack_has_no_text_goes_by_the_title_of_the_nearest()
    {
        await Case("NO-TEXT", null);
        var counsel = await web.Enter(web.Counsel);
        var (defendant, survivor) = await People("NO-TEXT");
        await using (var work = web.Services.GetRequiredService<OnusStore>().Begin((await web.Services.GetRequiredService<OnusStore>().ActorOf(web.Counsel.Id, null, Cancel))!))
        {
            var of = work.Db.Cases.Single(c => c.Ref == "NO-TEXT").Id;
            work.Add(new Count { Id = new(Guid.CreateVersion7()), CaseId = of, Number = 1204, OffenceId = "us.2422-a", Defendant = defendant, Survivor = survivor, From = new(2001, 3, 1), To = new(2001, 6, 1) });
            Assert.True((await work.Commit(new LogEvent(of, Acts.CountDrafted), Cancel)).IsOk);
        }

        foreach (var part in new[] { "/counts", "/counts/1204", "/counts/1204/change", "/papers/gap-sheet", "/what-if", "/requests/new" })
        {
            var page = Words(await counsel.GetStringAsync(new Uri("/cases/NO-TEXT" + part, UriKind.Relative), Cancel));
            Assert.DoesNotContain("us.2422-a", page, StringComparison.Ordinal);
            Assert.DoesNotContain("1,204", page, StringComparison.Ordinal);
            Assert.DoesNotMatch("(?i)there is no law|no law on", page);
        }

        var count = Words(await counsel.GetStringAsync(new Uri("/cases/NO-TEXT/counts/1204", UriKind.Relative), Cancel));
        Assert.Contains("Count 1204 · Persuading somebody to travel for prostitution", count, StringComparison.Ordinal);
        Assert.Contains("18 USC 2422(a) (no text for 1 March 2001), against Defendant 8", count, StringComparison.Ordinal);
        Assert.Contains("The law pack has no text for its first day.", count, StringComparison.Ordinal);
        Assert.DoesNotContain("The law of the first day applies", count, StringComparison.Ordinal);
    }

    private static string Grid => $"/grid?offence={Offence}&day=2025-03-01";

    private static string[] Pages => ["/counts", "/counts/1", Grid];

    // One fact meets every element; it is shown by one exhibit.
    private async Task<string> Case(string reference, Func<Rows, PersonId, PersonId, Exhibit>? shown)
    {
        var store = web.Services.GetRequiredService<OnusStore>();
        var id = new CaseId(Guid.CreateVersion7());
        var rows = new Rows(id);
        var him = rows.Add(new Person { Id = new(Guid.CreateVersion7()), CaseId = id, Pseudonym = "Defendant 8", Roles = [PersonRole.Defendant] }).Id;
        var her = rows.Add(new Person { Id = new(Guid.CreateVersion7()), CaseId = id, Pseudonym = "Survivor K", Roles = [PersonRole.Survivor] }).Id;
        if (shown is not null)
        {
            var exhibit = shown(rows, her, him);
            var fact = rows.Add(new Fact { Id = new(Guid.CreateVersion7()), CaseId = id, Sentence = "Defendant 8 kept the passport." });
            rows.Add(new ExhibitTie { Id = new(Guid.CreateVersion7()), CaseId = id, Exhibit = exhibit.Id, Fact = fact.Id, Bearing = Bearing.Supports, Reason = "" });
            foreach (var leaf in web.Services.GetRequiredService<LawPacks>().OffenceAt(Offence, Day).Value.Elements.WithDescendants().OfType<Leaf>().Where(leaf => leaf.Kind == LeafKind.Required))
            {
                rows.Add(new FactTie { Id = new(Guid.CreateVersion7()), CaseId = id, Fact = fact.Id, OffenceId = Offence, LeafId = leaf.Id, Defendants = [him], Survivors = [her] });
            }

            rows.Add(new Count { Id = new(Guid.CreateVersion7()), CaseId = id, Number = 1, OffenceId = Offence, Defendant = him, Survivor = her, From = Day, To = new(2025, 4, 1) });
        }

        await using var work = store.Begin(new Actor(web.Counsel.Id, web.Counsel.Name, []));
        work.AddCase(
            new Case { Id = id, Ref = reference, Title = "The yard", Country = "us", Practice = true, TipOn = Day, Today = new(2025, 7, 1) },
            [new CaseMember { CaseId = id, AccountId = web.Counsel.Id, Role = MemberRole.Prosecutor }]);
        rows.All.ForEach(row => work.Add(row));
        Assert.True((await work.Commit(new LogEvent(id, Acts.CaseOpened), Cancel)).IsOk);
        return "/cases/" + reference;
    }

    private async Task<(PersonId Defendant, PersonId Survivor)> People(string reference)
    {
        var store = web.Services.GetRequiredService<OnusStore>();
        await using var work = store.Begin((await store.ActorOf(web.Counsel.Id, null, Cancel))!);
        var of = work.Db.Cases.Single(c => c.Ref == reference).Id;
        var people = work.Db.People.Where(person => person.CaseId == of).ToList();
        return (people.Single(person => person.Is(PersonRole.Defendant)).Id, people.Single(person => person.Is(PersonRole.Survivor)).Id);
    }

    private async Task<string> Get(string address) => await (await web.Enter(web.Counsel)).GetStringAsync(new Uri(address, UriKind.Relative), Cancel);

    private static async Task<string> Post(HttpClient counsel, string address, string handler, params (string Name, string Value)[] fields)
    {
        var at = new Uri(address, UriKind.Relative);
        using var form = new FormUrlEncodedContent(
            new (string Name, string Value)[] { ("__RequestVerificationToken", FarmWeb.Token(await counsel.GetStringAsync(at, Cancel))), ("_handler", handler), ("onus-key", Guid.CreateVersion7().ToString()) }
                .Concat(fields).Select(pair => KeyValuePair.Create(pair.Name, pair.Value)));
        using var answer = await counsel.PostAsync(at, form, Cancel);
        return await answer.Content.ReadAsStringAsync(Cancel);
    }

    private static string Words(string page) => Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(page, " ")), " ");

    private static int Occurrences(string page, string words) => Regex.Count(WebUtility.HtmlDecode(page), Regex.Escape(words), RegexOptions.None, TimeSpan.FromSeconds(1));

    private sealed class Rows(CaseId id)
    {
        public List<object> All { get; } = [];

        public T Add<T>(T row)
            where T : notnull
        {
            All.Add(row);
            return row;
        }

        public Foundation Foundation(FoundationKind kind, string label, PersonId? whose = null, PersonId? person = null, bool fallen = false) => Add(new Foundation
        {
            Id = new(Guid.CreateVersion7()),
            CaseId = id,
            Kind = kind,
            Label = label,
            Whose = whose,
            Person = person,
            Legal = FoundationRules.DecidesAdmission(kind),
            Status = fallen ? FoundationStatus.Fallen : FoundationStatus.Open,
        });

        public Exhibit Exhibit(Origin[] origins, Foundation on) => Add(new Exhibit
        {
            Id = new(Guid.CreateVersion7()),
            CaseId = id,
            Number = 1,
            Title = "Passage",
            Quote = "Your passport stays here",
            Origins = origins,
            Legal = on.Legal ? [on.Id] : [],
            Factual = on.Legal ? [] : [on.Id],
        });
    }

    [GeneratedRegex("<[^>]+>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex("""<a href="(?<address>[^"]+)">where else to look<""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Elsewhere();

    [GeneratedRegex("""<ul class="plain-list brief">.*?</ul>""", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Brief();

    [GeneratedRegex("""<td class="grid-cell".*?</td>""", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Cells();
}
