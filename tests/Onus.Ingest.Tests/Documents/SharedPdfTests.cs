using Onus.Ingest.Contract;
using Onus.Ingest.Tests.Reading;

namespace Onus.Ingest.Tests.Documents;

/// <summary>PDFs of known reading faults, each with the text that its page shows and with what a person has to be told.</summary>
public sealed class SharedPdfTests
{
    private const string Columns =
        "The driver said that he\nhad never met the\nwitness before May.\nMr Orsolan paid the rent\nof the house and kept all\npassports in a drawer.";

    [Theory]
    [InlineData("pdf-actual-text", "amount.pdf", "He paid 900 in cash.", "actual-text-differs:1")]
    [InlineData("pdf-actual-text", "ligature.pdf", "The office", "")]
    [InlineData("pdf-columns-glued", "ledger.pdf", "Loan\t40. 29954.88\nRent\t200 150.00", "")]
    [InlineData("pdf-columns-glued", "tight-words.pdf", "She was told to stay", "")]
    [InlineData("pdf-columns-glued", "kerned.pdf", "Witness statement", "")]
    [InlineData("pdf-columns-spliced", "two-columns.pdf", Columns, "")]
    [InlineData("pdf-columns-spliced", "painted-by-column.pdf", Columns, "")]
    [InlineData("pdf-columns-spliced", "table.pdf", "3 May\tRent room 4\t50.00\n4 May\tFood\t12.50", "")]
    [InlineData("pdf-covered-text", "black-box.pdf", "The witness is Amara Tolen of room 4.", "covered-text:2")]
    [InlineData("pdf-covered-text", "shaded-row.pdf", "Room 4, paid on Friday", "")]
    [InlineData("pdf-double-letters", "condensed.pdf", "William will sell all 11 bills", "")]
    [InlineData("pdf-double-letters", "fake-bold.pdf", "Bold bill", "")]
    [InlineData("pdf-end-mark", "no-mark.pdf", "Contract of worker 3", "end-mark-missing")]
    [InlineData("pdf-end-mark", "banner-behind.pdf", "Contract of worker 3", "end-mark-missing")]
    [InlineData("pdf-envelope", "envelope.pdf", "Cover sheet: chats of phone 2 attached", "attachments-locked")]
    [InlineData("pdf-font-lost", "encoding-is-a-stream.pdf", "He did not pay her for the season.", "font-mended:1")]
    [InlineData("pdf-font-lost", "basefont-is-a-string.pdf", "Paid to worker 3: nothing in May.", "font-mended:1")]
    [InlineData("pdf-hidden-layer", "layer-off.pdf", "She did not agree.\nDraft: she agreed.", "hidden-layer-text:3")]
    [InlineData("pdf-odd-operator", "null-in-TJ.pdf", "He did not pay her.", "operators-mended:1")]
    [InlineData("pdf-shadow-text", "shadow.pdf", "Total 5200", "")]
    [InlineData("pdf-shadow-text", "bold.pdf", "Willi 1150", "")]
    public void A_page_reads_as_it_shows(string folder, string name, string text, string warnings)
    {
        var run = FileRun.Of(name, SharedCases.Bytes(folder, name), new ReadOptions());
        var record = Assert.Single(run.Records);
        Assert.Equal(text, record.Text);
        Assert.Equal(warnings, string.Join(',', record.Warnings));
    }

    [Fact]
    public void Of_a_page_that_breaks_off_its_beginning_is_read_and_the_rest_is_said_to_be_missing()
    {
        var record = Assert.Single(FileRun.Of("broken-off.pdf", SharedCases.Bytes("pdf-half-a-page", "broken-off.pdf"), new ReadOptions()).Records);
        Assert.StartsWith("1. On day 24 she was paid 66 marks\n2. On day 19 she was paid 35 marks", record.Text, StringComparison.Ordinal);
        Assert.Equal(["content-breaks-off:1"], record.Warnings);
    }

    [Fact]
    public void Of_a_form_that_only_its_own_program_shows_the_answers_are_said()
    {
        var record = Assert.Single(FileRun.Of("application.pdf", SharedCases.Bytes("pdf-xfa-form", "application.pdf"), new ReadOptions()).Records);
        Assert.Contains("form-not-shown", record.Warnings);
        Assert.Contains(record.Warnings, w => w.StartsWith("form-value:", StringComparison.Ordinal));
    }

    [Fact]
    public void Ordinary_files_are_read_whole()
    {
        foreach (var path in SharedCases.Samples(".pdf"))
        {
            // Damage, loss and deceit are not in them; what a page says without letters may be.
            var run = FileRun.Of(Path.GetFileName(path), File.ReadAllBytes(path), new ReadOptions());
            Assert.Null(run.Summary.Failure);
            Assert.Empty(run.Summary.Skipped);
            Assert.DoesNotContain(run.Records.SelectMany(r => r.Warnings), w => w.Split(':')[0] is "font-lost" or "operators-lost" or "content-breaks-off" or "end-mark-missing"
                or "covered-text" or "hidden-layer-text" or "actual-text-differs" or "text-without-contrast" or "tiny-text");
        }
    }
}
