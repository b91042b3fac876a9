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
            Conditions = [.. root.Maps("conditions", "element", map => ElementYaml.Read(map, topics)).OfType<Leaf>()],
            Penalty = root.Text("penalty"),
            Aggravators = root.Maps("aggravators", "aggravator", map => Aggravator(map, topics)),
            Inchoate = root.Optional("attempt-and-conspiracy") ?? "",
            Limitation = root.Optional("limitation") ?? "",
            Clocks = root.Maps("limitation-clocks", "clock", Clock),
            Consent = root.Optional("consent") ?? "",
            Child = root.Optional("child") ?? "",
            Note = root.Optional("note") ?? "",
            Confidence = root.Choice("confidence", LawConfidence.Memory, Confidences),
            Review = Review(root) ?? packReview,
            Sources = Sources(root),
        };
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
    public static IReadOnlyList<LawSource> Sources(YamlMap map)
    {
        map.Need("sources");
        return map.Maps("sources", "source", item => new LawSource(item.Text("title"), item.Optional("where") ?? "", item.Text("read")));
    }

    /// <summary>A ground on which earlier statements may come in.</summary>
    public static AbsenceGround Absence(YamlMap map) =>
        new(
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

    /// <summary>
    /// A burden on the defence can't be compiled: the engine knows only what the prosecution has to reach. Whoever writes one is told so,
    /// rather than reading that the key is unknown.
    /// </summary>
    public static void RefuseBurden(YamlMap map)
    {
        if (map.Only("burden", "prosecution") is { } burden)
        {
            map.Fault("burden", "law.burden-on-defence", ("value", burden));
        }
    }

    private static Aggravator Aggravator(YamlMap map, IReadOnlyDictionary<string, EvidenceTopic> topics)
    {
        RefuseBurden(map);
        var id = map.Text("id");
        var text = map.Text("text");
        return new Aggravator(id, text, Root(map, id + ".proof", text, topics), map.Text("penalty")) { FloorYears = map.Number("floor-years") };
    }

    private static LimitationClock Clock(YamlMap map)
    {
        var isUnlimited = map.Flag("unlimited", otherwise: false);
        if (isUnlimited == map.Has("years"))
        {
            map.Fault(null, "law.clock-years-or-unlimited");
        }

        return new LimitationClock(
            isUnlimited ? null : map.Number("years") ?? 1,
            map.Choice("from", ClockStart.LastDay, ("last-day", ClockStart.LastDay), ("majority", ClockStart.Majority)),
            map.Text("source"),
            map.Choice("confidence", LawConfidence.Memory, Confidences),
            map.Date("acts-from"));
    }

    /// <summary>One way of taking part out of <c>modes.yaml</c>.</summary>
    public static LiabilityMode Mode(YamlMap map, IReadOnlyDictionary<string, EvidenceTopic> topics)
    {
        RefuseBurden(map);
        var (id, title) = (map.Text("id"), map.Text("title"));
        return new LiabilityMode
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
    }

    private static Validity Valid(YamlMap map)
    {
        map.Need("valid");
        var (from, to, confidence) = map.Map("valid", "valid", (null, null, LawConfidence.Memory), Days);
        if (from is null)
        {
            map.Fault("valid", "law.no-validity");
        }

        return new Validity(from ?? DateOnly.MinValue, to, confidence);
    }

    private static (DateOnly? From, DateOnly? To, LawConfidence Confidence) Days(YamlMap map)
    {
        map.Need("from");
        return (map.Date("from"), map.Date("to"), map.Choice("confidence", LawConfidence.Memory, Confidences));
    }

    private static Group Root(YamlMap map, string id, string text, IReadOnlyDictionary<string, EvidenceTopic> topics) => map.Needed(
        "elements", "tree", new Group { Id = id, Text = text, Rule = GroupRule.All, Of = [] }, elements => ElementYaml.ReadRoot(elements, id, text, topics));
}
