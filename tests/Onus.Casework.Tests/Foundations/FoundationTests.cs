using Onus.Casework.Cases;
using Onus.Casework.Files;
using Onus.Casework.Foundations;
using Onus.Casework.People;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Domain.Shared;

namespace Onus.Casework.Tests.Foundations;

/// <summary>A foundation is named where it is met first, corrected afterwards, and decided about with the paper that decides it.</summary>
public sealed class FoundationTests : IAsyncLifetime
{
    private Unit unit = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => unit = await Unit.Open();

    public ValueTask DisposeAsync() => unit.DisposeAsync();

    [Fact]
    public async Task Its_name_on_whom_it_rests_and_through_whom_it_came_can_be_corrected()
    {
        var clerk = (await new AddPerson(unit.Store, Unit.Texts).Handle(new(Unit.Ref, "Clerk 2", [PersonRole.Witness], []), unit.Counsel, Cancel)).Value;
        var edit = new EditFoundation(unit.Store);
        EditFoundation.Command command = new(unit.Warrant, 1, " Search warrant of 3 May ", clerk, unit.Survivor);
        Assert.Equal("foundations.label-missing", (await edit.Handle(command with { Label = " " }, unit.Counsel, Cancel)).Error?.Key);
        Assert.Equal("people.not-found", (await edit.Handle(command with { Person = new(Guid.CreateVersion7()) }, unit.Counsel, Cancel)).Error?.Key);
        Assert.Equal("people.not-found", (await edit.Handle(command with { Whose = new(Guid.CreateVersion7()) }, unit.Counsel, Cancel)).Error?.Key);
        Assert.Equal("foundations.not-found", (await edit.Handle(command with { Foundation = new(Guid.CreateVersion7()) }, unit.Counsel, Cancel)).Error?.Key);
        Assert.True((await edit.Handle(command, unit.Counsel, Cancel)).IsOk);
        Assert.Equal("rows.changed-meanwhile", (await edit.Handle(command, unit.Counsel, Cancel)).Error?.Key);
        var changed = await Warrant();
        Assert.Equal(("Search warrant of 3 May", clerk, unit.Survivor, FoundationKind.Warrant), (changed.Label, changed.Person!.Value, changed.Whose!.Value, changed.Kind));
    }

    [Fact]
    public async Task What_was_decided_about_it_names_its_paper_and_can_be_opened_again()
    {
        var decide = new DecideFoundation(unit.Store);
        DecideFoundation.Command command = new(unit.Warrant, 1, FoundationStatus.Fallen, "Order of 3 June, page 4");
        Assert.Equal("foundations.decision-missing", (await decide.Handle(command with { Decided = "" }, unit.Counsel, Cancel)).Error?.Key);
        Assert.Equal("foundations.not-found", (await decide.Handle(command with { Foundation = new(Guid.CreateVersion7()) }, unit.Counsel, Cancel)).Error?.Key);
        Assert.True((await decide.Handle(command, unit.Counsel, Cancel)).IsOk);
        Assert.Equal("rows.changed-meanwhile", (await decide.Handle(command, unit.Counsel, Cancel)).Error?.Key);
        Assert.Equal((FoundationStatus.Fallen, "Order of 3 June, page 4"), ((await Warrant()).Status, (await Warrant()).Decided));
        Assert.True((await decide.Handle(command with { Version = 2, Status = FoundationStatus.Open, Decided = "" }, unit.Counsel, Cancel)).IsOk);
        Assert.Equal((FoundationStatus.Open, null), ((await Warrant()).Status, (await Warrant()).Decided));
    }

