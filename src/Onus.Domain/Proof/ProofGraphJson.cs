using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Onus.Domain.Proof;

/// <summary>A graph, or everything that keeps the text from being one.</summary>
/// <param name="Graph">The graph; null when there are faults.</param>
/// <param name="Faults">All faults in the order of the text's parts; empty when there is a graph.</param>
public sealed record ProofGraphReading(ProofGraph? Graph, IReadOnlyList<ProofFault> Faults);

/// <summary>Reads and writes the exchange form of a graph, <c>onus.proof/1</c>: design section 7.3.</summary>
/// <remarks>
/// Unknown and repeated fields are faults; null stands for an absent field wherever absence is allowed.
/// <c>grade</c> and <c>p</c> are checked for type and left out: Onus holds no probabilities.
/// </remarks>
public static partial class ProofGraphJson
{
    /// <summary>The value of <c>schema</c>.</summary>
    public const string Schema = "onus.proof/1";

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads UTF-8 text, with or without byte order mark, and checks the graph: it answers in full or not at all.</summary>
    public static ProofGraphReading Read(ReadOnlyMemory<byte> utf8)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        var text = utf8.Span.StartsWith(mark) ? utf8[mark.Length..] : utf8;
        try
        {
            using var document = JsonDocument.Parse(text);
            return Read(document.RootElement);
        }
        catch (JsonException e)
        {
            var place = e.LineNumber is { } line ? $" (line {line + 1}, byte {e.BytePositionInLine + 1})" : "";
            return new(null, [new("$", $"This is no JSON{place}: {FirstSentence(e.Message)}")]);
        }
    }

    /// <summary>Reads one element that holds a whole graph.</summary>
    public static ProofGraphReading Read(JsonElement root)
    {
        var faults = new FaultLog();
        if (JsonFields.Open(root, "$", faults, "schema", "goals", "victims", "points", "evidence", "nodes", "arguments") is not { } fields)
        {
            return new(null, faults.And([]));
        }

        if (fields.Required("schema") is { } schema && schema != Schema)
        {
            faults.Add("$.schema", $"This graph is in the form '{schema}'; this program reads '{Schema}'.");
        }

        var graph = new ProofGraph
        {
            Goals = fields.Texts("goals"),
            Victims = fields.Texts("victims"),
            Foundations = fields.Objects("points", Foundation),
            Evidence = fields.Objects("evidence", Evidence),
            Nodes = fields.Objects("nodes", Node),
            Arguments = fields.Objects("arguments", Argument),
        };

        var all = faults.And(graph.Faults());
        return all.Count == 0 ? new(graph, all) : new(null, all);
    }

    /// <summary>Writes a graph so that reading it gives the same graph again.</summary>
    public static ReadOnlyMemory<byte> Write(ProofGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            Write(json, graph);
        }

        return buffer.WrittenMemory;
    }

    private static Foundation Foundation(JsonElement element, string path, FaultLog faults)
    {
        if (JsonFields.Open(element, path, faults, "id", "kind", "mode", "person", "through", "testimony", "label", "status", "grade", "p", "decided") is not { } f)
        {
            return new("");
        }

        f.Text("grade");
        f.Number("p");
        return new(f.Required("id") ?? "")
        {
            Kind = f.Text("kind"),
            Mode = f.Text("mode"),
            Person = f.Text("person"),
            Through = f.Text("through"),
            Testimony = f.Flag("testimony"),
            Label = f.Text("label"),
            Status = f.OneOf("status", FoundationStatus.Open, ("open", FoundationStatus.Open), ("stipulated", FoundationStatus.Stipulated), ("fallen", FoundationStatus.Fallen)),
            Decided = f.Object("decided", Decided),
        };
    }

    private static DecidedBy? Decided(JsonElement element, string path, FaultLog faults) =>
        JsonFields.Open(element, path, faults, "by", "at", "ref") is { } f ? new(f.Text("by"), f.Text("at"), f.Text("ref")) : null;

    private static EvidenceItem Evidence(JsonElement element, string path, FaultLog faults) =>
        JsonFields.Open(element, path, faults, "id", "label", "exhibit", "origins", "toldBy", "legal", "legalAny", "factual", "derivedFrom", "reliesOn") is not { } f
            ? new("")
            : new(f.Required("id") ?? "")
            {
                Label = f.Text("label"),
                Exhibit = f.Text("exhibit"),
                Origins = f.Texts("origins"),
                ToldBy = f.Texts("toldBy"),
                Legal = f.Texts("legal"),
                LegalAny = f.TextLists("legalAny"),
                Factual = f.Texts("factual"),
                DerivedFrom = f.Objects("derivedFrom", Derivation),
                ReliesOn = f.Texts("reliesOn"),
            };

    private static Derivation Derivation(JsonElement element, string path, FaultLog faults) =>
        JsonFields.Open(element, path, faults, "parent", "unless") is { } f ? new(f.Required("parent") ?? "", f.Texts("unless")) : new("");

    private static ProofNode Node(JsonElement element, string path, FaultLog faults)
    {
        if (JsonFields.Open(element, path, faults, "id", "kind", "label", "why", "all", "any", "atLeast", "of", "corroboration", "victims") is not { } f)
        {
            return new("", Rule.Any());
        }

        return new(f.Required("id") ?? "", RuleOf(f, path, faults))
        {
            Kind = f.Text("kind"),
            Label = f.Text("label"),
            Why = f.Text("why"),
            Corroboration = f.Object("corroboration", CorroborationOf) ?? Corroboration.None,
            Victims = f.Has("victims") ? f.Texts("victims") : null,
        };
    }

    private static Rule RuleOf(JsonFields f, string path, FaultLog faults)
    {
        var (all, any, atLeast, of) = (f.Has("all"), f.Has("any"), f.Has("atLeast"), f.Has("of"));
        var rules = (all ? 1 : 0) + (any ? 1 : 0) + (atLeast || of ? 1 : 0);
        if (rules != 1 || atLeast != of)
        {
            faults.Add(path, rules == 0
                ? "A node needs a rule: 'all', 'any', or 'atLeast' with 'of'."
                : "A node has exactly one rule: 'all', 'any', or 'atLeast' together with 'of'.");
        }

        return all ? Rule.All(f.Texts("all"))
            : any || !atLeast || !of ? Rule.Any(f.Texts("any"))
            : Rule.AtLeast(f.Whole("atLeast"), f.Texts("of"));
    }

    private static Corroboration? CorroborationOf(JsonElement element, string path, FaultLog faults) =>
        JsonFields.Open(element, path, faults, "minOrigins", "minNonVictim") is { } f ? new(f.Whole("minOrigins"), f.Whole("minNonVictim")) : null;

    private static Argument Argument(JsonElement element, string path, FaultLog faults)
    {
        if (JsonFields.Open(element, path, faults, "id", "by", "on", "mode", "premises", "text", "move", "status", "ruling") is not { } f)
        {
            return new("", Side.Defence, "");
        }

        f.Required("by");
        return new(f.Required("id") ?? "", f.OneOf("by", Side.Defence, ("defence", Side.Defence), ("prosecution", Side.Prosecution)), f.Required("on") ?? "")
        {
            Mode = f.Text("mode"),
            Premises = f.Texts("premises"),
            Text = f.Text("text"),
            Move = f.Text("move"),
            Status = f.OneOf("status", ArgumentStatus.Possible, ("possible", ArgumentStatus.Possible), ("filed", ArgumentStatus.Filed)),
            Ruling = f.OneOf("ruling", Ruling.None, ("sustained", Ruling.Sustained), ("overruled", Ruling.Overruled)),
        };
    }

    // The reader of the framework repeats the position in its second sentence, counted from 0.
    private static string FirstSentence(string message)
    {
        var end = message.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? message : message[..(end + 1)];
    }
}
