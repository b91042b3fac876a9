using Microsoft.EntityFrameworkCore;
using Onus.Domain.Cases;
using Onus.Domain.Law;
using Onus.Domain.Shared;
using Onus.Store.Database;

namespace Onus.Casework.Challenges;

/// <summary>What an argument may be aimed at, asked alike when it is entered and when it is aimed at something else.</summary>
internal static class ChallengeTarget
{
    /// <summary>Why an argument of one side cannot be aimed at this in this way; null where it can.</summary>
    /// <returns><c>challenges.target-missing</c>, <c>challenges.same-side</c>, <c>challenges.mode-missing</c> where nobody said in which way, <c>challenges.mode-senseless</c> where such a thing is not attacked that way.</returns>
    internal static async Task<Error?> Fault(VisibleRows db, LawPacks law, CaseId id, ArguedBy by, Target on, ChallengeMode mode, CancellationToken cancel)
    {
        switch (await OwnerOf(db, law, id, on, cancel))
        {
            case null:
                return Error.NotFound("challenges.target-missing");
            case { } owner when owner == by:
                return Error.Invalid("challenges.same-side");
        }

        if (by == ArguedBy.Defence && mode == ChallengeMode.Unknown)
        {
            return Error.Invalid("challenges.mode-missing");
        }

        var foundation = on.Kind != TargetKind.Foundation ? null : await db.Foundations.FirstOrDefaultAsync(f => f.CaseId == id && f.Id == new FoundationId(on.Id), cancel);
        var isWords = on.Kind == TargetKind.Exhibit && mode == ChallengeMode.Retract && await HoldsWords(db, id, new ExhibitId(on.Id), cancel);
        return by == ArguedBy.Defence && !ChallengeRules.ModesOf(on.Kind, foundation, isWords).Contains(mode) ? Error.Invalid("challenges.mode-senseless") : null;
    }

    /// <summary>Why an argument cannot rest on these; null where it can.</summary>
    /// <returns><c>challenges.premise-missing</c> where one of them is not there or is an argument itself.</returns>
    internal static async Task<Error?> PremiseFault(VisibleRows db, LawPacks law, CaseId id, IEnumerable<Target> premises, CancellationToken cancel)
    {
        foreach (var premise in premises)
        {
            if (premise.Kind == TargetKind.Challenge || await OwnerOf(db, law, id, premise, cancel) != ArguedBy.Prosecution)
            {
                return Error.NotFound("challenges.premise-missing");
            }
        }

        return null;
    }

    private static async Task<bool> HoldsWords(VisibleRows db, CaseId id, ExhibitId on, CancellationToken cancel)
    {
        var exhibit = await db.Exhibits.FirstAsync(e => e.CaseId == id && e.Id == on, cancel);
        var file = exhibit.Material is { } material ? await db.Materials.FirstOrDefaultAsync(m => m.CaseId == id && m.Id == material, cancel) : null;
        return ChallengeRules.HoldsWords(exhibit, file, await db.Foundations.Where(f => f.CaseId == id).ToListAsync(cancel));
    }

    /// <summary>
    /// Whose the target is, and so not theirs to attack; null where it is not there. What the case rests on is the prosecution's; what speaks against a
    /// fact is the defence's, whoever found it.
    /// </summary>
    internal static async Task<ArguedBy?> OwnerOf(VisibleRows db, LawPacks law, CaseId caseId, Target target, CancellationToken cancel)
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
