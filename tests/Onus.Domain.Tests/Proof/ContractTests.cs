using System.Text;
using System.Text.Json.Nodes;
using Onus.Domain.Proof;

namespace Onus.Domain.Tests.Proof;

/// <summary>Hand-written cases for the sentences of design section 7.3, expectations worked out by hand.</summary>
public sealed class ContractTests
{
    [Theory]
    [InlineData("an element without facts fails", """ "nodes":[{"id":"g","any":[]}] """,
        """ {"ruledOnly":"fails","withFiled":"fails","withAll":"fails","k":0,"kAtLeast":0,"completeToOrder":null,"minCuts":[[]],"minPaths":[],"pathsComplete":true} """)]
    [InlineData("what rests on stipulated foundations cannot be broken by losses", """ "points":[{"id":"s","status":"stipulated"},{"id":"o"}],"evidence":[{"id":"S","factual":["s"]},{"id":"O","factual":["o"]}],"nodes":[{"id":"g","any":["S","O"]}] """,
        """ {"ruledOnly":"stands","withFiled":"stands","withAll":"stands","k":null,"kAtLeast":null,"completeToOrder":null,"minCuts":[],"minPaths":[[]],"pathsComplete":true} """)]
    [InlineData("a stipulated foundation can be attacked", """ "points":[{"id":"s","status":"stipulated"}],"evidence":[{"id":"S","factual":["s"]}],"nodes":[{"id":"g","any":["S"]}],"arguments":[{"id":"a","by":"defence","on":"s","status":"filed"}] """,
        """ {"ruledOnly":"stands","withFiled":"fails","withAll":"fails","k":null,"minCuts":[],"minPaths":[[]],"minMoves":[["a"]]} """)]
    [InlineData("a fallen foundation is no candidate for loss", """ "points":[{"id":"f","status":"fallen"},{"id":"o"}],"evidence":[{"id":"F","factual":["f"]},{"id":"O","factual":["o"]}],"nodes":[{"id":"g","any":["F","O"]}] """,
        """ {"ruledOnly":"stands","k":1,"minCuts":[["o"]],"minPaths":[["o"]]} """)]
    [InlineData("a sustained challenge is in play in every reading and nothing answers it", """ "points":[{"id":"p"},{"id":"x"}],"evidence":[{"id":"E","factual":["p"]},{"id":"X","factual":["x"]}],"nodes":[{"id":"g","any":["E"]}],"arguments":[{"id":"a","by":"defence","on":"p","ruling":"sustained"},{"id":"r","by":"prosecution","on":"a","premises":["X"]}] """,
        """ {"ruledOnly":"fails","withFiled":"fails","withAll":"fails","k":0,"minCuts":[[]],"minPaths":[],"minMoves":[[]],"minReversals":"absent"} """)]
    [InlineData("overruled challenges are never in play; where all are ruled no moves are left", """ "points":[{"id":"p"}],"evidence":[{"id":"E","factual":["p"]}],"nodes":[{"id":"g","any":["E"]}],"arguments":[{"id":"a","by":"defence","on":"p","status":"filed","ruling":"overruled"}] """,
        """ {"withAll":"stands","minMoves":[],"minReversals":[["a"]]} """)]
    [InlineData("sustaining an answer changes nothing", """ "points":[{"id":"p"},{"id":"x","status":"fallen"}],"evidence":[{"id":"E","factual":["p"]},{"id":"X","factual":["x"]}],"nodes":[{"id":"g","any":["E"]}],"arguments":[{"id":"a","by":"defence","on":"p","status":"filed"},{"id":"r","by":"prosecution","on":"a","premises":["X"],"ruling":"sustained"}] """,
        """ {"ruledOnly":"stands","withFiled":"fails","minMoves":[["a"]]} """)]
    [InlineData("an overruled answer answers nothing", """ "points":[{"id":"p"}],"evidence":[{"id":"E","factual":["p"]}],"nodes":[{"id":"g","any":["E"]}],"arguments":[{"id":"a","by":"defence","on":"p","status":"filed"},{"id":"r","by":"prosecution","on":"a","ruling":"overruled"}] """,
        """ {"ruledOnly":"stands","withFiled":"fails"} """)]
    [InlineData("an answer that is only possible is in play, so no listed set wins", """ "points":[{"id":"p"}],"evidence":[{"id":"E","factual":["p"]}],"nodes":[{"id":"g","any":["E"]}],"arguments":[{"id":"a","by":"defence","on":"p","status":"filed"},{"id":"r","by":"prosecution","on":"a","status":"possible"}] """,
        """ {"withFiled":"stands","withAll":"stands","minMoves":[]} """)]
    [InlineData("premises of a challenge never change an answer", """ "points":[{"id":"p"},{"id":"q","status":"fallen"}],"evidence":[{"id":"E","factual":["p"]}],"nodes":[{"id":"g","any":["E"]}],"arguments":[{"id":"a","by":"defence","on":"p","status":"filed","premises":["q"]}] """,
        """ {"ruledOnly":"stands","withFiled":"fails"} """)]
    [InlineData("an attack on evidence itself leaves its admission, so nothing taints what was derived from it", """ "points":[{"id":"o"},{"id":"d"}],"evidence":[{"id":"S","factual":["o"]},{"id":"P","derivedFrom":[{"parent":"S"}],"factual":["d"]}],"nodes":[{"id":"g","any":["P"]}],"arguments":[{"id":"a","by":"defence","on":"S","status":"filed"},{"id":"b","by":"defence","on":"S/adm"}] """,
        """ {"withFiled":"stands","withAll":"fails","minCuts":[["d"]],"minMoves":[["b"]]} """)]
    [InlineData("what relies on evidence needs it in full", """ "points":[{"id":"l"},{"id":"d"},{"id":"r"}],"evidence":[{"id":"X","legal":["l"],"factual":["d"]},{"id":"R","reliesOn":["X"],"factual":["r"]}],"nodes":[{"id":"g","any":["R"]}] """,
        """ {"minCuts":[["d"],["l"],["r"]],"minPaths":[["d","l","r"]]} """)]
    [InlineData("alternative grounds come on top of the legal ones; an empty list of them asks nothing", """ "points":[{"id":"a"},{"id":"b"},{"id":"c"}],"evidence":[{"id":"E","legal":["a"],"legalAny":[["b"],["c"]]},{"id":"F","legal":["a"],"legalAny":[]}],"nodes":[{"id":"g","all":["E","F"]}] """,
        """ {"minCuts":[["a"],["b","c"]],"minPaths":[["a","b"],["a","c"]]} """)]
    [InlineData("evidence without origins corroborates nothing", """ "points":[{"id":"a"},{"id":"b"}],"evidence":[{"id":"A","factual":["a"]},{"id":"B","factual":["b"],"origins":["bank"]}],"nodes":[{"id":"g","any":["A","B"],"corroboration":{"minOrigins":1}}] """,
        """ {"minCuts":[["b"]]} """)]
    [InlineData("origins that overlap are not independent", """ "points":[{"id":"a"},{"id":"b"},{"id":"c"}],"evidence":[{"id":"A","factual":["a"],"origins":["x","y"]},{"id":"B","factual":["b"],"origins":["y","z"]},{"id":"C","factual":["c"],"origins":["z","x"]}],"nodes":[{"id":"g","any":["A","B","C"],"corroboration":{"minOrigins":2}}] """,
        """ {"ruledOnly":"fails","minCuts":[[]]} """)]
    [InlineData("three independent origins", """ "points":[{"id":"a"},{"id":"b"},{"id":"c"},{"id":"d"}],"evidence":[{"id":"A","factual":["a"],"origins":["x"]},{"id":"B","factual":["b"],"origins":["x","y"]},{"id":"C","factual":["c"],"origins":["z"]},{"id":"D","factual":["d"],"origins":["y"]}],"nodes":[{"id":"g","any":["A","B","C","D"],"corroboration":{"minOrigins":3}}] """,
        """ {"minCuts":[["a"],["c"],["d"]]} """)]
    [InlineData("the reach goes below nodes that fail for want of support", """ "points":[{"id":"a"},{"id":"b"}],"evidence":[{"id":"A","factual":["a"],"origins":["x"]},{"id":"B","factual":["b"],"origins":["y"]}],"nodes":[{"id":"n","all":["B","m"]},{"id":"m","any":[]},{"id":"g","any":["A","n"],"corroboration":{"minOrigins":2}}] """,
        """ {"ruledOnly":"stands","minCuts":[["a"],["b"]]} """)]
    [InlineData("an item counts once however it is reached, and on any way that is not struck", """ "points":[{"id":"a"},{"id":"b"}],"evidence":[{"id":"A","factual":["a"],"origins":["x"]},{"id":"B","factual":["b"],"origins":["y"]}],"nodes":[{"id":"n","any":["A"]},{"id":"m","any":["A"]},{"id":"g","any":["n","m","B"],"corroboration":{"minNonVictim":2}}],"arguments":[{"id":"u","by":"defence","on":"n","status":"filed"},{"id":"v","by":"defence","on":"m","status":"possible"}] """,
        """ {"withFiled":"stands","withAll":"fails","minCuts":[["a"],["b"]],"minMoves":[["u","v"]]} """)]
    [InlineData("victims on a node override, even when empty, for its rule and its report", """ "victims":["V"],"points":[{"id":"v","person":"V"}],"evidence":[{"id":"E","factual":["v"],"origins":["V"]}],"nodes":[{"id":"g","any":["E"],"corroboration":{"minNonVictim":1},"victims":[]}] """,
        """ {"ruledOnly":"stands","victim":"absent"} """)]
    [InlineData("a child's own rule does not lend its victims to its parent", """ "victims":["V"],"points":[{"id":"v","person":"V"}],"evidence":[{"id":"E","factual":["v"],"origins":["V"]}],"nodes":[{"id":"n","any":["E"],"victims":[]},{"id":"g","any":["n"],"corroboration":{"minNonVictim":1}}] """,
        """ {"ruledOnly":"fails","victim":{"category":"not-proven","kWith":0,"kWithout":null,"holdsWithout":{"testimony":false,"information":false,"belief":false},"perVictim":{"V":{"category":"not-proven","kWithout":null}}}} """)]
    [InlineData("two victims: alone each is needed less than both", """ "victims":["W","V","V"],"points":[{"id":"v","person":"V","testimony":true},{"id":"w","person":"W"},{"id":"m"}],"evidence":[{"id":"E","factual":["v"],"origins":["V"]},{"id":"F","factual":["w"],"origins":["W","V"]},{"id":"M","factual":["m"],"origins":["V","bank"]}],"nodes":[{"id":"n","any":["E","F"]},{"id":"g","all":["n","M"]}] """,
        """ {"victim":{"category":"victim-needed-with-others","kWith":1,"kWithout":null,"holdsWithout":{"testimony":true,"information":false,"belief":false},"perVictim":{"V":{"category":"victim-not-needed","kWithout":1},"W":{"category":"victim-not-needed","kWithout":1}}}} """)]
    [InlineData("without victims nothing can break what is stipulated: kWithout is null, though A", """ "victims":["V"],"points":[{"id":"v","person":"V"},{"id":"s","status":"stipulated"}],"evidence":[{"id":"S","factual":["s"]}],"nodes":[{"id":"g","any":["S"]}] """,
        """ {"k":null,"victim":{"category":"either","kWith":null,"kWithout":null,"holdsWithout":{"testimony":true,"information":true,"belief":true},"perVictim":{"V":{"category":"either","kWithout":null}}}} """)]
    [InlineData("a circular answer is contested, never proved", """ "points":[{"id":"p"}],"evidence":[{"id":"E","factual":["p"]}],"nodes":[{"id":"g","any":["E"]}],"arguments":[{"id":"a","by":"defence","on":"E","status":"filed"},{"id":"r","by":"prosecution","on":"a","premises":["g"]}] """,
        """ {"ruledOnly":"stands","withFiled":"contested","withAll":"contested","minMoves":[["a"]]} """)]
    [InlineData("an attack on an answer reinstates the challenge", """ "points":[{"id":"p"}],"evidence":[{"id":"E","factual":["p"]}],"nodes":[{"id":"g","any":["E"]}],"arguments":[{"id":"a","by":"defence","on":"g","status":"filed"},{"id":"r","by":"prosecution","on":"a"},{"id":"b","by":"defence","on":"r"}] """,
        """ {"withFiled":"stands","withAll":"fails","minMoves":[["a","b"]]} """)]
    [InlineData("at least counts distinct children, though they share every foundation", """ "points":[{"id":"p"}],"evidence":[{"id":"E","factual":["p"]},{"id":"F","factual":["p"]},{"id":"G","factual":["p"]}],"nodes":[{"id":"g","atLeast":2,"of":["E","F","G"]}] """,
        """ {"minCuts":[["p"]],"minPaths":[["p"]]} """)]
    [InlineData("inner lists are ordinal, outer ones by length and then ordinal: capitals before small letters", """ "points":[{"id":"b"},{"id":"B"},{"id":"a"},{"id":"10"},{"id":"9"}],"evidence":[{"id":"E","factual":["b","B"]},{"id":"F","factual":["a","10"]},{"id":"G","factual":["9"]}],"nodes":[{"id":"g","any":["E","F","G"]}] """,
        """ {"minPaths":[["9"],["10","a"],["B","b"]],"minCuts":[["10","9","B"],["10","9","b"],["9","B","a"],["9","a","b"]]} """)]
    public void A_small_graph_is_answered_as_worked_out_by_hand(string why, string body, string expected)
    {
        var reading = ProofGraphJson.Read(Encoding.UTF8.GetBytes($$"""{"schema":"onus.proof/1","goals":["g"],{{body}}}"""));
        Assert.Empty(reading.Faults);
        var goal = JsonNode.Parse(ProofReportJson.Write(new ProofEngine(reading.Graph!).Report()).Span)!["goals"]!["g"]!.AsObject();
        foreach (var (field, value) in JsonNode.Parse(expected)!.AsObject())
        {
            if (value?.ToString() == "absent")
            {
                Assert.False(goal.ContainsKey(field), why);
            }
            else
            {
                Assert.True(goal.ContainsKey(field) && JsonNode.DeepEquals(value, goal[field]), $"{why}: {field} is {goal[field]?.ToJsonString() ?? "null"}");
            }
        }
    }

