using System.Globalization;

namespace Onus.Domain.Evidence;

/// <summary>What the authority behind a file allows to be read: between two days, of certain people.</summary>
public static class Authority
{
    /// <summary>
    /// Whether a record may be read. Days are those of the source's own clock. A record that states no day, or names no sender, is not
    /// outside: nothing in it says so. Both days of the scope are inside it.
    /// </summary>
    public static bool Covers(Material file, EvidenceRecord record)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(record);
        return CoversDay(file, record.Time.Local) && CoversSender(file, record.Parties);
    }

    private static bool CoversDay(Material file, string? local) =>
        local is not { Length: >= 10 }
        || !DateOnly.TryParseExact(local[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        || !(day < file.ScopeFrom || day > file.ScopeTo);

    private static bool CoversSender(Material file, IReadOnlyList<Party> parties) =>
        file.ScopePeople.Count == 0
        || parties.FirstOrDefault(p => p.Role is "from" or "holder") is not { } sender
        || file.ScopePeople.Contains(sender.Raw, StringComparer.Ordinal);
}
