using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Domain.Shared;

namespace Onus.Domain.Tests.Evidence;

/// <summary>On whom or what a file rests, from whom it came.</summary>
public sealed class FoundationRulesTests
{
    private static readonly CaseId Case = new(Guid.CreateVersion7());

    [Theory]
    [InlineData(true, FoundationKind.Witness, PersonRole.Survivor)]
    [InlineData(true, FoundationKind.Witness, PersonRole.Witness)]
    [InlineData(true, FoundationKind.Witness, PersonRole.Defendant, PersonRole.Survivor)]
    [InlineData(false, FoundationKind.Witness, PersonRole.Defendant)]
    [InlineData(false, FoundationKind.Witness, PersonRole.Officer)]
    [InlineData(false, FoundationKind.Custodian, PersonRole.Custodian)]
    [InlineData(true, FoundationKind.Witness, PersonRole.Custodian)]
    public void A_file_rests_on_whoever_can_vouch_for_it(bool statement, FoundationKind expected, params PersonRole[] roles)
    {
        var from = Person(roles);
        var wanted = FoundationRules.FromWhom(File(from, statement), from)!;
        Assert.Equal((expected, from.Id), (wanted.Kind, wanted.Person!.Value));
    }

    [Fact]
    public void What_a_defendant_said_does_not_rest_on_whether_they_testify()
    {
        var from = Person(PersonRole.Defendant);
        var wanted = FoundationRules.FromWhom(File(from, statement: true), from)!;
        Assert.Equal((FoundationKind.Examiner, null, false), (wanted.Kind, wanted.Person, wanted.Testimony));
        Assert.Null(FoundationRules.FromWhom(File(from, statement: true) with { Factual = [new FoundationId(Guid.CreateVersion7())] }, from));
    }

    private static Person Person(params PersonRole[] roles) => new() { Id = new(Guid.CreateVersion7()), CaseId = Case, Pseudonym = "Person 1", Roles = roles };

    private static Material File(Person from, bool statement) => new()
    {
        Id = new(Guid.CreateVersion7()),
        CaseId = Case,
        Name = "a.txt",
        Title = "a.txt",
        Blob = Sha256.Of([]),
        VaultName = Guid.CreateVersion7(),
        Bytes = 0,
        ReceivedAt = default,
        Run = Guid.CreateVersion7(),
        Status = MaterialStatus.Held,
        FromPerson = from.Id,
        Statement = statement,
    };
}
