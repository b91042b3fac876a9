using Onus.Domain.Shared;

namespace Onus.Domain.Law;

/// <summary>What one count of an offence is about.</summary>
public enum ChargeUnit
{
    /// <summary>One survivor and one defendant.</summary>
    PerSurvivorPerDefendant = 0,

    /// <summary>One defendant; the offence is not against a person.</summary>
    PerDefendant,
}

/// <summary>The days on which a text was in force, both included.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day; null while in force.</param>
/// <param name="Confidence">How the days are known. Often less well than the text.</param>
public sealed record Validity(DateOnly From, DateOnly? To, LawConfidence Confidence)
{
    /// <summary>Whether the text was in force on a day.</summary>
    public bool Covers(DateOnly day) => day >= From && (To is not { } to || day <= to);

    /// <summary>Whether two texts were in force on a same day.</summary>
    public bool Overlaps(Validity other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (To is not { } to || other.From <= to) && (other.To is not { } otherTo || From <= otherTo);
    }
}

/// <summary>Something that raises the penalty. It is proved beside the offence and is a question of its own.</summary>
/// <param name="Id">Id, below the offence's id.</param>
/// <param name="Text">What it is, in our own words.</param>
/// <param name="Elements">What has to be proved beyond the offence.</param>
/// <param name="Penalty">What it raises the penalty to, in our own words.</param>
public sealed record Aggravator(string Id, string Text, Element Elements, string Penalty)
{
    /// <summary>The least that a court must give where this is proved, in years from 1; null where the law sets no least.</summary>
    public int? FloorYears { get; init; }
}

/// <summary>One version of one offence: what has to be proved, by the law between two days. All texts are in our own words.</summary>
public sealed record Offence
{
    /// <summary>Id: country, dot, section; for example <c>us.1589-a</c>. Versions of one offence share it.</summary>
    public required string Id { get; init; }

    /// <summary>How a charge cites it: "18 USC 1589(a)".</summary>
    public required string Citation { get; init; }

    /// <summary>Name on screens.</summary>
    public required string Title { get; init; }

    /// <summary>When this text was in force.</summary>
    public required Validity Validity { get; init; }

    /// <summary>What one count is about.</summary>
    public required ChargeUnit Unit { get; init; }

    /// <summary>False for models such as a treaty definition, under which nobody is charged.</summary>
    public bool Chargeable { get; init; } = true;

    /// <summary>Whether it is mostly proved by documents, and so a charge to think of when the survivor does not testify.</summary>
    public bool MostlyDocuments { get; init; }

    /// <summary>What has to be proved. Its id is the offence's id.</summary>
    public required Group Elements { get; init; }

    /// <summary>Leaves that are no element themselves but make an element unnecessary: that the survivor is a child.</summary>
    public IReadOnlyList<Leaf> Conditions { get; init; } = [];

    /// <summary>Penalty without aggravators, in our own words.</summary>
    public required string Penalty { get; init; }

    /// <summary>What raises it.</summary>
    public IReadOnlyList<Aggravator> Aggravators { get; init; } = [];

    /// <summary>
    /// Ways of taking part that the pack knows for this offence, for example to help another commit it. They stand once in the pack, and what is tied to
    /// them is tied to this offence.
    /// </summary>
    public IReadOnlyList<LiabilityMode> Modes { get; init; } = [];

    /// <summary>The times within which it has to be charged; the latest that is known decides. Empty where the pack does not know.</summary>
    public IReadOnlyList<LimitationClock> Clocks { get; init; } = [];

    /// <summary>Attempt and conspiracy; may be empty.</summary>
    public string Inchoate { get; init; } = "";

    /// <summary>Limitation of time; may be empty.</summary>
    public string Limitation { get; init; } = "";

    /// <summary>What consent means for this offence; empty where the pack's rule holds.</summary>
    public string Consent { get; init; } = "";

    /// <summary>What differs for a child; may be empty.</summary>
    public string Child { get; init; } = "";

    /// <summary>What else a prosecutor should know; may be empty.</summary>
    public string Note { get; init; } = "";

    /// <summary>How the text is known.</summary>
    public required LawConfidence Confidence { get; init; }

    /// <summary>Who vouches for it: its own, else the pack's.</summary>
    public required LawReview Review { get; init; }

    /// <summary>Where it was read.</summary>
    public required IReadOnlyList<LawSource> Sources { get; init; }

    /// <summary>Every element, those of conditions, aggravators and ways of taking part included, parents before children. References are not followed.</summary>
    public IEnumerable<Element> AllElements() =>
        Elements.WithDescendants()
            .Concat(Conditions)
            .Concat(Aggravators.SelectMany(aggravator => aggravator.Elements.WithDescendants()))
            .Concat(Modes.SelectMany(mode => mode.Elements.WithDescendants()));

    /// <summary>Every leaf, in the order in which the law names them.</summary>
    public IEnumerable<Leaf> Leaves() => AllElements().OfType<Leaf>();

    /// <summary>The element with this id, or null.</summary>
    public Element? Find(string elementId) => AllElements().FirstOrDefault(element => element is not Reference && element.Id == elementId);
}

/// <summary>All packs that were loaded.</summary>
/// <param name="packs">The packs, one a country.</param>
public sealed class LawPacks(IReadOnlyList<LawPack> packs)
{
    // Every answer asks for the law of every count and of all that it leads to.
    private readonly Dictionary<string, List<Offence>> versions = packs.SelectMany(pack => pack.Offences).OrderBy(offence => offence.Validity.From)
        .GroupBy(offence => offence.Id, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.ToList(), StringComparer.Ordinal);

    /// <summary>The packs, one a country.</summary>
    public IReadOnlyList<LawPack> Packs { get; } = packs;

    /// <summary>The pack of a country, or null.</summary>
    public LawPack? Of(string country) => Packs.FirstOrDefault(pack => pack.Country == country);

    /// <summary>
    /// The version of an offence that was in force on the offence date: law binds to that day, not to today.
    /// The error says why there is none: <c>law.unknown-offence</c>, <c>law.not-yet-in-force</c>, <c>law.no-longer-in-force</c> or
    /// <c>law.not-in-force</c> (between two versions).
    /// </summary>
    public Result<Offence> OffenceAt(string offenceId, DateOnly day)
    {
        if (!versions.TryGetValue(offenceId, out var texts))
        {
            return Error.NotFound("law.unknown-offence", ("offence", offenceId));
        }

        if (texts.Find(offence => offence.Validity.Covers(day)) is { } found)
        {
            return found;
        }

        var citation = texts[^1].Citation;
        if (day < texts[0].Validity.From)
        {
            return Error.Invalid("law.not-yet-in-force", ("citation", citation), ("day", day), ("from", texts[0].Validity.From));
        }

        return texts[^1].Validity.To is { } last && day > last
            ? Error.Invalid("law.no-longer-in-force", ("citation", citation), ("day", day), ("to", last))
            : Error.Invalid("law.not-in-force", ("citation", citation), ("day", day));
    }

    /// <summary>
    /// The text by which an offence is called on a day: the one in force, else the last before that day, else the oldest. For its title and its citation
    /// alone; what has to be proved is asked of <see cref="OffenceAt"/>.
    /// </summary>
    /// <returns>Null only where no pack knows the offence.</returns>
    public Offence? Called(string offenceId, DateOnly day)
    {
        var texts = versions.GetValueOrDefault(offenceId, []);
        return texts.FindLast(offence => offence.Validity.Covers(day)) ?? texts.FindLast(offence => offence.Validity.From <= day) ?? texts.FirstOrDefault();
    }
}
