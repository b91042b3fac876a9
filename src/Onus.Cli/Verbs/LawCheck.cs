using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Onus.Content;
using Onus.Domain.Law;

namespace Onus.Cli.Verbs;

/// <summary>
/// <c>law check [PATH] [--json]</c>: reads law packs and names every fault with file and line, and the days between two texts of an offence for which
/// there is none. PATH is a folder of packs, one pack, or a file in it;
/// without it the shipped law is checked. Exit 0: no fault; 1: faults; 2: there is no pack there, or it can't be read.
/// </summary>
public static class LawCheck
{
    /// <summary>The command <c>law</c> with its verbs.</summary>
    public static Command Build()
    {
        var path = new Argument<string?>("PATH") { Arity = ArgumentArity.ZeroOrOne, Description = "A folder of law packs, one pack, or a file in it; without it the shipped law." };
        var json = new Option<bool>("--json") { Description = "One JSON document on standard output." };
        var check = new Command("check", "Reads law packs and names every fault with file and line.") { path, json };
        check.SetAction(result => Run(
            result.GetValue(path), result.GetValue(json), result.InvocationConfiguration.Output, result.InvocationConfiguration.Error));
        return new Command("law", "Law packs.") { check, LawShow.Build() };
    }

    private static int Run(string? path, bool json, TextWriter output, TextWriter errors)
    {
        string where;
        Texts texts;
        LoadedLaw loaded;
        try
        {
            // The sentences are part of the program's own content, whatever law is checked.
            var content = ContentFolder.Find();
            texts = Texts.Load(content, "en");
            where = path ?? Path.Combine(content, "law");
        }
        catch (Exception fault) when (fault is IOException or ContentFaultException)
        {
            errors.WriteLine(fault.Message);
            return 2;
        }

        try
        {
            loaded = LawPackFiles.Load(where);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            errors.WriteLine(texts.Format("law.check.unreadable", ("path", where), ("reason", fault.Message)));
            return 2;
        }

        if (loaded.Seen.Count == 0)
        {
            errors.WriteLine(texts.Format("law.check.nothing-there", ("path", where)));
            return 2;
        }

        if (json)
        {
            WriteJson(loaded, texts, output);
        }
        else
        {
            WriteText(loaded, texts, output);
        }

        return loaded.Faults.Count == 0 ? 0 : 1;
    }

    private static void WriteText(LoadedLaw loaded, Texts texts, TextWriter output)
    {
        foreach (var fault in loaded.Faults)
        {
            // file:line: is what editors and other people's scripts jump to; the line is never grouped.
            output.WriteLine(FormattableString.Invariant($"{Shown(fault.File)}:{fault.Line}: {texts.Of(fault.Why)}"));
        }

        foreach (var pack in loaded.Packs.Packs)
        {
            var status = pack.Review is { Status: LawStatus.Reviewed, By: { } by, On: { } on }
                ? texts.Format("law.check.reviewed", ("by", by), ("on", on))
                : texts["law.check.unreviewed"];
            output.WriteLine(texts.Format(
                "law.check.pack", ("title", pack.Title), ("country", pack.Country), ("offences", pack.Newest().Count()), ("texts", pack.Offences.Count), ("leaves", Leaves(pack)), ("status", status)));
        }

        // Not a fault: a text that is not at hand is left out. But nobody should find out at a hearing.
        foreach (var gap in loaded.Packs.Packs.SelectMany(LawGaps.Of))
        {
            output.WriteLine(texts.Format("law.check.gap", ("citation", gap.Citation), ("id", gap.OffenceId), ("from", gap.From), ("to", gap.To)));
        }

        if (loaded.Faults.Count == 0)
        {
            output.WriteLine(texts["law.check.all-well"]);
        }
    }

    private static void WriteJson(LoadedLaw loaded, Texts texts, TextWriter output)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteString("schema", "onus.law-check/1");
            writer.WriteStartArray("packs");
            foreach (var pack in loaded.Packs.Packs)
            {
                writer.WriteStartObject();
                writer.WriteString("country", pack.Country);
                writer.WriteString("title", pack.Title);
                writer.WriteString("status", pack.Review.Status == LawStatus.Reviewed ? "reviewed" : "unreviewed");
                writer.WriteString("reviewedBy", pack.Review.By);
                writer.WriteString("reviewedOn", pack.Review.On is { } on ? Iso(on) : null);
                writer.WriteNumber("offences", pack.Newest().Count());
                writer.WriteNumber("texts", pack.Offences.Count);
                writer.WriteNumber("leaves", Leaves(pack));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteStartArray("gaps");
            foreach (var gap in loaded.Packs.Packs.SelectMany(LawGaps.Of))
            {
                writer.WriteStartObject();
                writer.WriteString("offence", gap.OffenceId);
                writer.WriteString("citation", gap.Citation);
                writer.WriteString("from", Iso(gap.From));
                writer.WriteString("to", Iso(gap.To));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteStartArray("faults");
            foreach (var fault in loaded.Faults)
            {
                writer.WriteStartObject();
                writer.WriteString("file", Shown(fault.File));
                writer.WriteNumber("line", fault.Line);
                writer.WriteString("path", fault.Path);
                writer.WriteString("fault", fault.Why.Key);
                writer.WriteString("message", texts.Of(fault.Why));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        output.WriteLine(System.Text.Encoding.UTF8.GetString(stream.ToArray()));
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static int Leaves(LawPack pack) => pack.Offences.SelectMany(offence => offence.Leaves()).DistinctBy(leaf => leaf.Id).Count();

    private static string Shown(string file)
    {
        var relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), file);
        return relative.StartsWith("..", StringComparison.Ordinal) ? file : relative;
    }
}
