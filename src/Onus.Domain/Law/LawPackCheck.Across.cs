using System.Globalization;

namespace Onus.Domain.Law;

/// <content>What must hold between the offences of a pack and between the texts of one offence.</content>
public static partial class LawPackCheck
{
    private static void Across(List<LawFault> faults, LawPack pack)
    {
        for (var i = 0; i < pack.Offences.Count; i++)
        {
            var (offence, path) = (pack.Offences[i], string.Create(CultureInfo.InvariantCulture, $"offences[{i}]"));
            // Said at the element that closes the circle, not at every offence on it.
            foreach (var (element, at) in Places(offence, path))
            {
                if (element is OffenceElement { OffenceId: not OffenceElement.Same } other && LeadsTo(pack, other.OffenceId, offence.Id, []))
                {
                    faults.Add(Fault(at + ".offence", "law.offence-circle", ("id", other.OffenceId), ("offence", offence.Id)));
                }

                if (element is not Reference && pack.Offences.Take(i).Where(earlier => earlier.Id == offence.Id)
                    .Select(earlier => earlier.Find(element.Id)).FirstOrDefault(same => same is not null && same.GetType() != element.GetType()) is not null)
                {
                    faults.Add(Fault(at, "law.id-means-another", ("id", element.Id)));
                }
            }
        }
    }

    private static bool LeadsTo(LawPack pack, string from, string sought, HashSet<string> visited) => from == sought
        || (visited.Add(from) && pack.Offences.Where(offence => offence.Id == from)
            .SelectMany(offence => offence.AllElements()).OfType<OffenceElement>()
            .Any(next => next.OffenceId != OffenceElement.Same && LeadsTo(pack, next.OffenceId, sought, visited)));

    private static void Modes(List<LawFault> faults, LawPack pack)
    {
        for (var i = 0; i < pack.Modes.Count; i++)
        {
            var (mode, path) = (pack.Modes[i], string.Create(CultureInfo.InvariantCulture, $"modes[{i}]"));
            if (!Dotted().IsMatch(mode.Id) || mode.Id.Split('.') is not [var country, _] || country != pack.Country || pack.Offences.Any(offence => offence.Id == mode.Id))
            {
                faults.Add(Fault(path + ".id", "law.mode-id", ("id", mode.Id), ("country", pack.Country)));
            }

            if (pack.Modes.Take(i).Any(other => other.Id == mode.Id))
            {
                faults.Add(Fault(path + ".id", "law.id-twice", ("id", mode.Id)));
            }

            if (mode.Validity.To < mode.Validity.From)
            {
                faults.Add(Fault(path + ".valid", "law.validity-backwards", ("id", mode.Id)));
            }

            NotBlank(faults, path + ".citation", mode.Citation);
            NotBlank(faults, path + ".title", mode.Title);
            Sources(faults, path + ".sources", mode.Sources);
            for (var j = 0; j < mode.Offences.Count; j++)
            {
                if (pack.Offences.All(offence => offence.Id != mode.Offences[j]))
                {
                    faults.Add(Fault(string.Create(CultureInfo.InvariantCulture, $"{path}.offences[{j}]"), "law.no-such-offence", ("id", mode.Offences[j])));
                }
            }

            // A mode is checked as the offence that it would be if it were one.
            var alone = new Offence
            {
                Id = mode.Id,
                Citation = mode.Citation,
                Title = mode.Title,
                Validity = mode.Validity,
                Unit = ChargeUnit.PerDefendant,
                Elements = mode.Elements,
                Penalty = "",
                Confidence = mode.Confidence,
                Review = LawReview.None,
                Sources = mode.Sources,
            };
            new Walk(faults, pack, alone, new HashSet<string>(StringComparer.Ordinal) { mode.Id }, new HashSet<string>(StringComparer.Ordinal), isMode: true)
                .Visit(mode.Elements, path + ".elements", parent: null);
        }
    }

    private static void Clocks(List<LawFault> faults, string path, Offence offence)
    {
        for (var i = 0; i < offence.Clocks.Count; i++)
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"{path}.limitation-clocks[{i}]");
            NotBlank(faults, at + ".source", offence.Clocks[i].Source);
            if (offence.Clocks[i].Years is < 1 or > 200)
            {
                faults.Add(Fault(at + ".years", "law.clock-years", ("id", offence.Id)));
            }
        }
    }

    private static void OtherOffence(List<LawFault> faults, LawPack pack, OffenceElement element, string path, bool isMode)
    {
        if (isMode != (element.OffenceId == OffenceElement.Same))
        {
            faults.Add(Fault(path + ".offence", isMode ? "law.mode-other-offence" : "law.same-outside-mode", ("id", element.Id)));
        }
        else if (isMode ? element.By != CommittedBy.Another : pack.Offences.All(other => other.Id != element.OffenceId))
        {
            faults.Add(isMode ? Fault(path, "law.mode-by-another", ("id", element.Id)) : Fault(path + ".offence", "law.no-such-offence", ("id", element.OffenceId)));
        }
    }

    // The elements of an offence with their places, as the check of one offence counts them.
    private static IEnumerable<(Element Element, string Path)> Places(Offence offence, string path) =>
        Below(offence.Elements, path + ".elements", isRoot: true)
            .Concat(offence.Aggravators.SelectMany((aggravator, i) =>
                Below(aggravator.Elements, string.Create(CultureInfo.InvariantCulture, $"{path}.aggravators[{i}].elements"), isRoot: true)))
            .Concat(offence.Conditions.Select((condition, i) => ((Element)condition, string.Create(CultureInfo.InvariantCulture, $"{path}.conditions[{i}]"))));

    private static IEnumerable<(Element Element, string Path)> Below(Element element, string path, bool isRoot = false)
    {
        if (!isRoot)
        {
            yield return (element, path);
        }

        if (element is not Group group)
        {
            yield break;
        }

        var key = group.Rule switch { GroupRule.All => "all", GroupRule.Any => "any", _ => "of" };
        foreach (var below in group.Of.SelectMany((part, i) => Below(part, string.Create(CultureInfo.InvariantCulture, $"{path}.{key}[{i}]"))))
        {
            yield return below;
        }
    }
}
