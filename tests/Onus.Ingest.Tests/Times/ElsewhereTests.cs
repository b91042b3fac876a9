using System.Globalization;
using Onus.Ingest.Times;

namespace Onus.Ingest.Tests.Times;

/// <summary>Which day it was by the clocks of the country of the case.</summary>
public sealed class ElsewhereTests
{
    [Theory]
    [InlineData("2025-01-21 04:05", 7, "ke", "2025-01-21 00:05", null)]
    [InlineData("2025-01-21 03:05", 7, "ke", "2025-01-20 23:05", "Africa/Nairobi")]
    [InlineData("2025-01-21 03:05", 7, "KE", "2025-01-20 23:05", "Africa/Nairobi")]
    [InlineData("2025-01-21 00:05", 3, "ke", "2025-01-21 00:05", null)]
    [InlineData("2025-01-20 22:30", 0, "ke", "2025-01-21 01:30", "Africa/Nairobi")]
    [InlineData("2025-01-21 05:05", 5.75, "us", "2025-01-20 18:20", "America/New_York")]
    [InlineData("2025-01-21 10:05", 7, "us", "2025-01-20 22:05", "America/New_York")]
    [InlineData("2025-01-20 22:30", -5, "us", "2025-01-21 03:30", null)]
    [InlineData("2025-01-21 12:30", 7, "us", "2025-01-21 05:30", "UTC")]
    [InlineData("2025-01-21 04:05", 7, "kestria", "2025-01-20 21:05", null)]
    [InlineData("2025-01-21 09:05", 7, "kestria", "2025-01-21 02:05", null)]
    public void It_is_said_where_another_day_was_there(string stated, double hours, string country, string there, string? zone)
    {
        var local = DateTime.ParseExact(stated, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        var elsewhere = Elsewhere.Of(local, new DateTimeOffset(local, TimeSpan.FromHours(hours)).ToUniversalTime(), country);
        Assert.Equal(zone, elsewhere?.Zone);
        if (elsewhere is not null)
        {
            Assert.Equal(there, elsewhere.Local.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
        }
    }
}
