using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Onus.Ingest.Texts;

/// <summary>Finds the first byte that is not UTF-8.</summary>
internal static class Utf8Check
{
    /// <summary>Where the bytes stop being UTF-8, or -1. A character that the end of the bytes cuts off gives <paramref name="isCutOff"/>.</summary>
    public static int Fault(ReadOnlySpan<byte> bytes, out bool isCutOff)
    {
        isCutOff = false;
        if (Utf8.IsValid(bytes))
        {
            return -1;
        }

        var at = 0;
        while (true)
        {
            var status = Rune.DecodeFromUtf8(bytes[at..], out _, out var length);
            if (status != OperationStatus.Done)
            {
                isCutOff = status == OperationStatus.NeedMoreData;
                return at;
            }

            at += length;
        }
    }
}
