using Onus.Domain.Cases;
using Onus.Domain.Law;
using Onus.Domain.People;
using Onus.Domain.Shared;

namespace Onus.Domain.Answers;

/// <summary>
/// One offence against one defendant, compiled: a count of the draft, or a column of the grid that is no count yet.
/// </summary>
public sealed record ChargeColumn
{
    /// <summary>Id of its goal in the graph: "count:1", or "column:..." where it is no count.</summary>
    public required string Goal { get; init; }

    /// <summary>The count; null for a column that is none yet.</summary>
    public Count? Count { get; init; }

    /// <summary>The offence it names.</summary>
    public required string OffenceId { get; init; }

    /// <summary>The defendant.</summary>
    public required PersonId Defendant { get; init; }

    /// <summary>
    /// In whose case it is proved, where that is somebody else's: that another defendant committed an offence is proved against this one, with what may
    /// be used against this one. Null for the defendant's own.
    /// </summary>
    public PersonId? ProvedAgainst { get; init; }

    /// <summary>The survivor; null for all, or where the offence is against nobody.</summary>
    public PersonId? Survivor { get; init; }

    /// <summary>First day of the act: the law of this day applies.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day of the act.</summary>
    public required DateOnly To { get; init; }

    /// <summary>The law of the offence date, or why there is none.</summary>
    public Result<Offence> Law { get; init; }

    /// <summary>Id of an element of this column in the graph.</summary>
    public string Node(string elementId) => ProofId.Of(Goal, OffenceId, elementId);

    /// <summary>
    /// Id of what a group above has as its part: the element, or "the element or its condition" where a condition makes it unnecessary.
    /// </summary>
    public string Part(Element element)
    {
        ArgumentNullException.ThrowIfNull(element);
        return element.NotRequiredWhen is null ? Node(element.Id) : Node(element.Id) + ":unless";
    }
}

/// <summary>A tie as it enters one column.</summary>
/// <param name="Column">Goal of the column.</param>
/// <param name="Leaf">The leaf.</param>
/// <param name="Tie">The tie.</param>
/// <param name="Node">Its node in the graph.</param>
/// <param name="Outside">Why it cannot count: outside the days of the text, or the text does not know the leaf; null where it counts.</param>
/// <param name="ForOthers">The citations that show its fact for others than the people of the column.</param>
public sealed record ColumnTie(string Column, Leaf Leaf, FactTie Tie, string Node, Error? Outside, IReadOnlySet<TieId> ForOthers)
{
    /// <summary>Whether a citation shows the fact for the people of the column, as far as it shows anything.</summary>
    public bool IsShownBy(ExhibitTie cite)
    {
        ArgumentNullException.ThrowIfNull(cite);
        return cite.Fact == Tie.Fact && cite.Bearing == Bearing.Supports && !ForOthers.Contains(cite.Id);
    }
}

/// <summary>
/// A case and the law as one proof graph, with the way back from every id to its row. Pure and deterministic; linear in rows times counts.
/// </summary>
public sealed partial class CaseProof
{
    private readonly Dictionary<string, ProofItem> items = new(StringComparer.Ordinal);
    private readonly HashSet<string> survivors;
    private readonly Dictionary<MaterialId, string> tellers;
    private readonly Dictionary<ExhibitId, IReadOnlyList<string>> origins;
    private readonly Dictionary<ExhibitId, IReadOnlyList<string>> mayBe;
    private readonly Dictionary<string, Error> reasons = new(StringComparer.Ordinal);
    private readonly List<Error> notes = [];
    private readonly List<ChargeColumn> uncharged = [];
    private readonly Dictionary<FoundationId, string> testimony;
    private readonly HashSet<FoundationId> disbelieved;
    private readonly List<ColumnTie> ties = [];
    private readonly HashSet<(string Column, TieId Tie)> known = [];
    private readonly Dictionary<string, List<PersonId>> owners = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> views = new(StringComparer.Ordinal);
    private readonly List<(ChallengeId Ruling, string On, PersonId Against)> reached = [];
    private readonly ForOthers others;
    private readonly Dictionary<string, HashSet<string>> asks = new(StringComparer.Ordinal);
    private readonly Dictionary<PersonId, PersonId> alike;
    private readonly Dictionary<(string, PersonId, PersonId?, ChargeUnit), ILookup<string, FactTie>> fitting = [];
    private readonly Dictionary<string, PersonId> named;
    private readonly List<string> goals = [];
    private readonly List<Proof.Foundation> foundations = [];
    private readonly List<Proof.EvidenceItem> evidence = [];
    private readonly List<Proof.ProofNode> nodes = [];
    private readonly List<Proof.Argument> arguments = [];
    private EvidenceCompiler? evidenceOf;

