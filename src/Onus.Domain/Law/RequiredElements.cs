namespace Onus.Domain.Law;

/// <summary>What of an offence has to be proved.</summary>
public static class RequiredElements
{
    /// <summary>
    /// The parts of an offence that each have to be proved, each once: a choice between several ways counts as one, and so does what proof of something else makes
    /// unnecessary or what needs several sources together. What is only pleaded does not count.
    /// </summary>
    public static IEnumerable<Element> Required(this Offence offence)
    {
        ArgumentNullException.ThrowIfNull(offence);
        return offence.Elements.Of.SelectMany(Parts).DistinctBy(element => element.Id);

        IEnumerable<Element> Parts(Element element) => element switch
        {
            Reference elsewhere => Parts(offence.Find(elsewhere.Id)!),
            Group { Rule: GroupRule.All, NotRequiredWhen: null, Corroboration: null } all => all.Of.SelectMany(Parts),
            Leaf { Kind: LeafKind.PleadedOnly } => [],
            _ => [element],
        };
    }
}
