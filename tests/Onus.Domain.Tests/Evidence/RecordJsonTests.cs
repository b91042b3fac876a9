using System.Text;
using Onus.Domain.Evidence;

namespace Onus.Domain.Tests.Evidence;

public sealed class RecordJsonTests
{
    private static readonly Sha256 Blob = Sha256.Of("file"u8);

    [Fact]
    public void A_record_has_its_fields_in_the_order_of_the_contract()
    {
        Assert.Equal(
            $$$"""{"id":"{{{Payment().Id}}}","kind":"payment","locator":{"blob":"{{{Blob}}}","chain":[{"zip":"a/b.csv","sha256":"{{{Blob}}}"}],"at":{"csv":{"row":2,"byteStart":10,"byteLen":5}},"slice":"{{{Blob}}}"},"time":{"raw":"26/10/25 02:30","utc":"2025-10-26T00:30:00Z","basis":"declaredZone","local":"2025-10-26T02:30:00","utcLater":"2025-10-26T01:30:00Z"},"parties":[{"raw":"عمر","role":"counterparty"}],"text":"<b>\"x\"\n&","attachments":[{"name":"a.jpg","sha256":null,"bytes":null}],"warnings":["balance-does-not-follow"],"amount":{"minor":-1250,"currency":"NPR","decimals":2},"balance":{"minor":0,"currency":"NPR","decimals":2}}""",
            RecordJson.Of(Payment()));
    }

    [Fact]
    public void A_summary_has_its_fields_in_the_order_of_the_contract()
    {
        var summary = new ReadSummary("a.txt", null, null, null, 2, 1, [new Skipped("empty-row", 1)], [new Decision("zone", null, null, []), new Decision("date-order", 3, "3/5/25", ["dmy", "mdy"])]);
        Assert.Equal(
            """{"summary":{"file":"a.txt","sha256":null,"format":null,"parser":null,"seen":2,"records":1,"skipped":[{"reason":"empty-row","count":1}],"needsDecision":[{"what":"zone","line":null,"value":null,"options":[]},{"what":"date-order","line":3,"value":"3/5/25","options":["dmy","mdy"]}]}}""",
            RecordJson.Of(summary));
    }

    public static TheoryData<Position> Positions =>
    [
        new TextPosition(1, 0, 5), new CsvPosition(2, long.MaxValue, 0), new PdfPosition(3, []), new PdfPosition(3, [new Box(1.5, 0, 10.25, 3)]),
        new DocxPosition(4), new DocxCommentPosition(2, 4), new DocxCommentPosition(1, null), new ImagePosition(null), new ImagePosition(new Box(0, 0, 640, 480)),
    ];

    [Theory]
    [MemberData(nameof(Positions))]
    public void Every_place_survives_writing_and_reading(Position at)
    {
        var record = Payment() with { Id = RecordIdentity.Of(Blob, [], at), Locator = new Locator(Blob, [], at, Blob) };
        Assert.True(RecordJsonReader.TryRecord(Encoding.UTF8.GetBytes(RecordJson.Of(record)), out var again));
        Assert.Equal(RecordJson.Of(record), RecordJson.Of(again));
    }

    [Fact]
    public void A_record_whose_identity_is_not_that_of_its_place_is_not_read()
    {
        Assert.False(RecordJsonReader.TryRecord(Encoding.UTF8.GetBytes(RecordJson.Of(Payment() with { Id = Blob })), out _));
    }

    [Theory]
    [InlineData("1e999")]
    [InlineData("-1e999")]
    public void A_number_that_cannot_be_written_again_is_not_read(string number)
    {
        var at = new ImagePosition(new Box(0, 0, 640, 480));
        var infinite = new ImagePosition(new Box(0, 0, number[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity, 480));
        var record = Payment() with { Id = RecordIdentity.Of(Blob, [], infinite), Locator = new Locator(Blob, [], at, Blob) };
        var line = RecordJson.Of(record).Replace("640", number, StringComparison.Ordinal);
        Assert.Contains(number, line, StringComparison.Ordinal);
        Assert.False(RecordJsonReader.TryRecord(Encoding.UTF8.GetBytes(line), out _));
    }

    [Fact]
    public void A_summary_that_does_not_add_up_is_not_read()
    {
        Assert.False(RecordJsonReader.TrySummary(Encoding.UTF8.GetBytes(RecordJson.Of(new ReadSummary("a", Blob, null, null, 3, 1, [], []))), out _));
    }

    [Fact]
    public void Lines_broken_at_any_place_are_not_read_and_never_throw()
    {
        var line = Encoding.UTF8.GetBytes(RecordJson.Of(Payment()));
        for (var cut = 0; cut < line.Length; cut++)
        {
            Assert.False(RecordJsonReader.TryRecord(line.AsMemory(0, cut), out _));
        }

        var random = new Random(20250503);
        for (var round = 0; round < 5000; round++)
        {
            var broken = (byte[])line.Clone();
            broken[random.Next(broken.Length)] = (byte)random.Next(256);
            RecordJsonReader.TryRecord(broken, out _);
            RecordJsonReader.TrySummary(broken, out _);
        }
    }

    private static EvidenceRecord Payment()
    {
        ContainerEntry[] chain = [ContainerEntry.InZip("a/b.csv", Blob)];
        var at = new CsvPosition(2, 10, 5);
        return new EvidenceRecord(
            RecordIdentity.Of(Blob, chain, at),
            RecordKind.Payment,
            new Locator(Blob, chain, at, Blob),
            new RecordTime(
                "26/10/25 02:30", "2025-10-26T02:30:00", new DateTimeOffset(2025, 10, 26, 0, 30, 0, TimeSpan.Zero), new DateTimeOffset(2025, 10, 26, 1, 30, 0, TimeSpan.Zero), TimeBasis.DeclaredZone),
            [new Party("عمر", "counterparty")],
            "<b>\"x\"\n&",
            [new Attachment("a.jpg", null, null)],
            ["balance-does-not-follow"],
            new Money(-1250, "NPR", 2),
            new Money(0, "NPR", 2));
    }
}