    private CaseProof(CaseSnapshot snapshot, LawPacks law, IReadOnlyList<ChargeColumn> columns)
    {
        Case = snapshot;
        Law = law;
        Columns = columns;
        WithdrawnColumns = [.. snapshot.WithdrawnCounts.Select(ColumnOf).Select(column => column with { Law = law.OffenceAt(column.OffenceId, column.From) })];
        Facts = snapshot.Facts.ToDictionary(fact => fact.Id);
        Withdrawn = Evidence.Withdrawn.Exhibits(snapshot.Materials, snapshot.Exhibits);
        Outside = Evidence.OutsideAuthority.Exhibits(snapshot.Materials, snapshot.Exhibits, snapshot.Differences);
        Names = StandingNames.Of(snapshot);
        others = new ForOthers(snapshot, Names);
        TiesOf = snapshot.FactTies.Where(tie => Facts.ContainsKey(tie.Fact)).ToLookup(tie => tie.OffenceId, StringComparer.Ordinal);
        named = snapshot.People.SelectMany(person => person.Aliases.Append(person.Pseudonym).Select(name => (Key: ProofId.Of(new Evidence.Origin(null, name)), person.Id))).Distinct()
            .GroupBy(pair => pair.Key, StringComparer.Ordinal).Where(same => same.Take(2).Count() == 1).ToDictionary(same => same.Key, same => same.First().Id, StringComparer.Ordinal);
        survivors = snapshot.People.Where(person => person.Is(PersonRole.Survivor)).Select(person => ProofId.Of(person.Id)).ToHashSet(StringComparer.Ordinal);
        tellers = snapshot.Materials.Where(file => file is { Statement: true, FromPerson: not null } && survivors.Contains(ProofId.Of(file.FromPerson.Value)))
            .ToDictionary(file => file.Id, file => ProofId.Of(file.FromPerson!.Value));
        mayBe = snapshot.InDoubt.Where(doubt => doubt.MayBe.Count > 0).ToDictionary(doubt => doubt.Exhibit, doubt => (IReadOnlyList<string>)[.. doubt.MayBe.Select(ProofId.Of)]);
        origins = snapshot.Exhibits.ToDictionary(exhibit => exhibit.Id, FindOrigins);
        SamePassages = SamePassage.Of(snapshot);
        RuledAgain = new RuledAgain(snapshot);
        testimony = snapshot.Foundations.Where(foundation => foundation.Testimony).ToDictionary(foundation => foundation.Id, foundation => ProofId.Of(foundation.Person!.Value));
        disbelieved = [.. snapshot.Challenges.Where(challenge => challenge is { By: ArguedBy.Defence, Ruling: Ruling.Sustained, Mode: ChallengeMode.Impeach or ChallengeMode.Retract, On.Kind: TargetKind.Foundation })
            .Select(challenge => new FoundationId(challenge.On.Id))];
        var limits = snapshot.Exhibits.SelectMany(exhibit => exhibit.Grounds.Select(ground => ground.Against).Prepend(exhibit.OnlyAgainst)).Where(limit => limit.Count > 0).ToList();
        alike = columns.Select(column => column.Defendant).Concat(snapshot.People.Where(person => person.Is(PersonRole.Defendant)).Select(person => person.Id)).Distinct()
            .GroupBy(defendant => string.Concat(limits.Select(limit => limit.Contains(defendant) ? '+' : '-')), StringComparer.Ordinal)
            .SelectMany(same => same, (same, defendant) => (defendant, same.First())).ToDictionary();
        Victims = [.. snapshot.People.Where(person => person.Is(PersonRole.Survivor)).Select(person => ProofId.Of(person.Id))];
    }

    /// <summary>The case it was made of.</summary>
    public CaseSnapshot Case { get; }

    /// <summary>The law it was made with.</summary>
    public LawPacks Law { get; }

    /// <summary>The graph: sound unless exhibits derive from each other in a circle, which its faults then name.</summary>
    public Proof.ProofGraph Graph { get; private set; } = new();

