using System.Security.Cryptography;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.Evidence;
using Onus.Domain.Law;
using Onus.Domain.People;
using Onus.Domain.Shared;

namespace Onus.Bench.Proof;

/// <summary>
/// A case as the database holds it, of a given size, the same every time: eight defendants, three survivors, 24 counts of forced labour and document
/// offences, foundations shared by exhibits, facts shown by one to three exhibits and tied to elements for some or all defendants, a few challenges.
/// </summary>
internal static class GeneratedSnapshot
{
    private static readonly string[] Offences = ["us.1589-a", "us.1590-a", "us.1592-a"];
    private static readonly DateOnly From = new(2024, 3, 1);
    private static readonly DateOnly To = new(2025, 5, 31);

    // Limited: exhibits out of a hundred that may be used against half of the defendants only.
    public static CaseSnapshot Of(int foundations, int counts, LawPacks law, int limited = 0)
    {
        var chance = new Random(foundations);
        var made = 0;
        var id = new CaseId(Id());
        var defendants = Enumerable.Range(1, 8).Select(i => Person($"Defendant {i}", PersonRole.Defendant)).ToList();
        var survivors = Enumerable.Range(1, 3).Select(i => Person($"Survivor {i}", PersonRole.Survivor)).ToList();
        var points = Enumerable.Range(0, foundations).Select(i => new Foundation
        {
            Id = new(Id()),
            CaseId = id,
            Kind = i < 3 ? FoundationKind.Witness : i % 4 == 0 ? FoundationKind.Warrant : FoundationKind.Device,
            Label = $"Foundation {i}",
            Person = i < 3 ? survivors[i].Id : null,
            Legal = i >= 3 && i % 4 == 0,
        }).ToList();
        var (legal, factual) = (points.Where(p => p.Legal).ToList(), points.Where(p => !p.Legal).ToList());
        var exhibits = Enumerable.Range(1, foundations * 2).Select(number => new Exhibit
        {
            Id = new(Id()),
            CaseId = id,
            Number = number,
            Title = $"Exhibit {number}",
            Quote = "",
            Origins = [chance.Next(4) == 0 ? new Origin(Any(survivors).Id) : new Origin(null, $"Source {chance.Next(foundations)}")],
            Legal = chance.Next(3) == 0 ? [] : [Any(legal).Id],
            Factual = [.. Enumerable.Range(0, 1 + chance.Next(2)).Select(_ => Any(factual).Id).Distinct()],
            OnlyAgainst = number % 100 < limited ? [.. defendants.Where((_, i) => (i * number / 3 + number) % 2 == 0).Select(defendant => defendant.Id)] : [],
        }).ToList();
        var facts = Enumerable.Range(0, foundations).Select(i => new Fact { Id = new(Id()), CaseId = id, Sentence = $"Fact {i}.", On = From.AddDays(chance.Next(400)) }).ToList();
        var shown = facts.SelectMany(fact => Enumerable.Range(0, 1 + chance.Next(3)).Select(_ => Any(exhibits).Id).Distinct().Select(exhibit => new ExhibitTie
        {
            Id = new(Id()),
            CaseId = id,
            Exhibit = exhibit,
            Fact = fact.Id,
            Bearing = Bearing.Supports,
            Reason = "",
        })).ToList();
        var charged = Enumerable.Range(0, counts).Select(i => new Count
        {
            Id = new(Id()),
            CaseId = id,
            Number = i + 1,
            OffenceId = Offences[i % Offences.Length],
            Defendant = defendants[i / Offences.Length % defendants.Count].Id,
            Survivor = survivors[i % survivors.Count].Id,
            From = From,
            To = To,
        }).ToList();
        var leaves = Offences.SelectMany(offence => law.OffenceAt(offence, From).Value.Leaves().Where(leaf => leaf.Kind == LeafKind.Required).Select(leaf => (offence, leaf))).ToList();
        var tied = facts.SelectMany(fact => Enumerable.Range(0, 1 + chance.Next(2)).Select(_ => Any(leaves)).Distinct().Select(at => new FactTie
        {
            Id = new(Id()),
            CaseId = id,
            Fact = fact.Id,
            OffenceId = at.offence,
            LeafId = at.leaf.Id,
            Defendants = at.leaf.PerDefendant || chance.Next(2) == 0 ? [Any(defendants).Id] : [.. defendants.Select(defendant => defendant.Id)],
            Survivors = [.. survivors.Select(survivor => survivor.Id)],
        })).ToList();
        var attacked = Enumerable.Range(0, foundations / 25).Select(i => new Challenge
        {
            Id = new(Id()),
            CaseId = id,
            By = ArguedBy.Defence,
            On = i % 2 == 0 ? new Target(TargetKind.Foundation, Any(points).Id.Value) : new Target(TargetKind.Fact, Any(facts).Id.Value),
            Mode = i % 2 == 0 ? ChallengeMode.Impeach : ChallengeMode.Rebut,
            Text = $"Challenge {i}.",
        }).ToList();
        return new CaseSnapshot
        {
            Case = new Case { Id = id, Ref = "BENCH", Title = "A generated case", Country = "us", Practice = true },
            People = [.. defendants, .. survivors],
            Foundations = points,
            Exhibits = exhibits,
            Facts = facts,
            ExhibitTies = shown,
            FactTies = tied,
            Counts = charged,
            Challenges = attacked,
        };

        Person Person(string pseudonym, PersonRole role) => new() { Id = new(Id()), CaseId = id, Pseudonym = pseudonym, Roles = [role] };

        // The same ids every time.
        Guid Id() => new(SHA256.HashData(BitConverter.GetBytes(foundations * 1_000_000L + made++)).AsSpan(0, 16));

        T Any<T>(IReadOnlyList<T> list) => list[chance.Next(list.Count)];
    }
}
