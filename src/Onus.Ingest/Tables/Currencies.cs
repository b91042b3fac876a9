namespace Onus.Ingest.Tables;

/// <summary>Decimals of the currencies of ISO 4217 that do not have two.</summary>
internal static class Currencies
{
    private static readonly HashSet<string> None = new(StringComparer.Ordinal)
    {
        "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF",
    };

    private static readonly HashSet<string> Three = new(StringComparer.Ordinal) { "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND" };

    /// <summary>Whether the text has the form of a code: three capital letters.</summary>
    public static bool IsCode(string text) => text.Length == 3 && text.All(char.IsAsciiLetterUpper);

    /// <summary>Decimals of a currency.</summary>
    public static int Decimals(string code) => None.Contains(code) ? 0 : Three.Contains(code) ? 3 : code is "CLF" or "UYW" ? 4 : 2;
}
