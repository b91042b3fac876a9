using System.Text.Json;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Domain.Proof;
using Onus.Domain.Shared;
using Foundation = Onus.Domain.Evidence.Foundation;

namespace Onus.Store.Tests.Content;

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
    [InlineData("24-aggravated-without-base.json", "kestria.aggravated", "kestria.trafficking.purpose.sexual kestria.trafficking.intention", ProofState.Stands)]
    public void What_was_ticked_is_proved_only_with_what_the_law_asks_for_beside_it(string file, string offence, string more, ProofState expected)
    {
        var path = Find(file);
        Assert.SkipUnless(path is not null, "The shared cases are not here.");
        using var graph = JsonDocument.Parse(File.ReadAllText(path));
        var ticked = graph.RootElement.GetProperty("nodes").EnumerateArray()
            .Where(node => node.TryGetProperty("any", out var any) && any.EnumerateArray().Any(child => child.GetString()!.StartsWith("tie:", StringComparison.Ordinal)))
            .Select(node => node.GetProperty("id").GetString()!.Split(':')[^1])
            .Concat(more.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        Assert.True(ticked.Count >= 3);
        Assert.Equal(expected, State(offence, ticked));
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
