using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Law;
using Onus.Domain.Shared;

namespace Onus.Domain.Answers;

/// <summary>What was found about a count, most pressing first.</summary>
public enum FindingKind
{
    /// <summary>The law itself does not carry it: no text for that day, or a text that does not know the element. Nothing more is asked for.</summary>
    HoleInLaw = 0,

    /// <summary>A court ruled as a matter of law that the element is not made out. Of it alone nothing more is asked for.</summary>
    ClosedInLaw,

    /// <summary>Facts are tied that were outside the days of the text; they cannot count, and what else is missing is named beside it.</summary>
    OutsideDays,

    /// <summary>All that there was is kept out: another source, independent of it, or another ground of admission is asked for.</summary>
    KeptOut,

    /// <summary>A defence was raised, or a presumption rebutted: evidence that disproves it is asked for.</summary>
    DisproofNeeded,

    /// <summary>Nothing supports it yet.</summary>
    NothingYet,

    /// <summary>What is there holds, and the law asks for more: sources independent of each other, or one that is not the survivor.</summary>
    TooFewSources,

    /// <summary>The survivor may have been a minor, and nobody has proved the age that would make an element unnecessary.</summary>
    ChildPathOpen,

    /// <summary>One foundation, other than the survivor, whose loss breaks the count.</summary>
    SinglePoint,

    /// <summary>It rests on the survivor alone.</summary>
    OnHerAlone,

    /// <summary>It needs the survivor and others together.</summary>
    OnBoth,

    /// <summary>It stands without her testimony, on what comes from her: without that it does not.</summary>
    ComesFromHer,

    /// <summary>It stands by the rulings so far and not against every challenge that is known.</summary>
    Contested,

    /// <summary>Much of the case hangs on one foundation. Of the case and of no one count.</summary>
    ManyOnOne,

    /// <summary>Facts are tied to something that charges plead and the law does not ask for.</summary>
    PleadedNotRequired,
}

/// <summary>Another way to prove a group of alternatives.</summary>
/// <param name="Element">The alternative.</param>
/// <param name="Missing">The fewest parts that would do and that are not there yet.</param>
public sealed record OpenAlternative(Element Element, IReadOnlyList<Element> Missing);

/// <summary>
/// One thing to look at next: ids and numbers, no sentence. Proposals are independent sources for an element; an exhibit is never proposed for
/// strengthening, so neither contested nor character evidence is.
/// </summary>
public sealed record Finding
{
    /// <summary>What was found.</summary>
    public required FindingKind Kind { get; init; }

    /// <summary>The count; null where it is of the whole case.</summary>
    public Count? Count { get; init; }

    /// <summary>The element; null where it is of the whole count.</summary>
    public Element? Element { get; init; }

    /// <summary>Leaves concerned: carried by her, lost with the foundation.</summary>
    public IReadOnlyList<Leaf> Leaves { get; init; } = [];

    /// <summary>Of alternatives of which what was cited is kept out, those for which nothing ever was; <see cref="FindingKind.KeptOut"/> only.</summary>
    public IReadOnlyList<Element> NeverCited { get; init; } = [];

    /// <summary>Other ways to prove it that are open in law, the nearest first.</summary>
    public IReadOnlyList<OpenAlternative> Alternatives { get; init; } = [];

    /// <summary>What tends to prove it without, or beside, the survivor's word. Empty where nothing more is asked for.</summary>
    public IReadOnlyList<EvidenceTopic> Topics { get; init; } = [];

    /// <summary>What else the same facts may carry.</summary>
    public IReadOnlyList<AlternativeHint> Hints { get; init; } = [];

    /// <summary>Facts concerned: those that cannot count.</summary>
    public IReadOnlyList<Fact> Facts { get; init; } = [];

    /// <summary>The foundation; null where it is about none.</summary>
    public Foundation? Foundation { get; init; }

    /// <summary>Exhibits concerned: that carry it, are kept out, or fall with the foundation.</summary>
    public IReadOnlyList<Exhibit> Exhibits { get; init; } = [];

    /// <summary>Challenges without a ruling and without an answer that ends them.</summary>
    public IReadOnlyList<ChallengeId> Challenges { get; init; } = [];

    /// <summary>Ties of exhibits that speak against it.</summary>
    public IReadOnlyList<TieId> Against { get; init; } = [];

    /// <summary>How many exhibits and uncited files hang on the foundation; <see cref="FindingKind.ManyOnOne"/> only.</summary>
    public int Hanging { get; init; }

    /// <summary>Out of how many.</summary>
    public int Total { get; init; }

    /// <summary>Why the law does not carry it.</summary>
    public Error? Reason { get; init; }
}

