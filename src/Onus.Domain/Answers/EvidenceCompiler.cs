using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Domain.Shared;

namespace Onus.Domain.Answers;

/// <summary>
/// Foundations, exhibits, facts and what ties them: the part of the graph that every count shares. Where an exhibit may be used against some
/// defendants only, or stands against some without its witness, it and all above it, what relies on it too, get a node of their own for each of these.
/// </summary>
internal sealed class EvidenceCompiler
{
    private readonly CaseProof proof;
    private readonly Dictionary<ExhibitId, Exhibit> exhibits;
    private readonly ILookup<FactId, ExhibitTie> cites;
    private readonly ReliedOn relied;
    private readonly StandingNames ever;
    private readonly Dictionary<(FactId, string By), string> shown = [];
    private readonly IReadOnlyList<PersonId> defendants;

    private EvidenceCompiler(CaseProof proof)
    {
        this.proof = proof;
        exhibits = proof.Case.Exhibits.ToDictionary(exhibit => exhibit.Id);
        relied = new ReliedOn(proof.Case.Exhibits);
        ever = new StandingNames(proof.Case.ExhibitTies, proof.Case.Challenges);
        cites = proof.Case.ExhibitTies.Where(tie => tie.Bearing == Bearing.Supports && exhibits.ContainsKey(tie.Exhibit) && !proof.Withdrawn.Contains(tie.Exhibit) && !proof.Outside.Contains(tie.Exhibit)).ToLookup(tie => tie.Fact);
        // Where nobody is charged, or the reader sees no counts, it is asked of each of them.
        var against = proof.Columns.Count > 0 ? proof.Columns.Select(column => column.Defendant) : proof.Case.People.Where(person => person.Is(PersonRole.Defendant)).Select(person => person.Id);
        defendants = [.. against.Select(proof.Alike).Distinct()];
    }

    public static EvidenceCompiler AddTo(CaseProof proof)
    {
        var compiler = new EvidenceCompiler(proof);
        compiler.Compile();
        return compiler;
    }

    /// <summary>The node of a tie, shared by all defendants, where some citations show its fact for others: what else shows it has to.</summary>
    public string Tied(FactTie tie, IReadOnlySet<TieId> forOthers)
    {
        List<ExhibitTie> left = forOthers.Count == 0 ? [] : [.. cites[tie.Fact].Where(cite => !forOthers.Contains(cite.Id))];
        if (forOthers.Count == 0 || left.Count == cites[tie.Fact].Count())
        {
            return ProofId.Of(tie);
        }

        var fact = ProofId.Of(tie.Fact);
        if (!shown.TryGetValue((tie.Fact, string.Join(' ', left.Select(cite => cite.Id.Value))), out var suffix))
        {
            // Numbered as they are met: ids decide nothing.
            shown[(tie.Fact, string.Join(' ', left.Select(cite => cite.Id.Value)))] = suffix = string.Create(System.Globalization.CultureInfo.InvariantCulture, $":shown:{proof.Views(fact).Count + 1}");
            proof.AddView(fact, fact + suffix);
            AddShown(proof.Facts[tie.Fact], fact + suffix, left);
        }

        var node = ProofId.Of(tie) + suffix;
        if (!proof.Items.ContainsKey(node))
        {
            proof.AddView(ProofId.Of(tie), node);
            AddTie(tie, node, fact + suffix);
        }

        return node;
    }

    /// <summary>Those of some citations of a fact that complete no set with another.</summary>
    public IReadOnlySet<TieId> WithoutTogether(FactId fact, IReadOnlySet<TieId> some)
    {
        var shows = cites[fact].Where(cite => !some.Contains(cite.Id)).Select(cite => cite.Exhibit).ToHashSet();
        var completes = proof.Facts[fact].Together.Where(set => set.Any(shows.Contains)).SelectMany(set => set).ToHashSet();
        return completes.Count == 0 ? some : cites[fact].Where(cite => some.Contains(cite.Id) && !completes.Contains(cite.Exhibit)).Select(cite => cite.Id).ToHashSet();
    }

