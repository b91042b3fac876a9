using System.Text;
using Onus.Ingest.Contract;
using Onus.Ingest.Reading;
using Onus.Ingest.Tests.Chats;
using Onus.Ingest.Tests.Tables;

namespace Onus.Ingest.Tests.Reading;

/// <summary>What holds for every text file, however broken: a summary, totals that add up, and the same bytes everywhere.</summary>
public sealed class HostileBytesTests
{
    private const string Chat =
        "3/5/25, 18:06 - Asha: एक\nदुई\n3/5/25, 6:06\u202FPM - عمر: سلام \u200E<attached: a.jpg>\n4/5/25, 10:00 - Asha left\n4/5/25, 10:01 - Farm:Office: <Media omitted>\n26/10/25, 02:30 - B: x\n";

    public static TheoryData<string> Kinds => ["chat", "utf16", "zip", "table"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_cut_at_any_of_64_points_gives_a_summary(string kind)
    {
        var (name, bytes, options) = Sample(kind);
        for (var cut = 0; cut <= 64; cut++)
        {
            FileRun.Of(name, bytes[..(bytes.Length * cut / 64)], options);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Flipped_bytes_give_a_summary(string kind)
    {
        var (name, bytes, options) = Sample(kind);
        var random = new Random(20250503);
        for (var round = 0; round < 1500; round++)
        {
            var broken = (byte[])bytes.Clone();
            for (var flips = random.Next(1, 6); flips > 0; flips--)
            {
                broken[random.Next(broken.Length)] = (byte)random.Next(256);
            }

            FileRun.Of(name, broken, options);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Reading_gives_the_same_under_any_culture_and_on_any_number_of_threads(string kind)
    {
        var (name, bytes, options) = Sample(kind);
        var expected = FileRun.Of(name, bytes, options).Lines();
        Foreign.Each(() => Assert.Equal(expected, FileRun.Of(name, bytes, options).Lines()));

        var runs = new string[8];
        Parallel.For(0, runs.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i => runs[i] = FileRun.Of(name, bytes, options).Lines());
        Assert.All(runs, run => Assert.Equal(expected, run));
    }

    [Fact]
    public void An_empty_file_is_seen_once_and_skipped_once()
    {
        var run = FileRun.Of("empty.txt", [], FileRun.Decided);
        Assert.Equal((0, 1L, 0L), (run.Summary.ExitCode, run.Summary.Seen, run.Summary.Records));
        Assert.Equal("empty-file", Assert.Single(run.Summary.Skipped).Reason);
    }

    [Theory]
    [InlineData("age-encryption.org/v1\n-> X25519 abc")]
    [InlineData("-----BEGIN PGP MESSAGE-----\n\nabc")]
    public void An_encrypted_file_is_said_to_be_encrypted(string text)
    {
        Assert.Equal((1, "encrypted"), (FileRun.Of(text).Summary.ExitCode, FileRun.Of(text).Summary.Failure));
    }

    [Fact]
    public void What_cannot_be_opened_has_no_hash()
    {
        var missing = Path.Combine(AppContext.BaseDirectory, "there is no such file.txt");
        var summary = FileReader.Read(missing, null, FileRun.Decided, _ => { });
        Assert.Equal((2, "cannot-open", 0L), (summary.ExitCode, summary.Failure, summary.Seen));
        Assert.Null(summary.Sha256);
        Assert.Equal(2, FileReader.Read(AppContext.BaseDirectory, "folder", FileRun.Decided, _ => { }).ExitCode);
    }

    private static (string Name, byte[] Bytes, ReadOptions Options) Sample(string kind) => kind switch
    {
        "chat" => ("chat.txt", Encoding.UTF8.GetBytes(Chat), FileRun.Decided),
        "utf16" => ("chat.txt", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Chat)], FileRun.Decided),
        "zip" => ("chat.zip", WhatsAppZipTests.Zip(("_chat.txt", Encoding.UTF8.GetBytes(Chat)), ("a.jpg", [1, 2, 3])), FileRun.Decided),
        _ => ("statement.csv", Encoding.UTF8.GetBytes(BankCsvTests.Statement), FileRun.Decided with { Profile = BankCsvTests.Profile }),
    };
}
