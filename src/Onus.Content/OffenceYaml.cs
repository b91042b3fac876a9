using Onus.Domain.Law;

namespace Onus.Content;

/// <summary>One offence out of its file.</summary>
internal static class OffenceYaml
{
    private static readonly (string, LawConfidence)[] Confidences =
        [("A", LawConfidence.Primary), ("B", LawConfidence.Secondary), ("M", LawConfidence.Memory)];

    /// <summary>The offence; null where so much is missing that no offence can be made of it. Faults stand in the file.</summary>
    public static Offence? Read(YamlMap root, LawReview packReview, IReadOnlyDictionary<string, EvidenceTopic> topics)
    {
        RefuseBurden(root);
        var id = root.Text("id");
        var title = root.Text("title");
        var offence = new Offence
        {
            Id = id,
            Citation = root.Text("citation"),
            Title = title,
            Validity = Valid(root),
            Unit = root.Choice(
                "unit", ChargeUnit.PerSurvivorPerDefendant, ("per-survivor-per-defendant", ChargeUnit.PerSurvivorPerDefendant), ("per-defendant", ChargeUnit.PerDefendant)),
            Chargeable = root.Flag("chargeable", otherwise: true),
            MostlyDocuments = root.Flag("mostly-documents", otherwise: false),
            Elements = Root(root, id, title, topics),
            Conditions = [.. root.Maps("conditions").Select(map => ElementYaml.Read(map, topics)).OfType<Leaf>()],
            Penalty = root.Text("penalty"),
            Aggravators = [.. root.Maps("aggravators").Select(map => Aggravator(map, topics))],
            Inchoate = root.Optional("attempt-and-conspiracy") ?? "",
            Limitation = root.Optional("limitation") ?? "",
            Clocks = [.. root.Maps("limitation-clocks").Select(Clock)],
            Consent = root.Optional("consent") ?? "",
            Child = root.Optional("child") ?? "",
            Note = root.Optional("note") ?? "",
            Confidence = root.Choice("confidence", LawConfidence.Memory, Confidences),
            Review = Review(root) ?? packReview,
            Sources = Sources(root),
        };
        root.Done();
        return id.Length == 0 ? null : offence;
    }

    /// <summary>Who vouches; null where the mapping does not say.</summary>
    public static LawReview? Review(YamlMap map)
    {
        var said = map.Has("status");
        var status = map.Choice("status", LawStatus.Unreviewed, ("unreviewed", LawStatus.Unreviewed), ("reviewed", LawStatus.Reviewed));
        var review = new LawReview(status, map.Optional("reviewed-by"), map.Date("reviewed-on"));
        return said || review.By is not null || review.On is not null ? review : null;
    }

    /// <summary>Where the law was read.</summary>
    public static IReadOnlyList<LawSource> Sources(YamlMap map) => [.. map.Maps("sources").Select(item =>
    {
        var source = new LawSource(item.Text("title"), item.Optional("where") ?? "", item.Text("read"));
        item.Done();
        return source;
    })];

    /// <summary>A ground on which earlier statements may come in.</summary>
    public static AbsenceGround Absence(YamlMap map)
    {
        var ground = new AbsenceGround(
            map.Choice(
                "when", AbsenceState.DoesNotTestify, ("does-not-testify", AbsenceState.DoesNotTestify), ("says-otherwise", AbsenceState.SaysOtherwise),
                ("not-believed", AbsenceState.NotBelieved), ("died", AbsenceState.Died), ("cannot-be-found", AbsenceState.CannotBeFound)),
            map.Text("ground"),
            map.Text("source"),
            map.Flag("questioned", false),
            map.Choice("confidence", LawConfidence.Memory, Confidences))
        {
            OnOath = map.Flag("on-oath", false),
            AtHearing = map.Flag("at-hearing", false),
            OfEach = map.Flag("of-each", false),
        };
        map.Done();
        return ground;
    }

    /// <summary>
    /// A burden on the defence can't be compiled: the engine knows only what the prosecution has to reach. Whoever writes one is told so,
    /// rather than reading that the key is unknown.
    /// </summary>
    public static void RefuseBurden(YamlMap map)
    {
        if (map.Optional("burden") is { } burden && burden != "prosecution")
        {
            map.Fault("burden", "law.burden-on-defence", ("value", burden));
        }
    }

    private static Aggravator Aggravator(YamlMap map, IReadOnlyDictionary<string, EvidenceTopic> topics)
    {
        RefuseBurden(map);
        var id = map.Text("id");
        var text = map.Text("text");
        var aggravator = new Aggravator(id, text, Root(map, id + ".proof", text, topics), map.Text("penalty"))
        {
            FloorYears = map.Has("floor-years") ? map.Number("floor-years", 0) : null,
        };
        map.Done();
        return aggravator;
    }

    private static LimitationClock Clock(YamlMap map)
    {
        var isUnlimited = map.Flag("unlimited", otherwise: false);
        if (isUnlimited == map.Has("years"))
        {
            map.Fault(null, "law.clock-years-or-unlimited");
        }

        var clock = new LimitationClock(
            isUnlimited ? null : map.Number("years", 1),
            map.Choice("from", ClockStart.LastDay, ("last-day", ClockStart.LastDay), ("majority", ClockStart.Majority)),
            map.Text("source"),
            map.Choice("confidence", LawConfidence.Memory, Confidences),
            map.Date("acts-from"));
        map.Done();
        return clock;
    }

    /// <summary>One way of taking part out of <c>modes.yaml</c>.</summary>
    public static LiabilityMode Mode(YamlMap map, IReadOnlyDictionary<string, EvidenceTopic> topics)
    {
        RefuseBurden(map);
        var (id, title) = (map.Text("id"), map.Text("title"));
        var mode = new LiabilityMode
        {
            Id = id,
            Citation = map.Text("citation"),
            Title = title,
            Validity = Valid(map),
            SameOffence = map.Choice("guilty-of", true, ("the-offence", true), ("its-own", false)),
            Offences = map.Texts("offences"),
            Elements = Root(map, id, title, topics),
            Note = map.Optional("note") ?? "",
            Confidence = map.Choice("confidence", LawConfidence.Memory, Confidences),
            Sources = Sources(map),
        };
        map.Done();
        return mode;
    }

    private static Validity Valid(YamlMap map)
    {
        var valid = map.Map("valid");
        var from = valid?.Date("from");
        if (from is null)
        {
            map.Fault("valid", "law.no-validity");
        }

        var read = new Validity(from ?? DateOnly.MinValue, valid?.Date("to"), valid?.Choice("confidence", LawConfidence.Memory, Confidences) ?? LawConfidence.Memory);
        valid?.Done();
        return read;
    }

    private static Group Root(YamlMap map, string id, string text, IReadOnlyDictionary<string, EvidenceTopic> topics)
    {
        if (map.Map("elements") is { } elements)
        {
            var root = ElementYaml.ReadRoot(elements, id, text, topics);
            elements.Done();
            return root;
        }

        map.Fault(null, "content.missing-key", ("key", "elements"));
        return new Group { Id = id, Text = text, Rule = GroupRule.All, Of = [] };
    }
}
