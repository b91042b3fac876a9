using System.Reflection;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.Evidence;
using Onus.Domain.Law;
using Onus.Domain.People;
using Onus.Domain.Requests;
using Onus.Domain.Shared;
using Foundation = Onus.Domain.Evidence.Foundation;
using FoundationStatus = Onus.Domain.Evidence.FoundationStatus;

namespace Onus.Domain.Tests.People;

public sealed class MergingTests
{
    private static readonly Person Keep = Person("Survivor B", PersonRole.Survivor) with { Aliases = ["Mirela"] };
    private static readonly Person Gone = Person("Witness 3", PersonRole.Witness) with { Aliases = ["Mirela", "Mire"], MayBeMinor = true, Words = PersonWords.She };

    [Fact]
    public void The_one_who_stays_has_all_that_both_were()
    {
        var merged = new Merging(Keep, Gone, []).Merged(recorded: true, []);
        Assert.Equal([PersonRole.Survivor, PersonRole.Witness], merged.Roles);
        Assert.Equal(["Mirela", "Mire", "Witness 3"], merged.Aliases);
        Assert.Equal(("Survivor B", true, PersonWords.She), (merged.Pseudonym, merged.MayBeMinor, merged.Words));
        Assert.Equal(["Mirela", "Mire"], new Merging(Keep, Gone, []).Merged(recorded: false, []).Aliases);
    }

    [Fact]
    public void Two_foundations_on_the_one_person_are_one_unless_they_were_decided_differently()
    {
        var (hers, theirs, fallen) = (Witness(Keep), Witness(Gone), Witness(Gone) with { Status = FoundationStatus.Fallen, Decided = "Order 4" });
        var merging = new Merging(Keep, Gone, [hers, theirs, fallen]);
        Assert.Equal([KeyValuePair.Create(theirs.Id, hers.Id)], merging.Folded);
        Assert.Equal((Keep.Id, "Survivor B"), (merging.Of(fallen).Person, merging.Of(fallen).Label));
        var exhibit = new Exhibit { Id = new(Guid.CreateVersion7()), CaseId = default, Number = 1, Title = "Two words", Origins = [new(Gone.Id), new(Keep.Id), new(null, "Bank")], Factual = [hers.Id, theirs.Id, fallen.Id] };
        var moved = merging.Of(exhibit);
        Assert.Equal([new Origin(Keep.Id), new Origin(null, "Bank")], moved.Origins);
        Assert.Equal([hers.Id, fallen.Id], moved.Factual);
        var challenge = new Challenge
        {
            Id = new(Guid.CreateVersion7()),
            CaseId = default,
            By = ArguedBy.Defence,
            On = new(TargetKind.Foundation, theirs.Id.Value),
            Mode = ChallengeMode.Impeach,
            Text = "No",
            Premises = [new(TargetKind.Foundation, hers.Id.Value), new(TargetKind.Foundation, theirs.Id.Value)],
        };
        Assert.Equal(hers.Id.Value, merging.Of(challenge).On.Id);
        Assert.Single(merging.Of(challenge).Premises);
    }

    [Fact]
    public void Nobody_is_charged_with_an_offence_against_themselves()
    {
        var count = new Count { Id = new(Guid.CreateVersion7()), CaseId = default, Number = 4, OffenceId = "zz.act", Defendant = Gone.Id, Survivor = Keep.Id, From = new(2025, 1, 1), To = new(2025, 1, 2) };
        Assert.Equal(("people.merge-against", (ErrorValue)4), (Merging.Refuse(Keep, Gone, [count], [], [], [])!.Key, Merging.Refuse(Keep, Gone, [count], [], [], [])!.Values[0].Value));
        Assert.Equal("people.merge-against", Merging.Refuse(Gone, Keep, [count with { Defendant = Keep.Id, Survivor = Gone.Id }], [], [], [])!.Key);
        Assert.Equal("people.merge-tied", Merging.Refuse(Keep, Gone, [], [new FactTie { Id = default, CaseId = default, Fact = default, OffenceId = "zz.act", LeafId = "a", Defendants = [Gone.Id], Survivors = [Keep.Id] }], [], [])!.Key);
        Assert.Equal("people.merge-itself", Merging.Refuse(Keep, Keep, [], [], [], [])!.Key);
        Assert.Null(Merging.Refuse(Keep, Gone, [count with { Survivor = new(Guid.CreateVersion7()) }], [], [], []));
    }

    [Fact]
    public void What_the_court_ruled_of_the_one_is_not_undone_by_a_tie_of_the_other()
    {
        var (one, other) = (Tie(Keep.Id), Tie(Gone.Id));
        var challenge = new Challenge { Id = new(Guid.CreateVersion7()), CaseId = default, By = ArguedBy.Defence, On = new(TargetKind.FactTie, one.Id.Value), Mode = ChallengeMode.Undercut, Text = "No" };
        var set = new EnoughTogether { Id = Guid.CreateVersion7(), CaseId = default, OffenceId = "zz.act", LeafId = "a", Ties = [other.Id, new(Guid.CreateVersion7())], Reason = "", Author = "" };
        Assert.Null(Merging.Refuse(Keep, Gone, [], [one, other], [], [challenge]));
        Assert.Equal("people.merge-ruled", Merging.Refuse(Keep, Gone, [], [one, other], [], [challenge with { Ruling = Ruling.Sustained }])!.Key);
        Assert.Equal("people.merge-ruled", Merging.Refuse(Gone, Keep, [], [one, other], [set], [])!.Key);
        Assert.Null(Merging.Refuse(Keep, Gone, [], [one, other with { LeafId = "b" }], [set], [challenge with { Ruling = Ruling.Sustained }]));
        Assert.Null(Merging.Refuse(Keep, Gone, [], [one with { Defendants = [Keep.Id, Gone.Id] }], [], [challenge with { Ruling = Ruling.Sustained }]));

        FactTie Tie(PersonId by) => new() { Id = new(Guid.CreateVersion7()), CaseId = default, Fact = default, OffenceId = "zz.act", LeafId = "a", Defendants = [by], Survivors = [] };
    }

