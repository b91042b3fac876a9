using System.Text;
using Onus.Domain.Evidence;
using Onus.Ingest.Contract;
using Onus.Ingest.Reading;

namespace Onus.Ingest.Tests.Reading;

/// <summary>What reading some bytes came to, with everything checked that holds for every file.</summary>
internal sealed record FileRun(EvidenceFile File, IReadOnlyList<EvidenceRecord> Records, ReadSummary Summary)
{
    public static readonly ReadOptions Decided = new(Zone: "Asia/Kathmandu", DateOrder: "dmy");

    public IReadOnlyList<string?> Texts => [.. Records.Select(r => r.Text)];

    public IReadOnlyList<string?> Senders => [.. Records.Select(r => r.Parties is [var first, ..] ? first.Raw : null)];

    public static FileRun Of(string text, ReadOptions? options = null, string name = "WhatsApp Chat.txt") =>
        Of(name, Encoding.UTF8.GetBytes(text), options ?? Decided);

    public static FileRun Of(string name, byte[] bytes, ReadOptions options)
    {
        var file = EvidenceFile.Of(name, bytes);
        var records = new List<EvidenceRecord>();
        var summary = FileReader.Read(file, options, records.Add);
        Assert.Equal(summary.Seen, summary.Records + summary.Skipped.Sum(s => s.Count));
        Assert.Equal(records.Count, summary.Records);
        Assert.Equal(file.Blob, summary.Sha256);
        Assert.True(summary.ExitCode == 0 || records.Count == 0, "What is unusable or undecided emits nothing.");
        Assert.Equal(records.Count, records.Select(r => r.Id).Distinct().Count());
        var check = new LocatorCheck(file);
        foreach (var record in records)
        {
            Assert.Equal(LocatorFinding.Holds, check.Of(record.Locator));
            var line = Encoding.UTF8.GetBytes(RecordJson.Of(record));
            Assert.True(RecordJsonReader.TryRecord(line, out var again));
            Assert.Equal(RecordJson.Of(record), RecordJson.Of(again));
            Assert.DoesNotContain((byte)'\n', line);
        }

        Assert.True(RecordJsonReader.TrySummary(Encoding.UTF8.GetBytes(RecordJson.Of(summary)), out var summaryAgain));
        Assert.Equal(RecordJson.Of(summary), RecordJson.Of(summaryAgain));
        return new FileRun(file, records, summary);
    }

    /// <summary>Everything that was read, to the letter.</summary>
    public string Lines() => string.Join('\n', [.. Records.Select(RecordJson.Of), RecordJson.Of(Summary)]);

    /// <summary>The bytes that a citation names.</summary>
    public byte[] Slice(int record)
    {
        var (start, length) = Records[record].Locator.At switch
        {
            TextPosition p => (p.ByteStart, p.ByteLen),
            CsvPosition p => (p.ByteStart, p.ByteLen),
            _ => throw new InvalidOperationException(),
        };
        using var stream = File.Open();
        stream.Position = start;
        var bytes = new byte[length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
