using System.Globalization;
using Onus.Domain.Evidence;
using Onus.Store.Log;
using Onus.Web.Tests.Records;

namespace Onus.Web.Tests.Chronology;

/// <summary>A payment among other records says from whom to whom the money went, by the names of the case, whichever side of it the statement is of.</summary>
public sealed class PaymentsInOrderTests(OrchardWeb web) : IClassFixture<OrchardWeb>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Boss", "Quarry Fuel", -90000, "Defendant 1 → Quarry Fuel")]
    [InlineData("Boss", "Quarry Fuel", 90000, "Quarry Fuel → Defendant 1")]
    [InlineData("Boss", null, -90000, "Defendant 1 → not named")]
    [InlineData("Boss", null, 90000, "not named → Defendant 1")]
    [InlineData(null, "Boss", -90000, "bank.csv → Defendant 1")]
    [InlineData(null, "Boss", 90000, "Defendant 1 → bank.csv")]
    public async Task The_arrow_goes_from_whoever_pays(string? holder, string? other, int minor, string said)
    {
        var day = new DateOnly(2036, 1, 1).AddDays(Math.Abs(said.Length * 10) + (minor > 0 ? 1 : 0));
        await using (var work = web.Seeded.Store.Begin(await web.Seeded.Investigator()))
        {
            work.AddRecords([web.Seeded.Rows["bank.csv"][0] with
            {
                Id = new Sha256((70_000 + day.DayNumber).ToString("x64", CultureInfo.InvariantCulture)),
                Sequence = 90_000 + day.DayNumber,
                TimeLocal = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                Utc = null,
                Sender = holder,
                Receiver = other,
                AmountMinor = minor,
            }]);
            Assert.True((await work.Commit(new LogEvent(web.Seeded.Id, Acts.FileRead), Cancel)).IsOk);
        }

        var client = await web.SignedIn("Demo person 1");
        var page = HtmlPage.Read(await client.GetStringAsync(new Uri(string.Create(CultureInfo.InvariantCulture, $"/cases/ORCHARD/chronology?from={day:yyyy-MM-dd}&until={day:yyyy-MM-dd}"), UriKind.Relative), Cancel));
        var sum = Assert.Single(page.QuerySelectorAll("main .sum"));
        Assert.Equal(said, string.Join(' ', sum.ParentElement!.QuerySelectorAll("strong, span[aria-hidden]").Select(part => part.TextContent.Trim())));
        // The sum has no sign: the arrow says which way it went.
        Assert.Contains("900.00", sum.TextContent, StringComparison.Ordinal);
        Assert.DoesNotMatch("[-−–]", sum.TextContent);
    }
}
