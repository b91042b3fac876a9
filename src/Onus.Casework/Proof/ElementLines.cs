using Onus.Domain.Answers;
using Onus.Domain.Evidence;
using Onus.Domain.Law;
using Onus.Domain.Proof;

namespace Onus.Casework.Proof;

/// <summary>One element of a count: how it stands, where its evidence comes from, what it needs of the survivor.</summary>
/// <param name="Row">The element, and where it stands in the law.</param>
/// <param name="Cell">What the grid says.</param>
/// <param name="Word">How it stands.</param>
/// <param name="Origins">Where the evidence that holds comes from, by name, most used first; each once.</param>
/// <param name="Exhibits">The exhibits cited for it and for what stands below it that still count, by number; each once.</param>
public sealed record ElementLine(GridRow Row, GridCell Cell, ProofWord Word, IReadOnlyList<string> Origins, IReadOnlyList<Exhibit> Exhibits)
{
    /// <summary>Exhibits cited for it and for what stands below it that no longer count, by number; each once.</summary>
    public IReadOnlyList<Exhibit> Fallen { get; init; } = [];

    /// <summary>Ways to prove it for which nothing is cited yet. They are named here and have no line of their own.</summary>
    public IReadOnlyList<Element> EmptyWays { get; init; } = [];
}

/// <summary>
/// Makes the lines of a count: every element that has to be proved, and of several ways to prove one only those that somebody began. A list of everything
/// that could be tried is long in every case; a list of what is there and what is missing is as long as the case is.
/// </summary>
public static class ElementLines
{
    /// <summary>The lines of a count in the order of the law, without the offence as a whole.</summary>
    public static IReadOnlyList<ElementLine> Of(ProofView view, ProofWords words, ChargeColumn column)
    {
        ArgumentNullException.ThrowIfNull(view);
        return Of(view, words, column, Rows(view, column));
    }

    internal static IReadOnlyList<ElementLine> Of(ProofView view, ProofWords words, ChargeColumn column, IReadOnlyList<(GridRow Row, GridCell Cell)> rows)
    {
        if (!column.Law.IsOk)
        {
            return [];
        }

        var reliance = new RelianceSentences(words);
        var standing = view.Engine.Evaluate();
        var gone = ExhibitStanding.Gone(view.Proof, standing);
        var lines = rows.Skip(1).Select(pair =>
        {
            var facts = Facts(pair.Row.Element, rows).ToList();
            var exhibits = facts.SelectMany(fact => fact.Supporting).DistinctBy(exhibit => exhibit.Id).OrderBy(exhibit => exhibit.Number).ToLookup(exhibit => gone.Contains(exhibit.Id));
            return new ElementLine(
                pair.Row,
                pair.Cell,
                RelianceSentences.Word(pair.Cell.Ruled, pair.Cell.Challenged, pair.Cell.Begun),
                Origins(words, standing, exhibits[false]),
                [.. exhibits[false]])
            {
                Fallen = [.. exhibits[true]],
            };
        }).ToList();
        var empty = lines.Where(line => line.Word is ProofWord.NothingYet).Select(line => line.Row.Element.Id).ToHashSet(StringComparer.Ordinal);
        var folded = new HashSet<string>(StringComparer.Ordinal);
        foreach (var way in column.Law.Value.AllElements().SelectMany(Ways).Where(way => empty.Contains(way.Id)))
        {
            folded.UnionWith(way.WithDescendants().Select(part => part.Id));
        }

        // What only an aggravator asks for is said with the aggravator, unless somebody began to prove it.
        foreach (var aggravator in column.Law.Value.Aggravators.Where(aggravator => empty.Contains(aggravator.Elements.Id)))
        {
            // A part that a level of the penalty only refers to keeps the line that it has in the offence.
            folded.UnionWith(aggravator.Elements.WithDescendants().Where(part => part is not Reference).Select(part => part.Id));
        }

        return [.. lines.Where(line => !folded.Contains(line.Row.Element.Id))
            .Select(line => line with { EmptyWays = [.. Ways(line.Row.Element).Where(way => folded.Contains(way.Id))] })];
    }

    /// <summary>The rows of the grid with the cells of one column; none where its law is not known.</summary>
    internal static IReadOnlyList<(GridRow Row, GridCell Cell)> Rows(ProofView view, ChargeColumn column)
    {
        var grid = Grid.Of(view.Proof, view.Engine, column.OffenceId, column.From);
        if (!grid.IsOk || grid.Value.Columns.Index().FirstOrDefault(pair => pair.Item.Goal == column.Goal) is not { Item: not null } here)
        {
            return [];
        }

        return [.. grid.Value.Rows.Where(row => row.Cells[here.Index] is not null).Select(row => (row, row.Cells[here.Index]!))];
    }

    /// <summary>Whether anything was cited for an element or for anything below it.</summary>
    internal static bool Begun(Element element, IReadOnlyList<(GridRow Row, GridCell Cell)> rows)
    {
        var below = element.WithDescendants().Select(part => part.Id).ToHashSet(StringComparer.Ordinal);
        return rows.Any(pair => below.Contains(pair.Row.Element.Id) && pair.Cell.Begun);
    }

    private static IEnumerable<CellFact> Facts(Element element, IReadOnlyList<(GridRow Row, GridCell Cell)> rows)
    {
        var below = element.WithDescendants().Select(part => part.Id).ToHashSet(StringComparer.Ordinal);
        return rows.Where(pair => below.Contains(pair.Row.Element.Id)).SelectMany(pair => pair.Cell.Facts).Where(fact => fact.Outside is null);
    }

    private static IEnumerable<Element> Ways(Element element) => element is Group { Rule: GroupRule.Any } any ? any.Of : [];

    // Of whoever's words nobody has said whose they are, the name of whoever gave the paper is no origin beside the others.
    private static IReadOnlyList<string> Origins(ProofWords words, Standing standing, IEnumerable<Exhibit> counting) => [.. Attributed(words, [.. counting])
        .Where(exhibit => standing[ProofId.Of(exhibit), Reading.RuledOnly] == ProofState.Stands)
        .SelectMany(exhibit => exhibit.Origins)
        .Select(words.Origin).Where(name => name.Length > 0)
        .CountBy(name => name, StringComparer.Ordinal).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
        .Select(pair => pair.Key)];

    // Where there is nothing else, one of them is what there is, and the count says in words that it is in doubt.
    private static IReadOnlyList<Exhibit> Attributed(ProofWords words, IReadOnlyList<Exhibit> counting)
    {
        var doubtful = words.Proof.Case.InDoubt.Where(doubt => doubt.MayBe.Count > 0).Select(doubt => doubt.Exhibit).ToHashSet();
        return counting.Any(exhibit => !doubtful.Contains(exhibit.Id)) ? [.. counting.Where(exhibit => !doubtful.Contains(exhibit.Id))] : [.. counting.Take(1)];
    }
}
