using Onus.Domain.Law;
using Onus.Domain.People;
using Onus.Domain.Shared;

namespace Onus.Domain.Cases;

/// <summary>What a node, evidence, point or argument of the graph stands for.</summary>
public enum ProofItemKind
{
    /// <summary>A count.</summary>
    Count = 0,

    /// <summary>An aggravator of a count; <see cref="ProofItem.Element"/> is its id.</summary>
    Aggravator,

    /// <summary>An element of a count; <see cref="ProofItem.Element"/> is its id in the law.</summary>
    Element,

    /// <summary>An element or, instead of it, the leaf that makes it unnecessary.</summary>
    ElementOrCondition,

    /// <summary>What the law presumes for an element, or that nobody raised or challenged it: falls to a challenge of the element.</summary>
    Presumption,

    /// <summary>Ties that counsel holds to be enough together.</summary>
    EnoughTogether,

    /// <summary>A fact tied to an element.</summary>
    FactTie,

    /// <summary>A fact that is tied, but was outside the days on which the text was in force: <see cref="CaseProof.Reasons"/> says so.</summary>
    OutsideLaw,

    /// <summary>A fact.</summary>
    Fact,

    /// <summary>An exhibit tied to a fact, for or against it.</summary>
    ExhibitTie,

    /// <summary>An exhibit, or that it is what it seems where no foundation is known.</summary>
    Exhibit,

    /// <summary>A foundation.</summary>
    Foundation,

    /// <summary>That a court takes a ground on which an exhibit stands without its witness; <see cref="ProofItem.Element"/> is the ground's name.</summary>
    Ground,

    /// <summary>A challenge or an answer.</summary>
    Challenge,

    /// <summary>A count or element of it for one of several survivors; the count's own node says whether it holds for any of them.</summary>
    ForOneSurvivor,
}

/// <summary>The row behind an id of the graph.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Row">Id of the row; of the count for its elements; empty in a column that is no count.</param>
/// <param name="Element">Id in the law pack, for what belongs to the law.</param>
public sealed record ProofItem(ProofItemKind Kind, Guid Row, string? Element = null);

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
public sealed record ColumnTie(string Column, Leaf Leaf, FactTie Tie, string Node, Error? Outside);

/// <summary>
/// A case and the law as one proof graph, with the way back from every id to its row. Pure and deterministic; linear in rows times counts.
/// </summary>
public sealed class CaseProof
{
    private readonly Dictionary<string, ProofItem> items = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Error> reasons = new(StringComparer.Ordinal);
    private readonly List<Error> notes = [];
    private readonly List<ColumnTie> ties = [];
    private readonly HashSet<(string Column, TieId Tie)> known = [];
    private readonly Dictionary<string, List<PersonId>> owners = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PersonId> named;
    private readonly List<string> goals = [];
    private readonly List<Proof.Foundation> foundations = [];
    private readonly List<Proof.EvidenceItem> evidence = [];
    private readonly List<Proof.ProofNode> nodes = [];
    private readonly List<Proof.Argument> arguments = [];

