using Microsoft.EntityFrameworkCore;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Log;
using Onus.Store.Vault;

namespace Onus.Casework.Files;

/// <summary>
/// Takes files in: each is stored unchanged, or rejected with a reason; nothing is skipped silently. Out of a zip that holds more than one chat with its media the
/// files are taken out. Stored files are held, unread,
/// until the three questions are answered.
/// </summary>
public sealed class DropFiles(OnusStore store)
{
    /// <summary>Begins a drop into a case.</summary>
    /// <returns><c>cases.not-found</c>, <c>cases.may-not</c>.</returns>
    public async Task<Result<FileDrop>> Handle(string reference, Actor actor, CancellationToken cancel)
    {
        var work = store.Begin(actor);
        var found = await work.Db.Cases.FirstOrDefaultAsync(c => c.Ref == reference, cancel);
        if (found is null || !actor.MaySee(found.Id, CompartmentKind.Record))
        {
            await work.DisposeAsync();
            return Error.NotFound("cases.not-found", ("case", reference));
        }

        if (!actor.May(found.Id, Acts.FilesDropped))
        {
            // Before any byte is stored, not when the drop ends.
            await work.DisposeAsync();
            return Error.Invalid("cases.may-not");
        }

        var here = await work.Db.Materials.Where(m => m.CaseId == found.Id)
            .Select(m => new { m.Blob, m.Title }).ToDictionaryAsync(m => m.Blob, m => m.Title, cancel);
        return new FileDrop(work, store.Vault, store.Working, found.Id, here);
    }
}

/// <summary>A drop that is under way. Files are stored as they come; they join the case, all together, at <see cref="Finish"/>.</summary>
public sealed class FileDrop : IAsyncDisposable
{
    private readonly UnitOfWork work;
    private readonly FileVault vault;
    private readonly CaseId caseId;
    private readonly Dictionary<Sha256, string> here;
    private readonly Guid run = Guid.CreateVersion7();
    private readonly List<Material> stored = [];
    private readonly List<RejectedFile> rejected = [];
    private readonly Dictionary<Sha256, string> alreadyHere = [];
    private readonly List<(Sha256 Hash, string Name)> again = [];
    private bool kept;

    internal FileDrop(UnitOfWork work, FileVault vault, string working, CaseId caseId, Dictionary<Sha256, string> here)
    {
        this.work = work;
        this.vault = vault;
        Working = working;
        this.caseId = caseId;
        this.here = here;
    }

    /// <summary>Folder for working copies.</summary>
    internal string Working { get; }

    /// <summary>What has been stored so far.</summary>
    public IReadOnlyList<Material> Stored => stored;

    /// <summary>What has been rejected so far, with reasons.</summary>
    public IReadOnlyList<RejectedFile> Rejected => rejected;

    /// <summary>Bytes that were handed in and are here already, by the name under which they came this time.</summary>
    public IReadOnlyDictionary<Sha256, string> AlreadyHere => alreadyHere;

    /// <summary>Takes one file.</summary>
    /// <param name="name">Name as received, with folders; data, never a path to write to.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="cancel">Cancels.</param>
    /// <exception cref="IOException">The disk is full or failing: nothing of this drop joins the case.</exception>
    public Task Add(string name, Stream content, CancellationToken cancel) => Add(name, content, 0, cancel);

    /// <summary>Takes one file that lies in so many containers.</summary>
    internal async Task Add(string name, Stream content, int depth, CancellationToken cancel)
    {
        var received = name;
        name = PlainName.Of(name);
        if (LeavesItsFolder(received))
        {
            rejected.Add(new RejectedFile(name, "name-leaves-folder"));
            return;
        }

        var file = await vault.Store(content, cancel);
        var stayed = false;
        try
        {
            await FolderZip.TakeOut(this, name, () => vault.Open(file.Name), depth, () =>
            {
                stayed = true;
                Keep(name, file);
            }, cancel);
        }
        finally
        {
            if (!stayed)
            {
                // A folder is no file of its own, and bytes that nobody names are left over.
                vault.Withdraw(file.Name);
            }
        }
    }

    private void Keep(string name, StoredFile file)
    {
        if (here.TryGetValue(file.Hash, out var title))
        {
            vault.Withdraw(file.Name);
            rejected.Add(new RejectedFile(name, "already-here", title));
            if (!alreadyHere.TryAdd(file.Hash, name))
            {
                again.Add((file.Hash, name));
            }

            return;
        }

        here.Add(file.Hash, name);
        stored.Add(new Material
        {
            Id = NextId(),
            CaseId = caseId,
            Name = name,
            Title = name[(name.LastIndexOfAny(['/', '\\']) + 1)..],
            Blob = file.Hash,
            VaultName = file.Name,
            Bytes = file.Bytes,
            ReceivedAt = work.Now,
            Run = run,
            Status = MaterialStatus.Held,
        });
    }

    // Files are listed by id, as they came. Ids of one millisecond are in no order by themselves.
    private MaterialId NextId()
    {
        var id = Guid.CreateVersion7();
        while (stored.Count > 0 && id.CompareTo(stored[^1].Id.Value) < 0)
        {
            id = Guid.CreateVersion7();
        }

        return new MaterialId(id);
    }

    /// <summary>Takes a name that never became a file: an entry of a container that is encrypted, say.</summary>
    public void Reject(string name, string reason, string detail = "") => rejected.Add(new RejectedFile(PlainName.Of(name), reason, detail));

    /// <summary>Everything stored joins the case.</summary>
    /// <returns>The run, with seen = stored + rejected.</returns>
    public async Task<Result<ImportRun>> Finish(CancellationToken cancel)
    {
        var result = new ImportRun
        {
            Id = run,
            CaseId = caseId,
            At = work.Now,
            By = work.Actor.Name,
            Account = work.Actor.Account,
            Seen = stored.Count + rejected.Count,
            Stored = stored.Count,
            Rejected = [.. rejected],
        };
        work.Add(result);
        var arrivals = alreadyHere.Select(a => (Hash: a.Key, Name: a.Value)).Concat(again).ToLookup(a => a.Hash, a => new AlsoReceived(a.Name, work.Now, work.Actor.Name));
        foreach (var material in stored)
        {
            work.Add(material with { AlsoReceived = [.. arrivals[material.Blob]] });
        }

        // The second source of the same bytes is evidence too: it is noted on the file that was here first.
        var hashes = arrivals.Select(a => a.Key).ToList();
        var first = await work.Db.Materials.Where(m => m.CaseId == caseId && hashes.Contains(m.Blob)).ToListAsync(cancel);
        foreach (var material in first)
        {
            work.Change(material, material with { AlsoReceived = [.. material.AlsoReceived, .. arrivals[material.Blob]] });
        }

        var done = await work.Commit(new LogEvent(caseId, Acts.FilesDropped), cancel);
        kept = done.IsOk;
        return done.IsOk ? result : done.Error!;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // Bytes that nobody names are left over, and said to be; a row whose bytes are gone is evidence that is lost.
        if (!kept && !work.MayHaveCommitted)
        {
            stored.ForEach(m => vault.Withdraw(m.VaultName));
        }

        await work.DisposeAsync();
    }

    private static bool LeavesItsFolder(string name)
    {
        var parts = name.Split('/', '\\');
        return name.Length == 0 || parts.Contains("..") || parts[0].Length == 0 || parts[0].EndsWith(':') || name.Contains('\0');
    }
}
