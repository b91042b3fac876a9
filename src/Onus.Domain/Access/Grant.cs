using Onus.Domain.Shared;

namespace Onus.Domain.Access;

/// <summary>
/// That somebody who is in a case sees a compartment of it which their role does not open. The row lies in the compartment that it opens: whoever sees what is in
/// there sees who else does.
/// </summary>
public sealed record Grant : CaseRow
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    protected override CompartmentKind Home => CompartmentKind.Unknown;

    /// <summary>To whom.</summary>
    public required AccountId Account { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>Who opened it, by display name at that time.</summary>
    public required string By { get; init; }

    /// <summary>When it ends, in UTC; null for no end.</summary>
    public DateTimeOffset? Until { get; init; }
}
