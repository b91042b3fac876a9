using Microsoft.EntityFrameworkCore;
using Onus.Casework.Cases;
using Onus.Content;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Database;

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
    /// <param name="Reason">Why; may be empty where none speaks against a fact or shows what helps the defence. It stands on the record and on the list for disclosure.</param>
    public sealed record Command(string Case, IReadOnlyList<Citation> Citations, string Reason);

    /// <summary>What came of it.</summary>
    /// <param name="Ties">The citations that were taken back.</param>
    /// <param name="Gone">The facts that went with them.</param>
    /// <param name="Off">Who was named on the elements of a fact with them alone, and is no longer.</param>
    public sealed record Taken(IReadOnlyList<ExhibitTie> Ties, IReadOnlyList<FactId> Gone, IReadOnlyList<(FactId Fact, PersonId Person)> Off);

    /// <summary>
    /// Takes them back. A passage that spoke against a fact, or was cited for what helps the defence, is marked so from then on and stays listed for disclosure. A set that an exhibit showed the fact only together with stays: what is left of it was never enough alone. A challenge that was only
    /// entered stays too, and is said to be aimed at nothing; what a court has ruled on is not taken from under its ruling, by whoever cannot see it either.
    /// </summary>
    /// <returns>What was taken back; or <c>cases.not-found</c>, <c>cite.not-cited</c>, <c>rows.changed-meanwhile</c>, <c>cite.ruled-on</c>, to whoever does not see rulings <c>cite.ruled-on-counsel</c>, <c>cite.take-back-reason-missing</c> where what helps the defence is taken back without a reason, <c>cite.against-counsel</c> where something speaks against a fact and whoever takes it back is not counsel.</returns>
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

            var passages = await Passages(work, ties, cancel);
            var shown = ties.Select(tie => tie.Fact).Distinct().ToList();
            var marks = await work.Db.Facts.Where(fact => fact.CaseId == found.Id && shown.Contains(fact.Id)).ToDictionaryAsync(fact => fact.Id, fact => fact.Marks, cancel);
            var asked = ties.ToDictionary(tie => tie.Id, tie => TakingBack.Of(tie, marks.GetValueOrDefault(tie.Fact), passages.GetValueOrDefault(tie.Exhibit).Record?.Marks));
            if (asked.Values.Any(ask => !actor.May(found.Id, ask.Needs)))
            {
                return Error.Invalid("cite.against-counsel");
            }

            var (reason, helping) = (command.Reason.Trim(), ties.FindAll(tie => asked[tie.Id].AsksWhy));
            if (helping.Count > 0 && reason.Length == 0)
            {
                return Error.Invalid("cite.take-back-reason-missing");
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
            Mark(work, [.. helping.Select(tie => passages.GetValueOrDefault(tie.Exhibit)).Where(passage => passage.Record is not null).DistinctBy(passage => passage.Record.Id)]);
            if (reason.Length > 0)
            {
                // One reason for all of them; which of them asked for it, nobody could tell afterwards: marks change.
                work.Tell(new { Reason = reason, Asked = helping.ConvertAll(tie => tie.Id) });
            }

            // Whoever does not see what a fact is tied to would learn from its going that it is tied to nothing, so for them it stays.
            var (gone, off) = actor.MaySee(found.Id, CompartmentKind.CounselsPapers) ? await RemoveLeftOver(work, ties, challenges, cancel) : ([], []);
            return new Taken(ties, gone, off);
        }, cancel);
    }

    /// <summary>The records that the exhibits cite, with their files, which are read first: what is read anew between the two is noticed by the file's version.</summary>
    private static async Task<Dictionary<ExhibitId, (Material File, RecordRow Record)>> Passages(UnitOfWork work, List<ExhibitTie> ties, CancellationToken cancel)
    {
        var (id, ids) = (ties[0].CaseId, ties.Select(tie => tie.Exhibit).Distinct().ToList());
        var exhibits = await work.Db.Exhibits.Where(exhibit => exhibit.CaseId == id && ids.Contains(exhibit.Id) && exhibit.Record != null).ToListAsync(cancel);
        var cited = exhibits.Select(exhibit => exhibit.Record!.Value).Distinct().ToList();
        var files = await work.Db.Materials.Where(file => file.CaseId == id && work.Db.Records.Any(record => record.CaseId == id && cited.Contains(record.Id) && record.Material == file.Id)).ToListAsync(cancel);
        var records = await work.Db.Records.Where(record => record.CaseId == id && cited.Contains(record.Id)).ToListAsync(cancel);
        return (from exhibit in exhibits
                join record in records on exhibit.Record!.Value equals record.Id
                join file in files on record.Material equals file.Id
                select (exhibit.Id, (file, record))).ToDictionary();
    }

    /// <summary>Marks what helped the defence until now as helping it, so that the mark is lifted as every mark is. Who considered it, if anybody did, stays: to take a citation back is not to consider what it cited.</summary>
    private static void Mark(UnitOfWork work, List<(Material File, RecordRow Record)> passages)
    {
        // A file that is read anew or withdrawn in this moment takes its records along.
        var unmarked = passages.FindAll(passage => !passage.Record.Marks.HelpsDefence);
        unmarked.Select(passage => passage.File).DistinctBy(file => file.Id).ToList().ForEach(work.RestsOn);
        unmarked.ForEach(passage => work.Mark(passage.Record, passage.Record.Marks with { HelpsDefence = true }));
    }

    private async Task<(IReadOnlyList<FactId> Gone, IReadOnlyList<(FactId Fact, PersonId Person)> Off)> RemoveLeftOver(UnitOfWork work, List<ExhibitTie> taken, List<Challenge> challenges, CancellationToken cancel)
    {
        var (id, left, off) = (taken[0].CaseId, new List<FactId>(), new List<(FactId, PersonId)>());
        var facts = taken.Select(tie => tie.Fact).Distinct().ToList();
        var standing = (await work.Db.ExhibitTies.Where(tie => tie.CaseId == id && facts.Contains(tie.Fact)).ToListAsync(cancel)).FindAll(tie => !taken.Exists(gone => gone.Id == tie.Id));
        // A file that was withdrawn may be put back: whoever a citation of it named stays on the tie, and counts for nothing meanwhile.
        var names = new StandingNames(standing, challenges);
        var stay = standing.Select(tie => tie.Fact)
            .Concat((await work.Db.Exhibits.Where(exhibit => exhibit.CaseId == id).ToListAsync(cancel)).SelectMany(exhibit => exhibit.OnlyFor)).ToHashSet();
        var tied = await work.Db.FactTies.Where(tie => tie.CaseId == id && facts.Contains(tie.Fact)).ToListAsync(cancel);
        var together = (await work.Db.Enough.Where(set => set.CaseId == id).ToListAsync(cancel)).SelectMany(set => set.Ties).ToHashSet();
        var argued = challenges.SelectMany(challenge => challenge.Premises.Append(challenge.On)).Select(target => target.Id).ToHashSet();
        foreach (var fact in await work.Db.Facts.Where(fact => fact.CaseId == id && facts.Contains(fact.Id)).ToListAsync(cancel))
        {
            var ties = tied.FindAll(tie => tie.Fact == fact.Id);
            if (stay.Contains(fact.Id) || fact.Marks.HelpsDefence || fact.Together.Count > 0 || argued.Contains(fact.Id.Value) || ties.Exists(tie => argued.Contains(tie.Id.Value))
                || taken.Exists(tie => tie.Fact == fact.Id && argued.Contains(tie.Id.Value)) || !await OwnSentences.Wrote(work, fact, taken.Where(tie => tie.Fact == fact.Id).Select(tie => tie.Exhibit), texts, cancel))
            {
                // What is argued about, or is enough only together, stays whole: a tie made anew would be under no ruling and no challenge, and enough alone. It counts
                // for whoever is still named (StandingNames), and for the others again when they are cited again.
                var isArgued = argued.Contains(fact.Id.Value) || taken.Concat(standing).Any(cite => cite.Fact == fact.Id && argued.Contains(cite.Id.Value));
                foreach (var tie in ties.Where(tie => !isArgued && !argued.Contains(tie.Id.Value) && !together.Contains(tie.Id)))
                {
                    off.AddRange((await TakeOff(work, tie, names.Left(tie), cancel)).Select(person => (fact.Id, person)));
                }

                continue;
            }

            ties.ForEach(work.Remove);
            work.Remove(fact);
            left.Add(fact.Id);
        }

        return (left, [.. off.Distinct()]);
    }

    /// <summary>Takes off a tie whoever is not left on it, with what stands on the tie: as <see cref="Facts.UntieFact"/> does by hand.</summary>
    private static async Task<IEnumerable<PersonId>> TakeOff(UnitOfWork work, FactTie tie, IReadOnlyList<FactTie> left, CancellationToken cancel)
    {
        if (left is [var whole] && whole == tie)
        {
            return [];
        }

        await work.ReplaceBy(tie, left, cancel);
        return tie.Survivors.Concat(tie.Defendants).Where(person => !left.Any(part => part.Survivors.Contains(person) || part.Defendants.Contains(person)));
    }
}
