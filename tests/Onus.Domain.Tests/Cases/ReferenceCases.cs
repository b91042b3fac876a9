using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Law;
using Onus.Domain.People;
using Onus.Domain.Shared;

namespace Onus.Domain.Tests.Cases;

/// <summary>
/// Random cases, and a second reading of them that knows nothing of graphs: only who, whom, for and against. Independent of the compiler on purpose.
/// </summary>
internal sealed class ReferenceCases(int seed)
{
    private static readonly CaseId Id = new(new Guid(1, 0, 0, new byte[8]));
    private readonly Random chance = new(seed);
    private int next = 1;

    /// <summary>A case with up to three defendants, three survivors, four foundations, five exhibits, four facts and four counts.</summary>
    public (CaseSnapshot Case, Offence Law) Make()
    {
        var people = Several(1, 3, i => Person($"Defendant {i}", PersonRole.Defendant)).Concat(Several(1, 3, i => Person($"Survivor {i}", PersonRole.Survivor))).ToList();
        var defendants = people.Where(person => person.Is(PersonRole.Defendant)).Select(person => person.Id).ToList();
        var survivors = people.Where(person => person.Is(PersonRole.Survivor)).Select(person => person.Id).ToList();
        var foundations = Several(1, 4, i => new Foundation
        {
            Id = new(New()),
            CaseId = Id,
            Kind = i % 2 == 0 ? FoundationKind.Warrant : FoundationKind.Device,
            Label = $"Foundation {i}",
            Legal = i % 2 == 0,
            Status = chance.Next(4) == 0 ? FoundationStatus.Fallen : FoundationStatus.Open,
        });
        var exhibits = Several(1, 5, i => new Exhibit
        {
            Id = new(New()),
            CaseId = Id,
            Number = i,
            Title = $"Exhibit {i}",
            Origins = [new Origin(null, $"Body {chance.Next(3)}")],
            Legal = Some(foundations.Where(foundation => foundation.Legal).Select(foundation => foundation.Id), 3),
            Factual = Some(foundations.Where(foundation => !foundation.Legal).Select(foundation => foundation.Id), 3),
            OnlyAgainst = chance.Next(4) == 0 ? Some(defendants, 2) : [],
        });
        var facts = Several(1, 4, i => new Fact { Id = new(New()), CaseId = Id, Sentence = $"Fact {i}" });
        exhibits = [.. exhibits.Select(exhibit => chance.Next(5) == 0 ? exhibit with { OnlyFor = Some(facts.Select(fact => fact.Id), 2), Purpose = "One purpose" } : exhibit)];
        var cites = facts.SelectMany(fact => Some(exhibits, 2).Select(exhibit => new ExhibitTie
        {
            Id = new(New()),
            CaseId = Id,
            Fact = fact.Id,
            Exhibit = exhibit.Id,
            Bearing = chance.Next(4) == 0 ? Bearing.Undermines : Bearing.Supports,
        })).ToList();
        var law = Law();
        var ties = facts.SelectMany(fact => Some(law.Leaves(), 2).Select(leaf => new FactTie
        {
            Id = new(New()),
            CaseId = Id,
            Fact = fact.Id,
            OffenceId = law.Id,
            LeafId = leaf.Id,
            Defendants = Some(defendants, 1),
            Survivors = Some(survivors, 1),
        })).ToList();
        return (new CaseSnapshot
        {
            Case = new Case { Id = Id, Ref = "random", Title = "A random case", Country = "zz" },
            People = people,
            Foundations = foundations,
            Exhibits = exhibits,
            Facts = facts,
            ExhibitTies = cites,
            FactTies = ties,
            Counts = Several(1, 4, i => new Count
            {
                Id = new(New()),
                CaseId = Id,
                Number = i,
                OffenceId = law.Id,
                Defendant = One(defendants),
                Survivor = One(survivors),
                From = new(2025, 1, 1),
                To = new(2025, 2, 1),
            }),
        }, law);
    }

    /// <summary>Whether a count holds for whom it names, and whether it still does when what speaks against its facts is heard.</summary>
    public static (bool Holds, bool Heard) Read(CaseSnapshot facts, Offence law, Count count)
    {
        return (Element(law.Elements, heard: false), Element(law.Elements, heard: true));

        bool Element(Element element, bool heard) => element switch
        {
            Group { Rule: GroupRule.All } group => group.Of.All(part => Element(part, heard)),
            Group { Rule: GroupRule.Any } group => group.Of.Any(part => Element(part, heard)),
            Group group => group.Of.Count(part => Element(part, heard)) >= group.AtLeast,
            _ => facts.FactTies.Any(tie => tie.LeafId == element.Id && tie.Defendants.Contains(count.Defendant) && tie.Survivors.Contains(count.Survivor!.Value) && Shown(tie.Fact, heard)),
        };

        bool Shown(FactId fact, bool heard) =>
            facts.ExhibitTies.Any(cite => cite.Fact == fact && cite.Bearing == Bearing.Supports && Good(cite.Exhibit) && Usable(cite.Exhibit, fact))
            && !(heard && facts.ExhibitTies.Any(cite => cite.Fact == fact && cite.Bearing == Bearing.Undermines && Good(cite.Exhibit)));

        bool Good(ExhibitId id) => Of(id).Legal.Concat(Of(id).Factual).All(point => facts.Foundations.Single(foundation => foundation.Id == point).Status != FoundationStatus.Fallen);

        bool Usable(ExhibitId id, FactId fact) =>
            (Of(id).OnlyAgainst.Count == 0 || Of(id).OnlyAgainst.Contains(count.Defendant)) && (Of(id).OnlyFor.Count == 0 || Of(id).OnlyFor.Contains(fact));

        Exhibit Of(ExhibitId id) => facts.Exhibits.Single(exhibit => exhibit.Id == id);
    }

    private Offence Law()
    {
        Element[] of = [.. Several(1, 3, i => chance.Next(3) == 0
            ? Tests.Law.Laws.Group(One([GroupRule.Any, GroupRule.All, GroupRule.AtLeast]), $"g{i}", Tests.Law.Laws.Leaf($"g{i}.x"), Tests.Law.Laws.Leaf($"g{i}.y"), Tests.Law.Laws.Leaf($"g{i}.z"))
            : (Element)Tests.Law.Laws.Leaf($"l{i}"))];
        return Tests.Law.Laws.Offence([.. of.Select(element => element is Group { Rule: GroupRule.AtLeast } some ? some with { AtLeast = 2 } : element)]);
    }

    private Person Person(string name, PersonRole role) => new() { Id = new(New()), CaseId = Id, Pseudonym = name, Roles = [role] };

    private List<T> Several<T>(int least, int most, Func<int, T> make) => [.. Enumerable.Range(1, chance.Next(least, most + 1)).Select(make)];

    // Each with one chance in so many, at least one where there are any.
    private List<T> Some<T>(IEnumerable<T> of, int oneIn)
    {
        var all = of.ToList();
        var chosen = all.Where(_ => chance.Next(oneIn + 1) == 0).ToList();
        return chosen.Count > 0 || all.Count == 0 ? chosen : [One(all)];
    }

    private T One<T>(IReadOnlyList<T> of) => of[chance.Next(of.Count)];

    private Guid New() => new(0, 0, (short)next++, new byte[8]);
}
