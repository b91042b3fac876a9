using Onus.Domain.Law;
using Onus.Domain.People;
using Onus.Domain.Shared;

namespace Onus.Domain.Cases;

/// <summary>What makes a count: whom it may be against and for, and how one becomes two.</summary>
public static class CountRules
{
    /// <summary>Why there can be no such count.</summary>
    /// <param name="count">The count as it is to stand.</param>
    /// <param name="people">Everybody in the case.</param>
    /// <param name="law">The law packs.</param>
    /// <returns>
    /// <c>counts.days-reversed</c>, <c>counts.defendant-missing</c>, <c>counts.survivor-missing</c>, <c>counts.against-themselves</c>, <c>counts.survivor-needed</c>
    /// where the law charges for one survivor at a time and none is named; null where there can.
    /// </returns>
    public static Error? Refuse(Count count, IReadOnlyCollection<Person> people, LawPacks law)
    {
        ArgumentNullException.ThrowIfNull(count);
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(law);
        if (count.To < count.From)
        {
            return Error.Invalid("counts.days-reversed");
        }

        if (people.FirstOrDefault(p => p.Id == count.Defendant)?.Is(PersonRole.Defendant) is not true)
        {
            return Error.Invalid("counts.defendant-missing");
        }

        if (count.Survivor is { } survivor && people.All(p => p.Id != survivor))
        {
            return Error.Invalid("counts.survivor-missing");
        }

        if (count.Survivor == count.Defendant)
        {
            return Error.Invalid("counts.against-themselves");
        }

        // Where there is no law on that day the draft says so itself.
        return count.Survivor is null && law.OffenceAt(count.OffenceId, count.From) is { IsOk: true, Value: { Unit: ChargeUnit.PerSurvivorPerDefendant } offence }
            ? Error.Invalid("counts.survivor-needed", ("citation", offence.Citation))
            : null;
    }

    /// <summary>
    /// One count in two at a day: the first ends on the day before, the second begins on that day. Facts are tied to the offence and not to a count, so
    /// both keep them. Challenges are of a count, and go along by <see cref="CarriedAlong"/>.
    /// </summary>
    /// <param name="count">The count.</param>
    /// <param name="day">First day of the second count: after the first day, at the latest the last.</param>
    /// <param name="id">Identity of the second count.</param>
    /// <param name="number">Its number.</param>
    /// <returns>Both counts, or <c>counts.split-day</c>, <c>counts.split-one-day</c>.</returns>
    public static Result<(Count First, Count Second)> Split(Count count, DateOnly day, CountId id, int number)
    {
        ArgumentNullException.ThrowIfNull(count);
        return count.From == count.To ? Error.Invalid("counts.split-one-day")
            : day <= count.From || day > count.To ? Error.Invalid("counts.split-day", ("from", count.From), ("to", count.To))
            : (count with { To = day.AddDays(-1) }, count with { Id = id, Number = number, From = day, Version = 1 });
    }

    /// <summary>
    /// Whether a tie counts for a count. One that does, and not for another count of the same offence, may be carried over to that, one by one and by choice.
    /// </summary>
    /// <param name="tie">The tie.</param>
    /// <param name="count">The count.</param>
    /// <param name="names">For whom ties count in the case.</param>
    /// <param name="law">The law packs.</param>
    public static bool Reaches(FactTie tie, Count count, StandingNames names, LawPacks law)
    {
        ArgumentNullException.ThrowIfNull(tie);
        ArgumentNullException.ThrowIfNull(count);
        ArgumentNullException.ThrowIfNull(names);
        return tie.OffenceId == count.OffenceId && names.Counts(tie, count.Defendant, count.Survivor, UnitOf(count, law));
    }

    /// <summary>
    /// A tie carried over to another count: for its defendant and survivor alone, who are named with the very citations with which those of the count that is there are,
    /// so that it counts for them no longer than for these. Where it names them already, and counts for them no longer, it is the tie itself, on which counsel names them.
    /// </summary>
    /// <param name="tie">The tie.</param>
    /// <param name="id">Identity of what is new.</param>
    /// <param name="from">The count that is there.</param>
    /// <param name="to">The other count.</param>
    /// <param name="law">The law packs.</param>
    public static FactTie Carried(FactTie tie, TieId id, Count from, Count to, LawPacks law)
    {
        ArgumentNullException.ThrowIfNull(tie);
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        IReadOnlyList<PersonId> about = to.Survivor is { } survivor ? [survivor] : [];
        List<TieId?> cites = [.. StandingNames.By(tie, from.Survivor, from.Defendant).Select(named => named.Cite).Distinct()];
        var isByHand = cites.Contains(null);
        return tie.Counts(to.Defendant, to.Survivor, UnitOf(to, law)) ? StandingNames.Named(tie, tie, new Whom(about, [to.Defendant]), isByHand ? [] : [.. cites.OfType<TieId>()]) : tie with
        {
            Id = id,
            Version = 1,
            Defendants = [to.Defendant],
            Survivors = about,
            Named = [.. cites.Select(cite => new NamedBy(cite, to.Survivor, to.Defendant))],
        };
    }

    // Where there is no law on that day, a count that names nobody asks for nobody.
    private static ChargeUnit UnitOf(Count count, LawPacks law) => law.OffenceAt(count.OffenceId, count.From) is { IsOk: true, Value.Unit: var unit } ? unit
        : count.Survivor is null ? ChargeUnit.PerDefendant : ChargeUnit.PerSurvivorPerDefendant;
}
