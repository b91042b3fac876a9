using System.Text;
using Onus.Casework.Cases;
using Onus.Casework.Evidence;
using Onus.Casework.Files;
using Onus.Casework.People;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Ingest.Contract;
using Onus.Store.Database;
using Onus.Store.Log;

namespace Onus.Casework.Tests.Records;

/// <summary>A payment that is cited says who paid whom how much and when, and what the row leaves open.</summary>
public sealed class CitePaymentTests : IAsyncDisposable
{
    private static readonly CaseSentences Named = new(
        "Orchard Ltd",
        [
            ("16/05/2025;REST MAY;Survivor's account;-120.00", "Defendant 1 paid Survivor B 120.00 EUR on 16 May 2025 (“REST MAY”)", "16/05/2025 · −120.00 EUR · REST MAY"),
            ("17/05/2025;Fee for the bed;Survivor's account;45.50", "Survivor B paid Defendant 1 45.50 EUR on 17 May 2025 (“Fee for the bed”)", "17/05/2025 · 45.50 EUR · Fee for the bed"),
            ("18/05/2025;;Green Grocer;-1234.05", "Defendant 1 paid Green Grocer 1,234.05 EUR on 18 May 2025", "18/05/2025 · −1234.05 EUR"),
            ("19/05/2025;cash;;-60.00", "Defendant 1 paid somebody whom no column of the row names 60.00 EUR on 19 May 2025 (“cash”)", "19/05/2025 · −60.00 EUR · cash"),
            ("20/05/2025;cash in;;60.00", "Somebody whom no column of the row names paid Defendant 1 60.00 EUR on 20 May 2025 (“cash in”)", "20/05/2025 · 60.00 EUR · cash in"),
            ("21/05/2025;nothing;Survivor's account;0.00", "0.00 EUR between Defendant 1 and Survivor B on 21 May 2025; the row does not say in which direction (“nothing”)", "21/05/2025 · 0.00 EUR · nothing"),
        ]);

    private static readonly CaseSentences Unnamed = new(
        null,
        [
            ("16/05/2025;REST MAY;Survivor's account;-120.00", "Whoever holds the account in “rows.csv” paid Survivor B 120.00 EUR on 16 May 2025 (“REST MAY”)", "16/05/2025 · −120.00 EUR · REST MAY"),
            ("17/05/2025;Loan;Survivor's account;80.00", "Survivor B paid whoever holds the account in “rows.csv” 80.00 EUR on 17 May 2025 (“Loan”)", "17/05/2025 · 80.00 EUR · Loan"),
        ]);

