using Onus.Domain.Charges;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Challenges;

/// <summary>Records that a challenge was filed, or what the court said about it.</summary>
public sealed class RuleOnChallenge(OnusStore store)
{
    /// <summary>What happened.</summary>
    /// <param name="Challenge">The challenge or answer.</param>
    /// <param name="Version">The version the person saw.</param>
    /// <param name="Status">Possible or filed.</param>
    /// <param name="Ruling">What the court said.</param>
    /// <param name="Reference">Where it is found; required for a ruling.</param>
    public sealed record Command(ChallengeId Challenge, int Version, ChallengeStatus Status, Ruling Ruling, string Reference);

    /// <summary>Records it.</summary>
    /// <returns><c>challenges.not-found</c>, <c>challenges.reference-missing</c>, <c>rows.changed-meanwhile</c>.</returns>
    public Task<Result<ChallengeId>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return store.Do<Challenge, ChallengeId>(Acts.ChallengeRuled, new Seen<Challenge>(rows => rows.Challenges.Where(c => c.Id == command.Challenge), command.Version, "challenges.not-found"), actor, (work, challenge) =>
        {
            if (command.Ruling != Ruling.None && string.IsNullOrWhiteSpace(command.Reference))
            {
                return Error.Invalid("challenges.reference-missing");
            }

            work.Change(challenge, challenge with { Status = command.Status, Ruling = command.Ruling, Reference = command.Reference.Trim() });
            return challenge.Id;
        }, cancel);
    }
}
