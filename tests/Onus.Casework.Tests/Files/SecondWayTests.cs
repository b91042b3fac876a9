using Onus.Casework.Evidence;
using Onus.Casework.Files;
using Onus.Casework.Foundations;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Seeds;

namespace Onus.Casework.Tests.Files;

/// <summary>A paper that was found in a search and also given by its owner does not stand on one of the two alone.</summary>
public sealed class SecondWayTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task How_a_further_copy_was_obtained_carries_the_exhibits_and_a_corrected_way_takes_the_place_of_the_wrong_one()
    {
        await using var unit = await Unit.Open();
        var paper = SeededCase.Docx(["You owe 900 for the bed."]);
        await unit.Drop(("given/paper.docx", paper), ("found/paper.docx", paper));
        await unit.Answer();
        await unit.Read();
        var (first, second) = (await Cite("You owe 900"), await Foundation(FoundationKind.Consent));
        await Say(second);
        var exhibit = await Again(first.Id);
        Assert.Empty(exhibit.Legal);
        Assert.Equal([unit.Warrant, second], exhibit.LegalAny.SelectMany(way => way));

        var right = await Foundation(FoundationKind.Order);
        await Say(right);
        Assert.Equal([unit.Warrant, right], (await Again(first.Id)).LegalAny.SelectMany(way => way));

        // One that is cited since stands on either way from the start.
        Assert.Equal([unit.Warrant, right], (await Cite("for the bed")).LegalAny.SelectMany(way => way));

        var witness = await Foundation(FoundationKind.Witness);
        var file = await unit.Only();
        Assert.Equal("files.second-way-no-ground", (await new NameSecondSource(unit.Store).Handle(new(Unit.Ref, file.Id, file.Version, 0, "Officer 1", witness), unit.Counsel, Cancel)).Error?.Key);

        async Task Say(FoundationId? way)
        {
            var now = await unit.Only();
            var said = await new NameSecondSource(unit.Store).Handle(new(Unit.Ref, now.Id, now.Version, 0, "Officer 1", way), unit.Counsel, Cancel);
            Assert.True(said.IsOk, said.Error?.Key);
        }

        async Task<Exhibit> Cite(string words)
        {
            await using var work = unit.Store.Begin(unit.Counsel);
            var record = work.Db.Records.Single(r => r.Text != null && r.Text.Contains(words)).Id;
            var cited = await new CitePassage(unit.Store, Unit.Texts, new([]), new(unit.Store, new())).Handle(new CitePassage.Command { Case = Unit.Ref, Record = record, Quote = words }, unit.Counsel, Cancel);
            Assert.True(cited.IsOk, cited.Error?.Key);
            return await Again(cited.Value.Exhibit);
        }

        async Task<Exhibit> Again(ExhibitId id)
        {
            await using var work = unit.Store.Begin(unit.Counsel);
            return work.Db.Exhibits.Single(e => e.Id == id);
        }

        async Task<FoundationId> Foundation(FoundationKind kind) => (await new AddFoundation(unit.Store).Handle(new(Unit.Ref, kind, "Second " + kind), unit.Counsel, Cancel)).Value;
    }
}
