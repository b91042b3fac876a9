using Onus.Domain.Evidence;
using Onus.Ingest.Reading;

namespace Onus.Ingest.Tests.Documents;

/// <summary>Documents and pictures that are shared between projects and are no part of this one; skipped where they are absent.</summary>
public sealed class SharedFilesTests
{
    [Theory]
    [InlineData("docx-nested-field/nested.docx", "Status: child.", "")]
    [InlineData("docx-deleted-row/row.docx", "3 May|He paid her 40|||5 May|He paid her 10|End.", "tracked-deletion,deleted-words,tracked-insertion")]
    [InlineData("docx-text-box/box.docx", "She was paid nothing.\nWitness 4|He paid her.\nExhibit B|Next.", "text-box")]
    [InlineData("docx-form-fields/form.docx", "\u2612 She left of her own will   \u2610 She was held|Consent: refused", "")]
    [InlineData("docx-link-target/link.docx", "the advert was hers|here", "link-target")]
    [InlineData("docx-style-number/style.docx", "I arrived in May.|He took my passport.|See paragraph 2.", "automatic-number,shown-number")]
    [InlineData("docx-style-number/off.docx", "Not numbered.", "")]
    [InlineData("docx-superscript/sup.docx", "He paid 500\u00B2 euros.|Room 12\u00B3, 2nd floor.", "")]
    public void Documents_are_read_as_they_are_seen(string name, string texts, string warnings)
    {
        var records = Read(name);
        Assert.Equal(texts, string.Join('|', records.Select(r => r.Text)));
        Assert.Equal(warnings, string.Join(',', records.SelectMany(r => r.Warnings).Select(w => w.Split(':')[0]).Distinct()));
    }

    [Theory]
    [InlineData("image-heic-refused/zero.heic", "2025-05-03T18:06:13", "")]
    [InlineData("image-heic-refused/picture.avif", "2025-05-03T18:06:13", "")]
    [InlineData("image-xmp-only/xmp.jpg", "2025-05-03T18:06:13", "time-from-block,position-from-block")]
    [InlineData("image-xmp-only/iptc.jpg", "2025-05-03T18:06:13", "time-from-block")]
    [InlineData("image-xmp-only/both-differ.jpg", "2025-05-03T18:06:13", "other-time")]
    [InlineData("image-small/blank.jpg", null, "clock-not-set")]
    public void Pictures_keep_their_time_and_say_where_it_stands(string name, string? local, string warnings)
    {
        var record = Assert.Single(Read(name));
        Assert.Equal(local, record.Time.Local);
        Assert.Equal(warnings, string.Join(',', record.Warnings.Select(w => w.Split(':')[0])));
    }

    private static List<EvidenceRecord> Read(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Onus.slnx")))
        {
            folder = folder.Parent;
        }

        var path = Path.Combine(folder?.FullName ?? "", "..", "shared", "cases", "ingest", name);
        Assert.SkipUnless(File.Exists(path), "The shared files are not here.");
        var records = new List<EvidenceRecord>();
        Assert.Null(FileReader.Read(path, null, new ReadOptions(), records.Add).Failure);
        return records;
    }
}
