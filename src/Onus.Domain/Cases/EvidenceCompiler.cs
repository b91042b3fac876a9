using Onus.Domain.Evidence;
using Onus.Domain.Shared;

namespace Onus.Domain.Cases;

/// <summary>Foundations, exhibits, facts and what ties them: the part of the graph that every count shares.</summary>
internal static class EvidenceCompiler
{
    public static void AddTo(CaseProof proof)
    {
        var snapshot = proof.Case;
        foreach (var foundation in snapshot.Foundations)
        {
            proof.Add(Foundation(foundation), new ProofItem(ProofItemKind.Foundation, foundation.Id.Value));
        }

        var exhibits = snapshot.Exhibits.ToDictionary(exhibit => exhibit.Id);
        foreach (var exhibit in snapshot.Exhibits)
        {
            proof.Add(Exhibit(proof, exhibit, exhibits), new ProofItem(ProofItemKind.Exhibit, exhibit.Id.Value));
        }

        var cites = snapshot.ExhibitTies.Where(tie => tie.Bearing == Bearing.Supports && exhibits.ContainsKey(tie.Exhibit)).ToLookup(tie => tie.Fact);
        foreach (var fact in snapshot.Facts)
        {
            foreach (var tie in cites[fact.Id])
            {
                // A node of its own, so that an exhibit can be kept from showing one fact and still show another.
                proof.Add(
                    new Proof.ProofNode(ProofId.Of(tie), Proof.Rule.All(ProofId.Of(exhibits[tie.Exhibit]))) { Kind = "tie", Why = Words(tie.Reason) },
                    new ProofItem(ProofItemKind.ExhibitTie, tie.Id.Value));
            }

            proof.Add(
                new Proof.ProofNode(ProofId.Of(fact.Id), Proof.Rule.Any(Ways(proof, fact, [.. cites[fact.Id]]))) { Kind = "fact", Label = fact.Sentence },
                new ProofItem(ProofItemKind.Fact, fact.Id.Value));
        }

        foreach (var tie in snapshot.FactTies.Where(tie => proof.Facts.ContainsKey(tie.Fact)))
        {
            proof.Add(
                new Proof.ProofNode(ProofId.Of(tie), Proof.Rule.All(ProofId.Of(tie.Fact))) { Kind = "tie", Why = Words(tie.Reason) },
                new ProofItem(ProofItemKind.FactTie, tie.Id.Value));
        }
    }

    /// <summary>The ways in which exhibits show a fact: each alone, except those that show it only together with others.</summary>
    private static List<string> Ways(CaseProof proof, Fact fact, IReadOnlyList<ExhibitTie> cites)
    {
        var sets = fact.Together.Where(set => set.Count > 0).ToList();
        var together = sets.SelectMany(set => set).ToHashSet();
        List<string> ways = [.. cites.Where(tie => !together.Contains(tie.Exhibit)).Select(ProofId.Of)];
        foreach (var (number, set) in sets.Index())
        {
            // A set of which something is not cited for the fact is not there yet.
            if (set.All(exhibit => cites.Any(tie => tie.Exhibit == exhibit)))
            {
                var name = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{ProofId.Of(fact.Id)}:together:{number}");
                proof.Add(
                    new Proof.ProofNode(name, Proof.Rule.All([.. cites.Where(tie => set.Contains(tie.Exhibit)).Select(ProofId.Of)])) { Kind = "together" },
                    new ProofItem(ProofItemKind.Fact, fact.Id.Value));
                ways.Add(name);
            }
        }

        return ways;
    }

    /// <summary>Empty words are no words.</summary>
    internal static string? Words(string text) => text.Length == 0 ? null : text;

