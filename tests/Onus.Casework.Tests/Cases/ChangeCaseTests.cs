using Onus.Casework.Cases;
using Onus.Casework.Log;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.Shared;
using Onus.Seeds;

namespace Onus.Casework.Tests.Cases;

public sealed class ChangeCaseTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("onus-settings-").FullName;
    private SeededCase seeded = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private ChangeCase.Command Command => new() { Case = seeded.Ref, Version = 1, Title = " The lower orchard ", TipOn = new(2025, 5, 20), TrialOn = new(2026, 3, 2) };

    public async ValueTask InitializeAsync() => seeded = await SeededCase.In(folder);

    public ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Counsel_changes_the_title_and_who_is_in_the_case_and_the_log_says_so()
    {
        var done = await Change(
            Command with
            {
                Members = new Dictionary<AccountId, MemberRole>
                {
                    [seeded.Counsel.Id] = MemberRole.Prosecutor,
                    [seeded.Police.Id] = MemberRole.Unknown,
                    [seeded.Other.Id] = MemberRole.Advocate,
                },
            },
            await seeded.Prosecutor());
        Assert.True(done.IsOk, done.Error?.Key);

        // The one who came in sees the case; the one who left does not.
        var changed = (await new LoadCase(seeded.Store).Handle(seeded.Ref, await seeded.Stranger(), Cancel)).Value.Case;
        Assert.Equal(("The lower orchard", 2, new DateOnly(2025, 5, 20)), (changed.Title, changed.Version, changed.TipOn!.Value));
        Assert.Equal("cases.not-found", (await new LoadCase(seeded.Store).Handle(seeded.Ref, await seeded.Investigator(), Cancel)).Error!.Key);
        var parts = (await new LoadMembers(seeded.Store).Handle(seeded.Ref, await seeded.Prosecutor(), Cancel)).Value;
        Assert.Equal([MemberRole.Unknown, MemberRole.Prosecutor, MemberRole.Advocate], parts.Select(p => p.Role));

        var log = (await new ReadLog(seeded.Store).Handle(seeded.Ref, 1, await seeded.Prosecutor(), Cancel)).Value.Entries[0].Told!;
        Assert.Equal("case-changed", log.Kind);
        Assert.Contains("The lower orchard", log.Json, StringComparison.Ordinal);
        Assert.Contains("\"The orchard\"", log.Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebodys_part_in_the_case_can_change()
    {
        var done = await Change(Command with { Members = new Dictionary<AccountId, MemberRole> { [seeded.Police.Id] = MemberRole.Prosecutor } }, await seeded.Prosecutor());
        Assert.True(done.IsOk, done.Error?.Key);
        Assert.Equal(MemberRole.Prosecutor, (await seeded.Investigator()).RoleIn(seeded.Id));
    }

    [Fact]
    public async Task Who_saw_an_older_version_changes_nothing()
    {
        Assert.True((await Change(Command, await seeded.Prosecutor())).IsOk);
        Assert.Equal("rows.changed-meanwhile", (await Change(Command, await seeded.Prosecutor())).Error!.Key);
    }

    [Fact]
    public async Task A_case_keeps_a_title_and_a_prosecutor_and_knows_its_people()
    {
        var counsel = await seeded.Prosecutor();
        Assert.Equal("cases.title-missing", (await Change(Command with { Title = " " }, counsel)).Error!.Key);
        Assert.Equal("cases.prosecutor-missing", (await Change(Command with { Members = new Dictionary<AccountId, MemberRole> { [seeded.Counsel.Id] = MemberRole.Mentor } }, counsel)).Error!.Key);
        Assert.Equal("cases.member-unknown", (await Change(Command with { Members = new Dictionary<AccountId, MemberRole> { [new(Guid.CreateVersion7())] = MemberRole.Advocate } }, counsel)).Error!.Key);
    }

    [Fact]
    public async Task Nobody_but_counsel_of_the_case_changes_it_or_sees_who_could_be_in_it()
    {
        var police = await seeded.Investigator();
        Assert.Equal("cases.counsel-only", (await Change(Command, police)).Error!.Key);
        Assert.Equal("cases.counsel-only", (await new LoadMembers(seeded.Store).Handle(seeded.Ref, police, Cancel)).Error!.Key);
        var stranger = await seeded.Stranger();
        Assert.Equal("cases.not-found", (await Change(Command, stranger)).Error!.Key);
        Assert.Equal("cases.not-found", (await new LoadMembers(seeded.Store).Handle(seeded.Ref, stranger, Cancel)).Error!.Key);
    }

    [Theory]
    [InlineData("202417")]
    [InlineData("20250401")]
    [InlineData("00-17")]
    public async Task A_case_whose_reference_is_a_number_is_named_as_it_is(string reference)
    {
        var counsel = await seeded.Prosecutor();
        Assert.True((await new OpenCase(seeded.Store).Handle(new(reference, "The orchard again", "us"), counsel, Cancel)).IsOk);
        var taken = await new OpenCase(seeded.Store).Handle(new(reference, "The orchard once more", "us"), counsel, Cancel);
        Assert.Equal("cases.ref-taken", taken.Error!.Key);
        Assert.Contains(reference, Unit.Texts.Of(taken.Error), StringComparison.Ordinal);
    }

    private async Task<Result<CaseId>> Change(ChangeCase.Command command, Actor actor) => await new ChangeCase(seeded.Store).Handle(command, actor, Cancel);
}
