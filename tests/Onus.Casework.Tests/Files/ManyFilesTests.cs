using Onus.Casework.Files;
using Onus.Domain.Shared;
using Onus.Ingest.Contract;

namespace Onus.Casework.Tests.Files;

/// <summary>More files at once than a database takes parameters: SQLite takes 32,766.</summary>
public sealed class ManyFilesTests
{
    private static readonly IReadOnlyList<MaterialId> Many = [.. Enumerable.Range(0, 40_000).Select(_ => new MaterialId(Guid.CreateVersion7()))];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Are_listed_as_they_came_however_fast_they_came()
    {
        await using var unit = await Unit.Open();
        (string Name, byte[] Bytes)[] files = [.. Enumerable.Range(0, 400).Select(i => ($"{i * 7919 % 400}.txt", BitConverter.GetBytes(i)))];
        await unit.Drop(files);
        Assert.Equal(files.Select(file => file.Name), (await unit.List()).Files.Select(file => file.Name));
    }

    [Fact]
    public async Task Are_asked_for_in_one_query()
    {
        await using var unit = await Unit.Open();
        await unit.Drop(("a.txt", [1, 2, 3]));
        var one = (await unit.Only()).Id;

        var answered = await new AnswerQuestions(unit.Store).Handle(
            new AnswerQuestions.Command { Case = Unit.Ref, Files = Many, FromPerson = unit.Survivor, Obtained = unit.Warrant }, unit.Counsel, Cancel);
        Assert.Equal("files.not-found", answered.Error?.Key);
        var decided = await new DecideReading(unit.Store).Handle(new(Unit.Ref, Many, new("Asia/Kathmandu", null, null, null)), unit.Counsel, Cancel);
        Assert.Equal("files.not-found", decided.Error?.Key);
        var profile = new ColumnProfile { Name = "bank", Date = 1, DateOrder = "dmy", Amount = 2, Currency = "USD" };
        var saved = await new SaveProfile(unit.Store).Handle(new(Unit.Ref, profile, Many), unit.Counsel, Cancel);
        Assert.Equal("files.not-found", saved.Error?.Key);

        Assert.True((await new DecideReading(unit.Store).Handle(new(Unit.Ref, [one, .. Enumerable.Repeat(one, 40_000)], new("Asia/Kathmandu", null, null, null)), unit.Counsel, Cancel)).IsOk);
    }
}
