using System.Globalization;
using NodaTime;
using Onus.Domain.Evidence;
using Onus.Ingest.Contract;

namespace Onus.Ingest.Times;

/// <summary>The zone that a person decided for the local times of a file, by the IANA time zone database.</summary>
public sealed class DecidedZone
{
    private readonly DateTimeZone zone;

    private DecidedZone(DateTimeZone zone) => this.zone = zone;

    /// <summary>The version of the time zone database, for the manifest of a run.</summary>
    public static string DatabaseVersion => DateTimeZoneProviders.Tzdb.VersionId;

    /// <summary>The zone of a name such as <c>Asia/Kathmandu</c>; null where the database has none. Names are case-sensitive.</summary>
    public static DecidedZone? Find(string? name) =>
        name is not null && DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) is { } zone ? new DecidedZone(zone) : null;

    /// <summary>What follows from a clock reading in this zone; a warning where no single instant does.</summary>
    public RecordTime At(string raw, DateOnly date, TimeOnly time, out string? warning)
    {
        var local = new LocalDateTime(date.Year, date.Month, date.Day, time.Hour, time.Minute, time.Second);
        var mapping = zone.MapLocal(local);
        warning = mapping.Count switch { 0 => ReadWarnings.LocalTimeSkipped, 2 => ReadWarnings.LocalTimeTwice, _ => null };
        return mapping.Count == 0
            ? new RecordTime(raw, Reading(date, time), null, null, TimeBasis.Unknown)
            : new RecordTime(
                raw,
                Reading(date, time),
                mapping.First().ToDateTimeOffset().ToUniversalTime(),
                mapping.Count == 2 ? mapping.Last().ToDateTimeOffset().ToUniversalTime() : null,
                TimeBasis.DeclaredZone);
    }

    /// <summary>
    /// The instants that two clock readings can lie between, in whole seconds: the earliest of the first and the latest of the second. A reading over which
    /// clocks were set forward is the instant at which they were.
    /// </summary>
    internal LineTime Span(DateTime first, DateTime last)
    {
        return new LineTime(Seconds(first, ofLast: false), Seconds(last, ofLast: true));

        long Seconds(DateTime reading, bool ofLast)
        {
            var mapping = zone.MapLocal(LocalDateTime.FromDateTime(reading));
            return (mapping.Count == 0 ? mapping.LateInterval.Start : (ofLast ? mapping.Last() : mapping.First()).ToInstant()).ToUnixTimeSeconds();
        }
    }

    /// <summary>A clock reading as ISO 8601 without offset; the source's own characters say how precise it is.</summary>
    public static string Reading(DateOnly date, TimeOnly time) =>
        Reading(date) + time.ToString("'T'HH':'mm':'ss", CultureInfo.InvariantCulture);

    /// <summary>A date as ISO 8601.</summary>
    public static string Reading(DateOnly date) => date.ToString("yyyy'-'MM'-'dd", CultureInfo.InvariantCulture);
}
