namespace Onus.Ingest.Reading;

/// <summary>What a reading process may use before it is ended.</summary>
/// <param name="HeapBytes">Managed memory in bytes; the runtime of the child refuses more.</param>
/// <param name="Wall">Time by the clock.</param>
public sealed record ReadingLimits(long HeapBytes, TimeSpan Wall)
{
    private const long Heap = 512L * 1024 * 1024;
    private static readonly TimeSpan Longest = TimeSpan.FromHours(2);

    /// <summary>The budget of a file by its size: 512 MiB, one minute and four seconds a mebibyte, at most two hours.</summary>
    public static ReadingLimits For(long bytes)
    {
        var wall = TimeSpan.FromMinutes(1) + TimeSpan.FromSeconds(4.0 * bytes / (1024 * 1024));
        return new ReadingLimits(Heap, wall < Longest ? wall : Longest);
    }
}
