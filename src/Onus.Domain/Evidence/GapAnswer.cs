using Onus.Domain.Shared;

namespace Onus.Domain.Evidence;

/// <summary>
/// Somebody's word that nothing happened in a month of which the files have no entry: of an account no movement, of a chat no message. It takes nothing
/// away: it stands beside the gap with who said it.
/// </summary>
public sealed record GapAnswer : CaseRow
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    protected override CompartmentKind Home => CompartmentKind.Record;

    /// <summary>Whose account it is, as the sources write it; empty for a chat and for an account whose holder no file names.</summary>
    public string Holder { get; init; } = "";

    /// <summary>A file of the account or chat; it tells which one where no holder does.</summary>
    public required MaterialId Material { get; init; }

    /// <summary>First day of the month.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>Who or what says so, in words.</summary>
    public required string SaidBy { get; init; }

    /// <summary>The day on which it was said.</summary>
    public required DateOnly SaidOn { get; init; }

    /// <summary>Why it is noted, in words.</summary>
    public required string Reason { get; init; }

    /// <summary>Who noted it, by display name at that time.</summary>
    public required string NotedBy { get; init; }

    /// <summary>When it was noted, in UTC.</summary>
    public required DateTimeOffset NotedAt { get; init; }

    /// <summary>Why it cannot be noted like this; null where it can.</summary>
    /// <param name="month">The month.</param>
    /// <param name="saidBy">Who or what says so.</param>
    /// <param name="saidOn">When.</param>
    /// <param name="reason">Why it is noted.</param>
    /// <param name="today">The day on which the case stands.</param>
    /// <returns><c>gaps.said-by-missing</c>, <c>gaps.said-on-missing</c>, <c>gaps.said-on-early</c> of a day on which the month was not over, <c>gaps.said-on-late</c> of one that has not come, <c>gaps.reason-missing</c>.</returns>
    public static Error? Refuse(CalendarMonth month, string saidBy, DateOnly? saidOn, string reason, DateOnly today) =>
        string.IsNullOrWhiteSpace(saidBy) ? Error.Invalid("gaps.said-by-missing")
        : saidOn is not { } day ? Error.Invalid("gaps.said-on-missing")
        : day <= month.Last ? Error.Invalid("gaps.said-on-early", ("day", month.Last))
        : day > today ? Error.Invalid("gaps.said-on-late")
        : string.IsNullOrWhiteSpace(reason) ? Error.Invalid("gaps.reason-missing")
        : null;
}
