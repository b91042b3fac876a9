using System.Text;
using Onus.Casework.Cases;
using Onus.Casework.Files;
using Onus.Casework.Foundations;
using Onus.Casework.People;
using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Domain.Shared;

namespace Onus.Casework.Tests.Files;

/// <summary>What is known of the clock of one phone is said of no other: an examiner, a keeper, a folder's name and a shared computer tell no phones apart.</summary>
public sealed class SamePhoneTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(FoundationKind.Examiner)]
    [InlineData(FoundationKind.Custodian)]
    [InlineData(FoundationKind.Laboratory)]
    [InlineData(FoundationKind.Witness)]
    public async Task Two_phones_in_the_hand_of_one_examiner_or_keeper_are_two(FoundationKind kind)
    {
        await using var unit = await Unit.Open();
        var (him, hand) = (await Him(unit), await Rests(unit, kind, "Examining room 4"));
        await Arrives(unit, "her phone/a.txt", unit.Survivor, null, hand);
        await Arrives(unit, "his phone/b.txt", him, null, hand);
        Assert.Equal(2, (await Groups(unit)).Count);

        await Decide(unit, "her phone/a.txt", "Asia/Kathmandu");
        var later = Assert.Single(await Groups(unit));
        Assert.Equal((null, 0, false), (later.Zone, later.Alike, later.SamePhone));
        await Decide(unit, "his phone/b.txt", "Asia/Kathmandu");
        Assert.Empty(await Others(unit, "her phone/a.txt"));
        Assert.Empty(await Others(unit, "his phone/b.txt"));
    }

    /// <summary>Statements and tables of calls lie beside the chats of a phone, and their clocks are not its clock.</summary>
    [Theory]
    [InlineData("whatsapp-text", null, true)]
    [InlineData("telegram-json", "conversation", true)]
    [InlineData("bank-csv", null, false)]
    [InlineData("mt940", "ledger", false)]
    [InlineData("calls-csv", "calls", false)]
    public void What_an_office_keeps_is_of_no_phone(string format, string? family, bool expected)
    {
        Material File(string name, string of, string? its) => new()
        {
            Id = new(Guid.CreateVersion7()),
            CaseId = default,
            Name = name,
            Title = name,
            Blob = Sha256.Of([]),
            VaultName = Guid.CreateVersion7(),
            Bytes = 0,
            ReceivedAt = default,
            Run = Guid.CreateVersion7(),
            Status = MaterialStatus.Read,
            From = "The same hand",
            Summary = new ReadSummary(name, Sha256.Of([]), of, null, 0, 0, [], []) { Family = its },
        };
        Assert.Equal(expected, SamePhone.Is(File("phone/a.txt", "whatsapp-text", null), File("phone/b.txt", format, family), new HashSet<FoundationId>()));
    }

    [Fact]
    public async Task Chats_of_one_giver_and_folder_are_of_one_phone_whoever_copied_them()
    {
        await using var unit = await Unit.Open();
        var (first, second) = (await Rests(unit, FoundationKind.Examiner, "Examiner 1"), await Rests(unit, FoundationKind.Examiner, "Examiner 2"));
        await Arrives(unit, "phone/a.txt", unit.Survivor, null, first);
        await Arrives(unit, "phone/b.txt", unit.Survivor, null, first, second);
        await Arrives(unit, "tablet/c.txt", unit.Survivor, null, first);
        Assert.Equal([["phone/a.txt", "phone/b.txt"], ["tablet/c.txt"]], (await Groups(unit)).Select(g => g.Files.Select(f => f.Name)));
        await Decide(unit, "phone/a.txt", "Asia/Manila");
        Assert.Equal([("phone/b.txt", "Asia/Manila", true), ("tablet/c.txt", "Asia/Manila", false)], (await Groups(unit)).Select(g => (g.Files[0].Name, g.Zone, g.SamePhone)));
        await Decide(unit, "phone/b.txt", "Asia/Manila");
        await Decide(unit, "tablet/c.txt", "Asia/Manila");
        Assert.Equal("phone/b.txt", Assert.Single(await Others(unit, "phone/a.txt")).Name);
    }

    [Fact]
    public async Task A_device_that_is_named_for_the_files_of_two_people_may_hold_two_phones()
    {
        await using var unit = await Unit.Open();
        var (him, laptop) = (await Him(unit), await Rests(unit, FoundationKind.Device, "Laptop with a sticker"));
        await Arrives(unit, "backups/hers.txt", unit.Survivor, null, laptop);
        await Arrives(unit, "backups/his.txt", him, null, laptop);
        Assert.Equal(2, (await Groups(unit)).Count);
        await Decide(unit, "backups/hers.txt", "Africa/Kampala");
        // Proposed with the words that it may be another phone.
        var his = Assert.Single(await Groups(unit));
        Assert.Equal(("Africa/Kampala", 1, false), (his.Zone, his.Alike, his.SamePhone));
        await Decide(unit, "backups/his.txt", "Africa/Kampala");
        Assert.Empty(await Others(unit, "backups/hers.txt"));
    }

    [Fact]
    public async Task A_device_that_the_answers_name_is_one_phone_also_where_an_office_gave_a_part_of_it()
    {
        await using var unit = await Unit.Open();
        var (phone, examiner) = (await Rests(unit, FoundationKind.Device, "Phone with a cracked screen"), await Rests(unit, FoundationKind.Examiner, "Examiner 1"));
        await Arrives(unit, "a/one.txt", unit.Survivor, null, phone);
        await Decide(unit, "a/one.txt", "Asia/Dhaka");
        await Arrives(unit, "b/two.txt", null, "Border police", examiner, phone);
        var group = Assert.Single(await Groups(unit));
        Assert.Equal(("Asia/Dhaka", true), (group.Zone, group.SamePhone));
        await Decide(unit, "b/two.txt", "Asia/Dhaka");
        Assert.Equal("b/two.txt", Assert.Single(await Others(unit, "a/one.txt")).Name);
    }

    [Fact]
    public async Task Folders_of_one_name_in_two_drops_are_asked_about_apart()
    {
        await using var unit = await Unit.Open();
        await unit.Drop(("phone/a.txt", Chat("one")), ("phone/b.txt", Chat("two")), ("loose.txt", Chat("three")));
        await unit.Drop(("phone/c.txt", Chat("four")), ("another loose.txt", Chat("five")));
        var groups = (await new GroupQuestions(unit.Store).Handle(Unit.Ref, null, unit.Counsel, Cancel)).Value;
        Assert.Equal(["another loose.txt,loose.txt", "phone/a.txt,phone/b.txt", "phone/c.txt"], groups.Select(g => string.Join(',', g.Files.Select(f => f.Name))).Order(StringComparer.Ordinal));
        Assert.Equal(3, groups.Select(g => g.Key).Distinct().Count());
    }

    [Fact]
    public async Task What_was_answered_in_this_drop_goes_before_a_folder_of_that_name_in_another()
    {
        await using var unit = await Unit.Open();
        var him = await Him(unit);
        await Arrives(unit, "phone/a.txt", unit.Survivor, null);
        await unit.Drop(("phone/b.txt", Chat("two")), ("phone/c.txt", Chat("three")));
        Assert.Equal("Survivor B", (await Proposed("phone/c.txt")).From?.Pseudonym);
        await Answered(unit, "phone/b.txt", him, null);
        Assert.Equal("Defendant 4", (await Proposed("phone/c.txt")).From?.Pseudonym);

        async Task<ProposedAnswers> Proposed(string name)
        {
            var snapshot = await Snapshot(unit);
            return ProposedAnswers.Of(snapshot.Materials.Single(m => m.Name == name), FileKind.Chat, snapshot.Materials, snapshot.People, null);
        }
    }

    [Fact]
    public async Task Files_that_came_singly_have_no_folder_in_common()
    {
        await using var unit = await Unit.Open();
        await Arrives(unit, "WhatsApp Chat with Boss.txt", unit.Survivor, null);
        await Decide(unit, "WhatsApp Chat with Boss.txt", "Asia/Manila");
        // A year later, out of her new phone.
        await Arrives(unit, "WhatsApp Chat with Rico.txt", unit.Survivor, null);
        var group = Assert.Single(await Groups(unit));
        Assert.Equal(("Asia/Manila", false), (group.Zone, group.SamePhone));
        await Decide(unit, "WhatsApp Chat with Rico.txt", "Asia/Manila");
        Assert.Empty(await Others(unit, "WhatsApp Chat with Boss.txt"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_banks_table_is_of_no_phone_wherever_it_was_kept(bool device)
    {
        await using var unit = await Unit.Open();
        FoundationId[] rests = device ? [await Rests(unit, FoundationKind.Device, "Phone with a cracked screen")] : [];
        await Arrives(unit, "papers/WhatsApp Chat with Boss.txt", unit.Survivor, null, rests);
        await Decide(unit, "papers/WhatsApp Chat with Boss.txt", "Asia/Manila");
        await unit.Drop(("papers/account.csv", Encoding.UTF8.GetBytes("Date;Text;Amount\n2025-05-03 10:11:12;Rent;-5.00\n2025-05-13 10:11:12;Rent;-6.00\n")));
        await Answered(unit, "papers/account.csv", unit.Survivor, null, rests);
        await Read(unit, "papers/account.csv", MaterialStatus.NeedsDecision);
        Assert.False(Assert.Single(await Groups(unit)).SamePhone);
    }

    private static async Task<PersonId> Him(Unit unit) =>
        (await new AddPerson(unit.Store, Unit.Texts).Handle(new(Unit.Ref, "Defendant 4", [PersonRole.Defendant], []), unit.Counsel, Cancel)).Value;

    private static async Task<FoundationId> Rests(Unit unit, FoundationKind kind, string label) => (await new AddFoundation(unit.Store).Handle(new(Unit.Ref, kind, label), unit.Counsel, Cancel)).Value;

    private static async Task<Domain.Cases.CaseSnapshot> Snapshot(Unit unit) => (await new LoadCase(unit.Store).Handle(Unit.Ref, unit.Counsel, Cancel)).Value;

    private static async Task<IReadOnlyList<GroupDecisions.Group>> Groups(Unit unit) => (await new GroupDecisions(unit.Store).Handle(Unit.Ref, unit.Counsel, Cancel)).Value.Groups;

    private static async Task<IReadOnlyList<Material>> Others(Unit unit, string name)
    {
        var snapshot = await Snapshot(unit);
        return CorrectZoneOfPhone.Others(snapshot.Materials.Single(m => m.Name == name), snapshot);
    }

    private static async Task Arrives(Unit unit, string name, PersonId? from, string? words, params FoundationId[] rests)
    {
        await unit.Drop((name, Chat(name)));
        await Answered(unit, name, from, words, rests);
        await Read(unit, name, MaterialStatus.NeedsDecision);
    }

    private static async Task Answered(Unit unit, string name, PersonId? from, string? words, params FoundationId[] rests)
    {
        var file = (await unit.List()).Files.Single(f => f.Name == name);
        var answered = await new AnswerQuestions(unit.Store).Handle(
            new AnswerQuestions.Command { Case = Unit.Ref, Files = [file.Id], FromPerson = from, From = words ?? "", Obtained = unit.Warrant, Factual = rests }, unit.Counsel, Cancel);
        Assert.True(answered.IsOk, answered.Error?.Key);
    }

    private static async Task Decide(Unit unit, string name, string zone)
    {
        var file = (await unit.List()).Files.Single(f => f.Name == name);
        Assert.True((await new DecideReading(unit.Store).Handle(new(Unit.Ref, [file.Id], new(zone, "dmy", null, null)), unit.Counsel, Cancel)).IsOk);
        await Read(unit, name, MaterialStatus.Read);
    }

    private static async Task Read(Unit unit, string name, MaterialStatus status)
    {
        var file = (await unit.List()).Files.Single(f => f.Name == name);
        Assert.Equal(status, (await new ReadHeldFile(unit.Store).Handle(new(Unit.Ref, file.Id), unit.Counsel, Cancel)).Value.Status);
    }

    private static byte[] Chat(string word) => Encoding.UTF8.GetBytes($"3/4/2024, 08:10 - Boss: {word} one\n5/4/2024, 19:45 - Survivor B: {word} two\n16/4/2024, 07:00 - Boss: {word} three\n");
}
