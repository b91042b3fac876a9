using System.Globalization;
using System.Text;
using Onus.Domain.Evidence;
using Onus.Ingest.Contract;

namespace Onus.Ingest.Tests.Documents;

/// <summary>What a reader made of some bytes.</summary>
internal sealed record ReadRun(EvidenceFile File, IReadOnlyList<EvidenceRecord> Records, ReadSummary Summary)
{
    /// <summary>Files that a test cannot make itself.</summary>
    public static byte[] Fixture(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder.FullName, "Onus.slnx")))
        {
            folder = folder.Parent;
        }

        Assert.NotNull(folder);
        return System.IO.File.ReadAllBytes(Path.Combine(folder.FullName, "tests", "Onus.Ingest.Tests", "fixtures", name));
    }

    public static EvidenceFile FileOf(string name, byte[] bytes) =>
        new(name, Sha256.Of(bytes), bytes.Length, bytes.AsMemory(0, Math.Min(bytes.Length, 65536)), () => new MemoryStream(bytes, writable: false));

    /// <summary>Reads, and checks what holds for every reader and every file.</summary>
    public static ReadRun Of(IFormat reader, string name, byte[] bytes)
    {
        var file = FileOf(name, bytes);
        var records = new List<EvidenceRecord>();
        var summary = reader.Read(file, new ReadOptions(), records.Add);
        Assert.Equal(records.Count, summary.Records);
        Assert.Equal(summary.Seen, summary.Records + summary.Skipped.Sum(s => s.Count));
        Assert.Equal(records.Count, records.Select(r => r.Id).Distinct().Count());
        Assert.True(summary.Failure is null || records.Count == 0, "A file that is unusable gives no record.");
        foreach (var record in records)
        {
            Assert.Equal(RecordIdentity.Of(file.Blob, [], record.Locator.At), record.Id);
            Assert.Equal(file.Blob, record.Locator.Blob);
        }

        return new ReadRun(file, records, summary);
    }

    /// <summary>Everything that was read, to the letter: two runs are equal when these are.</summary>
    public string Dump()
    {
        var text = new StringBuilder();
        foreach (var r in Records)
        {
            text.Append(CultureInfo.InvariantCulture, $"{r.Id} {r.Kind} {r.Locator.Slice} {r.Time} [{string.Join(';', r.Warnings)}] {r.Text}\n");
        }

        return text.Append(CultureInfo.InvariantCulture, $"{Summary.Seen} {Summary.Records} {string.Join(';', Summary.Skipped)} {Summary.Failure}").ToString();
    }

    /// <summary>Reads under foreign cultures and on several threads at once: every run has to give the same.</summary>
    public static void IsTheSameEverywhere(IFormat reader, string name, byte[] bytes)
    {
        var expected = Of(reader, name, bytes).Dump();
        Foreign.Each(() => Assert.Equal(expected, Of(reader, name, bytes).Dump()));

        var dumps = new string[8];
        Parallel.For(0, dumps.Length, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i => dumps[i] = Of(reader, name, bytes).Dump());
        Assert.All(dumps, d => Assert.Equal(expected, d));
    }

    /// <summary>Cuts at 64 points and flips of single bits: the reader answers, whatever it answers, and its totals add up.</summary>
    public static void SurvivesDamage(IFormat reader, string name, byte[] bytes, int flips)
    {
        for (var i = 0; i < 64; i++)
        {
            var cut = bytes[..(int)((long)bytes.Length * i / 64)];
            if (reader.Takes(FileOf(name, cut)))
            {
                Of(reader, name, cut);
            }
        }

        var random = new Random(20250503);
        for (var i = 0; i < flips; i++)
        {
            var broken = (byte[])bytes.Clone();
            for (var k = 0; k <= i % 4; k++)
            {
                broken[random.Next(broken.Length)] ^= (byte)(1 << random.Next(8));
            }

            if (reader.Takes(FileOf(name, broken)))
            {
                Of(reader, name, broken);
            }
        }
    }
}
