using Onus.Domain.Shared;

namespace Onus.Domain.Evidence;

/// <summary>
/// That whoever gave a consent, or something without an order, took it back. It changes nothing by itself: what becomes of what was read before is a
/// question of law, and waits for counsel.
/// </summary>
/// <param name="On">The day on which it was said.</param>
/// <param name="SaidTo">To whom it was said.</param>
/// <param name="SaidBy">Who said it, where it was not the giver: a guardian, the advocate; empty where it was.</param>
/// <param name="NotedBy">Who noted it here, by display name at that time.</param>
/// <param name="NotedAt">When it was noted, in UTC.</param>
/// <param name="Decided">What counsel decided about it afterwards, and in which paper; null while nobody has.</param>
public sealed record TakenBack(DateOnly On, string SaidTo, string SaidBy, string NotedBy, DateTimeOffset NotedAt, string? Decided = null)
{
    /// <summary>Whether what rests on a kind of foundation was given by somebody who can take it back: a consent, and what was handed over without an order.</summary>
    public static bool Applies(FoundationKind kind) => kind is FoundationKind.Consent or FoundationKind.HandedOver;

    /// <summary>Why it cannot be noted like this; null where it can.</summary>
    /// <param name="kind">What was taken back.</param>
    /// <param name="on">The day on which it was said; null for none.</param>
    /// <param name="saidTo">To whom.</param>
    /// <param name="today">The day on which the case stands.</param>
    /// <returns><c>foundations.taken-back-kind</c>, <c>foundations.taken-back-on-missing</c>, <c>foundations.taken-back-on-future</c>, <c>foundations.taken-back-to-missing</c>.</returns>
    public static Error? Refuse(FoundationKind kind, DateOnly? on, string saidTo, DateOnly today) =>
        !Applies(kind) ? Error.Invalid("foundations.taken-back-kind")
        : on is not { Year: >= 1900 } day ? Error.Invalid("foundations.taken-back-on-missing")
        : day > today ? Error.Invalid("foundations.taken-back-on-future")
        : string.IsNullOrWhiteSpace(saidTo) ? Error.Invalid("foundations.taken-back-to-missing")
        : null;
}
