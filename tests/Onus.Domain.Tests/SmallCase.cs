using Onus.Domain.Answers;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Law;
using Onus.Domain.People;
using Onus.Domain.Proof;
using Onus.Domain.Shared;
using Challenge = Onus.Domain.Cases.Challenge;
using Foundation = Onus.Domain.Evidence.Foundation;
using FoundationStatus = Onus.Domain.Evidence.FoundationStatus;
using Ruling = Onus.Domain.Cases.Ruling;

namespace Onus.Domain.Tests;

/// <summary>A case built row by row: Survivor A, Survivor B, Defendant 1, Defendant 2 and whatever a test adds. Ids count up, so runs are alike.</summary>
internal sealed class SmallCase
{
    private readonly List<Person> people = [];
    private readonly List<Foundation> foundations = [];
    private readonly List<Exhibit> exhibits = [];
    private readonly List<Fact> facts = [];
    private readonly List<ExhibitTie> cites = [];
    private readonly List<FactTie> ties = [];
    private readonly List<EnoughTogether> enough = [];
    private readonly List<Count> counts = [];
    private readonly List<Challenge> challenges = [];
    private readonly List<Material> materials = [];
    private readonly CaseId id;
    private short next;

    public SmallCase()
    {
        id = new CaseId(Id());
        SurvivorA = Person("Survivor A", PersonRole.Survivor);
        SurvivorB = Person("Survivor B", PersonRole.Survivor);
        Defendant1 = Person("Defendant 1", PersonRole.Defendant);
        Defendant2 = Person("Defendant 2", PersonRole.Defendant);
        HerWord = Foundation(FoundationKind.Witness, "Survivor A", SurvivorA);
        Warrant = Foundation(FoundationKind.Warrant, "The warrant");
        Clerk = Foundation(FoundationKind.Witness, "The clerk");
    }

    public PersonId SurvivorA { get; }

    public PersonId SurvivorB { get; }

    public PersonId Defendant1 { get; }

    public PersonId Defendant2 { get; }

    public Foundation HerWord { get; }

    public Foundation Warrant { get; }

    public Foundation Clerk { get; }

    public PersonId Person(string pseudonym, PersonRole role, bool mayBeMinor = false)
    {
        people.Add(new Person { Id = new PersonId(Id()), CaseId = id, Pseudonym = pseudonym, Roles = [role], MayBeMinor = mayBeMinor });
        return people[^1].Id;
    }

    public Foundation Foundation(FoundationKind kind, string label, PersonId? person = null, PersonId? whose = null, FoundationStatus status = FoundationStatus.Open)
    {
        foundations.Add(new Foundation
        {
            Id = new FoundationId(Id()),
            CaseId = id,
            Kind = kind,
            Label = label,
            Person = person,
            Whose = whose,
            Legal = FoundationRules.DecidesAdmission(kind),
            Status = status,
        });
        return foundations[^1];
    }

    /// <summary>Her statement: her word, under a paper by which it came in.</summary>
    public Exhibit Statement() => Exhibit([new Origin(SurvivorA)], HerWord);

    /// <summary>Something found under the warrant, from an origin of its own.</summary>
    public Exhibit Found(string origin) => Exhibit([new Origin(null, origin)], Warrant);

    public Exhibit Exhibit(IReadOnlyList<Origin> origins, params Foundation[] on) => Add(new Exhibit
    {
        Id = new ExhibitId(Id()),
        CaseId = id,
        Number = exhibits.Count + 1,
        Title = "Exhibit",
        Origins = origins,
        Legal = [.. on.Where(foundation => foundation.Legal).Select(foundation => foundation.Id)],
        Factual = [.. on.Where(foundation => !foundation.Legal).Select(foundation => foundation.Id)],
    });

    public Exhibit Add(Exhibit exhibit)
    {
        exhibits.Add(exhibit);
        return exhibit;
    }

    public Exhibit Change(Exhibit exhibit, Func<Exhibit, Exhibit> change)
    {
        var at = exhibits.FindIndex(known => known.Id == exhibit.Id);
        return exhibits[at] = change(exhibit);
    }

    public void Change(PersonId person, Func<Person, Person> change)
    {
        var at = people.FindIndex(known => known.Id == person);
        people[at] = change(people[at]);
    }

    public void Change(Foundation foundation, Func<Foundation, Foundation> change)
    {
        var at = foundations.FindIndex(known => known.Id == foundation.Id);
        foundations[at] = change(foundation);
    }

    /// <summary>Says that exhibits show a fact only together.</summary>
    public void Together(Fact fact, params Exhibit[] set)
    {
        var at = facts.FindIndex(known => known.Id == fact.Id);
        facts[at] = facts[at] with { Together = [.. facts[at].Together, [.. set.Select(exhibit => exhibit.Id)]] };
    }

    public Fact Fact(DateOnly? on, params Exhibit[] shownBy)
    {
        facts.Add(new Fact { Id = new FactId(Id()), CaseId = id, Sentence = "Fact " + (facts.Count + 1), On = on });
        Array.ForEach(shownBy, exhibit => Cite(facts[^1], exhibit));
        return facts[^1];
    }

    public ExhibitTie Cite(Fact fact, Exhibit exhibit, Bearing bearing = Bearing.Supports)
    {
        cites.Add(new ExhibitTie { Id = new TieId(Id()), CaseId = id, Exhibit = exhibit.Id, Fact = fact.Id, Bearing = bearing, Reason = "It says so" });
        return cites[^1];
    }

