using System.Diagnostics;
using System.Globalization;
using System.Text;
using Onus.Domain.Evidence;
using Onus.Ingest.Contract;
using Onus.Ingest.Reading;

namespace Onus.Bench.Reading;

/// <summary>How fast evidence files are read, and that memory does not grow with them. One line a format; generated files only.</summary>
internal static class ReadBench
{
    private const int Lines = 100_000;
    private const double MostSeconds = 5;
    private const double MostGrowthMiB = 32;

    /// <summary>Runs all formats; 1 where a number that was promised is not held.</summary>
    public static int Run()
    {
        Console.WriteLine(Machine.Describe());
        var folder = Directory.CreateTempSubdirectory("onus-bench-read-").FullName;
        try
        {
            return Chat(folder) ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static bool Chat(string folder)
    {
        var small = Path.Combine(folder, "chat.txt");
        var large = Path.Combine(folder, "chat-10x.txt");
        WriteChat(small, Lines);
        WriteChat(large, Lines * 10);

        var inProcess = Machine.Median(5, () => Read(small, Lines));
        var peakSmall = Machine.PeakMiB();
        var watch = Stopwatch.StartNew();
        Read(large, Lines * 10);
        var largeSeconds = watch.Elapsed.TotalSeconds;
        var growth = Machine.PeakMiB() - peakSmall;
        var child = Machine.Median(3, () => ReadInChild(small));

        Console.WriteLine("format         lines      file MiB  reading                 seconds  records/s");
        Row("whatsapp-text", Lines, small, "in process (median of 5)", inProcess / 1000);
        Row("whatsapp-text", Lines * 10, large, "in process", largeSeconds);
        Row("whatsapp-text", Lines, small, ReadingProcess.Sandboxed ? "child, sandboxed (of 3)" : "child, plain (of 3)", child / 1000);
        Line($"peak working set {peakSmall:F0} MiB at 1x, {growth:F1} MiB more at 10x (at most {MostGrowthMiB:F0})");
        Line($"promised: {Lines} lines in {MostSeconds:F0} s; measured {child / 1000:F2} s through the child process");
        return child / 1000 <= MostSeconds && growth <= MostGrowthMiB;
    }

    private static void Row(string format, int lines, string path, string how, double seconds) => Line(
        $"{format,-14} {lines,-10} {new FileInfo(path).Length / 1048576.0,-9:F1} {how,-23} {seconds,-8:F2} {lines / seconds:F0}");

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    private static void Read(string path, int lines)
    {
        var summary = FileReader.Read(path, null, new ReadOptions("Asia/Kathmandu", "dmy"), _ => { });
        Check(summary, lines);
    }

    private static void ReadInChild(string path) =>
        Check(ReadingProcess.Read(path, null, new ReadOptions("Asia/Kathmandu", "dmy"), _ => { }).GetAwaiter().GetResult(), Lines);

    private static void Check(ReadSummary summary, int lines)
    {
        if (summary.Records != lines || summary.ExitCode != 0)
        {
            throw new InvalidOperationException(RecordJson.Of(summary));
        }
    }

    /// <summary>One message a line, in three scripts, four people; the same for a size on every machine.</summary>
    internal static void WriteChat(string path, int lines)
    {
        string[] people = ["Asha", "Bimal", "+977 980-0000000", "عمر"];
        string[] texts = ["ठिक छ, भोलि आउँछु", "the truck comes at six, two more than last week", "سلام، كيف الحال؟", "ok", "send 1.250 to the usual account and tell nobody about it"];
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(false));
        var time = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);
        for (var i = 0; i < lines; i++)
        {
            time = time.AddSeconds(29);
            writer.Write(time.ToString("dd/MM/yyyy, HH:mm", CultureInfo.InvariantCulture));
            writer.Write(string.Create(CultureInfo.InvariantCulture, $" - {people[i % people.Length]}: {texts[i % texts.Length]} {i}\n"));
        }
    }
}
