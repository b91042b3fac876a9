using Microsoft.EntityFrameworkCore;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.People;

/// <summary>What the acts about people look up.</summary>
internal static class CasePeople
{
    /// <summary>Every name that the records and the answers about files of a case write.</summary>
    public static async Task<IReadOnlyList<string>> RecordedNames(UnitOfWork work, CaseId id, CancellationToken cancel)
    {
        var names = await work.Db.RecordNames.Where(n => n.CaseId == id).Select(n => n.Name).Distinct().ToListAsync(cancel);
        var files = await work.Db.Materials.Where(m => m.CaseId == id).Select(m => new { m.From, m.ScopePeople }).ToListAsync(cancel);
        return [.. names.Union(files.Select(f => f.From)).Union(files.SelectMany(f => f.ScopePeople)).Where(name => name.Length > 0)];
    }

    /// <summary>Whether a record names somebody by exactly this.</summary>
    public static Task<bool> AreNamed(UnitOfWork work, CaseId id, string name, CancellationToken cancel) =>
        work.Db.RecordNames.AnyAsync(n => n.CaseId == id && n.Name == name, cancel);

    /// <summary>
    /// The name under which what each exhibit cites was written: its sender's, or that of whom its file is from where the record has none. A payment comes from
    /// who keeps the account, whoever is named in it, and the name over a comment says nothing. Exhibits without such a name are left out.
    /// </summary>
    public static async Task<IReadOnlyDictionary<ExhibitId, string>> WrittenAs(UnitOfWork work, CaseId id, CancellationToken cancel)
    {
        var exhibits = await work.Db.Exhibits.Where(e => e.CaseId == id && e.Record != null).ToListAsync(cancel);
        var cited = exhibits.Select(e => e.Record!).Distinct().ToList();
        var records = (await work.Db.Records.Where(r => r.CaseId == id && cited.Contains(r.Id)).Select(r => new { r.Id, r.Kind, r.Sender }).ToListAsync(cancel)).ToDictionary(r => r.Id);
        var files = (await work.Db.Materials.Where(m => m.CaseId == id && m.FromPerson == null).Select(m => new { m.Id, m.From }).ToListAsync(cancel)).ToDictionary(m => m.Id, m => m.From);
        var names = new Dictionary<ExhibitId, string>();
        foreach (var exhibit in exhibits)
        {
            var record = records.GetValueOrDefault(exhibit.Record!.Value);
            var tells = record is null ? TellsOf.Sender : Families.About(record.Kind).Tells;
            if (record is { Kind: RecordKind.Comment })
            {
                continue;
            }

            var name = (tells == TellsOf.Giver ? null : record?.Sender) ?? (exhibit.Material is { } file ? files.GetValueOrDefault(file) : null);
            if (!string.IsNullOrEmpty(name))
            {
                names.Add(exhibit.Id, name);
            }
        }

        return names;
    }
}
