using Onus.Content;
using Onus.Domain.Evidence;

namespace Onus.Casework.Records;

/// <summary>What is said of a month without an entry, on pages and papers.</summary>
public static class GapWords
{
    /// <summary>Who says when and why that nothing happened, and who noted it.</summary>
    public static string Said(Texts texts, GapAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(answer);
        return texts.Format(
            "gaps.said", ("who", answer.SaidBy), ("day", texts.Day(answer.SaidOn)), ("reason", answer.Reason), ("by", answer.NotedBy),
            ("noted", texts.Day(DateOnly.FromDateTime(answer.NotedAt.UtcDateTime))));
    }
}
