using System.CommandLine;
using System.Globalization;
using System.Text;
using Onus.Content;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Ingest.Contract;
using Onus.Ingest.Reading;
using Onus.Ingest.Tables;
using Onus.Ingest.Texts;
using Onus.Ingest.Times;
using Onus.Store;

namespace Onus.Cli.Verbs;

/// <summary>
/// <c>read FILE</c>: reads one evidence file without a case, as the import would, in a child process. Exit 0: read in full or in part, or empty;
/// 1: unusable, or a person has to decide; 2: bad arguments, or it cannot be opened. The summary is printed always once there is a file to speak of.
/// </summary>
public static class Read
{
    /// <summary>The command.</summary>
    public static Command Build()
    {
        var file = new Argument<string>("FILE") { Description = "The evidence file." };
        var zone = new Option<string?>("--zone") { Description = "IANA time zone of the local times in the file, for example Asia/Kathmandu." };
        var order = new Option<string?>("--date-order") { Description = "Order of day, month and year: dmy, mdy or ymd." };
        var charset = new Option<string?>("--charset") { Description = "Character set, where the file does not state it and is not UTF-8." };
        var profile = new Option<string?>("--profile") { Description = "Column profile of a bank's table, a JSON file." };
        var json = new Option<bool>("--json") { Description = "One JSON object a line: the records, and last the summary." };
        var command = new Command("read", "Reads one evidence file without a case.") { file, zone, order, charset, profile, json };
        command.SetAction((parsed, cancellation) => Run(
            parsed.GetRequiredValue(file),
            new ReadOptions(parsed.GetValue(zone), parsed.GetValue(order), parsed.GetValue(charset)),
            parsed.GetValue(profile),
            parsed.GetValue(json),
            parsed.InvocationConfiguration,
            cancellation));
        return command;
    }

    private static async Task<int> Run(
        string path, ReadOptions options, string? profile, bool json, InvocationConfiguration console, CancellationToken cancellation)
    {
        var texts = UnitContent.Own().Texts;
        if (Fault(ref options, profile) is { } fault)
        {
            // The summary is printed always: it says that the file was not opened.
            await console.Error.WriteLineAsync(texts.Of(fault));
            await Print(console.Output, json, FileReader.NotOpened(Path.GetFileName(path)) with { Failure = fault.Key["errors.".Length..] });
            return Exit.Cannot;
        }

        // Records wait on disk until the reader has ended well: what a dying reader printed is not evidence.
        ReadSummary summary;
        try
        {
            await using var spool = Spool();

            // A buffer of the stream's own would try to write once more when it is closed, also where there is no room.
            var lines = new BufferedStream(spool, 64 * 1024);
            summary = await ReadingProcess.Read(
                path, null, options, record => lines.Write(Encoding.UTF8.GetBytes((json ? RecordJson.Of(record) : Listing(texts, record)) + "\n")), cancellation: cancellation);
            await lines.FlushAsync(cancellation);
            if (summary.ExitCode == Exit.Done)
            {
                await Copy(spool, console.Output, cancellation);
            }
        }
        catch (IOException e) when (DataFolderFault.IsFull(e, Path.GetTempPath()))
        {
            summary = FileReader.NotOpened(Path.GetFileName(path)) with { Failure = "no-room" };
        }

        await Print(console.Output, json, summary);
        await Say(console.Error, texts, summary, json);
        return summary.ExitCode;
    }

    private static FileStream Spool()
    {
        var option = OperatingSystem.IsWindows() ? FileOptions.DeleteOnClose : FileOptions.None;
        var spool = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.Delete, 0, option);
        if (!OperatingSystem.IsWindows())
        {
            // Without a name it is gone with the process, however that ends.
            File.Delete(spool.Name);
        }

