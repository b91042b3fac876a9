using Onus.Domain.Cases;
using Onus.Store.Content;

namespace Onus.Casework.Proof;

/// <summary>The one thing to do next in a case, for lists of cases. Counsel's: for everybody else there is none.</summary>
public sealed class NextStep(LoadProof load, Texts texts)
{
    /// <summary>What it is.</summary>
    /// <param name="Sentence">In a sentence.</param>
    /// <param name="Count">Number of the count it is about; null for the whole case, and where no count is drafted.</param>
    public sealed record Step(string Sentence, int? Count);

    /// <summary>Finds it.</summary>
    /// <returns>Null for those who may not see counsel's papers, and where nothing is missing that is known.</returns>
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

        return LookForNext.Of(view.Proof, view.Engine) is [var first, ..]
            ? new Step(new FindingSentences(new ProofWords(view.Proof, texts)).Of(first).Title.ToString(), first.Count?.Number)
            : null;
    }
}
