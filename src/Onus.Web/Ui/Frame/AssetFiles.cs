using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.StaticFiles;

namespace Onus.Web.Ui.Frame;

/// <summary>
/// The style sheet and its like, out of the assembly, compressed once. A folder with the name of a style sheet is one sheet: its files in the order of
/// their names, so that a page asks for one. Their address holds the hash of them all, so that a
/// browser keeps them for ever and asks anew after an upgrade, and relative imports between them work.
/// </summary>
/// <remarks>
/// The framework's static assets work in development and from a published folder, but not from built output, which is what
/// the launcher and the tests start.
/// </remarks>
public sealed class AssetFiles
{
    /// <summary>Where they are served.</summary>
    public const string Route = "/assets/{version}/{**name}";

    /// <summary>The <c>Cache-Control</c> of a file whose address changes with its content.</summary>
    public const string KeepForEver = "public, max-age=31536000, immutable";

    private const string Prefix = "wwwroot/";

    private readonly FrozenDictionary<string, AssetFile> files;

    /// <summary>Reads and compresses the files embedded in this assembly.</summary>
    public AssetFiles()
    {
        var assembly = typeof(AssetFiles).Assembly;
        var names = assembly.GetManifestResourceNames().Where(n => n.Replace('\\', '/').StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var types = new FileExtensionContentTypeProvider();
        var read = new Dictionary<string, AssetFile>(StringComparer.Ordinal);
        foreach (var (name, resources) in names.GroupBy(NameOf, StringComparer.Ordinal).Select(parts => (parts.Key, parts)))
        {
            using var whole = new MemoryStream();
            foreach (var resource in resources)
            {
                using var stream = assembly.GetManifestResourceStream(resource)!;
                stream.CopyTo(whole);
            }

            var bytes = whole.ToArray();
            hash.AppendData(bytes);
            read.Add(name, new(
                types.TryGetContentType(name, out var type) ? type : throw new InvalidOperationException($"wwwroot/{name} has no known type."),
                bytes,
                Compress(bytes, to => new GZipStream(to, CompressionLevel.SmallestSize)),
                Compress(bytes, to => new BrotliStream(to, CompressionLevel.SmallestSize))));
        }

        files = read.ToFrozenDictionary(StringComparer.Ordinal);
        Version = Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }

    /// <summary>Hash over all files.</summary>
    public string Version { get; }

    /// <summary>The address of a file under <c>wwwroot</c>, for example <c>onus.css</c>.</summary>
    /// <exception cref="KeyNotFoundException">There is no such file.</exception>
    public string this[string name] => files.ContainsKey(name) ? $"/assets/{Version}/{name}" : throw new KeyNotFoundException($"There is no wwwroot/{name}.");

    /// <summary>Sends a file in the smallest form the browser reads. A page from before an upgrade gets today's file, and does not keep it.</summary>
    public IResult Send(string version, string name, HttpContext context)
    {
        if (!files.TryGetValue(name, out var file))
        {
            return Results.NotFound();
        }

        var accepts = context.Request.Headers.AcceptEncoding.ToString();
        var (coding, bytes) = accepts.Contains("br", StringComparison.Ordinal) ? ("br", file.Brotli)
            : accepts.Contains("gzip", StringComparison.Ordinal) ? ("gzip", file.Gzip)
            : (null, file.Plain);
        var headers = context.Response.Headers;
        headers.Vary = "Accept-Encoding";
        headers.ContentEncoding = coding;
        if (version == Version)
        {
            headers.CacheControl = KeepForEver;
        }

        return Results.Bytes(bytes, file.Type);
    }

    // "onus.css/2-page.css" is a part of "onus.css".
    private static string NameOf(string resource)
    {
        var name = resource.Replace('\\', '/')[Prefix.Length..];
        return name.IndexOf(".css/", StringComparison.Ordinal) is > 0 and var folder ? name[..(folder + ".css".Length)] : name;
    }

    private static byte[] Compress(byte[] bytes, Func<Stream, Stream> coding)
    {
        using var to = new MemoryStream();
        using (var compressed = coding(to))
        {
            compressed.Write(bytes);
        }

        return to.ToArray();
    }

    private sealed record AssetFile(string Type, byte[] Plain, byte[] Gzip, byte[] Brotli);
}
