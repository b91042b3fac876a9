using Onus.Casework.Facts;
using Onus.Casework.Files;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.Evidence;
using Onus.Domain.Proof;
using Onus.Domain.Shared;
using Onus.Store.Database;
using Derivation = Onus.Domain.Evidence.Derivation;
using static Onus.Casework.Tests.ExhibitAsItIs;

namespace Onus.Casework.Tests.Cases;

/// <summary>What lies outside a narrowed authority supports nothing until counsel decides; by no act of theirs do the police let it, or what rests on it, count again.</summary>
public sealed class OutsideAuthorityStaysTests : StruckCase
{
    [Theory]
    [InlineData("relies")]
    [InlineData("relies on what relies on it")]
    [InlineData("came through")]
    public async Task What_relies_on_it_is_not_cut_off_from_it(string how)
    {
        await Draft();
        var outside = (await Cite(0, c => c with { Record = Boss().Id, Elements = [] })).Value;
        var between = (await Cite(0, c => c with { Record = Seeded.Rows["statement.docx"][1].Id, Elements = [] })).Value;
        var other = (await Cite(0, c => c with { Record = Seeded.Rows["statement.docx"][2].Id, Fact = "He knew it." })).Value;
        await On(between.Exhibit, e => Unchanged(e) with { ReliesOn = [outside.Exhibit] });
        await On(other.Exhibit, e => how == "came through" ? Unchanged(e) with { DerivedFrom = [new Derivation(outside.Exhibit, [])], ReliesOn = [outside.Exhibit] }
            : Unchanged(e) with { ReliesOn = [how == "relies" ? outside.Exhibit : between.Exhibit] });
        Assert.Equal(ProofState.Stands, await State(1));
        await Narrow();
        Assert.Equal(ProofState.Fails, await State(1));

        var exhibit = (await Case()).Exhibits.Single(e => e.Id == other.Exhibit);
        var cut = Unchanged(exhibit) with { ReliesOn = [], DerivedFrom = how == "came through" ? [] : exhibit.DerivedFrom };
        var refused = (await Edit(cut, await Seeded.Investigator())).Error;
        Assert.Equal("exhibits.outside-counsel", refused?.Key);
        Assert.StartsWith("EX-3 ", Unit.Texts.Of(refused!), StringComparison.Ordinal);
        Assert.True((await Edit(Unchanged(exhibit) with { Title = "A page" }, await Seeded.Investigator())).IsOk);
        Assert.Equal(ProofState.Fails, await State(1));
        Assert.True((await Edit(cut with { Version = exhibit.Version + 1 }, await Seeded.Prosecutor())).IsOk);
        Assert.Equal(ProofState.Stands, await State(1));
    }

    [Fact]
    public async Task A_set_that_holds_it_is_not_taken_apart()
    {
        await Draft();
        var outside = (await Cite(0, c => c with { Record = Boss().Id, Elements = [] })).Value;
        var other = (await Cite(0, c => c with { Record = Seeded.Rows["statement.docx"][2].Id, Fact = "He knew it." })).Value;
        Assert.True((await Cite(0, c => c with { Record = Boss().Id, ExistingFact = other.Fact, Elements = [] })).IsOk);
        var together = new ShowTogether(Seeded.Store);
        Assert.True((await together.Handle(new(Seeded.Ref, other.Fact, (await Fact(other.Fact)).Version, [outside.Exhibit, other.Exhibit]), await Seeded.Prosecutor(), Cancel)).IsOk);
        await Narrow();
        Assert.Equal(ProofState.Fails, await State(1));
        var fact = await Fact(other.Fact);
        Assert.Equal("facts.together-counsel", (await together.TakeBack(new(Seeded.Ref, fact.Id, fact.Version, 0), await Seeded.Investigator(), Cancel)).Error?.Key);
        Assert.Equal(ProofState.Fails, await State(1));
        Assert.True((await together.TakeBack(new(Seeded.Ref, fact.Id, fact.Version, 0), await Seeded.Prosecutor(), Cancel)).IsOk);
    }

