using Onus.Domain.Cases;
using Onus.Domain.Proof;
using static Onus.Domain.Tests.Law.Laws;

namespace Onus.Domain.Tests.Cases;

/// <summary>The compiler and the engine together against a reading that knows only who, whom, for and against.</summary>
public sealed class ReferenceTests
{
    [Fact]
    public void Random_cases_give_the_answers_of_a_plain_reading()
    {
        var cases = Environment.GetEnvironmentVariable("ONUS_DEEP") is "1" ? 50_000 : 2_000;
        var (counts, holding, contested) = (0, 0, 0);
        for (var seed = 0; seed < cases; seed++)
        {
            var (snapshot, law) = new ReferenceCases(seed).Make();
            var proof = CaseProof.Of(snapshot, Packs(law));
            Assert.Empty(proof.Graph.Faults());
            var standing = new ProofEngine(proof.Graph).Evaluate();
            foreach (var count in snapshot.Counts)
            {
                var (holds, heard) = ReferenceCases.Read(snapshot, law, count);
                var node = ProofId.Of(count);
                Assert.True(holds == (standing[node, Reading.RuledOnly] == ProofState.Stands), $"case {seed}, count {count.Number}: by the reading it {(holds ? "holds" : "does not hold")}");
                Assert.True(heard == (standing[node, Reading.WithAll] == ProofState.Stands), $"case {seed}, count {count.Number}: with what is against it, by the reading it {(heard ? "holds" : "does not hold")}");
                counts++;
                holding += holds ? 1 : 0;
                contested += holds && !heard ? 1 : 0;
            }
        }

        // A comparison in which nothing ever holds, or nothing is ever contested, would say nothing.
        Assert.True(holding > counts / 20 && contested > counts / 200, $"{counts} counts, {holding} hold, {contested} contested");
        Console.WriteLine(FormattableString.Invariant($"figure: {cases} random cases against a plain reading: {counts} counts of which {holding} hold and {contested} are contested, 0 differences"));
    }
}
