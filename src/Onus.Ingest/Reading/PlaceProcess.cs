using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Onus.Domain.Evidence;
using Onus.Ingest.Contract;
using Onus.Ingest.Documents;

namespace Onus.Ingest.Reading;

/// <summary>
/// Looks up places of a file, in a child process as every opening of hostile bytes: the layout of a page, the lines around a
/// cited range, or whether citations hold.
/// </summary>
public static class PlaceProcess
{
    private const int MostCharacters = 64 * 1024 * 1024;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    /// <summary>The layout of a page; null where there is none, or its reader died or took longer than 20 seconds.</summary>
    /// <param name="path">Where the file is.</param>
    /// <param name="page">Page, from 1.</param>
    /// <param name="cancel">Ends the child.</param>
    public static async Task<PageLayout?> Layout(string path, int page, CancellationToken cancel)
    {
        var answer = await Ask(path, "layout", Number(page), null, Longest, cancel).ConfigureAwait(false);
        try
        {
            return answer is null ? null : PageLayout.FromJson(answer);
        }
        catch (JsonException)
        {
            // The child was taken over or cut off: what it says is nothing.
            return null;
        }
    }

    /// <summary>The lines around a cited range of bytes; null where the file or its container has no such range, or its reader died.</summary>
    /// <param name="path">Where the file is.</param>
    /// <param name="locator">The citation, of a text or a table.</param>
    /// <param name="charset">The character set that a person stated; null for what the file states.</param>
    /// <param name="around">Lines before and after.</param>
    /// <param name="cancel">Ends the child.</param>
    public static async Task<OriginalLines?> Lines(string path, Locator locator, string? charset, int around, CancellationToken cancel)
    {
        var answer = await Ask(path, "lines", Number(around), new Question(charset, [locator]), Longest, cancel).ConfigureAwait(false);
        try
        {
            return answer is null ? null : JsonSerializer.Deserialize<OriginalLines>(answer);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>
    /// Looks up citations in one file, in their order. Where the child dies on the way, it and all after it are <see cref="LocatorFinding.Unreadable"/>.
    /// </summary>
    /// <param name="kept">Where the vault keeps the file: nothing is copied for it, as whoever checks a folder may not write there.</param>
    /// <param name="charset">The character set that a person stated; null for what the file states.</param>
    /// <param name="locators">The citations. All of them are held in memory: some ten thousand at a time.</param>
    /// <param name="cancel">Ends the child.</param>
    public static async Task<IReadOnlyList<LocatorFinding>> Check(string kept, string? charset, IReadOnlyList<Locator> locators, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(locators);
        var answer = await Ask(kept, "check", "0", new Question(charset, locators), ReadingLimits.For(new FileInfo(kept).Length).Wall, cancel).ConfigureAwait(false);
        var said = (answer ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return [.. locators.Select((_, at) => at < said.Length && FindingNamed(said[at]) is { } finding ? finding : LocatorFinding.Unreadable)];
    }

    /// <summary>Answers in the child.</summary>
    /// <returns>Exit code: 0 for an answer, 1 where there is no such place, 2 for a verb that is not one of these.</returns>
    internal static int Answer(string verb, string path, string number, TextReader input, TextWriter output)
    {
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var at))
        {
            return 2;
        }

        if (verb == "check")
        {
            var check = new LocatorCheck(EvidenceFile.Kept(path) with { Charset = CharsetOf(input) });
            while (input.ReadLine() is { } line)
            {
                output.WriteLine(LocatorOf(line) is { } locator ? check.Of(locator) : LocatorFinding.NotChecked);
            }

            return 0;
        }

        var file = EvidenceFile.At(path);
        var answer = verb switch
        {
            "layout" => Formats.Of(file, new ReadOptions())?.Drawing(file, at),
            "lines" => CharsetOf(input) is var charset && LocatorOf(input.ReadLine() ?? "") is { } locator && OriginalLines.Of(file, locator, charset, at) is { } lines
                ? JsonSerializer.Serialize(lines) : null,
            _ => "",
        };
        output.Write(answer);
        return answer is null ? 1 : answer.Length == 0 ? 2 : 0;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static LocatorFinding? FindingNamed(string name) => Enum.GetValues<LocatorFinding>().Where(finding => finding.ToString() == name).Cast<LocatorFinding?>().FirstOrDefault();

    private static string? CharsetOf(TextReader input) => input.ReadLine() is { Length: > 0 } charset ? charset : null;

    private static Locator? LocatorOf(string json) => RecordJsonReader.TryLocator(System.Text.Encoding.UTF8.GetBytes(json), out var locator) ? locator : null;

    private static async Task<string?> Ask(string path, string verb, string number, Question? question, TimeSpan wall, CancellationToken cancel)
    {
        var limits = ReadingLimits.For(new FileInfo(path).Length) with { Wall = wall };
        Process child;
        try
        {
            child = ChildStarter.Start(ReadingSandbox.StartInfo(path, limits, verb, number)) ?? throw new Win32Exception();
        }
        catch (Exception e) when (e is Win32Exception or FileNotFoundException)
        {
            return null;
        }

        using (child)
        using (var budget = CancellationTokenSource.CreateLinkedTokenSource(cancel))
        {
            budget.CancelAfter(limits.Wall);
            try
            {
                var errors = child.StandardError.ReadToEndAsync(budget.Token);
                var telling = Tell(child.StandardInput, question, budget.Token);
                var answer = await ReadAtMost(child.StandardOutput, budget.Token).ConfigureAwait(false);
                await telling.ConfigureAwait(false);
                await errors.ConfigureAwait(false);
                await child.WaitForExitAsync(budget.Token).ConfigureAwait(false);

                // Of citations that were looked up before a child died, what it said holds.
                return child.ExitCode == 0 || verb == "check" ? answer : null;
            }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
            {
                return null;
            }
            finally
            {
                if (!child.HasExited)
                {
                    child.Kill(entireProcessTree: true);
                }
            }
        }
    }

    private static async Task Tell(StreamWriter input, Question? question, CancellationToken cancel)
    {
        try
        {
            await using (input.ConfigureAwait(false))
            {
                foreach (var line in question?.Lines ?? [])
                {
                    await input.WriteAsync((line + "\n").AsMemory(), cancel).ConfigureAwait(false);
                }
            }
        }
        catch (IOException)
        {
            // The child is gone; its exit code says so.
        }
    }

    private static async Task<string?> ReadAtMost(StreamReader output, CancellationToken cancel)
    {
        var text = new System.Text.StringBuilder();
        var buffer = new char[32 * 1024];
        for (int read; (read = await output.ReadAsync(buffer, cancel).ConfigureAwait(false)) > 0;)
        {
            if (text.Length + read > MostCharacters)
            {
                return null;
            }

            text.Append(buffer, 0, read);
        }

        return text.ToString();
    }

    /// <summary>What a child is asked on its standard input: the character set in the first line, then a citation a line.</summary>
    private sealed record Question(string? Charset, IReadOnlyList<Locator> Locators)
    {
        public IEnumerable<string> Lines => Locators.Select(RecordJson.Of).Prepend(Charset ?? "");
    }
}
