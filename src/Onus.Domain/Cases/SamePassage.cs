using Onus.Domain.Charges;
using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Domain.Shared;

namespace Onus.Domain.Cases;

/// <summary>Exhibits that a sustained ruling on another is about too, or may be.</summary>
/// <param name="Reached">Those that hold some of the same words: the ruling reaches them.</param>
/// <param name="Beside">Those of the same record that hold other words of it, which no ruling reaches by itself.</param>
/// <param name="Copies">Those of another file that hold the very same words; that may be a source of its own, so no ruling reaches them by itself.</param>
public sealed record RuledPassages(
    IReadOnlyList<(Challenge Ruling, Exhibit Ruled, Exhibit Same)> Reached, IReadOnlyList<(Exhibit Ruled, Exhibit Beside)> Beside, IReadOnlyList<(Exhibit Ruled, Exhibit Copy)> Copies);

/// <summary>
/// Exhibits that hold the same passage, or part of it. A court that keeps a passage out, or says that it is not to be believed, says so of the words and not of a
/// number in a list: what holds some of them is under the ruling too, until the court has said otherwise of it on the same question.
/// </summary>
public static class SamePassage
{
    /// <summary>How many letters the end of one and the beginning of another have to share, where nobody knows at which places of the record they stand: fewer are chance.</summary>
    private const int Shared = 4;

    /// <summary>The same where words are not parted by blanks: two characters are a word there.</summary>
    private const int SharedRunning = 2;

    /// <summary>Exhibits that a sustained ruling on another reaches, each with the ruling and the exhibit that it was on.</summary>
    /// <param name="snapshot">The case as its reader may see it: who sees no rulings is told of none.</param>
    public static RuledPassages Of(CaseSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return Of(snapshot.Exhibits, snapshot.Challenges, snapshot.Places);
    }

    /// <summary>The same of exhibits and challenges, whoever may see them.</summary>
    /// <param name="exhibits">The exhibits of the case.</param>
    /// <param name="challenges">Its challenges.</param>
    /// <param name="places">Where their words stand, as <see cref="CaseSnapshot.Places"/> has it.</param>
    public static RuledPassages Of(IReadOnlyCollection<Exhibit> exhibits, IEnumerable<Challenge> challenges, IReadOnlyDictionary<ExhibitId, IReadOnlyList<Stretch>> places)
    {
        var about = challenges.Where(challenge => challenge.On.Kind is TargetKind.Exhibit or TargetKind.Admission && challenge.Ruling != Ruling.None).ToList();
        // That the words are not kept out says nothing of whether they are believed.
        var own = about.Select(challenge => (challenge.On.Id, challenge.Mode)).ToHashSet();
        var struck = about.Where(challenge => challenge is { By: ArguedBy.Defence, Ruling: Ruling.Sustained }).ToLookup(challenge => challenge.On.Id);
        var pairs = struck.Count == 0 ? [] :
            (from ruled in exhibits
             from ruling in struck[ruled.Id.Value]
             from other in exhibits
             where other.Id != ruled.Id && !own.Contains((other.Id.Value, ruling.Mode))
             let isOfRecord = ruled.Record is not null && other.Record == ruled.Record
             where isOfRecord || IsCopy(ruled, other)
             select (Ruling: ruling, Ruled: ruled, Other: other, IsOfRecord: isOfRecord, IsSame: !isOfRecord || Overlap(ruled, other, places))).ToList();
        return new(
            [.. pairs.Where(pair => pair is { IsOfRecord: true, IsSame: true }).Select(pair => (pair.Ruling, pair.Ruled, pair.Other)).DistinctBy(pair => (pair.Ruling.Id, pair.Other.Id))],
            Pairs(pair => !pair.IsSame),
            Pairs(pair => !pair.IsOfRecord));

        IReadOnlyList<(Exhibit, Exhibit)> Pairs(Func<(Challenge Ruling, Exhibit Ruled, Exhibit Other, bool IsOfRecord, bool IsSame), bool> which) =>
            [.. pairs.Where(which).Select(pair => (pair.Ruled, pair.Other)).DistinctBy(pair => (pair.Ruled.Id, pair.Other.Id))];
    }

    /// <summary>Whether another file holds the very same, letter for letter or byte for byte, and they share some of it: one conversation exported twice, one picture kept twice.</summary>
    private static bool IsCopy(Exhibit one, Exhibit other) => one.Record != other.Record && one.Locator?.Slice is { Hex: { Length: > 0 } hash } && other.Locator?.Slice.Hex == hash
        && Overlap(one, other);

    /// <summary>Whether two exhibits of one record hold some of the same words or parts.</summary>
    /// <param name="one">An exhibit.</param>
    /// <param name="other">Another of the same record.</param>
    /// <param name="places">Where their words stand in it, as <see cref="CaseSnapshot.Places"/> has it.</param>
    public static bool Overlap(Exhibit one, Exhibit other, IReadOnlyDictionary<ExhibitId, IReadOnlyList<Stretch>> places)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        ArgumentNullException.ThrowIfNull(places);
        return Parted(one, other) is null && places.TryGetValue(one.Id, out var here) && places.TryGetValue(other.Id, out var there)
            ? here.Any(stretch => there.Any(stretch.Overlaps))
            : Overlap(one, other);
    }

    private static bool Overlap(Exhibit one, Exhibit other) => Parted(one, other) is { } parts
        ? parts.One.Any(part => parts.Other.Any(of => Overlap(part, of)))
        : Overlap(FoldedName.WordsOf(one.Quote), FoldedName.WordsOf(other.Quote));

    /// <summary>The parts of a page or picture that they hold; null where one of them holds it by its words, or whole.</summary>
    private static (IReadOnlyList<Box> One, IReadOnlyList<Box> Other)? Parted(Exhibit one, Exhibit other) =>
        (one.Locator?.At.Parts(), other.Locator?.At.Parts()) is ({ Count: > 0 } parts, { Count: > 0 } others) ? (parts, others) : null;

    private static bool Overlap(Box one, Box other) =>
        one.X < other.X + other.Width && other.X < one.X + one.Width && one.Y < other.Y + other.Height && other.Y < one.Y + one.Height;

    // The record is read otherwise now than one of them was cited, so the letters are compared: the one within the other, or the end of the one as the beginning of
    // the other. What has none, a picture, is whole.
    private static bool Overlap(IReadOnlyList<string> one, IReadOnlyList<string> other)
    {
        var (letters, others) = (string.Concat(one), string.Concat(other));
        return letters.Contains(others, StringComparison.Ordinal) || others.Contains(letters, StringComparison.Ordinal) || one[^1] == other[0] || other[^1] == one[0] || Runs(letters, others) || Runs(others, letters);
    }

    private static bool Runs(string first, string then) => Enumerable.Range(SharedRunning, Math.Max(0, Math.Min(first.Length, then.Length) - SharedRunning + 1))
        .Any(shared => (shared >= Shared || LetterForms.IsRunning(then[0])) && first.AsSpan(first.Length - shared).SequenceEqual(then.AsSpan(0, shared)));
}
