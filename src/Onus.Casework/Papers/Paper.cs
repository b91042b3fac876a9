using Onus.Casework.Documents;
using Onus.Domain.Cases;
using Onus.Store.Content;

namespace Onus.Casework.Papers;

/// <summary>What every paper of a case has in common: its case, its day, and that it is practice.</summary>
internal static class Paper
{
    /// <summary>The document around some blocks.</summary>
    internal static PrintDocument Of(string title, IReadOnlyList<PrintBlock> blocks, Case of, DateTimeOffset now, Texts texts) =>
        new(title, texts.Language.Code, blocks)
        {
            RightToLeft = texts.Language.RightToLeft,
            Meta =
            [
                texts.Format("paper.case", ("case", of.Title), ("ref", of.Ref)),
                texts.Format("paper.day", ("day", of.Today ?? DateOnly.FromDateTime(now.UtcDateTime))),
            ],
            Header = of.Practice ? texts["paper.practice"] : null,
            Footer = texts["paper.footer"],
        };
}
