using System.Globalization;

namespace Onus.Domain.Evidence;

/// <summary>A month of a year: May 2025.</summary>
/// <param name="Year">Year, from 1.</param>
/// <param name="Number">Month, 1 to 12.</param>
public readonly record struct CalendarMonth(int Year, int Number) : IComparable<CalendarMonth>
{
    /// <summary>Its first day.</summary>
    public DateOnly First => new(Year, Number, 1);

    /// <summary>Its last day.</summary>
    public DateOnly Last => First.AddMonths(1).AddDays(-1);

    /// <summary>The month after it.</summary>
    public CalendarMonth Next => Number == 12 ? new(Year + 1, 1) : new(Year, Number + 1);

    /// <summary>The month of a day.</summary>
    public static CalendarMonth Of(DateOnly day) => new(day.Year, day.Month);

    /// <summary>Whether a month is before another.</summary>
    public static bool operator <(CalendarMonth left, CalendarMonth right) => left.CompareTo(right) < 0;

    /// <summary>Whether a month is after another.</summary>
    public static bool operator >(CalendarMonth left, CalendarMonth right) => left.CompareTo(right) > 0;

    /// <summary>Whether a month is before another or the same.</summary>
    public static bool operator <=(CalendarMonth left, CalendarMonth right) => left.CompareTo(right) <= 0;

    /// <summary>Whether a month is after another or the same.</summary>
    public static bool operator >=(CalendarMonth left, CalendarMonth right) => left.CompareTo(right) >= 0;

    /// <summary>Earlier months first.</summary>
    public int CompareTo(CalendarMonth other) => (Year, Number).CompareTo((other.Year, other.Number));

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Number:00}");
}
