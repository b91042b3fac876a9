using NodaTime;
using NodaTime.TimeZones;

namespace Onus.Ingest.Times;

/// <summary>The zones that a person can choose from, by the IANA time zone database.</summary>
public static class Zones
{
    /// <summary>Every zone that has a place on the map, by name. Older second names are left out; they are understood all the same.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. Locations.Select(l => l.ZoneId).Append("UTC").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static IEnumerable<TzdbZoneLocation> Locations => TzdbDateTimeZoneSource.Default.ZoneLocations ?? [];

    /// <summary>Whether there is such a zone. Names are case-sensitive.</summary>
    public static bool Has(string name) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) is not null;

    /// <summary>The zones of a country, by its ISO 3166-1 code in any case; none where the code is of no country on the map.</summary>
    public static IReadOnlyList<string> Of(string country) =>
        [.. Locations.Where(l => string.Equals(l.CountryCode, country, StringComparison.OrdinalIgnoreCase)).Select(l => l.ZoneId)];
}
