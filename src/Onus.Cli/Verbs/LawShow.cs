using System.CommandLine;
using System.Globalization;
using Onus.Content;

namespace Onus.Cli.Verbs;

/// <summary>
/// <c>law show OFFENCE [--on DAY] [--path PATH] [--json]</c>: one offence as a numbered outline with sections, for a lawyer to read beside the statute.
/// OFFENCE is an id such as <c>us.1589-a</c>; without it the offences are listed. Without DAY the newest text is shown and the others are named.
/// Exit 0: shown; 1: no such offence, no text for that day, or the pack has a fault; 2: there is no pack there, or it can't be read.
/// </summary>
public static class LawShow
{
    /// <summary>The verb.</summary>
    public static Command Build()
    {
        var id = new Argument<string?>("OFFENCE") { Arity = ArgumentArity.ZeroOrOne, Description = "Id of an offence, for example us.1589-a; without it the offences are listed." };
        var on = new Option<string?>("--on") { HelpName = "DAY", Description = "The text of this day, year-month-day; without it the newest." };
        var path = new Option<string?>("--path") { HelpName = "PATH", Description = "A folder of law packs or one pack; without it the shipped law." };
        var json = new Option<bool>("--json") { Description = "One JSON document on standard output." };
        var show = new Command("show", "Prints an offence as a numbered outline with sections, for a lawyer to read.") { id, on, path, json };
        show.SetAction(result => Run(
            result.GetValue(id), result.GetValue(on), result.GetValue(path), result.GetValue(json), result.InvocationConfiguration.Output, result.InvocationConfiguration.Error));
        return show;
    }

    private static int Run(string? id, string? on, string? path, bool json, TextWriter output, TextWriter errors)
    {
        DateOnly? day = null;
        Texts texts;
        LoadedLaw loaded;
        var where = path ?? "";
        try
        {
            var content = ContentFolder.Find();
            texts = Texts.Load(content, "en");
            where = path ?? Path.Combine(content, "law");
            loaded = LawPackFiles.Load(where);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ContentFaultException)
        {
            errors.WriteLine(fault.Message);
            return Exit.Cannot;
        }

        if (on is not null)
        {
            if (!DateOnly.TryParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed))
            {
                errors.WriteLine(texts.Format("content.not-a-date", ("value", on)));
                return Exit.Cannot;
            }

            day = parsed;
        }

        if (loaded.Seen.Count == 0)
        {
            errors.WriteLine(texts.Format("law.check.nothing-there", ("path", where)));
            return Exit.Cannot;
        }

        foreach (var fault in loaded.Faults)
        {
            errors.WriteLine(FormattableString.Invariant($"{fault.File}:{fault.Line}: {texts.Of(fault.Why)}"));
        }

        var outline = new LawOutline(texts, loaded.Packs);
        if (id is null)
        {
            output.WriteLine(json ? outline.ListJson() : outline.List());
            return loaded.Faults.Count == 0 ? Exit.Done : Exit.Invalid;
        }

        var versions = loaded.Packs.Packs.SelectMany(pack => pack.Offences).Where(offence => offence.Id == id).OrderBy(offence => offence.Validity.From).ToList();
        var found = loaded.Packs.OffenceAt(id, day ?? versions.LastOrDefault()?.Validity.From ?? DateOnly.MinValue);
        if (found.Error is { } none)
        {
            errors.WriteLine(texts.Of(none));
            return Exit.Invalid;
        }

        output.WriteLine(json ? LawOutline.Json(found.Value, versions) : outline.Text(found.Value, versions));
        return Exit.Done;
    }
}
