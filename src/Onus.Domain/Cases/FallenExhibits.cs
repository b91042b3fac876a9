using Onus.Domain.Evidence;
using Onus.Domain.Shared;

namespace Onus.Domain.Cases;

/// <summary>
/// Exhibits that cannot stand whatever else is decided, because a foundation that they cannot do without has fallen. What a challenge without a
/// ruling may fell is not among them. Linear in foundations and links.
/// </summary>
internal static class FallenExhibits
{
    public static HashSet<ExhibitId> Of(CaseSnapshot snapshot)
    {
        var down = snapshot.Foundations.Where(foundation => foundation.Status == FoundationStatus.Fallen).Select(foundation => foundation.Id).ToHashSet();
        // Only a witness can be replaced by a ground: a device or a translation that fell takes the statement along.
        var witnesses = snapshot.Foundations.Where(foundation => foundation.Testimony).Select(foundation => foundation.Id).ToHashSet();
        var exhibits = snapshot.Exhibits.ToDictionary(exhibit => exhibit.Id);
        var (fell, keptOut) = (new Dictionary<ExhibitId, bool>(), new Dictionary<ExhibitId, bool>());
        return down.Count == 0 ? [] : [.. snapshot.Exhibits.Where(IsFallen).Select(exhibit => exhibit.Id)];

        bool IsFallen(Exhibit exhibit) => Once(fell, exhibit, () =>
            IsKeptOut(exhibit)
            || exhibit.Factual.Any(point => down.Contains(point) && !(witnesses.Contains(point) && HasGround(exhibit)))
            || exhibit.ReliesOn.Any(parent => exhibits.TryGetValue(parent, out var under) && IsFallen(under)));

        bool HasGround(Exhibit exhibit) => exhibit.Grounds.Any(ground => ground.Against.Count > 0 && !ground.Rests.Any(down.Contains));

        bool IsKeptOut(Exhibit exhibit) => Once(keptOut, exhibit, () =>
            exhibit.Legal.Any(down.Contains)
            || (exhibit.VouchedBy.Count > 0 && exhibit.VouchedBy.All(down.Contains))
            || (exhibit.LegalAny.Any(way => way.Count > 0) && exhibit.LegalAny.Where(way => way.Count > 0).All(way => way.Any(down.Contains)))
            || exhibit.DerivedFrom.Any(from => exhibits.TryGetValue(from.Parent, out var parent) && IsKeptOut(parent) && from.Unless.All(down.Contains)));

        // A circle is a fault that the graph reports; here it only must end.
        static bool Once(Dictionary<ExhibitId, bool> known, Exhibit exhibit, Func<bool> ask)
        {
            if (!known.TryGetValue(exhibit.Id, out var answer))
            {
                known[exhibit.Id] = false;
                known[exhibit.Id] = answer = ask();
            }

            return answer;
        }
    }
}
