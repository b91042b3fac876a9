using Onus.Domain.Charges;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;

namespace Onus.Domain.Cases;

/// <summary>
/// What a decision felled, a sustained ruling struck or an authority does not cover, and whether a change would lift it: by taking it away from under an exhibit, or by
/// another way beside it. Whoever may not rule changes nothing of the kind, by whatever act. What is only added, and needed besides, lifts nothing.
/// </summary>
public sealed class Struck
{
    private readonly Dictionary<FoundationId, Foundation> points;
    private readonly Dictionary<ExhibitId, Exhibit> exhibits;
    private readonly HashSet<Guid> ruled;
    private readonly IReadOnlySet<ExhibitId> outside;
    private readonly Dictionary<Guid, ReadingDifference> open;
    private readonly Dictionary<ExhibitId, bool> down = [];

    /// <summary>Finds what is struck.</summary>
    /// <param name="foundations">The foundations of the case.</param>
    /// <param name="exhibits">The exhibits of the case, as they were before the change.</param>
    /// <param name="challenges">All challenges of the case, whoever may see them.</param>
    /// <param name="files">The files of the case, as they were before the change.</param>
    /// <param name="differences">What is read otherwise than it was cited, as it was before the change.</param>
    public Struck(IEnumerable<Foundation> foundations, IReadOnlyCollection<Exhibit> exhibits, IReadOnlyCollection<Challenge> challenges, IReadOnlyCollection<Material> files, IReadOnlyCollection<ReadingDifference> differences)
    {
        this.exhibits = exhibits.ToDictionary(exhibit => exhibit.Id);
        ruled = [.. challenges.Where(challenge => challenge is { By: ArguedBy.Defence, Ruling: Ruling.Sustained, On.Kind: TargetKind.Foundation or TargetKind.Exhibit or TargetKind.Admission }).Select(challenge => challenge.On.Id)];
        ruled.UnionWith(SamePassage.Of(exhibits, challenges, new Dictionary<ExhibitId, IReadOnlyList<Stretch>>()).Reached.Select(pair => pair.Same.Id.Value));
        outside = OutsideAuthority.Exhibits(files, exhibits, differences);
        open = OutsideAuthority.Of(files, differences).Where(difference => difference.State == DifferenceState.Open).ToDictionary(difference => difference.Id);
        points = foundations.Where(foundation => foundation.Status == FoundationStatus.Fallen || ruled.Contains(foundation.Id.Value)).ToDictionary(foundation => foundation.Id);
    }

    /// <summary>Why an exhibit is not to be changed so.</summary>
    /// <returns><c>exhibits.fallen-counsel</c>, <c>exhibits.struck-counsel</c> where a ruling struck it, <c>exhibits.outside-counsel</c> where an authority does not cover what it relies on; null where nothing is lifted.</returns>
    public Error? Refuse(Exhibit before, Exhibit after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var speakers = after.Origins.Except(before.Origins).Select(origin => origin.Person).OfType<PersonId>().ToHashSet();
        IEnumerable<FoundationId> lifted =
        [
            .. before.Legal.Except(after.Legal),
            .. before.Factual.Except(after.Factual),
            .. IsSame(before.LegalAny, after.LegalAny) ? [] : before.LegalAny.SelectMany(way => way),
            .. IsSame([before.VouchedBy], [after.VouchedBy]) ? [] : before.VouchedBy,
            .. before.DerivedFrom.Where(from => !Stays(from)).SelectMany(from => from.Unless),
            .. before.Grounds.Where(ground => !after.Grounds.Any(other => IsSame([ground.Rests], [other.Rests]) && IsSame(ground.Against, other.Against))).SelectMany(ground => ground.Rests),
            // What a ground stands in for is the word of whose words it is: nobody becomes that whose word has fallen.
            .. after.Grounds.Count == 0 ? [] : before.Factual.Where(id => points.TryGetValue(id, out var point) && point.Person is { } person && speakers.Contains(person)),
        ];
        return lifted.Where(points.ContainsKey).Select(id => points[id]).FirstOrDefault() is { } struck
                ? struck.Status == FoundationStatus.Fallen ? Error.Invalid("exhibits.fallen-counsel", ("name", struck.Label), ("decided", struck.Decided ?? ""), ("number", before.Number))
                    : Error.Invalid("exhibits.struck-counsel", ("number", before.Number))
            : Cut().Any(IsDown) ? Error.Invalid("exhibits.struck-counsel", ("number", before.Number))
            : Cut().Any(outside.Contains) ? Error.Invalid("exhibits.outside-counsel", ("number", before.Number))
            : null;

        IEnumerable<ExhibitId> Cut() => before.DerivedFrom.Where(from => !Stays(from)).Select(from => from.Parent).Concat(before.ReliesOn.Except(after.ReliesOn));
        bool Stays(Derivation from) => after.DerivedFrom.Any(other => other.Parent == from.Parent && IsSame([from.Unless], [other.Unless]));
    }

