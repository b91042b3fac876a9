namespace Onus.Circle.Two;

internal static class Says
{
    public static string Words() => nameof(One) + typeof(One.InABody).Name;

    internal sealed record Word(string Text);
}

internal sealed class SaidException : Exception;
