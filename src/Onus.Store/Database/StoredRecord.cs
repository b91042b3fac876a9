using Onus.Domain.Evidence;
using Onus.Domain.Shared;

namespace Onus.Store.Database;

/// <summary>
/// One reading of a file: what a run of its reader wrote. A corrected reading is a new one beside it, and what stays of the older because it is cited or marked is superseded.
/// Everything that is true of all its records stands here once.
/// </summary>
internal sealed record ReadingRow
{
    /// <summary>Counts the readings of all cases from 1: the first half of the key of a record.</summary>
    public int Number { get; init; }

    /// <summary>The case.</summary>
    public required CaseId CaseId { get; init; }

    /// <summary>The compartment in which its records lie.</summary>
    public required Compartment Compartment { get; init; }

    /// <summary>The file.</summary>
    public required MaterialId Material { get; init; }

    /// <summary>Whether a later reading took its place.</summary>
    public bool Superseded { get; init; }

    /// <summary>Whether the file was withdrawn.</summary>
    public bool Withdrawn { get; init; }
}

/// <summary>A name that records of a reading write, kept once.</summary>
internal sealed record ReadingName
{
    /// <summary>The reading.</summary>
    public required int Reading { get; init; }

    /// <summary>Counts the names of the reading from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The name, as the source writes it.</summary>
    public required string Name { get; init; }

    /// <summary>The reading.</summary>
    public ReadingRow? Of { get; init; }
}

/// <summary>A file, or what lies in a container of it, in which records of a reading stand, kept once.</summary>
internal sealed record ReadingPlace
{
    /// <summary>The reading.</summary>
    public required int Reading { get; init; }

    /// <summary>Counts the places of the reading from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Hash of the file as received.</summary>
    public required Sha256 Blob { get; init; }

    /// <summary>Containers from the outside in.</summary>
    public required IReadOnlyList<ContainerEntry> Chain { get; init; }

    /// <summary>The reading.</summary>
    public ReadingRow? Of { get; init; }
}

/// <summary>
/// A record as it lies on the disk: its key is two small numbers, hashes are bytes, and what many records repeat is a number too. <see cref="RecordRow"/> is what it says.
/// </summary>
internal sealed record StoredRecord
{
    public required int Reading { get; init; }
    public required int Sequence { get; init; }
    public required Sha256 Id { get; init; }
    public required RecordKind Kind { get; init; }

    /// <summary>Number of the <see cref="ReadingPlace"/>.</summary>
    public required int Place { get; init; }

    /// <summary>See <see cref="PositionCodec.TextOf"/>.</summary>
    public required string Position { get; init; }

    public required Sha256 Slice { get; init; }
    public string? TimeRaw { get; init; }

    /// <summary>The first ten characters of the clock reading, by which days are found; null where there are none.</summary>
    public string? Day { get; init; }

    /// <summary>What of the clock reading comes behind the day.</summary>
    public string? Clock { get; init; }

    public DateTimeOffset? Utc { get; init; }
    public DateTimeOffset? UtcLater { get; init; }
    public TimeBasis Basis { get; init; }

    /// <summary>Number of the <see cref="ReadingName"/> of who sends, calls, or holds the account.</summary>
    public int? Sender { get; init; }

    /// <summary>Number of the <see cref="ReadingName"/> of whoever that goes to, is called, or stands on the other side of a payment.</summary>
    public int? Receiver { get; init; }

    public string? Text { get; init; }

    /// <summary>Null where it names none.</summary>
    public IReadOnlyList<Attachment>? Attachments { get; init; }

    /// <summary>Null where there is none.</summary>
    public IReadOnlyList<string>? Warnings { get; init; }

    public long? AmountMinor { get; init; }
    public long? BalanceMinor { get; init; }
    public string? Currency { get; init; }
    public int? CurrencyDecimals { get; init; }

    /// <summary>Null while nobody marked it, as is nearly every record.</summary>
    public Marks? Marks { get; init; }

    public int Version { get; init; } = 1;

    /// <summary>See <see cref="FewOf"/>. 2 is asked for by the wall: the words of such a record are read by counsel alone.</summary>
    public int? Few { get; init; }

    public ReadingRow? Of { get; init; }
    public ReadingPlace? At { get; init; }
    public ReadingName? SenderName { get; init; }
    public ReadingName? ReceiverName { get; init; }

    /// <summary>1 where it has warnings, files that it names or marks, as few records have: those have an index. 2 where it is marked as possibly privileged. Null for the others.</summary>
    /// <param name="marks">Its marks.</param>
    /// <param name="more">Whether it has, or had, anything of that beside them.</param>
    internal static int? FewOf(Marks marks, bool more) => marks.Privileged ? 2 : more || marks != new Marks() ? 1 : null;
}

/// <summary>How many records of a reading are alike in what pages count; written with them. Several rows may count the same: they are added up.</summary>
internal sealed record ReadingTotal
{
    public required int Reading { get; init; }

    /// <summary>Counts the totals of the reading from 1.</summary>
    public required int Number { get; init; }

    public required RecordKind Kind { get; init; }
    public string? Day { get; init; }
    public int? Sender { get; init; }
    public int? Receiver { get; init; }

    /// <summary>Whether money left the account; null where none is stated.</summary>
    public bool? Out { get; init; }

    /// <summary>Whether they are pages without a word.</summary>
    public bool Silent { get; init; }

    public required int Count { get; init; }
    public ReadingRow? Of { get; init; }
    public ReadingName? SenderName { get; init; }
    public ReadingName? ReceiverName { get; init; }
}

/// <summary>What the log tells of a record that somebody marked: which one, and the marks. Its words stand in the file.</summary>
internal sealed record MarkedRecord(Sha256 Id, CaseId CaseId, MaterialId Material, Marks Marks, int Version)
{
    internal static MarkedRecord Of(RecordRow row) => new(row.Id, row.CaseId, row.Material, row.Marks, row.Version);
}
