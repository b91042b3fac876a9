namespace Onus.Circle.Two;

internal static class Says
{
    public static string Words() => nameof(One) + typeof(One.InABody).Name;

    internal sealed record Word(string Text);
}

internal sealed class SaidException : Exception;

internal static class OpensAZip
{
    public static int Count(Stream stream)
    {
        using var zip = new System.IO.Compression.ZipArchive(stream);
        return zip.Entries.Count;
    }
}
