using Onus.Domain.Answers;
using Onus.Domain.People;
using Onus.Domain.Proof;
using static Onus.Domain.Tests.Law.Laws;

namespace Onus.Domain.Tests.Answers;

/// <summary>The compiler and the engine together against a reading that knows only who, whom, for and against.</summary>
public sealed class ReferenceTests
{
    [Theory]
    [InlineData("nothing more")]
    [InlineData("sets")]
    [InlineData("limited sets")]
    [InlineData("rulings")]
    [InlineData("words twice")]
    [InlineData("nobody")]
    [InlineData("all")]
    public void Random_cases_give_the_answers_of_a_plain_reading(string with)
    {
        var cases = Environment.GetEnvironmentVariable("ONUS_DEEP") is "1" ? 50_000 : 2_000;
        var (counts, holding, contested) = (0, 0, 0);
        for (var seed = 0; seed < cases; seed++)
        {
            var (made, law) = new ReferenceCases(seed).Make();
            var snapshot = ReferenceCases.Widen(made, new Random(seed), with);
            var proof = CaseProof.Of(snapshot, Packs(law));
            Assert.Empty(proof.Graph.Faults());
            var standing = new ProofEngine(proof.Graph).Evaluate();
            foreach (var count in snapshot.Counts)
            {
                // A count for nobody in particular holds where it does for somebody.
                var reads = (count.Survivor is { } her ? [her] : snapshot.People.Where(person => person.Is(PersonRole.Survivor)).Select(person => person.Id).ToList()).ConvertAll(one => ReferenceCases.Read(snapshot, law, count with { Survivor = one }));
                var (holds, heard) = (reads.Exists(read => read.Holds), reads.Exists(read => read.Heard));
                var node = ProofId.Of(count);
                Assert.True(holds == (standing[node, Reading.RuledOnly] == ProofState.Stands), $"{with}: case {seed}, count {count.Number}: by the reading it {(holds ? "holds" : "does not hold")}");
                Assert.True(heard == (standing[node, Reading.WithAll] == ProofState.Stands), $"{with}: case {seed}, count {count.Number}: with what is against it, by the reading it {(heard ? "holds" : "does not hold")}");
                counts++;
                holding += holds ? 1 : 0;
                contested += holds && !heard ? 1 : 0;
            }
        }

        // A comparison in which nothing ever holds, or nothing is ever contested, would say nothing.
        Assert.True(holding > counts / 20 && contested > counts / 200, $"{counts} counts, {holding} hold, {contested} contested");
        Console.WriteLine(FormattableString.Invariant($"figure: {cases} random cases ({with}) against a plain reading: {counts} counts of which {holding} hold and {contested} are contested, 0 differences"));
    }
}
