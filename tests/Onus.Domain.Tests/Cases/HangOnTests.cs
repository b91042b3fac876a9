using Onus.Domain.Cases;
using Onus.Domain.Evidence;

namespace Onus.Domain.Tests.Cases;

public sealed class HangOnTests
{
    private readonly SmallCase small = new();

    [Fact]
    public void Exhibits_and_files_that_nobody_cited_hang_on_the_warrant()
    {
        small.Found("phone");
        small.Found("ledger");
        small.Statement();
        small.Material(small.Warrant);
        var hang = On(small.Warrant);
        Assert.Equal((2, 1, 3, 4), (hang.Exhibits.Count, hang.Materials.Count, hang.Count, hang.Total));
        Assert.Equal(small.Warrant, HangOn.Of(small.Snapshot())[0].Foundation);
    }

    [Fact]
    public void A_file_that_was_cited_counts_once()
    {
        var file = small.Material(small.Warrant);
        small.Change(small.Found("phone"), exhibit => exhibit with { Material = file.Id });
        Assert.Equal((1, 1), (On(small.Warrant).Count, On(small.Warrant).Total));
    }

    [Fact]
    public void Another_ground_or_another_way_keeps_it_from_hanging()
    {
        var consent = small.Foundation(FoundationKind.Consent, "Consent");
        small.Change(small.Exhibit([], small.Clerk), e => e with { LegalAny = [[small.Warrant.Id], [consent.Id]] });
        var search = small.Found("house");
        small.Change(small.Exhibit([], small.Clerk), e => e with { DerivedFrom = [new Derivation(search.Id, [consent.Id])] });
        Assert.Equal(1, On(small.Warrant).Count);
        Assert.Equal(0, On(consent).Count);
    }

    [Fact]
    public void Taint_passes_admission_only_and_reliance_passes_belief()
    {
        var extraction = small.Exhibit([], small.Warrant, small.Clerk);
        small.Change(small.Exhibit([], small.HerWord), e => e with { DerivedFrom = [new Derivation(extraction.Id, [])] });
        small.Change(small.Exhibit([], small.HerWord), e => e with { ReliesOn = [extraction.Id] });
        Assert.Equal([1, 2, 3], On(small.Warrant).Exhibits.Select(exhibit => exhibit.Number));
        Assert.Equal([1, 3], On(small.Clerk).Exhibits.Select(exhibit => exhibit.Number));
    }

    [Fact]
    public void A_statement_that_nobody_cited_hangs_on_its_speaker_and_its_translator()
    {
        var interpreter = small.Foundation(FoundationKind.Interpreter, "The interpreter");
        var handed = small.Foundation(FoundationKind.HandedOver, "Handed over");
        small.Material(handed, interpreter, small.SurvivorA);
        Assert.Equal([1, 1, 1, 0], new[] { small.HerWord, interpreter, handed, small.Clerk }.Select(foundation => On(foundation).Count));
    }

    [Fact]
    public void A_circle_of_exhibits_does_not_go_round_for_ever()
    {
        var first = small.Exhibit([], small.Clerk);
        var second = small.Exhibit([], small.Clerk);
        small.Change(first, e => e with { ReliesOn = [second.Id] });
        small.Change(second, e => e with { ReliesOn = [first.Id] });
        Assert.Equal(2, On(small.Clerk).Count);
    }

    [Fact]
    public void What_only_one_can_vouch_for_hangs_on_them_and_what_two_can_does_not()
    {
        var (one, other) = (small.Foundation(FoundationKind.Custodian, "Clerk 1"), small.Foundation(FoundationKind.Custodian, "Clerk 2"));
        var paper = small.Change(small.Found("register"), exhibit => exhibit with { VouchedBy = [one.Id, other.Id] });
        Assert.Equal(0, On(one).Count);
        small.Change(paper, exhibit => exhibit with { VouchedBy = [one.Id, one.Id] });
        Assert.Equal([paper.Number], On(one).Exhibits.Select(exhibit => exhibit.Number));
    }

    [Fact]
    public void What_a_withdrawn_file_held_and_what_relies_on_it_hangs_on_nothing()
    {
        var file = small.Material(small.Warrant);
        var phone = small.Change(small.Found("phone"), exhibit => exhibit with { Material = file.Id });
        small.Change(small.Found("report"), exhibit => exhibit with { ReliesOn = [phone.Id] });
        small.Found("other");
        Assert.Equal((3, 3), (On(small.Warrant).Count, On(small.Warrant).Total));
        var without = HangOn.Of(small.Without(file)).Single(hang => hang.Foundation.Id == small.Warrant.Id);
        Assert.Equal((1, 1, 3), (without.Count, without.Total, without.Exhibits.Single().Number));
    }

    [Fact]
    public void A_file_that_cannot_be_read_and_was_replaced_is_counted_once()
    {
        var snapshot = small.Snapshot();
        var unread = small.Material(small.Warrant) with { Name = "notes.txt", Status = MaterialStatus.Unusable };
        var printed = unread with { Id = new(Guid.CreateVersion7()), Name = "notes.pdf", Status = MaterialStatus.Read, Run = Guid.CreateVersion7(), ReceivedAt = unread.ReceivedAt.AddDays(1) };
        var hang = HangOn.Of(snapshot with { Materials = [unread, printed] }).Single(on => on.Foundation.Id == small.Warrant.Id);
        Assert.Equal((1, 1, "notes.pdf"), (hang.Count, hang.Total, hang.Materials.Single().Name));
    }

    [Fact]
    public void A_way_that_names_nothing_is_no_way()
    {
        small.Change(small.Exhibit([], small.Clerk), exhibit => exhibit with { LegalAny = [[], [small.Warrant.Id]] });
        Assert.Equal(1, On(small.Warrant).Count);
    }

    private HangOn On(Foundation foundation) => HangOn.Of(small.Snapshot()).Single(hang => hang.Foundation.Id == foundation.Id);
}
