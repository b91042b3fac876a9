namespace Onus.Circle.One;

/// <summary>What each of these uses stands in one place only; nothing calls them.</summary>
internal static class InABody
{
    public static string Say() => Two.Says.Words();
}

internal sealed class InAListOfAField
{
    public IReadOnlyList<Two.Says.Word> Words { get; } = [];
}

internal static class ThrownAway
{
    public static void Look()
    {
        try
        {
            Console.Out.Flush();
        }
        catch (Two.SaidException)
        {
            Console.Out.Close();
        }
    }
}
