using Onus.Domain.Law;

namespace Onus.Content;

/// <summary>Element trees out of an offence's file.</summary>
internal static class ElementYaml
{
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
        Element? element = null;
        if (map.Optional("ref") is { } target)
        {
            element = new Reference { Id = target, Text = "" };
        }
        else if (map.Optional("leaf") is { } leaf)
        {
            element = map.Optional("offence") is { } other ? OtherOffence(map, leaf, other) : Leaf(map, leaf, topics);
        }
        else if (map.Optional("group") is { } group)
        {
            var (rule, atLeast, of) = Parts(map, topics);
            element = new Group { Id = group, Text = map.Text("text"), Rule = rule, AtLeast = atLeast, Of = of };
        }
        else
        {
            map.Fault(null, "law.no-element");
            map.Hole();
        }

        if (element is not null and not Reference)
        {
            element = element with
            {
                NotRequiredWhen = map.Optional("not-required-when"),
                Corroboration = Corroboration(map),
                Section = map.Optional("section") ?? "",
                Note = map.Optional("note") ?? "",
            };
        }

        map.Done();
        return element;
    }

    private static OffenceElement OtherOffence(YamlMap map, string id, string offence) => new()
    {
        Id = id,
        Text = map.Text("text"),
        OffenceId = offence,
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

    private static Leaf Leaf(YamlMap map, string id, IReadOnlyDictionary<string, EvidenceTopic> topics) => new()
    {
        Id = id,
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
        Hints = [.. map.Maps("hints").Select(Hint)],
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

    private static AlternativeHint Hint(YamlMap map)
    {
        var hint = new AlternativeHint(map.Text("instead"), map.Text("text"));
        map.Done();
        return hint;
    }

    private static CorroborationRule? Corroboration(YamlMap map)
    {
        if (map.Map("corroboration") is not { } rule)
        {
            return null;
        }

        var read = new CorroborationRule(rule.Number("min-origins", 0), rule.Number("min-non-victim", 0));
        rule.Done();
        return read;
    }

    private static readonly string[] Rules = ["all", "any", "at-least"];

    private static (GroupRule Rule, int AtLeast, IReadOnlyList<Element> Of) Parts(YamlMap map, IReadOnlyDictionary<string, EvidenceTopic> topics)
    {
        var named = Rules.Where(map.Has).ToList();
        if (named.Count != 1)
        {
            map.Fault(null, "law.one-rule");
            map.Hole();
            return (GroupRule.All, 0, []);
        }

        var rule = named[0] switch { "all" => GroupRule.All, "any" => GroupRule.Any, _ => GroupRule.AtLeast };
        var key = rule == GroupRule.AtLeast ? "of" : named[0];
        var of = map.Maps(key).Select(part => Read(part, topics)).OfType<Element>().ToList();
        return (rule, rule == GroupRule.AtLeast ? map.Number("at-least", 0) : 0, of);
    }
}
