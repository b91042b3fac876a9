using Microsoft.EntityFrameworkCore;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.Law;
using Onus.Domain.People;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Cases;

/// <summary>An element leaf of an offence.</summary>
/// <param name="OffenceId">The offence in the law pack.</param>
/// <param name="LeafId">The element leaf in the law pack.</param>
public sealed record ElementRef(string OffenceId, string LeafId);

/// <summary>
/// Ties one fact to elements within an act: about whom and by whom, checked against the law before anything is written. A fact that is tied to an
/// element already has the people added to that tie, where that says no more than was meant.
/// </summary>
internal static class ElementTies
{
    /// <summary>Adds or extends the ties.</summary>
    /// <param name="work">The act.</param>
    /// <param name="id">The case.</param>
    /// <param name="law">The law packs.</param>
    /// <param name="fact">The fact.</param>
    /// <param name="elements">The elements.</param>
    /// <param name="whom">About whom and by whom.</param>
    /// <param name="reason">Why it shows that; may be empty.</param>
    /// <param name="by">The citations with which the people are named; none where counsel ties the fact itself.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>The ties as they will stand; <c>cite.element-unknown</c>, <c>cite.about-missing</c>, <c>cite.by-missing</c>, <c>people.not-found</c> where somebody is no survivor, or no defendant, of the case.</returns>
    internal static async Task<Result<List<FactTie>>> Tie(
        UnitOfWork work, CaseId id, LawPacks law, FactId fact, IReadOnlyList<ElementRef> elements, Whom whom, string reason, IReadOnlyCollection<TieId> by, CancellationToken cancel)
    {
        var people = await work.Db.People.Where(person => person.CaseId == id).ToListAsync(cancel);
        if (whom.Survivors.Any(person => !Is(person, PersonRole.Survivor)) || whom.Defendants.Any(person => !Is(person, PersonRole.Defendant)))
        {
            return Error.NotFound("people.not-found");
        }

        var there = await work.Db.FactTies.Where(tie => tie.CaseId == id && tie.Fact == fact).ToListAsync(cancel);
        // What the court ruled of a tie it ruled for those whom the tie named: nobody else comes under the ruling by being added to it.
        var challenges = there.Count == 0 ? [] : await work.Db.Challenges.Where(challenge => challenge.CaseId == id).ToListAsync(cancel);
        var ruled = there.Where(tie => ChallengeRules.RuledOn(new Target(TargetKind.FactTie, tie.Id.Value), challenges) is not null).Select(tie => tie.Id).ToHashSet();
        var made = new List<(FactTie? Before, FactTie After, Whom Named)>();
        var beside = new List<(TieId Tie, TieId New)>();
        foreach (var element in elements.Distinct())
        {
            // Leaves keep their id and meaning from version to version; the newest text says what it asks for.
            if (law.Packs.SelectMany(pack => pack.Offences).Where(offence => offence.Id == element.OffenceId && offence.Find(element.LeafId) is Leaf)
                .MaxBy(offence => offence.Validity.From) is not { } offence)
            {
                return Error.Invalid("cite.element-unknown");
            }

            var named = whom.For(offence, (Leaf)offence.Find(element.LeafId)!, people);
            if (named.Error is { } missing)
            {
                return missing;
            }

            List<FactTie> tied = [.. there.Where(tie => tie.OffenceId == element.OffenceId && tie.LeafId == element.LeafId)];
            var further = named.Value.Beyond(tied, offence.Unit);
            // The people for whom the fact counts already keep the ties by which it does.
            foreach (var before in tied.Where(tie => Names(tie, named.Value, offence.Unit)))
            {
                var about = offence.Unit == ChargeUnit.PerDefendant && further.Count == 0 && !ruled.Contains(before.Id) ? named.Value.AddedTo(before) ?? before : before;
                made.Add((before, about with { Reason = Joined(before.Reason, reason) }, named.Value));
            }

            var extended = new HashSet<TieId>();
            foreach (var part in further)
            {
                var before = tied.Find(tie => !ruled.Contains(tie.Id) && !extended.Contains(tie.Id) && part.AddedTo(tie) is not null);
                made.RemoveAll(known => before is not null && known.After.Id == before.Id);
                made.Add((before, before is not null ? part.AddedTo(before)! with { Reason = Joined(before.Reason, reason) } : new FactTie
                {
                    Id = new TieId(Guid.CreateVersion7()),
                    CaseId = id,
                    Fact = fact,
                    OffenceId = element.OffenceId,
                    LeafId = element.LeafId,
                    Defendants = part.Defendants,
                    Survivors = part.Survivors,
                    Reason = reason.Trim(),
                }, named.Value));
                extended.Add(made[^1].After.Id);
                if (before is null)
                {
                    beside.AddRange(tied.Select(tie => (tie.Id, made[^1].After.Id)));
                }
            }
        }

        var ties = new List<FactTie>();
        foreach (var (before, tie, named) in made)
        {
            var after = StandingNames.Named(before, tie, named, by);
            if (before is null)
            {
                work.Add(after);
            }

            ties.Add(before is null || Same(before, after) ? after : work.Change(before, after));
        }

        // What is enough only with others for some is enough only with them for whoever is added, until counsel says otherwise.
        var sets = beside.Count == 0 ? [] : await work.Db.Enough.Where(set => set.CaseId == id).ToListAsync(cancel);
        foreach (var set in beside.SelectMany(pair => sets.Select(set => set.Copied(new Dictionary<TieId, TieId> { [pair.Tie] = pair.New }, Guid.CreateVersion7()))).OfType<EnoughTogether>())
        {
            work.Add(set);
        }

        return ties;

        bool Is(PersonId person, PersonRole role) => people.Exists(known => known.Id == person && known.Is(role));
    }

    private static bool Names(FactTie tie, Whom whom, ChargeUnit unit) => tie.Defendants.Any(whom.Defendants.Contains)
        && (unit == ChargeUnit.PerDefendant || whom.Survivors.Count == 0 || tie.Survivors.Any(whom.Survivors.Contains));

    /// <summary>A reason beside the one that is there: neither replaces the other.</summary>
    internal static string Joined(string there, string added) =>
        added.Trim() is not { Length: > 0 } more || there.Split('\n').Contains(more, StringComparer.Ordinal) ? there : there.Length == 0 ? more : there + "\n" + more;

    private static bool Same(FactTie one, FactTie other) => one.Reason == other.Reason && one.Named.Count == other.Named.Count && one.Defendants.SequenceEqual(other.Defendants) && one.Survivors.SequenceEqual(other.Survivors);
}