    [Theory]
    [InlineData("all")]
    [InlineData("more people")]
    [InlineData("days instead of people")]
    public async Task The_authority_is_not_widened_over_it_again(string how)
    {
        await Draft();
        await Cite(0, c => c with { Record = Boss().Id });
        await Narrow();
        Assert.Equal(ProofState.Fails, await State(1));
        var (people, until) = how switch
        {
            "all" => (Array.Empty<string>(), (DateOnly?)null),
            "more people" => (["B", "Boss"], null),
            _ => ([], new DateOnly(2030, 1, 1)),
        };
        var refused = (await Scope(people, await Seeded.Investigator(), until)).Error;
        Assert.Equal("files.outside-counsel", refused?.Key);
        Assert.Contains("EX-1", Unit.Texts.Of(refused!), StringComparison.Ordinal);
        Assert.Equal(ProofState.Fails, await State(1));
        Assert.Equal(["B"], (await Chat()).ScopePeople);
        // What does not reach it lifts nothing.
        Assert.True((await Scope(["B", "خالد"], await Seeded.Investigator(), null)).IsOk);
        Assert.Equal(ProofState.Fails, await State(1));
        Assert.True((await Scope(people, await Seeded.Prosecutor(), until)).IsOk);
        Assert.Equal(ProofState.Stands, await State(1));
    }

    [Fact]
    public async Task An_authority_under_which_nothing_was_cited_that_it_does_not_cover_is_widened()
    {
        await Draft();
        Assert.True((await Cite(0, c => c with { Record = Seeded.Rows["chat.txt"].First(r => r.Sender == "B").Id })).IsOk);
        await Narrow();
        Assert.Equal(ProofState.Stands, await State(1));
        Assert.True((await Scope([], await Seeded.Investigator(), null)).IsOk);
    }

    [Fact]
    public async Task What_rests_on_another_exhibit_of_a_passage_that_was_kept_out_is_not_cut_off_from_it()
    {
        await Draft();
        var row = Seeded.Row("chat.txt", "You owe 1,400");
        var ruled = (await Cite(0, c => c with { Record = row.Id, Elements = [] })).Value;
        var part = (await Cite(0, c => c with { Record = row.Id, Quote = "Nobody leaves the orchard", Elements = [] })).Value;
        var other = (await Cite(0, c => c with { Record = Seeded.Rows["statement.docx"][2].Id, Fact = "He knew it." })).Value;
        await On(other.Exhibit, e => Unchanged(e) with { ReliesOn = [part.Exhibit] });
        await Rule(new Target(TargetKind.Exhibit, ruled.Exhibit.Value), ChallengeMode.Exclude);
        Assert.Equal(ProofState.Fails, await State(1));
        var exhibit = (await Case()).Exhibits.Single(e => e.Id == other.Exhibit);
        Assert.Equal("exhibits.struck-counsel", (await Edit(Unchanged(exhibit) with { ReliesOn = [] }, await Seeded.Investigator())).Error?.Key);
        Assert.Equal(ProofState.Fails, await State(1));
    }

    private RecordRow Boss() => Seeded.Rows["chat.txt"].First(r => r is { Kind: RecordKind.Message, Sender: "Boss", TimeLocal: not null });

    private async Task<Fact> Fact(FactId id) => (await Case()).Facts.Single(fact => fact.Id == id);

    private async Task On(ExhibitId id, Func<Exhibit, Casework.Evidence.EditExhibit.Command> change) =>
        Assert.True((await Edit(change((await Case()).Exhibits.Single(e => e.Id == id)), await Seeded.Prosecutor())).IsOk);

    private async Task Narrow() => Assert.True((await Scope(["B"], await Seeded.Investigator(), null)).IsOk);

    private async Task<Result<CorrectReading.Corrected>> Scope(IReadOnlyList<string> people, Actor actor, DateOnly? until)
    {
        var chat = await Chat();
        return await new CorrectReading(Seeded.Store).Handle(
            new()
            {
                Case = Seeded.Ref,
                File = chat.Id,
                Version = chat.Version,
                Reason = "The warrant names whom it is about",
                Zone = chat.Zone,
                DateOrder = chat.DateOrder,
                Charset = chat.Charset,
                Profile = chat.Profile,
                ScopePeople = people,
                ScopeTo = until,
            },
            actor, Cancel);
    }
}
