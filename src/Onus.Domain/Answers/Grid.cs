using Onus.Domain.Cases;
using Onus.Domain.Law;
using Onus.Domain.People;
using Onus.Domain.Proof;
using Onus.Domain.Shared;

namespace Onus.Domain.Answers;

/// <summary>What a cell of the grid says.</summary>
public enum CellState
{
    /// <summary>Nothing supports it, or not enough.</summary>
    Nothing = 0,

    /// <summary>Supported if the survivor is believed, and by nothing that does not come from her.</summary>
    OnHerAlone,

    /// <summary>Supported by her and others together; without her it is not.</summary>
    OnBoth,

    /// <summary>
    /// Supported even if nothing that rests on believing her counts. It may still rest on what comes from her, such as messages that her phone proves:
    /// <see cref="GridCell.ComesFromHer"/> says so, and a screen says it beside this word.
    /// </summary>
    WithoutHer,
}

/// <summary>A fact in a cell.</summary>
/// <param name="Tie">The tie that put it there.</param>
/// <param name="Fact">The fact.</param>
/// <param name="Supporting">Exhibits cited for it, by number.</param>
/// <param name="Undermining">Exhibits cited against it, by number.</param>
/// <param name="Outside">Why it cannot count; null where it counts.</param>
public sealed record CellFact(FactTie Tie, Fact Fact, IReadOnlyList<Evidence.Exhibit> Supporting, IReadOnlyList<Evidence.Exhibit> Undermining, Error? Outside);

/// <summary>One element against one defendant.</summary>
/// <param name="Node">Its node in the graph: what reasons, dependencies and challenges are asked of.</param>
/// <param name="State">What the cell says.</param>
/// <param name="Ruled">How far it is proved by what the court has ruled.</param>
/// <param name="Challenged">How far it is proved when every challenge that anybody thought of is made.</param>
/// <param name="HoldsWithout">What holds without the survivor; null where the column has none.</param>
/// <param name="Facts">The facts tied to it; leaves only.</param>
public sealed record GridCell(string Node, CellState State, ProofState Ruled, ProofState Challenged, HoldsWithout? HoldsWithout, IReadOnlyList<CellFact> Facts)
{
    /// <summary>Whether all its parts hold and the law asks for more sources than there are.</summary>
    public bool LacksSources { get; init; }

    /// <summary>Whether anything was cited or tied for it or for a part of it, also what fell, is kept out, or lies outside the days of the law.</summary>
    public bool Begun { get; init; }

    /// <summary>Whether it does not hold and all that was cited for it is kept out.</summary>
    public bool Suppressed { get; init; }

    /// <summary>The same, where proof of another element makes this one unnecessary, for the two together; null where none does.</summary>
    public GridCell? OrCondition { get; init; }

    /// <summary>What counts for the offence: this element or, where there is one, what makes it unnecessary.</summary>
    public GridCell Counted => OrCondition ?? this;

    /// <summary>Whether it holds without her testimony and not without what comes from her.</summary>
    public bool ComesFromHer { get; init; }

    /// <summary>Whether it withstands all that anybody thought of against it with her testimony, and would hold without it, but contested.</summary>
    public bool ContestedWithout { get; init; }

    /// <summary>Whether it holds without her only if what nobody has attributed to anybody is not her words.</summary>
    public bool WordsNotKnown => State == CellState.WithoutHer && HoldsWithout is { Information: true, IfTheirs.Information: false };
}

/// <summary>One element against every defendant.</summary>
/// <param name="Element">The element.</param>
/// <param name="Depth">How deep it stands in the tree; the offence itself is 0.</param>
/// <param name="IsAlternative">Whether another element can stand for it.</param>
/// <param name="Cells">A cell for each column; null where the law of that column's date does not know the element.</param>
public sealed record GridRow(Element Element, int Depth, bool IsAlternative, IReadOnlyList<GridCell?> Cells)
{
    /// <summary>Whether it stands below a choice, at any depth: the offence can be proved another way.</summary>
    public bool IsBelowChoice { get; init; }

    /// <summary>Whether it belongs to what raises the penalty, and not to the offence.</summary>
    public bool RaisesPenalty { get; init; }

