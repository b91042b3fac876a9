using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Law;
using Onus.Domain.People;
using Onus.Domain.Shared;

namespace Onus.Domain.Tests.Answers;

/// <summary>
/// Random cases, and a second reading of them that knows nothing of graphs: only who, whom, for and against. Independent of the compiler on purpose.
/// </summary>
internal sealed class ReferenceCases(int seed)
{
    private static readonly CaseId Id = new(new Guid(1, 0, 0, new byte[8]));
    private readonly Random chance = new(seed);
    private int next = 1;

    /// <summary>A case with up to three defendants, three survivors, six foundations, five exhibits of which later ones may rely on earlier ones or have come to light through them, two files, four facts and four counts.</summary>
    public (CaseSnapshot Case, Offence Law) Make()
    {
        var people = Several(1, 3, i => Person($"Defendant {i}", PersonRole.Defendant)).Concat(Several(1, 3, i => Person($"Survivor {i}", PersonRole.Survivor))).ToList();
        var defendants = people.Where(person => person.Is(PersonRole.Defendant)).Select(person => person.Id).ToList();
        var survivors = people.Where(person => person.Is(PersonRole.Survivor)).Select(person => person.Id).ToList();
        var foundations = Several(1, 6, i => new Foundation
        {
            Id = new(New()),
            CaseId = Id,
            Kind = i % 2 == 0 ? FoundationKind.Warrant : i == 3 ? FoundationKind.Device : FoundationKind.Witness,
            Person = i is 1 or 5 ? One(people).Id : null,
            Label = $"Foundation {i}",
            Legal = i % 2 == 0,
            Status = chance.Next(4) == 0 ? FoundationStatus.Fallen : FoundationStatus.Open,
        });
        var (legal, factual) = (foundations.Where(foundation => foundation.Legal).Select(foundation => foundation.Id).ToList(), foundations.Where(foundation => !foundation.Legal).Select(foundation => foundation.Id).ToList());
        var files = Several(1, 2, i => new Material
        {
            Id = new(New()),
            CaseId = Id,
            Name = $"file {i}",
            Title = $"File {i}",
            Blob = default,
            Bytes = 1,
            ReceivedAt = default,
            Run = default,
            VaultName = default,
            Status = MaterialStatus.Read,
            Withdrawn = chance.Next(3) == 0 ? new Withdrawal("Not of this case", "Officer 1", default) : null,
        });
        var exhibits = Several(1, 5, i => new Exhibit
        {
            Id = new(New()),
            CaseId = Id,
            Number = i,
            Title = $"Exhibit {i}",
            Material = chance.Next(3) == 0 ? One(files).Id : null,
            Origins = [chance.Next(2) == 0 ? new Origin(null, $"Body {chance.Next(3)}") : new Origin(One(people).Id)],
            Legal = Some(legal, 3),
            LegalAny = chance.Next(5) == 0 ? [Some(legal, 2), Some(factual, 2)] : [],
            Factual = Some(factual, 3),
            VouchedBy = chance.Next(5) == 0 ? Some(factual, 1) : [],
            OnlyAgainst = chance.Next(4) == 0 ? Some(defendants, 2) : [],
            Grounds = chance.Next(3) == 0 ? [new Ground("A ground", chance.Next(3) == 0 ? Some(legal, 2) : [], Some(defendants, 1))] : [],
        });
        // Somebody who was named as the speaker and is a witness, so that grounds have somebody to stand for.
        exhibits = [.. exhibits.Select((exhibit, at) => (exhibit with
        {
            Origins = exhibit.Grounds.Count > 0 && foundations[0].Person is { } speaker ? [.. exhibit.Origins, new Origin(speaker)] : exhibit.Origins,
            ReliesOn = at > 0 && chance.Next(4) == 0 ? [exhibits[chance.Next(at)].Id] : [],
            DerivedFrom = at > 0 && chance.Next(4) == 0 ? [new Derivation(exhibits[chance.Next(at)].Id, chance.Next(2) == 0 ? Some(legal, 2) : [])] : [],
        }))];
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
        // By which citations people came to some of the ties: also by one that was taken back, and by hand.
        ties = [.. ties.Select(tie => chance.Next(2) == 0 ? tie : tie with
        {
            Named = [.. from defendant in tie.Defendants
                        from survivor in tie.Survivors
                        from cite in Some(cites.Where(cite => cite.Fact == tie.Fact).Select(cite => (TieId?)cite.Id).Append(chance.Next(4) == 0 ? null : new TieId(New())), 2)
                        select new NamedBy(cite, survivor, defendant)],
        })];
        return (new CaseSnapshot
        {
            Case = new Case { Id = Id, Ref = "random", Title = "A random case", Country = "zz" },
            People = people,
            Materials = files,
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

    /// <summary>The case with more of one kind in it: sets of exhibits that show a fact only together, the same sentence twice, counts for nobody in particular, rulings; or "all".</summary>
    public static CaseSnapshot Widen(CaseSnapshot snapshot, Random chance, string with)
    {
        bool Has(string what) => with == what || with == "all";
        if (with.EndsWith("sets", StringComparison.Ordinal) || with == "all")
        {
            var plain = snapshot.Exhibits.Where(exhibit => with == "limited sets" || (exhibit.OnlyAgainst.Count == 0 && exhibit.Grounds.Count == 0 && exhibit.ReliesOn.Count == 0)).Select(exhibit => exhibit.Id).ToHashSet();
            snapshot = snapshot with
            {
                Facts = [.. snapshot.Facts.Select(fact => snapshot.ExhibitTies.Where(cite => cite.Fact == fact.Id && cite.Bearing == Bearing.Supports && plain.Contains(cite.Exhibit)).Select(cite => cite.Exhibit).ToList() is { Count: > 1 } cited && chance.Next(2) == 0
                    ? fact with { Together = [[.. cited.Take(2)]] } : fact)],
            };
        }

        if (Has("words twice"))
        {
            snapshot = snapshot with { Facts = [.. snapshot.Facts.Select(fact => chance.Next(2) == 0 ? fact with { Sentence = "He kept it." } : fact)] };
        }

        if (Has("nobody"))
        {
            snapshot = snapshot with { Counts = [.. snapshot.Counts.Select(count => chance.Next(2) == 0 ? count with { Survivor = null } : count)] };
        }

        if (Has("rulings") || with == "words twice")
        {
            List<Target> targets = [.. snapshot.Facts.Select(fact => new Target(TargetKind.Fact, fact.Id.Value)), .. snapshot.FactTies.Select(tie => new Target(TargetKind.FactTie, tie.Id.Value))];
            if (with == "rulings")
            {
                targets.AddRange(snapshot.ExhibitTies.Where(cite => cite.Bearing == Bearing.Supports).Select(cite => new Target(TargetKind.ExhibitTie, cite.Id.Value)));
            }

            snapshot = snapshot with
            {
                Challenges = [.. targets.Where(_ => chance.Next(8) == 0).Select((target, at) => new Challenge
                {
                    Id = new ChallengeId(new Guid(9, 0, (short)at, new byte[8])),
                    CaseId = snapshot.Case.Id,
                    By = ArguedBy.Defence,
                    On = target,
                    Mode = ChallengeMode.Undercut,
                    Text = "Argument " + at,
                    Ruling = Ruling.Sustained,
                })],
            };
        }

        return snapshot;
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
            _ => facts.FactTies.Any(tie => !IsStruck(tie) && tie.LeafId == element.Id && tie.Defendants.Contains(count.Defendant) && tie.Survivors.Contains(count.Survivor!.Value) && Shown(tie, tie.Fact, heard)),
        };

        bool Shown(FactTie tie, FactId fact, bool heard) => IsNamed(tie) &&
            IsShown(tie)
            && !(heard && Cited(fact, Bearing.Undermines).Any(exhibit => Under(exhibit).All(under => !Gone(under) && True(under, ground => ground.Against.Count > 0))));

        // Alone, or with all of a set of which it is cited for somebody.
        bool IsShown(FactTie tie)
        {
            var sets = facts.Facts.Single(fact => fact.Id == tie.Fact).Together.Where(set => set.Count > 0).ToList();
            return For(tie).Any(exhibit => !sets.Any(set => set.Contains(exhibit.Id)) && Shows(tie, exhibit.Id))
                || sets.Any(set => set.Any(exhibit => For(tie).Any(cited => cited.Id == exhibit)) && set.All(exhibit => Shows(tie, exhibit)));
        }

        bool Shows(FactTie tie, ExhibitId id) => facts.ExhibitTies.FirstOrDefault(cite => cite.Fact == tie.Fact && cite.Exhibit == id && cite.Bearing == Bearing.Supports) is { } cite
            && !Ruled(TargetKind.ExhibitTie).Contains(cite.Id.Value)
            && Under(Of(id)).All(under => Usable(under, tie.Fact) && Admitted(under) && True(under, ground => ground.Against.Contains(count.Defendant)));

        IEnumerable<Guid> Ruled(TargetKind kind) => facts.Challenges.Where(challenge => challenge.On.Kind == kind).Select(challenge => challenge.On.Id);

        string Sentence(FactId id) => facts.Facts.Single(fact => fact.Id == id).Sentence;

        bool IsMeant(IEnumerable<FactTie> ruled) => ruled.Any(one => one.Defendants.Contains(count.Defendant) && one.Survivors.Contains(count.Survivor!.Value));

        // Ruled out itself, or the same words were, for him and her.
        bool IsStruck(FactTie tie) => Ruled(TargetKind.Fact).Contains(tie.Fact.Value) || Ruled(TargetKind.FactTie).Contains(tie.Id.Value)
            || Ruled(TargetKind.Fact).Any(ruled => Sentence(new FactId(ruled)) == Sentence(tie.Fact) && IsMeant(facts.FactTies.Where(other => other.Fact.Value == ruled)))
            || facts.FactTies.Where(other => Ruled(TargetKind.FactTie).Contains(other.Id.Value)).Any(other => other.LeafId == tie.LeafId && Sentence(other.Fact) == Sentence(tie.Fact) && IsMeant([other]));

        // Named by nothing that stands any more, somebody is no longer meant; where a file is gone, its citation does not stand.
        bool IsNamed(FactTie tie) => IsByHand(tie) || facts.ExhibitTies.Any(cite => cite.Bearing == Bearing.Supports && Meant(tie).Any(named => named.Cite == cite.Id) && Under(Of(cite.Exhibit)).All(under => !Gone(under)));

        bool IsByHand(FactTie tie) => !Meant(tie).Any() || Meant(tie).Any(named => named.Cite is null);

        IEnumerable<NamedBy> Meant(FactTie tie) => tie.Named.Where(named => named.Defendant == count.Defendant && named.Survivor == count.Survivor);

        // What a passage was cited for at this element is what it shows here; else what it was cited for at another element of the same fact; else everybody.
        IEnumerable<Exhibit> For(FactTie tie) => facts.ExhibitTies.Where(cite => cite.Fact == tie.Fact && cite.Bearing == Bearing.Supports && (IsByHand(tie)
            || (tie.Named.Any(named => named.Cite == cite.Id) ? Meant(tie).Any(named => named.Cite == cite.Id)
                : facts.FactTies.Where(other => other.Fact == tie.Fact && other.Named.Any(named => named.Cite == cite.Id)).ToList() is var others
                    && (others.Count == 0 || others.Any(other => Meant(other).Any(named => named.Cite == cite.Id)))))).Select(cite => Of(cite.Exhibit));

        IEnumerable<Exhibit> Cited(FactId fact, Bearing bearing) => facts.ExhibitTies.Where(cite => cite.Fact == fact && cite.Bearing == bearing).Select(cite => Of(cite.Exhibit));

        IEnumerable<Exhibit> Under(Exhibit exhibit) => exhibit.ReliesOn.SelectMany(id => Under(Of(id))).Prepend(exhibit);

        bool Gone(Exhibit exhibit) => facts.Materials.Any(file => file.Id == exhibit.Material && file.Withdrawn is not null);

        bool Usable(Exhibit exhibit, FactId fact) => !Gone(exhibit)
            && (exhibit.OnlyAgainst.Count == 0 || exhibit.OnlyAgainst.Contains(count.Defendant)) && (exhibit.OnlyFor.Count == 0 || exhibit.OnlyFor.Contains(fact));

        bool Admitted(Exhibit exhibit) => exhibit.Legal.All(Up) && Vouched(exhibit)
            && (exhibit.LegalAny.All(way => way.Count == 0) || exhibit.LegalAny.Any(way => way.Count > 0 && way.All(Up)))
            && exhibit.DerivedFrom.All(from => Admitted(Of(from.Parent)) || from.Unless.Any(Up));

        bool True(Exhibit exhibit, Func<Ground, bool> isOpen) => Vouched(exhibit)
            && exhibit.Factual.All(point => Up(point) || (Speaks(exhibit, point) && exhibit.Grounds.Any(ground => isOpen(ground) && ground.Rests.All(Up))));

        bool Vouched(Exhibit exhibit) => exhibit.VouchedBy.Count == 0 || exhibit.VouchedBy.Any(Up);

        bool Speaks(Exhibit exhibit, FoundationId point) => Point(point) is { Kind: FoundationKind.Witness, Person: { } witness } && exhibit.Origins.Any(origin => origin.Person == witness);

        bool Up(FoundationId point) => Point(point).Status != FoundationStatus.Fallen;

        Foundation Point(FoundationId id) => facts.Foundations.Single(foundation => foundation.Id == id);

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
