using Onus.Domain.Law;

namespace Onus.Domain.Tests.Law;

/// <summary>Short hands for a small invented law.</summary>
internal static class Laws
{
    public static readonly IReadOnlyList<LawSource> Sources = [new("A book", "", "all of it")];

    public static readonly EvidenceTopic Topic = new("papers", "Papers", ["the register"], ["take the original"]);

    public static Leaf Leaf(string id, LeafKind kind = LeafKind.Required) => new()
    {
        Id = "zz.act." + id,
        Text = "That " + id,
        Kind = kind,
        Presumption = kind == LeafKind.Presumed ? "It is presumed" : null,
        About = LeafAbout.Person,
        Evidence = [Topic],
    };

    public static Group All(string id, params Element[] of) => Group(GroupRule.All, id, of);

    public static Group Any(string id, params Element[] of) => Group(GroupRule.Any, id, of);

    public static Group Group(GroupRule rule, string id, params Element[] of) => new()
    {
        Id = id.Length == 0 ? "zz.act" : "zz.act." + id,
        Text = "Group " + id,
        Rule = rule,
        Of = of,
    };

    public static Reference Ref(string id) => new() { Id = "zz.act." + id, Text = "" };

    public static Offence Offence(params Element[] of) => new()
    {
        Id = "zz.act",
        Citation = "Act, section 1",
        Title = "The act",
        Validity = new Validity(new DateOnly(2020, 1, 1), null, LawConfidence.Memory),
        Unit = ChargeUnit.PerSurvivorPerDefendant,
        Elements = All("", of),
        Penalty = "A year",
        Confidence = LawConfidence.Memory,
        Review = LawReview.None,
        Sources = Sources,
    };

    public static LawPack Pack(params Offence[] offences) => new()
    {
        Country = "zz",
        Title = "Somewhere",
        Language = "en",
        Review = LawReview.None,
        Terms = new LawTerms(SurvivorTerm.Survivor, SurvivorTerm.Complainant),
        Consent = "Never counts",
        Sources = Sources,
        Offences = offences,
    };

    public static LawPacks Packs(params Offence[] offences) => new([Pack(offences)]);

    public static Offence Valid(this Offence offence, DateOnly from, DateOnly? to) => offence with { Validity = new Validity(from, to, LawConfidence.Memory) };
}
