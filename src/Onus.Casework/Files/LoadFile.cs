using Microsoft.EntityFrameworkCore;
using Onus.Casework.Cases;
using Onus.Casework.Originals;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Files;

/// <summary>One file: its answers, what reading it came to, what happened to it, and its bytes as received.</summary>
public sealed class LoadFile(OnusStore store)
{
    /// <summary>The file.</summary>
    /// <param name="File">The file as it stands.</param>
    /// <param name="Run">The drop it came with.</param>
    /// <param name="History">What happened to it, oldest first, as far as the actor may see it.</param>
    /// <param name="Exhibits">Exhibits that cite it.</param>
    /// <param name="Warned">Its records of which something may be lost, unseen or absent.</param>
    public sealed record Answer(Material File, ImportRun? Run, IReadOnlyList<Happening> History, int Exhibits, MayBeLost Warned)
    {
        /// <summary>Why the original is not given out whole; null where it is.</summary>
        public Error? Closed { get; init; }
    }

    /// <summary>Something that happened to a file.</summary>
    /// <param name="At">When, in UTC.</param>
    /// <param name="By">Who, by account; Onus itself where empty.</param>
    /// <param name="ByName">Who, by display name at that time.</param>
    /// <param name="Kind">What, as the log names it.</param>
    /// <param name="Sequence">Place in the log.</param>
    public sealed record Happening(DateTimeOffset At, AccountId By, string ByName, string Kind, long Sequence);

    /// <summary>Loads it.</summary>
    /// <returns><c>cases.not-found</c>, <c>files.not-found</c>.</returns>
    public async Task<Result<Answer>> Handle(string reference, MaterialId id, Actor actor, CancellationToken cancel)
    {
        await using var work = store.Begin(actor);
        var found = await Find(work, reference, id, cancel);
        if (found.Error is { } error)
        {
            return error;
        }

        var file = found.Value;
        var log = await work.Db.LogOf(file.Compartment, id.Value, cancel);
        var names = await work.Db.Accounts.ToDictionaryAsync(a => a.Id, a => a.Name, cancel);
        return new Answer(
            file,
            await work.Db.ImportRuns.FirstOrDefaultAsync(r => r.CaseId == file.CaseId && r.Id == file.Run, cancel),
            [.. log.Select(l => new Happening(l.At, l.Actor, names.GetValueOrDefault(l.Actor, "Onus"), l.Kind, l.Sequence))],
            await work.Db.Exhibits.CountAsync(e => e.CaseId == file.CaseId && e.Material == file.Id, cancel),
            await MayBeLost.Of(work.Db, file.CaseId, file.Id, cancel))
        {
            Closed = file is { Obtained: null, Status: not MaterialStatus.Container } ? null : (await OpenParts.Whole(work.Db, file, actor, cancel)).Refuse(),
        };
    }

    /// <summary>Opens its bytes as received. The caller disposes. What the authority does not cover leaves the vault for nobody.</summary>
    /// <returns><c>cases.not-found</c>, <c>files.not-found</c>, <c>files.questions-open</c> while nobody has said how it was obtained, <c>files.original-outside</c> where the authority does not cover all of the file, <c>files.original-privileged</c> where the words of a record of it are kept from the actor, <c>files.holds-unread</c>, <c>files.holds-withdrawn</c>, <c>files.holds-closed</c> and <c>files.holds-unseen</c> where the same holds for what lies in it.</returns>
    public async Task<Result<(Material File, Stream Bytes)>> Open(string reference, MaterialId id, Actor actor, CancellationToken cancel)
    {
        await using var work = store.Begin(actor);
        var found = await Find(work, reference, id, cancel);
        return found switch
        {
            { Error: { } error } => error,
            { Value: var file } when (await OpenParts.Whole(work.Db, file, actor, cancel)).Refuse() is { } closed => closed,
            _ => (found.Value, store.Vault.Open(found.Value.VaultName)),
        };
    }

    private static async Task<Result<Material>> Find(UnitOfWork work, string reference, MaterialId id, CancellationToken cancel)
    {
        var found = await work.Db.Cases.FirstOrDefaultAsync(c => c.Ref == reference, cancel);
        if (found is null)
        {
            return Error.NotFound("cases.not-found", ("case", reference));
        }

        var file = await work.Db.Materials.FirstOrDefaultAsync(m => m.CaseId == found.Id && m.Id == id, cancel);
        return file is null ? Error.NotFound("files.not-found") : file;
    }
}
