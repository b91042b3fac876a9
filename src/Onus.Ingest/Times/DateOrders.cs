namespace Onus.Ingest.Times;

/// <summary>The orders of day, month and year that a person may state.</summary>
public static class DateOrders
{
    /// <summary>Day first.</summary>
    public const string DayFirst = "dmy";

    /// <summary>Month first.</summary>
    public const string MonthFirst = "mdy";

    /// <summary>Year first.</summary>
    public const string YearFirst = "ymd";

    /// <summary>All of them, in the order in which they are offered.</summary>
    public static IReadOnlyList<string> All { get; } = [DayFirst, MonthFirst, YearFirst];
}
