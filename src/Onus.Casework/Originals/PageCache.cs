using Microsoft.Extensions.Caching.Memory;
using Onus.Domain.Evidence;
using Onus.Ingest.Documents;

namespace Onus.Casework.Originals;

/// <summary>
/// The layouts of the pages looked at last, so that a page and its pictures are read once. Knows pages by the hash of their file only: whoever asks
/// has shown before that they may see the file. Evidence does not stay in memory after people have left it.
/// </summary>
public sealed class PageCache : IDisposable
{
    private const int Most = 12;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);
    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <summary>The layout of a page, or null where it was not looked at lately.</summary>
    internal PageLayout? Find(Sha256 blob, int page) => kept.Get<PageLayout>((blob, page));

    /// <summary>Keeps a layout.</summary>
    internal void Keep(Sha256 blob, int page, PageLayout layout) => kept.Set((blob, page), layout, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = Longest });

    /// <inheritdoc/>
    public void Dispose() => kept.Dispose();
}
