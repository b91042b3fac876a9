using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Domain.Shared;
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

    [Fact]
    public void What_another_defendant_said_is_pointed_out_until_somebody_says_against_whom_it_may_be_used()
    {
        small.Count();
        small.Count(small.Defendant2);
        var interview = small.Exhibit([new Origin(small.Defendant2)], small.Foundation(FoundationKind.Witness, "Defendant 2", small.Defendant2));
        small.Tick("a", interview, small.Found("the bank"), small.Statement());
        var message = small.Exhibit([new Origin(small.Defendant2)], small.Foundation(FoundationKind.Device, "The phone"));
        small.Tick("b", message);
        // Two people's words together are not the other defendant's alone, and what speaks against the case is nobody's proof.
        small.Tick("b", small.Exhibit([new Origin(small.Defendant2), new Origin(small.SurvivorA)], small.Clerk));
        small.Cite(small.Snapshot().Facts[0], small.Exhibit([new Origin(small.Defendant2)], small.Clerk), Bearing.Undermines);
        Assert.Equal([(small.Defendant2, "1 4")], Others("count:1"));
        Assert.Empty(Others("count:2"));

        small.Change(interview, exhibit => exhibit with { OnlyAgainst = [small.Defendant2] });
        small.Change(message, exhibit => exhibit with { OnlyAgainst = [small.Defendant1, small.Defendant2] });
        Assert.Empty(Others("count:1"));
    }

    [Theory]
    [InlineData(PersonRole.Witness)]
    [InlineData(PersonRole.Survivor)]
    [InlineData(PersonRole.Officer)]
    public void Somebody_who_is_no_defendant_is_no_co_defendant(PersonRole role)
    {
        small.Count();
        var other = small.Person("Somebody 3", role);
        small.Tick("a", small.Exhibit([new Origin(other)], small.Clerk));
        Assert.Empty(Others("count:1"));
        small.Change(other, person => person with { Roles = [role, PersonRole.Defendant] });
        Assert.Equal([(other, "1")], Others("count:1"));
    }

    private IEnumerable<(PersonId Speaker, string Numbers)> Others(string goal)
    {
        var proof = small.Proof(Leaf("a"), Leaf("b"));
        return SharedSources.WordsOfOthers(proof, proof.Columns.Single(column => column.Goal == goal))
            .Select(words => (words.Speaker, string.Join(' ', words.Exhibits.Select(exhibit => exhibit.Number))));
    }

    private IReadOnlyList<SharedSource> Of()
    {
        var proof = small.Proof(Leaf("a"), Leaf("b"));
        return SharedSources.Of(proof, proof.Columns[0]);
    }
}
