using System.Globalization;
using System.Text.RegularExpressions;
using Onus.Domain.Shared;

namespace Onus.Domain.Law;

/// <summary>Something wrong in a law pack.</summary>
/// <param name="Path">Place in the pack, from its root: <c>offences[2].elements.all[0].text</c>; empty for the pack as a whole.</param>
/// <param name="Why">What is wrong, as a key of <c>languages/*/law.yaml</c>.</param>
public sealed record LawFault(string Path, Error Why);

/// <summary>
/// What a pack must satisfy to be compiled into a proof. Every fault is found, not only the first; a pack with faults is not used at all,
/// so that no answer rests on half a law. A burden on the defence can't be expressed in the model; the reader of the files refuses it.
/// </summary>
public static partial class LawPackCheck
{
    /// <summary>All faults of a pack, in the order of its text.</summary>
    public static IReadOnlyList<LawFault> Of(LawPack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        var faults = new List<LawFault>();
        if (!Segment().IsMatch(pack.Country))
        {
            faults.Add(Fault("country", "law.id-form", ("id", pack.Country)));
        }

        if (!LanguageTag().IsMatch(pack.Language))
        {
            faults.Add(Fault("language", "law.language", ("language", pack.Language)));
        }

        NotBlank(faults, "title", pack.Title);
        NotBlank(faults, "consent", pack.Consent);
        if (pack.Currency is { } currency && !(currency.Length == 3 && currency.All(char.IsAsciiLetterUpper)))
        {
            faults.Add(Fault("currency", "law.currency", ("currency", currency)));
        }

        Review(faults, "status", pack.Review);
        Sources(faults, "sources", pack.Sources);
        for (var i = 0; i < pack.Offences.Count; i++)
        {
            var offence = pack.Offences[i];
            var path = string.Create(CultureInfo.InvariantCulture, $"offences[{i}]");
            for (var j = 0; j < i; j++)
            {
                if (pack.Offences[j].Id == offence.Id && pack.Offences[j].Validity.Overlaps(offence.Validity))
                {
                    faults.Add(Fault(path + ".valid", "law.versions-overlap", ("id", offence.Id)));
                    break;
                }
            }

            Check(faults, path, pack, offence);
        }

        Across(faults, pack);
        Modes(faults, pack);
        return faults;
    }

