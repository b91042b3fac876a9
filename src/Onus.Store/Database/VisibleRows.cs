using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Jobs;
using Onus.Domain.People;
using Onus.Domain.Requests;
using Onus.Domain.Shared;
using Onus.Store.Log;

namespace Onus.Store.Database;

/// <summary>
/// The rows that one person may see, to be asked and never to be changed: a row of a compartment that is not theirs does not exist here.
/// Whatever writes goes through <see cref="UnitOfWork"/>; the context itself does not leave this room.
/// </summary>
public sealed class VisibleRows
{
    private readonly OnusContext db;

    internal VisibleRows(OnusContext db) => this.db = db;

    /// <summary>Accounts: names only, no rights.</summary>
    public IQueryable<Account> Accounts => db.Accounts;

    /// <summary>Cases of which the actor is a member.</summary>
    public IQueryable<Case> Cases => db.Cases;

    /// <summary>Members of these cases.</summary>
    public IQueryable<CaseMember> Members => db.Members;

    /// <summary>People.</summary>
    public IQueryable<Person> People => db.People;

    /// <summary>Wishes about testifying, as they were said.</summary>
    public IQueryable<WishEntry> Wishes => db.Wishes;

    /// <summary>Names in the records that are no people.</summary>
    public IQueryable<NotAPerson> NotPeople => db.NotPeople;

    /// <summary>Foundations.</summary>
    public IQueryable<Foundation> Foundations => db.Foundations;

    /// <summary>Files.</summary>
    public IQueryable<Material> Materials => db.Materials;

    /// <summary>Work that goes on without a person at the screen.</summary>
    public IQueryable<Job> Jobs => db.Jobs;

    /// <summary>Drops of files.</summary>
    public IQueryable<ImportRun> ImportRuns => db.ImportRuns;

    /// <summary>Records. Of one that may be privileged, those who are not counsel get everything but its words (<see cref="RecordRow.Withheld"/>).</summary>
    public IQueryable<RecordRow> Records => RecordTables.Rows(db);

    /// <summary>
    /// Records with their words, also where these are counsel's alone: for an act that compares what was read with what stands, or carries it on. It shows nobody a
    /// word of them, and nothing that only they could tell. Banned outside the store: whoever asks it all the same says beside it why no word comes back.
    /// </summary>
    public IQueryable<RecordRow> WholeRecords => RecordTables.Rows(db, whole: true);

    /// <summary>How many records that count are alike: what pages add up, they read here and not from the records.</summary>
    public IQueryable<RecordTotal> Totals => RecordTables.Totals(db);

    /// <summary>The names that records write.</summary>
    public IQueryable<RecordName> RecordNames => RecordTables.Names(db);

    /// <summary>Exhibits.</summary>
    public IQueryable<Exhibit> Exhibits => db.Exhibits;

    /// <summary>Exhibits that a corrected reading makes something else of.</summary>
    public IQueryable<ReadingDifference> Differences => db.Differences;

    /// <summary>Facts.</summary>
    public IQueryable<Fact> Facts => db.Facts;

    /// <summary>Exhibits cited for and against facts.</summary>
    public IQueryable<ExhibitTie> ExhibitTies => db.ExhibitTies;

    /// <summary>Facts tied to elements.</summary>
    public IQueryable<FactTie> FactTies => db.FactTies;

    /// <summary>Sets that are enough together.</summary>
    public IQueryable<EnoughTogether> Enough => db.Enough;

    /// <summary>Counts.</summary>
    public IQueryable<Count> Counts => db.Counts;

    /// <summary>Challenges and answers.</summary>
    public IQueryable<Challenge> Challenges => db.Challenges;

    /// <summary>
    /// Whether a court has ruled on one of these things, or on what answers it. Asked across the wall on purpose: that there is a ruling is no secret of counsel's,
    /// and nobody may take from under it what it was about. What it says stays behind the wall.
    /// </summary>
    public async Task<bool> AnyRulingOn(CaseId id, IReadOnlyCollection<Target> targets, CancellationToken cancel)
    {
#pragma warning disable RS0030 // A yes or no, and the method above says why it may be had.
        var challenges = await db.Challenges.IgnoreQueryFilters().Where(challenge => challenge.CaseId == id).ToListAsync(cancel);
#pragma warning restore RS0030
        return targets.Any(target => ChallengeRules.RuledOn(target, challenges) is not null);
    }

    /// <summary>
    /// What courts ruled of exhibits and of what they rest on. Read across the wall on purpose: a paper that is filed says the same whoever prints it. Neither
    /// what was argued comes with it, nor a challenge on which nobody has ruled.
    /// </summary>
    public async Task<IReadOnlyList<Challenge>> RulingsOfRecord(CaseId id, CancellationToken cancel)
    {
#pragma warning disable RS0030 // Only public rulings leave, without their arguments.
        return ChallengeRules.OfRecord(await db.Challenges.IgnoreQueryFilters().Where(challenge => challenge.CaseId == id).OrderBy(challenge => challenge.Id).ToListAsync(cancel));
#pragma warning restore RS0030
    }

    /// <summary>
    /// Whether a court has ruled on a fact, on what is cited for or against it, or on that it meets an element. Asked across the wall for the reason of
    /// <see cref="AnyRulingOn"/>.
    /// </summary>
    public async Task<bool> AnyRulingOnFact(Fact fact, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(fact);
#pragma warning disable RS0030 // Only which ties there are, to ask of them the yes or no above.
        var ties = await db.FactTies.IgnoreQueryFilters().Where(tie => tie.CaseId == fact.CaseId && tie.Fact == fact.Id).Select(tie => tie.Id).ToListAsync(cancel);
#pragma warning restore RS0030
        var cites = await db.ExhibitTies.Where(tie => tie.CaseId == fact.CaseId && tie.Fact == fact.Id).Select(tie => tie.Id).ToListAsync(cancel);
        return await AnyRulingOn(
            fact.CaseId,
            [new Target(TargetKind.Fact, fact.Id.Value), .. ties.Select(tie => new Target(TargetKind.FactTie, tie.Value)), .. cites.Select(tie => new Target(TargetKind.ExhibitTie, tie.Value))],
            cancel);
    }

