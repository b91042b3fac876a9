using System.Text;
using Onus.Casework.Cases;
using Onus.Casework.Evidence;
using Onus.Casework.Files;
using Onus.Casework.Originals;
using Onus.Casework.People;
using Onus.Casework.Records;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Store.Database;

namespace Onus.Casework.Tests.Records;

/// <summary>A format that no use case has heard of is shown, cited, told and looked up again by what its family says.</summary>
public sealed class FormatsInACaseTests
{
    private const string Statement = """
        :20:REF
        :25:10020030/77
        :28C:3/1
        :60F:C250501EUR100,00
        :61:2505030503D12,50NTRFNONREF
        :86:166?00TRANSFER?20Rent room 4?32Harbour Rooms
        :62F:C250503EUR87,50
        -
        """;

    private const string Calls = """
        Caller,Called,Start,Duration,Type,Cell
        0555 0101,0555 0202,13/05/2025 18:04:51,63,Voice,429-01-77
        0555 0202,0555 0101,14/05/2025 18:10:00,0,SMS,429-01-78
        0555 0101,,14/05/2025 18:12:00,9,Voice,429-01-77
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_statement_of_MT940_is_an_account()
    {
        await using var unit = await Unit.Open();
        await unit.Drop(("a.sta", Encoding.UTF8.GetBytes(Statement)));
        await unit.Answer();
        var file = (await unit.Read()).Value;
        Assert.Equal((MaterialStatus.Read, "ledger"), (file.Status, file.Summary!.Family));
        var (row, cited, snapshot) = await Cite(unit, 0);
        Assert.Equal(FileView.Table, (await Opened(unit, file)).View);
        Assert.Equal("10020030/77 paid Harbour Rooms 12.50 EUR on 3 May 2025 (“166 TRANSFER Rent room 4”)", snapshot.Facts.Single(fact => fact.Id == cited.Fact).Sentence);
        var exhibit = snapshot.Exhibits.Single();
        Assert.Equal("2025-05-03 · −12.50 EUR · 166 TRANSFER\nRent room 4", exhibit.Quote);
        Assert.False(ChallengeRules.HoldsWords(exhibit, file, snapshot.Foundations));
        Assert.NotEqual(FoundationKind.Device, snapshot.Foundations.Single(point => exhibit.Factual.Contains(point.Id)).Kind);
        var source = (await new ReadSource(unit.Store, new(unit.Store, new())).Handle(Unit.Ref, row.Id, unit.Counsel, Cancel)).Value;
        Assert.True(source.Verified);
        Assert.Equal([5L, 6], source.Lines.Where(line => line.Cited).Select(line => line.Number));
        Assert.Equal("line 5", Casework.Papers.Place.Of(exhibit.Locator, Unit.Texts));
    }

    [Fact]
    public async Task A_table_of_calls_is_calls()
    {
        await using var unit = await Unit.Open();
        Assert.True((await new AddPerson(unit.Store, Unit.Texts).Handle(new(Unit.Ref, "Defendant 1", [PersonRole.Defendant], ["0555 0101"]), unit.Counsel, Cancel)).IsOk);
        await unit.Drop(("phone/calls.csv", Encoding.UTF8.GetBytes(Calls)));
        await unit.Answer();
        Assert.Equal(["date-order", "zone"], (await unit.Read()).Value.Summary!.NeedsDecision.Select(d => d.What));
        await unit.Decide("Europe/Berlin", "dmy");
        var file = (await unit.Read()).Value;
        Assert.Equal((MaterialStatus.Read, "calls"), (file.Status, file.Summary!.Family));
        Assert.Equal(FileView.Calls, (await Opened(unit, file)).View);

        var call = await Cite(unit, 0);
        Assert.Equal("The operator's records list a call from Defendant 1 to 0555 0202 on 13 May 2025.", call.Snapshot.Facts.Single(fact => fact.Id == call.Cited.Fact).Sentence);
        var message = await Cite(unit, 1);
        Assert.Equal("The operator's records list a text message from 0555 0202 to Defendant 1 on 14 May 2025. What it said is not in them.", message.Snapshot.Facts.Single(fact => fact.Id == message.Cited.Fact).Sentence);
        var part = await Cite(unit, 2);
        Assert.Equal("The operator's records list a call of which they name one side only: Duration: 9 | Type: Voice | Cell: 429-01-77", part.Snapshot.Facts.Single(fact => fact.Id == part.Cited.Fact).Sentence);

        var contacts = (await new WhoAndWhom(unit.Store).Handle(Unit.Ref, unit.Counsel, Cancel)).Value;
        Assert.Equal(
            [("Defendant 1", "0555 0202", 1, 0), ("0555 0202", "Defendant 1", 0, 1), ("Defendant 1", null, 1, 0)],
            contacts.Calls.Select(pair => (pair.From?.Shown, pair.To?.Shown, pair.Calls, pair.Texts)).OrderBy(pair => pair.Item2 is null).ThenBy(pair => pair.Texts));
        Assert.Equal([("0555 0202", 2)], contacts.Unknown.Select(one => (one.Name.Shown, one.Records)));

        // Nobody said it: the operator tells it, whoever is named.
        Assert.All(part.Snapshot.Exhibits, exhibit => Assert.DoesNotContain(exhibit.Origins, origin => origin.Name?.StartsWith("0555", StringComparison.Ordinal) is true || part.Snapshot.People.Any(person => person.Is(PersonRole.Defendant) && person.Id == origin.Person)));
        Assert.All(part.Snapshot.Exhibits, exhibit => Assert.False(ChallengeRules.HoldsWords(exhibit, file, part.Snapshot.Foundations)));
        Assert.Equal(1, (await new ReadChronology(unit.Store).Handle(new() { Case = Unit.Ref, Kind = RecordKind.TextMessage }, unit.Counsel, Cancel)).Value.Total);
        Assert.True((await new ReadSource(unit.Store, new(unit.Store, new())).Handle(Unit.Ref, call.Row.Id, unit.Counsel, Cancel)).Value.Verified);
    }

    [Fact]
    public async Task A_call_that_both_carriers_list_is_one_call()
    {
        await using var unit = await Unit.Open();
        await unit.Drop(("a/calls.csv", Encoding.UTF8.GetBytes(Calls)), ("b/calls.csv", Encoding.UTF8.GetBytes("""
            Caller,Called,Start,Duration,Type
            0555 0101,0555 0202,13/05/2025 18:04:51,61,Voice
            0555 0101,0555 0202,13/05/2025 18:04:52,61,Voice
            0555 0303,0555 0202,13/05/2025 19:00:00,5,Voice
            """)));
        await unit.Answer();
        foreach (var file in (await unit.List()).Files)
        {
            await new ReadHeldFile(unit.Store).Handle(new(Unit.Ref, file.Id), unit.Counsel, Cancel);
            Assert.True((await new DecideReading(unit.Store).Handle(new(Unit.Ref, [file.Id], new("Europe/Berlin", "dmy", null, null)), unit.Counsel, Cancel)).IsOk);
            Assert.Equal(MaterialStatus.Read, (await new ReadHeldFile(unit.Store).Handle(new(Unit.Ref, file.Id), unit.Counsel, Cancel)).Value.Status);
        }

        Assert.Equal(
            [("0555 0101", "0555 0202", 2, 0, 1), ("0555 0101", null, 1, 0, 0), ("0555 0202", "0555 0101", 0, 1, 0), ("0555 0303", "0555 0202", 1, 0, 0)],
            (await new WhoAndWhom(unit.Store).Handle(Unit.Ref, unit.Counsel, Cancel)).Value.Calls
                .Select(pair => (pair.From!.Shown, pair.To?.Shown, pair.Calls, pair.Texts, pair.Twice)).OrderByDescending(pair => pair.Calls + pair.Texts).ThenBy(pair => pair.Item1, StringComparer.Ordinal).ThenBy(pair => pair.Item2, StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_month_that_an_operators_list_leaves_out_is_missing()
    {
        await using var unit = await Unit.Open();
        await unit.Drop(("calls.csv", Encoding.UTF8.GetBytes(Calls + "\n0555 0202,0555 0101,20/07/2025 10:00:00,0,SMS,429-01-78\n")));
        await unit.Answer();
        await unit.Read();
        await unit.Decide("Europe/Berlin", "dmy");
        await unit.Read();
        var series = Assert.Single((await new FindGaps(unit.Store).Handle(Unit.Ref, new(2025, 8, 1), unit.Counsel, Cancel)).Value.Series);
        Assert.Equal((RecordKind.Call, 4), (series.Kind, series.Count));
        Assert.Equal([new CalendarMonth(2025, 6)], series.Missing);
        Assert.Empty(series.Silences);
    }

    private static async Task<OpenFile.Opened> Opened(Unit unit, Material file) => (await new OpenFile(unit.Store).Handle(new(Unit.Ref, file.Id, null), unit.Counsel, Cancel)).Value;

    private static async Task<(RecordRow Row, CitePassage.Cited Cited, CaseSnapshot Snapshot)> Cite(Unit unit, int at)
    {
        RecordRow row;
        await using (var work = unit.Store.Begin(unit.Counsel))
        {
            row = work.Db.Records.OrderBy(one => one.Sequence).Skip(at).First();
        }

        var cited = await new CitePassage(unit.Store, Unit.Texts, Practice.PracticeStore.Law, new(unit.Store, new())).Handle(new() { Case = Unit.Ref, Record = row.Id, Quote = "" }, unit.Counsel, Cancel);
        Assert.True(cited.IsOk, cited.Error?.Key);
        return (row, cited.Value, (await new LoadCase(unit.Store).Handle(Unit.Ref, unit.Counsel, Cancel)).Value);
    }
}
