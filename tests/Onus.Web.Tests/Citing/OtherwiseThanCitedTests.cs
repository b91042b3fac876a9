using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Onus.Casework.Evidence;
using Onus.Casework.Files;
using Onus.Domain.Evidence;
using Onus.Store.Log;
using Onus.Web.Tests.Records;

namespace Onus.Web.Tests.Citing;

/// <summary>What waits for a decision after a reading was corrected is found from where people work, and what counts no more is marked where it is listed.</summary>
public sealed class OtherwiseThanCitedTests(OrchardWeb web) : IClassFixture<OrchardWeb>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Exhibits_of_several_files_are_found_from_the_overview_and_the_list_of_files_and_one_file_leads_to_the_next_until_it_is_withdrawn()
    {
        var counsel = await web.SignedIn("Demo person 2");
        await using (var work = web.Seeded.Store.Begin(await web.Seeded.Prosecutor()))
        {
            work.Add(new ImportRun { Id = Guid.CreateVersion7(), CaseId = web.Seeded.Id, At = work.Now, By = "Officer", Seen = web.Seeded.Files.Count, Stored = web.Seeded.Files.Count, Rejected = [] });
            Assert.True((await work.Commit(new LogEvent(web.Seeded.Id, Acts.FilesDropped), Cancel)).IsOk);
        }

        Assert.DoesNotContain("/differences", await Get(counsel, "") + await Get(counsel, "/files"), StringComparison.Ordinal);
        var (chat, bank) = (await Cite("chat.txt"), await Cite("bank.csv"));
        await Differ(chat);
        await Differ(bank);
        var overview = await Get(counsel, "");
        Assert.Contains("2 exhibits read otherwise now than they were cited", overview, StringComparison.Ordinal);
        Assert.Contains("/differences\"", overview, StringComparison.Ordinal);
        var files = await Get(counsel, "/files");
        foreach (var row in new[] { chat, bank })
        {
            Assert.Contains($"/files/{row.Material.Value}/differences", files, StringComparison.Ordinal);
        }

        var of = await Get(counsel, $"/files/{chat.Material.Value}/differences");
        Assert.Contains($"/files/{bank.Material.Value}/differences", of, StringComparison.Ordinal);
        Assert.Contains("Exhibits of other files wait for the same decision", of, StringComparison.Ordinal);
        Assert.DoesNotContain("count any more", await Get(counsel, "/facts"), StringComparison.Ordinal);

        var file = web.Seeded.Files["bank.csv"];
        Assert.True((await new WithdrawFile(web.Seeded.Store).Handle(new(web.Seeded.Ref, file.Id, file.Version, "Another case"), await web.Seeded.Prosecutor(), Cancel)).IsOk);
        Assert.Contains("One exhibit reads otherwise now than it was cited", await Get(counsel, ""), StringComparison.Ordinal);
        Assert.DoesNotContain("Exhibits of other files wait", await Get(counsel, $"/files/{chat.Material.Value}/differences"), StringComparison.Ordinal);
        var facts = await Get(counsel, "/facts");
        Assert.Equal(2, facts.Split("one does not count any more").Length);
        Assert.Contains("0 exhibits", facts, StringComparison.Ordinal);
    }

    private async Task<Store.Database.RecordRow> Cite(string file)
    {
        var row = web.Seeded.Rows[file][0];
        var cited = await web.Services.GetRequiredService<CitePassage>().Handle(new CitePassage.Command { Case = web.Seeded.Ref, Record = row.Id }, await web.Seeded.Prosecutor(), Cancel);
        Assert.True(cited.IsOk, cited.Error?.Key);
        return row;
    }

    private async Task Differ(Store.Database.RecordRow row)
    {
        await using var work = web.Seeded.Store.Begin(await web.Seeded.Prosecutor());
        work.Add(new ReadingDifference
        {
            Id = Guid.CreateVersion7(),
            CaseId = web.Seeded.Id,
            Material = row.Material,
            Exhibit = work.Db.Exhibits.Single(exhibit => exhibit.Record == row.Id).Id,
            Record = row.Id,
            Old = row.AsCited(),
            New = row.AsCited() with { TimeLocal = "2025-01-01T01:01:01" },
            Reason = "The phone was bought elsewhere",
            CorrectedBy = "Officer",
            CorrectedAt = work.Now,
            State = DifferenceState.Open,
        });
        Assert.True((await work.Commit(new LogEvent(web.Seeded.Id, Acts.ReadingCorrected), Cancel)).IsOk);
    }

    private static async Task<string> Get(HttpClient client, string part) =>
        WebUtility.HtmlDecode(await client.GetStringAsync(new Uri("/cases/ORCHARD" + part, UriKind.Relative), Cancel));
}
