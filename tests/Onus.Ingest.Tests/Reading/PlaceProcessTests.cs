using Onus.Domain.Evidence;
using Onus.Ingest.Reading;
using Onus.Ingest.Tests.Chats;

namespace Onus.Ingest.Tests.Reading;

/// <summary>Looking up places in real child processes.</summary>
public sealed class PlaceProcessTests : IDisposable
{
    private const string Chat = "3/5/25, 18:06 - Asha: namaste\n3/5/25, 18:07 - Bimal: ठिक छ\n3/5/25, 18:08 - Asha: ok\n";

    private static readonly FileRun Plain = FileRun.Of(Chat);

    private static readonly FileRun Zipped = FileRun.Of("a.zip", WhatsAppZipTests.Zip(("_chat.txt", System.Text.Encoding.UTF8.GetBytes(Chat)), ("a.jpg", [1])), FileRun.Decided);

    private readonly string folder = Directory.CreateTempSubdirectory("onus-places-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_lines_around_a_passage_come_with_their_numbers_from_a_file_and_from_a_container(bool zipped)
    {
        var run = zipped ? Zipped : Plain;
        var lines = await PlaceProcess.Lines(Written(run), run.Records[1].Locator, charset: null, around: 1, Cancel);
        Assert.NotNull(lines);
        Assert.True(lines.Verified);
        Assert.Equal([(1, false), (2, true), (3, false)], lines.Lines.Select(line => (line.Number, line.Cited)));
        Assert.Equal("3/5/25, 18:07 - Bimal: ठिक छ", lines.Lines[1].Text);
    }

    [Fact]
    public async Task Lines_that_are_not_what_was_cited_are_shown_and_not_verified_and_what_is_not_there_is_not()
    {
        var path = Written(Plain);
        var good = Plain.Records[1].Locator;
        Assert.False((await PlaceProcess.Lines(path, good with { Slice = Sha256.Of("x"u8) }, null, 1, Cancel))!.Verified);
        Assert.Null(await PlaceProcess.Lines(path, good with { Chain = [ContainerEntry.InZip("a.txt", Sha256.Of("x"u8))] }, null, 1, Cancel));
        Assert.Null(await PlaceProcess.Lines(path, good with { At = new DocxPosition(1) }, null, 1, Cancel));
        await File.WriteAllBytesAsync(path, "3/5/25, 18:06 - Asha: changed\n"u8.ToArray(), Cancel);
        Assert.False((await PlaceProcess.Lines(path, good, null, 1, Cancel))!.Verified);
    }

    [Fact]
    public async Task Citations_are_answered_in_their_order()
    {
        var kept = Path.Combine(folder, "kept");
        await File.WriteAllBytesAsync(kept, [VaultForm.Plain, .. Bytes(Zipped)], Cancel);
        var good = Zipped.Records[0].Locator;
        Assert.Equal(
            [LocatorFinding.Holds, LocatorFinding.OtherSlice, LocatorFinding.OtherFile, LocatorFinding.NoSuchEntry, LocatorFinding.Holds],
            await PlaceProcess.Check(
                kept, null,
                [good, good with { Slice = Sha256.Of("x"u8) }, good with { Blob = Sha256.Of("x"u8) }, good with { Chain = [good.Chain[0] with { Path = "b" }] }, Zipped.Records[1].Locator],
                Cancel));
        Assert.Empty(await PlaceProcess.Check(kept, null, [], Cancel));
    }

    [Fact]
    public async Task A_file_kept_in_a_form_of_another_version_is_unreadable_and_ends_nothing()
    {
        var kept = Path.Combine(folder, "kept");
        await File.WriteAllBytesAsync(kept, [9, .. Bytes(Plain)], Cancel);
        var good = Plain.Records[0].Locator;
        Assert.Equal([LocatorFinding.Unreadable, LocatorFinding.Unreadable], await PlaceProcess.Check(kept, null, [good, good], Cancel));
    }

    private string Written(FileRun run)
    {
        var path = Path.Combine(folder, "file");
        File.WriteAllBytes(path, Bytes(run));
        return path;
    }

    private static byte[] Bytes(FileRun run)
    {
        using var stream = run.File.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
