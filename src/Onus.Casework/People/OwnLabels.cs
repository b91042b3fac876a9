using Onus.Content;

namespace Onus.Casework.People;

/// <summary>Names of foundations that Onus wrote of a person: they follow what the person is called. What somebody typed is theirs and stays.</summary>
internal static class OwnLabels
{
    private const string AnyDay = "\u0001";

    private static readonly string[] Keys =
        ["foundations.label.witness", "foundations.label.device", "foundations.label.custodian", "foundations.label.taker", "files.given", "files.open-to-everyone", "files.interpreter"];

    /// <summary>The label under the new name; null where it is not one that Onus wrote of the old.</summary>
    internal static string? Renamed(string label, string old, string pseudonym, Texts texts)
    {
        if (label == old)
        {
            return pseudonym;
        }

        if (Keys.FirstOrDefault(key => texts.Format(key, ("name", old)) == label) is { } own)
        {
            return texts.Format(own, ("name", pseudonym));
        }

        var (was, now) = (texts.Format("files.given-on", ("name", old), ("day", AnyDay)).Split(AnyDay), texts.Format("files.given-on", ("name", pseudonym), ("day", AnyDay)).Split(AnyDay));
        return label.Length > was[0].Length + was[^1].Length && label.StartsWith(was[0], StringComparison.Ordinal) && label.EndsWith(was[^1], StringComparison.Ordinal)
            ? now[0] + label[was[0].Length..^was[^1].Length] + now[^1]
            : null;
    }
}