    private static Proof.Foundation Foundation(Foundation foundation) => new(ProofId.Of(foundation.Id))
    {
        Kind = Kind(foundation.Kind),
        Mode = foundation.Legal ? "legal" : "factual",
        Person = foundation.Person is { } person ? ProofId.Of(person) : null,
        Testimony = foundation.Testimony,
        Label = foundation.Label,
        Status = foundation.Status switch
        {
            FoundationStatus.Open => Proof.FoundationStatus.Open,
            FoundationStatus.Stipulated => Proof.FoundationStatus.Stipulated,
            FoundationStatus.Fallen => Proof.FoundationStatus.Fallen,
            _ => throw new ArgumentOutOfRangeException(nameof(foundation), foundation.Status, "A status that the graph does not know."),
        },
        Decided = foundation.Decided is { } decided ? new Proof.DecidedBy(Ref: decided) : null,
    };

    private static Proof.EvidenceItem Exhibit(CaseProof proof, Exhibit exhibit, Dictionary<ExhibitId, Exhibit> exhibits)
    {
        var id = ProofId.Of(exhibit);
        var item = new Proof.EvidenceItem(id)
        {
            Label = exhibit.Title,
            Exhibit = "EX-" + id["exhibit:".Length..],
            // An origin without a name is unknown, and what is unknown corroborates nothing.
            Origins = [.. exhibit.Origins.Where(origin => origin.Person is not null || !string.IsNullOrWhiteSpace(origin.Name)).Select(ProofId.Of).Distinct(StringComparer.Ordinal)],
            Legal = Points(proof, exhibit.Legal),
            LegalAny = [.. exhibit.LegalAny.Where(way => way.Count > 0).Select(way => Points(proof, way))],
            Factual = Points(proof, exhibit.Factual),
            DerivedFrom = [.. exhibit.DerivedFrom.DistinctBy(from => from.Parent)
                .Select(from => new Proof.Derivation(Parent(proof, from.Parent, exhibits), Points(proof, from.Unless)))],
            ReliesOn = [.. exhibit.ReliesOn.Distinct().Select(parent => Parent(proof, parent, exhibits))],
        };
        if (item.Legal.Count + item.LegalAny.Count + item.Factual.Count + item.DerivedFrom.Count + item.ReliesOn.Count > 0)
        {
            return item;
        }

        // Nothing is known under it. It still has to be what it seems, and that can fall.
        proof.Note("proof.no-foundation", ("exhibit", item.Exhibit));
        var itself = id + ":itself";
        proof.Add(
            new Proof.Foundation(itself) { Kind = "authentication", Mode = "factual", Label = exhibit.Title },
            new ProofItem(ProofItemKind.Exhibit, exhibit.Id.Value));
        return item with { Factual = [itself] };
    }

    // A reader may see an exhibit and not what is under it. What is hidden may still fall, so it stays in the graph without a name.
    private static string[] Points(CaseProof proof, IReadOnlyList<FoundationId> ids) => [.. ids.Distinct().Select(id =>
    {
        var point = ProofId.Of(id);
        if (!proof.Items.ContainsKey(point))
        {
            proof.Add(new Proof.Foundation(point), new ProofItem(ProofItemKind.Foundation, id.Value));
        }

        return point;
    })];

    private static string Parent(CaseProof proof, ExhibitId id, Dictionary<ExhibitId, Exhibit> exhibits)
    {
        if (exhibits.TryGetValue(id, out var known))
        {
            return ProofId.Of(known);
        }

        var hidden = "exhibit:" + id.Value;
        if (!proof.Items.ContainsKey(hidden))
        {
            proof.Add(new Proof.Foundation(hidden + ":itself"), new ProofItem(ProofItemKind.Exhibit, id.Value));
            proof.Add(new Proof.EvidenceItem(hidden) { Factual = [hidden + ":itself"] }, new ProofItem(ProofItemKind.Exhibit, id.Value));
        }

        return hidden;
    }

    private static string Kind(FoundationKind kind) => kind switch
    {
        FoundationKind.HandedOver => "handed-over",
        FoundationKind.PublicSource => "public-source",
        FoundationKind.BusinessRecord => "business-record",
        FoundationKind.IndependentSource => "independent-source",
        FoundationKind.InevitableDiscovery => "inevitable-discovery",
        FoundationKind.Laboratory => "lab",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
