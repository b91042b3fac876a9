using Microsoft.EntityFrameworkCore;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Database;

namespace Onus.Casework.Disclosure;

/// <summary>
/// Where the words of a record that may be privileged stand once more, and nobody marked them: the same conversation on another phone, the same paper from somebody else.
/// Likewise a file that came with it and is kept as one too. A mark holds for one record of one file; what else it is to hold for, a person says.
/// </summary>
public sealed class FindSameWords(OnusStore store)
{
    // Two people say yes to each other without being advised.
    private const int Shortest = 12;

    // What a bank writes of every fee is no advice: whoever sees so many looks at the file.
    private const int Most = 20;

    /// <summary>A record with the same words.</summary>
    /// <param name="Record">The record.</param>
    /// <param name="File">Its file.</param>
    public sealed record Same(Sha256 Record, Material File);

    /// <summary>Looks for them.</summary>
    /// <param name="reference">Short name of the case.</param>
    /// <param name="record">The record.</param>
    /// <param name="actor">Who looks. From whom its words are kept, to them it is not said where else they stand.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>By file and place, the first twenty; none of a record that is not marked; <c>cases.not-found</c>.</returns>
    public Task<Result<IReadOnlyList<Same>>> Handle(string reference, Sha256 record, Actor actor, CancellationToken cancel)
    {
        return store.See<IReadOnlyList<Same>>(reference, actor, async (work, found) =>
        {
            var row = await work.Db.Records.FirstOrDefaultAsync(r => r.CaseId == found.Id && r.Id == record, cancel);
            if (row is not { Marks.Privileged: true, Withheld: false })
            {
                return Array.Empty<Same>();
            }

            var files = await work.Db.Materials.Where(file => file.CaseId == found.Id).ToDictionaryAsync(file => file.Id, cancel);
            var named = row.Attachments.Select(file => file.Sha256).OfType<Sha256>().ToHashSet();
            var came = files.Values.Where(file => named.Contains(file.Blob)).Select(file => file.Id).ToList();
            var words = row.Text is { Length: >= Shortest } text ? text : null;
            var same = await work.Db.Records.Current().Where(r => r.CaseId == found.Id && r.Id != record && ((words != null && r.Text == words) || came.Contains(r.Material)))
                .Select(r => new { r.Id, r.Material, r.Sequence, r.Marks }).ToListAsync(cancel);
            return same.Where(one => !one.Marks.Privileged).OrderBy(one => files[one.Material].Title, StringComparer.Ordinal).ThenBy(one => one.Sequence).Take(Most)
                .Select(one => new Same(one.Id, files[one.Material])).ToList();
        }, cancel);
    }
}
