using Onus.Casework.Cases;
using Onus.Casework.Files;
using Onus.Casework.People;
using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Domain.Shared;

namespace Onus.Casework.Tests.Files;

public sealed class DescribeStatementTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_said_is_kept_and_what_nobody_said_stays_open()
    {
        await using var unit = await Statement();
        var interpreter = await Person(unit, "Interpreter 1", PersonRole.Interpreter);
        Assert.Equal("Nobody has said whether it was sworn, whether it was read back, in which language it was given.", StatementWords.Open(await unit.Only(), Unit.Texts));
        Assert.Equal("", await Said(unit));

        Assert.Null(await Describe(unit, new() { Oath = StatementOath.Affirmation, Language = " Nepali ", Interpreter = interpreter }));
        Assert.Equal("Statement taken on affirmation, in Nepali, through Interpreter 1 as interpreter.", await Said(unit));
        Assert.Equal("Nobody has said whether it was read back, whether the interpreter took an oath.", StatementWords.Open(await unit.Only(), Unit.Texts));

        Assert.Null(await Describe(unit, new() { Oath = StatementOath.Unsworn, ReadBack = false, Language = "Nepali", Interpreter = interpreter, InterpreterSworn = true }));
        Assert.Equal("Statement taken without an oath, not read back to the speaker, in Nepali, through Interpreter 1 as interpreter on oath.", await Said(unit));
        Assert.Equal("", StatementWords.Open(await unit.Only(), Unit.Texts));
    }

    [Fact]
    public async Task It_is_refused_where_it_cannot_be_true_and_nothing_is_saved()
    {
        await using var unit = await Statement();
        Assert.Equal("files.statement.interpreter-missing", await Describe(unit, new() { InterpreterSworn = true }));
        Assert.Equal("people.not-found", await Describe(unit, new() { Interpreter = new PersonId(Guid.CreateVersion7()) }));
        Assert.Equal("rows.changed-meanwhile", await Describe(unit, new() { Language = "Nepali" }, old: 1));
        Assert.Null((await unit.Only()).Taken);
    }

    [Fact]
    public async Task What_is_no_statement_has_no_oath()
    {
        await using var unit = await Unit.Open();
        await unit.Drop(("note.txt", "A note"u8.ToArray()));
        await unit.Answer();
        Assert.Equal("files.statement.none", await Describe(unit, new() { Oath = StatementOath.Oath }));
        Assert.Equal("", StatementWords.Open(await unit.Only(), Unit.Texts));
    }

    [Fact]
    public async Task Two_interpreters_made_one_leave_no_statement_without_its_interpreter()
    {
        await using var unit = await Statement();
        var (keep, gone) = (await Person(unit, "Interpreter 1", PersonRole.Interpreter), await Person(unit, "Interpreter 2", PersonRole.Interpreter));
        Assert.Null(await Describe(unit, new() { Language = "Nepali", Interpreter = gone }));
        var people = (await new LoadCase(unit.Store).Handle(Unit.Ref, unit.Counsel, Cancel)).Value.People;
        var merged = await new MergePeople(unit.Store, Unit.Texts).Handle(new(Unit.Ref, keep, people.Single(p => p.Id == keep).Version, gone, people.Single(p => p.Id == gone).Version), unit.Counsel, Cancel);
        Assert.True(merged.IsOk, merged.Error?.Key);
        Assert.Equal(keep, (await unit.Only()).Taken!.Interpreter);
    }

    private static async Task<Unit> Statement()
    {
        var unit = await Unit.Open();
        await unit.Drop(("statement.txt", "I was afraid."u8.ToArray()));
        Assert.True((await new AnswerQuestions(unit.Store).Handle(
            new AnswerQuestions.Command { Case = Unit.Ref, Files = [(await unit.Only()).Id], FromPerson = unit.Survivor, Statement = true, Obtained = unit.Warrant }, unit.Counsel, Cancel)).IsOk);
        return unit;
    }

    private static async Task<PersonId> Person(Unit unit, string name, PersonRole role) =>
        (await new AddPerson(unit.Store, Unit.Texts).Handle(new(Unit.Ref, name, [role], []), unit.Counsel, Cancel)).Value;

    private static async Task<string?> Describe(Unit unit, StatementTaken taken, int? old = null)
    {
        var file = await unit.Only();
        return (await new DescribeStatement(unit.Store).Handle(new(Unit.Ref, file.Id, old ?? file.Version, taken), unit.Counsel, Cancel)).Error?.Key;
    }

    private static async Task<string> Said(Unit unit) =>
        StatementWords.Said(await unit.Only(), (await new LoadCase(unit.Store).Handle(Unit.Ref, unit.Counsel, Cancel)).Value, Unit.Texts);
}
