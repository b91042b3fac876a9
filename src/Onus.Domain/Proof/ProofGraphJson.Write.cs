using System.Text.Json;

namespace Onus.Domain.Proof;

/// <content>Writing: fields in the order of the contract, defaults left out.</content>
public static partial class ProofGraphJson
{
    private static void Write(Utf8JsonWriter json, ProofGraph graph)
    {
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        Texts(json, "goals", graph.Goals);
        Texts(json, "victims", graph.Victims);
        Objects(json, "points", graph.Foundations, Write);
        Objects(json, "evidence", graph.Evidence, Write);
        Objects(json, "nodes", graph.Nodes, Write);
        Objects(json, "arguments", graph.Arguments, Write);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Foundation foundation)
    {
        json.WriteString("id", foundation.Id);
        Text(json, "kind", foundation.Kind);
        Text(json, "mode", foundation.Mode);
        Text(json, "person", foundation.Person);
        Text(json, "through", foundation.Through);
        if (foundation.Testimony)
        {
            json.WriteBoolean("testimony", true);
        }

        Text(json, "label", foundation.Label);
        Text(json, "status", foundation.Status switch { FoundationStatus.Stipulated => "stipulated", FoundationStatus.Fallen => "fallen", _ => null });
        if (foundation.Decided is { } decided)
        {
            json.WriteStartObject("decided");
            Text(json, "by", decided.By);
            Text(json, "at", decided.At);
            Text(json, "ref", decided.Ref);
            json.WriteEndObject();
        }
    }

    private static void Write(Utf8JsonWriter json, EvidenceItem item)
    {
        json.WriteString("id", item.Id);
        Text(json, "label", item.Label);
        Text(json, "exhibit", item.Exhibit);
        Texts(json, "origins", item.Origins);
        Texts(json, "toldBy", item.ToldBy);
        Texts(json, "legal", item.Legal);
        if (item.LegalAny.Count > 0)
        {
            json.WriteStartArray("legalAny");
            foreach (var list in item.LegalAny)
            {
                Texts(json, list);
            }

            json.WriteEndArray();
        }

        Texts(json, "factual", item.Factual);
        Objects(json, "derivedFrom", item.DerivedFrom, (j, d) =>
        {
            j.WriteString("parent", d.Parent);
            Texts(j, "unless", d.Unless);
        });
        Texts(json, "reliesOn", item.ReliesOn);
    }

    private static void Write(Utf8JsonWriter json, ProofNode node)
    {
        json.WriteString("id", node.Id);
        Text(json, "kind", node.Kind);
        Text(json, "label", node.Label);
        Text(json, "why", node.Why);
        if (node.Rule.Kind == RuleKind.AtLeast)
        {
            json.WriteNumber("atLeast", node.Rule.Count);
        }

        json.WritePropertyName(node.Rule.Kind switch { RuleKind.All => "all", RuleKind.Any => "any", _ => "of" });
        Texts(json, node.Rule.Children);
        if (node.Corroboration != Corroboration.None)
        {
            json.WriteStartObject("corroboration");
            json.WriteNumber("minOrigins", node.Corroboration.MinOrigins);
            json.WriteNumber("minNonVictim", node.Corroboration.MinNonVictim);
            json.WriteEndObject();
        }

        if (node.Victims is { } victims)
        {
            json.WritePropertyName("victims");
            Texts(json, victims);
        }
    }

    private static void Write(Utf8JsonWriter json, Argument argument)
    {
        json.WriteString("id", argument.Id);
        json.WriteString("by", argument.By == Side.Defence ? "defence" : "prosecution");
        json.WriteString("on", argument.On);
        Text(json, "mode", argument.Mode);
        Texts(json, "premises", argument.Premises);
        Text(json, "text", argument.Text);
        Text(json, "move", argument.Move);
        Text(json, "status", argument.Status == ArgumentStatus.Filed ? "filed" : null);
        Text(json, "ruling", argument.Ruling switch { Ruling.Sustained => "sustained", Ruling.Overruled => "overruled", _ => null });
    }

    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void Texts(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        if (values.Count > 0)
        {
            json.WritePropertyName(name);
            Texts(json, values);
        }
    }

    private static void Texts(Utf8JsonWriter json, IReadOnlyList<string> values)
    {
        json.WriteStartArray();
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static void Objects<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        if (items.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
