using Microsoft.Data.Sqlite;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Store.Log;
using Onus.Store.Vault;
using Onus.Store.Verification;

namespace Onus.Store.Tests.Faults;

/// <summary>Tests beside which no other may let go of pooled connections: SQLite then tidies up the very files that are being copied.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

/// <summary>
/// The power is cut at every step of files on their way into a case. A disk keeps what was flushed; of all else it may have kept
/// everything or nothing, so both are tried. SQLite is taken at its word: with a write-ahead log and synchronous=FULL a commit is kept.
/// </summary>
[Collection(nameof(Alone))]
public sealed class PowerCutTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Wherever_it_is_cut_what_was_acknowledged_is_whole_and_what_was_not_is_swept_or_reported(bool kept)
    {
        var steps = new HashSet<string>(StringComparer.Ordinal);
        await using var fresh = new Room();
        var actor = await Begin(fresh.Live);
        for (var cut = 1; ; cut++)
        {
            await using var room = new Room();
            File.Copy(Path.Combine(fresh.Live, "onus.db"), Path.Combine(room.Live, "onus.db"));
            var (acknowledged, last) = await StoreUntil(cut, room, actor, kept);
            await Check(room.AfterCut, acknowledged, $"cut {cut} ({last})");
            steps.Add(last);
            if (last == "none")
            {
                break;
            }
        }

        Assert.Superset(Enum.GetNames<VaultStep>().Append("row").ToHashSet(StringComparer.Ordinal), steps);
    }

    [Fact]
    public async Task A_file_that_another_process_is_writing_is_not_swept()
    {
        await using var room = new Room();
        using var first = await OnusStore.Open(room.Live, null, TimeProvider.System, Cancel);
        var opened = false;
        first.Vault.Passed = (step, path) =>
        {
            if (step == VaultStep.Written)
            {
                using var second = OnusStore.Open(room.Live, null, TimeProvider.System, Cancel).GetAwaiter().GetResult();
                opened = File.Exists(path);
            }
        };
        var stored = await first.Vault.Store(new MemoryStream([1, 2, 3]), Cancel);
        Assert.True(opened);
        Assert.Equal([stored.Name], first.Vault.Names());
    }

    [Fact]
    public async Task A_folder_that_a_killed_process_made_is_brought_to_the_disk_before_a_file_in_it_is_acknowledged()
    {
        await using var room = new Room();
        var root = Path.Combine(room.Live, "vault");
        for (var i = 0; i < 256; i++)
        {
            // Its names may never have been flushed.
            Directory.CreateDirectory(Path.Combine(root, i.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
        }

        var flushed = new List<string>();
        var vault = new FileVault(root);
        vault.Passed = (step, path) => flushed.AddRange(step == VaultStep.FolderFlushed ? [path] : []);
        await vault.Store(new MemoryStream([1]), Cancel);
        Assert.Equal([room.Live, root], flushed.Take(2));
    }

    [Fact]
    public async Task Whether_a_commit_may_have_happened_is_known_for_certain_only_before_it_began()
    {
        await using var scratch = await ScratchStore.Open();
        await using var work = scratch.Store.Begin(scratch.Prosecutor);
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work.Commit(new LogEvent(scratch.Case, Acts.FactWritten), stopped.Token));
        Assert.False(work.MayHaveCommitted);
        Assert.True((await work.Commit(new LogEvent(scratch.Case, Acts.FactWritten), Cancel)).IsOk);
        Assert.True(work.MayHaveCommitted);
    }

    /// <summary>A data folder with a case in it, closed again.</summary>
    private static async Task<Actor> Begin(string folder)
    {
        using var store = await OnusStore.Open(folder, null, TimeProvider.System, Cancel);
        var id = new CaseId(Guid.CreateVersion7());
        var account = new Account { Id = new(Guid.CreateVersion7()), Name = "Demo person 2", Office = "Prosecutor" };
        var actor = new Actor(account.Id, account.Name, [new CaseMember { CaseId = id, AccountId = account.Id, Role = MemberRole.Prosecutor }]);
        await using (var work = store.Begin(new Actor(account.Id, account.Name, [])))
        {
            work.Add(account);
            work.AddCase(new Case { Id = id, Ref = "CUT", Title = "A case for a test", Country = "us", Practice = true }, actor.Cases);
            Assert.True((await work.Commit(new LogEvent(id, Acts.CaseOpened), Cancel)).IsOk);
        }

        store.Close();
        return actor;
    }

    /// <summary>Stores three files, each with its row, until so many steps are taken; and leaves a folder as it is after a cut there.</summary>
    private static async Task<(IReadOnlyList<Sha256> Acknowledged, string Last)> StoreUntil(int cut, Room room, Actor actor, bool kept)
    {
        using var store = await OnusStore.Open(room.Live, null, TimeProvider.System, Cancel);
        var id = actor.Cases[0].CaseId;
        var disk = new Disk(room, kept);
        var acknowledged = new List<Sha256>();
        var steps = 0;
        void Step(string name)
        {
            if (++steps == cut)
            {
                disk.Cut();
                throw new PowerCutException(name);
            }
        }

        store.Vault.Passed = (step, path) =>
        {
            disk.Passed(step, path);
            Step(step.ToString());
        };
        try
        {
            for (var i = 0; i < 3; i++)
            {
                var file = await store.Vault.Store(new MemoryStream([.. Enumerable.Repeat(unchecked((byte)(i + 1)), 3000)]), Cancel);
                await using var work = store.Begin(actor);
                work.Add(new Material
                {
                    Id = new MaterialId(Guid.CreateVersion7()),
                    CaseId = id,
                    Name = $"{i}.txt",
                    Title = $"{i}.txt",
                    Blob = file.Hash,
                    VaultName = file.Name,
                    Bytes = file.Bytes,
                    ReceivedAt = work.Now,
                    Run = Guid.CreateVersion7(),
                    Status = MaterialStatus.Held,
                });
                Assert.True((await work.Commit(new LogEvent(id, Acts.FilesDropped), Cancel)).IsOk);
                acknowledged.Add(file.Hash);
                Step("row");
            }
        }
        catch (PowerCutException e)
        {
            return (acknowledged, e.Message);
        }

        disk.Cut();
        return (acknowledged, "none");
    }

    private static async Task Check(string folder, IReadOnlyList<Sha256> acknowledged, string where)
    {
        using var store = await OnusStore.Open(folder, null, TimeProvider.System, Cancel);
        var verification = new StoreVerification(store);
        var rows = await verification.Files(Cancel);
        var files = rows.OfType<Material>().ToList();
        Assert.Equal(rows.Count, files.Count);
        Assert.Equal(acknowledged, files.Select(f => f.Blob));
        Assert.All(files, file => Assert.True(verification.Blob(file) is null, where + ": " + verification.Blob(file)?.Why));
        await foreach (var finding in verification.Log(Cancel))
        {
            Assert.Fail(where + ": " + finding);
        }

        // A whole file without a row is reported; half a file is gone.
        var left = verification.Orphans(files).ToList();
        Assert.All(left, f => Assert.Equal(("nobody-names-it", true), (f.Why, f.Warning)));
        Assert.Equal(store.Vault.Names().Count(), files.Count + left.Count);
        Assert.InRange(left.Count, 0, 1);
        Assert.Empty(Directory.EnumerateFiles(folder, "*.part", SearchOption.AllDirectories));
        Assert.Equal([store.Working + ".lock"], Directory.EnumerateFiles(Path.GetDirectoryName(store.Working)!));
        SqliteConnection.ClearAllPools();
    }

    private sealed class PowerCutException(string step) : Exception(step);

    /// <summary>Knows what of the vault has been flushed, and makes the folder that is there after a cut.</summary>
    private sealed class Disk(Room room, bool keepsWhatWasNotFlushed)
    {
        private readonly HashSet<string> bytes = new(StringComparer.Ordinal);
        private readonly HashSet<string> names = new(StringComparer.Ordinal);

        public void Passed(VaultStep step, string path)
        {
            switch (step)
            {
                case VaultStep.FileFlushed:
                    bytes.Add(path);
                    break;
                case VaultStep.Renamed:
                    // Flushed bytes stay so under their new name, which is not flushed itself.
                    bytes.Add(path);
                    break;
                case VaultStep.FolderFlushed:
                    names.UnionWith(Directory.EnumerateFileSystemEntries(path));
                    break;
                default:
                    break;
            }
        }

        public void Cut()
        {
            foreach (var path in Directory.EnumerateFiles(room.Live, "*", SearchOption.AllDirectories))
            {
                var inside = Path.GetRelativePath(room.Live, path);
                if (!inside.StartsWith("vault", StringComparison.Ordinal))
                {
                    // The database, and the lock that nobody holds any longer.
                    Copy(path, inside, whole: true);
                }
                else if (keepsWhatWasNotFlushed || Reachable(path))
                {
                    Copy(path, inside, keepsWhatWasNotFlushed || bytes.Contains(path));
                }
            }
        }

        private bool Reachable(string path)
        {
            for (var at = path; at.Length > room.Live.Length; at = Path.GetDirectoryName(at)!)
            {
                if (!names.Contains(at))
                {
                    return false;
                }
            }

            return true;
        }

        private void Copy(string path, string inside, bool whole)
        {
            var to = Path.Combine(room.AfterCut, inside);
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            if (path.EndsWith(".lock", StringComparison.Ordinal))
            {
                // Held by the living one, which nobody can look into; after the cut it is there, empty, and nobody holds it.
                File.WriteAllBytes(to, []);
            }
            else if (path.EndsWith(".part", StringComparison.Ordinal) && !bytes.Contains(path))
            {
                File.WriteAllBytes(to, [1, 1]);
            }
            else
            {
                // Where the name was flushed before the bytes were, nothing is found under it.
                File.WriteAllBytes(to, whole ? File.ReadAllBytes(path) : []);
            }
        }
    }

    private sealed class Room : IAsyncDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("onus-cut-");

        public string Live => Directory.CreateDirectory(Path.Combine(folder.FullName, "live")).FullName;

        public string AfterCut => Directory.CreateDirectory(Path.Combine(folder.FullName, "after")).FullName;

        public ValueTask DisposeAsync()
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
            return ValueTask.CompletedTask;
        }
    }
}
