using Microsoft.EntityFrameworkCore;
using Onus.Casework.Evidence;
using Onus.Casework.Requests;
using Onus.Content;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.Evidence;
using Onus.Domain.Law;
using Onus.Domain.People;
using Onus.Domain.Requests;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Database;
using Onus.Store.Log;

namespace Onus.Casework.Practice;

/// <summary>
/// Puts what a unit made of its files into the case: exhibits, facts, counts, ties, challenges, requests, clocks. Every quote is looked up in
/// its record first; one that is not there stops it all.
/// </summary>
internal sealed class PracticeWorkLoader(
    OnusStore store, Texts texts, LawPacks law, PracticeFolder folder, CaseId caseId, PracticeKeys keys)
{
    private readonly PracticeWork work = folder.Work;
    private readonly PracticeLaw rules = new(law, folder, texts);
    private readonly Dictionary<string, Exhibit> exhibits = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FactId> facts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CountId> counts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TieId> ties = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ChallengeId> challenges = new(StringComparer.Ordinal);
    private List<Foundation> foundations = [];
    private List<Material> files = [];
    private DateTimeOffset began;
    private int made;
    private CaseWords? letter;
    private Error? fault;

    /// <summary>Loads it in two acts: the record by police, counsel's papers by counsel. Nothing is written where anything is wrong.</summary>
    public async Task<Result<long>> Load(Actor police, Actor counsel, CancellationToken cancel)
    {
        await using var record = store.Begin(police);
        await using var papers = store.Begin(counsel);
        began = record.Now;
        foundations = await record.Db.Foundations.Where(f => f.CaseId == caseId).ToListAsync(cancel);
        files = await record.Db.Materials.Where(m => m.CaseId == caseId).ToListAsync(cancel);
        foreach (var exhibit in work.Exhibits)
        {
            exhibits.Add(exhibit.Key, new Exhibit { Id = new ExhibitId(NextId()), CaseId = caseId, Number = exhibit.Number, Title = exhibit.Title });
        }

        if (await AddExhibits(record, cancel) is { } notFound)
        {
            return notFound;
        }

        work.Facts.ToList().ForEach(f => Add(record, f));
        work.Retention.ToList().ForEach(r => Add(record, r));
        work.Ties.ToList().ForEach(t => Add(papers, t));
        work.Counts.ToList().ForEach(c => Add(papers, c));
        letter = AskForEvidence.WordsOf(
            await record.Db.Cases.FirstAsync(c => c.Id == caseId, cancel), await record.Db.People.Where(p => p.CaseId == caseId).ToListAsync(cancel), law, texts);
        foreach (var (number, request) in work.Requests.Index())
        {
            Add(record, request, number + 1, papers);
        }

        work.Arguments.ToList().ForEach(a => challenges.Add(a.Key, new ChallengeId(NextId())));
        work.Arguments.ToList().ForEach(a => Add(papers, a));
        if (fault is not null)
        {
            return fault;
        }

        var written = await record.Commit(new LogEvent(caseId, Acts.PracticeWorkLoaded), cancel);
        return written.IsOk ? await papers.Commit(new LogEvent(caseId, Acts.PracticePapersLoaded), cancel) : written;
    }

    /// <summary>Every exhibit at its place; the marks go to the record it cites.</summary>
    private async Task<Error?> AddExhibits(UnitOfWork act, CancellationToken cancel)
    {
        var marked = new Dictionary<Sha256, (RecordRow Row, Marks Marks)>();
        var finder = new PracticeFinder(act.Db, caseId, folder);
        foreach (var exhibit in work.Exhibits)
        {
            var found = exhibit.File is null ? (Passage: null, Record: null) : await Find(finder, exhibit, cancel);
            Add(act, exhibit, found.Passage, found.Record);
            if (fault is not null)
            {
                return fault;
            }

            if (found.Record is { } record && exhibit.Marks != new Marks())
            {
                var known = marked.GetValueOrDefault(record.Id).Marks ?? record.Marks;
                marked[record.Id] = (record, known with
                {
                    HelpsDefence = known.HelpsDefence || exhibit.Marks.HelpsDefence,
                    Sensitive = known.Sensitive || exhibit.Marks.Sensitive,
                    Privileged = known.Privileged || exhibit.Marks.Privileged,
                });
            }
        }

        foreach (var (row, marks) in marked.Values)
        {
            act.Mark(row, marks);
        }

        return null;
    }

    private async Task<(Passage? Passage, RecordRow? Record)> Find(PracticeFinder finder, PracticeExhibit exhibit, CancellationToken cancel)
    {
        var found = await finder.Find(exhibit, PracticeKeys.PlaceOf(work.Path, exhibit.FileLine), cancel);
        if (found.Error is { } error)
        {
            fault ??= error;
            return (null, null);
        }

        return (found.Value.Passage, found.Value.Record);
    }

    private void Add(UnitOfWork act, PracticeExhibit exhibit, Passage? passage, RecordRow? record)
    {
        var line = exhibit.FileLine;
        var row = exhibits[exhibit.Key] = exhibits[exhibit.Key] with
        {
            Material = record?.Material,
            Record = record?.Id,
            Locator = passage?.Locator,
            Quote = passage?.Quote ?? "",
            Translation = exhibit.Translation,
            Origins = [.. exhibit.Origins.Select(o => keys.People.TryGetValue(o, out var person) ? new Origin(person) : new Origin(null, o))],
            Legal = Foundations(exhibit.Legal, line),
            Factual = Foundations(exhibit.Factual, line),
            DerivedFrom = [.. exhibit.DerivedFrom.Select(d => new Derivation(Exhibit(d.Exhibit, line), Foundations(d.Unless, line)))],
            ReliesOn = [.. exhibit.ReliesOn.Select(e => Exhibit(e, line))],
        };
        act.Add(row);
    }

    private void Add(UnitOfWork act, PracticeFact fact)
    {
        var marks = fact.ConsideredBy is { } by && fact.ConsideredOn is { } on
            ? fact.Marks with { ConsideredBy = keys.Members.GetValueOrDefault(by, by), ConsideredAt = new DateTimeOffset(on.ToDateTime(default), TimeSpan.Zero) }
            : fact.Marks;
        var id = new FactId(NextId());
        facts.Add(fact.Key, id);
        act.Add(new Fact
        {
            Id = id,
            CaseId = caseId,
            Sentence = fact.Sentence,
            On = fact.On,
            Together = [.. fact.Together.Select(set => set.Select(e => Exhibit(e, fact.FileLine)).ToArray())],
            Marks = marks,
        });
        foreach (var cited in fact.Exhibits)
        {
            act.Add(new ExhibitTie { Id = new TieId(NextId()), CaseId = caseId, Exhibit = Exhibit(cited.Exhibit, fact.FileLine), Fact = id, Bearing = cited.Bearing, Reason = cited.Reason });
        }
    }

    private void Add(UnitOfWork act, PracticeTie tie)
    {
        var id = new TieId(NextId());
        ties.Add(tie.Key, id);
        act.Add(new FactTie
        {
            Id = id,
            CaseId = caseId,
            Fact = Known(facts, tie.Fact, tie.FileLine),
            OffenceId = OffenceOf(tie.Leaf, tie.FileLine),
            LeafId = tie.Leaf,
            Defendants = People(Named(tie.Defendants, PersonRole.Defendant), tie.FileLine),
            Survivors = People(Named(tie.Survivors, PersonRole.Survivor), tie.FileLine),
            Reason = tie.Reason,
        });
    }

    private void Add(UnitOfWork act, PracticeCount count)
    {
        var offence = OffenceOf(count.Offence, count.FileLine);
        if (count.Survivor is null && law.OffenceAt(offence, count.From) is { IsOk: true, Value.Unit: ChargeUnit.PerSurvivorPerDefendant })
        {
            fault ??= Error.Invalid("practice.survivor-missing", ("place", PracticeKeys.PlaceOf(work.Path, count.FileLine)));
        }

        var id = new CountId(NextId());
        counts.Add(count.Key, id);
        act.Add(new Count
        {
            Id = id,
            CaseId = caseId,
            Number = count.Number,
            OffenceId = offence,
            Defendant = Known(keys.People, count.Defendant, count.FileLine),
            Survivor = count.Survivor is { } survivor ? Known(keys.People, survivor, count.FileLine) : null,
            From = count.From,
            To = count.To,
        });
    }

    private void Add(UnitOfWork act, PracticeArgument argument)
    {
        var on = Target(argument.On, argument.FileLine);
        if (fault is null && argument.By == ArguedBy.Defence && !Ways(on).Contains(argument.Mode))
        {
            fault = Error.Invalid("practice.mode-senseless", ("place", PracticeKeys.PlaceOf(work.Path, argument.FileLine)), ("why", texts.Of(Error.Invalid("challenges.mode-senseless"))));
        }

        act.Add(new Challenge
        {
            Id = challenges[argument.Key],
            CaseId = caseId,
            By = argument.By,
            On = on,
            Mode = argument.Mode,
            Text = argument.Text,
            Status = argument.Status,
            Ruling = argument.Ruling,
            Reference = argument.Filed is { } filed ? texts.Format("practice.filed", ("day", filed)) : "",
            Premises = [.. argument.Premises.Select(p => Target(p, argument.FileLine))],
            Competes = argument.Competes,
        });
    }

    // The same ways as a form offers.
    private IReadOnlyList<ChallengeMode> Ways(Target on) => ChallengeRules.ModesOf(
        on.Kind,
        on.Kind == TargetKind.Foundation ? foundations.Find(known => known.Id.Value == on.Id) : null,
        on.Kind == TargetKind.Exhibit && exhibits.Values.First(known => known.Id.Value == on.Id) is var exhibit
            && ChallengeRules.HoldsWords(exhibit, files.Find(file => file.Id == exhibit.Material), foundations));

    private void Add(UnitOfWork act, PracticeRequest request, int number, UnitOfWork papers)
    {
        var row = new EvidenceRequest
        {
            Id = new RequestId(NextId()),
            CaseId = caseId,
            Number = number,
            Kind = request.Kind,
            To = request.To,
            What = request.What,
            Account = request.Account,
            From = request.From,
            Until = request.Until,
            Authority = request.Authority,
            Why = request.Why,
            By = request.By,
            Spares = request.Spares,
            Status = request.Sent ? RequestStatus.Sent : RequestStatus.Draft,
            Steps = request.Sent ? [new RequestStep(RequestStatus.Sent, act.Actor.Name, act.Now, "", Came.NotSaid, [])] : [],
        };
        if (letter is not null && LetterRules.Refuse(row, letter) is { } refused)
        {
            fault ??= Error.Invalid("practice.request", ("place", PracticeKeys.PlaceOf(work.Path, request.FileLine)), ("why", texts.Of(refused)));
        }

        act.Add(row);
        if (request.Ours.Length + request.Leaf.Length + request.Count.Length > 0)
        {
            papers.Add(new RequestReason
            {
                Request = row.Id,
                CaseId = caseId,
                Why = request.Ours,
                Element = request.Leaf.Length == 0 ? "" : Read(rules.Serves(request.Leaf, request.Count, request.FileLine)) ?? "",
                Count = request.Count.Length == 0 ? null : Known(counts, request.Count, request.FileLine),
            });
        }
    }

    private void Add(UnitOfWork act, PracticeRetention retention)
    {
        var clock = folder.Clocks.FirstOrDefault(c => c.Country == folder.Case.Country && c.Holder == retention.Holder && c.Kind == retention.Kind);
        if (clock is null)
        {
            fault ??= PracticeKeys.Unknown(work.Path, retention.FileLine, retention.Holder + ", " + retention.Kind);
            return;
        }

        act.Add(new RetentionWatch
        {
            Id = NextId(),
            CaseId = caseId,
            Holder = clock.Holder,
            What = RetentionGuide.Kind(retention.Kind, texts),
            Why = retention.Why,
            RecordsUntil = retention.From,
            Days = clock.Days,
            Source = clock.Source,
        });
    }

    private string OffenceOf(string id, int line) => Read(rules.OffenceOf(id, line)) ?? "";

    private T? Read<T>(Result<T> read)
        where T : class
    {
        fault ??= read.Error;
        return read.IsOk ? read.Value : null;
    }

    private Target Target(string words, int line)
    {
        var (kind, key) = words.Split(':', 2) is [var before, var after] ? (before, after) : ("", words);
        return kind switch
        {
            "foundation" => new Target(TargetKind.Foundation, Known(keys.Foundations, key, line).Value),
            "exhibit" when key.EndsWith("/adm", StringComparison.Ordinal) => new Target(TargetKind.Admission, Exhibit(key[..^4], line).Value),
            "exhibit" => new Target(TargetKind.Exhibit, Exhibit(key, line).Value),
            "fact" => new Target(TargetKind.Fact, Known(facts, key, line).Value),
            "tie" => new Target(TargetKind.FactTie, Known(ties, key, line).Value),
            "element" when key.Split('/', 2) is [var count, var leaf] && (!counts.ContainsKey(count) || Read(rules.OnDay(leaf, count, line)) is not null) =>
                new Target(TargetKind.Element, Known(counts, count, line).Value, leaf),
            "challenge" => new Target(TargetKind.Challenge, Known(challenges, key, line).Value),
            _ => new Target(TargetKind.Unknown, Known(facts, words, line).Value),
        };
    }

    private ExhibitId Exhibit(string key, int line) => exhibits.TryGetValue(key, out var exhibit) ? exhibit.Id : Known(new Dictionary<string, ExhibitId>(), key, line);

    private FoundationId[] Foundations(IReadOnlyList<string> list, int line) => [.. list.Select(key => Known(keys.Foundations, key, line))];

    // "all" in the file is everyone it names: a tie itself never means whoever comes later.
    private IReadOnlyList<string> Named(IReadOnlyList<string> list, PersonRole role) => list.Count > 0 ? list
        : [.. folder.Case.People.Where(person => person.Roles.Contains(role)).Select(person => person.Key)];

    private PersonId[] People(IReadOnlyList<string> list, int line) => [.. list.Select(key => Known(keys.People, key, line))];

    // Ids sort by time, to the millisecond: with a moment for each, what is loaded at once stands in the order of the file.
    private Guid NextId() => Guid.CreateVersion7(began.AddMilliseconds(made++));

    private T Known<T>(Dictionary<string, T> known, string key, int line)
        where T : struct
    {
        if (known.TryGetValue(key, out var id))
        {
            return id;
        }

        fault ??= PracticeKeys.Unknown(work.Path, line, key);
        return default;
    }
}
