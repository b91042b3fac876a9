using System.Globalization;
using Onus.Casework.Proof;
using Onus.Domain.Proof;

namespace Onus.Cli.Verbs;

/// <summary>Says a proof report in sentences, for people at a terminal.</summary>
internal sealed class ProofText(ProofGraph graph, TextWriter text)
{
    // Longer lists are for --json.
    private const int Shown = 20;

    private readonly Dictionary<string, string?> labels =
        graph.Foundations.Select(f => (f.Id, f.Label))
            .Concat(graph.Nodes.Select(n => (n.Id, n.Label)))
            .Concat(graph.Arguments.Select(a => (a.Id, Label: a.Text)))
            .ToDictionary(x => x.Id, x => x.Label, StringComparer.Ordinal);

    public async Task Write(ProofReport report)
    {
        if (report.Goals.Count == 0)
        {
            await Line(0, "The graph is sound. It names no goals, so there is nothing to answer.");
        }

        foreach (var warning in report.Warnings)
        {
            await Line(0, "Warning: " + warning.Message);
        }

        foreach (var goal in report.Goals)
        {
            await Write(goal);
        }

        await Line(0, "Onus does not weigh credibility. Sufficiency is your decision.");
    }

    private async Task Write(GoalReport goal)
    {
        // The word that pages and papers have for it, and then each reading: what is contested is not to begin with "supported".
        await Line(0, $"{Name(goal.Id)}: {Word(goal)}. On the rulings so far {State(goal.RuledOnly)}; with filed challenges {State(goal.WithFiled)}; with every challenge listed {State(goal.WithAll)}.");
        await Cuts(goal.Cuts);
        await Paths(goal.Paths);
        await Moves(goal.Moves, "The defence keeps it from standing by", "No listed challenge without a ruling keeps it from standing.");
        await Moves(goal.Reversals, "It would no longer stand if an appeal reversed", "No reversal of overruled challenges would change it.");
        if (goal.Victim is { } victim)
        {
            await Victim(victim);
        }

        await text.WriteLineAsync();
    }

    private async Task Cuts(CutSets cuts)
    {
        if (cuts.K == 0)
        {
            await Line(1, "It does not stand even though every open foundation does.");
            return;
        }

        if (cuts is { Sets.Count: 0, IsComplete: true })
        {
            await Line(1, "No loss of open foundations can break it.");
            return;
        }

        if (cuts.Sets.Count > 0)
        {
            await Line(1, "It depends on:");
            await List(cuts.Sets);
        }

        if (cuts.NotListed is { } more)
        {
            await Line(1, $"{Number(more.Count)} combinations of {Number(more.Size)} foundations break it{(cuts.Sets.Count > 0 ? " besides" : "; none smaller does")}. They are too many to list; larger ones were not searched.");
            return;
        }

        await Line(1, cuts switch
        {
            { IsComplete: true } => "These are all combinations; no other can break it unless it contains one of them.",
            { SearchedTo: 0 } => "What would break it was not searched, not even the loss of one foundation. That says nothing about how firmly it holds.",
            { SearchedTo: 1, Sets.Count: 0 } => "It survives the loss of any one foundation. The loss of several together was not searched.",
            { SearchedTo: 1 } => "Searched to single losses. Larger ones were not searched.",
            { Sets.Count: 0 } => $"It survives the loss of any {Number(cuts.SearchedTo)} foundations. Larger combinations were not searched.",
            _ => $"Searched to combinations of {Number(cuts.SearchedTo)}. Larger ones were not searched.",
        });
    }

    private async Task Paths(PathSets paths)
    {
        if (paths.Sets.Count > 0 && paths.Sets[0].Count > 0)
        {
            await Line(1, "Each of these alone carries it:");
            await List(paths.Sets);
        }

        if (!paths.IsComplete)
        {
            await Line(1, paths.Sets.Count > 0 ? "Larger sets that carry it were not listed." : "What alone carries it was not listed.");
        }
    }

    private async Task Moves(MoveSets? moves, string found, string none)
    {
        if (moves is null || moves.Sets is [{ Count: 0 }])
        {
            return;
        }

        if (moves.Sets.Count > 0 || moves.IsComplete)
        {
            await Line(1, moves.Sets.Count > 0 ? found + ":" : none);
        }

        await List(moves.Sets);
        if (!moves.IsComplete)
        {
            await Line(1, moves.SearchedTo == 0
                ? "What challenges would do was not searched, not even each alone."
                : $"Searched to {Number(moves.SearchedTo)} challenges together. Larger combinations were not searched.");
        }
    }

    private async Task Victim(VictimReport victim)
    {
        await Line(1, Category(victim.Reliance.Category, victim.KWithout));
        var holds = victim.Reliance.HoldsWithout;
        var through = holds.Through is { } came ? $"without anything that came through them, their devices and consents included, it {Holds(came)}; " : "";
        await Line(1, $"Without the testimony of its victims it {Holds(holds.Testimony)}; without their words it {Holds(holds.Information)}; {through}if they are not believed it {Holds(holds.Belief)}.");
        if (victim.PerVictim.Count > 1)
        {
            foreach (var ((id, category), without) in victim.Reliance.PerVictim.Zip(victim.PerVictim))
            {
                await Line(2, $"{id} alone: {Category(category, without)}");
            }
        }
    }

    private static string Category(RelianceCategory category, KWithout without)
    {
        var sentence = category switch
        {
            RelianceCategory.VictimAlone => "It rests on them alone.",
            RelianceCategory.VictimNeededWithOthers => "They are needed, with others.",
            RelianceCategory.Either => "It holds on them alone, and without them.",
            RelianceCategory.VictimNotNeeded => "It holds without them.",
            _ => "It is not proven, with or without them.",
        };
        return without switch
        {
            { K: { } k } => $"{sentence} Without them the smallest combination that breaks it has {Number(k)}.",
            { SearchedTo: 0 } => $"{sentence} What breaks it without them was not searched.",
            { SearchedTo: 1 } => $"{sentence} Without them no foundation alone breaks it; several together were not searched.",
            { SearchedTo: { } order } => $"{sentence} Without them no combination of {Number(order)} breaks it; larger ones were not searched.",
            _ => sentence,
        };
    }

    private async Task List(IReadOnlyList<IReadOnlyList<string>> sets)
    {
        foreach (var set in sets.Take(Shown))
        {
            await Line(2, string.Join(" and ", set.Select(Name)));
        }

        if (sets.Count > Shown)
        {
            var rest = sets.Skip(Shown).CountBy(s => s.Count).Select(c => $"{Number(c.Value)} of size {Number(c.Key)}");
            await Line(2, $"and {Number(sets.Count - Shown)} more: {string.Join(", ", rest)} (--json lists them)");
        }
    }

    private string Name(string id) => labels.GetValueOrDefault(id) is { Length: > 0 } label ? $"{label} [{id}]" : id;

    private static string Word(GoalReport goal) => RelianceSentences.Word(goal.RuledOnly, goal.WithAll, anything: true) switch
    {
        ProofWord.Supported => State(ProofState.Stands),
        ProofWord.Contested => State(ProofState.Contested),
        _ => State(ProofState.Fails),
    };

    private static string State(ProofState state) => state switch
    {
        ProofState.Stands => "supported if believed",
        ProofState.Contested => "contested",
        _ => "not supported",
    };

    private static string Holds(bool holds) => holds ? "holds" : "fails";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private Task Line(int depth, string sentence) => text.WriteLineAsync(new string(' ', depth * 2) + sentence);
}
