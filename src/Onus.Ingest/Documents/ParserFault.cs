using System.Security.Cryptography;
using System.Xml;

namespace Onus.Ingest.Documents;

/// <summary>
/// Tells what a library throws when the file is at fault from what nobody expected. Libraries that parse hostile bytes
/// document a few exceptions and throw many: an index beyond an array, a cast, a number that does not fit.
/// Lost memory, cancelled work and lost disks are not among them: they end the child process that reads.
/// </summary>
internal static class ParserFault
{
    /// <summary>Whether the bytes of the file can be the cause.</summary>
    public static bool Is(Exception e) =>
        e is InvalidOperationException or ArgumentException or NullReferenceException or IndexOutOfRangeException or KeyNotFoundException
            or FormatException or ArithmeticException or InvalidCastException or NotSupportedException or NotImplementedException
            or EndOfStreamException or InvalidDataException or InsufficientExecutionStackException or ArrayTypeMismatchException
            or XmlException or CryptographicException
        || e.GetType().Namespace is { } space
            && (space.StartsWith("UglyToad.PdfPig", StringComparison.Ordinal) || space.StartsWith("MetadataExtractor", StringComparison.Ordinal));
}
