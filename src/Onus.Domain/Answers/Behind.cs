using Onus.Domain.Evidence;
using Onus.Domain.Law;
using Onus.Domain.People;
using Onus.Domain.Shared;

namespace Onus.Domain.Answers;

/// <summary>What stands behind the exhibits of a case, each thing as a number, so that two exhibits are compared without looking anything up.</summary>
/// <param name="proof">The case.</param>
internal sealed class Behind(CaseProof proof)
{
    private readonly Dictionary<FoundationId, Foundation> foundations = proof.Case.Foundations.ToDictionary(foundation => foundation.Id);
    private readonly Dictionary<ExhibitId, Exhibit> exhibits = proof.Case.Exhibits.ToDictionary(exhibit => exhibit.Id);
    private readonly Dictionary<MaterialId, Material> files = proof.Case.Materials.ToDictionary(file => file.Id);
    private readonly Dictionary<string, PersonId> people = proof.Case.People.ToDictionary(person => ProofId.Of(person.Id), person => person.Id, StringComparer.Ordinal);
    private readonly ReliedOn relied = new(proof.Case.Exhibits);
    private readonly Dictionary<string, int> sources = new(StringComparer.Ordinal);
    private readonly Dictionary<(SharedBy, Guid, string), int> things = [];
    private readonly List<(SharedBy By, Guid Id, string Name)> listed = [];
    private readonly Dictionary<ExhibitId, Marks> known = [];

    /// <summary>An exhibit with its sources and what stands behind it, both in rising order.</summary>
    internal sealed record Marks(Exhibit Exhibit, long[] Sources, long[] Shares);

    /// <summary>The lowest number in both; null for none. Linear, and allocates nothing.</summary>
    internal static long? First(long[] one, long[] other)
    {
        for (int at = 0, with = 0; at < one.Length && with < other.Length;)
        {
            if (one[at] == other[with])
            {
                return one[at];
            }

            _ = one[at] < other[with] ? at++ : with++;
        }

        return null;
    }

    /// <summary>What stands behind one exhibit.</summary>
    internal Marks Of(Exhibit exhibit)
    {
        if (!known.TryGetValue(exhibit.Id, out var marks))
        {
            known[exhibit.Id] = marks = new(
                exhibit,
                [.. proof.SourcesOf(exhibit).Select(source => (long)(sources.TryGetValue(source, out var number) ? number : sources[source] = sources.Count)).Distinct().Order()],
                [.. Things(exhibit).Distinct().Order()]);
        }

        return marks;
    }

    /// <summary>What two exhibits have in common, in full.</summary>
    /// <param name="leaf">The element.</param>
    /// <param name="one">The one with the lower number.</param>
    /// <param name="other">The other.</param>
    /// <param name="share">The number of what they share.</param>
    internal SharedSource Told(Leaf leaf, Exhibit one, Exhibit other, long share)
    {
        var (by, id, name) = listed[(int)(share & int.MaxValue)];
        var told = new SharedSource(leaf, one, other, by);
        switch (by)
        {
            case SharedBy.Exhibit:
                return told with { Behind = exhibits[new(id)] };
            case SharedBy.Foundation or SharedBy.Voucher:
                return told with { Foundation = foundations[new(id)] };
            case SharedBy.File or SharedBy.FileBehind:
                return told with { File = files.GetValueOrDefault(new MaterialId(id)) };
            case SharedBy.Account:
                return told with { Holder = proof.Case.Holders[one.Id] };
            default:
                List<Foundation> first = [.. OfPerson(one, new(id))], second = [.. OfPerson(other, new(id))];
                var both = first.Find(second.Contains);
                return told with { Person = new(id), Foundation = both, OneThrough = both is null ? first.FirstOrDefault() : null, OtherThrough = both is null ? second.FirstOrDefault() : null };
        }
    }

    private IEnumerable<long> Things(Exhibit exhibit)
    {
        // What a report describes is in the report; through what led to a find came the find and nothing of what it says.
        var under = relied.By(exhibit);
        foreach (var from in Roots(exhibit))
        {
            yield return Number(SharedBy.Exhibit, from.Id.Value);
            if (from.Material is { } behind)
            {
                yield return Number(SharedBy.FileBehind, behind.Value);
            }
        }

        if (exhibit.Material is { } file)
        {
            yield return Number(SharedBy.File, file.Value);
        }

        foreach (var foundation in under.SelectMany(part => part.Factual).Where(IsBehind))
        {
            yield return Number(SharedBy.Foundation, foundation.Value);
            yield return Number(SharedBy.Voucher, foundation.Value);
        }

        foreach (var foundation in under.SelectMany(part => part.VouchedBy).Where(IsBehind))
        {
            yield return Number(SharedBy.Voucher, foundation.Value);
        }

        if (proof.Case.Holders.TryGetValue(exhibit.Id, out var holder))
        {
            // Two ways in which files write one person are one holder.
            yield return Spellings.OwnerOf(holder, proof.Case.People) is { } owner
                ? Number(SharedBy.Account, owner.Id.Value)
                : Number(SharedBy.Account, Guid.Empty, FoldedName.KeyOf(holder));
        }

        foreach (var person in Named(exhibit).SelectMany(foundation => new[] { foundation.Person, foundation.Whose }).OfType<PersonId>()
            .Concat(proof.SourcesOf(exhibit).Where(people.ContainsKey).Select(source => people[source])))
        {
            yield return Number(SharedBy.Person, person.Value);
        }
    }

    private IEnumerable<Foundation> OfPerson(Exhibit exhibit, PersonId person) => Named(exhibit).Where(foundation => foundation.Person == person || foundation.Whose == person);

    /// <summary>The foundations of an exhibit and of what it relies on, but for the one of several ways in that it can do without.</summary>
    private IEnumerable<Foundation> Named(Exhibit exhibit) => relied.By(exhibit)
        .SelectMany(part => part.Factual.Concat(part.VouchedBy).Concat(part.Legal).Concat(part.LegalAny.Count > 0 ? part.LegalAny.Aggregate((left, way) => [.. left.Intersect(way)]) : []))
        .Where(IsBehind).Select(id => foundations[id]);

    // An interpreter turns words into another language and adds nothing of their own.
    private bool IsBehind(FoundationId id) => foundations.TryGetValue(id, out var foundation) && foundation.Kind != FoundationKind.Interpreter;

    /// <summary>The exhibit, and all that it came to light through or relies on, however far away. A circle, which the graph reports as a fault, ends.</summary>
    private List<Exhibit> Roots(Exhibit exhibit)
    {
        var (list, seen) = (new List<Exhibit> { exhibit }, new HashSet<ExhibitId> { exhibit.Id });
        for (var at = 0; at < list.Count; at++)
        {
            list.AddRange(list[at].ReliesOn.Concat(list[at].DerivedFrom.Select(from => from.Parent)).Where(seen.Add).Select(id => exhibits.GetValueOrDefault(id)).OfType<Exhibit>());
        }

        return list;
    }

    private long Number(SharedBy by, Guid id, string name = "")
    {
        if (!things.TryGetValue((by, id, name), out var number))
        {
            things[(by, id, name)] = number = listed.Count;
            listed.Add((by, id, name));
        }

        return ((long)by << 32) | (uint)number;
    }
}
