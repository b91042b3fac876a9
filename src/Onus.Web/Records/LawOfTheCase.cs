using Onus.Domain.Law;

namespace Onus.Web.Records;

/// <summary>The words of the law for its elements.</summary>
public static class LawOfTheCase
{
    /// <summary>What an element says, in the pack's words; its id where no pack knows it.</summary>
    public static string TextOf(this LawPacks law, string offenceId, string leafId)
    {
        ArgumentNullException.ThrowIfNull(law);
        return law.Packs.SelectMany(p => p.Offences).Where(o => o.Id == offenceId).Select(o => o.Find(leafId)?.Text).FirstOrDefault(t => t is not null) ?? leafId;
    }
}
