using System.Globalization;
using System.IO.Compression;
using System.Text;
using Onus.Casework.Files;
using Onus.Casework.Foundations;
using Onus.Casework.People;
using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Domain.Shared;
using Onus.Ingest.Contract;

namespace Onus.Casework.Tests.Files;

/// <summary>The questions that only a person can answer: how often they are asked, in which order, and what stands in their fields.</summary>
public sealed class DecisionsTests
{
    private const string Fern = "Date;Text;Amount;Balance\n03/05/2025;Rent;-5.00;95.00\n14/05/2025;Wage;7.00;102.00\n";
    private const string Lintel = "Value date;Purpose;Sum;Left\n03/05/2025;Rent;-5.00;95.00\n14/05/2025;Wage;7.00;102.00\n";

    private static readonly ColumnProfile Columns = new()
    {
        Name = "Fernbank",
        Delimiter = ';',
        Header = true,
        HeaderCells = ["Date", "Text", "Amount", "Balance"],
        Date = 1,
        DateOrder = "dmy",
        Description = 2,
        Amount = 3,
        Balance = 4,
        Currency = "USD",
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Columns_that_do_not_fit_are_said_at_once_with_the_reason_and_take_no_name()
    {
        await using var unit = await Held(("bank.csv", Fern));
        var file = (await unit.Only()).Id;
        foreach (var (wrong, why) in new[]
        {
            (Columns with { HeaderCells = ["Day", "Text", "Amount", "Balance"] }, "header-missing"),
            (Columns with { HeaderCells = [], Amount = 9 }, "misfit"),
        })
        {
            var refused = (await new SaveProfile(unit.Store).Handle(new(Unit.Ref, wrong, [file]), unit.Counsel, Cancel)).Error!;
            Assert.Equal(("files.profile-misfit", why), (refused.Key, refused["why"]?.ToString()));
            Assert.True(Unit.Texts.Has("decisions.profile." + why));
        }

        Assert.True((await new SaveProfile(unit.Store).Handle(new(Unit.Ref, Columns, [file]), unit.Counsel, Cancel)).IsOk);
        Assert.Equal(2, (await unit.Read()).Value.Summary!.Records);
    }

    [Fact]
    public async Task A_profile_of_another_bank_is_never_preselected_and_one_that_was_tried_in_vain_is_named()
    {
        await using var unit = await Held(("lintel.csv", Lintel));
        foreach (var other in new[] { Columns, Columns with { Name = "Without a head", HeaderCells = [] } })
        {
            Assert.True((await new SaveProfile(unit.Store).Handle(new(Unit.Ref, other, []), unit.Counsel, Cancel)).IsOk);
        }

        var group = Assert.Single(await Groups(unit));
        Assert.Null(group.Fitting);
        Assert.Empty(group.Tried);
        await unit.Decide(profile: "Fernbank");
        await unit.Read();
        group = Assert.Single(await Groups(unit));
        Assert.Contains(group.Files[0].Summary!.NeedsDecision, d => d.Options is ["header-missing"]);
        Assert.Equal((null, "Fernbank"), (group.Fitting, Assert.Single(group.Tried)));
    }

    [Theory]
    [InlineData(3, 4, true)]
    [InlineData(3, 0, false)]
    [InlineData(4, 3, false)]
    public async Task A_profile_that_keeps_no_head_is_preselected_where_the_head_says_the_same_of_its_columns(int amount, int balance, bool fits)
    {
        await using var unit = await Held(("bank.csv", Fern));
        Assert.True((await new SaveProfile(unit.Store).Handle(new(Unit.Ref, Columns with { HeaderCells = [], Amount = amount, Balance = balance }, []), unit.Counsel, Cancel)).IsOk);
        Assert.Equal(fits ? "Fernbank" : null, Assert.Single(await Groups(unit)).Fitting);
    }

    [Theory]
    [InlineData("Corin Vale", "banks/may.csv", false)]
    [InlineData("Corin Vale", "banks/Survivor B.csv", false)]
    [InlineData("Corin Vale", "banks/corin vale may.csv", true)]
    [InlineData("Corin Vale", "Defendant C/may.csv", true)]
    [InlineData("Corin Vale", "Defendant C and Survivor B.csv", false)]
    [InlineData("0012-77", "Defendant C/may.csv", true)]
    [InlineData("", "banks/may.csv", true)]
    public async Task A_profile_that_says_whose_account_it_is_is_preselected_only_where_the_file_is_named_so(string holder, string name, bool fits)
    {
        await using var unit = await Held((name, Fern));
        Assert.True((await new AddPerson(unit.Store, Unit.Texts).Handle(new(Unit.Ref, "Defendant C", [PersonRole.Defendant], ["Corin Vale", "0012-77"]), unit.Counsel, Cancel)).IsOk);
        Assert.True((await new SaveProfile(unit.Store).Handle(new(Unit.Ref, Columns with { Holder = holder }, []), unit.Counsel, Cancel)).IsOk);
        Assert.Equal(fits ? "Fernbank" : null, Assert.Single(await Groups(unit)).Fitting);
    }

    [Fact]
    public async Task A_table_without_a_head_takes_a_profile_only_where_days_and_figures_stand_in_its_columns()
    {
        await using var unit = await Held(("bare.csv", "03/05/2025;Rent;-5.00;95.00\n14/05/2025;Wage;7.00;102.00\n"));
        var bare = Columns with { Header = false, HeaderCells = [] };
        Assert.True((await new SaveProfile(unit.Store).Handle(new(Unit.Ref, bare with { Name = "Turned", Amount = 2, Balance = 0 }, []), unit.Counsel, Cancel)).IsOk);
        Assert.Null(Assert.Single(await Groups(unit)).Fitting);
        Assert.True((await new SaveProfile(unit.Store).Handle(new(Unit.Ref, bare, []), unit.Counsel, Cancel)).IsOk);
        Assert.Equal("Fernbank", Assert.Single(await Groups(unit)).Fitting);
    }

    [Fact]
    public async Task A_table_in_an_older_character_set_is_asked_about_it_together_with_its_columns_and_once()
    {
        await using var unit = await Unit.Open();
        await unit.Drop(("bank.csv", Encoding.Latin1.GetBytes("Datum;Empfänger;Betrag;Saldo\n03.05.2025;Müller;-5,00;95,00\n14.05.2025;Lohn;7,00;102,00\n")));
        await unit.Answer();
        await unit.Read();
        var group = Assert.Single(await Groups(unit));
        Assert.Equal(["profile", "charset"], group.Asks);
        var file = (await unit.Only()).Id;
        var table = (await new GroupDecisions(unit.Store).Look(Unit.Ref, file, "windows-1252", unit.Counsel, Cancel))!;
        Assert.Equal("Empfänger", table.Header[1]);
        var profile = Columns with { HeaderCells = table.Header, Counterparty = 2, Description = 0, DecimalSign = ',' };
        Assert.Equal("files.profile-misfit", (await new SaveProfile(unit.Store).Handle(new(Unit.Ref, profile, [file]), unit.Counsel, Cancel)).Error?.Key);
        Assert.True((await new SaveProfile(unit.Store).Handle(new(Unit.Ref, profile, [file], Charset: "windows-1252"), unit.Counsel, Cancel)).IsOk);
        var read = (await unit.Read()).Value;
        Assert.Equal((MaterialStatus.Read, 2L), (read.Status, read.Summary!.Records));
    }

    [Fact]
    public async Task The_zone_of_a_phone_is_asked_once_for_its_chats_as_text_and_in_a_zip()
    {
        await using var unit = await Unit.Open();
        await unit.Drop(("phone/one.txt", Chat("one")), ("phone/two.zip", Zip(Chat("two"))), ("other/three.txt", Chat("three")));
        await unit.Answer();
        await ReadAll(unit);
        var groups = await Groups(unit);
        Assert.Equal([["phone/one.txt", "phone/two.zip"], ["other/three.txt"]], groups.Select(g => g.Files.Select(f => f.Name)));
        Assert.All(groups, g => Assert.Null(g.Zone));
        Assert.True((await new DecideReading(unit.Store).Handle(new(Unit.Ref, [groups[0].Files[1].Id], new("Asia/Kathmandu", "dmy", null, null)), unit.Counsel, Cancel)).IsOk);
        await ReadAll(unit);
        Assert.Equal([("Asia/Kathmandu", 1, true), ("Asia/Kathmandu", 1, false)], (await Groups(unit)).Select(g => (g.Zone, g.Alike, g.SamePhone)));
    }

    [Theory]
    [InlineData("Pacific/Auckland", "phone/one.txt", "phone/two.txt", true)]
    [InlineData("America/Bogota", "first/a.txt", "second/b.txt", false)]
    [InlineData("Europe/Kyiv", "loose.txt", "phone/later.zip", false)]
    public async Task A_later_drop_is_proposed_the_zone_of_the_first_one_of_that_source(string zone, string first, string later, bool same)
    {
        await using var unit = await Read(first, zone);
        await unit.Drop((later, later.EndsWith("zip", StringComparison.Ordinal) ? Zip(Chat("later")) : Chat("later")));
        await unit.Answer();
        await ReadAll(unit);
        var group = Assert.Single(await Groups(unit));
        Assert.Equal((zone, 1, same), (group.Zone, group.Alike, group.SamePhone));
    }

    [Fact]
    public async Task A_later_drop_is_of_the_same_phone_where_its_answers_name_it_and_of_no_other()
    {
        await using var unit = await Unit.Open();
        var phone = (await new AddFoundation(unit.Store).Handle(new(Unit.Ref, FoundationKind.Device, "Phone with a cracked screen"), unit.Counsel, Cancel)).Value;
        var other = (await new AddFoundation(unit.Store).Handle(new(Unit.Ref, FoundationKind.Device, "Phone in a red case"), unit.Counsel, Cancel)).Value;
        var officer = (await new AddFoundation(unit.Store).Handle(new(Unit.Ref, FoundationKind.Custodian, "Property room"), unit.Counsel, Cancel)).Value;
        await Arrives("a/one.txt", phone);
        Assert.True((await new DecideReading(unit.Store).Handle(new(Unit.Ref, [(await unit.Only()).Id], new("Asia/Dhaka", "dmy", null, null)), unit.Counsel, Cancel)).IsOk);
        await ReadAll(unit);
        await Arrives("b/two.txt", phone, officer);
        await Arrives("c/three.txt", other);
        await Arrives("d/four.txt", officer);
        var groups = (await Groups(unit)).ToDictionary(g => g.Files[0].Name, g => (g.Zone, g.SamePhone));
        Assert.Equal(("Asia/Dhaka", true), groups["b/two.txt"]);
        Assert.Equal((null, false), groups["c/three.txt"]);
        Assert.Equal(("Asia/Dhaka", false), groups["d/four.txt"]);

        async Task Arrives(string name, params FoundationId[] rests)
        {
            await unit.Drop((name, Chat(name)));
            var file = (await unit.List()).Files.Single(f => f.Name == name);
            var answered = await new AnswerQuestions(unit.Store).Handle(
                new AnswerQuestions.Command { Case = Unit.Ref, Files = [file.Id], FromPerson = unit.Survivor, Obtained = unit.Warrant, Factual = rests }, unit.Counsel, Cancel);
            Assert.True(answered.IsOk, answered.Error?.Key);
            await ReadAll(unit);
        }
    }

    [Fact]
    public async Task Two_zones_of_one_source_propose_none()
    {
        await using var unit = await Read("a/one.txt", "Asia/Tokyo");
        await unit.Drop(("b/two.txt", Chat("two")));
        await unit.Answer();
        await ReadAll(unit);
        Assert.True((await new DecideReading(unit.Store).Handle(new(Unit.Ref, Assert.Single(await Groups(unit)).Files.Select(f => f.Id).ToList(), new("Asia/Manila", "dmy", null, null)), unit.Counsel, Cancel)).IsOk);
        await ReadAll(unit);
        await unit.Drop(("c/three.txt", Chat("three")));
        await unit.Answer();
        await ReadAll(unit);
        Assert.Null(Assert.Single(await Groups(unit)).Zone);
    }

    [Fact]
    public async Task An_answer_moves_no_other_question()
    {
        await using var unit = await Held(("one.csv", Lintel), ("two.csv", Fern), ("more/three.csv", Fern + "15/05/2025;Rent;-2.00;100.00\n"), ("more/four.csv", Fern + "16/05/2025;Rent;-2.00;100.00\n"));
        string[] First(IReadOnlyList<GroupDecisions.Group> groups) => [.. groups.Select(g => g.Files[0].Name)];
        var before = await Groups(unit);
        Assert.Equal(["one.csv", "two.csv", "more/four.csv"], First(before));
        Assert.True((await new SaveProfile(unit.Store).Handle(new(Unit.Ref, Columns, [before[1].Files[0].Id]), unit.Counsel, Cancel)).IsOk);
        Assert.Equal(["one.csv", "more/four.csv"], First(await Groups(unit)));
    }

    private static async Task<IReadOnlyList<GroupDecisions.Group>> Groups(Unit unit) => (await new GroupDecisions(unit.Store).Handle(Unit.Ref, unit.Counsel, Cancel)).Value.Groups;

    private static async Task<Unit> Read(string name, string zone)
    {
        var unit = await Unit.Open();
        await unit.Drop((name, Chat("first")));
        await unit.Answer();
        await ReadAll(unit);
        await unit.Decide(zone, "dmy");
        await ReadAll(unit);
        return unit;
    }

    private static async Task<Unit> Held(params (string Name, string Text)[] files)
    {
        var unit = await Unit.Open();
        await unit.Drop([.. files.Select(f => (f.Name, Encoding.UTF8.GetBytes(f.Text)))]);
        await unit.Answer();
        await ReadAll(unit);
        return unit;
    }

    private static async Task ReadAll(Unit unit)
    {
        foreach (var file in (await unit.List()).Waiting)
        {
            await new ReadHeldFile(unit.Store).Handle(new(Unit.Ref, file.Id), unit.Counsel, Cancel);
        }
    }

    private static byte[] Chat(string word) => Encoding.UTF8.GetBytes(string.Concat(
        new[] { 3, 14, 25 }.Select(day => string.Create(CultureInfo.InvariantCulture, $"{day}/04/2024, 08:10 - {(day == 14 ? "Survivor B" : "Boss")}: {word} {day}\n"))));

    private static byte[] Zip(byte[] chat)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry("_chat.txt").Open())
        {
            entry.Write(chat);
        }

        return bytes.ToArray();
    }
}
