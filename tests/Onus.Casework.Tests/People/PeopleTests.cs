using Onus.Casework.Cases;
using Onus.Casework.Evidence;
using Onus.Casework.People;
using Onus.Casework.Records;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Domain.Shared;
using Onus.Seeds;

namespace Onus.Casework.Tests.People;

/// <summary>What becomes of people once they are in a case: renamed, given spellings, split, no people at all.</summary>
public sealed class PeopleTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("onus-people-").FullName;
    private SeededCase seeded = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => seeded = await SeededCase.In(folder);

    public ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Several_people_are_added_in_one_act_or_none_of_them()
    {
        var add = new AddPerson(seeded.Store, Unit.Texts);
        var police = await seeded.Investigator();
        var before = (await Case()).People.Count;
        var wrong = await add.Several(seeded.Ref, [Command("Witness 1"), Command("Witness 2", "Boss")], police, Cancel);
        Assert.Equal("people.alias-taken", wrong.Error?.Key);
        Assert.Contains(("row", (ErrorValue)2), wrong.Error!.Values);
        Assert.Contains(("person", (ErrorValue)"Defendant 1"), wrong.Error.Values);
        Assert.Equal(before, (await Case()).People.Count);

        Assert.Equal("people.alias-taken", (await add.Several(seeded.Ref, [Command("Witness 1", "Nene"), Command("Witness 2", "Nene")], police, Cancel)).Error?.Key);
        Assert.Equal("people.pseudonym-real", (await add.Several(seeded.Ref, [Command("Rosalba"), Command("Witness 2", "Rosalba T.")], police, Cancel)).Error?.Key);
        Assert.Equal("people.nobody", (await add.Several(seeded.Ref, [], police, Cancel)).Error?.Key);
        Assert.Equal("people.role-missing", (await add.Several(seeded.Ref, [Command("Witness 1") with { Roles = [] }], police, Cancel)).Error?.Key);

        var added = await add.Several(seeded.Ref, [Command("Witness 1", "Nene"), Command("Witness 2"), Command("Witness 3")], police, Cancel);
        Assert.Equal(3, added.Value.Count);
        Assert.Equal(before + 3, (await Case()).People.Count);

        AddPerson.Command Command(string name, params string[] aliases) => new(seeded.Ref, name, [PersonRole.Witness], aliases);
    }

    [Fact]
    public async Task A_person_keeps_the_key_of_the_citing_form_whoever_comes_goes_or_turns_out_to_be_somebody_else()
    {
        var (police, counsel, texts) = (await seeded.Investigator(), await seeded.Prosecutor(), Unit.Texts);
        var add = new AddPerson(seeded.Store, texts);
        var witness = (await add.Handle(new(seeded.Ref, "Witness 2", [PersonRole.Witness], []), police, Cancel)).Value;
        var more = (await add.Several(seeded.Ref, [.. Enumerable.Range(3, 9).Select(number => new AddPerson.Command(seeded.Ref, $"Defendant {number}", [PersonRole.Defendant], []))], police, Cancel)).Value;
        var before = await Places();
        Assert.Equal(Enumerable.Range(3, 9), more.Select(id => before[new(id, PersonRole.Defendant)]));

        // A witness who turns out to be a survivor, a survivor whose name sorts first, two defendants who are one, and one who is called otherwise.
        Assert.True((await new ChangePerson(seeded.Store, texts).Handle(
            new ChangePerson.Command { Case = seeded.Ref, Person = witness, Version = 1, Pseudonym = "Survivor C", Roles = [PersonRole.Survivor], Words = PersonWords.RepeatName }, counsel, Cancel)).IsOk);
        var late = (await add.Handle(new(seeded.Ref, "Survivor A", [PersonRole.Survivor], []), police, Cancel)).Value;
        Assert.True((await new MergePeople(seeded.Store, texts).Handle(new(seeded.Ref, more[0], 1, more[1], 1), counsel, Cancel)).IsOk);
        Assert.True((await new ChangePerson(seeded.Store, texts).Handle(
            new ChangePerson.Command { Case = seeded.Ref, Person = more[8], Version = 1, Pseudonym = "Defendant 0", Roles = [PersonRole.Defendant], Words = PersonWords.RepeatName }, counsel, Cancel)).IsOk);

        var after = await Places();
        Assert.All(before.Where(place => place.Key.Person != more[1]), place => Assert.Equal(place.Value, after[place.Key]));
        Assert.Equal((12, 13), (after[new(witness, PersonRole.Survivor)], after[new(late, PersonRole.Survivor)]));
        Assert.Equal(after.Count, after.Values.Distinct().Count());

        async Task<IReadOnlyDictionary<KeyPart, int>> Places() => (await new FindKeyPlaces(seeded.Store).Handle(seeded.Ref, counsel, Cancel)).Value;
    }

    [Theory]
    [InlineData("خالد")]
    [InlineData("selwen A")] // A word of who gave a file.
    [InlineData("hollow orchard")]
    public async Task A_name_that_the_records_write_is_refused_as_a_pseudonym_and_not_repeated(string name)
    {
        var refused = (await new AddPerson(seeded.Store, Unit.Texts).Handle(new(seeded.Ref, name, [PersonRole.Witness], []), await seeded.Investigator(), Cancel)).Error!;
        Assert.Equal("people.pseudonym-real", refused.Key);
        Assert.DoesNotContain(name, Unit.Texts.Of(refused), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("people.pseudonym-real", (await Change(seeded.Survivor, c => c with { Pseudonym = name })).Error?.Key);
    }

    [Fact]
    public async Task A_new_pseudonym_reaches_every_label_that_was_made_of_the_old_one_and_says_what_it_left()
    {
        await Cite("one-sided.txt", "Call 1", seeded.Survivor.Id);
        await Cite("statement.docx", null, seeded.Survivor.Id);
        var before = await Case();
        Assert.Contains(before.Foundations, f => f.Label.Contains("Survivor B", StringComparison.Ordinal));
        await using (var work = seeded.Store.Begin(await seeded.Investigator()))
        {
            work.Add(new Fact { Id = new(Guid.CreateVersion7()), CaseId = seeded.Id, Sentence = "Survivor B slept in the shed." });
            work.Add(new Foundation { Id = new(Guid.CreateVersion7()), CaseId = seeded.Id, Kind = FoundationKind.Consent, Label = "Consent of Survivor B to read the phone" });
            work.Add(new Foundation { Id = new(Guid.CreateVersion7()), CaseId = seeded.Id, Kind = FoundationKind.Other, Label = "Survivor B" });
            Assert.True((await work.Commit(new Store.Log.LogEvent(seeded.Id, Acts.FactWritten), Cancel)).IsOk);
        }

        var left = await Change(seeded.Survivor, c => c with { Pseudonym = "Survivor K" });

        var after = await Case();
        Assert.True(left.IsOk, left.Error?.Key);
        Assert.Equal(["Consent of Survivor B to read the phone"], after.Foundations.Select(f => f.Label).Where(l => l.Contains("Survivor B", StringComparison.Ordinal)));
        Assert.Contains(after.Foundations, f => f.Label == "Survivor K");
        Assert.Contains(after.Foundations, f => f.Label == "The phone of Survivor K");
        // The fact and the consent that somebody typed. What citing wrote follows, but for the words that it quotes.
        Assert.Equal(2, left.Value);
        Assert.Contains(after.Facts, f => f.Sentence == "Survivor K states: “Statement of Survivor B, taken on 20 May 2025.”");
        Assert.Equal("rows.changed-meanwhile", (await Change(seeded.Survivor, c => c with { Pseudonym = "Survivor L" })).Error?.Key);
    }

    [Fact]
    public async Task Parts_are_given_and_taken_and_one_remains()
    {
        Assert.True((await Change(seeded.Defendant, c => c with { Roles = [PersonRole.Defendant, PersonRole.Survivor, PersonRole.Defendant], Words = PersonWords.He, MayBeMinor = true })).IsOk);
        var changed = (await Case()).People.Single(p => p.Id == seeded.Defendant.Id);
        Assert.Equal([PersonRole.Defendant, PersonRole.Survivor], changed.Roles);
        Assert.Equal((PersonWords.He, true), (changed.Words, changed.MayBeMinor));
        Assert.Equal("people.role-missing", (await Change(seeded.Survivor, c => c with { Roles = [] })).Error?.Key);
    }

    [Fact]
    public async Task What_was_written_under_a_name_follows_the_name()
    {
        var exhibit = await Cite("chat.txt", "You owe 1,400", seeded.Defendant.Id);
        var police = await seeded.Investigator();
        var remove = new RemoveAlias(seeded.Store, Unit.Texts);
        Assert.Equal("rows.changed-meanwhile", (await remove.Handle(new(seeded.Ref, seeded.Defendant.Id, 9, "Boss"), police, Cancel)).Error?.Key);
        Assert.Equal("rows.changed-meanwhile", (await remove.Handle(new(seeded.Ref, seeded.Defendant.Id, 1, "Nobody"), police, Cancel)).Error?.Key);
        Assert.Equal(1, (await remove.Handle(new(seeded.Ref, seeded.Defendant.Id, 1, "Boss"), police, Cancel)).Value);
        Assert.Equal([new Origin(null, "Boss")], await Origins(exhibit));
        Assert.Equal(1, (await new MapAlias(seeded.Store, Unit.Texts).Handle(new(seeded.Ref, " Boss ", seeded.Defendant.Id), police, Cancel)).Value);
        Assert.Equal([new Origin(seeded.Defendant.Id)], await Origins(exhibit));

        var split = new SplitPerson(seeded.Store, Unit.Texts);
        SplitPerson.Command command = new(seeded.Ref, seeded.Defendant.Id, 3, ["Boss"], "Suspect 7", [PersonRole.Defendant]);
        Assert.Equal("people.split-nothing", (await split.Handle(command with { Spellings = [] }, police, Cancel)).Error?.Key);
        Assert.Equal("rows.changed-meanwhile", (await split.Handle(command with { Spellings = ["Boss", "Chief"] }, police, Cancel)).Error?.Key);
        Assert.Equal("people.pseudonym-taken", (await split.Handle(command with { Pseudonym = "defendant 2" }, police, Cancel)).Error?.Key);
        Assert.Equal("people.pseudonym-real", (await split.Handle(command with { Pseudonym = "Hollow" }, police, Cancel)).Error?.Key);
        var other = await split.Handle(command, police, Cancel);
        Assert.True(other.IsOk, other.Error?.Key);
        Assert.Equal([new Origin(other.Value)], await Origins(exhibit));
        var people = (await Case()).People;
        Assert.Equal(["Hollow Orchard"], people.Single(p => p.Id == seeded.Defendant.Id).Aliases);
        Assert.Equal(other.Value, new Names(people).Of("Boss").Person);
    }

    [Fact]
    public async Task A_name_that_is_no_person_leaves_the_lists_and_comes_back()
    {
        var say = new SayNotAPerson(seeded.Store);
        var police = await seeded.Investigator();
        var before = await Contacts();
        Assert.Contains(before.Unknown, u => u.Name.Shown == "خالد");
        Assert.Contains(before.Groups, g => g.From.Shown == "خالد");
        Assert.Equal("people.alias-taken", (await say.Handle(new(seeded.Ref, "Boss"), police, Cancel)).Error?.Key);

        var said = await say.Handle(new(seeded.Ref, "خالد"), police, Cancel);
        var left = await Contacts();
        Assert.DoesNotContain(left.Unknown, u => u.Name.Shown == "خالد");
        Assert.DoesNotContain(left.Groups, g => g.From.Shown == "خالد");
        // Without the third name, the chat is one between two.
        Assert.Contains(left.Pairs, p => p.There + p.Back > 200);
        Assert.Equal(("خالد", 1), (Assert.Single(left.Left).Row.Name, left.Left[0].Messages));
        Assert.Equal("people.alias-not-a-person", (await new MapAlias(seeded.Store, Unit.Texts).Handle(new(seeded.Ref, "خالد", seeded.Defendant.Id), police, Cancel)).Error?.Key);
        Assert.Equal("people.alias-not-a-person", (await say.Handle(new(seeded.Ref, "خالد"), police, Cancel)).Error?.Key);

        Assert.True((await say.TakeBack(seeded.Ref, said.Value, police, Cancel)).IsOk);
        Assert.Contains((await Contacts()).Unknown, u => u.Name.Shown == "خالد");
        Assert.Equal("people.not-found", (await say.TakeBack(seeded.Ref, said.Value, police, Cancel)).Error?.Key);
    }

    [Fact]
    public async Task Nobody_of_another_case_finds_a_person()
    {
        var stranger = await seeded.Stranger();
        Assert.Equal("cases.not-found", (await new OpenPerson(seeded.Store, Unit.Texts).Handle(seeded.Ref, seeded.Survivor.Id, stranger, Cancel)).Error?.Key);
        Assert.Equal("cases.not-found", (await new RemoveAlias(seeded.Store, Unit.Texts).Handle(new(seeded.Ref, seeded.Survivor.Id, 1, "B"), stranger, Cancel)).Error?.Key);
        Assert.Equal("cases.not-found", (await new SayNotAPerson(seeded.Store).Handle(new(seeded.Ref, "خالد"), stranger, Cancel)).Error?.Key);
    }

    private async Task<CaseSnapshot> Case() => (await new LoadCase(seeded.Store).Handle(seeded.Ref, await seeded.Prosecutor(), Cancel)).Value;

    private async Task<WhoAndWhom.Answer> Contacts() => (await new WhoAndWhom(seeded.Store).Handle(seeded.Ref, await seeded.Investigator(), Cancel)).Value;

    private async Task<IReadOnlyList<Origin>> Origins(ExhibitId id) => (await Case()).Exhibits.Single(e => e.Id == id).Origins;

    private async Task<ExhibitId> Cite(string file, string? words, PersonId origin)
    {
        var row = words is null ? seeded.Rows[file][0] : seeded.Row(file, words);
        var cited = await new CitePassage(seeded.Store, Unit.Texts, new([]), new(seeded.Store, new())).Handle(new CitePassage.Command { Case = seeded.Ref, Record = row.Id }, await seeded.Investigator(), Cancel);
        Assert.True(cited.IsOk, cited.Error?.Key);
        Assert.Contains((await Case()).Exhibits.Single(e => e.Id == cited.Value.Exhibit).Origins, o => o.Person == origin || row.Sender is not null);
        return cited.Value.Exhibit;
    }

    private async Task<Result<int>> Change(Person person, Func<ChangePerson.Command, ChangePerson.Command> to) => await new ChangePerson(seeded.Store, Unit.Texts).Handle(
        to(new ChangePerson.Command { Case = seeded.Ref, Person = person.Id, Version = 1, Pseudonym = person.Pseudonym, Roles = person.Roles }), await seeded.Investigator(), Cancel);
}
