using Onus.Domain.Answers;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Domain.Shared;
using static Onus.Domain.Tests.Law.Laws;

namespace Onus.Domain.Tests.Answers;

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
    public void One_who_may_vouch_for_both_is_pointed_out_and_one_of_several_is_enough()
    {
        small.Count();
        var (friend, brother) = (small.Foundation(FoundationKind.Witness, "The friend"), small.Foundation(FoundationKind.Witness, "The brother"));
        small.Tick("a", Vouched("the bank", friend.Id, brother.Id), Vouched("the clinic", small.Clerk.Id, friend.Id));
        var pair = Assert.Single(Of());
        Assert.Equal((SharedBy.Voucher, friend.Id), (pair.By, pair.Foundation!.Id));
    }

    [Fact]
    public void What_one_rests_on_and_what_may_vouch_for_the_other_is_one_voucher()
    {
        small.Count();
        small.Tick("a", small.Exhibit([new Origin(null, "the bank")], small.Clerk), Vouched("the clinic", small.Foundation(FoundationKind.Expert, "Expert 1").Id, small.Clerk.Id));
        Assert.Equal((SharedBy.Voucher, small.Clerk.Id), Assert.Single(Of()) is var pair ? (pair.By, pair.Foundation!.Id) : default);
    }

    [Fact]
    public void One_person_behind_a_consent_and_a_phone_is_pointed_out_with_both()
    {
        small.Count();
        var consent = small.Foundation(FoundationKind.Consent, "Consent of Survivor A", whose: small.SurvivorA);
        var phone = small.Foundation(FoundationKind.Device, "The blue phone", whose: small.SurvivorA);
        small.Tick("a", small.Exhibit([new Origin(small.Defendant1)], phone), small.Exhibit([new Origin(null, "the clinic")], consent));
        var pair = Assert.Single(Of());
        Assert.Equal((SharedBy.Person, small.SurvivorA, phone.Id, consent.Id), (pair.By, pair.Person!.Value, pair.OneThrough!.Id, pair.OtherThrough!.Id));
    }

    [Fact]
    public void One_hand_that_gave_two_papers_is_pointed_out_once_and_one_warrant_is_not()
    {
        small.Count();
        var given = small.Foundation(FoundationKind.HandedOver, "Given by the landlady", whose: small.Person("Landlady 1", PersonRole.Witness));
        small.Tick("a", small.Exhibit([new Origin(null, "the bank")], given), small.Exhibit([new Origin(null, "the clinic")], given));
        small.Tick("b", small.Found("the archive"), small.Found("the register"));
        var pair = Assert.Single(Of());
        Assert.Equal((SharedBy.Person, given.Id), (pair.By, pair.Foundation!.Id));
    }

    [Fact]
    public void Somebody_who_speaks_in_one_and_kept_the_other_is_pointed_out()
    {
        small.Count();
        var keeper = small.Foundation(FoundationKind.Custodian, "Keeper of the register", small.Person("Officer 3", PersonRole.Officer));
        small.Tick("a", small.Exhibit([new Origin(keeper.Person)], small.Warrant), small.Exhibit([new Origin(null, "the register")], keeper));
        var pair = Assert.Single(Of());
        Assert.Equal((SharedBy.Person, null, keeper.Id), (pair.By, pair.OneThrough?.Id, pair.OtherThrough!.Id));
    }

    [Fact]
    public void Two_interpreters_who_are_one_person_and_one_way_in_of_several_are_nothing_to_point_out()
    {
        small.Count();
        var speaker = small.Person("Interpreter 1", PersonRole.Interpreter);
        var (one, two) = (small.Foundation(FoundationKind.Interpreter, "Interpreter 1, May", speaker), small.Foundation(FoundationKind.Interpreter, "Interpreter 1, June", speaker));
        var given = small.Foundation(FoundationKind.HandedOver, "Given by the landlady", whose: small.Person("Landlady 1", PersonRole.Witness));
        var order = small.Foundation(FoundationKind.Order, "The order");
        small.Tick("a", Ways("the bank", one), Ways("the clinic", two));
        Assert.Empty(Of());

        Exhibit Ways(string origin, Foundation interpreter) =>
            small.Change(small.Exhibit([new Origin(null, origin)], interpreter), exhibit => exhibit with { LegalAny = [[given.Id], [order.Id]] });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_paper_and_what_comes_from_it_are_pointed_out_however_far_away(bool relies)
    {
        small.Count();
        var (letter, copy) = (small.Found("the clinic"), small.Found("the archive"));
        var photograph = small.Found("the neighbour");
        From(copy, letter);
        From(photograph, copy);
        small.Tick("a", letter, photograph);
        var pair = Assert.Single(Of());
        Assert.Equal((SharedBy.Exhibit, letter.Id), (pair.By, pair.Behind!.Id));

        void From(Exhibit exhibit, Exhibit from) => small.Change(
            exhibit, known => relies ? known with { ReliesOn = [from.Id] } : known with { DerivedFrom = [new Derivation(from.Id, [])] });
    }

    [Fact]
    public void Two_that_go_back_to_a_third_or_to_its_file_are_pointed_out()
    {
        small.Count();
        var letter = small.Found("the clinic");
        small.Tick("a", Copy(small.Found("the archive"), letter), Copy(small.Found("the neighbour"), letter));
        Assert.Equal((SharedBy.Exhibit, letter.Id), Assert.Single(Of()) is var pair ? (pair.By, pair.Behind!.Id) : default);

        var book = small.Material(small.Warrant);
        var page = In(small.Found("the shop"), book);
        small.Tick("b", In(small.Found("the market"), book), Copy(small.Found("the school"), page));
        Assert.Equal((SharedBy.FileBehind, book.Id), Of() is [_, var other] ? (other.By, other.File!.Id) : default);

        Exhibit Copy(Exhibit exhibit, Exhibit of) => small.Change(exhibit, known => known with { ReliesOn = [of.Id] });
        Exhibit In(Exhibit exhibit, Material file) => small.Change(exhibit, known => known with { Material = file.Id });
    }

    [Theory]
    [InlineData("Acct. 00-4471", "acct 00 4471", true)]
    [InlineData("Kofi Transport", "D. One", false)]
    [InlineData("Defendant 1", "D. One", true)]
    public void Entries_of_one_holder_from_two_givers_are_pointed_out(string one, string other, bool same)
    {
        small.Count();
        small.Change(small.Defendant1, person => person with { Aliases = ["D. One"] });
        var (first, second) = (small.Found("the bank"), small.Found("the accountant"));
        small.Tick("a", first, second);
        var proof = CaseProof.Of(small.Snapshot() with { Holders = new Dictionary<ExhibitId, string> { [first.Id] = one, [second.Id] = other } }, Packs(Offence(Leaf("a"), Leaf("b"))));
        Assert.Equal(same ? [(SharedBy.Account, one)] : [], SharedSources.Of(proof, proof.Columns[0]).Select(pair => (pair.By, pair.Holder)));
    }

    [Fact]
    public void What_counts_as_no_source_is_in_no_pair()
    {
        small.Count();
        var phone = small.Foundation(FoundationKind.Device, "The phone");
        var file = small.Material(small.Warrant);
        var gone = small.Change(small.Exhibit([new Origin(small.Defendant1)], phone), exhibit => exhibit with { Material = file.Id });
        var elsewhere = small.Change(small.Exhibit([new Origin(small.Defendant2)], phone), exhibit => exhibit with { OnlyAgainst = [small.Defendant2] });
        small.Tick("a", gone, elsewhere, small.Exhibit([new Origin(null, "the bank")], phone));
        var proof = small.ProofWithdrawn(file, Leaf("a"), Leaf("b"));
        Assert.Empty(SharedSources.Of(proof, proof.Columns[0]));
    }

    private Exhibit Vouched(string origin, params FoundationId[] by) => small.Change(small.Found(origin), exhibit => exhibit with { VouchedBy = by });

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
