using Onus.Domain.Law;

namespace Onus.Content;

/// <summary>Element trees out of an offence's file.</summary>
internal static class ElementYaml
{
    private static readonly string[] Rules = ["all", "any", "at-least"];

    /// <summary>The tree below <c>elements</c>: a group that carries the id and title of its offence or aggravator.</summary>
    public static Group ReadRoot(YamlMap map, string id, string text, IReadOnlyDictionary<string, EvidenceTopic> topics)
    {
        var (rule, atLeast, of) = Parts(map, topics);
        return new Group { Id = id, Text = text, Rule = rule, AtLeast = atLeast, Of = of, Corroboration = Corroboration(map), Note = map.Optional("note") ?? "" };
    }

    /// <summary>A leaf, a group or a reference; null, and a fault, where it is none of them.</summary>
    public static Element? Read(YamlMap map, IReadOnlyDictionary<string, EvidenceTopic> topics)
    {
        OffenceYaml.RefuseBurden(map);
        var element = map.OneOf<Element?>(
            null,
            ("ref", () => new Reference { Id = map.Text("ref"), Text = "" }),
            ("offence", () => Common(map, OtherOffence(map))),
            ("leaf", () => Common(map, Leaf(map, topics))),
            ("group", () => Common(map, Group(map, topics))));
        if (element is null)
        {
            map.Fault(null, "law.no-element");
            map.Hole();
        }

        return element;
    }

    private static Element Common(YamlMap map, Element element) => element with
    {
        NotRequiredWhen = map.Optional("not-required-when"),
        Corroboration = Corroboration(map),
        Section = map.Optional("section") ?? "",
        Note = map.Optional("note") ?? "",
    };

    private static Group Group(YamlMap map, IReadOnlyDictionary<string, EvidenceTopic> topics)
    {
        var (rule, atLeast, of) = Parts(map, topics);
        return new Group { Id = map.Text("group"), Text = map.Text("text"), Rule = rule, AtLeast = atLeast, Of = of };
    }

    private static OffenceElement OtherOffence(YamlMap map) => new()
    {
        Id = map.Text("leaf"),
        Text = map.Text("text"),
        OffenceId = map.Text("offence"),
        By = map.Choice(
            "by", CommittedBy.Defendant, ("defendant", CommittedBy.Defendant), ("anyone", CommittedBy.Anyone), ("another", CommittedBy.Another)),
    };

    private static LeafAbout About(YamlMap map)
    {
        var about = map.Choice(
            "about",
            LeafAbout.Unsaid,
            ("person", LeafAbout.Person),
            ("thing", LeafAbout.Thing),
            ("others", LeafAbout.Others),
            ("circumstances", LeafAbout.Circumstances));
        if (about != LeafAbout.Unsaid && map.Flag("per-defendant", otherwise: false))
        {
            map.Fault("about", "law.whose-leaf-twice");
        }

        return about;
    }

    private static Leaf Leaf(YamlMap map, IReadOnlyDictionary<string, EvidenceTopic> topics) => new()
    {
        Id = map.Text("leaf"),
        Text = map.Text("text"),
        Kind = map.Choice(
            "kind",
            LeafKind.Required,
            ("required", LeafKind.Required),
            ("jurisdictional", LeafKind.Jurisdictional),
            ("pleaded-only", LeafKind.PleadedOnly),
            ("presumed", LeafKind.Presumed),
            ("defence-negated", LeafKind.DefenceNegated)),
        Mens = map.Optional("mens"),
        PerDefendant = map.Flag("per-defendant", otherwise: false),
        About = About(map),
        Presumption = map.Optional("presumption"),
        Evidence = [.. map.Texts("evidence").Select((topic, i) => Topic(map, topic, i, topics)).OfType<EvidenceTopic>()],
        Hints = map.Maps("hints", "hint", hint => new AlternativeHint(hint.Text("instead"), hint.Text("text"))),
    };

    private static EvidenceTopic? Topic(YamlMap map, string id, int index, IReadOnlyDictionary<string, EvidenceTopic> topics)
    {
        if (topics.TryGetValue(id, out var topic))
        {
            return topic;
        }

        map.Fault(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"evidence[{index}]"), "law.no-such-topic", ("id", id));
        return null;
    }

    private static CorroborationRule? Corroboration(YamlMap map) => map.Map<CorroborationRule?>(
        "corroboration", "corroboration", null, rule => new(rule.Number("min-origins", 0), rule.Number("min-non-victim", 0)));

    private static (GroupRule Rule, int AtLeast, IReadOnlyList<Element> Of) Parts(YamlMap map, IReadOnlyDictionary<string, EvidenceTopic> topics)
    {
        var parts = map.OneOf<(GroupRule, int, IReadOnlyList<Element>)?>(
            null,
            ("all", () => (GroupRule.All, 0, Of("all"))),
            ("any", () => (GroupRule.Any, 0, Of("any"))),
            ("at-least", () => (GroupRule.AtLeast, map.Number("at-least", 0), Of("of"))));
        if (parts is null || Rules.Count(map.Has) > 1)
        {
            map.Fault(null, "law.one-rule");
            map.Hole();
        }

        return parts ?? (GroupRule.All, 0, []);

        IReadOnlyList<Element> Of(string key)
        {
            map.Need(key);
            return [.. map.Maps(key, "element", part => Read(part, topics)).OfType<Element>()];
        }
    }
}
