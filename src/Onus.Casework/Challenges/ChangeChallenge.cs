using Microsoft.EntityFrameworkCore;
using Onus.Domain.Cases;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Log;

namespace Onus.Casework.Challenges;

/// <summary>
/// Corrects a challenge or an answer, or takes it out with a reason. What the court has ruled on is not reworded: the ruling is set back first. The log
/// keeps what stood before.
/// </summary>
public sealed class ChangeChallenge(OnusStore store)
{
    /// <summary>What to correct. What it is aimed at stays.</summary>
    /// <param name="Challenge">The challenge or answer.</param>
    /// <param name="Version">The version that the person saw.</param>
    /// <param name="Text">The argument in words.</param>
    /// <param name="Mode">How it works; of an answer it is not asked.</param>
    /// <param name="Competes">Of an answer: that it only competes, and the matter stays contested.</param>
    public sealed record Command(ChallengeId Challenge, int Version, string Text, ChallengeMode Mode, bool Competes);

    /// <summary>What to take out.</summary>
    /// <param name="Challenge">The challenge or answer.</param>
    /// <param name="Version">The version that the person saw.</param>
    /// <param name="Reason">Why, in words.</param>
    public sealed record Removal(ChallengeId Challenge, int Version, string Reason);

    /// <summary>Corrects it.</summary>
    /// <returns><c>challenges.not-found</c>, <c>rows.changed-meanwhile</c>, <c>challenges.ruled-on</c>, <c>challenges.text-missing</c>, <c>challenges.mode-senseless</c>.</returns>
    public async Task<Result<ChallengeId>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        await using var work = store.Begin(actor);
        var found = await Find(work, command.Challenge, command.Version, cancel);
        if (found.Error is { } error)
        {
            return error;
        }

        var challenge = found.Value;
        if (string.IsNullOrWhiteSpace(command.Text))
        {
            return Error.Invalid("challenges.text-missing");
        }

        var attack = challenge.By == ArguedBy.Defence;
        var foundation = !attack || challenge.On.Kind != TargetKind.Foundation ? null
            : await work.Db.Foundations.FirstOrDefaultAsync(f => f.CaseId == challenge.CaseId && f.Id == new FoundationId(challenge.On.Id), cancel);
        if (attack && !ChallengeRules.ModesOf(challenge.On.Kind, foundation).Contains(command.Mode))
        {
            return Error.Invalid("challenges.mode-senseless");
        }

        work.Change(challenge, challenge with { Text = command.Text.Trim(), Mode = attack ? command.Mode : challenge.Mode, Competes = !attack && command.Competes });
        var done = await work.Commit(new LogEvent(challenge.CaseId, Side.CounselsPapers, "challenge-changed"), cancel);
        return done.IsOk ? challenge.Id : done.Error!;
    }

    /// <summary>Takes it out.</summary>
    /// <returns>
    /// <c>challenges.not-found</c>, <c>rows.changed-meanwhile</c>, <c>challenges.ruled-on</c>, <c>challenges.reason-missing</c>, <c>challenges.answered-first</c> where
    /// something answers it: that would be left without what it answers.
    /// </returns>
    public async Task<Result<ChallengeId>> Remove(Removal removal, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(removal);
        await using var work = store.Begin(actor);
        var found = await Find(work, removal.Challenge, removal.Version, cancel);
        if (found.Error is { } error)
        {
            return error;
        }

        var challenge = found.Value;
        if (string.IsNullOrWhiteSpace(removal.Reason))
        {
            return Error.Invalid("challenges.reason-missing");
        }

        if ((await work.Db.Challenges.Where(c => c.CaseId == challenge.CaseId).ToListAsync(cancel)).Exists(c => c.On == new Target(TargetKind.Challenge, challenge.Id.Value)))
        {
            return Error.Invalid("challenges.answered-first");
        }

        work.Remove(challenge);
        var done = await work.Commit(new LogEvent(challenge.CaseId, Side.CounselsPapers, "challenge-removed", new { challenge = challenge.Id, reason = removal.Reason.Trim() }), cancel);
        return done.IsOk ? challenge.Id : done.Error!;
    }

    private static async Task<Result<Challenge>> Find(UnitOfWork work, ChallengeId id, int version, CancellationToken cancel)
    {
        var challenge = await work.Db.Challenges.FirstOrDefaultAsync(c => c.Id == id, cancel);
        return challenge is null ? Error.NotFound("challenges.not-found")
            : challenge.Version != version ? Error.Conflict("rows.changed-meanwhile")
            : challenge.Ruling != Ruling.None ? Error.Invalid("challenges.ruled-on")
            : challenge;
    }
}
