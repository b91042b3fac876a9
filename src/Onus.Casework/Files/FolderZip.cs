using Onus.Ingest.Contract;
using Onus.Ingest.Reading;

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
        var before = drop.Stored.Count + drop.Rejected.Count;
        var outcome = await UnpackProcess.Each(
            copy, name,
            (inside, bytes) => drop.Add(name + "/" + inside, bytes, cancel),
            (inside, why) => drop.Reject(inside.Length == 0 ? name : name + "/" + inside, why),
            cancel);
        if (outcome == UnpackProcess.Outcome.KeptWhole)
        {
            await Whole(drop, name, copy, cancel);
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
    }

    private static async Task Whole(FileDrop drop, string name, string copy, CancellationToken cancel)
    {
        await using var bytes = new FileStream(copy, FileMode.Open, FileAccess.Read, FileShare.Read);
        await drop.Add(name, bytes, cancel);
    }
}
