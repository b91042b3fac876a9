using System.Text;
using Onus.Ingest.Tests.Documents;
using Onus.Ingest.Tests.Images;

namespace Onus.Ingest.Tests.Reading;

public sealed class NamedOtherwiseTests
{
    private static byte[] Bytes(string kind) => kind switch
    {
        "docx" => RawDocx.Of(RawDocx.P("She left")),
        "jpeg" => RawImage.Jpeg(40, 30),
        "png" => RawImage.Png(40, 30),
        "heif" => ReadRun.Fixture("picture.heic"),
        "pdf" => ReadRun.Fixture("scripts-office.pdf"),
        _ => Encoding.UTF8.GetBytes("03/05/2025, 18:06 - Uncle R: Come\n03/05/2025, 18:07 - B: No\n"),
    };

    [Theory]
    [InlineData("scan.pdf", "jpeg")]
    [InlineData("notes.txt", "docx")]
    [InlineData("photo.JPG", "png")]
    [InlineData("photo.jpg", "heif")]
    [InlineData("statement.docx", "pdf")]
    [InlineData("chat.png", "text")]
    [InlineData("table.xls", "text")]
    [InlineData("film.mp4", "jpeg")]
    [InlineData("letter.doc", "docx")]
    [InlineData("all.zip", "docx")]
    public void A_name_that_tells_another_kind_is_said_and_the_file_is_read(string name, string kind)
    {
        var run = FileRun.Of(name, Bytes(kind), FileRun.Decided);
        Assert.Equal([$"named-otherwise:{Path.GetExtension(name).ToLowerInvariant()}, {kind}"], run.Summary.Warnings);
        Assert.NotEmpty(run.Records);
    }

    [Theory]
    [InlineData("scan.jpeg", "jpeg")]
    [InlineData("a.DOCX", "docx")]
    [InlineData("chat.txt", "text")]
    [InlineData("a.heic", "heif")]
    [InlineData("a.pdf", "pdf")]
    [InlineData("without an ending", "docx")]
    [InlineData("found.bin", "jpeg")]
    [InlineData("IMG_1.2", "png")]
    public void A_name_that_tells_the_kind_or_nothing_is_not_spoken_of(string name, string kind) =>
        Assert.Empty(FileRun.Of(name, Bytes(kind), FileRun.Decided).Summary.Warnings);

    [Fact]
    public void A_false_name_is_said_of_a_file_that_cannot_be_read_too()
    {
        var run = FileRun.Of("a.pdf", RawImage.Png(40, 30)[..^12], FileRun.Decided);
        Assert.Equal("truncated", run.Summary.Failure);
        Assert.Equal(["named-otherwise:.pdf, png"], run.Summary.Warnings);
    }
}