    /// <summary>What fell or was struck, to be asked whether an act would lift it: across the wall too, and it answers no more than that.</summary>
    internal async Task<Struck> StruckIn(CaseId id, IReadOnlyCollection<Exhibit> changed, IReadOnlyCollection<Material> changedFiles, CancellationToken cancel)
    {
#pragma warning disable RS0030 // Only refusals leave it, and they say no more than that there is a ruling.
        var challenges = await db.Challenges.IgnoreQueryFilters().Where(challenge => challenge.CaseId == id).ToListAsync(cancel);
#pragma warning restore RS0030
        var foundations = await db.Foundations.Where(foundation => foundation.CaseId == id).ToListAsync(cancel);
        var exhibits = await db.Exhibits.Where(exhibit => exhibit.CaseId == id).ToListAsync(cancel);
        // An act that works long has written the file already.
        var files = await db.Materials.Where(file => file.CaseId == id).ToListAsync(cancel);
        var differences = await db.Differences.Where(difference => difference.CaseId == id).ToListAsync(cancel);
        return new Struck(
            foundations, [.. changed.Concat(exhibits).DistinctBy(exhibit => exhibit.Id)], challenges, [.. changedFiles.Concat(files).DistinctBy(file => file.Id)], differences);
    }

    /// <summary>Requests.</summary>
    public IQueryable<EvidenceRequest> Requests => db.Requests;

    /// <summary>Counsel's reasons for requests.</summary>
    public IQueryable<RequestReason> RequestReasons => db.RequestReasons;

    /// <summary>What its holder will delete.</summary>
    public IQueryable<RetentionWatch> Retention => db.Retention;

    /// <summary>Who says that nothing happened in a month without an entry.</summary>
    public IQueryable<GapAnswer> GapAnswers => db.GapAnswers;

    /// <summary>Saved what-ifs.</summary>
    public IQueryable<SharedWhatIf> WhatIfs => db.WhatIfs;

    /// <summary>To whom compartments are open beyond their role.</summary>
    public IQueryable<Grant> Grants => db.Grants;

    /// <summary>Column profiles of the unit.</summary>
    public IQueryable<SavedProfile> Profiles => db.Profiles;

    /// <summary>Forms that have been used.</summary>
    public IQueryable<UsedForm> UsedForms => db.UsedForms;

    /// <summary>The entries of the log that tell what the actor may see.</summary>
    public IQueryable<LogEntry> Log => db.Log;

    /// <summary>What they tell.</summary>
    public IQueryable<LogPayload> LogPayloads => db.LogPayloads;

    /// <summary>Every leaf of the log of a case of the actor's, also of entries that are not theirs to read: of these there is the hash, and nothing else.</summary>
    public IQueryable<LogLeaf> Leaves(CaseId id)
    {
        var isTheirs = db.IsOfActor(id);
#pragma warning disable RS0030 // Sequence and hash alone leave: without them nobody could see that an entry is missing.
        return db.Log.IgnoreQueryFilters().Where(entry => isTheirs && entry.CaseId == id).Select(entry => new LogLeaf { Sequence = entry.Sequence, LeafHash = entry.LeafHash });
#pragma warning restore RS0030
    }

    /// <summary>The entries of a case that name something by its id, oldest first. What they tell is read here and not by the database, which sees bytes.</summary>
    /// <param name="compartment">Of which compartment.</param>
    /// <param name="what">What is named.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<IReadOnlyList<LogEntry>> LogOf(Compartment compartment, Guid what, CancellationToken cancel)
    {
        var naming = new List<long>();
        await foreach (var payload in db.LogPayloads.Where(payload => payload.CaseId == compartment.Case && payload.Compartment == compartment).OrderBy(payload => payload.Sequence).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (payload.Names(what))
            {
                naming.Add(payload.Sequence);
            }
        }

        return await db.Log.Where(entry => naming.Contains(entry.Sequence)).OrderBy(entry => entry.Sequence).ToListAsync(cancel);
    }

    /// <summary>What the log tells of rows of one kind that certain acts wrote, oldest first.</summary>
    /// <param name="id">The case.</param>
    /// <param name="acts">The acts.</param>
    /// <param name="after">Entries after this one; -1 for all.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<IReadOnlyList<ToldRow>> Told<T>(CaseId id, IEnumerable<Act> acts, long after, CancellationToken cancel)
        where T : CaseRow
    {
        var kinds = acts.Select(act => act.Kind).Distinct().ToList();
        var name = RowNames.Of(typeof(T));
        var payloads = await db.Log.Where(entry => entry.CaseId == id && entry.Sequence > after && kinds.Contains(entry.Kind))
            .Join(db.LogPayloads, entry => entry.Sequence, payload => payload.Sequence, (entry, payload) => new { entry.Sequence, entry.At, Payload = payload })
            .OrderBy(payload => payload.Sequence).ToListAsync(cancel);
        return
        [
            .. from payload in payloads
               let told = JsonNode.Parse(payload.Payload.Json)
               from row in (told?["rows"] as JsonArray ?? []).OfType<JsonNode>()
               where (string?)row["row"] == name
               select new ToldRow(payload.Sequence, payload.At, (string?)told?["actor"] ?? "", told?["data"], row["before"], row["after"]),
        ];
    }
}
