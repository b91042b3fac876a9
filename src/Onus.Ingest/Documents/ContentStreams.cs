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

    // The content of no page is as long.
    private const long MostBytes = 256 * 1024 * 1024;

    /// <summary>
    /// How many of a page's own streams break off. Of one that is damaged in the middle the parser takes nothing: what stands before the damage is put in its place.
    /// </summary>
    public static int Save(DictionaryToken page, IPdfTokenScanner scanner, ILookupFilterProvider filters)
    {
        var contents = page.Data.GetValueOrDefault("Contents");
        var streams = PdfTokens.Resolve(scanner, contents) is ArrayToken array ? array.Data : contents is null ? [] : [contents];
        var broken = 0;
        foreach (var token in streams)
        {
            if (PdfTokens.Resolve(scanner, token) is StreamToken stream && IsBrokenOff(stream, scanner, filters))
            {
                broken++;
                if (token is IndirectReferenceToken reference)
                {
                    scanner.ReplaceToken(reference.Data, Beginning(stream, scanner));
                }
            }
        }

        return broken;
    }

    /// <summary>What can be inflated of a stream that breaks off; the stream itself where it is coded in another way.</summary>
    public static StreamToken Beginning(StreamToken stream, IPdfTokenScanner scanner)
    {
        var dictionary = stream.StreamDictionary;
        var filter = PdfTokens.Resolve(scanner, dictionary.Data.GetValueOrDefault("Filter"));
        if ((filter is ArrayToken { Length: 1 } array ? PdfTokens.Resolve(scanner, array.Data[0]) : filter) is not NameToken { Data: "FlateDecode" } || dictionary.Data.ContainsKey("DecodeParms"))
        {
            return stream;
        }

        using var whole = new MemoryStream();
        try
        {
            // What one step inflates before it fails is lost: the steps are small.
            using var source = new MemoryStream(stream.Data.ToArray(), writable: false);
            using var inflated = new ZLibStream(source, CompressionMode.Decompress);
            var part = new byte[16];
            for (var read = inflated.Read(part); read > 0 && whole.Length < MostBytes; read = inflated.Read(part))
            {
                whole.Write(part, 0, read);
            }
        }
        catch (InvalidDataException)
        {
            // The damage.
        }

        return whole.Length == 0 ? stream : new StreamToken(dictionary.Without("Filter"), whole.ToArray());
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
