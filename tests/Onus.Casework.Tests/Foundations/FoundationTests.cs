using Onus.Casework.Cases;
using Onus.Casework.Files;
using Onus.Casework.Foundations;
using Onus.Casework.People;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.People;

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

    private async Task<Foundation> Warrant() => (await Case()).Foundations.Single(foundation => foundation.Id == unit.Warrant);

    private async Task<CaseSnapshot> Case() => (await new LoadCase(unit.Store).Handle(Unit.Ref, unit.Counsel, Cancel)).Value;
}
