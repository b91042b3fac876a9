using Microsoft.EntityFrameworkCore;
using Onus.Domain.Cases;
using Onus.Domain.Law;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Database;
using Onus.Store.Log;

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
    public sealed record Command(
        string Case,
        ArguedBy By,
        Target On,
        ChallengeMode Mode,
        string Text,
        ChallengeStatus Status,
        IReadOnlyList<Target> Premises,
        bool Competes = false);

    /// <summary>Enters it.</summary>
    /// <returns><c>cases.not-found</c>, <c>counts.counsel-only</c>, <c>challenges.text-missing</c>, <c>challenges.same-side</c>, <c>challenges.target-missing</c>,
    /// <c>challenges.mode-senseless</c> where such a thing is not attacked that way, <c>challenges.premise-missing</c> where something it rests on is not there or is an argument itself.</returns>
    public async Task<Result<ChallengeId>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        await using var work = store.Begin(actor);
        var found = await work.Db.Cases.FirstOrDefaultAsync(c => c.Ref == command.Case, cancel);
        if (found is null)
        {
            return Error.NotFound("cases.not-found", ("case", command.Case));
        }

        if (!actor.MaySee(found.Id, Side.CounselsPapers))
        {
            return Error.Invalid("counts.counsel-only");
        }

        if (string.IsNullOrWhiteSpace(command.Text))
        {
            return Error.Invalid("challenges.text-missing");
        }

        if (await TargetFault(work.Db, found.Id, command, cancel) is { } fault)
        {
            return fault;
        }

        var foundation = command.On.Kind != TargetKind.Foundation ? null
            : await work.Db.Foundations.FirstOrDefaultAsync(f => f.CaseId == found.Id && f.Id == new FoundationId(command.On.Id), cancel);
        if (command.By == ArguedBy.Defence && !ChallengeRules.ModesOf(command.On.Kind, foundation).Contains(command.Mode))
        {
            return Error.Invalid("challenges.mode-senseless");
        }

        foreach (var premise in command.Premises)
        {
            if (premise.Kind == TargetKind.Challenge || await OwnerOf(work.Db, found.Id, premise, cancel) != ArguedBy.Prosecution)
            {
                return Error.NotFound("challenges.premise-missing");
            }
        }

        var challenge = new Challenge
        {
            Id = new ChallengeId(Guid.CreateVersion7()),
            CaseId = found.Id,
            By = command.By,
            On = command.On,
            Mode = command.Mode,
            Text = command.Text.Trim(),
            Status = command.Status,
            Premises = command.Premises,
            Competes = command.Competes,
        };
        work.Add(challenge);
        var done = await work.Commit(new LogEvent(found.Id, Side.CounselsPapers, "challenge-entered"), cancel);
        return done.IsOk ? challenge.Id : done.Error!;
    }

    private async Task<Error?> TargetFault(OnusContext db, CaseId caseId, Command command, CancellationToken cancel) =>
        await OwnerOf(db, caseId, command.On, cancel) switch
        {
            null => Error.NotFound("challenges.target-missing"),
            { } owner when owner == command.By => Error.Invalid("challenges.same-side"),
            _ => null,
        };

    /// <summary>
    /// Whose the target is, and so not theirs to attack; null where it is not there. What the case rests on is the prosecution's; what speaks against a
    /// fact is the defence's, whoever found it.
    /// </summary>
    private async Task<ArguedBy?> OwnerOf(OnusContext db, CaseId caseId, Target target, CancellationToken cancel)
    {
        var id = target.Id;
        switch (target.Kind)
        {
            case TargetKind.Challenge:
                return (await db.Challenges.FirstOrDefaultAsync(c => c.CaseId == caseId && c.Id == new ChallengeId(id), cancel))?.By;
            case TargetKind.ExhibitTie:
                return (await db.ExhibitTies.FirstOrDefaultAsync(x => x.CaseId == caseId && x.Id == new TieId(id), cancel)) switch
                {
                    null => null,
                    { Bearing: Bearing.Undermines } => ArguedBy.Defence,
                    _ => ArguedBy.Prosecution,
                };
        }

        var there = target.Kind switch
        {
            TargetKind.Foundation => await db.Foundations.AnyAsync(x => x.CaseId == caseId && x.Id == new FoundationId(id), cancel),
            TargetKind.Exhibit or TargetKind.Admission => await db.Exhibits.AnyAsync(x => x.CaseId == caseId && x.Id == new ExhibitId(id), cancel),
            TargetKind.Fact => await db.Facts.AnyAsync(x => x.CaseId == caseId && x.Id == new FactId(id), cancel),
            TargetKind.FactTie => await db.FactTies.AnyAsync(x => x.CaseId == caseId && x.Id == new TieId(id), cancel),
            TargetKind.Element => await db.Counts.FirstOrDefaultAsync(x => x.CaseId == caseId && x.Id == new CountId(id) && x.Withdrawn == null, cancel) is { } count
                && (target.Leaf is null || law.OffenceAt(count.OffenceId, count.From) is { IsOk: true, Value: var offence } && offence.Find(target.Leaf) is not null),
            _ => false,
        };
        return there ? ArguedBy.Prosecution : null;
    }
}
