using System.Globalization;

namespace Onus.Domain.Evidence;

/// <summary>What the authority behind a file allows to be read: between two days, of certain people.</summary>
public static class Authority
{
    /// <summary>Why a record is not kept whose date cannot be read, while the authority is for certain days.</summary>
    public const string Undated = "undated-under-dated-authority";

    /// <summary>
    /// Whether a record may be read. Days are those of the source's own clock, and both days of the scope are inside it. A record that states no date,
    /// or names no sender, is not outside: nothing in it says so. One that states a date which cannot be read is not inside either.
    /// </summary>
    public static Coverage Of(Material file, EvidenceRecord record)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(record);
        return CoversSender(file, record.Parties.FirstOrDefault(p => p.Role is "from" or "holder")?.Raw) ? OfDay(file, record.Time.Local, record.Time.Raw) : Coverage.Outside;
    }

    /// <summary>Whether a record that was cited may be read under the authority of its file as it stands now.</summary>
    public static bool Covers(Material file, CitedReading reading)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(reading);
        return CoversSender(file, reading.Sender) && OfDay(file, reading.TimeLocal, reading.TimeRaw) == Coverage.Inside;
    }

    /// <summary>Whether the authority behind a file covers less than all of it.</summary>
    public static bool IsLimited(Material file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.ScopeFrom is not null || file.ScopeTo is not null || file.ScopePeople.Count > 0;
    }

    /// <summary>
    /// Whether the authority covers every part of a file, so that its original may be given out whole. Of a file that was not read, or of which something
    /// was skipped, nobody knows what else it holds: under a limited authority it is not given out either. While nobody has said how a file was obtained,
    /// there is no authority to open it under.
    /// </summary>
    public static bool CoversWhole(Material file) => file is { Obtained: not null } && (!IsLimited(file) || file is { Status: MaterialStatus.Read, OutOfScope: 0, Summary.Skipped.Count: 0 });

    private static Coverage OfDay(Material file, string? clock, string? raw)
    {
        if (file is { ScopeFrom: null, ScopeTo: null } || (clock is null && raw is null))
        {
            return Coverage.Inside;
        }

        return clock is not { Length: >= 10 } local || !DateOnly.TryParseExact(local[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? Coverage.Undated
            : day < file.ScopeFrom || day > file.ScopeTo ? Coverage.Outside : Coverage.Inside;
    }

    private static bool CoversSender(Material file, string? sender) =>
        file.ScopePeople.Count == 0 || sender is null || file.ScopePeople.Contains(sender, StringComparer.Ordinal);
}

/// <summary>What an authority says about a record.</summary>
public enum Coverage
{
    /// <summary>It may be read.</summary>
    Inside,

    /// <summary>It may not.</summary>
    Outside,

    /// <summary>The authority is for certain days, and the record's date cannot be read: nobody can tell, so it may not.</summary>
    Undated,
}
