using System.Text.Json;
using Onus.Domain.Answers;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Domain.Proof;
using Onus.Domain.Shared;
using Foundation = Onus.Domain.Evidence.Foundation;

namespace Onus.Content.Tests;

/// <summary>
/// Graphs that the law once compiled to wrongly: what was ticked in them is read back, tied again and compiled under the law as it is now. The graphs are
/// shared between projects; where they are absent, so is the test.
/// </summary>
public sealed class SharedLawCasesTests
{
    private static readonly CaseId Id = new(Guid.CreateVersion7());

    [Theory]
    [InlineData("23-no-nexus-1589.json", "us.1589-a", "", ProofState.Fails)]
    [InlineData("23-no-nexus-1589.json", "us.1589-a", "us.1589-a.nexus", ProofState.Stands)]
    [InlineData("24-aggravated-without-base.json", "kestria.aggravated", "", ProofState.Fails)]
    [InlineData("24-aggravated-without-base.json", "kestria.trafficking", "", ProofState.Fails)]
    [InlineData("24-aggravated-without-base.json", "kestria.trafficking", "kestria.trafficking.purpose.sexual kestria.trafficking.intention", ProofState.Stands)]
    [InlineData("24-aggravated-without-base.json", "kestria.aggravated", "kestria.trafficking.purpose.sexual kestria.trafficking.intention", ProofState.Stands)]
    public void What_was_ticked_is_proved_only_with_what_the_law_asks_for_beside_it(string file, string offence, string more, ProofState expected)
    {
        var path = Find(file);
        Assert.SkipUnless(path is not null, "The shared cases are not here.");
        using var graph = JsonDocument.Parse(File.ReadAllText(path!));
        var ticked = graph.RootElement.GetProperty("nodes").EnumerateArray()
            .Where(node => node.TryGetProperty("any", out var any) && any.EnumerateArray().Any(child => child.GetString()!.StartsWith("tie:", StringComparison.Ordinal)))
            .Select(node => node.GetProperty("id").GetString()!.Split(':')[^1])
            .Concat(more.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        Assert.True(ticked.Count >= 3);
        Assert.Equal(expected, State(offence, ticked));
    }

    /// <summary>What the facts say one defendant did, tied to that defendant, is nothing of the other's, and what the other is missing is all of it.</summary>
    [Fact]
    public void What_one_defendant_did_leaves_another_with_nothing_but_what_is_said_of_them()
    {
        var path = Find("22-act-of-another-defendant.json");
        Assert.SkipUnless(path is not null, "The shared cases are not here.");
        using var graph = JsonDocument.Parse(File.ReadAllText(path!));
        var nodes = graph.RootElement.GetProperty("nodes").EnumerateArray().ToDictionary(node => node.GetProperty("id").GetString()!, node => node);
        var said = nodes.Values
            .Where(node => node.TryGetProperty("any", out var any) && any.EnumerateArray().Any(child => child.GetString()!.StartsWith("tie:", StringComparison.Ordinal)))
            .Select(node => (Leaf: node.GetProperty("id").GetString()!.Split(':')[^1], Fact: Label(node.GetProperty("any")[0].GetString()!))).ToList();
        Assert.Equal([("Defendant 1", 2), ("Defendant 2", 1)], said.CountBy(pair => pair.Fact[..11]).Select(pair => (pair.Key, pair.Value)).Order());

        var (proof, engine) = Compile("us.1590-a", said.Select(pair => (pair.Leaf, pair.Fact[..11])));
        var standing = engine.Evaluate();
        Assert.Equal((ProofState.Fails, ProofState.Fails), (standing["count:1", Reading.RuledOnly], standing["count:2", Reading.RuledOnly]));
        foreach (var column in proof.Columns)
        {
            var who = proof.Case.People.Single(person => person.Id == column.Defendant).Pseudonym;
            Assert.Equal(
                said.Where(pair => pair.Fact.StartsWith(who, StringComparison.Ordinal)).Select(pair => pair.Leaf).Order(StringComparer.Ordinal),
                column.Law.Value.Leaves().Where(leaf => standing[column.Node(leaf.Id), Reading.RuledOnly] == ProofState.Stands).Select(leaf => leaf.Id).Order(StringComparer.Ordinal));
        }

        string Label(string tie) => nodes[nodes[tie].GetProperty("all")[0].GetString()!].GetProperty("label").GetString()!;
    }

    [Theory]
    [InlineData("us.1589-a", "us.1589-a.means.force.force us.1589-a.conduct.obtains", "us.1589-a.knowingly")]
    [InlineData("kestria.trafficking", "kestria.trafficking.act.transports kestria.trafficking.means.force", "kestria.trafficking.intention")]
    [InlineData("us.1592-a", "us.1592-a.act.conceals us.1592-a.with-intent", "us.1592-a.knowingly")]
    [InlineData("ug.trafficking", "ug.trafficking.act.transports", "ug.trafficking.purpose.forced-labour")]
    public void Acts_of_one_are_no_acts_of_another(string offence, string ones, string others)
    {
        var (proof, engine) = Compile(offence, [.. ones.Split(' ').Select(leaf => (leaf, "Defendant 1")), .. others.Split(' ').Select(leaf => (leaf, "Defendant 2"))]);
        var standing = engine.Evaluate();
        foreach (var (column, mine, not) in new[] { (proof.Columns[0], ones, others), (proof.Columns[1], others, ones) })
        {
            Assert.All(mine.Split(' '), leaf => Assert.Equal(ProofState.Stands, standing[column.Node(leaf), Reading.RuledOnly]));
            Assert.All(not.Split(' '), leaf => Assert.Equal(ProofState.Fails, standing[column.Node(leaf), Reading.RuledOnly]));
        }
    }

    private static (CaseProof Proof, ProofEngine Engine) Compile(string offence, IEnumerable<(string Leaf, string Who)> tied)
    {
        var people = new[] { "Defendant 1", "Defendant 2", "Survivor A" }.ToDictionary(name => name, name => new Person
        {
            Id = new PersonId(Guid.CreateVersion7()),
            CaseId = Id,
            Pseudonym = name,
            Roles = [name[0] == 'D' ? PersonRole.Defendant : PersonRole.Survivor],
        });
        var clerk = new Foundation { Id = new FoundationId(Guid.CreateVersion7()), CaseId = Id, Kind = FoundationKind.Custodian, Label = "Clerk 1" };
        var exhibit = new Exhibit { Id = new ExhibitId(Guid.CreateVersion7()), CaseId = Id, Number = 1, Title = "A record", Origins = [new Origin(null, "Clerk 1")], Factual = [clerk.Id] };
        var fact = new Fact { Id = new FactId(Guid.CreateVersion7()), CaseId = Id, Sentence = "It was so" };
        var day = new DateOnly(2024, 1, 1);
        var proof = CaseProof.Of(
            new CaseSnapshot
            {
                Case = new Case { Id = Id, Ref = "small", Title = "A small case", Country = "zz" },
                People = [.. people.Values],
                Foundations = [clerk],
                Exhibits = [exhibit],
                Facts = [fact],
                ExhibitTies = [new ExhibitTie { Id = new TieId(Guid.CreateVersion7()), CaseId = Id, Exhibit = exhibit.Id, Fact = fact.Id }],
                FactTies = [.. tied.Select(pair => new FactTie
                {
                    Id = new TieId(Guid.CreateVersion7()),
                    CaseId = Id,
                    Fact = fact.Id,
                    OffenceId = offence,
                    LeafId = pair.Leaf,
                    Defendants = [people[pair.Who].Id],
                    Survivors = [people["Survivor A"].Id],
                })],
                Counts = [.. new[] { "Defendant 1", "Defendant 2" }.Select((who, at) => new Count
                {
                    Id = new CountId(Guid.CreateVersion7()),
                    CaseId = Id,
                    Number = at + 1,
                    OffenceId = offence,
                    Defendant = people[who].Id,
                    Survivor = people["Survivor A"].Id,
                    From = day,
                    To = day,
                })],
            },
            ShippedLaw.Load().Packs);
        Assert.Empty(proof.Graph.Faults());
        return (proof, new ProofEngine(proof.Graph));
    }

    private static ProofState State(string offence, IReadOnlyList<string> leaves)
    {
        var defendant = new Person { Id = new PersonId(Guid.CreateVersion7()), CaseId = Id, Pseudonym = "Defendant 1", Roles = [PersonRole.Defendant] };
        var survivor = new Person { Id = new PersonId(Guid.CreateVersion7()), CaseId = Id, Pseudonym = "Survivor A", Roles = [PersonRole.Survivor] };
        var witness = new Foundation { Id = new FoundationId(Guid.CreateVersion7()), CaseId = Id, Kind = FoundationKind.Witness, Label = "Witness 1" };
        var exhibit = new Exhibit { Id = new ExhibitId(Guid.CreateVersion7()), CaseId = Id, Number = 1, Title = "A record", Origins = [new Origin(null, "Witness 1")], Factual = [witness.Id] };
        var fact = new Fact { Id = new FactId(Guid.CreateVersion7()), CaseId = Id, Sentence = "It was so" };
        var day = new DateOnly(2024, 1, 1);
        var packs = ShippedLaw.Load().Packs;
        var proof = CaseProof.Of(
            new CaseSnapshot
            {
                Case = new Case { Id = Id, Ref = "small", Title = "A small case", Country = "zz" },
                People = [defendant, survivor],
                Foundations = [witness],
                Exhibits = [exhibit],
                Facts = [fact],
                ExhibitTies = [new ExhibitTie { Id = new TieId(Guid.CreateVersion7()), CaseId = Id, Exhibit = exhibit.Id, Fact = fact.Id }],
                FactTies = [.. leaves.Select(leaf => new FactTie
                {
                    Id = new TieId(Guid.CreateVersion7()), CaseId = Id, Fact = fact.Id, LeafId = leaf, Defendants = [defendant.Id], Survivors = [survivor.Id],
                    OffenceId = packs.Packs.SelectMany(pack => pack.Offences).First(known => leaf.StartsWith(known.Id + ".", StringComparison.Ordinal)).Id,
                })],
                Counts = [new Count { Id = new CountId(Guid.CreateVersion7()), CaseId = Id, Number = 1, OffenceId = offence, Defendant = defendant.Id, Survivor = survivor.Id, From = day, To = day }],
            },
            packs);
        return new ProofEngine(proof.Graph).Evaluate()["count:1", Reading.RuledOnly];
    }

    private static string? Find(string file)
    {
        for (var folder = new DirectoryInfo(ShippedLaw.Folder); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "shared", "cases", "proof", file)))
            {
                return Path.Combine(folder.FullName, "shared", "cases", "proof", file);
            }
        }

        return null;
    }
}
