namespace Onus.Content;

/// <summary>The hidden reference of a practice case: <c>solution.yaml</c>, as far as a machine can compare it. The rest of the file is for the person who teaches.</summary>
/// <param name="Counts">What each count of <c>work.yaml</c> comes to; empty where the case begins without counts.</param>
/// <param name="HangOn">How much falls with a foundation.</param>
/// <param name="Against">What speaks against a fact, by keys.</param>
public sealed record PracticeSolution(
    IReadOnlyList<SolutionCount> Counts, IReadOnlyList<SolutionHang> HangOn, IReadOnlyList<(string Fact, string Exhibit)> Against);

/// <summary>What a count comes to. Null where the reference does not say. Lists are in ordinal order.</summary>
/// <param name="Key">Key of the count.</param>
/// <param name="Holds">Whether it holds before anything is argued.</param>
/// <param name="Says">The word beside the count, with all that is argued.</param>
/// <param name="Contested">Leaves and conditions that hold and would not once everything argued or cited against is heard.</param>
/// <param name="Reliance">How it rests on the survivor.</param>
/// <param name="WithoutTestimony">Whether it holds when she does not testify.</param>
/// <param name="FailsWithout">Foundations without one of which it fails.</param>
/// <param name="FailsWithoutBoth">Pairs of foundations without both of which it fails.</param>
/// <param name="SingleLossWithoutHer">Foundations without one of which it fails where she does not testify.</param>
/// <param name="Cells">State of each leaf that is named.</param>
public sealed record SolutionCount(
    string Key,
    bool Holds,
    string Says,
    IReadOnlyList<string> Contested,
    string Reliance,
    bool? WithoutTestimony,
    IReadOnlyList<string>? FailsWithout,
    IReadOnlyList<IReadOnlyList<string>>? FailsWithoutBoth,
    IReadOnlyList<string>? SingleLossWithoutHer,
    IReadOnlyDictionary<string, string> Cells);

/// <summary>How many exhibits and uncited files fall with a foundation.</summary>
/// <param name="Foundation">Its key.</param>
/// <param name="Hang">How many.</param>
/// <param name="Of">Of how many.</param>
public sealed record SolutionHang(string Foundation, int Hang, int Of);

/// <summary>Reads <c>solution.yaml</c> of a practice case.</summary>
public static class PracticeSolutionYaml
{
    private static readonly (string, string)[] States =
        [("nothing", "nothing"), ("on-her-alone", "on-her-alone"), ("both", "both"), ("either", "either"), ("without-her", "without-her")];

    /// <summary>Reads one; null where the file is broken. Whatever is wrong is in the faults, with its line.</summary>
    /// <exception cref="IOException">The file can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static PracticeSolution? Read(string path, List<ContentFault> faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        return YamlFile.Read(path, faults, null, Solution);
    }

    internal static PracticeSolution? Solution(YamlMap root)
    {
        root.Kind("onus.practice-solution/1");
        foreach (var said in (ReadOnlySpan<string>)["decision", "why", "warrant"])
        {
            root.Aside(said);
        }

        foreach (var list in (ReadOnlySpan<string>)["instead", "gaps", "care", "faults-of-the-draft"])
        {
            root.Texts(list);
        }

        root.Map("reconciliation", "reconciliation", 0, Reconciliation);
        root.Maps("cells", "cell", Cell);
        foreach (var list in (ReadOnlySpan<string>)["not-against", "own-fact", "disclose", "useful-messages", "red-herrings"])
        {
            root.Maps(list, "pointed-out", PointedOut);
        }

        return new PracticeSolution(
            [.. root.Maps("counts", "count", Count).OfType<SolutionCount>()],
            root.Map("hang-on", "hang-on", [], HangOn),
            [.. root.Maps("against", "against", Against).SelectMany(pairs => pairs)]);
    }

    private static int Reconciliation(YamlMap map)
    {
        foreach (var list in (ReadOnlySpan<string>)["duplicate", "empty", "encrypted", "unknown", "missing"])
        {
            map.Texts(list);
        }

        map.Number("read");
        return map.Number("files", 0);
    }

    // A case in which nothing has been done yet names the counts that could be made of it.
    private static SolutionCount? Count(YamlMap map)
    {
        var count = map.OneOf<(SolutionCount? Known, bool Is)>(
            (null, false),
            ("count", () => (Known(map), true)),
            ("offence", () => (Possible(map), true)));
        if (!count.Is)
        {
            map.Fault(null, "content.missing-key", ("key", "count"));
        }

        return count.Known;
    }

    private static SolutionCount? Possible(YamlMap map)
    {
        map.Aside("offence");
        map.Aside("defendant");
        map.Aside("survivor");
        map.Date("from");
        map.Date("to");
        return null;
    }

    private static SolutionCount Known(YamlMap map) => new(
        map.Text("count"),
        map.Flag("holds", false),
        map.Choice("says", "", ("not-supported", "not-supported"), ("contested", "contested"), ("supported", "supported")),
        Sorted(map.Texts("contested")),
        map.Choice("reliance", "nothing", States),
        Said(map, "without-testimony", map.Choice<bool?>("without-testimony", null, ("true", true), ("false", false))),
        Said(map, "fails-without", Sorted(map.Texts("fails-without"))),
        Said(map, "fails-without-both", map.TextLists("fails-without-both")),
        Said(map, "single-loss-without-her", Sorted(map.Texts("single-loss-without-her"))),
        map.Map("cells", "cells", new Dictionary<string, string>(StringComparer.Ordinal), Cells));

    private static Dictionary<string, string> Cells(YamlMap map) =>
        States.SelectMany(state => map.Texts(state.Item1).Select(leaf => (leaf, state.Item1))).ToDictionary(StringComparer.Ordinal);

    private static string Cell(YamlMap map)
    {
        map.Choice("state", "", States);
        map.Texts("by");
        map.Aside("note");
        return map.Text("leaf");
    }

    private static IReadOnlyList<SolutionHang> HangOn(YamlMap map)
    {
        map.Number("files");
        map.Number("exhibits");
        map.Number("uncited-files");
        return map.Maps("foundations", "hang", hang => new SolutionHang(hang.Text("foundation"), hang.Number("hang", 0), hang.Number("of", 0)));
    }

    private static IReadOnlyList<(string, string)> Against(YamlMap map)
    {
        map.Aside("why");
        var fact = map.Text("fact");
        return [.. map.Texts("exhibits").Select(exhibit => (fact, exhibit))];
    }

    // A file, a line of it, an exhibit or a fact, with what is to be seen in it.
    private static string? PointedOut(YamlMap map)
    {
        foreach (var key in (ReadOnlySpan<string>)["file", "exhibit", "fact", "quote"])
        {
            map.Aside(key);
        }

        map.Number("line");
        return map.Optional("why");
    }

    private static T? Said<T>(YamlMap map, string key, T value) => map.Has(key) ? value : default;

    private static IReadOnlyList<string> Sorted(IReadOnlyList<string> words) => [.. words.Order(StringComparer.Ordinal)];
}
