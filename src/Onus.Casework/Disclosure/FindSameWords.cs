using Microsoft.EntityFrameworkCore;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Database;

namespace Onus.Casework.Disclosure;

/// <summary>
/// Where the words of a record that may be privileged stand once more, and nobody marked them: the same conversation on another phone, the same paper from somebody else.
/// A mark holds for one record of one file; what else it is to hold for, a person says.
/// </summary>
public sealed class FindSameWords(OnusStore store)
{
    // Two people say yes to each other without being advised.
    private const int Shortest = 12;

    /// <summary>A record with the same words.</summary>
    /// <param name="Record">The record.</param>
    /// <param name="File">Its file.</param>
    public sealed record Same(Sha256 Record, Material File);

    /// <summary>Looks for them.</summary>
    /// <param name="reference">Short name of the case.</param>
    /// <param name="record">The record.</param>
    /// <param name="actor">Who looks. From whom its words are kept, to them it is not said where else they stand.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>By file and place; none of a record that is not marked; <c>cases.not-found</c>.</returns>
    public Task<Result<IReadOnlyList<Same>>> Handle(string reference, Sha256 record, Actor actor, CancellationToken cancel)
    {
        return store.See<IReadOnlyList<Same>>(reference, actor, async (work, found) =>
        {
            var row = await work.Db.Records.FirstOrDefaultAsync(r => r.CaseId == found.Id && r.Id == record, cancel);
            if (row is not { Marks.Privileged: true, Withheld: false, Text.Length: >= Shortest })
            {
                return Array.Empty<Same>();
            }

            var same = await work.Db.Records.Current().Where(r => r.CaseId == found.Id && r.Text == row.Text && r.Id != record).Select(r => new { r.Id, r.Material, r.Sequence, r.Marks }).ToListAsync(cancel);
            var files = await work.Db.Materials.Where(file => file.CaseId == found.Id).ToDictionaryAsync(file => file.Id, cancel);
            return same.Where(one => !one.Marks.Privileged).OrderBy(one => files[one.Material].Title, StringComparer.Ordinal).ThenBy(one => one.Sequence).Select(one => new Same(one.Id, files[one.Material])).ToList();
        }, cancel);
    }
}
