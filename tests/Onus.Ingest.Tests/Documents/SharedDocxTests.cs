using Onus.Ingest.Contract;
using Onus.Ingest.Tests.Reading;

namespace Onus.Ingest.Tests.Documents;

/// <summary>Each input with which a fault of reading DOCX was shown, and the value that is right for it.</summary>
public sealed class SharedDocxTests
{
    [Fact]
    public void Deleted_row()
    {
        var row = Read("docx-deleted-row/row.docx");
        Assert.Equal(["3 May", "He paid her 40", null, null, "5 May", "He paid her 10", "End."], row.Texts);
        Assert.Equal(
            ["", "", "tracked-deletion,deleted-words:Clerk B, 2025-03-01T09:00:00Z: 4 May", "tracked-deletion,deleted-words:Clerk B, 2025-03-01T09:00:00Z: He paid her nothing", "tracked-insertion", "tracked-insertion", ""],
            Warnings(row));
        var run = Read("docx-deleted-row/run.docx");
        Assert.Equal(["End."], run.Texts);
        Assert.Equal(["tracked-deletion,deleted-words:Clerk B, 2025-03-01T09:00:00Z: He paid her nothing. "], Warnings(run));
    }

    [Fact]
    public void Form_fields() =>
        Assert.Equal(["\u2612 She left of her own will   \u2610 She was held", "Consent: refused"], Read("docx-form-fields/form.docx").Texts);

    [Fact]
    public void Link_target()
    {
        var run = Read("docx-link-target/link.docx");
        Assert.Equal(["the advert was hers", "here"], run.Texts);
        Assert.Equal(["link-target:https://ads.example/ad-17", "link-target:https://ads.example/room4"], Warnings(run));
    }

    [Theory]
    [InlineData("nested.docx")]
    [InlineData("plain.docx")]
    public void Nested_field(string file) => Assert.Equal(["Status: child."], Read("docx-nested-field/" + file).Texts);

    [Fact]
    public void Style_number()
    {
        Assert.Equal(["automatic-number,shown-number:1.", ""], Warnings(Read("docx-style-number/direct.docx")));
        Assert.Equal(["automatic-number,shown-number:1.", "automatic-number,shown-number:2.", ""], Warnings(Read("docx-style-number/style.docx")));
        Assert.Equal([""], Warnings(Read("docx-style-number/off.docx")));
    }

    [Fact]
    public void Superscript() => Assert.Equal(["He paid 500\u00B2 euros.", "Room 12\u00B3, 2nd floor."], Read("docx-superscript/sup.docx").Texts);

    [Fact]
    public void Text_box()
    {
        var run = Read("docx-text-box/box.docx");
        Assert.Equal(["She was paid nothing.\nWitness 4", "He paid her.\nExhibit B", "Next."], run.Texts);
        Assert.Equal(["text-box", "text-box", ""], Warnings(run));
    }

    private static string[] Warnings(FileRun run) => [.. run.Records.Select(r => string.Join(',', r.Warnings))];

    private static FileRun Read(string input) => SharedCases.Read(input, new ReadOptions());
}
