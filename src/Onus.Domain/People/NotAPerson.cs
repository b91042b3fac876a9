using Onus.Domain.Shared;

namespace Onus.Domain.People;

/// <summary>
/// A name in the records that somebody looked at and that is no person: a group, a service, a machine. It then stands in no list of people; its records
/// stay where they are.
/// </summary>
public sealed record NotAPerson : CaseRow
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    protected override CompartmentKind Home => CompartmentKind.Record;

    /// <summary>The name exactly as the sources write it.</summary>
    public required string Name { get; init; }
}
