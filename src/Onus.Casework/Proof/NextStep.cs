using Onus.Content;
using Onus.Domain.Answers;
using Onus.Domain.Law;
using Onus.Store;

namespace Onus.Casework.Proof;

/// <summary>The one thing to do next in a case and the limitation that ends first, for lists of cases. Counsel's: for everybody else there is none.</summary>
public sealed class NextStep(OnusStore store, LoadProof load, Texts texts)
{
    /// <summary>What it is.</summary>
    /// <param name="Sentence">In a sentence; empty where nothing is missing that is known.</param>
    /// <param name="Count">Number of the count it is about; null for the whole case, and where no count is drafted.</param>
    /// <param name="Limitation">The count that can be charged for the shortest time, where that time is short; null for none.</param>
    public sealed record Step(string Sentence, int? Count, LimitationLine? Limitation = null)
    {
        /// <summary>Numbers of the counts that lie over two texts of their law, or over days without one, and have to be split.</summary>
        public IReadOnlyList<int> Split { get; init; } = [];
    }

    /// <summary>The first thing to do next for each count that has one, by the number of the count.</summary>
    public static IReadOnlyDictionary<int, Sentence> OfCounts(ProofView view, Texts texts)
    {
        ArgumentNullException.ThrowIfNull(view);
        var (found, sentences) = (LookForNext.Of(view.Proof, view.Engine), new FindingSentences(new ProofWords(view.Proof, texts)));
        return view.Proof.Columns.Where(column => column.Count is not null)
            .Select(column => (column.Count!.Number, Next: found.Select(finding => finding.For(view.Proof, column)).FirstOrDefault(finding => finding is not null)))
            .Where(next => next.Next is not null).ToDictionary(next => next.Number, next => sentences.Of(next.Next!).Title);
    }

    /// <summary>Finds it.</summary>
    /// <returns>Null for those who may not see counsel's papers.</returns>
    public async Task<Step?> Handle(string reference, Actor actor, CancellationToken cancel)
    {
        var loaded = await load.Handle(reference, actor, null, cancel);
        if (!loaded.IsOk)
        {
            return loaded.Error!.Kind == Domain.Shared.ErrorKind.Invalid ? new Step(texts.Of(loaded.Error), null) : null;
        }

        var view = loaded.Value;
        if (view.Case.Counts.Count == 0)
        {
            return new Step(texts["cases.next-count"], null);
        }

        await using var work = store.Begin(actor);
        var today = view.Case.Case.Today ?? DateOnly.FromDateTime(work.Now.UtcDateTime);
        var ends = LimitationLine.Urgently(view, today, texts) is [var soonest, ..] ? soonest : null;
        var step = LookForNext.Of(view.Proof, view.Engine) is [var first, ..]
            ? new Step(new FindingSentences(new ProofWords(view.Proof, texts)).Of(first).Title.ToString(), first.Count?.Number, ends)
            : new Step("", null, ends);
        return step with { Split = [.. view.Proof.Columns.Where(column => column.Count is not null && Amendments.First(view.Proof.Law, column.OffenceId, column.From, column.To) is not null).Select(column => column.Count!.Number)] };
    }
}
