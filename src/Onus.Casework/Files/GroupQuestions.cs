using Microsoft.EntityFrameworkCore;
using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Files;

/// <summary>The files whose questions are open, by kind, so that files alike are answered for together.</summary>
public sealed class GroupQuestions(OnusStore store)
{
    /// <summary>Statements, accounts and chats have each their own answers; pictures and papers of one search are answered for together afterwards.</summary>
    private static readonly FileKind[] OfTheirOwn = [FileKind.Named, FileKind.Table, FileKind.Chat];

    /// <summary>Files of one kind out of one folder, as it came in one drop: two phones may both be kept in a folder of that name.</summary>
    /// <param name="Kind">What they seem to be.</param>
    /// <param name="Folder">The folder they came in; empty for none.</param>
    /// <param name="Files">The files, by name.</param>
    public sealed record Group(FileKind Kind, string Folder, IReadOnlyList<Material> Files)
    {
        /// <summary>Tells it from other groups, in addresses too; says nothing about the files.</summary>
        public string Key => $"{Kind}-{Sha256.Of(System.Text.Encoding.UTF8.GetBytes(Folder + (Kind is FileKind.Chat ? Files[0].Id.Value.ToString() : Folder.Length > 0 ? Files[0].Run.ToString() : ""))).Hex[..8]}";
    }

    /// <summary>The groups: first those that seldom share their answers with others, then the largest; empty where no question is open.</summary>
    /// <returns><c>cases.not-found</c>.</returns>
    public Task<Result<IReadOnlyList<Group>>> Handle(string reference, Guid? run, Actor actor, CancellationToken cancel)
    {
        return store.See<IReadOnlyList<Group>>(reference, actor, async (work, found) =>
        {
            var open = await work.Db.Materials
                .Where(m => m.CaseId == found.Id && m.Status == MaterialStatus.Held && m.Obtained == null && m.Withdrawn == null && (run == null || m.Run == run))
                .ToListAsync(cancel);
            var people = await work.Db.People.Where(p => p.CaseId == found.Id).ToListAsync(cancel);
            return open
                .Select(file => (File: file, Kind: KindOf(file) switch
                {
                    FileKind.Document or FileKind.Pdf when NamedPerson.Of(file.Name, people) is not null => FileKind.Named,
                    var kind => kind,
                }))

                // A zip holds one phone's side of one conversation: which phone is asked of each.
                .GroupBy(x => (x.Kind, Folder: FileNames.FolderOf(x.File.Name), Drop: FileNames.FolderOf(x.File.Name).Length > 0 ? x.File.Run : default, Alone: x.Kind == FileKind.Chat && IsZip(x.File) ? x.File.Id : default))
                .Select(g => new Group(g.Key.Kind, g.Key.Folder, [.. g.Select(x => x.File).OrderBy(m => m.Name, StringComparer.Ordinal)]))
                .OrderBy(g => Array.IndexOf(OfTheirOwn, g.Kind) is >= 0 and var place ? place : OfTheirOwn.Length).ThenByDescending(g => g.Files.Count).ThenBy(g => g.Kind).ThenBy(g => g.Folder, StringComparer.Ordinal)
                .ThenBy(g => g.Files.Min(f => f.Id.Value.ToString("N")), StringComparer.Ordinal)
                .ToArray();
        }, cancel);
    }

    private static bool IsZip(Material file) => file.Name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);

    private FileKind KindOf(Material file)
    {
        using var bytes = store.Vault.Open(file.VaultName);
        Span<byte> prefix = IsZip(file) ? new byte[FileKinds.BytesOfZipToLookAt] : stackalloc byte[FileKinds.BytesToLookAt];
        return FileKinds.Of(file.Name, prefix[..bytes.ReadAtLeast(prefix, prefix.Length, throwOnEndOfStream: false)]);
    }
}