    /// <summary>The counts by number, then the columns that are no counts.</summary>
    public IReadOnlyList<ChargeColumn> Columns { get; }

    /// <summary>The row behind every id of the graph.</summary>
    public IReadOnlyDictionary<string, ProofItem> Items => items;

    /// <summary>Why a node fails whatever the facts: no law at that date, or a fact outside the law.</summary>
    public IReadOnlyDictionary<string, Error> Reasons => reasons;

    /// <summary>
    /// What a person should know and the graph does not show: <c>proof.outside-count</c> (a fact outside the count's days),
    /// <c>proof.for-nobody</c> (a tie that names nobody whom it is about, or by whom), <c>proof.attack-fell</c> (an exhibit that spoke against a fact
    /// and has fallen), <c>proof.attack-withdrawn</c> (one whose file was withdrawn), <c>proof.relies-withdrawn</c> (an exhibit that relies on one whose file was
    /// withdrawn), <c>proof.citation-taken-back</c> (a tie for people who were named with a citation that was taken back), <c>proof.citation-shows-nothing</c> (one for people who were named with a citation out of a file that was withdrawn, or outside what the authority covers, while another shows the fact), <c>proof.ground-without-speaker</c> (a ground on an exhibit that no witness among its sources carries), <c>proof.ruled-in-withdrawn</c> (a challenge that was sustained in a
    /// withdrawn count, while another count charges the same), <c>proof.ruled-in-other</c> (one that was sustained in a count of the same on other days),
    /// <c>proof.ruled-same-passage</c> (an exhibit that holds some of what a ruling on another keeps out), <c>proof.ruled-same-record</c> (one that holds other words of
    /// the same record), <c>proof.ruled-same-words</c> (one that holds the same words out of another file), <c>proof.translation-fell</c> (one that counts without the
    /// translation of its words, which fell), <c>proof.ruled-same-cite</c> (one that is cited again for what the court ruled that it does not show), <c>proof.ruled-same-fact</c> (a fact
    /// that was ruled out and written again), <c>proof.ruled-other-fact</c> (another fact out of a passage whose fact was ruled out), <c>proof.no-foundation</c> (an exhibit that rests on nothing known), <c>proof.challenge-without-target</c>, <c>proof.answer-without-premise</c>, <c>proof.no-survivor-named</c> (a count
    /// without a survivor where the law charges for one at a time).
    /// </summary>
    public IReadOnlyList<Error> Notes => notes;

    /// <summary>Every tie in every column that it fits.</summary>
    public IReadOnlyList<ColumnTie> Ties => ties;

    /// <summary>The counts that were withdrawn: no part of the graph, but for what a court ruled in them.</summary>
    internal IReadOnlyList<ChargeColumn> WithdrawnColumns { get; }

    /// <summary>The facts by id.</summary>
    internal IReadOnlyDictionary<FactId, Fact> Facts { get; }

    /// <summary>Offences that a count asks for and nobody is charged with in the same case, each once.</summary>
    internal IReadOnlyList<ChargeColumn> Uncharged => uncharged;

    /// <summary>Exhibits outside what the authority covers, and those that rely on them: they support nothing until counsel decides.</summary>
    internal IReadOnlySet<ExhibitId> Outside { get; }

    /// <summary>Exhibits whose file, or that of what they rely on, was withdrawn: they show nothing and speak against nothing.</summary>
    internal IReadOnlySet<ExhibitId> Withdrawn { get; }

    /// <summary>Exhibits of a passage on which the court has ruled under another number.</summary>
    internal RuledPassages SamePassages { get; }

    /// <summary>What says under another number what the court has ruled on.</summary>
    internal RuledAgain RuledAgain { get; }

    /// <summary>For whom ties count, by the citations that stand.</summary>
    internal StandingNames Names { get; }

    /// <summary>The ties of each offence whose facts this reader may see.</summary>
    internal ILookup<string, FactTie> TiesOf { get; }

    /// <summary>Everyone who is a survivor in the case.</summary>
    internal IReadOnlyList<string> Victims { get; }

    /// <summary>
    /// Why an exhibit shows a fact nothing in a column: <c>proof.not-against</c> (it may not be used against that defendant) or <c>proof.other-purpose</c>, and
    /// <c>proof.relies-not-against</c> or <c>proof.relies-other-purpose</c> where that is so of something it relies on; null where nothing bars it.
    /// </summary>
    public Error? Barred(ChargeColumn column, ExhibitTie cite)
    {
        ArgumentNullException.ThrowIfNull(column);
        ArgumentNullException.ThrowIfNull(cite);
        return reasons.GetValueOrDefault(Against(column.ProvedAgainst ?? column.Defendant, ProofId.Of(cite)));
    }

