using System.Text.Json.Nodes;

namespace Onus.Store.Log;

/// <summary>What an entry of the log tells of one row.</summary>
/// <param name="Sequence">The entry.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="By">Who, by display name at that time.</param>
/// <param name="Data">What the entry tells beside the rows; null where it tells nothing.</param>
/// <param name="Before">The row as it was; null where it was added.</param>
/// <param name="After">The row as it came to be; null where it was removed.</param>
public sealed record ToldRow(long Sequence, DateTimeOffset At, string By, JsonNode? Data, JsonNode? Before, JsonNode? After);

/// <summary>One leaf of the log of a case, for whoever is in the case: that there is an entry, and its hash, whatever it tells.</summary>
public sealed record LogLeaf
{
    /// <summary>Its place in the log of the whole folder.</summary>
    public required long Sequence { get; init; }

    /// <summary>Its hash.</summary>
    public required byte[] LeafHash { get; init; }
}
