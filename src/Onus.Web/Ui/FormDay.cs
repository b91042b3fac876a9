using System.Globalization;

namespace Onus.Web.Ui;

/// <summary>Reads the day that somebody typed into a <see cref="DateField"/>.</summary>
public static class FormDay
{
    /// <summary>The form of a day: year, month, day.</summary>
    public const string Form = "yyyy-MM-dd";

    /// <summary>Reads it.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="day">The day; null where nothing was typed.</param>
    /// <returns>False where something was typed that is no day.</returns>
    public static bool TryRead(string? typed, out DateOnly? day)
    {
        day = DateOnly.TryParseExact(typed?.Trim(), Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;
        return day is not null || string.IsNullOrWhiteSpace(typed);
    }

    /// <summary>A day as it is shown and typed.</summary>
    public static string Of(DateOnly day) => day.ToString(Form, CultureInfo.InvariantCulture);
}
