using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.Law;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Challenges;

/// <summary>Enters the challenge that is coming, or the answer to one.</summary>
public sealed class EnterChallenge(OnusStore store, LawPacks law)
{
    /// <summary>What to enter.</summary>
    /// <param name="Case">Short name of the case.</param>
    /// <param name="By">Who argues.</param>
    /// <param name="On">What it is aimed at; an answer is aimed at a challenge.</param>
    /// <param name="Mode">How it works.</param>
    /// <param name="Text">The argument in words.</param>
    /// <param name="Status">Whether it has been made in court.</param>
    /// <param name="Premises">What it rests on.</param>
    /// <param name="Competes">An answer that only competes leaves the matter contested.</param>
    /// <param name="Ruling">What the court has said of it already.</param>
    /// <param name="Reference">Where the filing or ruling is found; required for a ruling.</param>
    public sealed record Command(
        string Case,
        ArguedBy By,
        Target On,
        ChallengeMode Mode,
        string Text,
        ChallengeStatus Status,
        IReadOnlyList<Target> Premises,
        bool Competes = false,
        Ruling Ruling = Ruling.None,
        string Reference = "")
    {
        /// <summary>What else the same words are aimed at, as where one passage speaks against several facts and one answer answers all of it.</summary>
        public IReadOnlyList<Target> AlsoOn { get; init; } = [];
    }

    /// <summary>Enters it, for all that it is aimed at or for none.</summary>
    /// <returns>Its id, of several that of the first; <c>cases.not-found</c>, <c>cases.counsel-only</c>, <c>challenges.text-missing</c>, <c>challenges.reference-missing</c>, those of <see cref="ChallengeTarget.Fault"/>
    /// and of <see cref="ChallengeTarget.PremiseFault"/>.</returns>
    public Task<Result<ChallengeId>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return store.Do<ChallengeId>(Acts.ChallengeEntered, command.Case, actor, async (work, found) =>
        {
            if (string.IsNullOrWhiteSpace(command.Text))
            {
                return Error.Invalid("challenges.text-missing");
            }

            if (command.Ruling != Ruling.None && string.IsNullOrWhiteSpace(command.Reference))
            {
                return Error.Invalid("challenges.reference-missing");
            }

            IReadOnlyList<Target> targets = [.. command.AlsoOn.Prepend(command.On).Distinct()];
            foreach (var target in targets)
            {
                if (await ChallengeTarget.Fault(work.Db, law, found.Id, command.By, target, command.Mode, cancel) is { } fault)
                {
                    return fault;
                }
            }

            if (await ChallengeTarget.PremiseFault(work.Db, law, found.Id, command.Premises, cancel) is { } missing)
            {
                return missing;
            }

            var entered = targets.Select(target => new Challenge
            {
                Id = new ChallengeId(Guid.CreateVersion7()),
                CaseId = found.Id,
                By = command.By,
                On = target,
                Mode = command.Mode,
                Text = command.Text.Trim(),
                Status = command.Status,
                Ruling = command.Ruling,
                Reference = command.Reference.Trim(),
                Premises = command.Premises,
                Competes = command.Competes,
            }).ToList();
            entered.ForEach(work.Add);
            return entered[0].Id;
        }, cancel);
    }
}