/// <summary>The gaps of a case and the next best actions.</summary>
public static class LookForNext
{
    /// <summary>Fewer things than this on one foundation are no mass.</summary>
    private const int Many = 3;

    /// <summary>All findings, most pressing kind first, then by count and in the order of the law.</summary>
    /// <param name="proof">The case.</param>
    /// <param name="engine">The engine over its graph.</param>
    public static IReadOnlyList<Finding> Of(CaseProof proof, Proof.ProofEngine engine)
    {
        ArgumentNullException.ThrowIfNull(proof);
        ArgumentNullException.ThrowIfNull(engine);
        IReadOnlyList<ChargeColumn> counts = [.. proof.Columns.Where(column => column.Count is not null)];
        var cells = new GridCells(proof, engine, counts);
        var dependences = engine.Dependences();
        var findings = new List<Finding>();
        foreach (var column in counts)
        {
            if (column.Law.Error is { } reason)
            {
                findings.Add(new Finding { Kind = FindingKind.HoleInLaw, Count = column.Count, Reason = reason });
                continue;
            }

            new GapWalk(proof, cells, column, findings).Walk();
            findings.AddRange(dependences.Select(dependence => SinglePoint(proof, column, dependence)).OfType<Finding>());
        }

        findings.AddRange(HangOn.Of(proof.Case)
            .Where(hang => hang.Foundation is { Status: FoundationStatus.Open, Kind: not FoundationKind.Witness })
            .Where(hang => hang.Count >= Many && hang.Count * 4 >= hang.Total)
            .Select(hang => new Finding
            {
                Kind = FindingKind.ManyOnOne,
                Foundation = hang.Foundation,
                Exhibits = hang.Exhibits,
                Hanging = hang.Count,
                Total = hang.Total,
            }));
        return [.. findings.OrderBy(finding => finding.Kind)];
    }

    /// <summary>
    /// What of a finding bears on one count: all of its own, nothing of another's; of what much of the case hangs on, the exhibits that the count uses.
    /// </summary>
    /// <param name="finding">The finding.</param>
    /// <param name="proof">The case.</param>
    /// <param name="column">The count.</param>
    /// <returns>Null where nothing does.</returns>
    public static Finding? For(this Finding finding, CaseProof proof, ChargeColumn column)
    {
        ArgumentNullException.ThrowIfNull(finding);
        ArgumentNullException.ThrowIfNull(proof);
        ArgumentNullException.ThrowIfNull(column);
        if (finding.Count is { } count)
        {
            return count.Id == column.Count?.Id ? finding : null;
        }

        var used = proof.CitedIn(column).Where(cite => cite.Bearing == Bearing.Supports).Select(cite => cite.Exhibit).ToHashSet();
        return finding.Exhibits.Where(exhibit => used.Contains(exhibit.Id)).ToList() is [_, ..] own ? finding with { Exhibits = own } : null;
    }

    private static Finding? SinglePoint(CaseProof proof, ChargeColumn column, Proof.Dependence dependence)
    {
        // What rests on the survivor is said by the elements; what the law presumes is no foundation that anybody could replace.
        if (proof.Items[dependence.Foundation] is not { Kind: ProofItemKind.Foundation } item
            || proof.Case.Foundations.FirstOrDefault(candidate => candidate.Id.Value == item.Row) is not { Status: FoundationStatus.Open } foundation
            || (foundation.Person is { } person && (column.Survivor is { } survivor ? survivor == person : proof.Victims.Contains(ProofId.Of(person), StringComparer.Ordinal)))
            || !dependence.Nodes.Contains(column.Goal, StringComparer.Ordinal))
        {
            return null;
        }

        var lost = dependence.Nodes.ToHashSet(StringComparer.Ordinal);
        IReadOnlyList<Leaf> leaves = [.. column.Law.Value.Leaves().Where(leaf => leaf.Kind != LeafKind.PleadedOnly && lost.Contains(column.Node(leaf.Id)))];
        var evidence = dependence.Evidence.Select(id => proof.Items[id].Row).ToHashSet();
        return new Finding
        {
            Kind = FindingKind.SinglePoint,
            Count = column.Count,
            Foundation = foundation,
            Leaves = leaves,
            Topics = [.. leaves.SelectMany(leaf => leaf.Evidence).DistinctBy(topic => topic.Id)],
            Hints = [.. leaves.SelectMany(leaf => leaf.Hints)],
            Exhibits = [.. proof.Case.Exhibits.Where(exhibit => evidence.Contains(exhibit.Id.Value)).OrderBy(exhibit => exhibit.Number)],
        };
    }
}
