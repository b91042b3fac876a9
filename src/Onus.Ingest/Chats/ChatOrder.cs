using System.Globalization;
using Onus.Domain.Evidence;
using Onus.Ingest.Contract;
using Onus.Ingest.Times;

namespace Onus.Ingest.Chats;

/// <summary>
/// What the order of the lines says about their times. Whoever pastes lines of another chat into a message puts words into the mouth of a named person;
/// where the export does not tell by its line ends, only the times do. Keeps 24 bytes for each message, and nothing of its words.
/// </summary>
internal sealed class ChatOrder
{
    private static readonly TimeSpan EndOfDay = new(23, 59, 59);

    private readonly List<(int Line, DateTime Reading, bool HasTime)> lines = [];

    /// <summary>First pass: the time of a line. One whose date is none in this order says nothing.</summary>
    public void See(int line, ChatHeader header, string? dateOrder)
    {
        if (header.Date.In(dateOrder) is { } date)
        {
            lines.Add((line, date.ToDateTime(header.Time.Time ?? TimeOnly.MinValue), header.Time.Time is not null));
        }
    }

    /// <summary>The warnings, by the number of the line, and one for the file where it runs from the newest line to the oldest.</summary>
    public (IReadOnlyDictionary<int, string> Lines, string? File) Warnings(DecidedZone zone)
    {
        LineTime[] times = [.. lines.Select(line => line.HasTime ? zone.Span(line.Reading, line.Reading) : zone.Span(line.Reading, line.Reading.Date + EndOfDay))];
        return (
            LineOrder.Of(times).ToDictionary(odd => lines[odd.Line].Line, Warning),
            LineOrder.IsNewestFirst(times) ? ReadWarnings.NewestFirst : null);
    }

    private string Warning(OddLine odd)
    {
        var (own, other) = (lines[odd.Line], lines[odd.Against]);
        var key = odd.IsAhead ? ReadWarnings.LaterThanLineBelow
            : other.Reading.Date - own.Reading.Date > TimeSpan.FromDays(1) ? ReadWarnings.EarlierThanLineAbove
            : ReadWarnings.TimeBeforeLineAbove;
        var reading = other.Reading.ToString(!other.HasTime ? "yyyy'-'MM'-'dd" : other.Reading.Second > 0 ? "yyyy'-'MM'-'dd HH':'mm':'ss" : "yyyy'-'MM'-'dd HH':'mm", CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{key}:{other.Line} ({reading})");
    }
}
