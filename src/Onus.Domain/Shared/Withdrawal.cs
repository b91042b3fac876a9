namespace Onus.Domain.Shared;

/// <summary>That something was withdrawn.</summary>
/// <param name="Reason">Why.</param>
/// <param name="By">Who did it, by display name at that time.</param>
/// <param name="At">When, in UTC.</param>
public sealed record Withdrawal(string Reason, string By, DateTimeOffset At);
