namespace Onus.Content;

/// <summary>What is known of how long holders keep things: the entries of <c>content/guidance/retention.yaml</c>.</summary>
/// <param name="Periods">The entries, in the order of the file.</param>
public sealed record RetentionGuide(IReadOnlyList<RetentionPeriod> Periods)
{
    /// <summary>Reads it; empty where a unit has no such file.</summary>
    /// <param name="content">The content folder.</param>
    /// <param name="texts">Words for what is wrong.</param>
    /// <exception cref="ContentFaultException">Something in the file is wrong; the message names file and line.</exception>
    /// <exception cref="IOException">The file can't be read.</exception>
    public static RetentionGuide Load(string content, Texts texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var path = Path.Combine(content, "guidance", "retention.yaml");
        if (!File.Exists(path))
        {
            return new RetentionGuide([]);
        }

        var faults = new List<ContentFault>();
        var periods = RetentionYaml.Read(path, faults);
        return faults.Count == 0 ? new RetentionGuide(periods) : throw new ContentFaultException(faults[0].File, faults[0].Line, texts.Of(faults[0].Why));
    }

    /// <summary>A kind of records in words: "call records". A code that no language knows is shown with blanks, rather than hidden.</summary>
    public static string Kind(string code, Texts texts)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(texts);
        return texts.Has("retention.kinds." + code) ? texts["retention.kinds." + code] : code.Replace('-', ' ');
    }

    /// <summary>The entries for a country, as the law pack names it.</summary>
    public IReadOnlyList<RetentionPeriod> Of(string country) => [.. Periods.Where(p => p.Country == country)];
}
