using Microsoft.EntityFrameworkCore;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Store.Log;
using Onus.Store.Verification;

namespace Onus.Store.Tests;

public sealed class LogVerificationTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_long_log_is_asked_for_as_often_as_a_short_one()
    {
        await using var scratch = await ScratchStore.Open();
        await Act(scratch, 2);
        var few = await Verify(scratch);
        await Act(scratch, 60);
        var many = await Verify(scratch);

        Assert.Empty(few.Said);
        Assert.Empty(many.Said);
        Assert.InRange(few.Asked, 1, 6);
        Assert.Equal(few.Asked, many.Asked);
    }

    [Theory]
    [InlineData("UPDATE \"LogPayloads\" SET \"Compartment\" = 'Nobody' WHERE \"Sequence\" IN (3, 4, 9)", "3 row-unreadable", "4 row-unreadable", "9 row-unreadable")]
    [InlineData("UPDATE \"LogPayloads\" SET \"Compartment\" = 'Nobody'", "0 row-unreadable", "1 row-unreadable", "2 row-unreadable", "3 row-unreadable", "4 row-unreadable", "5 row-unreadable", "6 row-unreadable", "7 row-unreadable", "8 row-unreadable", "9 row-unreadable")]
    [InlineData("DELETE FROM \"LogPayloads\" WHERE \"Sequence\" IN (0, 5, 9)", "0 payload-missing", "5 payload-missing", "9 payload-missing")]
    [InlineData("DELETE FROM \"LogPayloads\" WHERE \"Sequence\" > 6", "7 payload-missing", "8 payload-missing", "9 payload-missing")]
    [InlineData("UPDATE \"LogPayloads\" SET \"Bytes\" = \"Salt\" WHERE \"Sequence\" = 6", "6 payload-changed")]
    [InlineData("UPDATE \"LogPayloads\" SET \"Compartment\" = 'Nobody' WHERE \"Sequence\" = 4; DELETE FROM \"LogPayloads\" WHERE \"Sequence\" = 3; UPDATE \"LogPayloads\" SET \"Compartment\" = replace(\"Compartment\", 'record', 'papers') WHERE \"Sequence\" = 5", "3 payload-missing", "4 row-unreadable", "5 payload-moved")]
    [InlineData("DELETE FROM \"Log\" WHERE \"Sequence\" = 4; UPDATE \"LogPayloads\" SET \"Compartment\" = 'Nobody' WHERE \"Sequence\" IN (4, 5)", "4 entry-missing", "5 row-unreadable")]
    [InlineData("UPDATE \"Log\" SET \"Compartment\" = 'Nobody' WHERE \"Sequence\" = 4; DELETE FROM \"LogPayloads\" WHERE \"Sequence\" = 4", "4 row-unreadable")]
    public async Task What_happened_to_the_payloads_is_told_by_the_number_of_their_entry(string sql, params string[] said)
    {
        await using var scratch = await ScratchStore.Open();
        await Act(scratch, 9);
        await using (var db = scratch.Store.OpenUnfiltered())
        {
#pragma warning disable EF1002 // Written in this test.
            Assert.True(await db.Database.ExecuteSqlRawAsync(sql, Cancel) > 0);
#pragma warning restore EF1002
        }

        Assert.Equal(said, (await Verify(scratch)).Said);
    }

    private static async Task Act(ScratchStore scratch, int times)
    {
        for (var i = 0; i < times; i++)
        {
            await using var work = scratch.Store.Begin(scratch.Prosecutor);
            Assert.True((await work.Commit(new LogEvent(scratch.Case, Acts.FactWritten), Cancel)).IsOk);
        }
    }

    private static async Task<(IReadOnlyList<string> Said, int Asked)> Verify(ScratchStore scratch)
    {
        using var questions = new Questions();
        var said = new List<string>();
        await foreach (var finding in new StoreVerification(scratch.Store).Log(Cancel))
        {
            said.Add($"{finding.Where} {finding.Why}");
        }

        return (said, questions.Asked.Count);
    }
}