    private void Compile()
    {
        foreach (var foundation in proof.Case.Foundations)
        {
            proof.Add(Foundation(foundation), new ProofItem(ProofItemKind.Foundation, foundation.Id.Value));
        }

        foreach (var exhibit in proof.Case.Exhibits)
        {
            Add(exhibit);
        }

        foreach (var fact in proof.Case.Facts)
        {
            Add(fact);
        }

        foreach (var tie in proof.Case.ExhibitTies.Where(tie => tie.Bearing == Bearing.Supports && proof.Withdrawn.Contains(tie.Exhibit)))
        {
            RelyOnWithdrawn(exhibits[tie.Exhibit]);
        }

        foreach (var tie in proof.Case.FactTies.Where(tie => proof.Facts.ContainsKey(tie.Fact)))
        {
            AddTie(tie, ProofId.Of(tie), ProofId.Of(tie.Fact));
            // Whoever took the citation back did not see for whom counsel had cited it.
            var gone = ever.Lapsed(tie);
            NoteLapsed("proof.citation-taken-back", tie, gone);
            NoteLapsed("proof.citation-shows-nothing", tie, [.. proof.Names.Lapsed(tie).Except(gone)]);
        }
    }

    private void AddTie(FactTie tie, string node, string fact)
    {
        Add(node, fact);

        // Also against those who did not do it themselves: that they helped, or had the money of it, is proved against them too.
        foreach (var defendant in proof.Owners(fact))
        {
            Add(proof.AddOwn(defendant, node), proof.Against(defendant, fact));
        }

        void Add(string node, string fact) => proof.Add(
            new Proof.ProofNode(node, Proof.Rule.All(fact)) { Kind = "tie", Why = Words(tie.Reason) },
            new ProofItem(ProofItemKind.FactTie, tie.Id.Value));
    }

    private void Add(Exhibit exhibit)
    {
        var item = new ProofItem(ProofItemKind.Exhibit, exhibit.Id.Value);
        proof.Add(Item(exhibit), item);
        foreach (var ground in exhibit.Grounds)
        {
            // That a court takes the ground is itself something that can fall.
            proof.Add(new Proof.Foundation(GroundPoint(exhibit, ground)) { Kind = "ground", Mode = "legal", Label = ground.Name }, new ProofItem(ProofItemKind.Ground, exhibit.Id.Value, ground.Name));
        }

        if (exhibit.Grounds.Any(ground => ground.Against.Count > 0) && proof.Speakers(exhibit).Count == 0)
        {
            proof.Note("proof.ground-without-speaker", ("exhibit", Number(exhibit)));
        }

        foreach (var defendant in defendants.Where(defendant => IsOwn(exhibit, defendant)))
        {
            proof.Add(OnGrounds(exhibit, defendant) with { Id = proof.AddOwn(defendant, ProofId.Of(exhibit)) }, item);
        }
    }

    private void Add(Fact fact)
    {
        foreach (var tie in cites[fact.Id])
        {
            var exhibit = exhibits[tie.Exhibit];
            var barred = OtherPurpose(exhibit, fact.Id);
            Cite(tie, ProofId.Of(tie), ProofId.Of(exhibit), barred);
            foreach (var defendant in IsLimited(exhibit) ? defendants : [])
            {
                var unusable = NotAgainst(exhibit, defendant);
                if (unusable is not null || proof.Owners(ProofId.Of(exhibit)).Contains(defendant))
                {
                    Cite(tie, proof.AddOwn(defendant, ProofId.Of(tie)), proof.Against(defendant, ProofId.Of(exhibit)), unusable ?? barred);
                }
            }
        }

        AddShown(fact, ProofId.Of(fact.Id), [.. cites[fact.Id]]);
    }

    private void AddShown(Fact fact, string id, IReadOnlyList<ExhibitTie> by)
    {
        Node(id, tie => ProofId.Of(tie));
        // What shows it only together with these may differ by defendant too.
        foreach (var defendant in !cites[fact.Id].Any(tie => IsLimited(exhibits[tie.Exhibit])) ? [] : defendants.Where(defendant => cites[fact.Id].Any(tie => proof.Owners(ProofId.Of(tie)).Contains(defendant))))
        {
            Node(proof.AddOwn(defendant, id), tie => proof.Against(defendant, ProofId.Of(tie)));
        }

        void Node(string node, Func<ExhibitTie, string> cite) => proof.Add(
            new Proof.ProofNode(node, Proof.Rule.Any(Ways(fact, by, node, cite))) { Kind = "fact", Label = fact.Sentence },
            new ProofItem(ProofItemKind.Fact, fact.Id.Value));
    }