    private static void Check(List<LawFault> faults, string path, LawPack pack, Offence offence)
    {
        if (!Dotted().IsMatch(offence.Id) || offence.Id.Split('.') is not [var country, _] || country != pack.Country)
        {
            faults.Add(Fault(path + ".id", "law.offence-id", ("id", offence.Id), ("country", pack.Country)));
        }

        if (offence.Validity.To < offence.Validity.From)
        {
            faults.Add(Fault(path + ".valid", "law.validity-backwards", ("id", offence.Id)));
        }

        NotBlank(faults, path + ".citation", offence.Citation);
        NotBlank(faults, path + ".title", offence.Title);
        NotBlank(faults, path + ".penalty", offence.Penalty);
        Review(faults, path + ".status", offence.Review);
        Sources(faults, path + ".sources", offence.Sources);
        Clocks(faults, path, offence);
        var seen = new HashSet<string>(StringComparer.Ordinal) { offence.Id };
        var needed = new HashSet<string>(StringComparer.Ordinal);
        var walk = new Walk(faults, pack, offence, seen, needed);
        walk.Visit(offence.Elements, path + ".elements", parent: null);
        for (var i = 0; i < offence.Aggravators.Count; i++)
        {
            var aggravator = offence.Aggravators[i];
            var at = string.Create(CultureInfo.InvariantCulture, $"{path}.aggravators[{i}]");
            walk.Id(aggravator.Id, at + ".id");
            NotBlank(faults, at + ".text", aggravator.Text);
            NotBlank(faults, at + ".penalty", aggravator.Penalty);
            if (aggravator.FloorYears is < 1 or > 200)
            {
                faults.Add(Fault(at + ".floor-years", "law.floor-years", ("id", aggravator.Id)));
            }

            walk.Visit(aggravator.Elements, at + ".elements", parent: null);
        }

        for (var i = 0; i < offence.Conditions.Count; i++)
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"{path}.conditions[{i}]");
            walk.Visit(offence.Conditions[i], at, parent: null);
            if (!needed.Contains(offence.Conditions[i].Id))
            {
                faults.Add(Fault(at, "law.condition-unused", ("id", offence.Conditions[i].Id)));
            }
        }
    }

    private sealed class Walk(List<LawFault> faults, LawPack pack, Offence offence, HashSet<string> seen, HashSet<string> needed, bool isMode = false)
    {
        public void Id(string id, string path)
        {
            if (!Dotted().IsMatch(id) || !id.StartsWith(offence.Id + ".", StringComparison.Ordinal))
            {
                faults.Add(Fault(path, "law.element-id", ("id", id), ("offence", offence.Id)));
            }

            if (!seen.Add(id))
            {
                faults.Add(Fault(path, "law.id-twice", ("id", id)));
            }
        }

        public void Visit(Element element, string path, Group? parent)
        {
            if (element is Reference reference)
            {
                Refer(reference, path + ".ref");
                return;
            }

            // The root of an offence carries the offence's own id.
            if (element.Id != offence.Id || parent is not null)
            {
                Id(element.Id, path);
                NotBlank(faults, path + ".text", element.Text);
            }

            if (element.NotRequiredWhen is { } leafId)
            {
                needed.Add(leafId);
                if (leafId == element.Id || offence.Find(leafId) is not Leaf condition)
                {
                    faults.Add(Fault(path + ".not-required-when", "law.no-such-leaf", ("id", leafId)));
                }
                else if (HoldsUnproved(condition))
                {
                    faults.Add(Fault(path + ".not-required-when", "law.defence-as-alternative", ("id", leafId)));
                }
            }

            if (element.Corroboration is { } rule && (rule.MinOrigins is < 0 or > 3 || rule.MinNonVictim < 0 || (rule.MinOrigins == 0 && rule.MinNonVictim == 0)))
            {
                faults.Add(Fault(path + ".corroboration", "law.corroboration", ("id", element.Id)));
            }

            switch (element)
            {
                case Leaf leaf:
                    CheckLeaf(leaf, path);
                    break;
                case Group group:
                    CheckGroup(group, path);
                    break;
                case OffenceElement other:
                    OtherOffence(faults, pack, other, path, isMode);
                    break;
            }
        }

        private void CheckLeaf(Leaf leaf, string path)
        {
            if (!leaf.PerDefendant && leaf.About == LeafAbout.Unsaid)
            {
                faults.Add(Fault(path, "law.whose-leaf", ("id", leaf.Id)));
            }

            if (leaf.Kind == LeafKind.Presumed != !string.IsNullOrWhiteSpace(leaf.Presumption))
            {
                faults.Add(Fault(path, "law.presumption", ("id", leaf.Id)));
            }

            for (var i = 0; i < leaf.Hints.Count; i++)
            {
                var hint = leaf.Hints[i];
                var at = string.Create(CultureInfo.InvariantCulture, $"{path}.hints[{i}]");
                NotBlank(faults, at + ".text", hint.Text);
                if (hint.Instead == leaf.Id || (offence.Find(hint.Instead) is null && pack.Offences.All(other => other.Id != hint.Instead)))
                {
                    faults.Add(Fault(at + ".instead", "law.no-such-element", ("id", hint.Instead)));
                }
            }
        }

        private void CheckGroup(Group group, string path)
        {
            var key = group.Rule switch { GroupRule.All => "all", GroupRule.Any => "any", _ => "of" };
            var proved = group.Of.Count(part => Resolve(part) is not Leaf { Kind: LeafKind.PleadedOnly });
            if (proved == 0)
            {
                faults.Add(Fault(path, "law.group-empty", ("id", group.Id)));
            }

            if (group.Rule == GroupRule.AtLeast && (group.AtLeast < 1 || group.AtLeast > proved))
            {
                faults.Add(Fault(path + ".at-least", "law.at-least", ("id", group.Id), ("parts", proved)));
            }

            for (var i = 0; i < group.Of.Count; i++)
            {
                var part = group.Of[i];
                var at = string.Create(CultureInfo.InvariantCulture, $"{path}.{key}[{i}]");
                var here = part is Reference ? at + ".ref" : at;
                // Two parts of one id that are no references are two elements of one id, and found as such.
                if (group.Of.Take(i).Any(other => other.Id == part.Id && (other is Reference || part is Reference)))
                {
                    faults.Add(Fault(here, "law.id-twice", ("id", part.Id)));
                }

                if (group.Rule != GroupRule.All && HoldsUnproved(part))
                {
                    faults.Add(Fault(here, "law.defence-as-alternative", ("id", part.Id)));
                }

                Visit(part, at, group);
            }
        }

        private Element? Resolve(Element part) => part is Reference ? offence.Find(part.Id) : part;

        /// <summary>
        /// Whether an element holds while nobody proves, raises or rebuts anything: it would make every alternative to it unnecessary.
        /// </summary>
        private bool HoldsUnproved(Element element, params IReadOnlyList<Element> above) => Resolve(element) switch
        {
            Leaf leaf => leaf.Kind is LeafKind.Presumed or LeafKind.DefenceNegated,
            // A circle of references is a fault of its own.
            Group group when !above.Contains(group, ReferenceEqualityComparer.Instance) =>
                group.Of.Where(part => Resolve(part) is not Leaf { Kind: LeafKind.PleadedOnly }).ToList() is { Count: > 0 } parts
                && parts.Count(part => HoldsUnproved(part, [.. above, group])) >= (group.Rule == GroupRule.All ? parts.Count : Math.Max(1, group.AtLeast)),
            _ => false,
        };

        private void Refer(Reference reference, string path)
        {
            needed.Add(reference.Id);
            if (offence.Find(reference.Id) is not { } target || target.Id == offence.Id)
            {
                faults.Add(Fault(path, "law.no-such-element", ("id", reference.Id)));
            }
            else if (Reaches(target, reference.Id, []))
            {
                faults.Add(Fault(path, "law.reference-circle", ("id", reference.Id)));
            }
        }

        // Whether following the references below an element leads back to the sought one.
        private bool Reaches(Element from, string sought, HashSet<string> visited) =>
            from.WithDescendants().OfType<Reference>().Any(reference =>
                reference.Id == sought
                || (visited.Add(reference.Id) && offence.Find(reference.Id) is { } next && Reaches(next, sought, visited)));
    }

    private static void Review(List<LawFault> faults, string path, LawReview review)
    {
        var signed = !string.IsNullOrWhiteSpace(review.By) && review.On is not null;
        var anything = review.By is not null || review.On is not null;
        if (review.Status == LawStatus.Reviewed ? !signed : anything)
        {
            faults.Add(Fault(path, "law.review"));
        }
    }

    private static void Sources(List<LawFault> faults, string path, IReadOnlyList<LawSource> sources)
    {
        if (sources.Count == 0)
        {
            faults.Add(Fault(path, "law.no-sources"));
        }

        for (var i = 0; i < sources.Count; i++)
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]");
            NotBlank(faults, at + ".title", sources[i].Title);
            NotBlank(faults, at + ".read", sources[i].Read);
        }
    }

    private static void NotBlank(List<LawFault> faults, string path, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            faults.Add(Fault(path, "law.blank", ("key", path[(path.LastIndexOf('.') + 1)..])));
        }
    }

    private static LawFault Fault(string path, string key, params IReadOnlyList<(string, ErrorValue)> values) => new(path, Error.Invalid(key, values));

    [GeneratedRegex("^[a-z][a-z0-9]*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Segment();

    [GeneratedRegex("^[a-z][a-z0-9]*([.][a-z0-9]+(-[a-z0-9]+)*)+$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Dotted();

    [GeneratedRegex("^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LanguageTag();
}
