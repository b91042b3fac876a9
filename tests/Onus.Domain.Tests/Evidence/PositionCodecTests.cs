using System.Text;
using Onus.Domain.Evidence;

namespace Onus.Domain.Tests.Evidence;

/// <summary>What was written once is read for ever: identities and JSON of places, by values that no code of ours computed.</summary>
public sealed class PositionCodecTests
{
    private static readonly Sha256 Blob = Sha256.Of("file"u8);

    public static TheoryData<Position, string, string, string> Written => new()
    {
        {
            new TextPosition(7, 10, 5), """{"text":{"line":7,"byteStart":10,"byteLen":5}}""",
            "9570645b9f95d4940b7023e4f1577e5504d28fe89043e2675bd4fdf085d7a6f4", "6b14fcc3be45abe2c7d21355d88735701eca443bfea2521d3743918c899a7d26"
        },
        {
            new CsvPosition(2, long.MaxValue, 0), """{"csv":{"row":2,"byteStart":9223372036854775807,"byteLen":0}}""",
            "802ad5d32d959adebcfca9774b9539c5385f797aae69431aba44bad0a10fa1cf", "3f206a9e6e66b016d6d9dce1c937f59aa4621374a00fc508b7db62a0a2eb7ff4"
        },
        {
            new PdfPosition(3, []), """{"pdf":{"page":3,"boxes":[]}}""",
            "21ab03ad05a82505137a9d98833b35fe074fe72cb4a21810db62ffbfe3f2a71d", "2ca21ce6386f0e42e9e974dd26fcaf84661a47fcdf5cf4dd0a651e5b9861a043"
        },
        {
            new PdfPosition(3, [new Box(1.5, 0, 10.25, 3), new Box(0.333, 2, 3, 4)]), """{"pdf":{"page":3,"boxes":[[1.5,0,10.25,3],[0.33,2,3,4]]}}""",
            "f1d8ade82b3936909db4e23d70b83a3f5171ce347eec8e32d92db0cbbe84b1c0", "2257cac8d54c7f3f7d492551637cfed4309488de8a7a985545defbc97fd3c723"
        },
        {
            new DocxPosition(4), """{"docx":{"paragraph":4}}""",
            "b15a8b2eec2bf97967e5facf04a9811051d115c4ff01c3f38e802fa40299b919", "a89782b408130c9a2fcd9b66021db8c2dd8ae67442f166e9e5cd7c2be0c4c495"
        },
        {
            new DocxCommentPosition(2, 4), """{"docxComment":{"comment":2,"paragraph":4}}""",
            "733099493c45dc4d301e3252641f971684f9e572fa7674d980cc25883b8ea979", "6d330e7f325b80f11e4883f0c8c6ed341cad791b0af009b54b50e94fd21f5667"
        },
        {
            // Where a comment hangs is no part of what it is.
            new DocxCommentPosition(2, null), """{"docxComment":{"comment":2,"paragraph":null}}""",
            "733099493c45dc4d301e3252641f971684f9e572fa7674d980cc25883b8ea979", "6d330e7f325b80f11e4883f0c8c6ed341cad791b0af009b54b50e94fd21f5667"
        },
        {
            new ImagePosition(null), """{"image":{"box":null}}""",
            "0ecd278a72ac6a737c904a12db86175ddf44debf49f4a8c5e6bd5dcae0a2e9db", "61dfc2a7fbb478a32785f0216c5dcd1d4c0f7afae43dabec0f48f6ed77780c61"
        },
        {
            new ImagePosition(new Box(0, 0, 640, 480)), """{"image":{"box":[0,0,640,480]}}""",
            "e46a2357add64c994c184dba4036782c78a0f9e82727b09f8ea386fa19a21838", "189073e595f1091cbb28e3be832e44e8b77cc87f9ab42fabdf16a0a10ecf3bce"
        },
    };

    [Theory]
    [MemberData(nameof(Written))]
    public void Identities_and_JSON_of_places_never_change(Position at, string json, string plain, string inZip)
    {
        ContainerEntry[] chain = [ContainerEntry.InZip("a/b.zip", Blob)];
        Assert.Equal(plain, RecordIdentity.Of(Blob, [], at).Hex);
        Assert.Equal(inZip, RecordIdentity.Of(Blob, chain, at).Hex);
        Assert.Equal($$"""{"blob":"{{Blob}}","chain":[],"at":{{json}},"slice":"{{Blob}}"}""", RecordJson.Of(new Locator(Blob, [], at, Blob)));
        Assert.Equal($$"""{"blob":"{{Blob}}","chain":[{"zip":"a/b.zip","sha256":"{{Blob}}"}],"at":{{json}},"slice":"{{Blob}}"}""", RecordJson.Of(new Locator(Blob, chain, at, Blob)));
        Assert.True(RecordJsonReader.TryLocator(Encoding.UTF8.GetBytes(RecordJson.Of(new Locator(Blob, chain, at, Blob))), out var again));
        Assert.Equal(RecordJson.Of(new Locator(Blob, chain, at, Blob)), RecordJson.Of(again));
    }

    [Fact]
    public void Every_kind_of_place_has_one_codec_that_says_who_speaks_there()
    {
        var kinds = typeof(Position).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Position))).ToHashSet();
        Assert.True(kinds.Count >= 6);
        Assert.Equal(kinds, PositionCodec.All.Select(codec => codec.Type).ToHashSet());
        Assert.Equal(PositionCodec.All.Count, PositionCodec.All.Select(codec => codec.Word).Distinct().Count());
        Assert.All(PositionCodec.All, codec => Assert.NotEqual(SaidBy.Unknown, codec.Said));
        Assert.Equal(PositionCodec.All.Count, kinds.Count);
        foreach (var row in Written)
        {
            Assert.StartsWith("place.", PositionCodec.Of(row.Data.Item1).WordsOf(row.Data.Item1).Key, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("""{"sound":{"second":1}}""")]
    [InlineData("""{}""")]
    [InlineData("""{"docx":{"paragraph":1},"pdf":{"page":1,"boxes":[]}}""")]
    [InlineData("""{"docx":{}}""")]
    [InlineData("""[1]""")]
    public void A_place_of_no_known_kind_is_not_read(string at) =>
        Assert.False(RecordJsonReader.TryLocator(Encoding.UTF8.GetBytes($$"""{"blob":"{{Blob}}","chain":[],"at":{{at}},"slice":"{{Blob}}"}"""), out _));
}
