using Onus.Casework.People;
using Onus.Casework.Proof;
using Onus.Domain.People;
using Onus.Domain.Shared;

namespace Onus.Casework.Tests.Proofs;

/// <summary>A case is compiled once for each state of its log, and for whoever sees the same; whoever may not see counsel's papers gets none that was kept.</summary>
public sealed class KeptTests : Cases.StruckCase
{
    [Fact]
    public async Task A_case_in_which_nobody_acted_is_compiled_once_and_anew_after_an_act()
    {
        await Draft();
        var first = await View();
        Assert.Same(first.Proof, (await View()).Proof);

        // What happens in another case leaves this one as it was.
        Assert.True((await Add("EMPTY", "Witness 1")).IsOk);
        Assert.Same(first.Proof, (await View()).Proof);

        Assert.True((await Add(Seeded.Ref, "Witness 7")).IsOk);
        var second = await View();
        Assert.NotSame(first.Proof, second.Proof);
        Assert.Contains(second.Case.People, person => person.Pseudonym == "Witness 7");
    }

    [Fact]
    public async Task What_counsel_asked_is_not_there_for_police_or_strangers()
    {
        await Draft();
        await View();
        var load = new LoadProof(Seeded.Store, Practice.PracticeStore.Law);
        foreach (var other in new[] { await Seeded.Investigator(), await Seeded.Stranger() })
        {
            Assert.Equal("cases.not-found", (await load.Handle(Seeded.Ref, other, null, Cancel)).Error?.Key);
        }
    }

    [Fact]
    public async Task Other_columns_beside_the_counts_are_another_question()
    {
        await Draft();
        var load = new LoadProof(Seeded.Store, Practice.PracticeStore.Law);
        var beside = (await load.Handle(Seeded.Ref, await Seeded.Prosecutor(), ("us.1590-a", new DateOnly(2024, 2, 1)), Cancel)).Value;
        Assert.NotEqual((await View()).Proof.Columns.Count, beside.Proof.Columns.Count);
    }

    private async Task<Result<PersonId>> Add(string reference, string pseudonym) =>
        await new AddPerson(Seeded.Store, Unit.Texts).Handle(new(reference, pseudonym, [PersonRole.Witness], []), await Seeded.Prosecutor(), Cancel);

    private async Task<ProofView> View() => (await new LoadProof(Seeded.Store, Practice.PracticeStore.Law).Handle(Seeded.Ref, await Seeded.Prosecutor(), null, Cancel)).Value;
}
