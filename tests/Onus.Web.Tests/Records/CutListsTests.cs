using System.Globalization;
using System.Net;
using Onus.Domain.Charges;
using Onus.Domain.Evidence;
using Onus.Domain.Requests;
using Onus.Store.Database;
using Onus.Store.Log;

namespace Onus.Web.Tests.Records;

/// <summary>A list that a page cuts says how much of it is shown, and one that it does not cut says nothing.</summary>
public sealed class CutListsTests(OrchardWeb web) : IClassFixture<OrchardWeb>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Payments_months_silences_and_clocks_that_are_not_listed_are_counted()
    {
        var police = await web.SignedIn("Demo person 1");
        Assert.DoesNotContain("the largest sums first", await Get(police, "/contacts"), StringComparison.Ordinal);
        Assert.DoesNotContain("the longest first", await Get(police, "/gaps"), StringComparison.Ordinal);
        Assert.DoesNotContain("not listed here", await Get(police, ""), StringComparison.Ordinal);

        var payment = web.Seeded.Rows["bank.csv"][0];
        var message = web.Seeded.Row("chat.txt", "row 7,");
        await using (var work = web.Seeded.Store.Begin(await web.Seeded.Investigator()))
        {
            // Seventy payees, each paid in two months; a chat that is daily and falls silent for four days, again and again.
            work.AddRecords(Enumerable.Range(0, 140).Select(i => Of(payment, i, new DateOnly(2031, 1 + (i / 70), 3)) with { Receiver = $"Payee {i % 70}" }));
            work.AddRecords(Enumerable.Range(0, 260).Where(i => i % 12 < 8).Select(i => Of(message, 1000 + i, new DateOnly(2032, 1, 1).AddDays(i))));
            foreach (var i in Enumerable.Range(1, 5))
            {
                work.Add(new RetentionWatch
                {
                    Id = Guid.CreateVersion7(),
                    CaseId = web.Seeded.Id,
                    Holder = $"Holder {i}",
                    What = "gate log",
                    RecordsUntil = new DateOnly(2025, 5, 20),
                    Days = 10 + i,
                    Source = "Its terms.",
                });
            }

            Assert.True((await work.Commit(new LogEvent(web.Seeded.Id, Acts.FileRead), Cancel)).IsOk);
        }

        var contacts = await Get(police, "/contacts");
        Assert.Matches("60 of 7[0-9] shown, the largest sums first\\.", contacts);
        Assert.Matches("By month, 20 of 7[0-9] are shown, the largest sums first\\.", contacts);
        Assert.Matches("20 of 2[0-9] shown, the longest first\\.", await Get(police, "/gaps"));
        Assert.Matches("[0-9]+ more are not listed here\\.", await Get(police, ""));
    }

    private static RecordRow Of(RecordRow like, int number, DateOnly day) => like with
    {
        Id = new Sha256((50_000 + number).ToString("x64", CultureInfo.InvariantCulture)),
        Sequence = 80_000 + number,
        TimeLocal = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Utc = null,
    };

    private static async Task<string> Get(HttpClient client, string part) =>
        WebUtility.HtmlDecode(await client.GetStringAsync(new Uri("/cases/ORCHARD" + part, UriKind.Relative), Cancel));
}
