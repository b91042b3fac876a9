using System.Globalization;
using Onus.Store.Database;

namespace Onus.Casework.Records;

/// <summary>Days of records as the database keeps them: ISO 8601 text, so that the order of text is the order of time.</summary>
internal static class Days
{
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly? Of(string? day) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value) ? value : null;

#pragma warning disable CA1309 // The database compares; digits and dashes compare alike under every collation.
    public static IQueryable<RecordRow> From(this IQueryable<RecordRow> records, string day) => records.Where(r => string.Compare(r.Day, day) >= 0);

    public static IQueryable<RecordRow> Until(this IQueryable<RecordRow> records, string day) => records.Where(r => string.Compare(r.Day, day) <= 0);

    public static IQueryable<RecordTotal> From(this IQueryable<RecordTotal> totals, string day) => totals.Where(t => string.Compare(t.Day, day) >= 0);

    public static IQueryable<RecordTotal> Until(this IQueryable<RecordTotal> totals, string day) => totals.Where(t => string.Compare(t.Day, day) <= 0);

    public static IQueryable<RecordRow> Before(this IQueryable<RecordRow> records, string day) => records.Where(r => string.Compare(r.Day, day) < 0);

    public static IQueryable<RecordRow> After(this IQueryable<RecordRow> records, string day) => records.Where(r => string.Compare(r.Day, day) > 0);
#pragma warning restore CA1309
}
