using System.Globalization;
using Onus.Casework.Cases;
using Onus.Content;
using Onus.Domain.Answers;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Law;

namespace Onus.Casework.Files;

/// <summary>What has to be said beside an exhibit, on screens and on papers: its file was withdrawn, it fell, it is read otherwise now than it was cited, or its reading doubts whose words it is.</summary>
public static class ExhibitNotes
{
    /// <summary>The sentences; empty where there is nothing to say.</summary>
    /// <param name="exhibit">The exhibit.</param>
    /// <param name="snapshot">The case.</param>
    /// <param name="law">The law.</param>
    /// <param name="texts">The screen texts.</param>
    /// <param name="filed">Whether the paper leaves the house: why the unit withdrew a file or corrected its reading is then left out.</param>
    public static IReadOnlyList<string> Of(Exhibit exhibit, CaseSnapshot snapshot, LawPacks law, Texts texts, bool filed)
    {
        ArgumentNullException.ThrowIfNull(exhibit);
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(texts);
        var notes = new List<string>();
        if (snapshot.Materials.FirstOrDefault(m => m.Id == exhibit.Material)?.Withdrawn is { } gone)
        {
            notes.Add(texts.Format(filed ? "exhibits.withdrawn-filed" : "exhibits.withdrawn", ("day", DateOnly.FromDateTime(gone.At.UtcDateTime)), ("reason", gone.Reason)));
        }
        else if (Withdrawn.Exhibits(snapshot.Materials, snapshot.Exhibits).Contains(exhibit.Id))
        {
            notes.Add(texts["exhibits.relies-withdrawn"]);
        }

        if (ExhibitFates.Of(snapshot, law).GetValueOrDefault(exhibit.Id) is { } fallen)
        {
            notes.Add(Fell(fallen, snapshot, texts));
        }

        // What a ruling does not reach is for counsel to weigh, and no word to whoever a paper is handed to.
        var passages = SamePassage.Of(snapshot.Exhibits, snapshot.Rulings, snapshot.Places);
        foreach (var (key, ruled) in filed ? [] : passages.Beside.Where(pair => pair.Beside.Id == exhibit.Id).Select(pair => ("proof.ruled-same-record", pair.Ruled))
            .Concat(passages.Copies.Where(pair => pair.Copy.Id == exhibit.Id).Select(pair => ("proof.ruled-same-words", pair.Ruled))))
        {
            notes.Add(texts.Format(key, ("exhibit", "EX-" + exhibit.Number.ToString(CultureInfo.InvariantCulture)), ("ruled", "EX-" + ruled.Number.ToString(CultureInfo.InvariantCulture))));
        }

        if (OutsideAuthority.Of(snapshot.Materials, snapshot.Differences).LastOrDefault(outside => outside.Exhibit == exhibit.Id) is { } beyond)
        {
            notes.Add(texts.Format(beyond.State == DifferenceState.Open ? "exhibits.outside-open" : "exhibits.outside-kept", ("day", DateOnly.FromDateTime(beyond.CorrectedAt.UtcDateTime))));
        }
        else if (IsOutside(exhibit, snapshot))
        {
            notes.Add(texts["exhibits.relies-outside"]);
        }
        else if (Standing(exhibit, snapshot) is { } difference)
        {
            var names = new Names(snapshot.People);
            notes.Add(texts.Format(
                (difference.State == DifferenceState.Open, filed) switch
                {
                    (true, true) => "exhibits.difference-open-filed",
                    (true, false) => "exhibits.difference-open",
                    (false, true) => "exhibits.difference-kept-filed",
                    (false, false) => "exhibits.difference-kept",
                },
                ("cited", Words(difference.Old, names, texts)),
                ("now", difference.New is { } now ? Words(now, names, texts) : texts["exhibits.reading-gone"]),
                ("day", DateOnly.FromDateTime(difference.CorrectedAt.UtcDateTime)),
                ("reason", difference.Reason)));
        }

        foreach (var warning in snapshot.InDoubt.Where(doubt => doubt.Exhibit == exhibit.Id).SelectMany(doubt => doubt.Warnings))
        {
            var (key, value) = warning.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon ? (warning[..colon], warning[(colon + 1)..]) : (warning, "");
            notes.Add(texts.Format("exhibits.words-in-doubt", ("why", texts.Format("warnings." + key, ("value", value)))));
        }

        return notes;
    }