    /// <summary>
    /// The ties that a column uses: its own, and those of every offence that it asks for, by whoever committed that; in the order of <see cref="Ties"/>.
    /// </summary>
    public IEnumerable<ColumnTie> UsedBy(ChargeColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        HashSet<string> used = new(StringComparer.Ordinal);
        Stack<string> open = new([column.Goal]);
        while (open.TryPop(out var goal))
        {
            if (used.Add(goal) && asks.TryGetValue(goal, out var further))
            {
                Array.ForEach([.. further], open.Push);
            }
        }

        return ties.Where(tie => used.Contains(tie.Column));
    }

    /// <summary>
    /// The citations for a column's facts that show them for its people, and those against these facts: also those of what fell, was withdrawn or may not be used.
    /// </summary>
    public IEnumerable<ExhibitTie> CitedIn(ChargeColumn column)
    {
        var used = UsedBy(column).Where(tie => tie.Outside is null).ToLookup(tie => tie.Tie.Fact);
        return Case.ExhibitTies.Where(cite => cite.Bearing == Bearing.Undermines ? used.Contains(cite.Fact) : used[cite.Fact].Any(tie => tie.IsShownBy(cite)));
    }

    /// <summary>Compiles a case.</summary>
    /// <param name="snapshot">The case as its reader may see it.</param>
    /// <param name="law">The law packs.</param>
    /// <param name="more">Columns beside the counts, for a grid before anybody is charged.</param>
    public static CaseProof Of(CaseSnapshot snapshot, LawPacks law, params IReadOnlyList<ChargeColumn> more)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(law);
        var columns = snapshot.Counts.OrderBy(count => count.Number).Select(ColumnOf).Concat(more).Select(column => column with { Law = law.OffenceAt(column.OffenceId, column.From) });
        var proof = new CaseProof(snapshot, law, [.. columns]);
        proof.evidenceOf = EvidenceCompiler.AddTo(proof);
        CountCompiler.AddTo(proof);
        ArgumentCompiler.AddTo(proof);
        proof.Graph = new Proof.ProofGraph
        {
            Goals = proof.goals,
            Victims = proof.Victims,
            Foundations = proof.foundations,
            Evidence = proof.evidence,
            Nodes = proof.nodes,
            Arguments = proof.arguments,
        };
        return proof;
    }

    private static ChargeColumn ColumnOf(Count count) => new()
    {
        Goal = ProofId.Of(count),
        Count = count,
        OffenceId = count.OffenceId,
        Defendant = count.Defendant,
        Survivor = count.Survivor,
        From = count.From,
        To = count.To,
    };

    internal void Add(ChargeColumn column) => uncharged.Add(column);

    internal void Asks(ChargeColumn column, ChargeColumn asked) => (asks.TryGetValue(column.Goal, out var known) ? known : asks[column.Goal] = new(StringComparer.Ordinal)).Add(asked.Goal);

    internal void Add(Proof.Foundation foundation, ProofItem item) => Add(foundations, foundation, foundation.Id, item);

    // What may be a survivor's own words is lost with theirs, and adds nothing beside them, until somebody says whose they are.
    internal void Add(Proof.EvidenceItem piece, ProofItem item) => Add(
        evidence,
        item.Kind == ProofItemKind.Exhibit && mayBe.TryGetValue(new(item.Row), out var writers) ? piece with { ToldBy = [.. piece.ToldBy.Union(writers, StringComparer.Ordinal)] } : piece,
        piece.Id, item);

    internal void Add(Proof.ProofNode node, ProofItem item) => Add(nodes, node, node.Id, item);

    internal void Add(Proof.Argument argument, ProofItem item) => Add(arguments, argument, argument.Id, item);

    // A tie is listed once in a column, though it may count there for each of several survivors.
    internal void Add(ColumnTie tie)
    {
        if (known.Add((tie.Column, tie.Tie.Id)))
        {
            ties.Add(tie);
        }
    }

    /// <summary>A source: somebody whom it only names, as a person of the case is called or written in the files, is that person and no other source.</summary>
    internal string OriginOf(Evidence.Origin origin) => ProofId.Of(origin) is var id && origin.Person is null && named.TryGetValue(id, out var person) ? ProofId.Of(person) : id;

    /// <summary>
    /// The sources of an exhibit. What a survivor states of somebody else's words is known from the survivor alone: without their words it is not there, and it
    /// makes no second source beside them. What anybody else repeats of a survivor's words is the survivor's; <see cref="TellerOf"/> where it is another survivor who repeats them.
    /// </summary>
    internal IReadOnlyList<string> OriginsOf(Evidence.Exhibit exhibit) => origins[exhibit.Id];

    private IReadOnlyList<string> FindOrigins(Evidence.Exhibit exhibit)
    {
        // An origin without a name is unknown, and what is unknown corroborates nothing.
        string[] found = [.. exhibit.Origins.Where(origin => origin.Person is not null || !string.IsNullOrWhiteSpace(origin.Name)).Select(OriginOf).Distinct(StringComparer.Ordinal)];
        return found.Length > 0 && exhibit.Material is { } material && tellers.TryGetValue(material, out var teller) && !found.Any(survivors.Contains) ? [teller] : found;
    }

    /// <summary>The survivor who, in a statement, tells another survivor's words: without either of them they are not there. Null where there is none.</summary>
    internal string? TellerOf(Evidence.Exhibit exhibit) => exhibit.Material is { } material && tellers.TryGetValue(material, out var teller) && OriginsOf(exhibit) is { Count: > 0 } known && !known.Contains(teller) ? teller : null;

    /// <summary>The sources of an exhibit, and those without whom they are not known: who tells them, and whose words they may be.</summary>
    internal IEnumerable<string> SourcesOf(Evidence.Exhibit exhibit) => OriginsOf(exhibit).Concat(TellersOf(exhibit));

    /// <summary>The survivors without whose words an exhibit is not there, beside its origins: <see cref="TellerOf"/>, and those whose words it may be.</summary>
    internal IEnumerable<string> TellersOf(Evidence.Exhibit exhibit) =>
        new[] { TellerOf(exhibit) }.OfType<string>().Union(mayBe.GetValueOrDefault(exhibit.Id) ?? [], StringComparer.Ordinal);

    /// <summary>The witnesses without whom a ground lets an exhibit stand: those whose words it is. Who only recorded or recognised it is needed all the same.</summary>
    internal IReadOnlyList<FoundationId> Speakers(Evidence.Exhibit exhibit)
    {
        var whose = exhibit.Origins.Select(OriginOf).ToHashSet(StringComparer.Ordinal);
        return [.. exhibit.Factual.Where(point => testimony.TryGetValue(point, out var person) && whose.Contains(person)).Distinct()];
    }

    /// <summary>
    /// Those of <see cref="Speakers"/> whom a ground can stand in for: it stands in for their coming and not for believing them, so where the court does not believe
    /// one of them, or they took it back, it stands in for nobody.
    /// </summary>
    internal IReadOnlyList<FoundationId> Replaceable(Evidence.Exhibit exhibit) => Speakers(exhibit) is var speakers && speakers.Any(disbelieved.Contains) ? [] : speakers;

    /// <summary>The ties that count in a column, by leaf. Offences that ask for others ask the same again and again, so it is looked up once.</summary>
    internal ILookup<string, FactTie> Fitting(ChargeColumn column)
    {
        var (unit, whose) = (column.Law.Value.Unit, (column.OffenceId, column.Defendant, column.Survivor, column.Law.Value.Unit));
        if (!fitting.TryGetValue(whose, out var known))
        {
            fitting[whose] = known = TiesOf[column.OffenceId].Where(tie => Names.Counts(tie, column.Defendant, column.Survivor, unit)).ToLookup(tie => tie.LeafId, StringComparer.Ordinal);
        }

        return known;
    }

    internal void Goal(string id) => goals.Add(id);

    internal void Because(string id, Error reason) => reasons[id] = reason;

    // Said once, though several counts meet it.
    internal void Note(string key, params IReadOnlyList<(string Name, ErrorValue Value)> values)
    {
        if (!notes.Exists(note => note.Key == key && note.Values.SequenceEqual(values)))
        {
            notes.Add(Error.Invalid(key, values));
        }
    }

    private void Add<T>(List<T> list, T thing, string id, ProofItem item)
    {
        items.Add(id, item);
        list.Add(thing);
    }
}
