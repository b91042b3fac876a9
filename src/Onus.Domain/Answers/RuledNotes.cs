using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;

namespace Onus.Domain.Answers;

/// <summary>What has to be said of rulings that reach more than what they were on, or that leave something out which may be the same.</summary>
internal static class RuledNotes
{
    public static void AddTo(CaseProof proof, RuledAgain again)
    {
        Pairs(proof, "proof.ruled-same-passage", proof.SamePassages.Reached.Select(pair => (pair.Ruled, pair.Same)));
        Pairs(proof, "proof.ruled-same-record", proof.SamePassages.Beside);
        Pairs(proof, "proof.ruled-same-words", proof.SamePassages.Copies);
        foreach (var (ruling, same) in again.Reached)
        {
            var fact = again.FactOf(same)!.Sentence;
            if (same.Kind != TargetKind.ExhibitTie)
            {
                proof.Note("proof.ruled-same-fact", ("fact", fact), ("challenge", ruling.Text));
            }
            else if (again.Cited(same) is var exhibit && again.Cited(ruling.On) is var ruled && exhibit.Id != ruled.Id)
            {
                proof.Note("proof.ruled-same-cite", ("exhibit", Number(exhibit)), ("ruled", Number(ruled)), ("fact", fact));
            }
        }

        foreach (var (tie, ruling) in again.InPart.SelectMany(part => part, (part, reached) => (part.Key, reached.Ruling)))
        {
            proof.Note("proof.ruled-same-fact", ("fact", again.FactOf(new(TargetKind.FactTie, tie.Value))!.Sentence), ("challenge", ruling.Text));
        }

        foreach (var (ruled, other) in again.Named)
        {
            proof.Note("proof.ruled-other-fact", ("fact", other.Sentence), ("ruled", ruled.Sentence));
        }

        Untranslated(proof);
    }

    // Whoever reads the language of the file needs nobody to say what the words mean. Whoever does not would take a translation that fell for one that nobody needs.
    private static void Untranslated(CaseProof proof)
    {
        var interpreters = proof.Case.Foundations.Where(foundation => foundation.Kind == FoundationKind.Interpreter).ToDictionary(foundation => foundation.Id);
        var ruled = proof.Case.Challenges.Where(challenge => challenge is { By: ArguedBy.Defence, Ruling: Ruling.Sustained, On.Kind: TargetKind.Foundation }).Select(challenge => new FoundationId(challenge.On.Id)).ToHashSet();
        foreach (var exhibit in proof.Case.Exhibits.Where(exhibit => exhibit is { Record: not null, Translation.Length: > 0 }))
        {
            if (exhibit.Factual.Select(id => interpreters.GetValueOrDefault(id)).FirstOrDefault(by => by is not null && (by.Status == FoundationStatus.Fallen || ruled.Contains(by.Id))) is not { } down)
            {
                continue;
            }

            foreach (var other in proof.Case.Exhibits.Where(other => other.Id != exhibit.Id && other.Record == exhibit.Record && !other.Factual.Any(interpreters.ContainsKey) && SamePassage.Overlap(exhibit, other, proof.Case.Places)))
            {
                proof.Note("proof.translation-fell", ("exhibit", Number(other)), ("ruled", Number(exhibit)), ("name", down.Label));
            }
        }
    }

    private static void Pairs(CaseProof proof, string key, IEnumerable<(Exhibit Ruled, Exhibit Other)> pairs)
    {
        foreach (var (ruled, other) in pairs)
        {
            proof.Note(key, ("exhibit", Number(other)), ("ruled", Number(ruled)));
        }
    }

    private static string Number(Exhibit exhibit) => "EX-" + ProofId.Of(exhibit)["exhibit:".Length..];
}
