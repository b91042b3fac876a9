using Onus.Casework.Documents;
using Onus.Content;
using Onus.Domain.Cases;

namespace Onus.Casework.Papers;

/// <summary>What every paper of a case has in common: its case, its day, and that it is practice.</summary>
internal static class PaperFrame
{
    /// <summary>The document around some blocks.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="blocks">What it says.</param>
    /// <param name="of">The case.</param>
    /// <param name="now">The time.</param>
    /// <param name="texts">The screen texts.</param>
    /// <param name="court">The words of a paper that is filed; null for one that stays in the office.</param>
    /// <param name="names">The names of survivors, which no paper tells.</param>
    /// <param name="header">What stands at the head of every page; null for nothing.</param>
    internal static PrintDocument Of(string title, IReadOnlyList<PrintBlock> blocks, Case of, DateTimeOffset now, Texts texts, PaperNames names, CourtWords? court, string? header) =>
        names.Off(new(title, texts.Language.Code, blocks)
        {
            RightToLeft = texts.Language.RightToLeft,
            Meta =
            [
                texts.Format("paper.case", ("case", court?.Say(of.Title) ?? of.Title), ("ref", of.Ref)),
                texts.Format("paper.day", ("day", of.Today ?? DateOnly.FromDateTime(now.UtcDateTime))),
            ],
            Header = (header, of.Practice ? texts["paper.practice"] : null) switch
            {
                (null, var practice) => practice,
                (var own, null) => own,
                (var own, var practice) => own + " " + practice + ".",
            },
            Footer = texts["paper.footer"],
        });

    /// <summary>The line that says how many of a list are shown; none where it is whole.</summary>
    internal static IEnumerable<PrintBlock> Shown(int shown, int total, Texts texts) =>
        shown < total ? [new PrintNote(texts.Format("paper.shown", ("shown", shown), ("total", total)))] : [];
}
