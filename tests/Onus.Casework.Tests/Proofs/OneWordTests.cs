using System.Text.Json;
using Onus.Casework.Proof;
using Onus.Domain.Answers;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Law;
using Onus.Domain.Proof;
using Onus.Domain.Tests;
using static Onus.Domain.Tests.Law.Laws;
using Ruling = Onus.Domain.Cases.Ruling;

namespace Onus.Casework.Tests.Proofs;

/// <summary>However a count stands, whatever says so in a word says the same: the list, its page, its elements, the what-if, the report for programs.</summary>
[Trait("Database", "none")]
public sealed class OneWordTests
{
    private const string Begins = " Another text of its law begins on 1 April 2025, within its days: split it on that day.";
    private const string Ends = " This pack has no text of its law for 1 April 2025, within its days: split it on that day, or find the text.";

    private readonly SmallCase small = new();

    [Theory]
    [InlineData("nothing", ProofWord.NothingYet, "Nothing is cited for it yet.")]
    [InlineData("missing", ProofWord.NotSupported, "Not supported: 1 of 2 elements have nothing, or not enough, that holds.")]
    [InlineData("supported", ProofWord.Supported, "Supported if believed, also without Survivor A.")]
    [InlineData("contested", ProofWord.Contested, "Contested; it does not need Survivor A.")]
    [InlineData("asserted", ProofWord.Contested, "Contested; it does not need Survivor A.")]
    [InlineData("competing", ProofWord.Contested, "Contested; it does not need Survivor A.")]
    [InlineData("answered", ProofWord.Supported, "Supported if believed, also without Survivor A.")]
    [InlineData("fallen", ProofWord.NotSupported, "Not supported: 2 of 2 elements have nothing, or not enough, that holds.")]
    [InlineData("struck", ProofWord.NotSupported, "Not supported: the court sustained a challenge of the whole count.")]
    [InlineData("doubted", ProofWord.Supported, "It holds only with words of which the file itself leaves open who wrote them. Supported if believed, also without Survivor A.")]
    [InlineData("doubted contested", ProofWord.Contested, "It holds only with words of which the file itself leaves open who wrote them. Contested; it does not need Survivor A.")]
    [InlineData("texts", ProofWord.Supported, "Supported if believed, also without Survivor A." + Begins)]
    [InlineData("texts missing", ProofWord.NotSupported, "Not supported: 1 of 2 elements have nothing, or not enough, that holds." + Begins)]
    [InlineData("texts nothing", ProofWord.NothingYet, "Nothing is cited for it yet." + Begins)]
    [InlineData("ends", ProofWord.Supported, "Supported if believed, also without Survivor A." + Ends)]
    [InlineData("no law", ProofWord.NotSupported, "The law pack has no text for its first day.")]
    public void A_count_goes_by_one_word(string state, ProofWord word, string sentence)
    {
        var view = View(state);
        var line = Assert.Single(CountAnswers.All(view, Unit.Texts));
        Assert.Equal((word, sentence), (line.Word, line.Sentence));
        var answer = CountAnswers.Of(view, Unit.Texts, 1)!;
        Assert.Equal((word, sentence), (answer.Line.Word, answer.Line.Sentence));
        AllSay(view, line, answer);
    }

    [Fact]
    public void What_is_cited_for_an_offence_that_a_count_asks_for_is_not_called_nothing_in_one_place_and_not_supported_in_another()
    {
        small.Count();
        var tie = small.Tie("x", small.Fact(null, small.Found("bank")));
        small.Add(tie with { OffenceId = "zz.other" });
        var asks = Offence(Leaf("a"), new OffenceElement { Id = "zz.act.other", Text = "The other offence was committed", OffenceId = "zz.other" });
        var other = Offence(Leaf("x"));
        var proof = CaseProof.Of(small.Snapshot(), Packs(asks, other with { Id = "zz.other", Title = "The other act", Elements = other.Elements with { Id = "zz.other" } }));
        var view = new ProofView(proof.Case, proof, new ProofEngine(proof.Graph));
        var line = Assert.Single(CountAnswers.All(view, Unit.Texts));
        Assert.Equal(ProofWord.NotSupported, line.Word);
        AllSay(view, line, CountAnswers.Of(view, Unit.Texts, 1)!);
    }

