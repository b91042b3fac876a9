using System.IO.Compression;
using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Onus.Casework;
using Onus.Casework.Papers;
using Onus.Content;
using Onus.Web.Tests.Proofs;

namespace Onus.Web.Tests.Papers;

/// <summary>The farm in an office that has added a paper: one class, and its words in a file of its own.</summary>
public sealed class OfficeWeb : FarmWeb
{
    private readonly DirectoryInfo content = Directory.CreateTempSubdirectory("onus-paper-content-");

    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        foreach (var file in new DirectoryInfo(ContentFolder.Find()).EnumerateFiles("*", SearchOption.AllDirectories))
        {
            var copy = new FileInfo(Path.Combine(content.FullName, Path.GetRelativePath(ContentFolder.Find(), file.FullName)));
            copy.Directory!.Create();
            file.CopyTo(copy.FullName);
        }

        File.WriteAllText(Path.Combine(content.FullName, "languages", "en", "receipt.yaml"), """
            receipt:
              title: Receipt for files
            papers:
              about:
                receipt: For whoever handed files in.
            """);
        builder.UseSetting("Onus:Content", content.FullName).ConfigureTestServices(services => services.AddPapers(typeof(ReceiptOfFiles).Assembly));
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        content.Refresh();
        if (content.Exists)
        {
            content.Delete(recursive: true);
        }

        GC.SuppressFinalize(this);
    }
}

public sealed class AddedPaperTests(OfficeWeb web) : IClassFixture<OfficeWeb>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_paper_that_is_added_is_offered_printed_and_opened_to_edit()
    {
        var counsel = await web.Enter(web.Counsel);
        var list = await Get(counsel, "/papers");
        Assert.Contains($"href=\"/cases/{web.Farm.Ref}/papers/receipt\">Receipt for files</a>", list, StringComparison.Ordinal);
        Assert.Contains("For whoever handed files in.", list, StringComparison.Ordinal);
        var paper = await Get(counsel, "/papers/receipt");
        Assert.Contains("Received for The farm.", paper, StringComparison.Ordinal);
        // No page offers it: that of the papers does.
        Assert.Contains($"href=\"/cases/{web.Farm.Ref}/papers\"", paper, StringComparison.Ordinal);
        Assert.Contains("papers/receipt\">Receipt for files</a>", await Get(counsel, "/papers/exhibit-list"), StringComparison.Ordinal);
        var docx = await counsel.GetByteArrayAsync(Address("/papers/receipt.docx"), Cancel);
        await using var zip = new ZipArchive(new MemoryStream(docx), ZipArchiveMode.Read);
        using var text = new StreamReader(await zip.GetEntry("word/document.xml")!.OpenAsync(Cancel));
        Assert.Contains("Received for The farm.", await text.ReadToEndAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paper_of_counsels_is_offered_to_nobody_else()
    {
        var police = await web.Enter(web.Police);
        Assert.DoesNotContain("receipt", await Get(police, "/papers"), StringComparison.Ordinal);
        Assert.DoesNotContain("receipt", await Get(police, "/papers/exhibit-list"), StringComparison.Ordinal);
        using var answer = await police.GetAsync(Address("/papers/receipt"), Cancel);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public void Two_papers_of_one_address_stop_whoever_adds_the_second()
    {
        var texts = Texts.Load(ContentFolder.Find(), "en");
        var receipt = new ReceiptOfFiles(null!);
        Assert.Contains("are both the paper “receipt”", Assert.Throws<InvalidOperationException>(() => new CasePapers([receipt, receipt], texts)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/papers/request-1", HttpStatusCode.NotFound)]
    [InlineData("/papers/request", HttpStatusCode.NotFound)]
    [InlineData("/papers/gap-sheet-1", HttpStatusCode.NotFound)]
    [InlineData("/papers/nothing", HttpStatusCode.NotFound)]
    [InlineData("/papers/gap-sheet", HttpStatusCode.OK)]
    public async Task Only_what_is_a_paper_has_an_address(string part, HttpStatusCode status)
    {
        using var answer = await (await web.Enter(web.Counsel)).GetAsync(Address(part), Cancel);
        Assert.Equal(status, answer.StatusCode);
    }

    private Uri Address(string part) => new($"/cases/{web.Farm.Ref}{part}", UriKind.Relative);

    private async Task<string> Get(HttpClient client, string part) => WebUtility.HtmlDecode(await client.GetStringAsync(Address(part), Cancel));
}
