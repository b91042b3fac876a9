namespace Onus.Ingest.Contract;

/// <summary>What people decided about a file.</summary>
/// <param name="Zone">IANA name of the zone of local times (<c>Asia/Kathmandu</c>); null when not decided.</param>
/// <param name="DateOrder"><c>dmy</c>, <c>mdy</c> or <c>ymd</c>; null when not decided.</param>
/// <param name="Charset">IANA name of the character set; null for what the file states, or UTF-8.</param>
/// <param name="Profile">Which columns of a table mean what; null when not decided.</param>
public sealed record ReadOptions(string? Zone = null, string? DateOrder = null, string? Charset = null, ColumnProfile? Profile = null);