    private void NoteLapsed(string key, FactTie tie, IReadOnlyList<(PersonId? Survivor, PersonId Defendant)> lapsed)
    {
        if (lapsed.Count > 0)
        {
            var people = proof.Case.People.Where(person => lapsed.Any(pair => pair.Defendant == person.Id || pair.Survivor == person.Id)).Select(person => person.Pseudonym);
            proof.Note(key, ("fact", proof.Facts[tie.Fact].Sentence), ("people", string.Join(", ", people)));
        }
    }

    // Its own file stands, so nothing on its own page says why it shows nothing.
    private void RelyOnWithdrawn(Exhibit exhibit)
    {
        var gone = relied.By(exhibit).First(under => proof.Case.Materials.Any(file => file.Id == under.Material && file.Withdrawn is not null));
        if (gone != exhibit)
        {
            proof.Note("proof.relies-withdrawn", ("exhibit", Number(exhibit)), ("under", Number(gone)));
        }
    }

    private bool IsLimited(Exhibit exhibit) => relied.By(exhibit).Any(under => under.OnlyAgainst.Count + under.Grounds.Count > 0);

    // Against this defendant it, or what it relies on, stands without its witness.
    private bool IsOwn(Exhibit exhibit, PersonId defendant) => relied.By(exhibit).Any(under => Open(under, defendant).Length > 0);

    private Ground[] Open(Exhibit exhibit, PersonId defendant) => exhibit.Grounds.Count == 0 || proof.Replaceable(exhibit).Count == 0 ? []
        : [.. exhibit.Grounds.Where(ground => ground.Opens && ground.Against.Contains(defendant))];

    private Error? OtherPurpose(Exhibit exhibit, FactId fact) => relied.By(exhibit).FirstOrDefault(under => under.OnlyFor.Count > 0 && !under.OnlyFor.Contains(fact)) is not { } limited ? null
        : limited == exhibit ? Error.Invalid("proof.other-purpose", ("exhibit", Number(exhibit)), ("purpose", exhibit.Purpose))
        : Error.Invalid("proof.relies-other-purpose", ("exhibit", Number(exhibit)), ("under", Number(limited)), ("purpose", limited.Purpose));

    private Error? NotAgainst(Exhibit exhibit, PersonId defendant) => relied.By(exhibit).FirstOrDefault(under => under.OnlyAgainst.Count > 0 && !under.OnlyAgainst.Contains(defendant)) is not { } limited ? null
        : limited == exhibit ? Error.Invalid("proof.not-against", ("exhibit", Number(exhibit)))
        : Error.Invalid("proof.relies-not-against", ("exhibit", Number(exhibit)), ("under", Number(limited)));

    // A node of its own, so that an exhibit can be kept from showing one fact and still show another.
    private void Cite(ExhibitTie tie, string node, string exhibit, Error? barred)
    {
        proof.Add(
            new Proof.ProofNode(node, barred is null ? Proof.Rule.All(exhibit) : Proof.Rule.Any()) { Kind = "tie", Why = Words(tie.Reason) },
            new ProofItem(ProofItemKind.ExhibitTie, tie.Id.Value));
        if (barred is not null)
        {
            proof.Because(node, barred);
        }
    }

