using Onus.Domain.Evidence;
using Onus.Domain.Shared;

namespace Onus.Domain.Tests.Evidence;

public sealed class SecondWayTests
{
    private static readonly FoundationId Consent = new(Guid.CreateVersion7());
    private static readonly FoundationId Search = new(Guid.CreateVersion7());
    private static readonly FoundationId Other = new(Guid.CreateVersion7());

    [Fact]
    public void A_paper_that_came_twice_is_admitted_on_either_way_and_needs_what_it_needed_besides()
    {
        var exhibit = SecondWay.On(Exhibit([Consent, Other]), File(Search))!;
        Assert.Equal([Other], exhibit.Legal);
        Assert.Equal([Consent, Search], exhibit.LegalAny.SelectMany(way => way));
        Assert.Null(SecondWay.On(exhibit, File(Search)));
        var third = new FoundationId(Guid.CreateVersion7());
        Assert.Equal([Consent, Search, third], SecondWay.On(exhibit, File(Search, third))!.LegalAny.SelectMany(way => way));
    }

    [Fact]
    public void Nothing_changes_for_a_copy_of_which_nobody_said_how_or_that_came_the_same_way_or_an_exhibit_that_stands_on_another()
    {
        Assert.Null(SecondWay.On(Exhibit([Consent]), File([])));
        Assert.Null(SecondWay.On(Exhibit([Consent]), File(Consent)));
        Assert.Null(SecondWay.On(Exhibit([Other]), File(Search)));
        Assert.Null(SecondWay.On(Exhibit([Consent]) with { LegalAny = [[Other], [Search, Other]] }, File(Search)));
    }

    private static Exhibit Exhibit(FoundationId[] legal) => new() { Id = new(Guid.CreateVersion7()), CaseId = default, Number = 1, Title = "Paper", Legal = legal };

    private static Material File(params FoundationId[] again) => new()
    {
        Id = new(Guid.CreateVersion7()),
        CaseId = default,
        Name = "paper.pdf",
        Title = "paper.pdf",
        Blob = Sha256.Of("x"u8),
        VaultName = Guid.CreateVersion7(),
        Bytes = 1,
        ReceivedAt = default,
        Run = default,
        Status = MaterialStatus.Read,
        Obtained = Consent,
        AlsoReceived = [new("again.pdf", default, "Person 1"), .. again.Select(way => new AlsoReceived("again.pdf", default, "Person 1", "Officer 1", way))],
    };
}
