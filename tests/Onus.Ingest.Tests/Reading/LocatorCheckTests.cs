using System.Text;
using Onus.Domain.Evidence;
using Onus.Ingest.Contract;
using Onus.Ingest.Reading;
using Onus.Ingest.Tests.Chats;

namespace Onus.Ingest.Tests.Reading;

public sealed class LocatorCheckTests
{
    private static readonly FileRun Plain = FileRun.Of("3/5/25, 18:06 - Asha: namaste\n3/5/25, 18:07 - Bimal: ठिक छ\n");

    private static readonly FileRun Zipped = FileRun.Of(
        "a.zip", WhatsAppZipTests.Zip(("_chat.txt", "3/5/25, 18:06 - Asha: namaste\n"u8.ToArray()), ("a.jpg", [1])), FileRun.Decided);

    [Fact]
    public void Another_slice_another_place_and_another_file_are_told_apart()
    {
        var good = Plain.Records[1].Locator;
        var at = (TextPosition)good.At;
        var check = new LocatorCheck(Plain.File);
        Assert.Equal(LocatorFinding.Holds, check.Of(good));
        Assert.Equal(LocatorFinding.OtherSlice, check.Of(good with { Slice = Sha256.Of("x"u8) }));
        Assert.Equal(LocatorFinding.OtherSlice, check.Of(good with { At = at with { ByteStart = at.ByteStart - 1 } }));
        Assert.Equal(LocatorFinding.OutsideFile, check.Of(good with { At = at with { ByteLen = at.ByteLen + 100 } }));
        Assert.Equal(LocatorFinding.OutsideFile, check.Of(good with { At = at with { ByteStart = -1 } }));
        Assert.Equal(LocatorFinding.OutsideFile, check.Of(good with { At = at with { ByteStart = long.MaxValue } }));
        Assert.Equal(LocatorFinding.OutsideFile, check.Of(good with { At = at with { ByteLen = long.MinValue } }));
        Assert.Equal(LocatorFinding.OtherFile, check.Of(good with { Blob = Sha256.Of("x"u8) }));
    }

    [Fact]
    public void Citations_inside_containers_are_followed()
    {
        var good = Zipped.Records[0].Locator;
        var check = new LocatorCheck(Zipped.File);
        Assert.Equal(LocatorFinding.Holds, check.Of(good));
        Assert.Equal(LocatorFinding.NoSuchEntry, check.Of(good with { Chain = [good.Chain[0] with { Path = "other.txt" }] }));
        Assert.Equal(LocatorFinding.OtherEntry, check.Of(good with { Chain = [good.Chain[0] with { Sha256 = Sha256.Of("x"u8) }] }));
        var broken = EvidenceFile.Of("a.zip", "PK\u0003\u0004 and nothing"u8.ToArray());
        Assert.Equal(LocatorFinding.Unreadable, new LocatorCheck(broken).Of(good with { Blob = broken.Blob }));
    }

    /// <summary>A text in a zip in a zip: each step is looked up by its own bytes, whatever reads such a file today.</summary>
    [Fact]
    public void Citations_are_followed_through_containers_in_containers()
    {
        var text = "3/5/25, 18:06 - Asha: namaste\n"u8.ToArray();
        var inner = WhatsAppZipTests.Zip(("chats/_chat.txt", text), ("a.jpg", [1]));
        var outer = EvidenceFile.Of("phone.zip", WhatsAppZipTests.Zip(("export.zip", inner), ("export.zip.txt", [2])));
        ContainerEntry[] chain = [ContainerEntry.InZip("export.zip", Sha256.Of(inner)), ContainerEntry.InZip("chats/_chat.txt", Sha256.Of(text))];
        var good = new Locator(outer.Blob, chain, new TextPosition(1, 0, 29), Sha256.Of(text.AsSpan(0, 29)));
        var check = new LocatorCheck(outer);
        Assert.Equal(LocatorFinding.Holds, check.Of(good));
        Assert.Equal(LocatorFinding.OtherSlice, check.Of(good with { At = new TextPosition(1, 1, 28) }));
        Assert.Equal(LocatorFinding.NoSuchEntry, check.Of(good with { Chain = [chain[0], chain[1] with { Path = "_chat.txt" }] }));
        Assert.Equal(LocatorFinding.OtherEntry, check.Of(good with { Chain = [chain[0], chain[1] with { Sha256 = Sha256.Of("x"u8) }] }));
        Assert.Equal(LocatorFinding.NoSuchEntry, check.Of(good with { Chain = [chain[1], chain[0]] }));
        Assert.Equal(LocatorFinding.Unreadable, check.Of(good with { Chain = [ContainerEntry.InZip("export.zip.txt", Sha256.Of([2])), chain[1]] }));
        Assert.Equal(LocatorFinding.NotChecked, check.Of(good with { Chain = [chain[0] with { Kind = "tar" }, chain[1]] }));
        Assert.Equal(LocatorFinding.NotChecked, check.Of(good with { Chain = [.. Enumerable.Repeat(chain[0], 9)] }));
        // The kinds are part of the identity, and of the JSON under their word.
        Assert.NotEqual(RecordIdentity.Of(good.Blob, chain, good.At), RecordIdentity.Of(good.Blob, [chain[0] with { Kind = "tar" }, chain[1]], good.At));
        Assert.Contains("""[{"tar":"export.zip",""", RecordJson.Of(good with { Chain = [chain[0] with { Kind = "tar" }] }), StringComparison.Ordinal);
    }

    /// <summary>A zip of a chat within a zip is not read as a chat: folders of files are taken apart first, and each file is one of its own then.</summary>
    [Fact]
    public void A_chat_in_a_zip_in_a_zip_is_refused()
    {
        var inner = WhatsAppZipTests.Zip(("_chat.txt", "3/5/25, 18:06 - Asha: namaste\n"u8.ToArray()));
        var run = FileRun.Of("phone.zip", WhatsAppZipTests.Zip(("export.zip", inner)), FileRun.Decided);
        Assert.Equal(Failures.NoKnownStyle, run.Summary.Failure);
    }

    [Fact]
    public void A_locator_survives_writing_and_reading()
    {
        foreach (var locator in (Locator[])[Plain.Records[1].Locator, Zipped.Records[0].Locator])
        {
            Assert.True(RecordJsonReader.TryLocator(Encoding.UTF8.GetBytes(RecordJson.Of(locator)), out var again));
            Assert.Equal(RecordJson.Of(locator), RecordJson.Of(again));
            Assert.Equal(LocatorFinding.Holds, new LocatorCheck(locator.Chain.Count > 0 ? Zipped.File : Plain.File).Of(again));
        }
    }
}
