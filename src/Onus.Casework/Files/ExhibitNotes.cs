using System.Globalization;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Store.Content;

namespace Onus.Casework.Files;

/// <summary>What has to be said beside an exhibit, on screens and on papers: its file was withdrawn, or it is read otherwise now than it was cited.</summary>
public static class ExhibitNotes
{
    /// <summary>The sentences; empty where there is nothing to say.</summary>
    public static IReadOnlyList<string> Of(Exhibit exhibit, CaseSnapshot snapshot, Texts texts)
    {
        ArgumentNullException.ThrowIfNull(exhibit);
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(texts);
        var notes = new List<string>();
        if (snapshot.Materials.FirstOrDefault(m => m.Id == exhibit.Material)?.Withdrawn is { } gone)
        {
            notes.Add(texts.Format("exhibits.withdrawn", ("day", DateOnly.FromDateTime(gone.At.UtcDateTime)), ("reason", gone.Reason)));
        }

        if (Standing(exhibit, snapshot) is { } difference)
        {
            notes.Add(texts.Format(
                difference.State == DifferenceState.Open ? "exhibits.difference-open" : "exhibits.difference-kept",
                ("cited", Words(difference.Old, texts)),
                ("now", difference.New is { } now ? Words(now, texts) : texts["exhibits.reading-gone"]),
                ("day", DateOnly.FromDateTime(difference.CorrectedAt.UtcDateTime)),
                ("reason", difference.Reason)));
        }

        return notes;
    }

    /// <summary>The difference by which an exhibit stands as it was cited and not as it is read now; null for none.</summary>
    public static ReadingDifference? Standing(Exhibit exhibit, CaseSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(exhibit);
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.Differences.LastOrDefault(d => d.Exhibit == exhibit.Id && d.State is DifferenceState.Open or DifferenceState.Kept && d.Exhibit == exhibit.Id);
    }

    /// <summary>What a reading makes of a record, in one line: time, who, how much.</summary>
    public static string Words(CitedReading reading, Texts texts)
    {
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(texts);
        var time = reading.TimeLocal?.Replace('T', ' ') ?? texts["times.none"];
        var utc = reading.Utc is { } instant ? instant.UtcDateTime.ToString(" '('yyyy-MM-dd HH:mm' UTC)'", CultureInfo.InvariantCulture) : "";
        var who = string.Join(" → ", new[] { reading.Sender, reading.Receiver }.OfType<string>());
        var amount = reading.AmountMinor is { } minor
            ? string.Create(CultureInfo.InvariantCulture, $"{minor / (decimal)Math.Pow(10, reading.CurrencyDecimals ?? 0)} {reading.Currency}")
            : "";
        return string.Join(", ", new[] { time + utc, who, amount }.Where(part => part.Length > 0));
    }
}
