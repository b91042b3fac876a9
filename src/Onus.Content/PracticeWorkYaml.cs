using System.Globalization;
using Onus.Domain.Charges;
using Onus.Domain.Evidence;
using Onus.Domain.Requests;
using Onus.Domain.Shared;

namespace Onus.Content;

/// <summary>Reads <c>work.yaml</c> of a practice case.</summary>
public static class PracticeWorkYaml
{
    /// <summary>Reads one; null where the file is broken. Whatever is wrong is in the faults, with its line.</summary>
    /// <exception cref="IOException">The file can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static PracticeWork? Read(string path, List<ContentFault> faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        return YamlFile.Read(path, faults, null, root => Work(root, path));
    }

    internal static PracticeWork? Work(YamlMap root, string path)
    {
        root.Kind("onus.practice-work/1");
        return new PracticeWork
        {
            Path = path,
            Exhibits = root.Maps("exhibits", "exhibit", Exhibit),
            Facts = root.Maps("facts", "fact", Fact),
            Counts = root.Maps("counts", "count", Count),
            Ties = root.Maps("ties", "tie", Tie),
            Arguments = [.. root.Maps("challenges", "argument", Argument), .. root.Maps("answers", "argument", Argument)],
            Requests = root.Maps("requests", "request", Request),
            Retention = root.Maps("retention", "retention", Retention),
        };
    }

    private static PracticeExhibit Exhibit(YamlMap map)
    {
        var physical = map.Flag("physical", false);
        var number = map.Text("number");
        if (!int.TryParse(number.StartsWith("EX-", StringComparison.Ordinal) ? number[3..] : "", NumberStyles.None, CultureInfo.InvariantCulture, out var n))
        {
            map.Fault("number", "content.not-a-number", ("value", number));
        }

        var exhibit = new PracticeExhibit
        {
            FileLine = map.Line,
            Key = map.Text("key"),
            Number = n,
            Title = map.Text("title"),
            File = map.Optional("file"),
            Find = map.Map<PracticePlace?>("find", "place", null, Place),
            Quote = map.Optional("quote") ?? "",
            Translation = map.Optional("translation") ?? "",
            Origins = map.Texts("origins"),
            Legal = map.Texts("legal"),
            Factual = map.Texts("factual"),
            DerivedFrom = map.Maps("derived-from", "derived", from => (from.Text("exhibit"), from.Texts("unless"))),
            ReliesOn = map.Texts("relies-on"),
            Marks = Marks(map),
        };
        foreach (var missing in physical ? [] : (string[])["file", "find"])
        {
            if (!map.Has(missing))
            {
                map.Fault(null, "content.missing-key", ("key", missing));
            }
        }

        return physical ? exhibit with { File = null } : exhibit;
    }

    private static PracticePlace Place(YamlMap map)
    {
        var box = map.Texts("box").Select(t => double.TryParse(t, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var d) ? d : -1).ToList();
        if (box.Count is not (0 or 4) || box.Any(d => d < 0))
        {
            map.Fault("box", "content.not-a-number", ("value", string.Join(", ", map.Texts("box"))));
            box = [];
        }

        var at = PositionCodec.All.Select(kind => kind.FindBy).OfType<string>().Distinct().Select(word => (Word: word, Number: map.Number(word))).ToList();
        return new PracticePlace(
            at.Where(found => found.Number is not null).ToDictionary(found => found.Word, found => found.Number!.Value, StringComparer.Ordinal),
            map.Optional("entry"), box is [var x, var y, var w, var h] ? new Box(x, y, w, h) : null);
    }

    private static PracticeFact Fact(YamlMap map)
    {
        var (by, at) = map.Map("considered", "considered", default((string?, DateOnly?)), considered => (considered.Text("by"), considered.Date("at")));
        var fact = new PracticeFact(
            map.Line,
            map.Text("key"),
            map.Text("sentence"),
            map.Date("date"),
            map.Maps("exhibits", "cited", Cited),
            map.TextLists("together"),
            Marks(map),
            by,
            at);
        foreach (var exhibit in fact.Together.SelectMany(set => set).Except(fact.Exhibits.Where(cited => cited.Bearing == Bearing.Supports).Select(cited => cited.Exhibit), StringComparer.Ordinal))
        {
            // Together with what is not cited for it nothing ever shows the fact, and nobody would be told.
            map.Fault("together", "practice.together-not-for", ("exhibit", exhibit));
        }

        return fact;
    }

    private static PracticeCite Cited(YamlMap map) =>
        new(map.Text("exhibit"), map.Choice("bearing", Bearing.Supports, ("against", Bearing.Undermines)), map.Optional("reason") ?? "");

    private static PracticeCount Count(YamlMap map) =>
        new(map.Line, map.Number("number", 0), map.Text("key"), map.Text("offence"), map.Text("defendant"), map.Optional("survivor"), map.Day("from"), map.Day("to"));

    private static PracticeTie Tie(YamlMap map) =>
        new(
            map.Line,
            map.Text("key"),
            map.Text("fact"),
            map.Text("leaf"),
            map.TextsOr("defendants", all: "all"),
            map.TextsOr("survivors", all: "all"),
            map.Optional("reason") ?? "");

    private static PracticeArgument Argument(YamlMap map)
    {
        var by = map.Choice("by", ArguedBy.Unknown, ("defence", ArguedBy.Defence), ("prosecution", ArguedBy.Prosecution));
        return new PracticeArgument(
            map.Line,
            map.Text("key"),
            by,
            map.Text("on"),
            map.Choice(
                "mode",
                by == ArguedBy.Prosecution ? ChallengeMode.Rebut : ChallengeMode.Unknown,
                ("exclude", ChallengeMode.Exclude), ("impeach", ChallengeMode.Impeach), ("retract", ChallengeMode.Retract), ("undercut", ChallengeMode.Undercut),
                ("rebut", ChallengeMode.Rebut), ("alternative", ChallengeMode.Alternative)),
            map.Choice("status", ChallengeStatus.Possible, ("possible", ChallengeStatus.Possible), ("filed", ChallengeStatus.Filed)),
            map.Date("filed"),
            map.Choice("ruling", Ruling.None, ("sustained", Ruling.Sustained), ("overruled", Ruling.Overruled)),
            map.Text("text"),
            map.Texts("premises"),
            map.Choice("effect", false, ("competes", true), ("removes", false)));
    }

    private static PracticeRequest Request(YamlMap map)
    {
        map.Aside("key");
        return new PracticeRequest(
            map.Line,
            map.Choice("kind", Addressee.Police, ("police", Addressee.Police), ("outside", Addressee.ThirdParty), ("survivor", Addressee.Survivor)),
            map.Text("to"),
            map.Text("what"),
            map.Optional("account") ?? "",
            map.Date("from"),
            map.Date("until"),
            map.Optional("authority") ?? "",
            map.Optional("why") ?? "",
            map.Date("by"),
            map.Optional("spares") ?? "",
            map.Choice("status", false, ("draft", false), ("sent", true)),
            map.Optional("ours") ?? "",
            map.Optional("leaf") ?? "",
            map.Optional("count") ?? "");
    }

    private static PracticeRetention Retention(YamlMap map)
    {
        map.Aside("key");
        map.Aside("leaf");
        return new PracticeRetention(map.Line, map.Text("holder"), map.Text("kind"), map.Day("from"), map.Optional("why") ?? "");
    }

    private static Marks Marks(YamlMap map)
    {
        var marks = map.Choices("marks", ("helps-defence", Mark.HelpsDefence), ("sensitive", Mark.Sensitive), ("privileged", Mark.Privileged));
        return new Marks(marks.Contains(Mark.HelpsDefence), marks.Contains(Mark.Sensitive), marks.Contains(Mark.Privileged));
    }

    private enum Mark
    {
        None,
        HelpsDefence,
        Sensitive,
        Privileged,
    }
}
