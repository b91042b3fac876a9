namespace Onus.Domain.Evidence;

/// <summary>Whether a conversation has lost one of its sides: one writes, the other hardly ever answers.</summary>
public static class OneSided
{
    /// <summary>Below so many messages of the busier side nothing is said: a few unanswered messages are ordinary.</summary>
    public const int From = 10;

    /// <summary>The quieter side writes fewer than one message for so many of the other.</summary>
    public const int Ratio = 20;

    /// <summary>Whether messages each way are one-sided.</summary>
    /// <param name="there">Messages one way, 0 or more.</param>
    /// <param name="back">Messages the other way, 0 or more.</param>
    public static bool Is(long there, long back)
    {
        var (busy, quiet) = (Math.Max(there, back), Math.Min(there, back));
        return busy >= From && quiet < busy / (double)Ratio;
    }
}
