using System.Globalization;
using System.Text;

namespace Onus.Domain.Evidence;

/// <summary>
/// The identity of a record: SHA-256 over a version, the hash of the file, the container chain and the position.
/// The parser is not part of it, so that a better parser finds the same record again.
/// </summary>
public static class RecordIdentity
{
    private const string Version = "onus.record/1";

    /// <summary>The identity of what stands at a place. Equal places give equal identities on every machine.</summary>
    public static Sha256 Of(Sha256 blob, IReadOnlyList<ContainerEntry> chain, Position at)
    {
        ArgumentNullException.ThrowIfNull(chain);
        var text = new StringBuilder(Version).Append('\n').Append(blob.Hex).Append('\n');
        foreach (var entry in chain)
        {
            // The length before the name keeps two different chains from giving the same text.
            text.Append(entry.Kind).Append(' ').Append(entry.Path.Length.ToString(CultureInfo.InvariantCulture)).Append(' ')
                .Append(entry.Path).Append(' ').Append(entry.Sha256.Hex).Append('\n');
        }

        text.Append(PositionCodec.Of(at).IdentityOf(at));
        return Sha256.Of(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
