using System.Globalization;
using System.Net;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Store.Log;
using Onus.Web.Tests.Records;

namespace Onus.Web.Tests.Contacts;

/// <summary>Wherever a payment is shown that another statement of the account lists too, the page says so and leads there.</summary>
public sealed class ListedTwiceTests(OrchardWeb web) : IClassFixture<OrchardWeb>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_payment_that_two_statements_list_is_said_to_be_one_where_it_is_summed_listed_read_and_cited()
    {
        var police = await web.SignedIn("Demo person 1");
        Assert.DoesNotContain("more than one statement", await Get(police, "/contacts"), StringComparison.Ordinal);
        var like = web.Seeded.Rows["bank.csv"][0] with { Sender = "Pressing house", Receiver = "Crate maker", Currency = "USD", CurrencyDecimals = 2, Utc = null };
        var row = like with { Id = Id(1), Sequence = 90_001, TimeLocal = "2033-04-05", AmountMinor = -310_00, BalanceMinor = 90_00, Text = "Crates" };
        var open = like with { Id = Id(2), Sequence = 90_002, TimeLocal = "2033-04-06", AmountMinor = -12_00, BalanceMinor = null, Text = "Nails" };
        await using (var work = web.Seeded.Store.Begin(await web.Seeded.Investigator()))
        {
            var second = work.Db.Materials.First(m => m.Id == row.Material) with
            {
                Id = new MaterialId(Guid.CreateVersion7()),
                Name = "second statement.csv",
                Title = "second statement.csv",
                Blob = Sha256.Of("a second statement"u8),
                VaultName = Guid.CreateVersion7(),
            };
            work.Add(second);
            work.AddRecords([row, open, row with { Id = Id(3), Material = second.Id }, open with { Id = Id(4), Material = second.Id, Text = "Hinges" }]);
            Assert.True((await work.Commit(new LogEvent(web.Seeded.Id, Acts.FileRead), Cancel)).IsOk);
        }

        var contacts = await Get(police, "/contacts");
        Assert.Contains("One payment of these 4 entries stands in more than one statement of this account; it is summed once.", contacts, StringComparison.Ordinal);
        Assert.Contains("Pressing house to Crate maker, in more than one statement of one account", contacts, StringComparison.Ordinal);
        Assert.Contains("334.00 USD", contacts, StringComparison.Ordinal);
        Assert.Contains("One payment may stand in more than one statement", contacts, StringComparison.Ordinal);

        const string One = "It is one payment, and is summed once:", Perhaps = "Another statement may list this payment too";
        var chronology = await Get(police, "/chronology?kind=payment&from=2033-04-01&until=2033-04-30");
        Assert.Equal((2, 2), (chronology.Split(One).Length - 1, chronology.Split(Perhaps).Length - 1));
        foreach (var (record, said, other) in new[] { (Id(1), One, Id(3)), (Id(4), Perhaps, Id(2)) })
        {
            foreach (var page in new[] { await Get(police, $"/records/{record.Hex}"), await Get(police, $"/cite?record={record.Hex}") })
            {
                Assert.Contains(said, page, StringComparison.Ordinal);
                Assert.Contains($"/records/{other.Hex}", page.Split(said)[1].Split("</p>")[0], StringComparison.Ordinal);
            }
        }

        Assert.DoesNotContain(One, await Get(police, $"/records/{web.Seeded.Rows["bank.csv"][1].Id.Hex}"), StringComparison.Ordinal);
    }

    private static Sha256 Id(int number) => new((60_000 + number).ToString("x64", CultureInfo.InvariantCulture));

    private static async Task<string> Get(HttpClient client, string part) =>
        WebUtility.HtmlDecode(await client.GetStringAsync(new Uri("/cases/ORCHARD" + part, UriKind.Relative), Cancel));
}
