using Onus.Domain.Cases;
using Onus.Domain.Law;
using Onus.Domain.Proof;
using Onus.Domain.Shared;
using Ruling = Onus.Domain.Cases.Ruling;

namespace Onus.Domain.Answers;

/// <summary>What one challenge or answer does to a case.</summary>
public static class ChallengeEffect
{
    /// <summary>The counts that stand otherwise because of it, by number: before is without it, after is with it. Null where the case is no sound graph.</summary>
    public static IReadOnlyList<Effect>? Of(CaseSnapshot snapshot, ChallengeId id, LawPacks law)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return Effect.Of(Without(snapshot, id), snapshot, law);
    }

    /// <summary>The counts that stand under the rulings so far and would not if the court sustained it, by number; a count that is contested already is told too.</summary>
    public static IReadOnlyList<Count> FallIfSustained(CaseSnapshot snapshot, Challenge challenge, LawPacks law)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(challenge);
        return challenge.By != ArguedBy.Defence || challenge.Ruling != Ruling.None ? []
            : [.. (Effect.Of(snapshot, snapshot with { Challenges = [.. snapshot.Challenges.Select(one => one.Id == challenge.Id ? one with { Status = ChallengeStatus.Filed, Ruling = Ruling.Sustained } : one)] }, law) ?? [])
                .Where(effect => effect.Before.Ruled == ProofState.Stands && effect.After.Ruled != ProofState.Stands).Select(effect => effect.Count)];
    }

    /// <summary>
    /// What an answer rests on that falls together with what the challenge attacks: such an answer ends nothing, as the attack takes it along. An exhibit that
    /// was found under a search order does not save that order.
    /// </summary>
    public static IReadOnlyList<Target> FallsWith(CaseSnapshot snapshot, Challenge answer, LawPacks law)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(law);
        if (answer.Premises.Count == 0 || answer.On.Kind != TargetKind.Challenge || snapshot.Challenges.FirstOrDefault(challenge => challenge.Id.Value == answer.On.Id) is not { By: ArguedBy.Defence } attacked)
        {
            return [];
        }

        var bare = Without(Without(snapshot, answer.Id), attacked.Id);
        var holds = Standing(bare, law);
        var struck = Standing(bare with { Challenges = [.. bare.Challenges, attacked with { Status = ChallengeStatus.Filed, Ruling = Ruling.Sustained }] }, law);
        return holds is null || struck is null ? [] : [.. answer.Premises.Where(premise => NodeOf(premise, snapshot) is { } node
            && holds.Value.Proof.Items.ContainsKey(node) && struck.Value.Proof.Items.ContainsKey(node)
            && holds.Value.Standing[node, Reading.RuledOnly] == ProofState.Stands && struck.Value.Standing[node, Reading.RuledOnly] != ProofState.Stands)];
    }

    private static CaseSnapshot Without(CaseSnapshot snapshot, ChallengeId id) => snapshot with { Challenges = [.. snapshot.Challenges.Where(challenge => challenge.Id != id)] };

    private static (CaseProof Proof, Standing Standing)? Standing(CaseSnapshot snapshot, LawPacks law)
    {
        var proof = CaseProof.Of(snapshot, law);
        return ProofEngine.Of(proof.Graph).Engine is { } engine ? (proof, engine.Evaluate()) : null;
    }

    private static string? NodeOf(Target target, CaseSnapshot snapshot) => target.Kind switch
    {
        TargetKind.Foundation => ProofId.Of(new FoundationId(target.Id)),
        TargetKind.Exhibit or TargetKind.Admission => snapshot.Exhibits.FirstOrDefault(exhibit => exhibit.Id.Value == target.Id) is { } exhibit ? ProofId.Of(exhibit) : null,
        TargetKind.Fact => ProofId.Of(new FactId(target.Id)),
        TargetKind.ExhibitTie => snapshot.ExhibitTies.FirstOrDefault(tie => tie.Id.Value == target.Id) is { } cite ? ProofId.Of(cite) : null,
        TargetKind.FactTie => snapshot.FactTies.FirstOrDefault(tie => tie.Id.Value == target.Id) is { } tie ? ProofId.Of(tie) : null,
        _ => null,
    };
}
