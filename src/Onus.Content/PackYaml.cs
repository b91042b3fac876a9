using Onus.Domain.Law;

namespace Onus.Content;

/// <summary>What stands beside the offences of a law pack: <c>pack.yaml</c>, <c>topics.yaml</c>, <c>modes.yaml</c>.</summary>
internal static class PackYaml
{
    /// <summary>The pack, without its offences.</summary>
    public static LawPack Read(YamlMap root) => new()
    {
        Country = root.Text("country"),
        Title = root.Text("title"),
        Language = root.Text("language"),
        Review = OffenceYaml.Review(root) ?? LawReview.None,
        Terms = root.Map("terms", "terms", new LawTerms(SurvivorTerm.Survivor, SurvivorTerm.Complainant), Terms),
        Consent = root.Text("consent"),
        Currency = root.Optional("currency"),
        Note = root.Optional("note") ?? "",
        Absence = root.Maps("absence", "absence", OffenceYaml.Absence),
        Sources = OffenceYaml.Sources(root),
        Offences = [],
    };

    /// <summary>What tends to prove things, by id.</summary>
    public static IReadOnlyDictionary<string, EvidenceTopic> Topics(YamlMap root)
    {
        var topics = new Dictionary<string, EvidenceTopic>(StringComparer.Ordinal);
        root.Maps("topics", "topic", map =>
        {
            var topic = new EvidenceTopic(map.Text("id"), map.Text("title"), map.Texts("sources"), map.Texts("traps"));
            if (!topics.TryAdd(topic.Id, topic))
            {
                map.Fault("id", "law.id-twice", ("id", topic.Id));
            }

            return topic;
        });
        return topics;
    }

    /// <summary>Ways of taking part.</summary>
    public static IReadOnlyList<LiabilityMode> Modes(YamlMap root, IReadOnlyDictionary<string, EvidenceTopic> topics) =>
        root.Maps("modes", "mode", map => OffenceYaml.Mode(map, topics));

    private static LawTerms Terms(YamlMap map) => new(Term(map, "general", SurvivorTerm.Survivor), Term(map, "court", SurvivorTerm.Complainant));

    private static SurvivorTerm Term(YamlMap map, string key, SurvivorTerm otherwise) => map.Choice(
        key, otherwise, ("survivor", SurvivorTerm.Survivor), ("victim", SurvivorTerm.Victim), ("complainant", SurvivorTerm.Complainant), ("witness", SurvivorTerm.Witness));
}
