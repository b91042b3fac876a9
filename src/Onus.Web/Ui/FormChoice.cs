namespace Onus.Web.Ui;

/// <summary>Reads what was chosen in a form. What a page did not offer, a number or a name that there is not, is no choice: it must not get as far as a row.</summary>
public static class FormChoice
{
    /// <summary>Reads it.</summary>
    /// <param name="sent">What was sent: the name of a value, in any case.</param>
    /// <param name="otherwise">What it is where nothing that there is was chosen.</param>
    public static T Of<T>(string? sent, T otherwise)
        where T : struct, Enum => Known<T>(sent) ?? otherwise;

    /// <summary>Reads it.</summary>
    /// <returns>Null where nothing that there is was chosen.</returns>
    public static T? Known<T>(string? sent)
        where T : struct, Enum
    {
        var names = Enum.GetNames<T>();
        var at = Array.FindIndex(names, name => name.Equals(sent?.Trim(), StringComparison.OrdinalIgnoreCase));
        return at < 0 ? null : Enum.Parse<T>(names[at]);
    }
}
