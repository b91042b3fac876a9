using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Ingest.Contract;
using Onus.Ingest.Reading;

namespace Onus.Casework.Files;

/// <summary>
/// A folder that was handed in as a zip, by what a person says or by what it holds. Its entries become files of the drop, one by one, each under its name in the zip, which
/// stays data, and says that it came out of the zip, which is kept as received. A zip that is one chat export stays one file, whatever the person called it, and what lies in it beside the chat becomes files. What is rejected is rejected
/// by name, with the reason.
/// </summary>
public static class FolderZip
{
    // A zip in a zip in a zip is looked into; what lies deeper stays one file.
    private const int Deepest = 3;

    // Documents of programs are packed as zips, and begin with one of these.
    private static readonly byte[][] Packages = [[.. "[Content_Types].xml"u8], [.. "_rels/"u8], [.. "docProps/"u8], [.. "word/"u8], [.. "xl/"u8], [.. "ppt/"u8], [.. "mimetype"u8], [.. "META-INF/"u8]];

    /// <summary>Takes a zip that a person says is a folder.</summary>
    /// <param name="drop">Where its files go.</param>
    /// <param name="name">Its name as received.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="cancel">Cancels.</param>
    /// <exception cref="IOException">The disk is full or failing: nothing of the drop joins the case.</exception>
    public static Task Add(FileDrop drop, string name, Stream content, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(drop);
        return drop.Add(name, content, isFolder: true, 0, null, cancel);
    }

    /// <summary>Takes out of a file what is a file of its own.</summary>
    /// <param name="drop">Where the files go.</param>
    /// <param name="name">The name of the file as received.</param>
    /// <param name="open">Opens its bytes.</param>
    /// <param name="isFolder">Whether a person says that it is a folder.</param>
    /// <param name="depth">In how many zips it lies.</param>
    /// <param name="keep">Told once, before anything is taken out, whether it is a file itself or the container of its files; says what they are taken out of. Not told where it is neither, and rejected.</param>
    /// <param name="cancel">Cancels.</param>
    internal static async Task TakeOut(FileDrop drop, string name, Func<Stream> open, bool isFolder, int depth, Func<MaterialStatus, MaterialId> keep, CancellationToken cancel)
    {
        MaterialId? kept = null;
        if (!isFolder && (depth >= Deepest || !await MayHoldFiles(open, cancel)))
        {
            keep(MaterialStatus.Held);
            return;
        }

        await using var content = open();
        await Copied(content, drop.Working, async copy =>
        {
            // What is here already is withdrawn while its copy is looked into.
            await content.DisposeAsync();
            var before = drop.Rejected.Count;
            var outcome = await UnpackProcess.Each(
                copy, name, isFolder,
                () =>
                {
                    kept ??= keep(MaterialStatus.Held);
                    return Task.CompletedTask;
                },
                (inside, bytes) => drop.Add(name + "/" + inside, bytes, isFolder: false, depth + 1, OutOf(), cancel), Refuse, cancel);
            switch (outcome)
            {
                case UnpackProcess.Outcome.ReaderDied when isFolder || kept is not null:
                    drop.Reject(name, Failures.ReaderDied);
                    break;
                case UnpackProcess.Outcome.Unpacked when kept is null && drop.Rejected.Count == before:
                    // A folder in which nothing lies, or folders alone: somebody copied it and believes that its files arrived.
                    drop.Reject(name, "folder-empty");
                    break;
                case UnpackProcess.Outcome.Unpacked:
                    break;
                default:
                    kept ??= keep(MaterialStatus.Held);
                    break;
            }
        }, cancel);

        MaterialId OutOf() => kept ??= keep(MaterialStatus.Container);

        void Refuse(string inside, string why)
        {
            if (inside.Length > 0)
            {
                OutOf();
            }

            drop.Reject(inside.Length > 0 ? name + "/" + inside : name, why);
        }
    }

    /// <summary>Whether the first bytes are those of a zip, and of no document.</summary>
    private static async Task<bool> MayHoldFiles(Func<Stream> open, CancellationToken cancel)
    {
        var head = new byte[64];
        await using var content = open();
        var length = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancel);
        return length > 30 && head.AsSpan().StartsWith("PK\u0003\u0004"u8) && !Packages.Any(first => head.AsSpan(30).StartsWith(first));
    }

    private static async Task Copied(Stream content, string working, Func<string, Task> use, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(content);
        var copy = Path.Combine(working, Guid.CreateVersion7().ToString("N") + ".zip");
        try
        {
            await using (var to = new FileStream(copy, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, FileOptions.Asynchronous))
            {
                await content.CopyToAsync(to, 1 << 20, cancel);
            }

            await use(copy);
        }
        finally
        {
            File.Delete(copy);
        }
    }
}
