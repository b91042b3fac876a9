using Microsoft.EntityFrameworkCore;
using Onus.Casework.Cases;
using Onus.Content;
using Onus.Domain.Cases;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Evidence;

/// <summary>
/// Takes back that exhibits were cited for facts, by whoever may cite, or against them, by counsel. The exhibits stay, and so do facts that somebody wrote or that anything else is
/// about, with what they are tied to. A fact that Onus wrote for the citation, and that nothing is cited for any more, goes with it where counsel takes it back:
/// tied to people, it would be a slip that nobody sees. The log keeps what is taken back.
/// </summary>
public sealed class TakeBackCitation(OnusStore store, Texts texts)
{
    /// <summary>A citation as the person saw it.</summary>
    /// <param name="Tie">The tie of the exhibit to the fact.</param>
    /// <param name="Version">The version that the person saw.</param>
    public sealed record Citation(TieId Tie, int Version);

    /// <summary>What to take back, in one act: all of it or nothing.</summary>
    /// <param name="Case">Short name of the case.</param>
    /// <param name="Citations">The citations, at least one.</param>
    public sealed record Command(string Case, IReadOnlyList<Citation> Citations);

    /// <summary>What came of it.</summary>
    /// <param name="Ties">The citations that were taken back.</param>
    /// <param name="Gone">The facts that went with them.</param>
    public sealed record Taken(IReadOnlyList<ExhibitTie> Ties, IReadOnlyList<FactId> Gone);

    /// <summary>
    /// Takes them back. A set that an exhibit showed the fact only together with stays: what is left of it was never enough alone. A challenge that was only
    /// entered stays too, and is said to be aimed at nothing; what a court has ruled on is not taken from under its ruling, by whoever cannot see it either.
    /// </summary>
    /// <returns>What was taken back; or <c>cases.not-found</c>, <c>cite.not-cited</c>, <c>rows.changed-meanwhile</c>, <c>cite.ruled-on</c>, to whoever does not see rulings <c>cite.ruled-on-counsel</c>, <c>cite.against-counsel</c> where something speaks against a fact and whoever takes it back is not counsel.</returns>
    public Task<Result<Taken>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return store.Do<Taken>(Acts.CitationTakenBack, command.Case, actor, async (work, found) =>
        {
            var seen = command.Citations.DistinctBy(citation => citation.Tie).ToDictionary(citation => citation.Tie, citation => citation.Version);
            var ids = seen.Keys.ToList();
            var ties = await work.Db.ExhibitTies.Where(tie => tie.CaseId == found.Id && ids.Contains(tie.Id)).ToListAsync(cancel);
            if (ties.Count == 0 || ties.Count != ids.Count)
            {
                return Error.NotFound("cite.not-cited");
            }

            if (ties.Exists(tie => seen[tie.Id] != tie.Version))
            {
                return Error.Conflict("rows.changed-meanwhile");
            }

            // It may have to be disclosed, and a count is contested by it: that it is no longer so is not for whoever builds the case to say.
            if (!actor.May(found.Id, Acts.ChallengeRuled) && ties.Exists(tie => tie.Bearing == Bearing.Undermines))
            {
                return Error.Invalid("cite.against-counsel");
            }

            var challenges = await work.Db.Challenges.Where(challenge => challenge.CaseId == found.Id).ToListAsync(cancel);
            if (ties.Select(tie => ChallengeRules.RuledOn(new Target(TargetKind.ExhibitTie, tie.Id.Value), challenges)).FirstOrDefault(ruled => ruled is not null) is { } ruled)
            {
                return Error.Invalid("cite.ruled-on", ("reference", ruled.Reference));
            }

            if (await work.Db.AnyRulingOn(found.Id, [.. ties.Select(tie => new Target(TargetKind.ExhibitTie, tie.Id.Value))], cancel))
            {
                return Error.Invalid("cite.ruled-on-counsel");
            }

            ties.ForEach(work.Remove);
            // Whoever does not see what a fact is tied to would learn from its going that it is tied to nothing, so for them it stays.
            var gone = actor.MaySee(found.Id, CompartmentKind.CounselsPapers) ? await RemoveLeftOver(work, ties, challenges, cancel) : [];
            return new Taken(ties, gone);
        }, cancel);
    }

    private async Task<IReadOnlyList<FactId>> RemoveLeftOver(UnitOfWork work, List<ExhibitTie> taken, List<Challenge> challenges, CancellationToken cancel)
    {
        var (id, left) = (taken[0].CaseId, new List<FactId>());
        var facts = taken.Select(tie => tie.Fact).Distinct().ToList();
        var stay = (await work.Db.ExhibitTies.Where(tie => tie.CaseId == id && facts.Contains(tie.Fact)).ToListAsync(cancel)).Where(tie => !taken.Exists(gone => gone.Id == tie.Id)).Select(tie => tie.Fact)
            .Concat((await work.Db.Exhibits.Where(exhibit => exhibit.CaseId == id).ToListAsync(cancel)).SelectMany(exhibit => exhibit.OnlyFor)).ToHashSet();
        var tied = await work.Db.FactTies.Where(tie => tie.CaseId == id && facts.Contains(tie.Fact)).ToListAsync(cancel);
        var argued = challenges.SelectMany(challenge => challenge.Premises.Append(challenge.On)).Select(target => target.Id).ToHashSet();
        foreach (var fact in await work.Db.Facts.Where(fact => fact.CaseId == id && facts.Contains(fact.Id)).ToListAsync(cancel))
        {
            var ties = tied.FindAll(tie => tie.Fact == fact.Id);
            if (stay.Contains(fact.Id) || fact.Together.Count > 0 || argued.Contains(fact.Id.Value) || ties.Exists(tie => argued.Contains(tie.Id.Value))
                || taken.Exists(tie => tie.Fact == fact.Id && argued.Contains(tie.Id.Value)) || !await OwnSentences.Wrote(work, fact, taken.Where(tie => tie.Fact == fact.Id).Select(tie => tie.Exhibit), texts, cancel))
            {
                continue;
            }

            ties.ForEach(work.Remove);
            work.Remove(fact);
            left.Add(fact.Id);
        }

        return left;
    }
}