    /// <summary>Ties a fact: by both defendants and about both survivors, unless somebody is named.</summary>
    public FactTie Tie(string leaf, Fact fact, IReadOnlyList<PersonId>? defendants = null, IReadOnlyList<PersonId>? survivors = null)
    {
        ties.Add(new FactTie
        {
            Id = new TieId(Id()),
            CaseId = id,
            Fact = fact.Id,
            OffenceId = "zz.act",
            LeafId = "zz.act." + leaf,
            Defendants = defendants ?? [Defendant1, Defendant2],
            Survivors = survivors ?? [SurvivorA, SurvivorB],
        });
        return ties[^1];
    }

    /// <summary>Puts a changed tie in the place of the last.</summary>
    public FactTie Add(FactTie changed) => ties[^1] = changed;

    /// <summary>Puts a changed count in the place of the last.</summary>
    public Count Add(Count changed) => counts[^1] = changed;

    /// <summary>A fact of its own for a leaf, shown by some exhibits.</summary>
    public FactTie Tick(string leaf, params Exhibit[] shownBy) => Tie(leaf, Fact(null, shownBy));

    public void Together(string leaf, params FactTie[] set) => enough.Add(new EnoughTogether
    {
        Id = Id(),
        CaseId = id,
        OffenceId = "zz.act",
        LeafId = "zz.act." + leaf,
        Ties = [.. set.Select(tie => tie.Id)],
        Reason = "Each explains the other",
        Author = "Counsel",
    });

    public Count Count(PersonId? defendant = null, PersonId? survivor = null, DateOnly? from = null)
    {
        var day = from ?? new DateOnly(2025, 3, 1);
        counts.Add(new Count
        {
            Id = new CountId(Id()),
            CaseId = id,
            Number = counts.Count + 1,
            OffenceId = "zz.act",
            Defendant = defendant ?? Defendant1,
            Survivor = survivor ?? SurvivorA,
            From = day,
            To = day.AddMonths(2),
        });
        return counts[^1];
    }

    /// <summary>A count that names no survivor.</summary>
    public Count CountForNobody()
    {
        Count();
        return counts[^1] = counts[^1] with { Survivor = null };
    }

    public Challenge Challenge(ArguedBy by, Target on, ChallengeMode mode = ChallengeMode.Rebut, Ruling ruling = Ruling.None, bool competes = false, params Target[] premises)
    {
        challenges.Add(new Challenge
        {
            Id = new ChallengeId(Id()),
            CaseId = id,
            By = by,
            On = on,
            Mode = mode,
            Text = "Argument " + (challenges.Count + 1),
            Ruling = ruling,
            Competes = competes,
            Premises = premises,
        });
        return challenges[^1];
    }

    /// <summary>An answer that rests on something that holds, and ends what it answers.</summary>
    public Challenge Answer(Target on) => Challenge(ArguedBy.Prosecution, on, premises: new Target(TargetKind.Foundation, Clerk.Id.Value));

    /// <summary>A passage of a statement by one person that holds another's words.</summary>
    public Exhibit Told(PersonId teller, PersonId whose, params Foundation[] on)
    {
        var file = Material(Warrant, from: teller);
        materials[^1] = file with { Statement = true };
        return Change(Exhibit([new Origin(whose)], on), exhibit => exhibit with { Material = file.Id });
    }

    public Material Material(Foundation obtained, Foundation? translated = null, PersonId? from = null)
    {
        materials.Add(new Material
        {
            Id = new MaterialId(Id()),
            CaseId = id,
            Name = "file",
            Title = "file",
            Blob = default,
            Bytes = 1,
            ReceivedAt = default,
            Run = default,
            VaultName = default,
            Status = MaterialStatus.Read,
            FromPerson = from,
            Obtained = obtained.Id,
            Translated = translated?.Id,
        });
        return materials[^1];
    }

    /// <summary>When the charge is to be filed; null where nobody has said.</summary>
    public DateOnly? ChargeOn { get; set; }

    public CaseSnapshot Snapshot() => new()
    {
        Case = new Case { Id = id, Ref = "small", Title = "A small case", Country = "zz", ChargeOn = ChargeOn },
        People = people,
        Materials = materials,
        Foundations = foundations,
        Exhibits = exhibits,
        Facts = facts,
        ExhibitTies = cites,
        FactTies = ties,
        Enough = enough,
        Counts = counts,
        Challenges = challenges,
    };

    public CaseProof Proof(params Element[] of) => Proof(Law.Laws.Offence(of));

    public CaseProof Proof(Offence offence) => CaseProof.Of(Snapshot(), Law.Laws.Packs(offence));

    /// <summary>The case after a file was withdrawn.</summary>
    public CaseProof ProofWithdrawn(Material file, params Element[] of) => CaseProof.Of(Without(file), Law.Laws.Packs(Law.Laws.Offence(of)));

    /// <summary>The case with one of its files withdrawn.</summary>
    public CaseSnapshot Without(Material file) => Snapshot() with
    {
        Materials = [.. materials.Select(known => known.Id == file.Id ? known with { Withdrawn = new Withdrawal("Handed in twice", "Officer 1", default) } : known)],
    };

    /// <summary>The states of a node under rulings only and when every challenge is made, after the engine found the graph sound.</summary>
    public static (ProofState Ruled, ProofState Challenged) State(CaseProof proof, string node)
    {
        Assert.Empty(proof.Graph.Faults());
        var standing = new ProofEngine(proof.Graph).Evaluate();
        return (standing[node, Reading.RuledOnly], standing[node, Reading.WithAll]);
    }

    public static bool Stands(CaseProof proof, string node) => State(proof, node).Ruled == ProofState.Stands;

    private Guid Id() => new(0, 0, ++next, 0, 0, 0, 0, 0, 0, 0, 0);
}
