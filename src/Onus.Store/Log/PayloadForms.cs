using System.Text;

namespace Onus.Store.Log;

/// <summary>
/// The forms in which the log keeps what happened. A number is given once and means the same for ever: whoever reads a payload a generation from now goes by
/// it, and not by what the program that wrote it was called. A form for payloads under a key comes here, and nothing else learns of it.
/// </summary>
internal static class PayloadForms
{
    /// <summary>JSON in UTF-8, rows by their <see cref="Database.RowNames"/>.</summary>
    internal const int Json = 1;

    /// <summary>The form and the bytes in which something is written now.</summary>
    internal static (int Form, byte[] Bytes) Write(string json) => (Json, Encoding.UTF8.GetBytes(json));

    /// <summary>The JSON in some bytes.</summary>
    /// <exception cref="FormatException">A form of a newer version.</exception>
    internal static string Read(int form, byte[] bytes) => form switch
    {
        Json => Encoding.UTF8.GetString(bytes),
        _ => throw new FormatException("This version does not know the form of a payload."),
    };
}
