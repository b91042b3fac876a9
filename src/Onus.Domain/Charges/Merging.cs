using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Domain.Requests;
using Onus.Domain.Shared;

namespace Onus.Domain.Charges;

/// <summary>
/// Two people who turn out to be one: everything that names the second names the first. A row that names neither comes back as it is.
/// </summary>
public sealed class Merging
{
    private readonly Person keep;
    private readonly Person gone;
    private readonly Dictionary<FoundationId, FoundationId> folded;

    /// <summary>Merges one person into another.</summary>
    /// <param name="keep">The person who stays.</param>
    /// <param name="gone">The person who turns out to be the same.</param>
    /// <param name="foundations">The foundations of the case.</param>
    public Merging(Person keep, Person gone, IReadOnlyCollection<Foundation> foundations)
    {
        ArgumentNullException.ThrowIfNull(keep);
        ArgumentNullException.ThrowIfNull(gone);
        ArgumentNullException.ThrowIfNull(foundations);
        this.keep = keep;
        this.gone = gone;
        // One witness falls at one stroke, so two foundations on the one person are one. Where the court decided differently about them, or one was taken back, they stay two.
        folded = foundations.Where(f => f.Person == gone.Id)
            .Select(f => (f.Id, Same: foundations.FirstOrDefault(k => k.Person == keep.Id && k.Kind == f.Kind && k.Legal == f.Legal && k.Status == f.Status && k.Decided == f.Decided && k.TakenBack == f.TakenBack)))
            .Where(pair => pair.Same is not null)
            .ToDictionary(pair => pair.Id, pair => pair.Same!.Id);
    }

    /// <summary>Foundations that become another one.</summary>
    public IReadOnlyDictionary<FoundationId, FoundationId> Folded => folded;

    /// <summary>Why two people cannot be one.</summary>
    /// <returns>
    /// <c>people.merge-itself</c>; <c>people.merge-against</c> where a count against one is for the other; <c>people.merge-tied</c> where a fact is tied against one
    /// and for the other; <c>people.merge-ruled</c> where a fact is tied to one element for each of them, and the court ruled on one of the ties or counsel holds it
    /// to be enough only with others: as ties of one person the other would undo that; null where they can.
    /// </returns>
    public static Error? Refuse(
        Person keep, Person gone, IEnumerable<Count> counts, IReadOnlyCollection<FactTie> ties, IReadOnlyCollection<EnoughTogether> sets, IReadOnlyCollection<Challenge> challenges)
    {
        ArgumentNullException.ThrowIfNull(keep);
        ArgumentNullException.ThrowIfNull(gone);
        if (keep.Id == gone.Id)
        {
            return Error.Invalid("people.merge-itself");
        }

        PersonId[] both = [keep.Id, gone.Id];
        return counts.FirstOrDefault(c => both.Contains(c.Defendant) && c.Survivor is { } survivor && both.Contains(survivor)) is { } count
                ? Error.Invalid("people.merge-against", ("number", count.Number))
            : ties.Any(t => t.Defendants.Any(both.Contains) && t.Survivors.Any(both.Contains)) ? Error.Invalid("people.merge-tied")
            : ties.GroupBy(tie => (tie.Fact, tie.OffenceId, tie.LeafId)).Any(same => same.Any(tie => IsOf(tie, keep)) && same.Any(tie => IsOf(tie, gone) && !IsOf(tie, keep)) && same.Any(IsHeld)) ? Error.Invalid("people.merge-ruled", ("gone", gone.Pseudonym))
            : null;

        static bool IsOf(FactTie tie, Person person) => tie.Defendants.Contains(person.Id) || tie.Survivors.Contains(person.Id);
        bool IsHeld(FactTie tie) => sets.Any(set => set.Ties.Contains(tie.Id)) || ChallengeRules.RuledOn(new Target(TargetKind.FactTie, tie.Id.Value), challenges) is not null;
    }

    /// <summary>The person who stays.</summary>
    /// <param name="recorded">Whether the records name the other by pseudonym: then that is a spelling too.</param>
    /// <param name="wishes">The wishes of both.</param>
    public Person Merged(bool recorded, IEnumerable<WishEntry> wishes)
    {
        IReadOnlyList<WishEntry> noted = [.. wishes];
        return keep with
        {
            Roles = [.. keep.Roles.Union(gone.Roles)],
            Aliases = [.. keep.Aliases.Union(gone.Aliases, StringComparer.Ordinal).Union(recorded ? [gone.Pseudonym] : Array.Empty<string>(), StringComparer.Ordinal)],
            MayBeMinor = keep.MayBeMinor || gone.MayBeMinor,
            Words = keep.Words == PersonWords.RepeatName ? gone.Words : keep.Words,
            Wish = noted.Count > 0 ? Wishes.Now(noted) : keep.Wish == TestimonyWish.NotRecorded ? gone.Wish : keep.Wish,
        };
    }

    /// <summary>A foundation on the second rests on the first, or came through the first, and bears that name where its label was no more than the name.</summary>
    public Foundation Of(Foundation foundation)
    {
        ArgumentNullException.ThrowIfNull(foundation);
        return foundation.Person != gone.Id && foundation.Whose != gone.Id ? foundation : foundation with
        {
            Person = foundation.Person is { } person ? Of(person) : null,
            Whose = foundation.Whose is { } whose ? Of(whose) : null,
            Label = foundation.Label == gone.Pseudonym ? keep.Pseudonym : foundation.Label,
        };
    }

