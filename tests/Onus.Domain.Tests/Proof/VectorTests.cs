using System.Text.Json;
using System.Text.Json.Nodes;
using Onus.Domain.Proof;

namespace Onus.Domain.Tests.Proof;

/// <summary>The published vectors, exactly.</summary>
public sealed class VectorTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_published_vector_is_answered_exactly()
    {
        var path = Shared.PathOf("vectors/proof/vectors.json");
        Assert.SkipUnless(path is not null, "The shared vectors are not here.");
        var vectors = JsonNode.Parse(File.ReadAllText(path!))!["vectors"]!.AsArray();
        foreach (var vector in vectors)
        {
            var model = vector!["model"]!.DeepClone().AsObject();
            model["schema"] = ProofGraphJson.Schema;
            model["goals"] = vector["goals"]!.DeepClone();
            var reading = ProofGraphJson.Read(JsonSerializer.SerializeToUtf8Bytes(model));
            Assert.Empty(reading.Faults);
            var report = JsonNode.Parse(ProofReportJson.Write(new ProofEngine(reading.Graph!).Report()).Span);
            foreach (var (goal, expected) in vector["expect"]!.AsObject())
            {
                var actual = report!["goals"]![goal];
                Assert.True(JsonNode.DeepEquals(expected, actual), $"{vector["id"]} {goal}: expected {expected!.ToJsonString()} but was {actual!.ToJsonString()}");
            }

            Assert.Equal(vector["expect"]!.AsObject().Count, report!["goals"]!.AsObject().Count);
        }

        output.WriteLine($"{vectors.Count} vectors");
        Assert.NotEmpty(vectors);
    }
}