    [Fact]
    public void Information_silences_evidence_but_not_its_admission()
    {
        // The phone was found through her statement; without anything from her the phone remains, as its admission needs only the statement's.
        var graph = new ProofGraph
        {
            Goals = ["g"],
            Victims = ["V"],
            Foundations = [new("v") { Person = "V" }, new("d")],
            Evidence =
            [
                new("Statement") { Factual = ["v"], Origins = ["V"] },
                new("Phone") { DerivedFrom = [new("Statement")], Factual = ["d"], Origins = ["phone"] },
                new("Report") { ReliesOn = ["Statement"], Factual = ["d"], Origins = ["doctor"] },
            ],
            Nodes = [new("g", Rule.Any("Phone")), new("h", Rule.Any("Report"))],
        };
        var reliance = new ProofEngine(graph).RelianceOf(["g", "h"]);
        Assert.True(reliance[0]!.HoldsWithout.Information);
        Assert.False(reliance[1]!.HoldsWithout.Information);
    }

    [Fact]
    public void A_budget_that_ends_is_said_and_what_was_found_before_is_exact()
    {
        // Twelve alternatives of three foundations each: every cut takes one of each, 3^12 in all.
        var graph = new ProofGraph
        {
            Goals = ["g"],
            Victims = ["V"],
            Foundations = [.. Enumerable.Range(0, 36).Select(i => new Foundation($"p{i:D2}") { Person = i == 0 ? "V" : null })],
            Evidence = [.. Enumerable.Range(0, 12).Select(i => new EvidenceItem($"e{i:D2}") { Factual = [$"p{3 * i:D2}", $"p{(3 * i) + 1:D2}", $"p{(3 * i) + 2:D2}"] })],
            Nodes = [new("g", Rule.Any([.. Enumerable.Range(0, 12).Select(i => $"e{i:D2}")]))],
        };
        var report = new ProofEngine(graph).Report(new() { NodeBudget = 200 }).Goals[0];
        Assert.Null(report.Cuts.K);
        Assert.Empty(report.Cuts.Sets);
        Assert.Equal(report.Cuts.SearchedTo + 1, report.Cuts.KAtLeast);
        Assert.Equal(report.Cuts.SearchedTo, report.Cuts.CompleteToOrder);
        Assert.InRange(report.Cuts.SearchedTo, 1, 11);
        Assert.Null(report.Victim!.KWithout.K);
        Assert.InRange(report.Victim.KWithout.SearchedTo!.Value, 1, 10);

        // With the usual budget the first cuts have 12 members: how many is known, and that they are too many to list is said as well.
        var full = new ProofEngine(graph).CutsOf(["g"])[0];
        Assert.Equal((12, 12, 11), (full.K!.Value, full.KAtLeast!.Value, full.CompleteToOrder!.Value));
        Assert.Empty(full.Sets);
        Assert.Equal(new UnlistedSets(12, 531_441), full.NotListed);
        Assert.Equal(12, new ProofEngine(graph).PathsOf(["g"], 1000)[0].Sets.Count);
    }

