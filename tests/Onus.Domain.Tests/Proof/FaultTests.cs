using System.Text;
using Onus.Domain.Proof;

namespace Onus.Domain.Tests.Proof;

/// <summary>Every fault is found, at its place, in one sentence; an invalid graph is never half answered.</summary>
public sealed class FaultTests
{
    // Name, the graph without its schema, the paths of all its faults, words of the first.
    public static TheoryData<string, string, string[], string> Faulty => new()
    {
        { "unknown field", """ "colour": 1 """, ["$.colour"], "no such field" },
        { "unknown field with odd name", """ "a b": 1 """, ["""$["a b"]"""], "no such field" },
        { "unknown field inside", """ "points":[{"id":"p","weight":3}] """, ["$.points[0].weight"], "no such field" },
        { "field twice", """ "points":[{"id":"p","id":"q"}] """, ["$.points[0].id"], "twice" },
        { "id missing", """ "points":[{"kind":"lab"}] """, ["$.points[0].id"], "required" },
        { "id null", """ "points":[{"id":null}] """, ["$.points[0].id"], "required" },
        { "id empty", """ "points":[{"id":""}] """, ["$.points[0].id"], "empty" },
        { "id with slash", """ "points":[{"id":"a/adm"}] """, ["$.points[0].id"], "'/'" },
        { "double id", """ "points":[{"id":"x"}],"nodes":[{"id":"x","any":[]}] """, ["$.nodes[0].id"], "already names a point" },
        { "list is no list", """ "points":{"id":"x"} """, ["$.points"], "list, not an object" },
        { "item is no object", """ "points":["x"] """, ["$.points[0]"], "object, not a text" },
        { "item is null", """ "points":[null] """, ["$.points[0]"], "not null" },
        { "text is a number", """ "points":[{"id":7}] """, ["$.points[0].id"], "text, not a number" },
        { "flag is a text", """ "points":[{"id":"p","testimony":"yes"}] """, ["$.points[0].testimony"], "true or false" },
        { "p is a text", """ "points":[{"id":"p","p":"high"}] """, ["$.points[0].p"], "number" },
        { "unknown status", """ "points":[{"id":"p","status":"gone"}] """, ["$.points[0].status"], "'gone'" },
        { "decided with unknown field", """ "points":[{"id":"p","decided":{"who":"x"}}] """, ["$.points[0].decided.who"], "no such field" },
        { "half a surrogate", """ "points":[{"id":"p","label":"\ud800"}] """, ["$.points[0].label"], "Unicode" },
        { "evidence with nothing", """ "evidence":[{"id":"E","origins":["o"]}] """, ["$.evidence[0]"], "rests on nothing" },
        { "evidence with nothing but an empty legalAny", """ "evidence":[{"id":"E","legalAny":[]}] """, ["$.evidence[0]"], "rests on nothing" },
        { "empty alternative ground", """ "points":[{"id":"p"}],"evidence":[{"id":"E","factual":["p"],"legalAny":[["p"],[]]}] """, ["$.evidence[0].legalAny[1]"], "empty list" },
        { "alternative ground is no list", """ "points":[{"id":"p"}],"evidence":[{"id":"E","factual":["p"],"legalAny":["p"]}] """, ["$.evidence[0].legalAny[0]"], "list" },
        { "unknown point", """ "evidence":[{"id":"E","legal":["w"],"factual":["v"]}] """, ["$.evidence[0].legal[0]", "$.evidence[0].factual[0]"], "'w'" },
        { "evidence where a point belongs", """ "points":[{"id":"p"}],"evidence":[{"id":"E","factual":["p"]},{"id":"F","factual":["E"]}] """, ["$.evidence[1].factual[0]"], "must be a point" },
        { "parent is a point", """ "points":[{"id":"p"}],"evidence":[{"id":"E","derivedFrom":[{"parent":"p"}]}] """, ["$.evidence[0].derivedFrom[0].parent"], "must be evidence" },
        { "parent missing", """ "points":[{"id":"p"}],"evidence":[{"id":"E","factual":["p"],"derivedFrom":[{}]}] """, ["$.evidence[0].derivedFrom[0].parent"], "required" },
        { "exception unknown", """ "points":[{"id":"p"}],"evidence":[{"id":"P","factual":["p"]},{"id":"E","derivedFrom":[{"parent":"P","unless":["x"]}]}] """, ["$.evidence[1].derivedFrom[0].unless[0]"], "'x'" },
        { "relies on a node", """ "nodes":[{"id":"n","any":[]}],"evidence":[{"id":"E","reliesOn":["n"]}] """, ["$.evidence[0].reliesOn[0]"], "must be evidence" },
        { "no rule", """ "nodes":[{"id":"n"}] """, ["$.nodes[0]"], "needs a rule" },
        { "rule null", """ "nodes":[{"id":"n","any":null}] """, ["$.nodes[0]"], "needs a rule" },
        { "two rules", """ "nodes":[{"id":"n","any":[],"all":[]}] """, ["$.nodes[0]", "$.nodes[0].all"], "exactly one rule" },
        { "at least without of", """ "nodes":[{"id":"n","atLeast":1}] """, ["$.nodes[0]"], "together with 'of'" },
        { "of without at least", """ "nodes":[{"id":"n","of":[]}] """, ["$.nodes[0]"], "together with 'of'" },
        { "all of nothing", """ "nodes":[{"id":"n","all":[]}] """, ["$.nodes[0].all"], "all of nothing" },
        { "at least 0", """ "nodes":[{"id":"m","any":[]},{"id":"n","atLeast":0,"of":["m"]}] """, ["$.nodes[1].atLeast"], "between 1" },
        { "at least 2 of 1", """ "nodes":[{"id":"m","any":[]},{"id":"n","atLeast":2,"of":["m"]}] """, ["$.nodes[1].atLeast"], "2 of 1" },
        { "at least one half", """ "nodes":[{"id":"m","any":[]},{"id":"n","atLeast":1.5,"of":["m"]}] """, ["$.nodes[1].atLeast"], "whole number, not 1.5" },
        { "child unknown", """ "nodes":[{"id":"n","any":["x"]}] """, ["$.nodes[0].any[0]"], "'x'" },
        { "child is a point", """ "points":[{"id":"p"}],"nodes":[{"id":"n","any":["p"]}] """, ["$.nodes[0].any[0]"], "must be evidence or a node" },
        { "child twice", """ "nodes":[{"id":"m","any":[]},{"id":"n","any":["m","m"]}] """, ["$.nodes[1].any[1]"], "twice" },
        { "origins negative", """ "nodes":[{"id":"n","any":[],"corroboration":{"minOrigins":-1}}] """, ["$.nodes[0].corroboration.minOrigins"], "between 0 and 3" },
        { "origins 4", """ "nodes":[{"id":"n","any":[],"corroboration":{"minOrigins":4}}] """, ["$.nodes[0].corroboration.minOrigins"], "between 0 and 3" },
        { "non-victims negative", """ "nodes":[{"id":"n","any":[],"corroboration":{"minNonVictim":-2}}] """, ["$.nodes[0].corroboration.minNonVictim"], "negative" },
        { "corroboration unknown field", """ "nodes":[{"id":"n","any":[],"corroboration":{"min":1}}] """, ["$.nodes[0].corroboration.min"], "no such field" },
        { "goal unknown", """ "goals":["x"] """, ["$.goals[0]"], "'x'" },
        { "goal twice", """ "goals":["n","n"],"nodes":[{"id":"n","any":[]}] """, ["$.goals[1]"], "twice" },
        { "goal is a point", """ "goals":["p"],"points":[{"id":"p"}] """, ["$.goals[0]"], "must be a node" },
        { "argument without side and target", """ "arguments":[{"id":"a"}] """, ["$.arguments[0].by", "$.arguments[0].on"], "required" },
        { "unknown side", """ "points":[{"id":"p"}],"arguments":[{"id":"a","by":"judge","on":"p"}] """, ["$.arguments[0].by"], "'judge'" },
        { "unknown ruling", """ "points":[{"id":"p"}],"arguments":[{"id":"a","by":"defence","on":"p","ruling":"maybe"}] """, ["$.arguments[0].ruling"], "'maybe'" },
        { "target unknown", """ "arguments":[{"id":"a","by":"defence","on":"x"}] """, ["$.arguments[0].on"], "'x'" },
        { "admission of a point", """ "points":[{"id":"p"}],"arguments":[{"id":"a","by":"defence","on":"p/adm"}] """, ["$.arguments[0].on"], "no such evidence" },
        { "defence on defence", """ "points":[{"id":"p"}],"arguments":[{"id":"a","by":"defence","on":"p"},{"id":"b","by":"defence","on":"a"}] """, ["$.arguments[1].on"], "defence too" },
        { "prosecution on its own", """ "points":[{"id":"p"}],"arguments":[{"id":"a","by":"prosecution","on":"p"}] """, ["$.arguments[0].on"], "prosecution's own" },
        { "prosecution on itself", """ "arguments":[{"id":"a","by":"prosecution","on":"a"}] """, ["$.arguments[0].on"], "prosecution's own" },
        { "premise twice", """ "points":[{"id":"p"}],"arguments":[{"id":"a","by":"defence","on":"p","premises":["p","p"]}] """, ["$.arguments[0].premises[1]"], "twice" },
        { "premise is an argument", """ "points":[{"id":"p"}],"arguments":[{"id":"a","by":"defence","on":"p","premises":["a"]}] """, ["$.arguments[0].premises[0]"], "must be a point or evidence or a node" },
        { "nodes in a loop", """ "nodes":[{"id":"A","any":["B"]},{"id":"B","all":["C"]},{"id":"C","any":["A"]}] """, ["$.nodes[0].any[0]"], "'A' -> 'B' -> 'C' -> 'A'" },
        { "node of itself", """ "nodes":[{"id":"A","atLeast":1,"of":["A"]}] """, ["$.nodes[0].of[0]"], "'A' -> 'A'" },
        { "evidence in a loop", """ "evidence":[{"id":"E","derivedFrom":[{"parent":"F"}]},{"id":"F","reliesOn":["E"]}] """, ["$.evidence[0].derivedFrom[0].parent"], "'E' -> 'F' -> 'E'" },
        { "two loops", """ "nodes":[{"id":"A","any":["A"]},{"id":"B","any":["B"]}] """, ["$.nodes[0].any[0]", "$.nodes[1].any[0]"], "'A' -> 'A'" },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void A_faulty_graph_is_refused_with_the_place_of_every_fault(string name, string body, string[] paths, string words)
    {
        var reading = ProofGraphJson.Read(Encoding.UTF8.GetBytes($$"""{"schema":"onus.proof/1",{{body}}}"""));
        Assert.Null(reading.Graph);
        Assert.Equal(paths, reading.Faults.Select(f => f.Path));
        Assert.Contains(words, reading.Faults[0].Message, StringComparison.Ordinal);
        Assert.True(reading.Faults.All(f => f.Message.EndsWith('.')), name);
    }

    [Theory]
    [InlineData("", "no JSON")]
    [InlineData("{", "no JSON")]
    [InlineData("{\"schema\":\"onus.proof/1\",}", "no JSON (line 1, byte 26)")]
    [InlineData("{\"schema\":\"onus.proof/1\"} {}", "no JSON")]
    [InlineData("// a graph\n{}", "no JSON")]
    [InlineData("[]", "an object, not a list")]
    [InlineData("null", "an object, not null")]
    [InlineData("7", "an object, not a number")]
    public void What_is_no_JSON_object_is_one_fault_at_the_root(string text, string words)
    {
        var fault = Assert.Single(ProofGraphJson.Read(Encoding.UTF8.GetBytes(text)).Faults);
        Assert.Equal("$", fault.Path);
        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", "required")]
    [InlineData("""{"schema":"onus.proof/2"}""", "onus.proof/2")]
    [InlineData("""{"schema":1}""", "text, not a number")]
    public void The_schema_is_required_and_checked(string text, string words)
    {
        var fault = Assert.Single(ProofGraphJson.Read(Encoding.UTF8.GetBytes(text)).Faults);
        Assert.Equal("$.schema", fault.Path);
        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_a_fault()
    {
        byte[] bytes = [.. "{\"schema\":\""u8, 0xC3, 0x28, .. "\"}"u8];
        Assert.NotEmpty(ProofGraphJson.Read(bytes).Faults);
        byte[] name = [.. "{\"schema\":\"onus.proof/1\",\""u8, 0xC3, 0x28, .. "\":1}"u8];
        Assert.NotEmpty(ProofGraphJson.Read(name).Faults);
    }

    [Fact]
    public void A_byte_order_mark_is_no_fault()
    {
        Assert.NotNull(ProofGraphJson.Read((byte[])[0xEF, 0xBB, 0xBF, .. "{\"schema\":\"onus.proof/1\"}"u8]).Graph);
    }

    [Fact]
    public void All_faults_of_a_graph_are_named_at_once()
    {
        const string text = """{"schema":"x","goals":["g"],"points":[{"id":"a/b"}],"nodes":[{"id":"n","all":[]},{"id":"n","any":["n"],"foo":1}],"arguments":[{"id":"q","by":"defence","on":"z"}]}""";
        var paths = ProofGraphJson.Read(Encoding.UTF8.GetBytes(text)).Faults.Select(f => f.Path).Order(StringComparer.Ordinal);
        Assert.Equal(["$.arguments[0].on", "$.goals[0]", "$.nodes[0].all", "$.nodes[1].foo", "$.nodes[1].id", "$.points[0].id", "$.schema"], paths);
    }

    [Theory]
    [InlineData("""{"schema":"onus.proof/1"}""")]
    [InlineData("""{"schema":"onus.proof/1","goals":null,"victims":null,"points":null,"evidence":null,"nodes":null,"arguments":null}""")]
    [InlineData("""{"schema":"onus.proof/1","points":[{"id":"p","mode":"anything","grade":"odd","p":1e400,"decided":{"by":"x","at":"y","ref":"z"},"person":null}],"evidence":[{"id":"E","legal":["p","p"],"factual":["p","p"],"legalAny":[["p","p"]]}]}""")]
    [InlineData("""{"schema":"onus.proof/1","nodes":[{"id":"n","any":[],"victims":[],"corroboration":{}}],"goals":["n"]}""")]
    [InlineData("""{"schema":"onus.proof/1","points":[{"id":"p"}],"arguments":[{"id":"d","by":"defence","on":"p","premises":["p"]},{"id":"r","by":"prosecution","on":"d","premises":["p"]},{"id":"e","by":"defence","on":"r"}]}""")]
    public void What_the_contract_allows_is_no_fault(string text)
    {
        Assert.Empty(ProofGraphJson.Read(Encoding.UTF8.GetBytes(text)).Faults);
    }

    [Fact]
    public void A_graph_built_in_code_is_checked_by_the_same_rules()
    {
        var graph = new ProofGraph
        {
            Goals = ["n"],
            Foundations = [new("p"), new("p")],
            Evidence = [new("E") { Factual = ["q"] }],
            Nodes = [new("n", Rule.AtLeast(3, "E"))],
        };
        Assert.Equal(["$.points[1].id", "$.evidence[0].factual[0]", "$.nodes[0].atLeast"], graph.Faults().Select(f => f.Path));
        Assert.Throws<ArgumentException>(() => new ProofEngine(graph));
    }

    [Fact]
    public void A_chain_of_100000_nodes_is_read_and_answered_without_overflow()
    {
        const int length = 100_000;
        var graph = new ProofGraph
        {
            Goals = [$"n{length - 1}"],
            Foundations = [new("p")],
            Evidence = [new("E") { Factual = ["p"], Origins = ["o"] }],
            Nodes = [.. Enumerable.Range(0, length).Select(i => new ProofNode($"n{i}", Rule.Any(i == 0 ? "E" : $"n{i - 1}")) { Corroboration = i == length - 1 ? new(1) : Corroboration.None })],
        };
        Assert.Equal([["p"]], new ProofEngine(graph).CutsOf(graph.Goals)[0].Sets);
        Assert.Single((graph with { Nodes = [.. graph.Nodes.Skip(1), new("n0", Rule.Any($"n{length - 1}"))] }).Faults());
    }

    [Fact]
    public void A_graph_of_100000_foundations_is_answered_as_far_as_is_safe_and_says_how_far()
    {
        const int width = 100_000;
        var graph = new ProofGraph
        {
            Goals = ["n"],
            Foundations = [.. Enumerable.Range(0, width).Select(i => new Foundation($"p{i}"))],
            Evidence = [.. Enumerable.Range(0, width).Select(i => new EvidenceItem($"e{i}") { Factual = [$"p{i}"] })],
            Nodes = [new("n", Rule.All([.. Enumerable.Range(0, width).Select(i => $"e{i}")]))],
        };
        var goal = new ProofEngine(graph).Report().Goals[0];
        Assert.Equal(ProofState.Stands, goal.RuledOnly);
        Assert.Equal(1, goal.Cuts.KAtLeast);
        Assert.False(goal.Paths.IsComplete);
    }
}
