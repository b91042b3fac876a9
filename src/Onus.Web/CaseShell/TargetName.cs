using Onus.Content;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.Law;

namespace Onus.Web.CaseShell;

/// <summary>What a challenge is aimed at, or an answer rests on, in the words of the screen.</summary>
internal static class TargetName
{
    /// <summary>The words; "something that is not there any more" for what was removed.</summary>
    internal static string Of(Target target, CaseSnapshot snapshot, LawPacks law, Texts texts)
    {
        var gone = texts["challenges.gone"];
        return target.Kind switch
        {
            TargetKind.Foundation => snapshot.Foundations.FirstOrDefault(f => f.Id.Value == target.Id)?.Label ?? gone,
            TargetKind.Exhibit or TargetKind.Admission => snapshot.Exhibits.FirstOrDefault(e => e.Id.Value == target.Id) is { } exhibit
                ? Exhibit(exhibit)
                : gone,
            TargetKind.Fact => snapshot.Facts.FirstOrDefault(f => f.Id.Value == target.Id)?.Sentence ?? gone,
            TargetKind.ExhibitTie => snapshot.ExhibitTies.FirstOrDefault(t => t.Id.Value == target.Id) is { } tie
                ? texts.Format(
                    tie.Bearing == Bearing.Undermines ? "challenges.against" : "challenges.tie",
                    ("exhibit", Of(new Target(TargetKind.Exhibit, tie.Exhibit.Value), snapshot, law, texts)),
                    ("fact", Of(new Target(TargetKind.Fact, tie.Fact.Value), snapshot, law, texts)))
                : gone,
            TargetKind.FactTie => snapshot.FactTies.FirstOrDefault(t => t.Id.Value == target.Id) is { } tie
                ? texts.Format(
                    "challenges.fact-tie",
                    ("fact", snapshot.Facts.FirstOrDefault(f => f.Id == tie.Fact)?.Sentence ?? gone),
                    ("leaf", law.TextOf(tie, snapshot)))
                : gone,
            TargetKind.Element => snapshot.Counts.FirstOrDefault(c => c.Id.Value == target.Id) is { } count ? Element(count, target.Leaf, law, texts)
                : snapshot.WithdrawnCounts.FirstOrDefault(c => c.Id.Value == target.Id) is { } withdrawn
                    ? texts.Format("challenges.of-withdrawn", ("target", Element(withdrawn, target.Leaf, law, texts)))
                : gone,
            TargetKind.Challenge => snapshot.Challenges.FirstOrDefault(c => c.Id.Value == target.Id)?.Text ?? gone,
            _ => gone,
        };
    }

    // Nine passages of one file have one title: each is told by its own words.
    private static string Exhibit(Domain.Evidence.Exhibit exhibit)
    {
        const int Long = 60;
        var words = exhibit.Quote.Length <= Long ? exhibit.Quote : exhibit.Quote[..Long].TrimEnd() + " …";
        return words.Length == 0 ? $"EX-{exhibit.Number} {exhibit.Title}" : $"EX-{exhibit.Number} {exhibit.Title}: “{words}”";
    }

    private static string Element(Count count, string? leaf, LawPacks law, Texts texts) =>
        leaf is null ? texts.Format("challenges.whole-count", ("number", count.Number))
        : law.OffenceAt(count.OffenceId, count.From) is { IsOk: true, Value: var offence } && offence.Find(leaf) is { } element
            ? texts.Format("challenges.element", ("number", count.Number), ("leaf", element.Text))
            : texts["challenges.gone"];
}
