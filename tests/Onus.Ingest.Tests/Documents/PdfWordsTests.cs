using Onus.Domain.Evidence;
using Onus.Ingest.Documents;

namespace Onus.Ingest.Tests.Documents;

/// <summary>Which letters make words, and which words lines.</summary>
public sealed class PdfWordsTests
{
    private static string Read(string content)
    {
        var run = ReadRun.Of(new PdfReader(), "a.pdf", RawPdf.OfPages(content));
        var record = Assert.Single(run.Records);
        Assert.Empty(record.Warnings);
        Assert.Equal(record.Locator.Slice, PdfSlice.Of(run.File, (PdfPosition)record.Locator.At));
        return record.Text ?? "";
    }

    [Theory]
    [InlineData("BT /F1 10 Tf 50 500 Td (40.) Tj ET BT /F1 10 Tf 65 500 Td (29954.88) Tj ET", "40. 29954.88")]
    [InlineData("BT /F1 10 Tf 50 500 Td (731) Tj ET BT /F1 10 Tf 67.18 500 Td (20.10) Tj ET", "731 20.10")]
    [InlineData("BT /F1 10 Tf 50 500 Td (200) Tj ET BT /F1 10 Tf 67.1 500 Td (-150.00) Tj ET", "200 -150.00")]
    [InlineData("BT /F1 10 Tf 50 500 Td (1.250,00) Tj ET BT /F1 10 Tf 87 500 Td (3.400,50) Tj ET", "1.250,00 3.400,50")]
    [InlineData("BT /F1 10 Tf 50 500 Td ($200) Tj ET BT /F1 10 Tf 72.7 500 Td ($31.50) Tj ET", "$200 $31.50")]
    [InlineData("BT /F1 10 Tf 50 500 Td (2025) Tj (-05-) Tj (03) Tj ET", "2025-05-03")]
    [InlineData("BT /F1 10 Tf 50 500 Td (299) Tj ET BT /F1 10 Tf 66.68 500 Td (54.88) Tj ET", "29954.88")]
    [InlineData("BT /F1 10 Tf 0 1 -1 0 100 100 Tm (200) Tj ET BT /F1 10 Tf 0 1 -1 0 100 117.2 Tm (150.00) Tj ET", "200 150.00")]
    [InlineData("BT /F1 10 Tf 50 500 Td (Rest) Tj ET BT /F1 10 Tf 71.8 500 Td (paid) Tj ET", "Rest paid")]
    [InlineData("BT /F1 10 Tf 50 500 Td [(He)-140(went)-125(out)] TJ ET", "He went out")]
    [InlineData("BT /F1 10 Tf 50 500 Td [(T)80(ol)-70(e)-60(n)] TJ ET", "Tolen")]
    [InlineData("BT /F1 10 Tf 50 500 Td (12) Tj (50) Tj ET", "1250")]
    [InlineData("BT /F1 10 Tf 2.5 Tc 50 500 Td (WIDE) Tj ET", "WIDE")]
    public void Words_and_figures_part_where_they_are_parted(string content, string text) => Assert.Equal(text, Read(content));

    [Theory]
    [InlineData("BT /F1 12 Tf 55 Tz 50 500 Td (William will sell all 11 bills) Tj ET", "William will sell all 11 bills")]
    [InlineData("BT /F1 12 Tf -1.6 Tc 50 500 Td (Allison fill ill) Tj ET", "Allison fill ill")]
    [InlineData("BT /F1 12 Tf 0.5 0 0 1 50 500 Tm (kitten still) Tj ET", "kitten still")]
    [InlineData("BT /F1 12 Tf 50 500 Td (Bold bill) Tj ET BT /F1 12 Tf 50.3 500 Td (Bold bill) Tj ET", "Bold bill")]
    [InlineData("BT /F1 12 Tf 50 500 Td (Willi 1150) Tj ET BT /F1 12 Tf 52.4 500 Td (Willi 1150) Tj ET", "Willi 1150")]
    [InlineData("0.7 g BT /F1 12 Tf 52.2 498.5 Td (Sum 77) Tj ET 0 g BT /F1 12 Tf 50 500 Td (Sum 77) Tj ET", "Sum 77")]
    [InlineData("0.7 g BT /F1 12 Tf 52 498 Td (Total 5200) Tj ET 0 g BT /F1 12 Tf 50 500 Td (Total) Tj ( 5200) Tj ET", "Total 5200")]
    [InlineData("BT /F1 12 Tf 52 498 Td (5) Tj ET BT /F1 12 Tf 50 500 Td (5) Tj ET BT /F1 12 Tf 58.7 498 Td (2) Tj ET BT /F1 12 Tf 56.7 500 Td (2) Tj ET", "52")]
    [InlineData("BT /F1 12 Tf 0 1 -1 0 102 98.5 Tm (Total 5200) Tj ET BT /F1 12 Tf 0 1 -1 0 100 100 Tm (Total 5200) Tj ET", "Total 5200")]
    [InlineData("BT /F1 12 Tf 51 500 Td (Sum 77) Tj ET BT /F1 12 Tf 49 500 Td (Sum 77) Tj ET BT /F1 12 Tf 50 501 Td (Sum 77) Tj ET BT /F1 12 Tf 50 500 Td (Sum 77) Tj ET", "Sum 77")]
    [InlineData("BT /F1 12 Tf 50 500 Td (7) Tj ET BT /F1 12 Tf 51.5 501 Td (7) Tj ET", "7")]
    [InlineData("BT /F1 12 Tf 50 500 Td (Seen 5) Tj ET BT 3 Tr /F1 12 Tf 50.3 500 Td (Seen 5) Tj ET", "Seen 5")]
    [InlineData("BT /F1 12 Tf 52.4 500 Td (Willi) Tj ET BT /F1 12 Tf 50 500 Td (Willing) Tj ET", "Willing")]
    [InlineData("BT /F1 12 Tf 50 500 Td (Page 3 ..........) Tj ET", "Page 3 ..........")]
    [InlineData("BT /F1 12 Tf 35 Tz 50 500 Td (lilili illinois 1111) Tj ET", "lilili illinois 1111")]
    [InlineData("BT /F1 4 Tf 50 500 Td (same) Tj 0 -4 Td (same) Tj 0 -4 Td (same) Tj ET", "same\nsame\nsame")]
    [InlineData("BT /F1 12 Tf 50 500 Td (11) Tj ET BT /F1 12 Tf 63.4 500 Td (11) Tj ET", "1111")]
    [InlineData("BT /F1 12 Tf 50 500 Td (la) Tj ( ) Tj (la) Tj 0 -13 Td (la la) Tj ET", "la la\nla la")]
    public void Letters_that_stand_twice_are_kept_and_letters_painted_twice_are_read_once(string content, string text) => Assert.Equal(text, Read(content));

