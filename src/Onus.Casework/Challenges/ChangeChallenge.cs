using Microsoft.EntityFrameworkCore;
using Onus.Domain.Charges;
using Onus.Domain.Law;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Challenges;

/// <summary>
/// Corrects a challenge or an answer, also what it is aimed at and, with a reason, what it rests on, or takes it out with a reason. What the court has ruled on stays as it is: the ruling is
/// set back first. The log keeps what stood before.
/// </summary>
public sealed class ChangeChallenge(OnusStore store, LawPacks law)
{
    /// <summary>What to correct.</summary>
    /// <param name="Challenge">The challenge or answer.</param>
    /// <param name="Version">The version that the person saw.</param>
    /// <param name="Text">The argument in words.</param>
    /// <param name="Mode">How it works; of an answer it is not asked.</param>
    /// <param name="Competes">Of an answer: that it only competes, and the matter stays contested.</param>
    /// <param name="On">What it is to be aimed at; null to leave that.</param>
    public sealed record Command(ChallengeId Challenge, int Version, string Text, ChallengeMode Mode, bool Competes, Target? On = null)
    {
        /// <summary>What it is to rest on; null to leave that.</summary>
        public IReadOnlyList<Target>? Premises { get; init; }

        /// <summary>Why it is to rest on something else; may be empty where it does not.</summary>
        public string Why { get; init; } = "";
    }

    /// <summary>What to take out.</summary>
    /// <param name="Challenge">The challenge or answer.</param>
    /// <param name="Version">The version that the person saw.</param>
    /// <param name="Reason">Why, in words.</param>
    public sealed record Removal(ChallengeId Challenge, int Version, string Reason);

    /// <summary>Corrects it.</summary>
    /// <returns>
    /// <c>challenges.not-found</c>, <c>rows.changed-meanwhile</c>, <c>challenges.ruled-on</c>, <c>challenges.text-missing</c>, those of <see cref="ChallengeTarget.Fault"/>,
    /// <c>challenges.answers-itself</c> where it would be aimed at what answers it, that of <see cref="ChallengeTarget.PremiseFault"/>, <c>challenges.premise-why-missing</c>
    /// where it would rest on something else without a reason.
    /// </returns>
    public Task<Result<ChallengeId>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return store.Do<Challenge, ChallengeId>(Acts.ChallengeChanged, Of(command.Challenge, command.Version), actor, async (work, challenge) =>
        {
            if (challenge.Ruling != Ruling.None)
            {
                return Error.Invalid("challenges.ruled-on");
            }

            if (string.IsNullOrWhiteSpace(command.Text))
            {
                return Error.Invalid("challenges.text-missing");
            }

            var attack = challenge.By == ArguedBy.Defence;
            var mode = attack ? command.Mode : challenge.Mode;
            var on = command.On ?? challenge.On;
            // What it was aimed at may be gone by now, and its words are corrected all the same.
            if (await ChallengeTarget.Fault(work.Db, law, challenge.CaseId, challenge.By, on, mode, cancel) is { } fault
                && (on != challenge.On || mode != challenge.Mode || fault.Key != "challenges.target-missing"))
            {
                return fault;
            }

            if (on != challenge.On && LeadsTo(challenge.Id, on, await work.Db.Challenges.Where(c => c.CaseId == challenge.CaseId).ToListAsync(cancel)))
            {
                return Error.Invalid("challenges.answers-itself");
            }

            IReadOnlyList<Target> premises = [.. (command.Premises ?? challenge.Premises).Distinct()];
            // What it rested on may be gone by now, and stays as it is until somebody takes it off.
            if (await ChallengeTarget.PremiseFault(work.Db, law, challenge.CaseId, premises.Except(challenge.Premises), cancel) is { } missing)
            {
                return missing;
            }

            if (!premises.ToHashSet().SetEquals(challenge.Premises))
            {
                if (string.IsNullOrWhiteSpace(command.Why))
                {
                    return Error.Invalid("challenges.premise-why-missing");
                }

                work.Tell(new { challenge = challenge.Id, reason = command.Why.Trim() });
            }

            work.Change(challenge, challenge with { Text = command.Text.Trim(), Mode = mode, On = on, Competes = !attack && command.Competes, Premises = premises });
            return challenge.Id;
        }, cancel);
    }

    /// <summary>Takes it out.</summary>
    /// <returns>
    /// <c>challenges.not-found</c>, <c>rows.changed-meanwhile</c>, <c>challenges.ruled-on</c>, <c>challenges.reason-missing</c>, <c>challenges.answered-first</c> where
    /// something answers it: that would be left without what it answers.
    /// </returns>
    public Task<Result<ChallengeId>> Remove(Removal removal, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(removal);
        return store.Do<Challenge, ChallengeId>(Acts.ChallengeRemoved, Of(removal.Challenge, removal.Version), actor, async (work, challenge) =>
        {
            if (challenge.Ruling != Ruling.None)
            {
                return Error.Invalid("challenges.ruled-on");
            }

            if (string.IsNullOrWhiteSpace(removal.Reason))
            {
                return Error.Invalid("challenges.reason-missing");
            }

            if ((await work.Db.Challenges.Where(c => c.CaseId == challenge.CaseId).ToListAsync(cancel)).Exists(c => c.On == new Target(TargetKind.Challenge, challenge.Id.Value)))
            {
                return Error.Invalid("challenges.answered-first");
            }

            work.Remove(challenge);
            work.Tell(new { challenge = challenge.Id, reason = removal.Reason.Trim() });
            return challenge.Id;
        }, cancel);
    }

    // An argument that in the end would be aimed at itself argues about nothing.
    private static bool LeadsTo(ChallengeId id, Target on, List<Challenge> all)
    {
        for (var steps = 0; on.Kind == TargetKind.Challenge && steps <= all.Count; steps++)
        {
            if (on.Id == id.Value)
            {
                return true;
            }

            on = all.Find(challenge => challenge.Id.Value == on.Id)?.On ?? new Target(TargetKind.Unknown, Guid.Empty);
        }

        return false;
    }

    private static Seen<Challenge> Of(ChallengeId id, int version) => new(rows => rows.Challenges.Where(c => c.Id == id), version, "challenges.not-found");
}
