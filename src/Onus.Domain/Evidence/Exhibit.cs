using Onus.Domain.Shared;

namespace Onus.Domain.Evidence;

/// <summary>
/// Where information really comes from: a person of the case, or something else by name ("the bank").
/// Two statements by one person are one origin.
/// </summary>
/// <param name="Person">The person, or null.</param>
/// <param name="Name">The name of what is no person of the case; empty otherwise.</param>
public sealed record Origin(PersonId? Person, string Name = "");

/// <summary>An exhibit that came to light through another one: what taints the parent taints it, unless another way led to it.</summary>
/// <param name="Parent">The exhibit it came from.</param>
/// <param name="Unless">Foundations that break the taint: an independent source, inevitable discovery.</param>
public sealed record Derivation(ExhibitId Parent, IReadOnlyList<FoundationId> Unless);

/// <summary>
/// What lets a statement stand without its speaker: a ground of admission that the law names, for certain defendants only. A court asks of each
/// of them whether that defendant could question the speaker.
/// </summary>
/// <param name="Name">The ground in the words of the courtroom: "deposition with cross-examination, section 12".</param>
/// <param name="Rests">Foundations that have to stand for it: an order, a recording's examiner. None where the ground rests on nothing of its own.</param>
/// <param name="Against">The defendants against whom it opens the statement. With none it opens it against nobody.</param>
/// <param name="CouldQuestion">Whether they could question the speaker then; null where nobody has said, or where it is not asked.</param>
public sealed record Ground(string Name, IReadOnlyList<FoundationId> Rests, IReadOnlyList<PersonId> Against, bool? CouldQuestion = null)
{
    /// <summary>Whether it lets the statement in: where somebody says that these defendants could not question the speaker, it does not.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool Opens => CouldQuestion is not false;
}

/// <summary>A material, a passage of it, or a physical object put forward as evidence.</summary>
public sealed record Exhibit : CaseRow, INumbered
{
    /// <summary>Identity.</summary>
    public required ExhibitId Id { get; init; }

    /// <inheritdoc/>
    protected override CompartmentKind Home => CompartmentKind.Record;

    /// <summary>Number in the exhibit list, from 1: "EX-14".</summary>
    public required int Number { get; init; }

    /// <summary>What it is, in words.</summary>
    public required string Title { get; init; }

    /// <summary>The file it stands in; null for a physical object.</summary>
    public MaterialId? Material { get; init; }

    /// <summary>The record it cites; null where the whole material or a physical object is meant.</summary>
    public Sha256? Record { get; init; }

    /// <summary>The very place; null for a physical object.</summary>
    public Locator? Locator { get; init; }

    /// <summary>The cited words, as the source writes them; empty for a picture.</summary>
    public string Quote { get; init; } = "";

    /// <summary>What the cited words mean, by the interpreter among its factual foundations; empty where nothing was translated.</summary>
    public string Translation { get; init; } = "";

    /// <summary>Where its information comes from.</summary>
    public IReadOnlyList<Origin> Origins { get; init; } = [];

    /// <summary>Legal foundations: all must stand for it to be admitted.</summary>
    public IReadOnlyList<FoundationId> Legal { get; init; } = [];

    /// <summary>Alternative grounds of admission: all of at least one list must stand. Empty where there is no choice.</summary>
    public IReadOnlyList<IReadOnlyList<FoundationId>> LegalAny { get; init; } = [];

    /// <summary>Factual foundations: all must stand for it to be believed.</summary>
    public IReadOnlyList<FoundationId> Factual { get; init; } = [];

    /// <summary>Who can vouch for it, where one of several is enough: all of <see cref="Factual"/> must stand, and one of these. Empty where there is no choice.</summary>
    public IReadOnlyList<FoundationId> VouchedBy { get; init; } = [];

    /// <summary>Grounds on which it stands though its witness does not.</summary>
    public IReadOnlyList<Ground> Grounds { get; init; } = [];

    /// <summary>The only defendants against whom it may be used; empty for everybody.</summary>
    public IReadOnlyList<PersonId> OnlyAgainst { get; init; } = [];

    /// <summary>The only facts that it may be used for; empty for every fact. <see cref="Purpose"/> says why.</summary>
    public IReadOnlyList<FactId> OnlyFor { get; init; } = [];

    /// <summary>The purpose to which the court limited it, in words; empty where it did not.</summary>
    public string Purpose { get; init; } = "";

    /// <summary>Whether somebody who read it in its place said whose words it holds though the file gives reason to doubt it.</summary>
    public bool WordsConfirmed { get; init; }

    /// <summary>Exhibits through which it came to light.</summary>
    public IReadOnlyList<Derivation> DerivedFrom { get; init; } = [];

    /// <summary>Exhibits without which it means nothing: a report relies on the extraction it describes.</summary>
    public IReadOnlyList<ExhibitId> ReliesOn { get; init; } = [];
}
