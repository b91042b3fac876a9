using System.Text;
using Onus.Casework.Cases;
using Onus.Casework.Files;
using Onus.Casework.People;
using Onus.Casework.Records;
using Onus.Domain.Evidence;
using Onus.Domain.People;

namespace Onus.Casework.Tests.Records;

/// <summary>Lines under a name that the file itself speaks against make nobody a party to a conversation; files that lie beside a chat came with it.</summary>
public sealed class DoubtfulNamesTests
{
    private const string Chat = """
        10/03/2025, 22:10 - Ana: look
        11/03/2025, 09:30 - Boss: what
        14/03/2025, 09:55 - Boss: paste this to them:
        12/03/2025, 10:15 - Korvin: she owes
        12/03/2025, 10:16 - Korvin: all of it
        14/03/2025, 12:31 - Boss: so
        14/03/2025, 12:40 - Ana: IMG-1.jpg (file attached)
        14/03/2025, 12:41 - Ana: IMG-2.jpg (file attached)

        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_only_writes_pasted_lines_takes_no_part_in_the_chat_and_is_listed_apart()
    {
        await using var unit = await Unit.Open();
        await unit.Drop(("phone/WhatsApp Chat with Boss.txt", Encoding.UTF8.GetBytes(Chat)));
        await unit.Answer();
        await unit.Decide("Asia/Kathmandu", "dmy");
        Assert.Equal(MaterialStatus.Read, (await unit.Read()).Value.Status);
        var all = (await new WhoAndWhom(unit.Store).Handle(Unit.Ref, unit.Counsel, Cancel)).Value;
        var pair = Assert.Single(all.Pairs);
        Assert.Equal(("Ana", "Boss"), (string.CompareOrdinal(pair.A.Shown, pair.B.Shown) < 0 ? pair.A.Shown : pair.B.Shown, string.CompareOrdinal(pair.A.Shown, pair.B.Shown) < 0 ? pair.B.Shown : pair.A.Shown));
        Assert.Equal(6, pair.There + pair.Back);
        Assert.Empty(all.Groups);
        var doubt = Assert.Single(all.InDoubt);
        Assert.Equal(("Korvin", 2), (doubt.From.Shown, doubt.Count));
        Assert.Contains(all.Unknown, name => name.Name.Shown == "Korvin");
    }

    [Theory]
    [InlineData("Boss", 1)]
    [InlineData("Ana", 1)]
    [InlineData("Boss", 2)]
    public async Task A_pasted_line_under_the_name_of_one_of_the_two_is_no_message_between_them_and_moves_no_day(string name, int lines)
    {
        await using var unit = await Unit.Open();
        var pasted = Chat.Replace("12/03/2025, 10:15 - Korvin", "08/03/2025, 10:15 - " + name, StringComparison.Ordinal);
        await unit.Drop(("phone/WhatsApp Chat with Boss.txt", Encoding.UTF8.GetBytes(lines == 1 ? pasted : pasted.Replace("12/03/2025, 10:16 - Korvin", "08/03/2025, 10:16 - " + name, StringComparison.Ordinal))));
        await unit.Answer();
        await unit.Decide("Asia/Kathmandu", "dmy");
        Assert.Equal(MaterialStatus.Read, (await unit.Read()).Value.Status);
        var all = (await new WhoAndWhom(unit.Store).Handle(Unit.Ref, unit.Counsel, Cancel)).Value;
        var pair = Assert.Single(all.Pairs);
        Assert.Equal((6, new DateOnly(2025, 3, 10), new DateOnly(2025, 3, 14)), (pair.There + pair.Back, pair.First, pair.Last));
        Assert.Equal(lines, all.InDoubt.Single(doubt => doubt.From.Shown == name).Count);
    }

    [Fact]
    public async Task Days_of_pasted_lines_alone_make_no_silence_and_end_none()
    {
        await using var unit = await Unit.Open();
        var pasted = Chat.Replace("12/03/2025, 10:15", "20/01/2025, 10:15", StringComparison.Ordinal).Replace("12/03/2025, 10:16", "20/01/2025, 10:16", StringComparison.Ordinal);
        await unit.Drop(("phone/WhatsApp Chat with Boss.txt", Encoding.UTF8.GetBytes(pasted)));
        await unit.Answer();
        await unit.Decide("Asia/Kathmandu", "dmy");
        Assert.Equal(MaterialStatus.Read, (await unit.Read()).Value.Status);
        var series = Assert.Single((await new FindGaps(unit.Store).Handle(Unit.Ref, new(2025, 8, 1), unit.Counsel, Cancel)).Value.Series);
        Assert.Equal((new DateOnly(2025, 3, 10), new DateOnly(2025, 3, 14)), (series.First, series.Last));
    }

    [Fact]
    public async Task A_file_that_lies_beside_the_chat_is_not_said_to_be_missing()
    {
        await using var unit = await Unit.Open();
        await unit.Drop(("phone/WhatsApp Chat with Boss.txt", Encoding.UTF8.GetBytes(Chat)), ("phone/img-1.JPG", [0xFF, 0xD8, 0xFF, 0xE0]), ("elsewhere/IMG-2.jpg", [0xFF, 0xD8, 0xFF, 0xE1]));
        var files = (await new LoadCase(unit.Store).Handle(Unit.Ref, unit.Counsel, Cancel)).Value.Materials;
        var chat = files.Single(file => file.Title.StartsWith("WhatsApp", StringComparison.Ordinal));
        Assert.Equal("phone/img-1.JPG", AttachmentBeside.Of(chat.Id, "attachment-missing:IMG-1.jpg", files)?.Name);
        Assert.Null(AttachmentBeside.Of(chat.Id, "attachment-missing:IMG-2.jpg", files));
        Assert.Null(AttachmentBeside.Of(chat.Id, "third-name", files));
    }

    [Fact]
    public async Task A_statement_of_one_bank_says_nothing_of_the_account_at_another()
    {
        await using var unit = await Unit.Open();
        Assert.True((await new AddPerson(unit.Store, Unit.Texts).Handle(new(Unit.Ref, "Defendant C", [PersonRole.Defendant], ["Corin Vale"]), unit.Counsel, Cancel)).IsOk);
        await unit.Drop(
            ("selwen.csv", "Date;With;Amount;Balance\n15/01/2025;Rent;-250.00;\n15/07/2025;Rent;-250.00;\n"u8.ToArray()),
            ("harbour.csv", "Statement period 01/02/2025 - 30/06/2025\nDate;With;Amount;Balance\n20/03/2025;Fuel;-30.00;\n"u8.ToArray()));
        foreach (var (name, from) in new[] { ("selwen.csv", "Selwen Bank"), ("harbour.csv", "Harbour Bank") })
        {
            var id = (await unit.List()).Files.Single(file => file.Name == name).Id;
            Assert.True((await new AnswerQuestions(unit.Store).Handle(new AnswerQuestions.Command { Case = Unit.Ref, Files = [id], From = from, Obtained = unit.Warrant }, unit.Counsel, Cancel)).IsOk);
            var profile = new Ingest.Contract.ColumnProfile
            {
                Name = name,
                Delimiter = ';',
                Header = true,
                HeaderCells = ["Date", "With", "Amount", "Balance"],
                Date = 1,
                DateOrder = "dmy",
                Counterparty = 2,
                Amount = 3,
                Balance = 4,
                Currency = "USD",
                Holder = "Corin Vale",
            };
            Assert.True((await new SaveProfile(unit.Store).Handle(new(Unit.Ref, profile, [id]), unit.Counsel, Cancel)).IsOk);
            Assert.Equal(MaterialStatus.Read, (await new ReadHeldFile(unit.Store).Handle(new(Unit.Ref, id), unit.Counsel, Cancel)).Value.Status);
        }

        var series = Assert.Single((await new FindGaps(unit.Store).Handle(Unit.Ref, new(2025, 8, 1), unit.Counsel, Cancel)).Value.Series);
        Assert.Equal(["2025-02", "2025-04", "2025-05", "2025-06"], series.Missing.Select(month => $"{month.First:yyyy-MM}"));
    }
}