    /// <summary>The mark of an exhibit that no longer counts, in a word or two; empty where it does.</summary>
    public static string Mark(Exhibit exhibit, CaseSnapshot snapshot, LawPacks law, Texts texts)
    {
        ArgumentNullException.ThrowIfNull(exhibit);
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(texts);
        return snapshot.Materials.FirstOrDefault(m => m.Id == exhibit.Material)?.Withdrawn is not null ? texts["exhibits.mark.withdrawn"]
            : Withdrawn.Exhibits(snapshot.Materials, snapshot.Exhibits).Contains(exhibit.Id) ? texts["exhibits.mark.not-believed"]
            : IsOutside(exhibit, snapshot) ? texts["exhibits.mark.outside"]
            : ExhibitFates.Of(snapshot, law).GetValueOrDefault(exhibit.Id) is { } fallen ? texts[fallen.Fate == ExhibitFate.KeptOut ? "exhibits.mark.kept-out" : "exhibits.mark.not-believed"]
            : "";
    }

    private static bool IsOutside(Exhibit exhibit, CaseSnapshot snapshot) => OutsideAuthority.Exhibits(snapshot.Materials, snapshot.Exhibits, snapshot.Differences).Contains(exhibit.Id);

    // What was argued is counsel's own; what the court said of it, and where, is not.
    private static string Fell(FallenExhibit fallen, CaseSnapshot snapshot, Texts texts)
    {
        var key = fallen.Fate == ExhibitFate.KeptOut ? "exhibits.kept-out." : "exhibits.not-believed.";
        return fallen switch
        {
            { Ruling: { } ruling, Foundation: { } under } => texts.Format(key + "ruling-under", ("name", under.NameAmong(snapshot.People)), ("reference", ruling.Reference)),
            { Ruling: { } ruling } => texts.Format(key + "ruling", ("reference", ruling.Reference)),
            { Foundation: { Decided: { Length: > 0 } decided } under } => texts.Format(key + "decided", ("name", under.NameAmong(snapshot.People)), ("reference", decided)),
            { Foundation: { } under } => texts.Format(key + "under", ("name", under.NameAmong(snapshot.People))),
            { With: { } same, IsSamePassage: true } => texts.Format(key + "same", ("number", same.Number.ToString(CultureInfo.InvariantCulture))),
            { With: { } parent } => texts.Format(key + "parent", ("number", parent.Number.ToString(CultureInfo.InvariantCulture))),
            _ => texts[key + "plain"],
        };
    }

    /// <summary>The difference by which an exhibit stands as it was cited and not as it is read now; null for none.</summary>
    public static ReadingDifference? Standing(Exhibit exhibit, CaseSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(exhibit);
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.Differences.LastOrDefault(d => d.Exhibit == exhibit.Id && d.State is DifferenceState.Open or DifferenceState.Kept && d.Exhibit == exhibit.Id);
    }

    /// <summary>What a reading makes of a record, in one line: time, who, how much. Whoever is a person of the case is called as the case calls them.</summary>
    public static string Words(CitedReading reading, Names names, Texts texts)
    {
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(texts);
        var time = reading.TimeLocal?.Replace('T', ' ') ?? texts["times.none"];
        var utc = reading.Utc is { } instant ? instant.UtcDateTime.ToString(" '('yyyy-MM-dd HH:mm' UTC)'", CultureInfo.InvariantCulture) : "";
        var who = string.Join(" → ", new[] { names.Shown(reading.Sender), names.Shown(reading.Receiver) }.OfType<string>());
        var amount = reading.AmountMinor is { } minor
            ? string.Create(CultureInfo.InvariantCulture, $"{minor / (decimal)Math.Pow(10, reading.CurrencyDecimals ?? 0)} {reading.Currency}")
            : "";
        return string.Join(", ", new[] { time + utc, who, amount }.Where(part => part.Length > 0));
    }
}