    /// <summary>Whether charges plead it and the law does not ask for it.</summary>
    public bool IsPleadedOnly => Element is Leaf { Kind: LeafKind.PleadedOnly };
}

/// <summary>
/// Elements of an offence against defendants: what is there, what rests on the survivor, what is missing. All cells come from one graph and two
/// questions to the engine, whatever their number.
/// </summary>
/// <param name="Offence">The law that the rows follow.</param>
/// <param name="Columns">Counts by number, then defendants who are not charged with it.</param>
/// <param name="Rows">Rows in the order of the law; conditions and aggravators follow the offence.</param>
public sealed record Grid(Offence Offence, IReadOnlyList<ChargeColumn> Columns, IReadOnlyList<GridRow> Rows)
{
    /// <summary>
    /// Columns for the defendants who are not charged with an offence, to be compiled beside the counts: the grid is there before anybody is charged.
    /// </summary>
    public static IReadOnlyList<ChargeColumn> ColumnsBeside(CaseSnapshot snapshot, string offenceId, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return [.. snapshot.People
            .Where(person => person.Is(PersonRole.Defendant) && !snapshot.Counts.Any(count => count.OffenceId == offenceId && count.Defendant == person.Id))
            .Select(person => new ChargeColumn { Goal = $"column:{offenceId}:{person.Id.Value}", OffenceId = offenceId, Defendant = person.Id, From = day, To = day })];
    }

    /// <summary>The grid of one offence.</summary>
    /// <param name="proof">The case, compiled with <see cref="ColumnsBeside"/> where uncharged defendants are wanted.</param>
    /// <param name="engine">The engine over its graph.</param>
    /// <param name="offenceId">The offence.</param>
    /// <param name="day">The day whose law the rows follow.</param>
    /// <returns>The reasons of <see cref="LawPacks.OffenceAt"/>.</returns>
    public static Result<Grid> Of(CaseProof proof, ProofEngine engine, string offenceId, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(proof);
        ArgumentNullException.ThrowIfNull(engine);
        var law = proof.Law.OffenceAt(offenceId, day);
        if (law.Error is { } none)
        {
            return none;
        }

        var offence = law.Value;
        IReadOnlyList<ChargeColumn> columns = [.. proof.Columns.Where(column => column.OffenceId == offenceId && column.Law.IsOk)];
        var cells = new GridCells(proof, engine, columns);
        var rows = new List<GridRow>();
        Add(offence.Elements, 0, new Place());
        foreach (var condition in offence.Conditions)
        {
            Add(condition, 1, new Place(IsAlternative: true));
        }

        foreach (var aggravator in offence.Aggravators)
        {
            Add(aggravator.Elements, 1, new Place(RaisesPenalty: true));
        }

        // A way of taking part has rows once somebody began to prove it; until then it would only be long.
        var tied = proof.Ties.Where(tie => columns.Any(column => column.Goal == tie.Column)).Select(tie => tie.Leaf.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var mode in offence.Modes.Where(mode => mode.Elements.WithDescendants().Any(element => tied.Contains(element.Id))))
        {
            Add(mode.Elements, 1, new Place(IsAlternative: true, IsBelowChoice: true));
        }

        return new Grid(offence, columns, rows);

        void Add(Element element, int depth, Place place)
        {
            if (element is Reference)
            {
                return;
            }

            rows.Add(new GridRow(element, depth, place.IsAlternative, [.. columns.Select(column => cells.Of(column, element.Id))])
            {
                IsBelowChoice = place.IsBelowChoice,
                RaisesPenalty = place.RaisesPenalty,
            });
            foreach (var part in element is Group group ? group.Of : [])
            {
                Add(part, depth + 1, place.Below((Group)element));
            }
        }
    }

    /// <summary>What of a row follows from what stands above it.</summary>
    private readonly record struct Place(bool IsAlternative = false, bool IsBelowChoice = false, bool RaisesPenalty = false)
    {
        public Place Below(Group group) => this with
        {
            IsAlternative = group.Rule == GroupRule.Any,
            IsBelowChoice = IsBelowChoice || group.Rule == GroupRule.Any || (group.Rule == GroupRule.AtLeast && group.AtLeast < group.Of.Count),
        };
    }
}