    /// <summary>Where an exhibit comes from and what it rests on.</summary>
    public Exhibit Of(Exhibit exhibit)
    {
        ArgumentNullException.ThrowIfNull(exhibit);
        return Names(exhibit) is false ? exhibit : exhibit with
        {
            Origins = [.. exhibit.Origins.Select(o => o.Person == gone.Id ? new Origin(keep.Id) : o).Distinct()],
            Legal = Of(exhibit.Legal),
            LegalAny = [.. exhibit.LegalAny.Select(Of)],
            Factual = Of(exhibit.Factual),
            VouchedBy = Of(exhibit.VouchedBy),
            DerivedFrom = [.. exhibit.DerivedFrom.Select(d => d with { Unless = Of(d.Unless) })],
            Grounds = [.. exhibit.Grounds.Select(ground => ground with { Rests = Of(ground.Rests), Against = Of(ground.Against) })],
            OnlyAgainst = Of(exhibit.OnlyAgainst),
        };
    }

    /// <summary>From whom a file is and on what it rests.</summary>
    public Material Of(Material material)
    {
        ArgumentNullException.ThrowIfNull(material);
        var names = material.FromPerson == gone.Id || material.Taken?.Interpreter == gone.Id || Is(material.Obtained) || Is(material.Translated) || material.Factual.Any(folded.ContainsKey)
            || material.AlsoReceived.Any(also => Is(also.Obtained));
        return !names ? material : material with
        {
            FromPerson = material.FromPerson == gone.Id ? keep.Id : material.FromPerson,
            Taken = material.Taken is { } taken && taken.Interpreter == gone.Id ? taken with { Interpreter = keep.Id } : material.Taken,
            Obtained = Of(material.Obtained),
            Translated = Of(material.Translated),
            Factual = Of(material.Factual),
            AlsoReceived = [.. material.AlsoReceived.Select(also => also with { Obtained = Of(also.Obtained) })],
        };

        bool Is(FoundationId? id) => id is { } known && folded.ContainsKey(known);
    }

    /// <summary>Against and for whom a fact is tied.</summary>
    public FactTie Of(FactTie tie)
    {
        ArgumentNullException.ThrowIfNull(tie);
        return !tie.Defendants.Contains(gone.Id) && !tie.Survivors.Contains(gone.Id) ? tie : tie with
        {
            Defendants = Of(tie.Defendants),
            Survivors = Of(tie.Survivors),
            // Whoever was there by an act that nobody knows counts whatever is taken back, and so does whoever turns out to be them: as if counsel had tied them.
            Named = tie.Named.Count == 0 ? [] : [.. tie.Named.Concat(StandingNames.Unknown(tie).Where(IsOfBoth).Select(pair => new NamedBy(null, pair.Survivor, pair.Defendant)))
                .Select(named => named with { Survivor = named.Survivor is { } survivor ? Of(survivor) : null, Defendant = Of(named.Defendant) }).Distinct()],
        };

        bool IsOfBoth((PersonId? Survivor, PersonId Defendant) pair) => Of(pair.Defendant) == keep.Id || (pair.Survivor is { } survivor && Of(survivor) == keep.Id);
    }

    /// <summary>Against and for whom a count is.</summary>
    public Count Of(Count count)
    {
        ArgumentNullException.ThrowIfNull(count);
        return count with { Defendant = Of(count.Defendant), Survivor = count.Survivor is { } survivor ? Of(survivor) : null };
    }

    /// <summary>What a challenge is aimed at and rests on.</summary>
    public Challenge Of(Challenge challenge)
    {
        ArgumentNullException.ThrowIfNull(challenge);
        return Is(challenge.On) || challenge.Premises.Any(Is) ? challenge with { On = Of(challenge.On), Premises = [.. challenge.Premises.Select(Of).Distinct()] } : challenge;

        bool Is(Target target) => Of(target) != target;
    }

    /// <summary>Whose wish it is.</summary>
    public WishEntry Of(WishEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry with { Person = Of(entry.Person) };
    }

    /// <summary>Whom a request asks.</summary>
    public EvidenceRequest Of(EvidenceRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request with { Asks = request.Asks is { } asked ? Of(asked) : null };
    }

    /// <summary>Foundations, each once.</summary>
    public IReadOnlyList<FoundationId> Of(IReadOnlyList<FoundationId> list) => [.. list.Select(id => Of(id)!.Value).Distinct()];

    private bool Names(Exhibit exhibit) => exhibit.Origins.Any(o => o.Person == gone.Id)
        || exhibit.OnlyAgainst.Concat(exhibit.Grounds.SelectMany(ground => ground.Against)).Contains(gone.Id)
        || exhibit.Legal.Concat(exhibit.LegalAny.SelectMany(list => list)).Concat(exhibit.Factual).Concat(exhibit.VouchedBy)
            .Concat(exhibit.Grounds.SelectMany(ground => ground.Rests)).Concat(exhibit.DerivedFrom.SelectMany(d => d.Unless)).Any(folded.ContainsKey);

    private FoundationId? Of(FoundationId? id) => id is { } known ? folded.GetValueOrDefault(known, known) : null;

    private PersonId Of(PersonId id) => id == gone.Id ? keep.Id : id;

    private IReadOnlyList<PersonId> Of(IReadOnlyList<PersonId> list) => [.. list.Select(Of).Distinct()];

    private Target Of(Target target) => target.Kind == TargetKind.Foundation && folded.TryGetValue(new(target.Id), out var other) ? target with { Id = other.Value } : target;
}
