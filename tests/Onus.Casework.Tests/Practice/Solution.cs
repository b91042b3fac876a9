using YamlDotNet.RepresentationModel;

namespace Onus.Casework.Tests.Practice;

/// <summary>The parts of <c>solution.yaml</c> that a machine can check.</summary>
public sealed record Solution(IReadOnlyList<SolutionCount> Counts, IReadOnlyList<SolutionHang> HangOn, IReadOnlyList<(string Fact, string Exhibit)> Against)
{
    public static Solution Read(string folder)
    {
        var stream = new YamlStream();
        using var reader = new StreamReader(Path.Combine(folder, "solution.yaml"));
        stream.Load(reader);
        var root = stream.Documents[0].RootNode;
        return new Solution(
            [.. List(root, "counts").Where(c => Text(c, "count") is not null).Select(Count)],
            [.. List(Get(root, "hangOn"), "foundations").Select(h => new SolutionHang(Text(h, "foundation")!, Number(h, "hang"), Number(h, "of")))],
            [.. List(root, "against").SelectMany(fact => Words(fact, "exhibits")!.Select(exhibit => (Text(fact, "fact")!, exhibit)))]);
    }

    private static SolutionCount Count(YamlNode node) => new(
        Text(node, "count")!,
        Text(node, "holds") == "true",
        Text(node, "says")!,
        Words(node, "contested")!,
        Text(node, "reliance")!,
        Text(node, "withoutTestimony") is { } without ? without == "true" : null,
        Words(node, "failsWithout"),
        Get(node, "failsWithoutBoth") is YamlSequenceNode pairs ? [.. pairs.Select(p => string.Join(" + ", ((YamlSequenceNode)p).Select(Word).Order(StringComparer.Ordinal)))] : null,
        Words(node, "singleLossWithoutHer"),
        Get(node, "cells") is YamlMappingNode cells
            ? cells.Children.SelectMany(state => ((YamlSequenceNode)state.Value).Select(leaf => (Word(leaf), Word(state.Key)))).ToDictionary(StringComparer.Ordinal)
            : []);

    private static YamlNode? Get(YamlNode? node, string key) => node is YamlMappingNode map && map.Children.TryGetValue(key, out var value) ? value : null;

    private static YamlSequenceNode List(YamlNode? node, string key) => Get(node, key) is YamlSequenceNode list ? list : [];

    private static string Word(YamlNode node) => ((YamlScalarNode)node).Value!;

    private static string? Text(YamlNode node, string key) => Get(node, key) is YamlScalarNode { Value: { } text } ? text : null;

    private static int Number(YamlNode node, string key) => int.Parse(Text(node, key)!, System.Globalization.CultureInfo.InvariantCulture);

    private static IReadOnlyList<string>? Words(YamlNode node, string key) => Get(node, key) is YamlSequenceNode list ? [.. list.Select(Word).Order(StringComparer.Ordinal)] : null;
}

/// <summary>What a count comes to. Null where the reference does not say.</summary>
public sealed record SolutionCount(
    string Key,
    bool Holds,
    string Says,
    IReadOnlyList<string> Contested,
    string Reliance,
    bool? WithoutTestimony,
    IReadOnlyList<string>? FailsWithout,
    IReadOnlyList<string>? FailsWithoutBoth,
    IReadOnlyList<string>? SingleLossWithoutHer,
    Dictionary<string, string> Cells);

/// <summary>How much hangs on a foundation.</summary>
public sealed record SolutionHang(string Foundation, int Hang, int Of);
