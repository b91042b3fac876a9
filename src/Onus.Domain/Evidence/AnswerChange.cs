using Onus.Domain.People;
using Onus.Domain.Shared;

namespace Onus.Domain.Evidence;

/// <summary>What a corrected answer about a file means for an exhibit out of it that stands on the answer as it was.</summary>
public static class AnswerChange
{
    /// <summary>A file with the foundation that its first answer gives, where it gives one.</summary>
    /// <param name="File">The file with its answers.</param>
    /// <param name="Keeper">See <see cref="FoundationRules.FromWhom"/>; null for none.</param>
    public sealed record Answered(Material File, FoundationId? Keeper)
    {
        internal IReadOnlyList<FoundationId> Factual =>
            [.. new[] { Keeper }.OfType<FoundationId>(), .. File.Factual, .. new[] { File.Translated }.OfType<FoundationId>()];
    }

    /// <summary>
    /// The exhibit on the new answers: what it had from the old ones is replaced, what somebody gave it besides stays.
    /// </summary>
    /// <param name="exhibit">The exhibit.</param>
    /// <param name="before">The answers as they were.</param>
    /// <param name="after">The answers as they are to be.</param>
    /// <param name="sender">Who sent what it cites, as the source writes it; null where that says nothing about its origin.</param>
    /// <param name="people">The people of the case.</param>
    /// <returns>The exhibit as it would stand; null where nothing of it came from an answer that changed.</returns>
    public static Exhibit? Follow(Exhibit exhibit, Answered before, Answered after, string? sender, IReadOnlyList<Person> people)
    {
        ArgumentNullException.ThrowIfNull(exhibit);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var was = FoundationRules.OriginOf(before.File, sender, people);
        var origin = FoundationRules.OriginOf(after.File, sender, people);
        IReadOnlyList<FoundationId> obtainedBefore = before.File.Obtained is { } o ? [o] : [];
        IReadOnlyList<FoundationId> obtained = after.File.Obtained is { } n ? [n] : [];
        var follows = exhibit with
        {
            Origins = Same(exhibit.Origins, Replace(exhibit.Origins, [was], [origin])),
            Legal = Same(exhibit.Legal, Replace(exhibit.Legal, obtainedBefore, obtained)),
            Factual = Same(exhibit.Factual, Replace(exhibit.Factual, before.Factual, after.Factual)),
            LegalAny = exhibit.LegalAny.Any(way => way.Intersect(obtainedBefore).Any()) && obtained != obtainedBefore
                ? [.. exhibit.LegalAny.Select(way => Replace(way, obtainedBefore, obtained))]
                : exhibit.LegalAny,
        };
        return ReferenceEquals(follows.Origins, exhibit.Origins) && ReferenceEquals(follows.Legal, exhibit.Legal) && ReferenceEquals(follows.Factual, exhibit.Factual)
            && follows.LegalAny.Zip(exhibit.LegalAny).All(pair => pair.First.SequenceEqual(pair.Second))
                ? null
                : follows;
    }

    /// <summary>A list in which what came from the old answers gives way to the new; left alone where it does not carry all of the old ones.</summary>
    private static IReadOnlyList<T> Replace<T>(IReadOnlyList<T> list, IReadOnlyList<T> before, IReadOnlyList<T> after)
    {
        // Somebody took one of them away by hand: only what is still there is replaced, and what never was an answer's is not brought in twice.
        var gone = before.Except(after).ToHashSet();
        var come = after.Except(before).Except(list).ToList();
        return gone.Count > 0 && !list.Any(gone.Contains) ? list : [.. come, .. list.Where(item => !gone.Contains(item))];
    }

    private static IReadOnlyList<T> Same<T>(IReadOnlyList<T> old, IReadOnlyList<T> now) => old.SequenceEqual(now) ? old : now;
}
