using Onus.Domain.Answers;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Law;
using Onus.Domain.People;
using Onus.Domain.Proof;
using Onus.Domain.Shared;
using Foundation = Onus.Domain.Evidence.Foundation;

namespace Onus.Content.Tests;

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
        Assert.Equal(ProofState.Stands, State(offence, WithOthers(offence).SelectMany(needed => needed.Leaves().Select(leaf => (needed.Id, leaf)))));
        Assert.Equal(ProofState.Fails, State(offence, Array.Empty<Leaf>()));
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

    [Fact]
    public void Force_in_a_house_where_somebody_also_works_is_not_forced_labor()
    {
        foreach (var (day, means) in new[] { ("2020-01-01", "us.1589-a.means.force.force"), ("2009-01-01", "us.1589-a.means.abuse-of-law"), ("2005-01-01", "us.1589-a.means.threat-of-serious-harm") })
        {
            var offence = ShippedLaw.Offence("us.1589-a", day);
            string[] proved = ["us.1589-a.knowingly", "us.1589-a.conduct.obtains", means];
            Assert.Equal(ProofState.Fails, State(offence, Leaves(proved)));
            Assert.Equal(ProofState.Stands, State(offence, Leaves([.. proved, "us.1589-a.nexus"])));

            IEnumerable<Leaf> Leaves(string[] ids) => offence.Leaves().Where(leaf => ids.Contains(leaf.Id, StringComparer.Ordinal));
        }
    }

    [Theory]
    [InlineData("kestria.aggravated", "kestria.aggravated.danger", "kestria.trafficking", "2023-01-01")]
    [InlineData("us.1592-a", "us.1592-a.knowingly us.1592-a.act.conceals us.1592-a.document.passport us.1592-a.in-the-course.connected", "us.1590-a", "2004-01-01")]
    [InlineData("us.1589-b", "us.1589-b.benefits us.1589-b.participation us.1589-b.venture-did us.1589-b.awareness.knew", "us.1589-a", "2012-01-01")]
    [InlineData("us.1594-a", "us.1594-a.intent us.1594-a.substantial-step", "us.1591-a-1", "2016-01-01")]
    [InlineData("kestria.laundering", "kestria.laundering.possesses kestria.laundering.proceeds kestria.laundering.knowing", "kestria.premises", "2021-01-01")]
    [InlineData("ug.aggravated", "ug.aggravated.officer", "ug.trafficking", "2015-01-01")]
    public void An_offence_that_rests_on_another_stands_only_with_it(string id, string own, string other, string day)
    {
        var offence = ShippedLaw.Offence(id, day);
        var alone = own.Split(' ').Select(leaf => (id, (Leaf)offence.Find(leaf)!)).ToList();
        Assert.Equal(ProofState.Fails, State(offence, alone, day));
        Assert.Equal(ProofState.Stands, State(offence, alone.Concat(ShippedLaw.Offence(other, day).Leaves().Select(leaf => (other, leaf))), day));
    }

    // The offence and those that it asks for in turn, each in its text of the first day.
    private static IEnumerable<Offence> WithOthers(Offence offence) => offence.AllElements().OfType<OffenceElement>()
        .Where(element => element.OffenceId != OffenceElement.Same)
        .SelectMany(element => ShippedLaw.Load().Packs.OffenceAt(element.OffenceId, offence.Validity.From) is { IsOk: true } other ? WithOthers(other.Value) : [])
        .Prepend(offence).DistinctBy(needed => needed.Id);

    private static ProofState State(Offence offence, IEnumerable<Leaf> proved) => State(offence, proved.Select(leaf => (offence.Id, leaf)));

    private static ProofState State(Offence offence, IEnumerable<(string Offence, Leaf Leaf)> proved, string? on = null)
    {
        var day = on is null ? offence.Validity.From : DateOnly.ParseExact(on, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
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
            FactTies = [.. proved.Select(pair => new FactTie { Id = new TieId(Guid.CreateVersion7()), CaseId = Id, Fact = fact.Id, OffenceId = pair.Offence, LeafId = pair.Leaf.Id, Defendants = [defendant.Id], Survivors = [survivor.Id] })],
            Counts = [new Count { Id = new CountId(Guid.CreateVersion7()), CaseId = Id, Number = 1, OffenceId = offence.Id, Defendant = defendant.Id, From = day, To = day }],
        };
        var proof = CaseProof.Of(snapshot, ShippedLaw.Load().Packs);
        Assert.Empty(proof.Graph.Faults());
        return new ProofEngine(proof.Graph).Evaluate()["count:1", Reading.RuledOnly];
    }
}
