using Onus.Domain.Evidence;
using Onus.Domain.Law;
using Onus.Domain.People;
using Onus.Domain.Shared;

namespace Onus.Domain.Cases;

/// <summary>
/// About whom something is and by whom: what a tie has to say before it counts for anybody. Nobody is ever meant silently.
/// </summary>
/// <param name="Survivors">About whom.</param>
/// <param name="Defendants">By whom.</param>
public sealed record Whom(IReadOnlyList<PersonId> Survivors, IReadOnlyList<PersonId> Defendants)
{
    /// <summary>
    /// What a form proposes before anybody has chosen: the survivor whose file or whose count it is, or the only one there is; the defendant whose
    /// words they are, or the only one who is charged for that survivor, or the only one there is. Nobody where several could be meant.
    /// </summary>
    /// <param name="snapshot">The case as its reader may see it.</param>
    /// <param name="offences">The offences whose elements are offered.</param>
    /// <param name="file">The file that is cited; null for none.</param>
    /// <param name="sender">Who sent the message, as the source writes it; null where it is no message.</param>
    public static Whom Proposed(CaseSnapshot snapshot, IReadOnlyCollection<string> offences, Material? file, string? sender)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(offences);
        var counts = snapshot.Counts.Where(count => offences.Contains(count.OffenceId)).ToList();
        var survivors = snapshot.People.Where(person => person.Is(PersonRole.Survivor)).Select(person => person.Id).ToList();
        var defendants = snapshot.People.Where(person => person.Is(PersonRole.Defendant)).Select(person => person.Id).ToList();
        var about = file?.FromPerson is { } from && survivors.Contains(from) ? from : Only(counts.Select(count => count.Survivor).OfType<PersonId>()) ?? Only(survivors);
        var wrote = DefendantNamed(snapshot.People, sender)?.Id;
        var by = wrote ?? Only(counts.Where(count => about is null || count.Survivor == about).Select(count => count.Defendant)) ?? Only(defendants);
        return new Whom(about is { } her ? [her] : [], by is { } him ? [him] : []);

