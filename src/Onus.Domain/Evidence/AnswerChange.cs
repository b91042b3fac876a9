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
        /// <summary>Every foundation that the answers give.</summary>
        public IReadOnlyList<FoundationId> Foundations => [.. new[] { File.Obtained }.OfType<FoundationId>(), .. Factual];

        internal IReadOnlyList<FoundationId> Factual =>
            [.. new[] { Keeper }.OfType<FoundationId>(), .. File.Factual, .. new[] { File.Translated }.OfType<FoundationId>()];
    }

    /// <summary>
    /// The exhibit on the new answers: what it had from the old ones is replaced wherever it stands on them, what somebody gave it besides stays. Where one of
    /// several was enough, what takes the place of one is enough in its place; what takes nobody's place is needed.
    /// </summary>
    /// <param name="exhibit">The exhibit.</param>
    /// <param name="before">The answers as they were.</param>
    /// <param name="after">The answers as they are to be.</param>
    /// <param name="cited">What it cites, and who sent that as the source writes it.</param>
    /// <param name="people">The people of the case.</param>
    /// <returns>The exhibit as it would stand; null where nothing of it came from an answer that changed.</returns>
    public static Exhibit? Follow(Exhibit exhibit, Answered before, Answered after, (RecordKind Kind, string? Sender) cited, IReadOnlyList<Person> people)
    {
        ArgumentNullException.ThrowIfNull(exhibit);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var was = FoundationRules.OriginsOf(before.File, cited.Kind, cited.Sender, people);
        var origins = FoundationRules.OriginsOf(after.File, cited.Kind, cited.Sender, people);
        IReadOnlyList<FoundationId> obtainedBefore = before.File.Obtained is { } o ? [o] : [];
        IReadOnlyList<FoundationId> obtained = after.File.Obtained is { } n ? [n] : [];
        var places = Places(before, after);
        var gone = before.Factual.Except(after.Factual).ToHashSet();
        var (vouchedBy, factual) = Vouched(exhibit, before.Factual, after.Factual, gone, places);
        var derived = exhibit.DerivedFrom.Select(from => (from.Unless, Now: InPlace(from.Unless))).ToList();
        var grounds = exhibit.Grounds.Select(ground => (ground.Rests, Now: Rests(ground.Rests))).ToList();
        var follows = exhibit with
        {
            Origins = Same(exhibit.Origins, Replace(exhibit.Origins, was, origins)),
            Legal = Same(exhibit.Legal, Replace(exhibit.Legal, obtainedBefore, obtained)),
            Factual = Same(exhibit.Factual, factual),
            VouchedBy = Same(exhibit.VouchedBy, vouchedBy),
            LegalAny = exhibit.LegalAny.Any(way => way.Intersect(obtainedBefore).Any())
                ? [.. exhibit.LegalAny.Select(way => Replace(way, obtainedBefore, obtained))]
                : exhibit.LegalAny,
            DerivedFrom = derived.TrueForAll(pair => pair.Unless.SequenceEqual(pair.Now))
                ? exhibit.DerivedFrom
                : [.. exhibit.DerivedFrom.Zip(derived, (derivation, pair) => derivation with { Unless = pair.Now })],
            Grounds = grounds.TrueForAll(pair => pair.Rests.SequenceEqual(pair.Now))
                ? exhibit.Grounds
                : [.. exhibit.Grounds.Zip(grounds, (ground, pair) => ground with { Rests = pair.Now })],
        };
        return ReferenceEquals(follows.Origins, exhibit.Origins) && ReferenceEquals(follows.Legal, exhibit.Legal) && ReferenceEquals(follows.Factual, exhibit.Factual)
            && ReferenceEquals(follows.VouchedBy, exhibit.VouchedBy) && ReferenceEquals(follows.DerivedFrom, exhibit.DerivedFrom) && ReferenceEquals(follows.Grounds, exhibit.Grounds)
            && follows.LegalAny.Zip(exhibit.LegalAny).All(pair => pair.First.SequenceEqual(pair.Second))
                ? null
                : follows;

        // What breaks a taint: where nothing takes its place, the taint is no longer broken.
        IReadOnlyList<FoundationId> InPlace(IReadOnlyList<FoundationId> list) =>
            [.. list.Select(id => places.GetValueOrDefault(id, id)).Where(id => !gone.Contains(id)).Distinct()];

        // A ground that rested on something never comes to rest on nothing: what has no successor of its own is replaced by all that is new, or stays.
        IReadOnlyList<FoundationId> Rests(IReadOnlyList<FoundationId> list)
        {
            var now = list.Select(id => places.GetValueOrDefault(id, id)).Distinct().ToList();
            var come = after.Factual.Except(before.Factual).Except(places.Values).ToList();
            return now.Exists(gone.Contains) && come.Count > 0 ? [.. now.Where(id => !gone.Contains(id)).Union(come)] : now;
        }
    }

    /// <summary>
    /// What takes whose place: how it was obtained, on whom the first answer lets it rest, who translated, and of the rest what alone takes the place of what
    /// alone goes.
    /// </summary>
    private static Dictionary<FoundationId, FoundationId> Places(Answered before, Answered after)
    {
        var places = new Dictionary<FoundationId, FoundationId>();
        Put(before.File.Obtained, after.File.Obtained);
        Put(before.Keeper, after.Keeper);
        Put(before.File.Translated, after.File.Translated);
        var gone = before.Factual.Except(after.Factual).Where(id => !places.ContainsKey(id)).ToList();
        var come = after.Factual.Except(before.Factual).Where(id => !places.ContainsValue(id)).ToList();
        Put(gone is [var one] ? one : null, come is [var other] ? other : null);
        return places;

        void Put(FoundationId? old, FoundationId? now)
        {
            // What another answer still gives has gone nowhere.
            if (old is { } was && now is { } comes && was != comes && !after.Foundations.Contains(was))
            {
                places.TryAdd(was, comes);
            }
        }
    }

    private static (IReadOnlyList<FoundationId> VouchedBy, IReadOnlyList<FoundationId> Factual) Vouched(
        Exhibit exhibit, IReadOnlyList<FoundationId> before, IReadOnlyList<FoundationId> after, HashSet<FoundationId> gone, Dictionary<FoundationId, FoundationId> places)
    {
        if (!exhibit.VouchedBy.Any(gone.Contains))
        {
            return (exhibit.VouchedBy, Replace(exhibit.Factual, before, after));
        }

        var instead = exhibit.VouchedBy.Where(id => !exhibit.Factual.Contains(id)).Select(id => places.GetValueOrDefault(id, id)).ToHashSet();
        var come = after.Except(before).Except(exhibit.Factual).Where(id => !instead.Contains(id));
        return (
            [.. exhibit.VouchedBy.Select(id => places.GetValueOrDefault(id, id)).Where(id => !gone.Contains(id)).Distinct()],
            [.. come, .. exhibit.Factual.Where(id => !gone.Contains(id))]);
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
