using Onus.Domain.Evidence;
using Onus.Domain.Shared;

namespace Onus.Domain.Tests.Evidence;

/// <summary>A corrected answer reaches every place in which an exhibit stands on the old one, and none in which it does not.</summary>
public sealed class AnswerChangeTests
{
    private static readonly FoundationId Warrant = Id(), Order = Id(), Clerk = Id(), Officer = Id(), Examiner = Id(), Laboratory = Id(), Other = Id();

    [Fact]
    public void Who_takes_the_place_of_a_keeper_is_enough_where_the_keeper_was()
    {
        var follows = Follow(Bare() with { VouchedBy = [Clerk, Other] }, new(File(), Clerk), new(File(), Officer))!;
        Assert.Equal([Officer, Other], follows.VouchedBy);
        Assert.Empty(follows.Factual);
    }

    [Fact]
    public void What_stands_on_a_keeper_and_lets_one_of_several_examine_it_follows_in_both()
    {
        var exhibit = Bare() with { Factual = [Clerk], VouchedBy = [Examiner, Other] };
        var follows = Follow(exhibit, new(File(Examiner), Clerk), new(File(Laboratory), Officer))!;
        Assert.Equal([Officer], follows.Factual);
        Assert.Equal([Laboratory, Other], follows.VouchedBy);
    }

    [Fact]
    public void What_takes_nobodys_place_is_needed_and_not_one_of_several()
    {
        var follows = Follow(Bare() with { VouchedBy = [Examiner, Other] }, new(File(Examiner), null), new(File(Laboratory, Officer), null))!;
        Assert.Equal([Other], follows.VouchedBy);
        Assert.Equal([Laboratory, Officer], follows.Factual);
    }

    [Fact]
    public void Who_vouches_is_left_alone_where_no_answer_named_them()
    {
        Assert.Null(Follow(Bare() with { VouchedBy = [Other] }, new(File(), Clerk), new(File(), Officer)));
        Assert.Null(Follow(Bare() with { Factual = [Other], VouchedBy = [Other, Laboratory] }, new(File(Examiner), null), new(File(Officer), null)));
    }

    [Fact]
    public void What_breaks_a_taint_and_what_a_ground_rests_on_follow()
    {
        var exhibit = Bare() with
        {
            DerivedFrom = [new(new ExhibitId(Guid.CreateVersion7()), [Warrant, Other])],
            Grounds = [new("A recording made before the trial", [Examiner, Other], [])],
        };
        var follows = Follow(exhibit, new(File(Examiner) with { Obtained = Warrant }, null), new(File(Laboratory) with { Obtained = Order }, null))!;
        Assert.Equal([Order, Other], follows.DerivedFrom[0].Unless);
        Assert.Equal([Laboratory, Other], follows.Grounds[0].Rests);
    }

    [Fact]
    public void A_ground_never_comes_to_rest_on_nothing_and_a_taint_is_not_broken_by_what_was_taken_back()
    {
        var exhibit = Bare() with
        {
            Factual = [Examiner],
            DerivedFrom = [new(new ExhibitId(Guid.CreateVersion7()), [Examiner])],
            Grounds = [new("A recording made before the trial", [Examiner], [])],
        };
        var follows = Follow(exhibit, new(File(Examiner), null), new(File(), null))!;
        Assert.Empty(follows.Factual);
        Assert.Equal([Examiner], follows.Grounds[0].Rests);
        Assert.Empty(follows.DerivedFrom[0].Unless);
        Assert.Equal([Laboratory, Officer], Follow(exhibit, new(File(Examiner), null), new(File(Laboratory, Officer), null))!.Grounds[0].Rests);
    }

    private static Exhibit? Follow(Exhibit exhibit, AnswerChange.Answered before, AnswerChange.Answered after) => AnswerChange.Follow(exhibit, before, after, (RecordKind.Paragraph, null), []);

    private static FoundationId Id() => new(Guid.CreateVersion7());

    private static Exhibit Bare() => new() { Id = new(Guid.CreateVersion7()), CaseId = default, Number = 1, Title = "A ledger" };

    private static Material File(params FoundationId[] factual) => new()
    {
        Id = default,
        CaseId = default,
        Name = "ledger.pdf",
        Title = "ledger.pdf",
        Blob = Sha256.Of([]),
        VaultName = default,
        Bytes = 0,
        ReceivedAt = default,
        Run = default,
        Status = MaterialStatus.Read,
        From = "The land office",
        Factual = factual,
    };
}