        return spool;
    }

    private static async Task Copy(Stream spool, TextWriter output, CancellationToken cancellation)
    {
        spool.Position = 0;
        using var reader = new StreamReader(spool, leaveOpen: true);
        var buffer = new char[32 * 1024];
        for (int read; (read = await reader.ReadAsync(buffer, cancellation)) > 0;)
        {
            await output.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }
    }

    /// <summary>What is wrong with the arguments. A profile that is right becomes part of the options.</summary>
    private static Error? Fault(ref ReadOptions options, string? profile)
    {
        if (options.Zone is { } zone && DecidedZone.Find(zone) is null)
        {
            return Error.Invalid("errors.unknown-zone", ("value", zone));
        }

        if (options.DateOrder is { } order && !DateOrders.All.Contains(order))
        {
            return Error.Invalid("errors.unknown-date-order", ("value", order));
        }

        if (options.Charset is { } charset && TextCharset.Find(charset) is null)
        {
            return Error.Invalid("errors.unknown-charset", ("value", charset));
        }

        if (profile is null)
        {
            return null;
        }

        string text;
        try
        {
            text = File.ReadAllText(profile);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Error.Invalid("errors.profile-unreadable", ("file", profile));
        }

        var parsed = ColumnProfileJson.Parse(text);
        if (parsed.IsOk)
        {
            options = options with { Profile = parsed.Value };
        }

        return parsed.Error;
    }

    private static async Task Print(TextWriter output, bool json, ReadSummary summary)
    {
        if (json)
        {
            await output.WriteAsync(RecordJson.Of(summary) + "\n");
        }

        await output.FlushAsync();
    }

    private static string Listing(Texts texts, EvidenceRecord record)
    {
        var time = record.Time.Utc?.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? record.Time.Local ?? "-";
        var who = string.Join(", ", record.Parties.Select(p => p.Raw));
        var text = string.Join(' ', (record.Text ?? "").Split('\n'));
        if (record.Amount is { } amount)
        {
            var divisor = (decimal)Math.Pow(10, amount.Decimals);
            text = (amount.Minor / divisor).ToString("F" + amount.Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
                + " " + amount.Currency + " " + text;
        }

        var line = texts.Format("read.listing", ("time", time), ("who", who.Length > 0 ? who : RecordJson.NameOf(record.Kind)), ("text", text));
        return string.Join('\n', record.Warnings.Select(warning => Note(texts, warning)).Prepend(line).Select(Harmless));

        // Evidence may hold control characters that would drive the terminal.
        static string Harmless(string shown) => string.Concat(shown.Select(c => char.IsControl(c) ? '\uFFFD' : c));
    }

    private static string Note(Texts texts, string warning)
    {
        var colon = warning.IndexOf(':', StringComparison.Ordinal);
        var (code, value) = colon < 0 ? (warning, "") : (warning[..colon], warning[(colon + 1)..]);
        return texts.Format("read.warning", ("text", texts.Has("warnings." + code) ? texts.Format("warnings." + code, ("value", value)) : warning));
    }

    /// <summary>For people, on standard error: the summary in sentences, with what, where and why.</summary>
    private static async Task Say(TextWriter errors, Texts texts, ReadSummary summary, bool json)
    {
        if (summary.Failure is { } failure)
        {
            await errors.WriteLineAsync(texts.Format("errors." + failure, ("file", summary.File)));
        }

        foreach (var decision in summary.NeedsDecision)
        {
            await errors.WriteLineAsync(texts.Format("read.decide", ("what", Question(texts, decision))));
        }

        if (json)
        {
            return;
        }

        await errors.WriteLineAsync(texts.Format(
            "read.summary", ("file", summary.File), ("seen", summary.Seen), ("records", summary.Records), ("format", summary.Format ?? "-")));
        foreach (var skipped in summary.Skipped)
        {
            await errors.WriteLineAsync(texts.Format("read.skipped", ("count", skipped.Count), ("reason", texts["skipped." + skipped.Reason])));
        }

        foreach (var warning in summary.Warnings)
        {
            await errors.WriteLineAsync(Note(texts, warning));
        }
    }

    private static string Question(Texts texts, Decision decision)
    {
        var key = "decisions." + decision.What + decision.What switch
        {
            "date-order" when decision.Options.Count == 0 => ".none",
            "charset" when decision.Options.Count > 0 => ".options",
            "profile" when decision.Options is [var why] => "." + why,
            "profile" when decision.Line is not null => ".misfit",
            _ => "",
        };
        return texts.Format(key, ("line", decision.Line ?? 1), ("value", decision.Value), ("options", string.Join(", ", decision.Options)));
    }
}
