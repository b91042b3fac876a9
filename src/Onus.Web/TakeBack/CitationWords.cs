using System.Globalization;
using Onus.Content;
using Onus.Domain.Cases;
using Onus.Domain.Charges;

namespace Onus.Web.TakeBack;

/// <summary>A citation in a sentence.</summary>
internal static class CitationWords
{
    /// <summary>"EX-26 speaks against the fact: ...".</summary>
    internal static string Of(ExhibitTie tie, CaseSnapshot snapshot, Texts texts) => texts.Format(
        tie.Bearing == Bearing.Undermines ? "records.take-back-of-against" : "records.take-back-of-for",
        ("number", NumberOf(tie, snapshot)),
        ("fact", snapshot.Facts.FirstOrDefault(fact => fact.Id == tie.Fact)?.Sentence ?? ""));

    /// <summary>The number of its exhibit, without grouping.</summary>
    internal static string NumberOf(ExhibitTie tie, CaseSnapshot snapshot) =>
        snapshot.Exhibits.FirstOrDefault(exhibit => exhibit.Id == tie.Exhibit)?.Number.ToString(CultureInfo.InvariantCulture) ?? "";
}
