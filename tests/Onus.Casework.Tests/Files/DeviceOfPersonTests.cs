using System.Text;
using Onus.Casework.Evidence;
using Onus.Casework.Files;
using Onus.Casework.Foundations;
using Onus.Casework.People;
using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Domain.Shared;
using Onus.Store.Database;

namespace Onus.Casework.Tests.Files;

/// <summary>A phone that the case has is the phone from which its owner's chats came, whatever it is called: it stands and falls for all of them.</summary>
public sealed class DeviceOfPersonTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Phone of Survivor B")]
    [InlineData("Black handset, item 7")]
    public async Task The_only_device_of_the_giver_carries_their_chat(string label)
    {
        await using var unit = await Unit.Open();
        var device = (await new AddFoundation(unit.Store).Handle(new(Unit.Ref, FoundationKind.Device, label, Whose: unit.Survivor), unit.Counsel, Cancel)).Value;
        var cited = await Cite(unit, await Chat(unit, "a.txt"));
        Assert.True(cited.IsOk, cited.Error?.Key);
        await using var work = unit.Store.Begin(unit.Counsel);
        Assert.Equal(device, Assert.Single(work.Db.Exhibits.Single().Factual));
        Assert.Equal(device, work.Db.Foundations.Single(f => f.Kind == FoundationKind.Device).Id);
    }

    [Fact]
    public async Task A_device_of_somebody_else_or_of_nobody_in_particular_carries_nothing()
    {
        await using var unit = await Unit.Open();
        var other = (await new AddPerson(unit.Store, Unit.Texts).Handle(new(Unit.Ref, "Defendant 1", [PersonRole.Defendant], []), unit.Counsel, Cancel)).Value;
        foreach (var whose in new PersonId?[] { other, null })
        {
            Assert.True((await new AddFoundation(unit.Store).Handle(new(Unit.Ref, FoundationKind.Device, whose is null ? "A laptop" : "His phone", Whose: whose), unit.Counsel, Cancel)).IsOk);
        }

        Assert.True((await Cite(unit, await Chat(unit, "a.txt"))).IsOk);
        await using var work = unit.Store.Begin(unit.Counsel);
        var rests = Assert.Single(work.Db.Exhibits.Single().Factual);
        Assert.Equal(unit.Survivor, work.Db.Foundations.Single(f => f.Id == rests).Whose);
    }

    [Fact]
    public async Task Of_several_devices_a_person_says_which_and_a_chat_that_is_cited_already_stays_on_its_own()
    {
        await using var unit = await Unit.Open();
        var early = await Chat(unit, "early.txt");
        var first = (await Cite(unit, early)).Value;
        var second = (await new AddFoundation(unit.Store).Handle(new(Unit.Ref, FoundationKind.Device, "Second phone", Whose: unit.Survivor), unit.Counsel, Cancel)).Value;
        var late = await Chat(unit, "late.txt");
        var refused = (await Cite(unit, late)).Error!;
        Assert.Equal("files.which-device", refused.Key);
        Assert.Contains("“late.txt” came from a device of Survivor B, and the case has 2:", Unit.Texts.Of(refused), StringComparison.Ordinal);
        Assert.Contains("Second phone", Unit.Texts.Of(refused), StringComparison.Ordinal);
        Assert.True((await Cite(unit, early, 2)).IsOk);

        var answers = new CorrectAnswers(unit.Store, Unit.Texts);
        var command = new AnswerQuestions.Command { Case = Unit.Ref, Files = [late.Id], FromPerson = unit.Survivor, Obtained = unit.Warrant, Factual = [second] };
        Assert.True((await answers.Handle(new(late.Version, "From her second phone", command, []), unit.Counsel, Cancel)).IsOk);
        Assert.True((await Cite(unit, late)).IsOk);
        await using var work = unit.Store.Begin(unit.Counsel);
        Assert.Equal(2, work.Db.Foundations.Count(f => f.Kind == FoundationKind.Device));
        Assert.Equal(second, Assert.Single(work.Db.Exhibits.Single(e => e.Material == late.Id).Factual));
        var ofEarly = work.Db.Exhibits.Where(e => e.Material == early.Id).ToList();
        Assert.Equal(2, ofEarly.Count);
        Assert.Equal(ofEarly[0].Factual, ofEarly[1].Factual);
        Assert.NotEqual(second, ofEarly.Single(e => e.Id == first.Exhibit).Factual[0]);
    }

    [Theory]
    [InlineData(FoundationKind.Device, "Phone of Survivor B", true)]
    [InlineData(FoundationKind.Witness, "What she says", true)]
    [InlineData(FoundationKind.Device, "Another phone", false)]
    public async Task What_an_answer_names_is_that_of_the_case_where_it_has_it(FoundationKind kind, string label, bool same)
    {
        await using var unit = await Unit.Open();
        var known = (await new AddFoundation(unit.Store).Handle(new(Unit.Ref, kind, kind == FoundationKind.Device ? "Phone of Survivor B" : "Survivor B testifies", kind == FoundationKind.Device ? null : unit.Survivor, kind == FoundationKind.Device ? unit.Survivor : null), unit.Counsel, Cancel)).Value;
        await unit.Drop(("note.pdf", "%PDF-1.4 note"u8.ToArray()));
        var file = await unit.Only();
        var named = new AnswerQuestions.NewFoundation(kind, label, kind == FoundationKind.Device ? null : unit.Survivor);
        Assert.True((await new AnswerQuestions(unit.Store).Handle(
            new AnswerQuestions.Command { Case = Unit.Ref, Files = [file.Id], From = "An officer", Obtained = unit.Warrant, FactualNew = [named] }, unit.Counsel, Cancel)).IsOk);
        Assert.Equal(same, known == Assert.Single((await unit.Only()).Factual));
    }

    private static async Task<Material> Chat(Unit unit, string name)
    {
        await unit.Drop((name, Encoding.UTF8.GetBytes($"13/4/2024, 08:10 - Boss: {name} one\n25/4/2024, 19:45 - Survivor B: two\n")));
        await unit.Answer();
        var file = (await unit.List()).Files.Single(f => f.Name == name);
        Assert.True((await new DecideReading(unit.Store).Handle(new(Unit.Ref, [file.Id], new("Asia/Kathmandu", "dmy", null, null)), unit.Counsel, Cancel)).IsOk);
        return (await new ReadHeldFile(unit.Store).Handle(new(Unit.Ref, file.Id), unit.Counsel, Cancel)).Value;
    }

    private static async Task<Result<CitePassage.Cited>> Cite(Unit unit, Material file, int place = 1)
    {
        RecordRow row;
        await using (var work = unit.Store.Begin(unit.Counsel))
        {
            row = work.Db.Records.Single(r => r.Material == file.Id && r.Sequence == place);
        }

        return await new CitePassage(unit.Store, Unit.Texts, new([]), new(unit.Store, new())).Handle(new() { Case = Unit.Ref, Record = row.Id }, unit.Counsel, Cancel);
    }
}
