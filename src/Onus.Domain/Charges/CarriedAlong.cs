using Onus.Domain.Shared;

namespace Onus.Domain.Charges;

/// <summary>
/// What goes along when a tie or a count gets a copy: the challenges of it, with their rulings, and every answer to them. A court that ruled on the one
/// ruled on the other, which is the same under another id.
/// </summary>
public static class CarriedAlong
{
    /// <summary>Copies of the challenges that are aimed at what was copied, and of all answers to these, in the order in which they are found.</summary>
    /// <param name="challenges">The challenges and answers of the case.</param>
    /// <param name="copy">The copy of a target; null where it has none.</param>
    /// <param name="id">Makes an identity.</param>
    public static IReadOnlyList<Challenge> Challenges(IReadOnlyCollection<Challenge> challenges, Func<Target, Target?> copy, Func<Guid> id)
    {
        ArgumentNullException.ThrowIfNull(challenges);
        ArgumentNullException.ThrowIfNull(copy);
        ArgumentNullException.ThrowIfNull(id);
        var copies = new Dictionary<Guid, Guid>();
        var found = new List<Challenge>();
        // An answer may be listed before what it answers, so it goes on until a round finds nothing.
        for (var before = -1; before < found.Count;)
        {
            before = found.Count;
            foreach (var challenge in challenges.Where(challenge => !copies.ContainsKey(challenge.Id.Value)))
            {
                if (Of(challenge.On) is { } on)
                {
                    copies.Add(challenge.Id.Value, id());
                    found.Add(challenge with { Id = new ChallengeId(copies[challenge.Id.Value]), Version = 1, On = on, Premises = [.. challenge.Premises.Select(premise => Of(premise) ?? premise)] });
                }
            }
        }

        return found;

        Target? Of(Target target) => target.Kind == TargetKind.Challenge
            ? copies.TryGetValue(target.Id, out var answered) ? target with { Id = answered } : null
            : copy(target);
    }

    /// <summary>The copies of ties as targets.</summary>
    public static Func<Target, Target?> To(IReadOnlyDictionary<TieId, TieId> copies) =>
        target => target.Kind == TargetKind.FactTie && copies.TryGetValue(new TieId(target.Id), out var copy) ? target with { Id = copy.Value } : null;

    /// <summary>The elements of a count as those of another.</summary>
    public static Func<Target, Target?> To(CountId count, CountId copy) =>
        target => target.Kind == TargetKind.Element && target.Id == count.Value ? target with { Id = copy.Value } : null;
}
