namespace Onus.Domain.Shared;

// One type an id, so that a person can't be passed for a fact. Values are version-7 GUIDs: sorted by time of creation.

/// <summary>An id, to and from what a column keeps, without looking up its members for every row.</summary>
/// <typeparam name="TSelf">The id.</typeparam>
public interface IId<TSelf>
    where TSelf : struct, IId<TSelf>
{
    /// <summary>What a column keeps.</summary>
    Guid Value { get; }

    /// <summary>The id of a value.</summary>
    static abstract TSelf Of(Guid value);
}

/// <summary>A person who signs in.</summary>
public readonly record struct AccountId(Guid Value) : IId<AccountId>
{
    /// <inheritdoc/>
    public static AccountId Of(Guid value) => new(value);
}

/// <summary>A case.</summary>
public readonly record struct CaseId(Guid Value) : IId<CaseId>
{
    /// <inheritdoc/>
    public static CaseId Of(Guid value) => new(value);
}

/// <summary>Someone the case is about, by pseudonym.</summary>
public readonly record struct PersonId(Guid Value) : IId<PersonId>
{
    /// <inheritdoc/>
    public static PersonId Of(Guid value) => new(value);
}

/// <summary>A count: one offence against one defendant.</summary>
public readonly record struct CountId(Guid Value) : IId<CountId>
{
    /// <inheritdoc/>
    public static CountId Of(Guid value) => new(value);
}

/// <summary>The smallest thing that can fall at one stroke.</summary>
public readonly record struct FoundationId(Guid Value) : IId<FoundationId>
{
    /// <inheritdoc/>
    public static FoundationId Of(Guid value) => new(value);
}

/// <summary>A file as received.</summary>
public readonly record struct MaterialId(Guid Value) : IId<MaterialId>
{
    /// <inheritdoc/>
    public static MaterialId Of(Guid value) => new(value);
}

/// <summary>A passage or object put forward as evidence.</summary>
public readonly record struct ExhibitId(Guid Value) : IId<ExhibitId>
{
    /// <inheritdoc/>
    public static ExhibitId Of(Guid value) => new(value);
}

/// <summary>One assertion.</summary>
public readonly record struct FactId(Guid Value) : IId<FactId>
{
    /// <inheritdoc/>
    public static FactId Of(Guid value) => new(value);
}

/// <summary>An exhibit cited for or against a fact, or a fact tied to an element.</summary>
public readonly record struct TieId(Guid Value) : IId<TieId>
{
    /// <inheritdoc/>
    public static TieId Of(Guid value) => new(value);
}

/// <summary>A challenge or the answer to one.</summary>
public readonly record struct ChallengeId(Guid Value) : IId<ChallengeId>
{
    /// <inheritdoc/>
    public static ChallengeId Of(Guid value) => new(value);
}

/// <summary>A request for evidence.</summary>
public readonly record struct RequestId(Guid Value) : IId<RequestId>
{
    /// <inheritdoc/>
    public static RequestId Of(Guid value) => new(value);
}

/// <summary>Work that goes on without a person at the screen.</summary>
public readonly record struct JobId(Guid Value) : IId<JobId>
{
    /// <inheritdoc/>
    public static JobId Of(Guid value) => new(value);
}
