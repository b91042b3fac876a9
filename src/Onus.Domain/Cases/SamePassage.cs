using Onus.Domain.Evidence;

namespace Onus.Domain.Cases;

/// <summary>
/// Exhibits that hold the same passage, or part of it. A court that keeps a passage out, or says that it is not to be believed, says so of the words and not of a
/// number in a list: what holds some of them is under the ruling too, until the court has said of it otherwise.
/// </summary>
public static class SamePassage
{
    /// <summary>Exhibits that a sustained ruling on another reaches, each with the exhibit that it was on.</summary>
    /// <param name="snapshot">The case as its reader may see it: who sees no rulings is told of none.</param>
    /// <returns>The reached; and those of the same record that hold other words of it, which no ruling reaches by itself.</returns>
    public static (IReadOnlyList<(Exhibit Ruled, Exhibit Same)> Reached, IReadOnlyList<(Exhibit Ruled, Exhibit Beside)> Beside) Of(CaseSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var about = snapshot.Challenges.Where(challenge => challenge.On.Kind is TargetKind.Exhibit or TargetKind.Admission && challenge.Ruling != Ruling.None).ToList();
        var own = about.Select(challenge => challenge.On.Id).ToHashSet();
        var struck = about.Where(challenge => challenge is { By: ArguedBy.Defence, Ruling: Ruling.Sustained }).Select(challenge => challenge.On.Id).ToHashSet();
        var pairs = struck.Count == 0 ? [] : snapshot.Exhibits.Where(exhibit => struck.Contains(exhibit.Id.Value) && exhibit.Record is not null)
            .SelectMany(ruled => snapshot.Exhibits.Where(other => other.Record == ruled.Record && !own.Contains(other.Id.Value)), (ruled, other) => (Ruled: ruled, Other: other)).ToList();
        var reached = pairs.Where(pair => Overlap(pair.Ruled, pair.Other)).DistinctBy(pair => (pair.Ruled.Id, pair.Other.Id)).ToList();
        var ids = reached.Select(pair => pair.Other.Id).ToHashSet();
        return (reached, pairs.FindAll(pair => !ids.Contains(pair.Other.Id)));
    }

    /// <summary>Whether two exhibits of one record hold some of the same words or parts.</summary>
    private static bool Overlap(Exhibit one, Exhibit other) => (one.Locator?.At.Parts(), other.Locator?.At.Parts()) is ({ Count: > 0 } parts, { Count: > 0 } others)
        ? parts.Any(part => others.Any(of => Overlap(part, of)))
        : Overlap(Words(one.Quote), Words(other.Quote));

    private static bool Overlap(Box one, Box other) =>
        one.X < other.X + other.Width && other.X < one.X + one.Width && one.Y < other.Y + other.Height && other.Y < one.Y + one.Height;

    // The place of quoted words is their whole record, so the words themselves are compared: the one within the other, or the end of the one, by more than a
    // word, as the beginning of the other. A picture has none and is whole.
    private static bool Overlap(string[] one, string[] other) => one.Length == 0 || other.Length == 0 || Within(one, other) || Within(other, one) || Runs(one, other) || Runs(other, one);

    private static bool Within(string[] part, string[] whole) => Enumerable.Range(0, Math.Max(0, whole.Length - part.Length + 1)).Any(at => whole.AsSpan(at, part.Length).SequenceEqual(part));

    private static bool Runs(string[] first, string[] then) => Enumerable.Range(2, Math.Max(0, Math.Min(first.Length, then.Length) - 1)).Any(shared => first.AsSpan(first.Length - shared).SequenceEqual(then.AsSpan(0, shared)));

    // A mark at the edge of what somebody selected makes no other words of it.
    private static string[] Words(string quote) => [.. quote.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('.', ',', ';', ':', '!', '?', '"', '\'', '(', ')', '“', '”')).Where(word => word.Length > 0)];
}