    [Theory]
    [InlineData("BT /F1 12 Tf 50 500 Td (He paid 500) Tj 4 Ts /F1 7 Tf (2) Tj 0 Ts /F1 12 Tf ( euros.) Tj ET", "He paid 500² euros.")]
    [InlineData("BT /F1 10 Tf 50 500 Td (1200) Tj ET BT /F1 6 Tf 73 503.5 Td (13) Tj ET", "1200¹³")]
    [InlineData("BT /F1 12 Tf 50 500 Td (Room 12) Tj 4 Ts (3) Tj ET", "Room 12³")]
    [InlineData("BT /F1 12 Tf 50 500 Td (CO) Tj -2 Ts /F1 8 Tf (2) Tj ET", "CO₂")]
    [InlineData("BT /F1 12 Tf 50 500 Td (on 2) Tj 4 Ts /F1 7 Tf (nd) Tj ET", "on 2nd")]
    [InlineData("BT /F1 12 Tf 50 500 Td (Total 50) Tj /F1 9 Tf (25) Tj ET", "Total 5025")]
    public void Raised_and_lowered_figures_are_no_part_of_the_number(string content, string text) => Assert.Equal(text, Read(content));

    private static readonly string[] Left = ["The driver said that he", "had never met the", "witness before May."];
    private static readonly string[] Right = ["Mr Orsolan paid the rent", "of the house and kept all", "passports in a drawer."];

    [Theory]
    [InlineData(140)]
    [InlineData(170)]
    [InlineData(220)]
    public void Columns_are_read_one_after_the_other_however_they_are_painted(double second)
    {
        var rows = string.Concat(Enumerable.Range(0, 3).Select(i => RawPdf.Text(20, 500 - (i * 14), Left[i], 10) + RawPdf.Text(second, 500 - (i * 14), Right[i], 10)));
        var columns = string.Concat(Left.Select((t, i) => RawPdf.Text(20, 500 - (i * 14), t, 10)).Concat(Right.Select((t, i) => RawPdf.Text(second, 500 - (i * 14), t, 10))));
        var text = string.Join('\n', [.. Left, .. Right]);
        Assert.Equal((text, text), (Read(rows), Read(columns)));
        Assert.Equal("Heading\n" + text + "\nFoot", Read(RawPdf.Text(20, 530, "Heading") + rows + RawPdf.Text(20, 440, "Foot")));
    }

    [Fact]
    public void Tables_keep_their_rows_and_two_lines_keep_the_gap()
    {
        string[][] rows = [["3 May", "Rent room 4", "50.00"], ["4 May", "Food and fuel", "12.50"], ["5 May", "Rent of the van", "80.00"], ["6 May", "Loan", "9.00"]];
        var table = string.Concat(rows.Select((r, i) => RawPdf.Text(20, 500 - (i * 14), r[0], 10) + RawPdf.Text(80, 500 - (i * 14), r[1], 10) + RawPdf.Text(200, 500 - (i * 14), r[2], 10)));
        Assert.Equal(string.Join('\n', rows.Select(r => string.Join('\t', r))), Read(table));
        Assert.Equal(
            Left[0] + "\t" + Right[0] + "\n" + Left[1] + "\t" + Right[1],
            Read(string.Concat(Enumerable.Range(0, 2).Select(i => RawPdf.Text(20, 500 - (i * 14), Left[i], 10) + RawPdf.Text(200, 500 - (i * 14), Right[i], 10)))));
    }

    [Fact]
    public void A_wide_gap_is_a_tab_on_turned_lines_too() =>
        Assert.Equal("Rent\t50.00", Read(RawPdf.Text(100, 100, "Rent", matrix: "0 1 -1 0") + RawPdf.Text(100, 200, "50.00", matrix: "0 1 -1 0")));
}
