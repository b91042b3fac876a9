using System.Text.Json;
using Onus.Domain.Evidence;
using Onus.Store.Database;

namespace Onus.Store.Tests;

/// <summary>What stands in rows and in the payloads of the log, to the letter: folders that were written before are read by it.</summary>
public sealed class PlacesInRowsTests
{
    private static readonly Sha256 Hash = new(new string('a', 64));

    public static TheoryData<Position, string> Written => new()
    {
        { new TextPosition(7, 10, 5), """{"text":{"line":7,"byteStart":10,"byteLen":5}}""" },
        { new CsvPosition(2, 10, 5), """{"csv":{"row":2,"byteStart":10,"byteLen":5}}""" },
        { new PdfPosition(3, []), """{"pdf":{"page":3,"boxes":[]}}""" },
        { new PdfPosition(3, [new Box(1.5, 0, 10.255, 3)]), """{"pdf":{"page":3,"boxes":[{"x":1.5,"y":0,"width":10.255,"height":3}]}}""" },
        { new DocxPosition(4), """{"docx":{"paragraph":4}}""" },
        { new DocxCommentPosition(2, 4), """{"docxComment":{"comment":2,"paragraph":4}}""" },
        { new DocxCommentPosition(2, null), """{"docxComment":{"comment":2}}""" },
        { new ImagePosition(null), """{"image":{}}""" },
        { new ImagePosition(new Box(0, 0, 640, 480)), """{"image":{"box":{"x":0,"y":0,"width":640,"height":480}}}""" },
    };

    [Theory]
    [MemberData(nameof(Written))]
    public void A_locator_is_written_as_it_always_was(Position at, string json)
    {
        var locator = new Locator(Hash, [ContainerEntry.InZip("a/b.txt", Hash)], at, Hash);
        var written = $$$"""{"blob":"{{{Hash}}}","chain":[{"zip":"a/b.txt","sha256":"{{{Hash}}}"}],"at":{{{json}}},"slice":"{{{Hash}}}"}""";
        Assert.Equal(written, JsonSerializer.Serialize(locator, Conversions.Json));
        var again = JsonSerializer.Deserialize<Locator>(written, Conversions.Json)!;
        Assert.Equal(at, again.At);
        Assert.Equal(locator.Chain, again.Chain);
    }
}
