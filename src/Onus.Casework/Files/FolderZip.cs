using Onus.Ingest.Contract;
using Onus.Ingest.Reading;

namespace Onus.Casework.Files;

/// <summary>
/// A folder that was handed in as a zip, by what a person says or by what it holds. Its entries become files of the drop, one by one, each under its name in the zip, which
/// stays data. A zip that is one chat export stays one file, whatever the person called it, and what lies in it beside the chat becomes files. What is rejected is rejected
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
    /// <param name="working">Folder for the working copy, which a zip's directory at its end makes necessary.</param>
    /// <param name="cancel">Cancels.</param>
    /// <exception cref="IOException">The disk is full or failing: nothing of the drop joins the case.</exception>
    public static Task Add(FileDrop drop, string name, Stream content, string working, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(drop);
        return Copied(content, working, async copy =>
        {
            var before = drop.Stored.Count + drop.Rejected.Count;
            var outcome = await UnpackProcess.Each(copy, name, isFolder: true, Whole, (inside, bytes) => drop.Add(name + "/" + inside, bytes, 1, cancel), (inside, why) => Refuse(drop, name, inside, why), cancel);
            if (outcome == UnpackProcess.Outcome.KeptWhole)
            {
                await Whole();
            }
            else if (outcome == UnpackProcess.Outcome.ReaderDied)
            {
                drop.Reject(name, Failures.ReaderDied);
            }
            else if (drop.Stored.Count + drop.Rejected.Count == before)
            {
                // A folder in which nothing lies, or folders alone: somebody copied it and believes that its files arrived.
                drop.Reject(name, "folder-empty");
            }

            async Task Whole()
            {
                await using var bytes = new FileStream(copy, FileMode.Open, FileAccess.Read, FileShare.Read);
                await drop.Add(name, bytes, Deepest, cancel);
            }
        }, cancel);
    }

    /// <summary>Takes out of a file what is a file of its own.</summary>
    /// <param name="drop">Where the files go.</param>
    /// <param name="name">The name of the file as received.</param>
    /// <param name="open">Opens its bytes.</param>
    /// <param name="depth">In how many zips it lies.</param>
    /// <param name="stays">Told, before anything is taken out, that the file is one itself.</param>
    /// <param name="cancel">Cancels.</param>
    internal static async Task TakeOut(FileDrop drop, string name, Func<Stream> open, int depth, Action stays, CancellationToken cancel)
    {
        var stayed = false;
        if (depth < Deepest && await MayHoldFiles(open, cancel))
        {
            await using var content = open();
            await Copied(content, drop.Working, async copy =>
            {
                // What is here already is withdrawn while its copy is looked into.
                await content.DisposeAsync();
                var outcome = await UnpackProcess.Each(
                    copy, name, isFolder: false,
                    () =>
                    {
                        Stay();
                        return Task.CompletedTask;
                    },
                    (inside, bytes) => drop.Add(name + "/" + inside, bytes, depth + 1, cancel), (inside, why) => Refuse(drop, name, inside, why), cancel);
                // What was not taken out whole is there to be looked at.
                stayed |= outcome == UnpackProcess.Outcome.Unpacked;
            }, cancel);
        }

        if (!stayed)
        {
            stays();
        }

        void Stay()
        {
            stayed = true;
            stays();
        }
    }

    private static void Refuse(FileDrop drop, string name, string inside, string why) => drop.Reject(inside.Length == 0 ? name : name + "/" + inside, why);

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