    /// <summary>The ways in which exhibits show a fact: each of some alone, except those that show it only together with others; with whatever others these need.</summary>
    private List<string> Ways(Fact fact, IReadOnlyList<ExhibitTie> by, string node, Func<ExhibitTie, string> cite)
    {
        IReadOnlyList<ExhibitTie> cited = [.. cites[fact.Id]];
        var sets = fact.Together.Where(set => set.Count > 0).ToList();
        var together = sets.SelectMany(set => set).ToHashSet();
        List<string> ways = [.. by.Where(tie => !together.Contains(tie.Exhibit)).Select(cite)];
        foreach (var (number, set) in sets.Index())
        {
            // A set of which something is not cited for the fact is not there yet.
            if (set.All(exhibit => cited.Any(tie => tie.Exhibit == exhibit)) && by.Any(tie => set.Contains(tie.Exhibit)))
            {
                var name = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{node}:together:{number}");
                proof.Add(
                    new Proof.ProofNode(name, Proof.Rule.All([.. cited.Where(tie => set.Contains(tie.Exhibit)).Select(cite)])) { Kind = "together" },
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
        Through = foundation.Whose is { } whose ? ProofId.Of(whose) : null,
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

    private Proof.EvidenceItem Bare(Exhibit exhibit) => new(ProofId.Of(exhibit))
    {
        Label = exhibit.Title,
        Exhibit = Number(exhibit),
        Origins = [.. proof.OriginsOf(exhibit)],
        ToldBy = proof.TellerOf(exhibit) is { } teller ? [teller] : [],
        Legal = Points(exhibit.Legal),
        LegalAny = Each([.. exhibit.LegalAny.Where(way => way.Count > 0).Select(Points)], [.. exhibit.VouchedBy.Distinct().Select(voucher => Points([voucher]))]),
        Factual = Points(exhibit.Factual),
        DerivedFrom = [.. exhibit.DerivedFrom.DistinctBy(from => from.Parent).Select(from => new Proof.Derivation(Parent(from.Parent), Points(from.Unless)))],
        ReliesOn = [.. exhibit.ReliesOn.Distinct().Select(Parent)],
    };

    private Proof.EvidenceItem Item(Exhibit exhibit)
    {
        var item = Bare(exhibit);
        if (item.Legal.Count + item.LegalAny.Count + item.Factual.Count + item.DerivedFrom.Count + item.ReliesOn.Count > 0)
        {
            return item;
        }

        // Nothing is known under it. It still has to be what it seems, and that can fall.
        proof.Note("proof.no-foundation", ("exhibit", item.Exhibit!));
        var itself = item.Id + ":itself";
        proof.Add(
            new Proof.Foundation(itself) { Kind = "authentication", Mode = "factual", Label = exhibit.Title },
            new ProofItem(ProofItemKind.Exhibit, exhibit.Id.Value));
        return item with { Factual = [itself] };
    }

    // The exhibit as it stands against a defendant: on its speakers or, instead of them, on one of the grounds that are open against this one, and the same
    // for all that it relies on.
    private Proof.EvidenceItem OnGrounds(Exhibit exhibit, PersonId defendant)
    {
        var open = Open(exhibit, defendant);
        var speakers = open.Length > 0 ? proof.Replaceable(exhibit) : [];
        var item = Bare(exhibit with { Factual = [.. exhibit.Factual.Except(speakers)] });
        string[][] ways = open.Length == 0 ? [] : [Points(speakers), .. open.Select(ground => (string[])[GroundPoint(exhibit, ground), .. Points(ground.Rests)])];
        return item with
        {
            LegalAny = Each(item.LegalAny, ways),
            ReliesOn = [.. exhibit.ReliesOn.Distinct().Select(under => exhibits.TryGetValue(under, out var known) && IsOwn(known, defendant) ? CaseProof.Own(defendant, Parent(under)) : Parent(under))],
        };
    }

    // One of the first and one of the second: every pair, as alternative ways.
    private static IReadOnlyList<IReadOnlyList<string>> Each(IReadOnlyList<IReadOnlyList<string>> first, string[][] second) =>
        first.Count == 0 ? second
        : second.Length == 0 ? first
        : [.. first.SelectMany(one => second, (one, other) => (IReadOnlyList<string>)[.. one.Union(other, StringComparer.Ordinal)])];

    private static string GroundPoint(Exhibit exhibit, Ground ground) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{ProofId.Of(exhibit)}:ground:{exhibit.Grounds.Index().First(pair => pair.Item == ground).Index}");

    private static string Number(Exhibit exhibit) => "EX-" + ProofId.Of(exhibit)["exhibit:".Length..];

    // A reader may see an exhibit and not what is under it. What is hidden may still fall, so it stays in the graph without a name.
    private string[] Points(IReadOnlyList<FoundationId> ids) => [.. ids.Distinct().Select(id =>
    {
        var point = ProofId.Of(id);
        if (!proof.Items.ContainsKey(point))
        {
            proof.Add(new Proof.Foundation(point), new ProofItem(ProofItemKind.Foundation, id.Value));
        }

        return point;
    })];

    private string Parent(ExhibitId id)
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
