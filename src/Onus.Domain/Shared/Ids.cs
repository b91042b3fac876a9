namespace Onus.Domain.Shared;

// One type an id, so that a person can't be passed for a fact. Values are version-7 GUIDs: sorted by time of creation.

/// <summary>A person who signs in.</summary>
public readonly record struct AccountId(Guid Value);

/// <summary>A case.</summary>
public readonly record struct CaseId(Guid Value);

/// <summary>Someone the case is about, by pseudonym.</summary>
public readonly record struct PersonId(Guid Value);

/// <summary>A count: one offence against one defendant.</summary>
public readonly record struct CountId(Guid Value);

/// <summary>The smallest thing that can fall at one stroke.</summary>
public readonly record struct FoundationId(Guid Value);

/// <summary>A file as received.</summary>
public readonly record struct MaterialId(Guid Value);

/// <summary>A passage or object put forward as evidence.</summary>
public readonly record struct ExhibitId(Guid Value);

/// <summary>One assertion.</summary>
public readonly record struct FactId(Guid Value);

/// <summary>An exhibit cited for or against a fact, or a fact tied to an element.</summary>
public readonly record struct TieId(Guid Value);

/// <summary>A challenge or the answer to one.</summary>
public readonly record struct ChallengeId(Guid Value);

/// <summary>A request for evidence.</summary>
public readonly record struct RequestId(Guid Value);
