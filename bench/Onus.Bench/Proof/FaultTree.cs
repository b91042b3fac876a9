using System.Globalization;
using System.Xml.Linq;
using Onus.Domain.Proof;

namespace Onus.Bench.Proof;

/// <summary>An Open-PSA MEF fault tree of and, or and atleast gates: the public test bed of the engine's diagrams. Nothing of it is part of the product.</summary>
internal sealed class FaultTree
{
    private readonly Dictionary<string, XElement> gates;
    private readonly Dictionary<string, int> events = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Circuit.Builder builder;

    private FaultTree(XElement root)
    {
        var tree = root.Element("define-fault-tree") ?? throw new FormatException("The file defines no fault tree.");
        Name = tree.Attribute("name")?.Value ?? "";
        gates = root.Descendants("define-gate").ToDictionary(g => NameOf(g), g => g.Elements().Last(e => e.Name.LocalName is not ("label" or "attributes")), StringComparer.Ordinal);
        var defined = root.Descendants("define-basic-event").ToDictionary(NameOf, ProbabilityOf, StringComparer.Ordinal);
        foreach (var name in defined.Keys.Concat(root.Descendants("basic-event").Select(NameOf)).Concat(root.Descendants("event").Select(NameOf).Where(n => !gates.ContainsKey(n))))
        {
            events.TryAdd(name, events.Count);
        }

        Probabilities = [.. events.Keys.Select(e => defined.GetValueOrDefault(e, double.NaN))];
        builder = new(events.Count);
        foreach (var name in gates.Keys)
        {
            numbers.Add(name, builder.Reserve(1));
        }

        foreach (var (name, formula) in gates)
        {
            // One gate more for each definition; reduction removes it.
            builder.Define(numbers[name], GateKind.And, [GateOf(formula)]);
        }

        var used = gates.Values.SelectMany(f => f.DescendantsAndSelf()).Where(e => e.Name.LocalName is "gate" or "event").Select(NameOf).ToHashSet(StringComparer.Ordinal);
        var tops = gates.Keys.Where(g => !used.Contains(g)).ToList();
        Top = tops is [var top] ? numbers[top] : throw new FormatException($"The tree has {tops.Count} gates that no other uses; one top event is needed.");
        Circuit = builder.Build();
        if (Circuit.Components.Ends.Length != Circuit.Count)
        {
            throw new FormatException("The gates form a loop.");
        }
    }

    public string Name { get; }

    public int BasicEvents => events.Count;

    public int Gates => gates.Count;

    /// <summary>Probability of each basic event, NaN where the file states none.</summary>
    public double[] Probabilities { get; }

    public Circuit Circuit { get; }

    /// <summary>The gate of the top event.</summary>
    public int Top { get; }

    /// <exception cref="FormatException">The file is no such tree.</exception>
    public static FaultTree Read(string path) => new(XDocument.Load(path).Root!);

    private int GateOf(XElement formula)
    {
        var kind = formula.Name.LocalName;
        if (kind is "gate" or "basic-event" or "event")
        {
            var name = NameOf(formula);
            return kind != "basic-event" && numbers.TryGetValue(name, out var gate) ? gate
                : events.TryGetValue(name, out var e) ? e
                : throw new FormatException($"Nothing defines the gate '{name}'.");
        }

        int[] inputs = [.. formula.Elements().Select(GateOf)];
        return kind switch
        {
            "and" => builder.And(inputs),
            "or" => builder.Or(inputs),
            "atleast" => builder.AtLeast(int.Parse(formula.Attribute("min")!.Value, CultureInfo.InvariantCulture), inputs),
            _ => throw new FormatException($"Gates of kind '{kind}' are not read: only and, or, atleast."),
        };
    }

    private static string NameOf(XElement element) => element.Attribute("name")?.Value ?? throw new FormatException($"A {element.Name.LocalName} has no name.");

    private static double ProbabilityOf(XElement element) =>
        element.Element("float")?.Attribute("value")?.Value is { } value ? double.Parse(value, CultureInfo.InvariantCulture) : double.NaN;
}
