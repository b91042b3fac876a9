namespace Onus.Domain.Shared;

/// <summary>
/// What every row of a case carries from the first day. Rows are values: a change is a new value with the next version.
/// </summary>
public abstract record CaseRow
{
    private readonly Compartment? compartment;

    /// <summary>The case.</summary>
    public required CaseId CaseId { get; init; }

    /// <summary>The kind of compartment in which rows like this one lie unless somebody says otherwise of one of them.</summary>
    protected abstract CompartmentKind Home { get; }

    /// <summary>The compartment in which this row lies: who may see it follows from this and from nothing else.</summary>
    public Compartment Compartment
    {
        get => compartment ?? new Compartment(CaseId, Home);
        init => compartment = value;
    }

    /// <summary>Counts changes from 1. Two people changing the same version is a conflict.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Rows that say what is so anyway are the same as those that do not say it.</summary>
    public virtual bool Equals(CaseRow? other) =>
        other is not null && EqualityContract == other.EqualityContract && CaseId == other.CaseId && Compartment == other.Compartment && Version == other.Version;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(EqualityContract, CaseId, Compartment, Version);
}

/// <summary>A row that people call by a number, counted within its case from 1.</summary>
public interface INumbered
{
    /// <summary>The number.</summary>
    int Number { get; }
}

/// <summary>A row whose author marks it for disclosure.</summary>
public interface IMarked
{
    /// <summary>The marks.</summary>
    Marks Marks { get; }
}

/// <summary>Disclosure marks: from the first day, on every record and fact.</summary>
/// <param name="HelpsDefence">It may help the defence or weaken the prosecution.</param>
/// <param name="Sensitive">Disclosing it may harm someone.</param>
/// <param name="Privileged">Possibly privileged: whoever sees it stops reading until somebody outside the case has looked.</param>
/// <param name="ConsideredBy">Who looked at it with disclosure in mind, by display name at that time; null while nobody has.</param>
/// <param name="ConsideredAt">When, in UTC.</param>
public sealed record Marks(
    bool HelpsDefence = false,
    bool Sensitive = false,
    bool Privileged = false,
    string? ConsideredBy = null,
    DateTimeOffset? ConsideredAt = null)
{
    /// <summary>What is marked here or there; considered only where both were, by whoever did so here.</summary>
    /// <param name="other">The marks of something else that is told together with this.</param>
    public Marks With(Marks other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var considered = ConsideredBy is not null && other.ConsideredBy is not null;
        return new(HelpsDefence || other.HelpsDefence, Sensitive || other.Sensitive, Privileged || other.Privileged, considered ? ConsideredBy : null, considered ? ConsideredAt : null);
    }

    /// <summary>Whether going over to other marks takes one away, which wants a reason: what was once seen to help the defence does not vanish silently.</summary>
    /// <param name="after">The marks that are to stand.</param>
    public bool LosesBy(Marks after)
    {
        ArgumentNullException.ThrowIfNull(after);
        return (HelpsDefence && !after.HelpsDefence) || (Sensitive && !after.Sensitive) || (Privileged && !after.Privileged);
    }
}