    [Fact]
    public void What_is_found_for_one_goal_does_not_depend_on_what_else_is_asked()
    {
        // The simple goal beside one that eats the budget, and alone.
        var graph = new ProofGraph
        {
            Goals = ["big", "small"],
            Victims = ["V"],
            Foundations = [new("v") { Person = "V" }, .. Enumerable.Range(0, 10).Select(i => new Foundation($"s{i}")), .. Enumerable.Range(0, 36).Select(i => new Foundation($"p{i:D2}"))],
            Evidence =
            [
                new("hers") { Factual = ["v"] },
                .. Enumerable.Range(0, 10).Select(i => new EvidenceItem($"f{i}") { Factual = [$"s{i}"] }),
                .. Enumerable.Range(0, 12).Select(i => new EvidenceItem($"e{i:D2}") { Factual = [$"p{3 * i:D2}", $"p{(3 * i) + 1:D2}", $"p{(3 * i) + 2:D2}"] }),
            ],
            Nodes = [new("big", Rule.Any([.. Enumerable.Range(0, 12).Select(i => $"e{i:D2}")])), new("small", Rule.Any(["hers", .. Enumerable.Range(0, 10).Select(i => $"f{i}")]))],
        };
        var engine = new ProofEngine(graph);
        var options = new ReportOptions { NodeBudget = 800 };
        Assert.False(engine.Report(options).Goals[1].Cuts.IsComplete);
        var alone = engine.ReportOn("small", options);
        Assert.True(alone.Cuts.IsComplete);
        Assert.Equal((11, 1, 10), (alone.Cuts.K, alone.Cuts.Sets.Count, alone.Victim!.KWithout.K));
        Assert.Throws<ArgumentException>(() => engine.ReportOn("nothing"));
    }
}
