using System.Globalization;
using System.Net;
using Onus.Domain.Evidence;
using Onus.Store.Database;
using Onus.Store.Log;
using Onus.Web.Tests.Records;

namespace Onus.Web.Tests.Chronology;

/// <summary>A doubt about a time is said wherever records stand in the order of time.</summary>
public sealed class TimeDoubtTests(OrchardWeb web) : IClassFixture<OrchardWeb>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("clock-differs-from-gps:2031-06-02T23:10:00Z", true)]
    [InlineData("local-time-twice", true)]
    [InlineData("earlier-than-line-above", true)]
    [InlineData("time-before-line-above:2 (2025-05-03 18:06:30)", true)]
    [InlineData("later-than-line-below:2 (2025-05-03)", true)]
    [InlineData("third-name", true)]
    [InlineData("edited", false)]
    [InlineData("attachment-missing:a.jpg", false)]
    public async Task A_doubt_about_a_time_stands_wherever_records_are_in_the_order_of_time(string warning, bool said)
    {
        var day = new DateOnly(2033, 1, 1).AddDays(warning.Length);
        await using (var work = web.Seeded.Store.Begin(await web.Seeded.Investigator()))
        {
            work.AddRecords([Of(web.Seeded.Row("chat.txt", "row 7,"), 5000 + warning.Length, day) with { Warnings = [warning] }]);
            Assert.True((await work.Commit(new LogEvent(web.Seeded.Id, Acts.FileRead), Cancel)).IsOk);
        }

        var page = await Get(await web.SignedIn("Demo person 1"), string.Create(CultureInfo.InvariantCulture, $"/chronology?from={day:yyyy-MM-dd}&until={day:yyyy-MM-dd}"));
        Assert.Contains("row 7,", page, StringComparison.Ordinal);
        Assert.Equal(said, page.Contains("record-warning", StringComparison.Ordinal));
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
