using Microsoft.EntityFrameworkCore;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Log;
using Onus.Store.Vault;

namespace Onus.Casework.Files;

/// <summary>
/// Takes files in: each is stored unchanged, or rejected with a reason; nothing is skipped silently. Out of a zip that holds more than one chat with its media the
/// files are taken out, and say so; a zip of which nothing is left but its files is kept as their container. Other files are held, unread, until the three questions
/// are answered.
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
            .Select(m => new { m.Blob, m.Id, m.Title, m.Status }).ToDictionaryAsync(m => m.Blob, m => new FileDrop.Here(m.Id, m.Title, m.Status == MaterialStatus.Container), cancel);
        return new FileDrop(work, store.Vault, store.Working, found.Id, here);
    }
}

/// <summary>A drop that is under way. Files are stored as they come; they join the case, all together, at <see cref="Finish"/>.</summary>
public sealed class FileDrop : IAsyncDisposable
{
    private readonly UnitOfWork work;
    private readonly FileVault vault;
    private readonly CaseId caseId;
    private readonly Dictionary<Sha256, Here> here;
    private readonly Guid run = Guid.CreateVersion7();
    private readonly List<Material> stored = [];
    private readonly List<RejectedFile> rejected = [];
    private readonly List<Arrival> again = [];
    private readonly HashSet<Sha256> apart = [];
    private bool kept;

    internal FileDrop(UnitOfWork work, FileVault vault, string working, CaseId caseId, Dictionary<Sha256, Here> here)
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

    /// <summary>Bytes that were handed in and are here already, with all that lies in them, by the name under which they came this time. Known when the drop is finished.</summary>
    public IReadOnlyDictionary<Sha256, string> AlreadyHere { get; private set; } = new Dictionary<Sha256, string>();

    /// <summary>Takes one file.</summary>
    /// <param name="name">Name as received, with folders; data, never a path to write to.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="cancel">Cancels.</param>
    /// <exception cref="IOException">The disk is full or failing: nothing of this drop joins the case.</exception>
    public Task Add(string name, Stream content, CancellationToken cancel) => Add(name, content, isFolder: false, 0, null, cancel);

    /// <summary>Takes one file that lies in so many containers, of which the nearest that is kept is known, and which a person may have said is a folder.</summary>
    internal async Task Add(string name, Stream content, bool isFolder, int depth, MaterialId? outOf, CancellationToken cancel)
    {
        var received = name;
        name = PlainName.Of(name);
        if (LeavesItsFolder(received))
        {
            rejected.Add(new RejectedFile(name, "name-leaves-folder"));
            return;
        }

        var file = await vault.Store(content, cancel);
        var named = false;
        try
        {
            if (here.TryGetValue(file.Hash, out var known) && known.IsContainer)
            {
                Keep(MaterialStatus.Container);
                return;
            }

            await FolderZip.TakeOut(this, name, () => vault.Open(file.Name), isFolder, depth, Keep, cancel);
        }
        finally
        {
            if (!named)
            {
                // Bytes that nobody names are left over.
                vault.Withdraw(file.Name);
            }
        }

        MaterialId Keep(MaterialStatus status)
        {
            if (status == MaterialStatus.Container && outOf is { } outer && !here.ContainsKey(file.Hash))
            {
                // A container in a container: its bytes lie in the outer one, unchanged and under the name that its files begin with.
                return outer;
            }

            named = true;
            return this.Keep(name, file, status, outOf);
        }
    }

    private MaterialId Keep(string name, StoredFile file, MaterialStatus status, MaterialId? outOf)
    {
        if (here.TryGetValue(file.Hash, out var known))
        {
            vault.Withdraw(file.Name);
            rejected.Add(new RejectedFile(name, "already-here", known.Title));
            again.Add(new(file.Hash, name, outOf, known.IsContainer));
            if (status == MaterialStatus.Container && !known.IsContainer)
            {
                // Kept as one file before anybody said that it is a folder.
                apart.Add(file.Hash);
                here[file.Hash] = known with { IsContainer = true };
            }

            return known.Id;
        }

        var id = NextId();
        here.Add(file.Hash, new(id, name, status == MaterialStatus.Container));
        stored.Add(new Material
        {
            Id = id,
            CaseId = caseId,
            Name = name,
            Title = name[(name.LastIndexOfAny(['/', '\\']) + 1)..],
            Blob = file.Hash,
            VaultName = file.Name,
            Bytes = file.Bytes,
            ReceivedAt = work.Now,
            Run = run,
            OutOf = outOf,
            Status = status,
        });
        return id;
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
        // The second source of the same bytes is evidence too: it is noted on the file that was here first.
        var hashes = again.Select(a => a.Hash).ToList();
        var asWhole = again.Exists(a => a.AsContainer);
        var first = await work.Db.Materials.Where(m => m.CaseId == caseId && (asWhole || hashes.Contains(m.Blob))).ToListAsync(cancel);
        List<Material> all = [.. first, .. stored];
        var arrivals = again.SelectMany(came => Arrivals(came, all)).ToLookup(came => came.File, came => came.As);
        AlreadyHere = all.Where(material => arrivals.Contains(material.Id)).ToDictionary(material => material.Blob, material => arrivals[material.Id].First().Name);
        foreach (var material in stored)
        {
            work.Add(Again(material));
        }

        foreach (var material in first)
        {
            if (Again(material) is var after && after != material)
            {
                work.Change(material, after);
            }
        }

        Material Again(Material file) => !arrivals.Contains(file.Id) ? file : file with
        {
            AlsoReceived = [.. file.AlsoReceived, .. arrivals[file.Id]],
            Status = apart.Contains(file.Blob) && file.Status != MaterialStatus.Read ? MaterialStatus.Container : file.Status,
        };

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

    // With a container all that lies in it came again, though nobody took it out anew.
    private IEnumerable<(MaterialId File, AlsoReceived As)> Arrivals(Arrival came, List<Material> all)
    {
        var file = all.Single(material => material.Blob == came.Hash);
        return (came.AsContainer ? Containers.NamesIn(file, came.Name, all).Select(inside => (inside.File.Id, As(inside.Name, file.Id))) : [])
            .Prepend((file.Id, As(came.Name, came.OutOf)));

        AlsoReceived As(string name, MaterialId? outOf) => new(name, work.Now, work.Actor.Name, OutOf: outOf);
    }

    private static bool LeavesItsFolder(string name)
    {
        var parts = name.Split('/', '\\');
        return name.Length == 0 || parts.Contains("..") || parts[0].Length == 0 || parts[0].EndsWith(':') || name.Contains('\0');
    }

    /// <summary>A file that is in the case, or comes in this drop.</summary>
    internal sealed record Here(MaterialId Id, string Title, bool IsContainer);

    /// <summary>Bytes that are here already, as they came this time.</summary>
    private sealed record Arrival(Sha256 Hash, string Name, MaterialId? OutOf, bool AsContainer);
}
