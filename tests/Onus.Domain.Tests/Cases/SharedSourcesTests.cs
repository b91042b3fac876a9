using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using static Onus.Domain.Tests.Law.Laws;

namespace Onus.Domain.Tests.Cases;

public sealed class SharedSourcesTests
{
    private readonly SmallCase small = new();

    [Fact]
    public void Two_origins_through_one_phone_are_pointed_out()
    {
        small.Count();
        var phone = small.Foundation(FoundationKind.Device, "The phone");
        small.Tick("a", small.Exhibit([new Origin(small.Defendant1)], phone));
        small.Tick("a", small.Exhibit([new Origin(small.Defendant2)], phone));
        small.Tick("a", small.Found("the bank"));
        var pair = Assert.Single(Of());
        Assert.Equal((1, 2, phone.Id), (pair.One.Number, pair.Other.Number, pair.Foundation!.Id));
    }

    [Fact]
    public void One_origin_and_one_interpreter_are_nothing_to_point_out()
    {
        small.Count();
        var interpreter = small.Foundation(FoundationKind.Interpreter, "Interpreter 1");
        small.Tick("a", small.Exhibit([new Origin(small.Defendant1)], interpreter));
        small.Tick("a", small.Exhibit([new Origin(small.Defendant2)], interpreter));
        small.Tick("b", small.Statement());
        small.Tick("b", small.Statement());
        Assert.Empty(Of());
    }

    private IReadOnlyList<SharedSource> Of()
    {
        var proof = small.Proof(Leaf("a"), Leaf("b"));
        return SharedSources.Of(proof, proof.Columns[0]);
    }
}
