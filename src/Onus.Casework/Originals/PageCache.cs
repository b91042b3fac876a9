using Onus.Domain.Evidence;
using Onus.Ingest.Documents;

namespace Onus.Casework.Originals;

/// <summary>
/// The layouts of the pages looked at last, so that a page and its pictures are read once. Knows pages by the hash of their file only: whoever asks
/// has shown before that they may see the file.
/// </summary>
public sealed class PageCache
{
    private const int Most = 12;
    private readonly Lock gate = new();
    private readonly LinkedList<((Sha256 Blob, int Page) Key, PageLayout Layout)> kept = [];

    /// <summary>The layout of a page, or null where it was not looked at lately.</summary>
    internal PageLayout? Find(Sha256 blob, int page)
    {
        lock (gate)
        {
            for (var at = kept.First; at is not null; at = at.Next)
            {
                if (at.Value.Key == (blob, page))
                {
                    kept.Remove(at);
                    kept.AddFirst(at);
                    return at.Value.Layout;
                }
            }

            return null;
        }
    }

    /// <summary>Keeps a layout, and lets go of the one that was not looked at for longest.</summary>
    internal void Keep(Sha256 blob, int page, PageLayout layout)
    {
        lock (gate)
        {
            kept.AddFirst(((blob, page), layout));
            if (kept.Count > Most)
            {
                kept.RemoveLast();
            }
        }
    }
}
