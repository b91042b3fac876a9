using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Onus.Content;
using Onus.Domain.Law;

namespace Onus.Cli.Verbs;

/// <summary>Writes an offence as a numbered outline, in words and as JSON.</summary>
internal sealed class LawOutline(Texts texts, LawPacks packs)
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One line of the outline.</summary>
    /// <param name="Number">Its number: 2.1.3; a letter and a number for what stands beside the offence.</param>
    /// <param name="Element">The part.</param>
    private sealed record Line(string Number, Element Element);

    public string List() => string.Join('\n', packs.Packs.SelectMany(pack => pack.Offences)
        .OrderBy(offence => offence.Id, StringComparer.Ordinal).ThenBy(offence => offence.Validity.From)
        .Select(offence => $"{offence.Id}  {offence.Citation}: {offence.Title} ({Days(offence.Validity)})"));

    public string ListJson() => JsonSerializer.Serialize(
        new
        {
            schema = "onus.law-list/1",
            offences = packs.Packs.SelectMany(pack => pack.Offences)
                .OrderBy(offence => offence.Id, StringComparer.Ordinal).ThenBy(offence => offence.Validity.From)
                .Select(offence => new { id = offence.Id, citation = offence.Citation, title = offence.Title, from = Iso(offence.Validity.From), to = Iso(offence.Validity.To) }),
        },
        Options);

    public string Text(Offence offence, IReadOnlyList<Offence> versions)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{offence.Citation}: {offence.Title} [{offence.Id}]\n");
        text.Append(Say("text", ("days", Days(offence.Validity)), ("known", Known(offence.Confidence)), ("days-known", Known(offence.Validity.Confidence)))).Append('\n');
        text.Append(offence.Review is { Status: LawStatus.Reviewed, By: { } by, On: { } on }
            ? texts.Format("law.check.reviewed", ("by", by), ("on", on)) : texts["law.check.unreviewed"]).Append("\n\n");
        Write(text, Say("elements." + Rule(offence.Elements)), Lines(offence.Elements, ""));
        if (offence.Conditions.Count > 0)
        {
            Write(text, Say("conditions"), Lines(offence.Conditions, "C"));
        }

        foreach (var (i, aggravator) in offence.Aggravators.Index())
        {
            Write(text, Say("aggravator", ("text", aggravator.Text), ("penalty", aggravator.Penalty)), Lines(((Group)aggravator.Elements).Of, Letter("P", i)));
        }

        foreach (var (i, mode) in offence.Modes.Index())
        {
            Write(text, Say(mode.SameOffence ? "mode" : "mode-own", ("title", mode.Title), ("citation", mode.Citation)), Lines(mode.Elements.Of, Letter("M", i)));
        }

        Write(text, "penalty", offence.Penalty);
        Write(text, "limitation", offence.Limitation);
        foreach (var clock in offence.Clocks)
        {
            var key = clock.Years is null ? "clock-unlimited" : clock.From == ClockStart.LastDay ? "clock-last-day" : "clock-majority";
            text.Append(Say(key, ("years", clock.Years ?? 0), ("source", clock.Source), ("known", Known(clock.Confidence)))
                + (clock.ActsFrom is { } first ? " " + Say("clock-acts-from", ("day", first)) : "")).Append('\n');
        }

        Write(text, "attempt", offence.Inchoate);
        Write(text, "consent", offence.Consent);
        Write(text, "child", offence.Child);
        Write(text, "note", offence.Note);
        foreach (var source in offence.Sources)
        {
            text.Append(Say("source", ("title", source.Title), ("read", source.Read))).Append('\n');
        }

        foreach (var other in versions.Where(version => version != offence))
        {
            text.Append(Say("other-text", ("days", Days(other.Validity)), ("citation", other.Citation))).Append('\n');
        }

        return text.ToString().TrimEnd();
    }

    public static string Json(Offence offence, IReadOnlyList<Offence> versions) => JsonSerializer.Serialize(
        new
        {
            schema = "onus.law-show/1",
            id = offence.Id,
            citation = offence.Citation,
            title = offence.Title,
            from = Iso(offence.Validity.From),
            to = Iso(offence.Validity.To),
            confidence = Letter(offence.Confidence),
            daysConfidence = Letter(offence.Validity.Confidence),
            status = offence.Review.Status == LawStatus.Reviewed ? "reviewed" : "unreviewed",
            rule = Rule(offence.Elements),
            elements = Lines(offence.Elements, "").Select(Part),
            conditions = Lines(offence.Conditions, "C").Select(Part),
            aggravators = offence.Aggravators.Select((a, i) => new
            {
                id = a.Id,
                text = a.Text,
                penalty = a.Penalty,
                floorYears = a.FloorYears,
                elements = Lines(((Group)a.Elements).Of, Letter("P", i)).Select(Part),
            }),
            modes = offence.Modes.Select((m, i) => new
            {
                id = m.Id,
                citation = m.Citation,
                title = m.Title,
                guiltyOf = m.SameOffence ? "the-offence" : "its-own",
                elements = Lines(m.Elements.Of, Letter("M", i)).Select(Part),
            }),
            penalty = offence.Penalty,
            limitation = offence.Limitation,
            limitationClocks = offence.Clocks.Select(c => new
            {
                years = c.Years,
                from = c.From == ClockStart.LastDay ? "last-day" : "majority",
                source = c.Source,
                confidence = Letter(c.Confidence),
                actsFrom = Iso(c.ActsFrom),
            }),
            sources = offence.Sources.Select(s => new { title = s.Title, where = s.Where, read = s.Read }),
            otherTexts = versions.Where(version => version != offence).Select(v => new { citation = v.Citation, from = Iso(v.Validity.From), to = Iso(v.Validity.To) }),
        },
        Options);

    private static object Part(Line line) => new
    {
        number = line.Number,
        id = line.Element.Id,
        text = line.Element.Text,
        section = line.Element.Section,
        rule = line.Element is Group group ? Rule(group) : null,
        kind = line.Element is Leaf leaf ? Kind(leaf.Kind) : null,
        perDefendant = line.Element is Leaf own ? own.PerDefendant : (bool?)null,
        offence = (line.Element as OffenceElement)?.OffenceId,
        refers = line.Element is Reference,
        notRequiredWhen = line.Element.NotRequiredWhen,
        note = line.Element.Note,
    };

    private static IReadOnlyList<Line> Lines(Group group, string number) => Lines(group.Of, number);

    private static IReadOnlyList<Line> Lines(IEnumerable<Element> parts, string number) => [.. parts.SelectMany((part, i) =>
    {
        var here = string.Create(CultureInfo.InvariantCulture, $"{number}{(number.Length > 0 ? "." : "")}{i + 1}");
        return new[] { new Line(here, part) }.Concat(part is Group group ? Lines(group, here) : []);
    })];

    private void Write(StringBuilder text, string heading, IReadOnlyList<Line> lines)
    {
        text.Append(heading).Append('\n');
        foreach (var line in lines)
        {
            var element = line.Element;
            var depth = line.Number.Count(c => c == '.');
            text.Append(' ', 2 * (depth + 1)).Append(line.Number).Append("  ")
                .Append(element is Reference ? Say("refers", ("id", element.Id)) : element.Text);
            string[] marks =
            [
                element.Section,
                element is Group group ? Say("rule." + Rule(group), ("count", group.AtLeast)) : "",
                element is Leaf { Kind: not LeafKind.Required } leaf ? Say("kind." + Kind(leaf.Kind)) : "",
                element is Leaf { PerDefendant: true } ? Say("own") : "",
                element is Leaf { Mens: { } mens } ? Say("mens", ("mens", mens)) : "",
                element is OffenceElement other ? Say("offence." + (other.By == CommittedBy.Defendant ? "defendant" : other.By == CommittedBy.Anyone ? "anyone" : "another"), ("id", other.OffenceId)) : "",
                element.NotRequiredWhen is { } condition ? Say("unless", ("id", condition)) : "",
                element.Corroboration is { } rule ? Say("sources", ("origins", rule.MinOrigins), ("others", rule.MinNonVictim)) : "",
            ];
            var said = string.Join("; ", marks.Where(mark => mark.Length > 0));
            text.Append(said.Length > 0 ? $" ({said})" : "").Append(element is Reference ? "" : $" [{element.Id}]").Append('\n');
            if (element.Note.Length > 0)
            {
                text.Append(' ', (2 * (depth + 1)) + line.Number.Length + 2).Append(element.Note).Append('\n');
            }
        }

        text.Append('\n');
    }

    private void Write(StringBuilder text, string key, string said)
    {
        if (said.Length > 0)
        {
            text.Append(Say(key, ("text", said))).Append('\n');
        }
    }

    private string Say(string key, params ReadOnlySpan<(string Name, object? Value)> values) => texts.Format("law.show." + key, values);

    private string Known(LawConfidence confidence) => texts["law.show.known." + Letter(confidence).ToLowerInvariant()];

    private string Days(Validity validity) => validity.To is { } to
        ? Say("days", ("from", validity.From), ("to", to)) : Say("days-open", ("from", validity.From));

    private static string Letter(string letter, int index) => string.Create(CultureInfo.InvariantCulture, $"{letter}{index + 1}");

    private static string Letter(LawConfidence confidence) => confidence switch { LawConfidence.Primary => "A", LawConfidence.Secondary => "B", _ => "M" };

    private static string Rule(Group group) => group.Rule switch { GroupRule.All => "all", GroupRule.Any => "any", _ => "at-least" };

    private static string Kind(LeafKind kind) => kind switch
    {
        LeafKind.Jurisdictional => "jurisdictional",
        LeafKind.PleadedOnly => "pleaded-only",
        LeafKind.Presumed => "presumed",
        LeafKind.DefenceNegated => "defence-negated",
        _ => "required",
    };

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Iso(DateOnly? day) => day is { } known ? Iso(known) : null;
}
