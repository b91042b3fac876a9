namespace Onus.Content;

/// <summary>How long a holder keeps something.</summary>
/// <param name="Country">Country, as the law pack names it.</param>
/// <param name="Holder">Who holds it.</param>
/// <param name="Kind">What it is, in a short code: <c>call-records</c>.</param>
/// <param name="Days">Days from the day of the item.</param>
/// <param name="Source">Where the number of days is from.</param>
public sealed record RetentionPeriod(string Country, string Holder, string Kind, int Days, string Source);

/// <summary>Reads <c>content/guidance/retention.yaml</c>.</summary>
public static class RetentionYaml
{
    /// <summary>The clocks, in the order of the file. Whatever is wrong is in the faults, with its line.</summary>
    /// <exception cref="IOException">The file can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static IReadOnlyList<RetentionPeriod> Read(string path, List<ContentFault> faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        return YamlFile.Read(path, faults, [], Clocks);
    }

    internal static IReadOnlyList<RetentionPeriod> Clocks(YamlMap root)
    {
        root.Kind("onus.retention/1");
        return root.Maps(
            "clocks", "clock", map => new RetentionPeriod(map.Text("country"), map.Text("holder"), map.Text("kind"), map.Number("days", 0), map.Text("source")));
    }
}
