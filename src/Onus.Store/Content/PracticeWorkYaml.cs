using System.Globalization;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Requests;
using Onus.Domain.Shared;

namespace Onus.Store.Content;

/// <summary>Reads <c>work.yaml</c> of a practice case.</summary>
public static class PracticeWorkYaml
{
    /// <summary>Reads one; null where the file is broken. Whatever is wrong is in the faults, with its line.</summary>
    /// <exception cref="IOException">The file can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static PracticeWork? Read(string path, List<ContentFault> faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        var (_, root) = YamlFile.Read(path, faults);
        if (root is null)
        {
            return null;
        }

        root.Choice("schema", "", ("onus.practice-work/1", "onus.practice-work/1"));
        var work = new PracticeWork
        {
            Path = path,
            Exhibits = [.. root.Maps("exhibits").Select(Exhibit)],
            Facts = [.. root.Maps("facts").Select(Fact)],
            Counts = [.. root.Maps("counts").Select(Count)],
            Ties = [.. root.Maps("ties").Select(Tie)],
            Arguments = [.. root.Maps("challenges").Concat(root.Maps("answers")).Select(Argument)],
            Requests = [.. root.Maps("requests").Select(Request)],
            Retention = [.. root.Maps("retention").Select(Retention)],
        };
        root.Done();
        return work;
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
            File = physical ? null : map.Text("file"),
            Find = map.Map("find") is { } find ? Place(find) : null,
            Quote = map.Optional("quote") ?? "",
            Translation = map.Optional("translation") ?? "",
            Origins = map.Texts("origins"),
            Legal = map.Texts("legal"),
            Factual = map.Texts("factual"),
            DerivedFrom = [.. map.Maps("derivedFrom").Select(Derived)],
            ReliesOn = map.Texts("reliesOn"),
            Marks = Marks(map),
        };
        if (!physical && exhibit.Find is null)
        {
            map.Fault(null, "content.missing-key", ("key", "find"));
        }

        map.Done();
        return exhibit;
    }

    private static (string, IReadOnlyList<string>) Derived(YamlMap map)
    {
        var derived = (map.Text("exhibit"), map.Texts("unless"));
        map.Done();
        return derived;
    }

    private static PracticePlace Place(YamlMap map)
    {
        var box = map.Texts("box").Select(t => double.TryParse(t, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var d) ? d : -1).ToList();
        if (box.Count is not (0 or 4) || box.Any(d => d < 0))
        {
            map.Fault("box", "content.not-a-number", ("value", string.Join(", ", map.Texts("box"))));
            box = [];
        }

        var place = new PracticePlace(
            PositionCodec.All.Select(kind => kind.FindBy).OfType<string>().Where(map.Has).ToDictionary(word => word, word => map.Number(word, 0), StringComparer.Ordinal),
            map.Optional("entry"), box is [var x, var y, var w, var h] ? new Box(x, y, w, h) : null);
        map.Done();
        return place;
    }

    private static PracticeFact Fact(YamlMap map)
    {
        var considered = map.Map("considered");
        var fact = new PracticeFact(
            map.Line,
            map.Text("key"),
            map.Text("sentence"),
            map.Date("date"),
            [.. map.Maps("exhibits").Select(Cited)],
            map.TextLists("together"),
            Marks(map),
            considered?.Text("by"),
            considered?.Date("at"));
        foreach (var exhibit in fact.Together.SelectMany(set => set).Except(fact.Exhibits.Where(cited => cited.Bearing == Bearing.Supports).Select(cited => cited.Exhibit), StringComparer.Ordinal))
        {
            // Together with what is not cited for it nothing ever shows the fact, and nobody would be told.
            map.Fault("together", "practice.together-not-for", ("exhibit", exhibit));
        }

        considered?.Done();
        map.Done();
        return fact;
    }

    private static PracticeCite Cited(YamlMap map)
    {
        var cited = new PracticeCite(map.Text("exhibit"), map.Choice("bearing", Bearing.Supports, ("against", Bearing.Undermines)), map.Optional("reason") ?? "");
        map.Done();
        return cited;
    }

    private static PracticeCount Count(YamlMap map)
    {
        var count = new PracticeCount(
            map.Line, map.Number("number", 0), map.Text("key"), map.Text("offence"), map.Text("defendant"), map.Optional("survivor"), Day(map, "from"), Day(map, "to"));
        map.Done();
        return count;
    }

    private static PracticeTie Tie(YamlMap map)
    {
        var tie = new PracticeTie(
            map.Line, map.Text("key"), map.Text("fact"), map.Text("leaf"), All(map, "defendants"), All(map, "survivors"), map.Optional("reason") ?? "");
        map.Done();
        return tie;
    }

    private static PracticeArgument Argument(YamlMap map)
    {
        var by = map.Choice("by", ArguedBy.Unknown, ("defence", ArguedBy.Defence), ("prosecution", ArguedBy.Prosecution));
        var argument = new PracticeArgument(
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
        map.Done();
        return argument;
    }

    private static PracticeRequest Request(YamlMap map)
    {
        var request = new PracticeRequest(
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
        map.Optional("key");
        map.Done();
        return request;
    }

    private static PracticeRetention Retention(YamlMap map)
    {
        var retention = new PracticeRetention(map.Line, map.Text("holder"), map.Text("kind"), Day(map, "from"), map.Optional("why") ?? "");
        map.Optional("key");
        map.Optional("leaf");
        map.Done();
        return retention;
    }

    private static Marks Marks(YamlMap map)
    {
        var words = map.Texts("marks");
        foreach (var word in words)
        {
            if (word is not ("helpsDefence" or "sensitive" or "privileged"))
            {
                map.Fault("marks", "content.not-one-of", ("value", word), ("options", "helpsDefence, sensitive, privileged"));
            }
        }

        return new Marks(words.Contains("helpsDefence"), words.Contains("sensitive"), words.Contains("privileged"));
    }

    /// <summary>A list of keys, or the word <c>all</c>, for which an empty list stands.</summary>
    private static IReadOnlyList<string> All(YamlMap map, string key) => map.IsText(key) ? map.Choice<string[]>(key, [], ("all", [])) : map.Texts(key);

    private static DateOnly Day(YamlMap map, string key)
    {
        map.Text(key);
        return map.Date(key) ?? default;
    }
}
