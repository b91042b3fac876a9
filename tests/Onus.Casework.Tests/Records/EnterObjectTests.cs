using Onus.Casework.Cases;
using Onus.Casework.Evidence;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;

namespace Onus.Casework.Tests.Records;

/// <summary>What is no file is an exhibit too: with the next number, what it rests on, and what it shows or speaks against.</summary>
public sealed class EnterObjectTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Account book, red, item 1", "  the debts of three workers stand in it ", 1)]
    [InlineData(" Passport in the name of Survivor B ", null, 0)]
    public async Task An_object_gets_the_next_number_what_it_rests_on_and_what_it_shows(string title, string? shows, int facts)
    {
        await using var unit = await Unit.Open();
        var enter = new EnterObject(unit.Store);
        var keeper = (await new Casework.Foundations.AddFoundation(unit.Store).Handle(new(Unit.Ref, FoundationKind.Witness, "Officer 4 testifies"), unit.Counsel, Cancel)).Value;
        var command = new EnterObject.Command
        {
            Case = Unit.Ref,
            Title = title,
            Origins = [new(unit.Survivor), new(null, " Land office "), new(null, " "), new(unit.Survivor)],
            Legal = [unit.Warrant, unit.Warrant],
            Factual = [keeper],
            Shown = shows is null ? null : new(null, shows, new(2025, 5, 3), Bearing.Supports, " It was under the bed. "),
        };
        Assert.Equal(1, (await enter.Handle(command, unit.Counsel, Cancel)).Value);
        Assert.Equal(2, (await enter.Handle(command with { Shown = null }, unit.Counsel, Cancel)).Value);
        var loaded = (await new LoadCase(unit.Store).Handle(Unit.Ref, unit.Counsel, Cancel)).Value;
        var exhibit = loaded.Exhibits.Single(e => e.Number == 1);
        Assert.Equal((title.Trim(), null, null, ""), (exhibit.Title, exhibit.Material, exhibit.Record, exhibit.Quote));
        Assert.Equal([new Origin(unit.Survivor), new Origin(null, "Land office")], exhibit.Origins);
        Assert.Equal([unit.Warrant], exhibit.Legal);
        Assert.Equal([keeper], exhibit.Factual);
        Assert.Equal(facts, loaded.Facts.Count);
        if (shows is not null)
        {
            var fact = loaded.Facts.Single();
            Assert.Equal((shows.Trim(), new DateOnly(2025, 5, 3)), (fact.Sentence, fact.On));
            Assert.Equal((exhibit.Id, fact.Id, Bearing.Supports, "It was under the bed."), loaded.ExhibitTies.Select(tie => (tie.Exhibit, tie.Fact, tie.Bearing, tie.Reason)).Single());
        }
    }

    [Theory]
    [InlineData("exhibits.title-missing")]
    [InlineData("exhibits.names-unknown")]
    [InlineData("cite.against-what")]
    [InlineData("cite.fact-both")]
    [InlineData("facts.not-found")]
    [InlineData("cases.not-found")]
    public async Task What_is_wrong_is_said_and_nothing_is_entered(string key)
    {
        await using var unit = await Unit.Open();
        var right = new EnterObject.Command { Case = Unit.Ref, Title = "A telephone, item 2" };
        var gone = new FactId(Guid.CreateVersion7());
        EnterObject.Command[] wrong = key switch
        {
            "exhibits.title-missing" => [right with { Title = " " }],
            "exhibits.names-unknown" => [right with { Legal = [new(Guid.CreateVersion7())] }, right with { Factual = [new(Guid.CreateVersion7())] }, right with { Origins = [new(new PersonId(Guid.CreateVersion7()))] }],
            "cite.against-what" => [right with { Shown = new(null, "It was never hers.", null, Bearing.Undermines, "") }],
            "cite.fact-both" => [right with { Shown = new(gone, "It was hers.", null, Bearing.Supports, "") }],
            "facts.not-found" => [right with { Shown = new(gone, "", null, Bearing.Supports, "") }],
            _ => [right with { Case = "NOT-HERE" }],
        };
        foreach (var command in wrong)
        {
            Assert.Equal(key, (await new EnterObject(unit.Store).Handle(command, unit.Counsel, Cancel)).Error?.Key);
        }

        var loaded = (await new LoadCase(unit.Store).Handle(Unit.Ref, unit.Counsel, Cancel)).Value;
        Assert.Empty(loaded.Exhibits);
        Assert.Empty(loaded.Facts);
    }

    [Fact]
    public async Task It_shows_further_facts_speaks_against_others_and_says_no_fact_twice()
    {
        await using var unit = await Unit.Open();
        var cite = new CiteObject(unit.Store);
        Assert.Equal(1, (await new EnterObject(unit.Store).Handle(new() { Case = Unit.Ref, Title = "Account book", Shown = new(null, "She owed 400.", null, Bearing.Supports, "") }, unit.Counsel, Cancel)).Value);
        var owed = (await new LoadCase(unit.Store).Handle(Unit.Ref, unit.Counsel, Cancel)).Value.Facts.Single().Id;
        var paid = (await new Casework.Facts.WriteFact(unit.Store, Practice.PracticeStore.Law).Handle(new(Unit.Ref, "She was paid in May.", null), unit.Counsel, Cancel)).Value;

        Assert.Equal("objects.shown-already", (await cite.Handle(new(Unit.Ref, 1, new(owed, "", null, Bearing.Supports, "")), unit.Counsel, Cancel)).Error?.Key);
        Assert.Equal("facts.sentence-missing", (await cite.Handle(new(Unit.Ref, 1, new(null, " ", null, Bearing.Supports, "")), unit.Counsel, Cancel)).Error?.Key);
        Assert.Equal("exhibits.not-found", (await cite.Handle(new(Unit.Ref, 7, new(owed, "", null, Bearing.Supports, "")), unit.Counsel, Cancel)).Error?.Key);
        // The same sentence is the same fact; what is left of one that was taken back is that fact again.
        Assert.Equal("objects.shown-already", (await cite.Handle(new(Unit.Ref, 1, new(null, " She owed 400. ", null, Bearing.Supports, "")), unit.Counsel, Cancel)).Error?.Key);
        Assert.Equal("objects.day-of-known", (await cite.Handle(new(Unit.Ref, 1, new(paid, "", new(2025, 5, 3), Bearing.Undermines, "")), unit.Counsel, Cancel)).Error?.Key);
        Assert.Equal(paid, (await cite.Handle(new(Unit.Ref, 1, new(paid, "", null, Bearing.Undermines, "No sum stands in May.")), unit.Counsel, Cancel)).Value);
        Assert.True((await cite.Handle(new(Unit.Ref, 1, new(null, "The book has seven pages.", null, Bearing.Supports, "")), unit.Counsel, Cancel)).IsOk);
        var loaded = (await new LoadCase(unit.Store).Handle(Unit.Ref, unit.Counsel, Cancel)).Value;
        Assert.Equal(
            ["She owed 400. Supports ", "She was paid in May. Undermines No sum stands in May.", "The book has seven pages. Supports "],
            loaded.ExhibitTies.Select(tie => $"{loaded.Facts.Single(fact => fact.Id == tie.Fact).Sentence} {tie.Bearing} {tie.Reason}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(MemberRole.Advocate)]
    [InlineData(MemberRole.Mentor)]
    [InlineData(MemberRole.Unknown)]
    public async Task Whoever_does_not_investigate_enters_nothing(MemberRole role)
    {
        await using var unit = await Unit.Open();
        Assert.Equal(1, (await new EnterObject(unit.Store).Handle(new() { Case = Unit.Ref, Title = "Account book" }, unit.Counsel, Cancel)).Value);
        var other = unit.Counsel with { Cases = [.. unit.Counsel.Cases.Select(member => member with { Role = role })] };
        Assert.NotNull((await new EnterObject(unit.Store).Handle(new() { Case = Unit.Ref, Title = "A telephone" }, other, Cancel)).Error);
        Assert.NotNull((await new CiteObject(unit.Store).Handle(new(Unit.Ref, 1, new(null, "She owed 400.", null, Bearing.Supports, "")), other, Cancel)).Error);
        var loaded = (await new LoadCase(unit.Store).Handle(Unit.Ref, unit.Counsel, Cancel)).Value;
        Assert.Equal((1, 0), (loaded.Exhibits.Count, loaded.Facts.Count));
    }

    [Fact]
    public async Task An_object_on_what_has_fallen_is_entered_and_police_do_not_take_it_off_that_again()
    {
        await using var unit = await Unit.Open();
        var police = unit.Counsel with { Cases = [.. unit.Counsel.Cases.Select(member => member with { Role = MemberRole.Investigator })] };
        Assert.True((await new Casework.Foundations.DecideFoundation(unit.Store).Handle(new(unit.Warrant, 1, FoundationStatus.Fallen, "Order of 3 May"), unit.Counsel, Cancel)).IsOk);
        Assert.Equal(1, (await new EnterObject(unit.Store).Handle(new() { Case = Unit.Ref, Title = "Account book", Legal = [unit.Warrant] }, police, Cancel)).Value);
        var exhibit = (await new LoadCase(unit.Store).Handle(Unit.Ref, police, Cancel)).Value.Exhibits.Single();
        EditExhibit.Command edit = new()
        {
            Case = Unit.Ref,
            Number = 1,
            Version = exhibit.Version,
            Title = exhibit.Title,
            Origins = [],
            WordsConfirmed = false,
            Legal = [],
            LegalAny = [],
            Factual = [],
            VouchedBy = [],
            DerivedFrom = [],
            ReliesOn = [],
            Grounds = [],
            OnlyAgainst = [],
            OnlyFor = [],
            Purpose = "",
        };
        Assert.Equal("exhibits.fallen-counsel", (await new EditExhibit(unit.Store, Practice.PracticeStore.Law, Unit.Texts).Handle(edit, police, Cancel)).Error?.Key);
        // What it shows is said all the same: it counts for nothing while that has fallen.
        Assert.True((await new CiteObject(unit.Store).Handle(new(Unit.Ref, 1, new(null, "She owed 400.", null, Bearing.Supports, "")), police, Cancel)).IsOk);
    }

    [Fact]
    public async Task What_stands_in_a_file_is_cited_there()
    {
        await using var unit = await Unit.Open();
        await unit.Drop(("chat.txt", "[03/05/2025, 18:04:51] Boss: Come\r\n"u8.ToArray()));
        await unit.Answer();
        await unit.Decide("Europe/Berlin", "dmy");
        await unit.Read();
        Sha256 record;
        await using (var work = unit.Store.Begin(unit.Counsel))
        {
            record = work.Db.Records.Single().Id;
        }

        var cited = await new CitePassage(unit.Store, Unit.Texts, Practice.PracticeStore.Law, new(unit.Store, new())).Handle(new() { Case = Unit.Ref, Record = record }, unit.Counsel, Cancel);
        Assert.Equal("objects.is-passage", (await new CiteObject(unit.Store).Handle(new(Unit.Ref, cited.Value.Number, new(null, "He called.", null, Bearing.Supports, "")), unit.Counsel, Cancel)).Error?.Key);
        Assert.Equal(2, (await new EnterObject(unit.Store).Handle(new() { Case = Unit.Ref, Title = "A book" }, unit.Counsel, Cancel)).Value);
    }
}