    private static void AllSay(ProofView view, CountLine line, CountAnswer answer)
    {
        using var report = JsonDocument.Parse(ProofReportJson.Write(view.Engine.Report(ProofSentences.Options)));
        var goal = report.RootElement.GetProperty("goals").GetProperty(line.Column.Goal);
        Assert.Equal(Holds(line.Word), (goal.GetProperty("ruledOnly").GetString() == "stands", goal.GetProperty("withAll").GetString() == "stands"));

        var whatIf = Assert.Single(WhatIfAnswer.Of(view, Unit.Texts, []).Lines, of => of.Column.Goal == line.Column.Goal);
        Assert.Equal(Holds(line.Word), (whatIf.After[0] == ProofState.Stands, whatIf.After[2] == ProofState.Stands));
        Assert.Equal(
            line.Word switch { ProofWord.Supported => "Still holds", ProofWord.Contested => "Holds by the rulings, and is contested as before", _ => "Did not hold before either" },
            whatIf.Answer.ToString());

        // The offence as a whole can fail though each element holds, and be contested though none is; the other way round it cannot.
        var parts = answer.Elements.Where(element => element.Row is { Depth: 1, IsPleadedOnly: false }).Select(element => element.Word).ToList();
        Assert.True(line.Word switch
        {
            ProofWord.Supported => parts.TrueForAll(part => part == ProofWord.Supported),
            ProofWord.Contested => parts.TrueForAll(part => part is ProofWord.Supported or ProofWord.Contested),
            ProofWord.NothingYet => parts.TrueForAll(part => part == ProofWord.NothingYet),
            _ => parts.Count == 0 || parts.Exists(part => part != ProofWord.NothingYet),
        }, $"{line.Word}: {string.Join(", ", parts)}");
    }

    private static (bool, bool) Holds(ProofWord word) => (word is ProofWord.Supported or ProofWord.Contested, word is ProofWord.Supported);

    private ProofView View(string state)
    {
        var count = small.Count();
        var shown = small.Found("bank");
        var fact = small.Fact(null, shown);
        if (!state.Contains("nothing", StringComparison.Ordinal))
        {
            small.Tie("a", fact);
        }

        if (!state.Contains("nothing", StringComparison.Ordinal) && !state.Contains("missing", StringComparison.Ordinal))
        {
            small.Tie("b", fact);
        }

        if (state.Contains("contested", StringComparison.Ordinal) || state is "asserted" or "competing" or "answered")
        {
            var against = new Target(TargetKind.ExhibitTie, small.Cite(fact, small.Found("contract"), Bearing.Undermines).Id.Value);
            _ = state switch
            {
                "asserted" => small.Challenge(ArguedBy.Prosecution, against),
                "competing" => small.Challenge(ArguedBy.Prosecution, against, competes: true),
                "answered" => small.Answer(against),
                _ => null,
            };
        }

        _ = state switch
        {
            "fallen" => small.Challenge(ArguedBy.Defence, new Target(TargetKind.Exhibit, shown.Id.Value), ChallengeMode.Exclude, Ruling.Sustained),
            "struck" => small.Challenge(ArguedBy.Defence, new Target(TargetKind.Element, count.Id.Value), ruling: Ruling.Sustained),
            _ => null,
        };
        var (from, change) = (new DateOnly(2020, 1, 1), new DateOnly(2025, 4, 1));
        var law = Offence(Leaf("a"), Leaf("b"));
        var packs = state switch
        {
            _ when state.StartsWith("texts", StringComparison.Ordinal) => Packs(law.Valid(from, change.AddDays(-1)), law.Valid(change, null)),
            "ends" => Packs(law.Valid(from, change.AddDays(-1))),
            "no law" => Packs(law.Valid(from, new DateOnly(2024, 1, 1))),
            _ => Packs(law),
        };
        var snapshot = small.Snapshot();
        var proof = CaseProof.Of(state.StartsWith("doubted", StringComparison.Ordinal) ? snapshot with { InDoubt = [new WordsInDoubt(shown.Id, ["sender-unsure"])] } : snapshot, packs);
        return new ProofView(proof.Case, proof, new ProofEngine(proof.Graph));
    }
}
