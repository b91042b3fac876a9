using System.Globalization;
using Onus.Casework.Files;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Store.Log;
using Onus.Web.Tests.Records;

namespace Onus.Web.Tests.Contacts;

/// <summary>One transfer that two banks list: the page says when it is summed once and why, lists both entries, and says which only may be one.</summary>
public sealed class PaymentsTwiceTests(OrchardWeb web) : IClassFixture<OrchardWeb>
{
    private const string Both = "Pressing house to Crate maker, seen from both banks";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_both_banks_list_is_told_with_its_entries_and_what_only_may_be_stays_in_the_sums()
    {
        var police = await web.SignedIn("Demo person 1");
        Assert.DoesNotContain(Both, (await Page(police)).TextContent, StringComparison.Ordinal);
        var like = web.Seeded.Rows["bank.csv"][0] with { Sender = "Pressing house", Receiver = "Crate maker", Currency = "USD", CurrencyDecimals = 2, Utc = null, BalanceMinor = null };
        var hers = new MaterialId(Guid.CreateVersion7());
        await using (var work = web.Seeded.Store.Begin(await web.Seeded.Investigator()))
        {
            work.Add(work.Db.Materials.First(m => m.Id == like.Material) with { Id = hers, Name = "other bank.csv", Title = "other bank.csv", Blob = Sha256.Of("another bank"u8), VaultName = Guid.CreateVersion7() });
            var received = like with { Material = hers, Sender = "Crate maker", Receiver = "Pressing house" };
            work.AddRecords(
            [
                // Both name both.
                like with { Id = Id(1), Sequence = 91_001, TimeLocal = "2033-06-03", AmountMinor = -310_00, Text = "Crates" },
                received with { Id = Id(2), Sequence = 91_002, TimeLocal = "2033-06-06", AmountMinor = 310_00, Text = "Crates" },
                // Each names its own customer alone, and both have a reference of their own.
                like with { Id = Id(3), Sequence = 91_003, TimeLocal = "2033-06-10", AmountMinor = -55_00, Receiver = null, Text = "TRF FT2604100077" },
                received with { Id = Id(4), Sequence = 91_004, TimeLocal = "2033-06-11", AmountMinor = 55_00, Receiver = null, Text = "/REF/FT2604100077" },
                // Nothing says that these are one, but for the sum and the day.
                like with { Id = Id(5), Sequence = 91_005, TimeLocal = "2033-06-20", AmountMinor = -77_00, Receiver = null, Text = "RENT2033" },
                received with { Id = Id(6), Sequence = 91_006, TimeLocal = "2033-06-21", AmountMinor = 77_00, Receiver = null, Text = "RENT2033" },
            ]);
            Assert.True((await work.Commit(new LogEvent(web.Seeded.Id, Acts.FileRead), Cancel)).IsOk);
        }

        var page = await Page(police);
        var twice = page.QuerySelectorAll("details").Single(part => part.QuerySelector("summary")!.TextContent.Trim() == Both);
        Assert.Contains("at most 4 days apart, in two files", twice.TextContent, StringComparison.Ordinal);
        Assert.Contains("For one of these payments, one of the two files leaves out a name.", twice.TextContent, StringComparison.Ordinal);
        Assert.Equal([[Id(1), Id(2)], [Id(3), Id(4)]], twice.QuerySelectorAll("li").Select(item => Leads(item)));
        Assert.Equal(["310.00 USD", "55.00 USD"], twice.QuerySelectorAll("li").Select(item => item.TextContent.Split(':')[0].Trim().Replace('\u00a0', ' ')));
        Assert.Contains("2 payments of these 4 entries look like the same payment seen from both banks; each is summed once.", page.TextContent, StringComparison.Ordinal);
        Assert.Contains("365.00 USD", page.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
        var maybe = page.QuerySelectorAll("details").Single(part => part.QuerySelector("summary")!.TextContent.Trim() == "One payment may be listed by both banks");
        Assert.Contains("both are in the sums", maybe.TextContent, StringComparison.Ordinal);
        Assert.Equal([Id(5), Id(6)], Leads(Assert.Single(maybe.QuerySelectorAll("li"))));

        // Withdrawn, the other bank says nothing any more; put back, it does.
        var file = (await new ListFiles(web.Seeded.Store).Handle(web.Seeded.Ref, await web.Seeded.Prosecutor(), Cancel)).Value.Files.Single(one => one.Id == hers);
        Assert.True((await new WithdrawFile(web.Seeded.Store).Handle(new(web.Seeded.Ref, hers, file.Version, "Another account"), await web.Seeded.Prosecutor(), Cancel)).IsOk);
        page = await Page(police);
        Assert.DoesNotContain(Both, page.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("may be listed by both banks", page.TextContent, StringComparison.Ordinal);
        Assert.Contains("310.00 USD", page.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    private static List<Sha256> Leads(AngleSharp.Dom.IElement item) => [.. item.QuerySelectorAll("a").Select(link => new Sha256(link.GetAttribute("href")!.Split("/records/")[1][..64]))];

    private static Sha256 Id(int number) => new((61_000 + number).ToString("x64", CultureInfo.InvariantCulture));

    private static async Task<AngleSharp.Dom.IElement> Page(HttpClient client) => HtmlPage.Read(await client.GetStringAsync(new Uri("/cases/ORCHARD/contacts", UriKind.Relative), Cancel)).Body!;
}
