using System.Text;
using Onus.Casework.Cases;
using Onus.Casework.Evidence;
using Onus.Casework.Files;
using Onus.Casework.People;
using Onus.Domain.Evidence;
using Onus.Domain.People;

namespace Onus.Casework.Tests.Files;

/// <summary>A phone's clock was set to another place: one correction reaches the files of that phone that were read alike, and no other file.</summary>
public sealed class CorrectZoneOfPhoneTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Asia/Kathmandu", "America/Lima")]
    [InlineData("Europe/Madrid", "Asia/Tokyo")]
    public async Task Files_of_the_phone_follow_each_with_its_own_entry_and_its_own_differences(string wrong, string right)
    {
        await using var unit = await Unit.Open();
        await Read(unit, wrong, "phone/a.txt", "phone/b.txt", "phone/c.txt", "other/d.txt");
        await Read(unit, "Africa/Cairo", "phone/e.txt");
        await Cite(unit, "phone/b.txt");
        var files = (await unit.List()).Files.ToDictionary(f => f.Name);
        var offered = CorrectZoneOfPhone.Others(files["phone/a.txt"], await Snapshot(unit));
        Assert.Equal(["phone/b.txt", "phone/c.txt"], offered.Select(f => f.Name));

        var done = await Correct(unit).Handle(
            new(Unit.Ref, [.. offered.Select(f => (f.Id, f.Name == "phone/c.txt" ? f.Version + 1 : f.Version))], right, "The phone came from there"), unit.Counsel with { Form = Guid.CreateVersion7() }, Cancel);
        Assert.Equal([("phone/b.txt", 1, null), ("phone/c.txt", 0, "rows.changed-meanwhile")], done.Value.Select(o => (o.File.Name, o.Outcome.IsOk ? o.Outcome.Value.Differences : 0, o.Outcome.Error?.Key)));
        var difference = Assert.Single((await Snapshot(unit)).Differences);
        Assert.Equal((files["phone/b.txt"].Id, "The phone came from there"), (difference.Material, difference.Reason));

        var rest = CorrectZoneOfPhone.Others(files["phone/a.txt"], await Snapshot(unit));
        Assert.Equal("phone/c.txt", Assert.Single(rest).Name);
        Assert.True((await Correct(unit).Handle(new(Unit.Ref, [(rest[0].Id, rest[0].Version)], right, "Again"), unit.Counsel, Cancel)).Value.All(o => o.Outcome.IsOk));
        Assert.Equal([wrong, right, right, wrong, "Africa/Cairo"], (await unit.List()).Files.OrderBy(f => Path.GetFileName(f.Name), StringComparer.Ordinal).Select(f => f.Zone));
        Assert.All((await unit.List()).Files, f => Assert.Equal("dmy", f.DateOrder));
        await using var work = unit.Store.Begin(unit.Counsel);
        Assert.Equal(2, work.Db.Log.Count(entry => entry.Kind == "reading-corrected"));
    }

    [Fact]
    public async Task One_form_corrects_several_files()
    {
        await using var unit = await Unit.Open();
        await Read(unit, "Asia/Kolkata", "phone/a.txt", "phone/b.txt", "phone/c.txt");
        var form = unit.Counsel with { Form = Guid.CreateVersion7() };
        var files = (await unit.List()).Files.Select(f => (f.Id, f.Version)).ToList();
        var done = await Correct(unit).Handle(new(Unit.Ref, files, "Asia/Karachi", "Set to the next country"), form, Cancel);
        Assert.All(done.Value, o => Assert.True(o.Outcome.IsOk, o.Outcome.Error?.Key));
        Assert.Equal(3, done.Value.Count);
        Assert.Equal("files.reason-missing", Assert.Single((await Correct(unit).Handle(new(Unit.Ref, [files[0]], "Asia/Dhaka", " "), unit.Counsel, Cancel)).Value).Outcome.Error!.Key);
    }

    [Theory]
    [InlineData("Dorn Halvesen", "Defendant 4")]
    [InlineData("+1 555 010 0199", "Witness 9")]
    public async Task Whoever_is_a_person_of_the_case_is_called_so_where_readings_are_compared(string alias, string pseudonym)
    {
        await using var unit = await Unit.Open();
        Assert.True((await new AddPerson(unit.Store, Unit.Texts).Handle(new(Unit.Ref, pseudonym, [PersonRole.Witness], [alias]), unit.Counsel, Cancel)).IsOk);
        var names = new Names((await Snapshot(unit)).People);
        var reading = new CitedReading(RecordKind.Message, null, null, null, alias, "Nobody known", "a word", null, null, null);
        var words = ExhibitNotes.Words(reading, names, Unit.Texts);
        Assert.Contains($"{pseudonym} → Nobody known", words, StringComparison.Ordinal);
        Assert.DoesNotContain(alias, words, StringComparison.Ordinal);
        Assert.Contains($"Nobody known → {pseudonym}", ExhibitNotes.Words(reading with { Sender = "Nobody known", Receiver = alias }, names, Unit.Texts), StringComparison.Ordinal);
    }

    private static CorrectZoneOfPhone Correct(Unit unit) => new(new CorrectReading(unit.Store), new LoadCase(unit.Store));

    private static async Task<Domain.Cases.CaseSnapshot> Snapshot(Unit unit) => (await new LoadCase(unit.Store).Handle(Unit.Ref, unit.Counsel, Cancel)).Value;

    private static async Task Cite(Unit unit, string name)
    {
        var file = (await unit.List()).Files.Single(f => f.Name == name);
        await using var work = unit.Store.Begin(unit.Counsel);
        var record = work.Db.Records.First(r => r.Material == file.Id).Id;
        Assert.True((await new CitePassage(unit.Store, Unit.Texts, new([]), new(unit.Store, new())).Handle(new CitePassage.Command { Case = Unit.Ref, Record = record, Quote = "one" }, unit.Counsel, Cancel)).IsOk);
    }

    private static async Task Read(Unit unit, string zone, params string[] names)
    {
        await unit.Drop([.. names.Select(name => (name, Encoding.UTF8.GetBytes($"3/4/2024, 08:10 - Boss: {name} one\n5/4/2024, 19:45 - Survivor B: {name} two\n16/4/2024, 07:00 - Boss: {name} three\n")))]);
        await unit.Answer();
        var files = (await unit.List()).Files.Where(f => names.Contains(f.Name)).ToList();
        Assert.True((await new DecideReading(unit.Store).Handle(new(Unit.Ref, [.. files.Select(f => f.Id)], new(zone, "dmy", null, null)), unit.Counsel, Cancel)).IsOk);
        foreach (var file in files)
        {
            Assert.Equal(MaterialStatus.Read, (await new ReadHeldFile(unit.Store).Handle(new(Unit.Ref, file.Id), unit.Counsel, Cancel)).Value.Status);
        }
    }
}
