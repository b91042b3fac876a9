using System.Globalization;
using Onus.Content;
using Onus.Domain.Answers;

namespace Onus.Casework.Proof;

/// <summary>What every count is in one state of somebody's testimony. What is contested is never said to hold.</summary>
public static class AbsenceSentence
{
    /// <summary>The sentences, in one.</summary>
    /// <param name="state">The state.</param>
    /// <param name="texts">The screen texts.</param>
    /// <param name="who">Pseudonym of whoever is not there.</param>
    public static string Of(Absence state, Texts texts, string who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(texts);
        var unchanged = state.Lines.All(line => line.IsUnchanged);
        return string.Join(' ', new[]
        {
            unchanged ? texts[state.Lines.Any(line => line.After) ? "absence.unchanged" : "absence.nothing-held"] : Changed(),
            Said("absence.left-on-hers", line => line.Left == LeftOn.Hers),
            Said("absence.left-unvouched", line => line.Left == LeftOn.Unvouched),
            Said("absence.left-not-known", line => line.Left == LeftOn.NotKnown),
        }.Where(text => text.Length > 0));

        string Changed() => string.Join(' ', new[]
        {
            Said("absence.hold", line => line.HoldsPlainly),
            Said("absence.fall", line => line.Before && !line.After),
            Said("absence.still-contested", line => line.StaysContested),
            Said("absence.contested-by-them", line => line.ContestedByThem),
            Said("absence.shaken", line => line is { Shaken: true, IsContested: false }),
            Said("absence.shaken-more", line => line is { Shaken: true, IsContested: true }),
        }.Where(text => text.Length > 0));

        string Said(string key, Func<AbsenceLine, bool> which)
        {
            var counts = state.Lines.Where(which).Select(line => line.Column.Count!.Number.ToString(CultureInfo.InvariantCulture)).ToList();
            return counts.Count == 0 ? "" : texts.Format(key, ("counts", string.Join(", ", counts)), ("count", counts.Count), ("who", who));
        }
    }
}