    [Fact]
    public void Whoever_was_on_a_tie_by_an_unknown_act_is_not_there_by_the_citation_of_whoever_turns_out_to_be_them()
    {
        PersonId defendant = new(Guid.CreateVersion7());
        var (taken, other) = (new TieId(Guid.CreateVersion7()), new PersonId(Guid.CreateVersion7()));
        // An older folder has the one; the other, and somebody else, came with a citation that does not stand.
        var tie = new FactTie
        {
            Id = new(Guid.CreateVersion7()),
            CaseId = default,
            Fact = default,
            OffenceId = "zz.act",
            LeafId = "a",
            Defendants = [defendant],
            Survivors = [Keep.Id, Gone.Id, other],
            Named = [new NamedBy(taken, Gone.Id, defendant), new NamedBy(taken, other, defendant)],
        };

        var names = new StandingNames([], []);
        var (kept, turned) = (new Merging(Keep, Gone, []).Of(tie), new Merging(Gone, Keep, []).Of(tie));

        Assert.Equal([Keep.Id, other], kept.Survivors);
        Assert.True(names.Counts(kept, defendant, Keep.Id, ChargeUnit.PerSurvivorPerDefendant));
        Assert.True(names.Counts(turned, defendant, Gone.Id, ChargeUnit.PerSurvivorPerDefendant));
        Assert.False(names.Counts(kept, defendant, other, ChargeUnit.PerSurvivorPerDefendant));
        // Where both are known to have come with citations, both still are.
        var known = new Merging(Keep, Gone, []).Of(tie with { Named = [.. tie.Named, new NamedBy(taken, Keep.Id, defendant)] });
        Assert.False(names.Counts(known, defendant, Keep.Id, ChargeUnit.PerSurvivorPerDefendant));
    }

    [Fact]
    public void So_it_is_with_defendants_and_where_a_citation_named_the_defendant_alone()
    {
        var (taken, survivor) = (new TieId(Guid.CreateVersion7()), new PersonId(Guid.CreateVersion7()));
        var tie = new FactTie
        {
            Id = new(Guid.CreateVersion7()),
            CaseId = default,
            Fact = default,
            OffenceId = "zz.act",
            LeafId = "a",
            Defendants = [Keep.Id, Gone.Id],
            Survivors = [survivor],
            Named = [new NamedBy(taken, null, Gone.Id)],
        };

        Assert.True(new StandingNames([], []).Counts(new Merging(Keep, Gone, []).Of(tie), Keep.Id, survivor, ChargeUnit.PerDefendant));
        Assert.True(new StandingNames([], []).Counts(new Merging(Gone, Keep, []).Of(tie with { Survivors = [] }), Gone.Id, null, ChargeUnit.PerDefendant));
        Assert.False(new StandingNames([], []).Counts(new Merging(Keep, Gone, []).Of(tie with { Defendants = [Gone.Id] }), Keep.Id, survivor, ChargeUnit.PerDefendant));
    }

    /// <summary>Whatever kind of row names a person has to be moved when two are merged. A new one fails here until it is.</summary>
    [Fact]
    public void Every_kind_of_row_that_names_a_person_is_moved()
    {
        var moved = typeof(Merging).GetMethods().Where(m => m.Name == nameof(Merging.Of)).Select(m => m.ReturnType).ToHashSet();
        var naming = typeof(CaseRow).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(CaseRow)) && t != typeof(Person) && Names(t, [])).ToList();
        Assert.Contains(typeof(Exhibit), naming);
        Assert.Contains(typeof(EvidenceRequest), naming);
        Assert.Empty(naming.Where(type => !moved.Contains(type)).Select(type => type.Name));
    }

    private static bool Names(Type type, HashSet<Type> seen) => seen.Add(type) && type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .SelectMany(p => Parts(p.PropertyType)).Any(part => part == typeof(PersonId) || (part.Namespace?.StartsWith("Onus.", StringComparison.Ordinal) is true && part.IsClass && Names(part, seen)));

    private static IEnumerable<Type> Parts(Type type) => type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts) : [type];

    private static Person Person(string pseudonym, PersonRole role) => new() { Id = new(Guid.CreateVersion7()), CaseId = default, Pseudonym = pseudonym, Roles = [role] };

    private static Foundation Witness(Person person) => new() { Id = new(Guid.CreateVersion7()), CaseId = default, Kind = FoundationKind.Witness, Label = person.Pseudonym, Person = person.Id };
}
