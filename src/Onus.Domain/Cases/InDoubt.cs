using Onus.Domain.Evidence;
using Onus.Domain.Shared;

namespace Onus.Domain.Cases;

/// <summary>What rests on words of which the file itself leaves open who wrote them: these, and all that relies on them, which is worth no more.</summary>
public static class InDoubt
{
    /// <summary>Those of a case. Linear in exhibits and links.</summary>
    public static IReadOnlySet<ExhibitId> Exhibits(CaseSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var doubted = snapshot.InDoubt.Select(doubt => doubt.Exhibit).ToHashSet();
        if (doubted.Count == 0)
        {
            return doubted;
        }

        var relied = new ReliedOn(snapshot.Exhibits);
        return snapshot.Exhibits.Where(exhibit => relied.By(exhibit).Any(under => doubted.Contains(under.Id))).Select(exhibit => exhibit.Id).ToHashSet();
    }
}
