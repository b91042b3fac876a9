using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Law;
using Onus.Domain.People;
using Onus.Domain.Proof;
using Onus.Domain.Shared;
using Foundation = Onus.Domain.Evidence.Foundation;

namespace Onus.Store.Tests.Content;

public sealed class ShippedLawCompiles
{
    private static readonly CaseId Id = new(Guid.CreateVersion7());

    public static TheoryData<string, string> Offences() => new(ShippedLaw.Load().Packs.Packs
        .SelectMany(pack => pack.Offences).Select(offence => (offence.Id, offence.Validity.From.ToString("O", System.Globalization.CultureInfo.InvariantCulture))));

    [Theory]
    [MemberData(nameof(Offences))]
    public void An_offence_stands_when_every_leaf_has_a_fact_and_fails_when_none_has(string id, string day)
    {
        var offence = ShippedLaw.Offence(id, day);
        Assert.Equal(ProofState.Stands, State(offence, offence.Leaves()));
        Assert.Equal(ProofState.Fails, State(offence, []));
    }

    [Fact]
    public void For_a_child_in_Kestria_no_means_is_needed_since_the_law_changed()
    {
        var now = ShippedLaw.Offence("kestria.trafficking", "2023-01-01");
        var before = ShippedLaw.Offence("kestria.trafficking", "2022-06-30");
        Assert.Equal(ProofState.Stands, State(now, WithoutMeans(now)));
        Assert.Equal(ProofState.Fails, State(now, WithoutMeans(now).Where(leaf => leaf.Id != "kestria.trafficking.child")));
        Assert.Equal(ProofState.Fails, State(before, WithoutMeans(before)));

        static IEnumerable<Leaf> WithoutMeans(Offence offence) =>
            offence.Leaves().Where(leaf => !leaf.Id.StartsWith("kestria.trafficking.means", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("us.1591-a-1.act.recruits", ProofState.Stands)]
    [InlineData("us.1591-a-1.act.advertises", ProofState.Fails)]
    public void Recklessness_is_not_enough_for_advertising(string act, ProofState expected)
    {
        var offence = ShippedLaw.Offence("us.1591-a-1");
        string[] proved =
        [
            "us.1591-a-1.knowingly", "us.1591-a-1.jurisdiction.commerce", "us.1591-a-1.force.fraud", "us.1591-a-1.force.will-cause", "us.1591-a-1.force.reckless.disregard", act,
        ];
        Assert.Equal(expected, State(offence, offence.Leaves().Where(leaf => proved.Contains(leaf.Id, StringComparer.Ordinal))));
    }

    private static ProofState State(Offence offence, IEnumerable<Leaf> proved)
    {
        var defendant = new Person { Id = new PersonId(Guid.CreateVersion7()), CaseId = Id, Pseudonym = "Defendant 1", Roles = [PersonRole.Defendant] };
        var survivor = new Person { Id = new PersonId(Guid.CreateVersion7()), CaseId = Id, Pseudonym = "Survivor A", Roles = [PersonRole.Survivor] };
        // Two origins, for the law that asks for them.
        Foundation[] witnesses = [.. Enumerable.Range(1, 2).Select(i => new Foundation { Id = new FoundationId(Guid.CreateVersion7()), CaseId = Id, Kind = FoundationKind.Witness, Label = $"Witness {i}" })];
        Exhibit[] exhibits = [.. witnesses.Select((witness, i) => new Exhibit
        {
            Id = new ExhibitId(Guid.CreateVersion7()), CaseId = Id, Number = i + 1, Title = "A record", Origins = [new Origin(null, witness.Label)], Factual = [witness.Id],
        })];
        var fact = new Fact { Id = new FactId(Guid.CreateVersion7()), CaseId = Id, Sentence = "It was so" };
        var snapshot = new CaseSnapshot
        {
            Case = new Case { Id = Id, Ref = "small", Title = "A small case", Country = "zz" },
            People = [defendant, survivor],
            Foundations = witnesses,
            Exhibits = exhibits,
            Facts = [fact],
            ExhibitTies = [.. exhibits.Select(exhibit => new ExhibitTie { Id = new TieId(Guid.CreateVersion7()), CaseId = Id, Exhibit = exhibit.Id, Fact = fact.Id })],
            FactTies = [.. proved.Select(leaf => new FactTie { Id = new TieId(Guid.CreateVersion7()), CaseId = Id, Fact = fact.Id, OffenceId = offence.Id, LeafId = leaf.Id, Defendants = [defendant.Id], Survivors = [survivor.Id] })],
            Counts = [new Count { Id = new CountId(Guid.CreateVersion7()), CaseId = Id, Number = 1, OffenceId = offence.Id, Defendant = defendant.Id, From = offence.Validity.From, To = offence.Validity.From }],
        };
        var proof = CaseProof.Of(snapshot, ShippedLaw.Load().Packs);
        Assert.Empty(proof.Graph.Faults());
        return new ProofEngine(proof.Graph).Evaluate()["count:1", Reading.RuledOnly];
    }
}
