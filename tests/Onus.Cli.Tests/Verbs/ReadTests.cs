using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Onus.Cli.Tests.Verbs;

/// <summary><c>read</c> as other people's scripts see it: exit codes, standard output, standard error.</summary>
public sealed class ReadTests : IDisposable
{
    private const string Chat = "3/5/25, 18:06 - Asha: namaste\n3/5/25, 18:07 - عمر: سلام\nand more\n4/5/25, 18:07 - Asha left\n";

    private const string Profile = """{"name":"Bank of Kestria","delimiter":";","date":1,"dateOrder":"dmy","amount":2,"currency":"EUR","decimalSign":","}""";

    private static readonly string[] Decided = ["--zone", "Asia/Kathmandu", "--date-order", "dmy"];

    private readonly string folder = Directory.CreateTempSubdirectory("onus-read-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Records_come_a_line_each_and_the_summary_last()
    {
        var (exit, output, error) = await Read([Write("chat.txt", Chat), "--json", .. Decided]);
        Assert.Equal(0, exit);
        Assert.Equal("", error);
        var lines = output.Split('\n');
        Assert.Equal("", lines[^1]);
        Assert.Equal(5, lines.Length);
        using var record = JsonDocument.Parse(lines[1]);
        Assert.Equal("id,kind,locator,time,parties,text,attachments,warnings", string.Join(',', record.RootElement.EnumerateObject().Select(p => p.Name)));
        Assert.Equal("سلام\nand more", record.RootElement.GetProperty("text").GetString());
        Assert.Equal((3L, 3L, 0L), Totals(output));
    }

    [Fact]
    public async Task Without_json_people_read_a_listing()
    {
        var (exit, output, error) = await Read([Write("chat.txt", Chat + "5/5/25, 10:00 - Asha: bell\u0007\u001b[31m\n"), .. Decided]);
        Assert.Equal(0, exit);
        Assert.StartsWith("2025-05-03 12:21:00Z  Asha: namaste\n", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
        Assert.Contains("4 seen, 4 read", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_listing_says_under_a_line_what_speaks_against_it()
    {
        var (_, output, _) = await Read([Write("chat.txt", Chat + "2/5/25, 10:00 - Omar: pasted\u0007\n2/5/25, 10:01 - Omar: and this\n4/5/25, 18:09 - Asha: end\n"), .. Decided]);
        var lines = output.TrimEnd('\n').Split('\n');
        Assert.Equal([4, 6], lines.Index().Where(line => line.Item.StartsWith("  note: The date is more than a day before that of a line above, line 4 (2025-05-04 18:07).", StringComparison.Ordinal)).Select(line => line.Index));
        Assert.Equal(8, lines.Length);
    }

    [Fact]
    public async Task What_needs_a_decision_exits_with_1_and_emits_no_record()
    {
        var (exit, output, error) = await Read([Write("chat.txt", Chat), "--json"]);
        Assert.Equal(1, exit);
        using var summary = JsonDocument.Parse(Assert.Single(output.TrimEnd('\n').Split('\n')));
        var needs = summary.RootElement.GetProperty("summary").GetProperty("needsDecision");
        Assert.Equal(["date-order", "zone"], needs.EnumerateArray().Select(d => d.GetProperty("what").GetString()));
        Assert.Equal((3L, 0L, 3L), Totals(output));
        Assert.Contains("Which number is the day? Line 1 says 3/5/25, 18:06.", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_that_a_line_contradicts_exits_with_1_and_names_the_line()
    {
        var (exit, output, error) = await Read([Write("chat.txt", Chat + "25/5/25, 10:00 - Asha: x\n"), "--json", "--zone", "Asia/Kathmandu", "--date-order", "mdy"]);
        Assert.Equal(1, exit);
        Assert.Contains("\"what\":\"date-order\",\"line\":5,\"value\":\"25/5/25, 10:00\",\"options\":[\"dmy\"]", output, StringComparison.Ordinal);
        Assert.Contains("The file does not contradict: dmy.", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("notes.txt", "nothing that is a chat\n", 1, "in no style")]
    [InlineData("empty.txt", "", 0, "")]
    [InlineData("letter.age", "age-encryption.org/v1\n", 1, "is encrypted")]
    [InlineData("a.zip", "PK\u0003\u0004cut off", 1, "is cut off")]
    [InlineData("statement.csv", "Datum;Betrag\n03.05.2025;1,00\n", 1, "needs a column profile")]
    public async Task Every_bad_file_gets_one_sentence_a_summary_and_its_exit_code(string name, string text, int expected, string sentence)
    {
        var (exit, output, error) = await Read([Write(name, text), "--json", .. Decided]);
        Assert.Equal(expected, exit);
        Assert.Equal((1L, 0L, 1L), Totals(output));
        Assert.Contains(sentence, error, StringComparison.Ordinal);
        Assert.InRange(error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length, 0, 1);
    }

    [Theory]
    [InlineData("--zone", "Kestria/Port", "no time zone")]
    [InlineData("--date-order", "dym", "no order of dates")]
    [InlineData("--charset", "klingon", "no character set")]
    [InlineData("--profile", "missing.json", "cannot be opened")]
    public async Task A_bad_argument_exits_with_2(string option, string value, string sentence)
    {
        var (exit, output, error) = await Read([Write("chat.txt", Chat), "--json", option, value]);
        Assert.Equal(2, exit);
        Assert.Equal((0L, 0L, 0L), Totals(output));
        Assert.Contains("\"sha256\":null", output, StringComparison.Ordinal);
        Assert.Contains(sentence, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_exits_with_2_and_no_file_at_all_too()
    {
        var (exit, output, _) = await Read([Path.Combine(folder, "missing.txt"), "--json"]);
        Assert.Equal(2, exit);
        Assert.Contains("\"sha256\":null", output, StringComparison.Ordinal);
        Assert.Equal(2, (await Read(["--json"])).Exit);
        Assert.Equal(2, (await Read([Write("chat.txt", Chat), "--colour"])).Exit);
    }

    [Fact]
    public async Task A_bank_file_is_read_by_a_saved_profile()
    {
        var statement = Write("statement.csv", "Datum;Betrag\n03.05.2025;-1.250,00\n");
        var (exit, output, _) = await Read([statement, "--json", "--profile", Write("profile.json", Profile)]);
        Assert.Equal(0, exit);
        Assert.Contains("\"amount\":{\"minor\":-125000,\"currency\":\"EUR\",\"decimals\":2}", output, StringComparison.Ordinal);
        var (badExit, _, error) = await Read([statement, "--json", "--profile", Write("profile.json", "{\"name\":\"x\",\"colour\":1}")]);
        Assert.Equal(2, badExit);
        Assert.Contains("\"colour\"", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reading_prints_the_same_bytes_in_any_zone_and_language_of_the_machine()
    {
        var path = Write("chat.txt", Chat);
        var runs = new List<string>();
        foreach (var (zone, language) in ((string, string)[])[("UTC", "C"), ("America/St_Johns", "ar_SA.UTF-8"), ("Asia/Kathmandu", "th_TH.UTF-8")])
        {
            var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "Onus.Cli.exe" : "Onus.Cli"), ["read", path, "--json", .. Decided])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                StandardOutputEncoding = Encoding.UTF8,
            };
            (start.Environment["TZ"], start.Environment["LANG"], start.Environment["LC_ALL"]) = (zone, language, language);
            using var process = Process.Start(start)!;
            runs.Add(await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, process.ExitCode);
        }

        Assert.Single(runs.Distinct());
        Assert.Equal(runs[0], (await Read([path, "--json", .. Decided])).Output);
    }

    private static (long Seen, long Records, long Skipped) Totals(string output)
    {
        using var json = JsonDocument.Parse(output.TrimEnd('\n').Split('\n')[^1]);
        var summary = json.RootElement.GetProperty("summary");
        var totals = (Seen: summary.GetProperty("seen").GetInt64(), Records: summary.GetProperty("records").GetInt64(),
            Skipped: summary.GetProperty("skipped").EnumerateArray().Sum(s => s.GetProperty("count").GetInt64()));
        Assert.Equal(totals.Seen, totals.Records + totals.Skipped);
        Assert.Equal(totals.Records, output.TrimEnd('\n').Split('\n').Length - 1);
        return totals;
    }

    private static async Task<(int Exit, string Output, string Error)> Read(IReadOnlyList<string> arguments)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var exit = await CommandLine.Run(["read", .. arguments], output, error);
        return (exit, output.ToString(), error.ToString());
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text, new UTF8Encoding(false));
        return path;
    }
}
