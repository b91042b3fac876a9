using Onus.Domain.Shared;

namespace Onus.Domain.Charges;

/// <summary>One offence against one defendant for one survivor or act, under the law of the offence date.</summary>
public sealed record Count : CaseRow, INumbered
{
    /// <summary>Identity.</summary>
    public required CountId Id { get; init; }

    /// <inheritdoc/>
    protected override CompartmentKind Home => CompartmentKind.CounselsPapers;

    /// <summary>Number in the draft, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Offence in the law pack, for example <c>us.1589-a</c>.</summary>
    public required string OffenceId { get; init; }

    /// <summary>Who is charged.</summary>
    public required PersonId Defendant { get; init; }

    /// <summary>For whom; null where the offence is not against a person.</summary>
    public PersonId? Survivor { get; init; }

    /// <summary>First day of the act. The law of this day applies.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day of the act.</summary>
    public required DateOnly To { get; init; }

    /// <summary>That it was withdrawn; null while it stands. A count that was withdrawn keeps its number and is no part of proof or papers.</summary>
    public Withdrawal? Withdrawn { get; init; }
}
