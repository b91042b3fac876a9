using System.Globalization;
using Onus.Casework.Cases;
using Onus.Casework.Evidence;
using Onus.Casework.People;
using Onus.Casework.Tests.Practice;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.Evidence;
using Onus.Seeds;
using Onus.Store.Log;

namespace Onus.Casework.Tests.Records;

/// <summary>The day of a phone that was set to another place is not said without its zone.</summary>
public sealed class WrittenElsewhereTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("onus-elsewhere-").FullName;
    private SeededCase seeded = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => seeded = await SeededCase.In(folder);

    public ValueTask DisposeAsync()
    {
        seeded.Store.Dispose();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("chat.txt", "2025-01-21T10:05:00", "2025-01-21T03:05:00Z", "on 21 January 2025 (time of the source, UTC+7; 20 January 2025, 22:05 in America/New_York)")]
    [InlineData("chat.txt", "2025-03-03T04:31:00", "2025-03-02T22:46:00Z", "on 3 March 2025 (time of the source, UTC+5:45; 2 March 2025, 17:46 in America/New_York)")]
    [InlineData("chat.txt", "2025-03-02T23:31:00", "2025-03-03T04:31:00Z", "on 2 March 2025: ")]
    [InlineData("chat.txt", "2025-03-03T12:31:00", "2025-03-03T05:31:00Z", "on 3 March 2025 (time of the source, UTC+7; 3 March 2025, 05:31 in UTC)")]
    [InlineData("chat.txt", "2025-03-02T23:31:00", null, "on 2 March 2025: ")]
    [InlineData("chat.txt", "2025-03-02", "2025-03-03T04:31:00Z", "on 2 March 2025: ")]
    [InlineData("bank.csv", "2025-03-03T02:10:00", "2025-03-03T02:10:00Z", "on 3 March 2025 (time of the source, UTC; 2 March 2025, 21:10 in America/New_York) (")]
    [InlineData("bank.csv", "2025-03-03T00:10:00", "2025-03-03T03:40:00Z", "on 3 March 2025 (time of the source, UTC\u22123:30; 2 March 2025, 22:40 in America/New_York) (")]
    public async Task The_sentence_says_the_zone_where_the_day_may_have_been_another(string file, string local, string? utc, string said)
    {
        var fact = await Cited(file, local, utc);
        Assert.Contains(said, fact.Sentence, StringComparison.Ordinal);
        // The stated day leads.
        Assert.Equal(DateOnly.ParseExact(local[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture), fact.On);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_sentence_with_its_zone_or_as_it_was_written_before_follows_a_new_name(bool zone)
    {
        var fact = await Cited("chat.txt", "2025-01-21T10:05:00", "2025-01-21T03:05:00Z");
        const string Zone = " (time of the source, UTC+7; 20 January 2025, 22:05 in America/New_York)";
        Assert.Contains(Zone, fact.Sentence, StringComparison.Ordinal);
        if (!zone)
        {
            await using var work = seeded.Store.Begin(await seeded.Investigator());
            work.Change(fact, fact with { Sentence = fact.Sentence.Replace(Zone, "", StringComparison.Ordinal) });
            Assert.True((await work.Commit(new LogEvent(seeded.Id, Acts.FactChanged), Cancel)).IsOk);
        }

        var person = (await Case()).People.Single(of => of.Pseudonym == "Defendant 1");
        Assert.True((await new ChangePerson(seeded.Store, Unit.Texts).Handle(
            new() { Case = seeded.Ref, Person = person.Id, Version = person.Version, Pseudonym = "Suspect 7", Roles = person.Roles }, await seeded.Investigator(), Cancel)).IsOk);
        var after = Assert.Single((await Case()).Facts).Sentence;
        Assert.StartsWith("Suspect 7 wrote on 21 January 2025" + (zone ? Zone : "") + ": ", after, StringComparison.Ordinal);
    }

    private async Task<Fact> Cited(string file, string local, string? utc)
    {
        var like = seeded.Rows[file].First(row => file == "bank.csv" ? row.Text?.Contains("Wages", StringComparison.Ordinal) is true : row.Sender == "Boss");
        var row = like with
        {
            Id = new Sha256(9_100.ToString("x64", CultureInfo.InvariantCulture)),
            Sequence = 90_100,
            Warnings = [],
            Day = local[..10],
            TimeLocal = local,
            Utc = utc is null ? null : DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture),
        };
        await using (var work = seeded.Store.Begin(await seeded.Investigator()))
        {
            work.AddRecords([row]);
            Assert.True((await work.Commit(new LogEvent(seeded.Id, Acts.FileRead), Cancel)).IsOk);
        }

        var cited = await new CitePassage(seeded.Store, Unit.Texts, PracticeStore.Law, new(seeded.Store, new())).Handle(new() { Case = seeded.Ref, Record = row.Id }, await seeded.Prosecutor(), Cancel);
        Assert.True(cited.IsOk, cited.Error?.Key);
        return Assert.Single((await Case()).Facts);
    }

    private async Task<CaseSnapshot> Case() => (await new LoadCase(seeded.Store).Handle(seeded.Ref, await seeded.Prosecutor(), Cancel)).Value;
}
