using System.IO.Compression;
using System.Text;
using Onus.Casework.Documents;
using Onus.Casework.Evidence;
using Onus.Casework.Papers;
using Onus.Casework.Proof;
using Onus.Casework.Records;
using Onus.Casework.Tests.Practice;
using Onus.Domain.Evidence;

namespace Onus.Casework.Tests.Records;

/// <summary>A recording that came with a message is something that nobody has looked into until somebody cites or considers it.</summary>
public sealed class UnheardRecordingsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("PTT-20250503-WA0044.opus", true, 1)]
    [InlineData("AUD-20250503-WA0001.m4a", true, 1)]
    [InlineData("VID-20250503-WA0002.mp4", true, 1)]
    [InlineData("IMG-20250503-WA0003.jpg", true, 0)]
    [InlineData("PTT-20250503-WA0044.opus", false, 0)]
    public async Task It_is_counted_on_the_overview_and_the_gap_sheet_until_it_is_cited(string name, bool there, int count)
    {
        await using var unit = await Unit.Open();
        await unit.Drop(("WhatsApp Chat with Boss.zip", Zip(name, there)));
        await unit.Answer();
        await unit.Decide("Europe/Berlin", "dmy");
        Assert.Equal(MaterialStatus.Read, (await unit.Read()).Value.Status);
        Assert.Equal(count, await Overview(unit));
        Assert.Equal(count, (await Lines(unit)).Count(line => line == "One recording that came with a message has been cited or considered by nobody."));

        await using (var work = unit.Store.Begin(unit.Counsel))
        {
            var message = work.Db.Records.ToList().Single(record => record.Attachments.Count > 0 || record.Text?.Contains(name, StringComparison.Ordinal) is true);
            Assert.True((await new CitePassage(unit.Store, Unit.Texts, PracticeStore.Law, new(unit.Store, new())).Handle(new CitePassage.Command { Case = Unit.Ref, Record = message.Id }, unit.Counsel, Cancel)).IsOk);
        }

        Assert.Equal(0, await Overview(unit));
    }

    private static async Task<int> Overview(Unit unit) =>
        (await new SummariseCase(unit.Store, new FindGaps(unit.Store), new WhoAndWhom(unit.Store)).Handle(Unit.Ref, new(2025, 6, 1), unit.Counsel, Cancel)).Value.Unheard;

    private static async Task<IReadOnlyList<string>> Lines(Unit unit) =>
        [.. (await new GapSheet(unit.Store, new LoadProof(unit.Store, PracticeStore.Law), new FindGaps(unit.Store), Unit.Texts).Handle(Unit.Ref, unit.Counsel, Cancel)).Value
            .Blocks.OfType<PrintList>().SelectMany(list => list.Items).Select(item => string.Concat(item.Select(run => run.Text)))];

    private static byte[] Zip(string name, bool there)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add("WhatsApp Chat with Boss.txt", Encoding.UTF8.GetBytes($"03/05/2025, 18:04 - Boss: Come\n03/05/2025, 18:05 - Boss: {name} (file attached)\n14/05/2025, 18:06 - B: No\n"));
            if (there)
            {
                Add(name, [0x4F, 0x67, 0x67, 0x53, 1, 2, 3]);
            }

            void Add(string entry, byte[] content)
            {
                using var open = zip.CreateEntry(entry).Open();
                open.Write(content);
            }
        }

        return bytes.ToArray();
    }
}
