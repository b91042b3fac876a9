using Microsoft.EntityFrameworkCore;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Ingest.Contract;
using Onus.Ingest.Reading;
using Onus.Store.Database;

namespace Onus.Casework.Originals;

/// <summary>Asks what of an original may leave the vault for the actor: every way out of the vault asks here.</summary>
internal static class OpenParts
{
    /// <summary>What may leave.</summary>
    internal static async Task<OriginalParts> Of(VisibleRows db, Material file, CancellationToken cancel)
    {
        var records = db.Records.Where(r => r.CaseId == file.CaseId && r.Material == file.Id);
        var withheld = await records.Where(r => r.Withheld).Select(r => r.Locator).ToListAsync(cancel);
        var kept = Authority.CoversWhole(file) ? [] : await records.Where(r => !r.Superseded).Select(r => r.Locator).ToListAsync(cancel);
        return new(file, [.. kept.Select(place => place.At)], [.. withheld.Select(place => place.At)]);
    }

    /// <summary>Whether all of it may leave, with all that lies in it.</summary>
    internal static async Task<WholeOriginal> Whole(VisibleRows db, Material file, Actor actor, CancellationToken cancel)
    {
        var files = await db.Materials.Where(m => m.CaseId == file.CaseId).ToListAsync(cancel);
        var closed = (await db.Records.Where(r => r.CaseId == file.CaseId && r.Withheld).Select(r => r.Material).Distinct().ToListAsync(cancel)).ToHashSet();
        var came = closed.Count == 0 ? [] : await Came(db, file, cancel);
        // What came with its messages lies in it too, and may be kept as a file besides.
        IReadOnlyList<Material> inside = [.. Containers.In(file.Id, files).Union(files.Where(one => one.Id != file.Id && closed.Contains(one.Id) && came.Contains(one.Blob)))];
        var ids = inside.Select(one => one.Id).ToList();
        var withheld = (await db.Records.Where(r => r.CaseId == file.CaseId && ids.Contains(r.Material) && r.Withheld).Select(r => new { r.Material, r.Locator }).ToListAsync(cancel))
            .ToLookup(r => r.Material, r => r.Locator.At);
        return new(
            await Of(db, file, cancel), [.. inside.Select(one => new OriginalParts(one, [], [.. withheld[one.Id]]))],
            (file.Status == MaterialStatus.Container && inside.Count == 0) || await HoldsUnseen(db, [file, .. inside], cancel), actor.MaySee(file.CaseId, CompartmentKind.CounselsPapers));
    }

    private static async Task<HashSet<Sha256>> Came(VisibleRows db, Material file, CancellationToken cancel) =>
        [.. (await db.Records.Where(r => r.CaseId == file.CaseId && r.Material == file.Id && r.HasAttachments).Select(r => r.Attachments).ToListAsync(cancel)).SelectMany(named => named).Select(one => one.Sha256).OfType<Sha256>()];

    // Whatever was rejected under a name of one of them since it came, and is not here already, stayed in it: in one that came before the container around it, too. What a
    // Mac wrote for itself was given by nobody.
    private static async Task<bool> HoldsUnseen(VisibleRows db, IReadOnlyList<Material> files, CancellationToken cancel)
    {
        var runs = (await db.ImportRuns.Where(run => run.CaseId == files[0].CaseId).ToListAsync(cancel))
            .ConvertAll(run => (run.At, Left: run.Rejected.Where(rejected => rejected.Reason is not ("already-here" or UnpackProcess.OfMac)).ToList()));
        return runs.Exists(run => run.Left.Count > 0) && files.Any(file => Containers.NamesOf(file).Any(name =>
            runs.Where(run => run.At >= file.ReceivedAt).SelectMany(run => run.Left).Any(left => left.Name.StartsWith(name + "/", StringComparison.Ordinal)
                || (left.Name == name && (file.Status == MaterialStatus.Container || left.Reason == Failures.ReaderDied)))));
    }
}
