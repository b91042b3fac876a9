using NodaTime;

namespace Onus.Ingest.Times;

/// <summary>What the clocks of a country showed while a source stated another day.</summary>
/// <param name="Local">Their reading.</param>
/// <param name="Zone">Their IANA zone; the first of the country where its clocks all had one day; UTC where they had two.</param>
public sealed record Elsewhere(DateTime Local, string Zone)
{
    /// <summary>
    /// The reading there; null where the stated clock is one of the country, all of its clocks had the stated day, or the country is on no map: nobody knows its
    /// clocks then, and a note on every late message would hide the one that matters.
    /// </summary>
    /// <param name="stated">What the source states.</param>
    /// <param name="utc">Its instant.</param>
    /// <param name="country">ISO 3166-1 code, or the name of a law pack that is of no country on the map.</param>
    public static Elsewhere? Of(DateTime stated, DateTimeOffset utc, string country)
    {
        var instant = Instant.FromDateTimeOffset(utc);
        List<Elsewhere> clocks = [.. Zones.Of(country).Select(zone => new Elsewhere(instant.InZone(DateTimeZoneProviders.Tzdb[zone]).ToDateTimeUnspecified(), zone))];
        return clocks.Exists(clock => clock.Local == stated) || clocks.TrueForAll(clock => clock.Local.Date == stated.Date) ? null
            : clocks.TrueForAll(clock => clock.Local.Date == clocks[0].Local.Date) ? clocks[0]
            : new Elsewhere(utc.UtcDateTime, "UTC");
    }
}