    private CaseProof(CaseSnapshot snapshot, LawPacks law, IReadOnlyList<ChargeColumn> columns)
    {
        Case = snapshot;
        Law = law;
        Columns = columns;
        Facts = snapshot.Facts.ToDictionary(fact => fact.Id);
        Withdrawn = Evidence.Withdrawn.Exhibits(snapshot.Materials, snapshot.Exhibits);
        TiesOf = snapshot.FactTies.Where(tie => Facts.ContainsKey(tie.Fact)).ToLookup(tie => tie.OffenceId, StringComparer.Ordinal);
        named = snapshot.People.SelectMany(person => person.Aliases.Append(person.Pseudonym).Select(name => (Key: ProofId.Of(new Evidence.Origin(null, name)), person.Id))).Distinct()
            .GroupBy(pair => pair.Key, StringComparer.Ordinal).Where(same => same.Take(2).Count() == 1).ToDictionary(same => same.Key, same => same.First().Id, StringComparer.Ordinal);
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
    /// and has fallen), <c>proof.no-foundation</c> (an exhibit that rests on nothing known), <c>proof.challenge-without-target</c>, <c>proof.cannot-compete</c>, <c>proof.answer-without-premise</c>, <c>proof.no-survivor-named</c> (a count
    /// without a survivor where the law charges for one at a time).
    /// </summary>
    public IReadOnlyList<Error> Notes => notes;

    /// <summary>Every tie in every column that it fits.</summary>
    public IReadOnlyList<ColumnTie> Ties => ties;

    /// <summary>The facts by id.</summary>
    internal IReadOnlyDictionary<FactId, Fact> Facts { get; }

    /// <summary>Exhibits whose file was withdrawn: they show nothing and speak against nothing.</summary>
    internal IReadOnlySet<ExhibitId> Withdrawn { get; }

    /// <summary>The ties of each offence whose facts this reader may see.</summary>
    internal ILookup<string, FactTie> TiesOf { get; }

    /// <summary>Everyone who is a survivor in the case.</summary>
    internal IReadOnlyList<string> Victims { get; }

    /// <summary>
    /// Why an exhibit shows a fact nothing in a column: <c>proof.not-against</c> (it may not be used against that defendant) or <c>proof.other-purpose</c>; null
    /// where nothing bars it.
    /// </summary>
    public Error? Barred(ChargeColumn column, ExhibitTie cite)
    {
        ArgumentNullException.ThrowIfNull(column);
        ArgumentNullException.ThrowIfNull(cite);
        return reasons.GetValueOrDefault(Against(column.ProvedAgainst ?? column.Defendant, ProofId.Of(cite)));
    }

    /// <summary>Compiles a case.</summary>
    /// <param name="snapshot">The case as its reader may see it.</param>
    /// <param name="law">The law packs.</param>
    /// <param name="more">Columns beside the counts, for a grid before anybody is charged.</param>
    public static CaseProof Of(CaseSnapshot snapshot, LawPacks law, params IReadOnlyList<ChargeColumn> more)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(law);
        var columns = snapshot.Counts.OrderBy(count => count.Number)
            .Select(count => new ChargeColumn
            {
                Goal = ProofId.Of(count),
                Count = count,
                OffenceId = count.OffenceId,
                Defendant = count.Defendant,
                Survivor = count.Survivor,
                From = count.From,
                To = count.To,
            })
            .Concat(more)
            .Select(column => column with { Law = law.OffenceAt(column.OffenceId, column.From) });
        var proof = new CaseProof(snapshot, law, [.. columns]);
        EvidenceCompiler.AddTo(proof);
        foreach (var column in proof.Columns)
        {
            CountCompiler.AddTo(proof, column);
        }

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

    internal void Add(Proof.Foundation foundation, ProofItem item) => Add(foundations, foundation, foundation.Id, item);

    internal void Add(Proof.EvidenceItem piece, ProofItem item) => Add(evidence, piece, piece.Id, item);

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

    /// <summary>
    /// The node of a row as it counts against one defendant: its own where an exhibit below it may be used against some defendants only, or stands
    /// against some without its witness; else the one that all share.
    /// </summary>
    internal string Against(PersonId defendant, string id) => owners.TryGetValue(id, out var own) && own.Contains(defendant) ? Own(defendant, id) : id;

    /// <summary>Defendants against whom a row has a node of its own.</summary>
    internal IReadOnlyList<PersonId> Owners(string id) => owners.GetValueOrDefault(id) ?? [];

    internal string AddOwn(PersonId defendant, string id)
    {
        (owners.TryGetValue(id, out var own) ? own : owners[id] = []).Add(defendant);
        return Own(defendant, id);
    }

    internal static string Own(PersonId defendant, string id) => id + ":against:" + defendant.Value;

    /// <summary>A source: somebody whom it only names, as a person of the case is called or written in the files, is that person and no other source.</summary>
    internal string OriginOf(Evidence.Origin origin) => origin.Person is null && named.TryGetValue(ProofId.Of(origin), out var person) ? ProofId.Of(person) : ProofId.Of(origin);

    internal void Goal(string id) => goals.Add(id);

    internal void Because(string id, Error reason) => reasons[id] = reason;

    // Said once, though several counts meet it.
    internal void Note(string key, params IReadOnlyList<(string Name, string Value)> values)
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