    /// <summary>Why the answers about a file are not to be changed so: what struck one of them stays under the file, and no further way stands beside it.</summary>
    /// <returns><c>files.fallen-counsel</c>, <c>files.struck-counsel</c>; null where nothing is lifted.</returns>
    public Error? Refuse(Material before, Material after)
    {
        var (were, are) = (SecondWay.Of(before), SecondWay.Of(after));
        IEnumerable<FoundationId> lifted =
        [
            .. were.ToHashSet().SetEquals(are) ? [] : were,
            .. before.Factual.Except(after.Factual),
            .. before.Translated is { } translated && after.Translated != translated ? [translated] : Array.Empty<FoundationId>(),
        ];
        return lifted.Where(points.ContainsKey).Select(id => points[id]).FirstOrDefault() is not { } struck ? null
            : struck.Status == FoundationStatus.Fallen ? Error.Invalid("files.fallen-counsel", ("name", struck.Label), ("decided", struck.Decided ?? ""))
            : Error.Invalid("files.struck-counsel");
    }

    /// <summary>Why exhibits are not to be put together or taken apart so: what one that is kept out shows only with others, the others do not come to show without it.</summary>
    /// <returns><c>facts.together-counsel</c>; null where nothing is lifted.</returns>
    public Error? Refuse(Fact before, Fact after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return !IsSame(before.Together, after.Together) && before.Together.Any(set => set.Any(id => IsDown(id) || outside.Contains(id))) ? Error.Invalid("facts.together-counsel") : null;
    }

    /// <summary>
    /// Why files are not to be read so: what lies outside an authority and waits for counsel is not brought inside it again by widening it, or by reading the passage
    /// otherwise.
    /// </summary>
    /// <param name="gone">Differences that are taken out or replaced.</param>
    /// <param name="instead">Those that are there instead.</param>
    /// <param name="files">The files as they are to stand.</param>
    /// <returns><c>files.outside-counsel</c>; null where nothing is lifted.</returns>
    public Error? Refuse(IEnumerable<ReadingDifference> gone, IEnumerable<ReadingDifference> instead, IEnumerable<Material> files)
    {
        var still = OutsideAuthority.Of(files, instead).Where(difference => difference.State == DifferenceState.Open).Select(difference => difference.Exhibit).ToHashSet();
        return gone.Where(difference => open.ContainsKey(difference.Id) && !still.Contains(difference.Exhibit)).Select(difference => exhibits.GetValueOrDefault(difference.Exhibit)).FirstOrDefault(exhibit => exhibit is not null) is { } lifted
            ? Error.Invalid("files.outside-counsel", ("number", lifted.Number)) : null;
    }

    /// <summary>
    /// Why a foundation is not to be called or to rest otherwise: what was decided or ruled was so of what it says; and whoever is taken off what exhibits rest on
    /// is no longer missed where they do not testify or take their consent back, so that counts would hold without them. To name somebody where nobody stood
    /// takes nobody off.
    /// </summary>
    /// <returns><c>foundations.fallen-counsel</c>, <c>foundations.struck-counsel</c>, <c>foundations.person-counsel</c>; null where none of these holds.</returns>
    public Error? Refuse(Foundation before, Foundation after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var isOther = (before.Person, before.Whose, before.Kind) != (after.Person, after.Whose, after.Kind);
        var isTakenOff = (before.Person is not null && after.Person != before.Person) || (before.Whose is not null && after.Whose != before.Whose);
        return !points.ContainsKey(before.Id) && isTakenOff && exhibits.Values.Where(exhibit => RestsOn(exhibit, before.Id)).MinBy(exhibit => exhibit.Number) is { } resting
                ? Error.Invalid("foundations.person-counsel", ("name", before.Label), ("number", resting.Number))
            : !points.ContainsKey(before.Id) || !isOther ? null
            : before.Status == FoundationStatus.Fallen ? Error.Invalid("foundations.fallen-counsel", ("name", before.Label), ("decided", before.Decided ?? ""))
            : Error.Invalid("foundations.struck-counsel", ("name", before.Label));
    }

    private static bool RestsOn(Exhibit exhibit, FoundationId id) =>
        exhibit.Legal.Concat(exhibit.LegalAny.SelectMany(way => way)).Concat(exhibit.Factual).Concat(exhibit.VouchedBy)
            .Concat(exhibit.Grounds.SelectMany(ground => ground.Rests)).Concat(exhibit.DerivedFrom.SelectMany(from => from.Unless)).Contains(id);

    /// <summary>Whether an exhibit does not stand by what fell or was struck, its own or that of what it came from. A circle is a fault of its own and adds nothing.</summary>
    private bool IsDown(ExhibitId id)
    {
        if (down.TryGetValue(id, out var known) || !exhibits.TryGetValue(id, out var exhibit))
        {
            return known;
        }

        down[id] = false;
        return down[id] = ruled.Contains(id.Value)
            || exhibit.Legal.Concat(exhibit.Factual).Any(points.ContainsKey)
            || (exhibit.LegalAny.Any(way => way.Count > 0) && exhibit.LegalAny.Where(way => way.Count > 0).All(way => way.Any(points.ContainsKey)))
            || (exhibit.VouchedBy.Count > 0 && exhibit.VouchedBy.All(points.ContainsKey))
            || exhibit.DerivedFrom.Any(from => from.Unless.All(points.ContainsKey) && IsDown(from.Parent))
            || exhibit.ReliesOn.Any(IsDown);
    }

    private static bool IsSame<T>(IReadOnlyList<T> one, IReadOnlyList<T> other) => one.ToHashSet().SetEquals(other);

    private static bool IsSame<T>(IReadOnlyList<IReadOnlyList<T>> one, IReadOnlyList<IReadOnlyList<T>> other) =>
        one.Count == other.Count && one.All(set => other.Any(same => IsSame(set, same))) && other.All(set => one.Any(same => IsSame(set, same)));
}