        static PersonId? Only(IEnumerable<PersonId> people) => people.Distinct().Take(2).ToList() is [var one] ? one : null;
    }

    /// <summary>
    /// By whose name a passage is asked "by whom": its sender's, or its receiver's where that is a defendant and the sender is none, as in a message to them
    /// or a payment.
    /// </summary>
    /// <param name="people">The people of the case.</param>
    /// <param name="sender">Who sent it, as the source writes it.</param>
    /// <param name="receiver">Who got it, as the source writes it.</param>
    public static string? PartyOf(IReadOnlyCollection<Person> people, string? sender, string? receiver)
    {
        ArgumentNullException.ThrowIfNull(people);
        return DefendantNamed(people, sender) is null && DefendantNamed(people, receiver) is not null ? receiver : sender;
    }

    /// <summary>The defendant whom a source names so; null for nobody.</summary>
    public static Person? DefendantNamed(IEnumerable<Person> people, string? name) => name is null ? null : Spellings.OwnerOf(name, people.Where(person => person.Is(PersonRole.Defendant)));

    /// <summary>
    /// Whom a passage is about by what stands in it, whoever gave the file: the survivors whom its words name, by pseudonym or a spelling of the case, else as
    /// <see cref="Meant"/>. By a single word of a spelling, which may be a word of the language, nobody takes the place of the one who is meant otherwise: then nobody is
    /// proposed, and somebody says.
    /// </summary>
    /// <param name="people">The people of the case.</param>
    /// <param name="words">Its words.</param>
    /// <param name="sender">Who sent it, as the source writes it; null for nobody.</param>
    /// <param name="receiver">Who got it, as the source writes it; null where it does not say.</param>
    /// <param name="parties">Who takes part in the conversation, as the source writes them; none for other files.</param>
    /// <param name="giver">Who gave the file; null where it is nobody of the case.</param>
    public static IReadOnlyList<PersonId>? About(IReadOnlyCollection<Person> people, string words, string? sender, string? receiver, IReadOnlyCollection<string> parties, PersonId? giver)
    {
        ArgumentNullException.ThrowIfNull(people);
        var named = people.Where(person => person.Is(PersonRole.Survivor)).Select(person => (person.Id, How: NamedIn.Of(words, person))).Where(person => person.How != Naming.Not).ToList();
        var (sure, meant) = (named.Where(person => person.How != Naming.Perhaps).Select(person => person.Id).ToList(), Meant(people, sender, receiver, parties, giver));
        return named.Count == 0 ? meant
            : named.Exists(person => person.How == Naming.Whole) ? sure
            : meant is null ? [.. named.Select(person => person.Id)]
            : meant.Count == 0 ? sure
            : named.TrueForAll(person => meant.Contains(person.Id)) ? meant : [];
    }

    /// <summary>
    /// Whom a passage that names no survivor is about: the survivor who wrote it, else the one who got it, else the one who takes part in the conversation or
    /// gave the file.
    /// </summary>
    /// <returns>One survivor; an empty list where several could be meant, so that somebody says; null where the file tells of none.</returns>
    public static IReadOnlyList<PersonId>? Meant(IReadOnlyCollection<Person> people, string? sender, string? receiver, IReadOnlyCollection<string> parties, PersonId? giver)
    {
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(parties);
        var survivors = people.Where(person => person.Is(PersonRole.Survivor)).ToList();
        if ((Owner(sender) ?? Owner(receiver)) is { } own)
        {
            return [own];
        }

        var present = parties.Select(Owner).Append(survivors.Find(person => person.Id == giver)?.Id).OfType<PersonId>().Distinct().ToList();
        return present.Count switch { 0 => null, 1 => present, _ => [] };

        PersonId? Owner(string? name) => name is null ? null : Spellings.OwnerOf(name, survivors)?.Id;
    }

    /// <summary>
    /// These people for one element of an offence. An element whose text names the defendant's own act or mind asks by whom; one that does not is no
    /// defendant's own, so it is tied for every defendant that the case has now, by name, whoever was named, and for nobody who comes later.
    /// </summary>
    /// <returns><c>cite.about-missing</c>, <c>cite.by-missing</c>.</returns>
    public Result<Whom> For(Offence offence, Leaf leaf, IEnumerable<Person> people)
    {
        ArgumentNullException.ThrowIfNull(offence);
        ArgumentNullException.ThrowIfNull(leaf);
        var defendants = people.Where(person => person.Is(PersonRole.Defendant)).Select(person => person.Id).ToList();
        return offence.Unit == ChargeUnit.PerSurvivorPerDefendant && Survivors.Count == 0 ? Error.Invalid("cite.about-missing", ("element", leaf.Text))
            : leaf.PerDefendant
                ? Defendants.Count > 0 ? this : Error.Invalid("cite.by-missing", ("element", leaf.Text))
                : defendants.Count > 0 ? this with { Defendants = [.. Defendants.Union(defendants)] }
                : Defendants.Count > 0 ? this : Error.Invalid("cite.by-missing", ("element", leaf.Text));
    }

    /// <summary>
    /// The tie with these people added to those whom it names, or null where that would say more than both: a tie counts for each of its defendants with
    /// each of its survivors, so one of the two lists has to be the same.
    /// </summary>
    public FactTie? AddedTo(FactTie tie)
    {
        ArgumentNullException.ThrowIfNull(tie);
        return Within(Survivors, tie.Survivors) && Within(Defendants, tie.Defendants) ? tie
            : Same(Survivors, tie.Survivors) || Same(Defendants, tie.Defendants)
                ? tie with { Survivors = [.. tie.Survivors.Union(Survivors)], Defendants = [.. tie.Defendants.Union(Defendants)] }
                : null;

        static bool Within(IReadOnlyList<PersonId> some, IReadOnlyList<PersonId> all) => some.All(all.Contains);
        static bool Same(IReadOnlyList<PersonId> one, IReadOnlyList<PersonId> other) => Within(one, other) && Within(other, one);
    }

    /// <summary>
    /// Those of these people for whom no tie of the same fact to the same element counts yet, in as few parts as can be. What the court ruled of a tie, or what
    /// counsel holds to be enough only with others, stays so for whom that tie names, however often the fact is tied again.
    /// </summary>
    /// <param name="ties">The ties of the fact to the element.</param>
    /// <param name="unit">What one count of the offence is about.</param>
    public IReadOnlyList<Whom> Beyond(IReadOnlyCollection<FactTie> ties, ChargeUnit unit)
    {
        ArgumentNullException.ThrowIfNull(ties);
        if (unit == ChargeUnit.PerDefendant || Survivors.Count == 0)
        {
            PersonId[] others = [.. Defendants.Where(defendant => !ties.Any(tie => tie.Defendants.Contains(defendant)))];
            return others.Length == 0 ? [] : [this with { Defendants = others }];
        }

        return
        [
            .. Defendants
                .Select(defendant => (Defendant: defendant, Survivors: Survivors.Where(survivor => !ties.Any(tie => tie.Defendants.Contains(defendant) && tie.Survivors.Contains(survivor))).ToList()))
                .Where(left => left.Survivors.Count > 0)
                .GroupBy(left => string.Join(' ', left.Survivors.Select(survivor => survivor.Value)), StringComparer.Ordinal)
                .Select(alike => new Whom(alike.First().Survivors, [.. alike.Select(left => left.Defendant)])),
        ];
    }

    /// <summary>
    /// A tie that no longer counts for one charge and counts for every other as before: what is left of it, in at most two parts. The first part, where
    /// there is one, keeps the tie's id; the second, where it is needed, has none yet.
    /// </summary>
    /// <param name="tie">The tie.</param>
    /// <param name="defendant">Who is charged.</param>
    /// <param name="survivor">For whom; null where the charge names nobody: then for all of them.</param>
    public static IReadOnlyList<FactTie> Without(FactTie tie, PersonId defendant, PersonId? survivor)
    {
        ArgumentNullException.ThrowIfNull(tie);
        FactTie[] parts =
        [
            Only(tie, new Whom(tie.Survivors, [.. tie.Defendants.Where(known => known != defendant)])),
            .. survivor is { } her && tie.Survivors.Contains(her)
                ? new[] { Only(tie, new Whom([.. tie.Survivors.Where(known => known != her)], [defendant])) }
                : [],
        ];
        List<FactTie> left = [.. parts.Where(part => part.Defendants.Count > 0 && (part.Survivors.Count > 0 || tie.Survivors.Count == 0))
            .Select((part, at) => at == 0 ? part : part with { Id = default, Version = 1 })];
        return left.Count == 0 ? [] : [WithGone(left[0], tie.Named.Where(named => !left.Exists(part => part.Named.Any(known => known.Cite == named.Cite)))), .. left.Skip(1)];
    }

    /// <summary>A tie that keeps with which citations somebody was named who is on it, or on another of its fact, no more.</summary>
    public static FactTie WithGone(FactTie tie, IEnumerable<NamedBy> gone)
    {
        ArgumentNullException.ThrowIfNull(tie);
        return NamedBy.Kept(gone.Where(named => tie.Named.All(known => known.Cite != named.Cite))).ToList() is { Count: > 0 } kept ? tie with { Named = [.. tie.Named, .. kept] } : tie;
    }

    /// <summary>A tie for these people alone, with what is known of how they came to it.</summary>
    internal static FactTie Only(FactTie tie, Whom whom) => tie with
    {
        Survivors = whom.Survivors,
        Defendants = whom.Defendants,
        Named = [.. tie.Named.Where(named => named.Defendant == default || (whom.Defendants.Contains(named.Defendant) && (named.Survivor is not { } survivor || whom.Survivors.Contains(survivor))))],
    };
}
