using Microsoft.EntityFrameworkCore;
using Onus.Domain.Shared;
using Onus.Ingest.Contract;
using Onus.Ingest.Reading;
using Onus.Store.Database;

namespace Onus.Casework.Cases;

/// <summary>How many records of each file their reading warns of: what may be lost, what nobody sees in the original, what never came.</summary>
public sealed class MayBeLost
{
    private readonly Dictionary<(MaterialId File, WarningGroup Group), int> counts = [];

    private MayBeLost()
    {
    }

    /// <summary>Records of all files with a warning of a group; one record with two of them is one.</summary>
    public int Count(WarningGroup group) => counts.Where(pair => pair.Key.Group == group).Sum(pair => pair.Value);

    /// <summary>Records of a file with a warning of a group.</summary>
    public int Count(WarningGroup group, MaterialId file) => counts.GetValueOrDefault((file, group));

    /// <summary>The files with a warning of a group.</summary>
    public IReadOnlyList<MaterialId> Files(WarningGroup group) => [.. counts.Keys.Where(key => key.Group == group).Select(key => key.File)];

    /// <summary>Counted where the records lie: what comes back is one row for each file and each different list of warnings.</summary>
    internal static async Task<MayBeLost> Of(VisibleRows db, CaseId id, MaterialId? only, CancellationToken cancel)
    {
        var lost = new MayBeLost();
#pragma warning disable RS0030 // Numbers alone leave.
        var records = db.WholeRecords.Current().Where(r => r.CaseId == id && r.IsWarned);
#pragma warning restore RS0030
        var warned = await (only is { } file ? records.Where(r => r.Material == file) : records)
            .GroupBy(r => new { r.Material, r.Warnings }).Select(g => new { g.Key.Material, g.Key.Warnings, Count = g.Count() }).ToListAsync(cancel);
        foreach (var (alike, group) in warned.SelectMany(alike => WarningGroups.Counted.Where(alike.Warnings.Has).Select(group => (alike, group))))
        {
            lost.counts[(alike.Material, group)] = lost.Count(group, alike.Material) + alike.Count;
        }

        return lost;
    }
}
