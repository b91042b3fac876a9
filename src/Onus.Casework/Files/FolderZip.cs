using Onus.Ingest.Chats;
using Onus.Ingest.Containers;
using Onus.Ingest.Contract;

namespace Onus.Casework.Files;

/// <summary>
/// A folder that was handed in as a zip. Its entries become files of the drop, one by one, each under its name in the zip, which stays data.
/// A zip that is one chat export and nothing else stays one file, whatever the person called it. What is rejected is rejected by name, with the reason.
/// </summary>
public static class FolderZip
{
    /// <summary>Takes a zip that a person says is a folder.</summary>
    /// <param name="drop">Where its files go.</param>
    /// <param name="name">Its name as received.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="working">Folder for the working copy, which a zip's directory at its end makes necessary.</param>
    /// <param name="cancel">Cancels.</param>
    /// <exception cref="IOException">The disk is full or failing: nothing of the drop joins the case.</exception>
    public static async Task Add(FileDrop drop, string name, Stream content, string working, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(drop);
        ArgumentNullException.ThrowIfNull(content);
        var copy = Path.Combine(working, Guid.CreateVersion7().ToString("N") + ".zip");
        try
        {
            await using (var to = new FileStream(copy, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, FileOptions.Asynchronous))
            {
                await content.CopyToAsync(to, 1 << 20, cancel);
            }

            await Expand(drop, name, copy, cancel);
        }
        finally
        {
            File.Delete(copy);
        }
    }

    private static async Task Expand(FileDrop drop, string name, string copy, CancellationToken cancel)
    {
        var file = EvidenceFile.At(copy, name);
        try
        {
            if (WhatsAppZip.IsOneExport(file))
            {
                await Whole(drop, name, copy, cancel);
                return;
            }

            using var zip = ZipContainer.Open(file);
            long total = 0;
            foreach (var entry in zip.Entries)
            {
                var inside = name + "/" + entry.FullName;
                if (ZipContainer.LeavesFolder(entry.FullName))
                {
                    drop.Reject(inside, "name-leaves-folder");
                }
                else if (entry.IsEncrypted)
                {
                    drop.Reject(inside, Failures.Encrypted);
                }
                else if (total > zip.Budget)
                {
                    drop.Reject(inside, Failures.UnpacksTooLarge);
                }
                else
                {
                    total += await Entry(drop, zip, entry, inside, cancel);
                }
            }
        }
        catch (UnreadableException e)
        {
            // Not a zip that can be opened: it is kept as it came, and reading it will say what it is.
            if (e.Failure == Failures.UnpacksTooLarge)
            {
                drop.Reject(name, e.Failure);
            }
            else
            {
                await Whole(drop, name, copy, cancel);
            }
        }
    }

    /// <summary>Takes one entry; one that turns out to be damaged or a bomb is rejected, and nothing of it is kept.</summary>
    /// <returns>Its size in bytes, as counted.</returns>
    private static async Task<long> Entry(FileDrop drop, ZipContainer zip, System.IO.Compression.ZipArchiveEntry entry, string inside, CancellationToken cancel)
    {
        try
        {
            await using var bytes = zip.Read(entry);
            var before = drop.Stored.Count;
            await drop.Add(inside, bytes, cancel);
            return drop.Stored.Count > before ? drop.Stored[^1].Bytes : entry.Length;
        }
        catch (UnreadableException e)
        {
            drop.Reject(inside, e.Failure);
            return 0;
        }
    }

    private static async Task Whole(FileDrop drop, string name, string copy, CancellationToken cancel)
    {
        await using var bytes = new FileStream(copy, FileMode.Open, FileAccess.Read, FileShare.Read);
        await drop.Add(name, bytes, cancel);
    }
}