    [Fact]
    public async Task That_it_was_taken_back_is_noted_by_police_corrected_answered_by_counsel_and_taken_away_with_a_reason()
    {
        var consent = (await new AddFoundation(unit.Store).Handle(new(Unit.Ref, FoundationKind.Consent, "Consent", Whose: unit.Survivor), unit.Counsel, Cancel)).Value;
        var (note, decide, drop) = (new NoteTakenBack(unit.Store), new DecideFoundation(unit.Store), new DropTakenBack(unit.Store));
        var police = unit.Counsel with { Cases = [.. unit.Counsel.Cases.Select(member => member with { Role = MemberRole.Investigator })] };
        NoteTakenBack.Command command = new(consent, 1, new(2025, 6, 3), " Officer 4 ");
        Assert.Equal("foundations.taken-back-kind", (await note.Handle(command with { Foundation = unit.Warrant }, police, Cancel)).Error?.Key);
        Assert.Equal("foundations.not-found", (await note.Handle(command with { Foundation = new(Guid.CreateVersion7()) }, police, Cancel)).Error?.Key);
        Assert.Equal("foundations.taken-back-on-future", (await note.Handle(command with { On = new(2999, 1, 1) }, police, Cancel)).Error?.Key);
        Assert.True((await note.Handle(command, police, Cancel)).IsOk);
        Assert.Equal("rows.changed-meanwhile", (await note.Handle(command, police, Cancel)).Error?.Key);
        var noted = await Of(consent);
        Assert.Equal((FoundationStatus.Open, "Officer 4", unit.Counsel.Name, true), (noted.Status, noted.TakenBack!.SaidTo, noted.TakenBack.NotedBy, noted.AsksCounsel));

        Assert.False((await decide.Handle(new(consent, 2, FoundationStatus.Open, "It stays"), police, Cancel)).IsOk);
        Assert.True((await decide.Handle(new(consent, 2, FoundationStatus.Open, "Counsel, 5 June: it stays in"), unit.Counsel, Cancel)).IsOk);
        Assert.Equal("Counsel, 5 June: it stays in", (await Of(consent)).TakenBack!.Decided);
        // A corrected note is another question.
        Assert.True((await note.Handle(command with { Version = 3, On = new(2025, 5, 30) }, police, Cancel)).IsOk);
        Assert.True((await Of(consent)).AsksCounsel);

        Assert.False((await drop.Handle(new(consent, 4, "Another consent was meant"), police, Cancel)).IsOk);
        Assert.Equal("foundations.drop-reason-missing", (await drop.Handle(new(consent, 4, " "), unit.Counsel, Cancel)).Error?.Key);
        Assert.True((await drop.Handle(new(consent, 4, "Another consent was meant"), unit.Counsel, Cancel)).IsOk);
        Assert.Equal("foundations.not-taken-back", (await drop.Handle(new(consent, 5, "Again"), unit.Counsel, Cancel)).Error?.Key);
        Assert.Null((await Of(consent)).TakenBack);
    }

    [Theory]
    [InlineData(FoundationKind.Device, "The blue phone")]
    [InlineData(FoundationKind.Custodian, "Archive of the port office")]
    [InlineData(FoundationKind.Examiner, "Examiner 3")]
    public async Task A_phone_a_keeper_or_an_examiner_is_named_with_the_answer_about_a_file(FoundationKind kind, string label)
    {
        await unit.Drop(("a.txt", "a"u8.ToArray()), ("b.txt", "b"u8.ToArray()));
        var files = (await unit.List()).Files.Select(file => file.Id).ToList();
        var answer = new AnswerQuestions.Command { Case = Unit.Ref, Files = files, FromPerson = unit.Survivor, Obtained = unit.Warrant, FactualNew = [new(kind, label)] };
        Assert.Equal("foundations.label-missing", (await new AnswerQuestions(unit.Store).Handle(answer with { FactualNew = [new(kind, " ")] }, unit.Counsel, Cancel)).Error?.Key);
        Assert.True((await new AnswerQuestions(unit.Store).Handle(answer, unit.Counsel, Cancel)).IsOk);
        var made = Assert.Single((await Case()).Foundations, foundation => foundation.Kind == kind);
        Assert.Equal((label, false), (made.Label, made.Legal));
        Assert.All((await unit.List()).Files, file => Assert.Equal([made.Id], file.Factual));
    }

    private Task<Foundation> Warrant() => Of(unit.Warrant);

    private async Task<Foundation> Of(FoundationId id) => (await Case()).Foundations.Single(foundation => foundation.Id == id);

    private async Task<CaseSnapshot> Case() => (await new LoadCase(unit.Store).Handle(Unit.Ref, unit.Counsel, Cancel)).Value;
}
