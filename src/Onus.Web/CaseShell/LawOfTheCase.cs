using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.Law;

namespace Onus.Web.CaseShell;

/// <summary>The words of the law for what facts are tied to, in the version under which each tie is read.</summary>
public static class LawOfTheCase
{
    /// <summary>What the element of a tie says, in the pack's words, those of another version where its own has no such element; its id where no pack knows it.</summary>
    public static string TextOf(this LawPacks law, FactTie tie, CaseSnapshot of)
    {
        ArgumentNullException.ThrowIfNull(tie);
        return TieLaw.Of(tie, of, law)
            .Concat(law.Packs.SelectMany(pack => pack.Offences).Where(offence => offence.Id == tie.OffenceId).OrderByDescending(offence => offence.Validity.From))
            .Select(offence => offence.Find(tie.LeafId)?.Text).FirstOrDefault(text => text is not null) ?? tie.LeafId;
    }

    /// <summary>How a charge cites the offence of a tie; several versions where counts of several times use it; its id where no pack knows it.</summary>
    public static string CitationOf(this LawPacks law, FactTie tie, CaseSnapshot of)
    {
        ArgumentNullException.ThrowIfNull(tie);
        return TieLaw.Of(tie, of, law).Select(offence => offence.Citation).Distinct(StringComparer.Ordinal).ToList() is [_, ..] cited ? string.Join("; ", cited) : tie.OffenceId;
    }
}