    private readonly List<Unit> units = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        foreach (var unit in units)
        {
            await unit.DisposeAsync();
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_fact_says_who_paid_whom_how_much_and_when_and_the_quote_is_the_row(bool named)
    {
        var asked = named ? Named : Unnamed;
        var (unit, rows) = await Read(asked);
        foreach (var (row, line) in rows.Zip(asked.Lines))
        {
            var cited = (await Cite(unit, row)).Value;
            var snapshot = await Case(unit);
            Assert.Equal(line.Fact, snapshot.Facts.Single(fact => fact.Id == cited.Fact).Sentence);
            var exhibit = snapshot.Exhibits.Single(one => one.Id == cited.Exhibit);
            Assert.Equal(line.Quote, exhibit.Quote);
            Assert.Equal(asked.Holder, snapshot.Holders.GetValueOrDefault(exhibit.Id));
            Assert.Equal(row.Locator.Slice, exhibit.Locator!.Slice);
        }
    }

    [Fact]
    public async Task All_words_of_the_row_are_the_row_and_some_of_them_are_themselves_and_the_sum_is_said_all_the_same()
    {
        var (unit, rows) = await Read(Named);
        var whole = (await Cite(unit, rows[0], " REST   MAY ")).Value;
        var part = (await Cite(unit, rows[1], "the bed")).Value;
        var snapshot = await Case(unit);
        Assert.Equal("16/05/2025 · −120.00 EUR · REST MAY", snapshot.Exhibits.Single(one => one.Id == whole.Exhibit).Quote);
        Assert.Equal("the bed", snapshot.Exhibits.Single(one => one.Id == part.Exhibit).Quote);
        Assert.Equal("Survivor B paid Defendant 1 45.50 EUR on 17 May 2025 (“the bed”)", snapshot.Facts.Single(fact => fact.Id == part.Fact).Sentence);
        Assert.Equal("cite.quote-not-there", (await Cite(unit, rows[1], "no such words")).Error?.Key);
    }

    [Fact]
    public async Task A_row_that_was_cited_by_its_words_alone_stays_the_exhibit_that_it_is()
    {
        var (unit, rows) = await Read(Named);
        var old = (await Cite(unit, rows[0])).Value;
        await using (var work = unit.Store.Begin(unit.Counsel))
        {
            var exhibit = (await Case(unit)).Exhibits.Single(one => one.Id == old.Exhibit);
            work.Change(exhibit, exhibit with { Quote = "REST MAY" });
            Assert.True((await work.Commit(new LogEvent(unit.Case, Acts.ExhibitChanged), Cancel)).IsOk);
        }

        var again = (await Cite(unit, rows[0])).Value;
        Assert.Equal(old.Exhibit, again.Exhibit);
        Assert.Equal("REST MAY", (await Case(unit)).Exhibits.Single().Quote);
    }

    [Theory]
    [InlineData(false, "USD", "Defendant 1 paid Survivor B 120.00 USD on 16 May 2025 (“REST MAY”)", "16/05/2025 · −120.00 USD · REST MAY")]
    [InlineData(true, "EUR", "Survivor B paid Defendant 1 120.00 EUR on 16 May 2025 (“REST MAY”)", "16/05/2025 · 120.00 EUR · REST MAY")]
    public async Task A_corrected_reading_that_is_accepted_takes_row_and_sentence_along(bool turned, string currency, string sentence, string quote)
    {
        var (unit, rows) = await Read(Named);
        var cited = (await Cite(unit, rows[0])).Value;
        Assert.True((await new SaveProfile(unit.Store).Handle(new(Unit.Ref, Profile("corrected", Named.Holder) with { Currency = currency, TurnedSigns = turned }, []), unit.Counsel, Cancel)).IsOk);
        var file = await unit.Only();
        var corrected = await new CorrectReading(unit.Store).Handle(
            new() { Case = Unit.Ref, File = file.Id, Version = file.Version, Reason = "The bank says so", Profile = "corrected" }, unit.Counsel, Cancel);
        Assert.True(corrected.IsOk, corrected.Error?.Key);

        var decide = new DecideDifferences(unit.Store, Unit.Texts);
        var shown = Assert.Single((await decide.Load(Unit.Ref, file.Id, unit.Counsel, Cancel)).Value.Open);
        Assert.False(DecideDifferences.Gone(shown));
        Assert.Equal(sentence, Assert.Single(shown.Facts).Proposed.Sentence);
        Assert.True((await decide.Handle(new(Unit.Ref, file.Id, [new(shown.Difference.Id, shown.Difference.Version, Accept: true)], [cited.Fact]), unit.Counsel, Cancel)).IsOk);
        var snapshot = await Case(unit);
        Assert.Equal((sentence, quote), (snapshot.Facts.Single().Sentence, snapshot.Exhibits.Single().Quote));
    }

    private async Task<(Unit Unit, IReadOnlyList<RecordRow> Rows)> Read(CaseSentences asked)
    {
        var unit = await Unit.Open();
        units.Add(unit);
        Assert.True((await new AddPerson(unit.Store, Unit.Texts).Handle(new(Unit.Ref, "Defendant 1", [PersonRole.Defendant], ["Orchard Ltd"]), unit.Counsel, Cancel)).IsOk);
        Assert.True((await new MapAlias(unit.Store, Unit.Texts).Handle(new(Unit.Ref, "Survivor's account", unit.Survivor), unit.Counsel, Cancel)).IsOk);
        await unit.Drop(("rows.csv", Encoding.UTF8.GetBytes("Date;Text;With;Amount\n" + string.Concat(asked.Lines.Select(line => line.Row + "\n")))));
        await unit.Answer();
        Assert.True((await new SaveProfile(unit.Store).Handle(new(Unit.Ref, Profile("rows", asked.Holder), [(await unit.Only()).Id]), unit.Counsel, Cancel)).IsOk);
        Assert.True((await unit.Read()).IsOk);
        await using var work = unit.Store.Begin(unit.Counsel);
        return (unit, [.. work.Db.Records.Where(row => row.Kind == RecordKind.Payment).OrderBy(row => row.Sequence)]);
    }

    private static ColumnProfile Profile(string name, string? holder) =>
        new() { Name = name, Delimiter = ';', Header = true, Date = 1, DateOrder = "dmy", Description = 2, Counterparty = 3, Amount = 4, Currency = "EUR", Holder = holder };

    private static Task<Domain.Shared.Result<CitePassage.Cited>> Cite(Unit unit, RecordRow row, string quote = "") =>
        new CitePassage(unit.Store, Unit.Texts, Practice.PracticeStore.Law, new(unit.Store, new())).Handle(new() { Case = Unit.Ref, Record = row.Id, Quote = quote }, unit.Counsel, Cancel);

    private static async Task<CaseSnapshot> Case(Unit unit) => (await new LoadCase(unit.Store).Handle(Unit.Ref, unit.Counsel, Cancel)).Value;

    private sealed record CaseSentences(string? Holder, IReadOnlyList<(string Row, string Fact, string Quote)> Lines);
}
