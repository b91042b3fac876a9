using System.Buffers.Binary;
using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Onus.Ingest.Documents;

/// <summary>Whether the content of a page arrives whole. The parser takes what it can inflate and says nothing of the rest.</summary>
internal static class ContentStreams
{
    private const uint AdlerBase = 65521;

    /// <summary>How many of a page's own streams break off.</summary>
    public static int BrokenOff(DictionaryToken page, IPdfTokenScanner scanner, ILookupFilterProvider filters)
    {
        var contents = PdfTokens.Resolve(scanner, page.Data.GetValueOrDefault("Contents"));
        return (contents is ArrayToken array ? array.Data : contents is null ? [] : [contents])
            .Select(t => PdfTokens.Resolve(scanner, t)).OfType<StreamToken>().Count(s => IsBrokenOff(s, scanner, filters));
    }

    /// <summary>Whether a stream ends before the check sum that ends compressed data (RFC 1950, 2.2).</summary>
    public static bool IsBrokenOff(StreamToken stream, IPdfTokenScanner scanner, ILookupFilterProvider filters)
    {
        var dictionary = stream.StreamDictionary;
        var names = PdfTokens.Resolve(scanner, dictionary.Data.GetValueOrDefault("Filter") ?? dictionary.Data.GetValueOrDefault("F")) switch
        {
            NameToken name => [name.Data],
            ArrayToken array => array.Data.Select(t => (PdfTokens.Resolve(scanner, t) as NameToken)?.Data ?? "").ToList(),
            _ => [],
        };
        var at = names.FindIndex(n => n is "FlateDecode" or "Fl");
        if (at < 0)
        {
            return false;
        }

        var data = stream.Data;
        if (data.IsEmpty)
        {
            return false;
        }

        var steps = filters.GetFilters(dictionary, scanner);
        for (var i = 0; i < at; i++)
        {
            data = steps[i].Decode(data, dictionary, DefaultFilterProvider.Instance, i);
        }

        return !IsWhole(data);
    }

    private static bool IsWhole(Memory<byte> data)
    {
        uint a = 1, b = 0;
        try
        {
            using var source = new MemoryStream(data.ToArray(), writable: false);
            using var inflated = new ZLibStream(source, CompressionMode.Decompress);
            var part = new byte[32 * 1024];
            for (var read = inflated.Read(part); read > 0; read = inflated.Read(part))
            {
                for (var i = 0; i < read;)
                {
                    // So many sums fit 32 bits before they have to be reduced.
                    for (var end = Math.Min(read, i + 5552); i < end; i++)
                    {
                        a += part[i];
                        b += a;
                    }

                    (a, b) = (a % AdlerBase, b % AdlerBase);
                }
            }
        }
        catch (InvalidDataException)
        {
            return false;
        }

        // It stands behind the last block; line ends may follow it.
        Span<byte> sum = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(sum, (b << 16) | a);
        return data.Span.LastIndexOf(sum) >= 0;
    }
}
