using System.Globalization;
using Onus.Casework.Documents;
using Onus.Domain.Shared;
using Onus.Content;

namespace Onus.Casework.Papers;

/// <summary>The papers of a case, whichever there are, by the last part of their address: <c>gap-sheet</c>, or <c>request-3</c> for a numbered one.</summary>
public sealed class CasePapers
{
    private readonly IReadOnlyList<Paper> papers;

    /// <summary>Collects them, in the order of their titles.</summary>
    /// <exception cref="InvalidOperationException">Two papers have one address.</exception>
    public CasePapers(IEnumerable<Paper> papers, Texts texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        this.papers = [.. papers.OrderBy(paper => texts[paper.Title], StringComparer.Ordinal)];
        foreach (var twice in this.papers.GroupBy(paper => paper.Kind, StringComparer.Ordinal).Where(same => same.Skip(1).Any()))
        {
            throw new InvalidOperationException($"{string.Join(" and ", twice.Select(paper => paper.GetType().Name))} are both the paper “{twice.Key}”.");
        }
    }

    /// <summary>The papers that an actor may see, by title.</summary>
    public IEnumerable<Paper> OpenTo(Actor actor, CaseId of) => papers.Where(paper => actor.MaySee(of, paper.In));

    /// <summary>The paper of an address, and its number; null where there is none.</summary>
    public (Paper Paper, int? Number)? At(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (papers.OfType<CasePaper>().FirstOrDefault(paper => paper.Kind == address) is { } one)
        {
            return (one, null);
        }

        return address.LastIndexOf('-') is > 0 and var at && int.TryParse(address.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && papers.OfType<NumberedPaper>().FirstOrDefault(paper => paper.Kind == address[..at]) is { } numbered
            ? (numbered, number)
            : null;
    }

    /// <summary>Makes the paper of an address.</summary>
    /// <param name="reference">Short name of the case.</param>
    /// <param name="address">Last part of its address.</param>
    /// <param name="actor">The actor.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns><c>papers.not-found</c>, and what the paper itself refuses.</returns>
    public async Task<Result<PrintDocument>> Make(string reference, string address, Actor actor, CancellationToken cancel) => At(address) switch
    {
        (CasePaper paper, _) => await paper.Handle(reference, actor, cancel),
        (NumberedPaper paper, { } number) => await paper.Handle(reference, number, actor, cancel),
        _ => Error.NotFound("papers.not-found"),
    };
}
