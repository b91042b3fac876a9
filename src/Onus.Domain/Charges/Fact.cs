using Onus.Domain.Cases;
using Onus.Domain.Shared;

namespace Onus.Domain.Charges;

/// <summary>One assertion, one sentence. No fact lives only in counsel's papers.</summary>
public sealed record Fact : CaseRow, IMarked
{
    /// <summary>Identity.</summary>
    public required FactId Id { get; init; }

    /// <inheritdoc/>
    protected override CompartmentKind Home => CompartmentKind.Record;

    /// <summary>The assertion.</summary>
    public required string Sentence { get; init; }

    /// <summary>When it was so, as far as known.</summary>
    public DateOnly? On { get; init; }

    /// <summary>
    /// Sets of exhibits that show it only together; several sets are alternatives. An exhibit that stands in none of them shows it alone.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<ExhibitId>> Together { get; init; } = [];

    /// <inheritdoc/>
    public Marks Marks { get; init; } = new();
}

/// <summary>Whether an exhibit speaks for a fact or against it.</summary>
public enum Bearing
{
    /// <summary>Not stated; never stored.</summary>
    Unknown = 0,

    /// <summary>It shows that the fact is so.</summary>
    Supports,

    /// <summary>It shows that the fact is not so, or less so.</summary>
    Undermines,
}

/// <summary>An exhibit cited for or against a fact, with the reason in words.</summary>
public sealed record ExhibitTie : CaseRow
{
    /// <summary>Identity.</summary>
    public required TieId Id { get; init; }

    /// <inheritdoc/>
    protected override CompartmentKind Home => CompartmentKind.Record;

    /// <summary>The exhibit.</summary>
    public required ExhibitId Exhibit { get; init; }

    /// <summary>The fact.</summary>
    public required FactId Fact { get; init; }

    /// <summary>For or against.</summary>
    public Bearing Bearing { get; init; } = Bearing.Supports;

    /// <summary>Why this shows that, in words.</summary>
    public string Reason { get; init; } = "";
}

/// <summary>
/// A fact tied to an element of an offence: about these survivors, by these defendants, and about nobody else. Nobody who comes to the case later
/// is meant by it.
/// </summary>
public sealed record FactTie : CaseRow
{
    /// <summary>Identity.</summary>
    public required TieId Id { get; init; }

    /// <inheritdoc/>
    protected override CompartmentKind Home => CompartmentKind.CounselsPapers;

    /// <summary>The fact.</summary>
    public required FactId Fact { get; init; }

    /// <summary>The offence in the law pack.</summary>
    public required string OffenceId { get; init; }

    /// <summary>The element leaf in the law pack.</summary>
    public required string LeafId { get; init; }

    /// <summary>By whom: the defendants for whom it counts. With none it counts for nobody.</summary>
    public IReadOnlyList<PersonId> Defendants { get; init; } = [];

    /// <summary>About whom: the survivors for whom it counts. With none it counts for nobody, where the offence is against a person.</summary>
    public IReadOnlyList<PersonId> Survivors { get; init; } = [];

    /// <summary>Why this shows that, in words.</summary>
    public string Reason { get; init; } = "";

    /// <summary>By which acts the people came to it, as far as known; <see cref="StandingNames"/> says what follows.</summary>
    public IReadOnlyList<NamedBy> Named { get; init; } = [];

    /// <summary>Whether it counts for a charge: it names the defendant and, where the offence is against a person, the survivor.</summary>
    /// <param name="defendant">Who is charged.</param>
    /// <param name="survivor">For whom; null where the charge names nobody, and any survivor may be meant.</param>
    /// <param name="unit">What one count of the offence is about.</param>
    public bool Counts(PersonId defendant, PersonId? survivor, Law.ChargeUnit unit) =>
        Defendants.Contains(defendant)
        && (unit == Law.ChargeUnit.PerDefendant || (survivor is { } whom ? Survivors.Contains(whom) : Survivors.Count > 0));
}

/// <summary>Ties that counsel holds to be enough together for an element; several sets are alternatives. Never a number.</summary>
public sealed record EnoughTogether : CaseRow
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    protected override CompartmentKind Home => CompartmentKind.CounselsPapers;

    /// <summary>The offence.</summary>
    public required string OffenceId { get; init; }

    /// <summary>The element leaf.</summary>
    public required string LeafId { get; init; }

    /// <summary>The ties of the set.</summary>
    public required IReadOnlyList<TieId> Ties { get; init; }

    /// <summary>
    /// The set beside this one when a tie of it gets a copy for other people: what was not enough alone is not enough alone for them either.
    /// </summary>
    /// <param name="copies">The copy of each tie that has one.</param>
    /// <param name="id">Identity of the other set.</param>
    /// <returns>The other set; null where none of its ties was copied.</returns>
    public EnoughTogether? Copied(IReadOnlyDictionary<TieId, TieId> copies, Guid id) => !Ties.Any(copies.ContainsKey) ? null
        : this with { Id = id, Version = 1, Ties = [.. Ties.Select(tie => copies.GetValueOrDefault(tie, tie))] };

    /// <summary>Why they are enough.</summary>
    public required string Reason { get; init; }

    /// <summary>Whose judgement it is, by display name.</summary>
    public required string Author { get; init; }
}
