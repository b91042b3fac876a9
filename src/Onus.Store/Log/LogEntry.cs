using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Onus.Domain.Shared;

namespace Onus.Store.Log;

/// <summary>
/// One leaf of the append-only log. Its bytes are final: canonical, versioned, without personal data. What happened stands in the
/// payload, to which the leaf is bound by a salted commitment, so that a payload can be destroyed and the log still be verified.
/// </summary>
public sealed record LogEntry
{
    /// <summary>Place in the log, from 0, without gaps.</summary>
    public required long Sequence { get; init; }

    /// <summary>The case; null for acts outside any case.</summary>
    public CaseId? CaseId { get; init; }

    /// <summary>When, in UTC, by the clock of this computer.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who.</summary>
    public required AccountId Actor { get; init; }

    /// <summary>What was done, in a short code: <c>passage-cited</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The compartment of the case that it is about; null for acts outside any case.</summary>
    public required Compartment? Compartment { get; init; }

    /// <summary>SHA-256 over a domain, the salt and the payload.</summary>
    public required byte[] Commitment { get; init; }

    /// <summary>The bytes that are hashed.</summary>
    public required byte[] Leaf { get; init; }

    /// <summary>SHA-256 over 0x00 and the leaf (RFC 6962, section 2.1).</summary>
    public required byte[] LeafHash { get; init; }

    /// <summary>Makes the entry of an event.</summary>
    public static LogEntry Of(long sequence, CaseId? caseId, DateTimeOffset at, AccountId actor, string kind, Compartment? compartment, ReadOnlySpan<byte> salt, ReadOnlySpan<byte> payload)
    {
        var commitment = Commit(salt, payload);
        var leaf = LeafBytes(sequence, caseId, at, actor, kind, compartment, commitment);
        return new LogEntry
        {
            Sequence = sequence,
            CaseId = caseId,
            At = at,
            Actor = actor,
            Kind = kind,
            Compartment = compartment,
            Commitment = commitment,
            Leaf = leaf,
            LeafHash = HashLeaf(leaf),
        };
    }

    /// <summary>The commitment to a payload: SHA-256 over the domain, the length of the salt, the salt and the payload.</summary>
    public static byte[] Commit(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> payload)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData("onus.log-payload/1\n"u8);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, salt.Length);
        hash.AppendData(length);
        hash.AppendData(salt);
        hash.AppendData(payload);
        return hash.GetHashAndReset();
    }

    /// <summary>
    /// The canonical bytes of a leaf: fixed fields in fixed order, strings and integers only. Version 1 knows the record and counsel's papers as the two sides of a
    /// case, and says the same of them for ever; version 2 names any other compartment.
    /// </summary>
    public static byte[] LeafBytes(long sequence, CaseId? caseId, DateTimeOffset at, AccountId actor, string kind, Compartment? compartment, ReadOnlySpan<byte> commitment)
    {
        var isSide = compartment is null or { Kind: CompartmentKind.Record or CompartmentKind.CounselsPapers, Of: null };
        var (version, field, name) = isSide ? (1, "side", compartment?.Name ?? "record") : (2, "compartment", compartment!.Value.Name);
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"v":{{version}},"seq":{{sequence}},"at":"{{at.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffffffZ}}","case":"{{caseId?.Value.ToString() ?? ""}}","actor":"{{actor.Value}}","kind":"{{kind}}","{{field}}":"{{name}}","payload":"{{Convert.ToHexStringLower(commitment)}}"}""");
        return Encoding.UTF8.GetBytes(text);
    }

    /// <summary>SHA-256 over 0x00 and the leaf.</summary>
    public static byte[] HashLeaf(ReadOnlySpan<byte> leaf)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([0x00]);
        hash.AppendData(leaf);
        return hash.GetHashAndReset();
    }
}

/// <summary>What happened: rows before and after. Seen only by those who may see the compartment that it is about.</summary>
public sealed record LogPayload
{
    /// <summary>Place in the log.</summary>
    public required long Sequence { get; init; }

    /// <summary>The case; null for acts outside any case.</summary>
    public CaseId? CaseId { get; init; }

    /// <summary>The compartment of the case that it is about; null for acts outside any case.</summary>
    public required Compartment? Compartment { get; init; }

    /// <summary>32 random bytes.</summary>
    public required byte[] Salt { get; init; }

    /// <summary>How the bytes are to be read; see <see cref="PayloadForms"/>.</summary>
    public required int Form { get; init; }

    /// <summary>What happened, in that form. The leaf commits to these bytes, whatever they are.</summary>
    public required byte[] Bytes { get; init; }

    /// <summary>What happened, read: <c>{event, act, actor, data, rows: [{row, before, after}]}</c>. The database cannot be asked for it.</summary>
    public string Json => PayloadForms.Read(Form, Bytes);

    /// <summary>Whether it names something by its id, anywhere.</summary>
    public bool Names(Guid id) => Json.Contains(id.ToString(), StringComparison.OrdinalIgnoreCase);
}

/// <summary>What a use case did, for the log.</summary>
/// <param name="Case">The case; null for acts outside any case.</param>
/// <param name="Act">What was done.</param>
/// <param name="Data">What a reader of the log needs beyond the rows; may be null.</param>
public sealed record LogEvent(CaseId? Case, Act Act, object? Data = null)
{
    /// <summary>The compartment whose entry tells it; null outside any case.</summary>
    public Compartment? In => Case is { } id ? new Compartment(id, Act.In) : null;

    /// <summary>What the log calls it.</summary>
    public string Kind => Act.Kind;

    /// <summary>What of an act on the record is counsel's alone, such as the thought behind it: it stands in an entry of counsel's papers; null for nothing.</summary>
    public object? Papers { get; init; }
}
