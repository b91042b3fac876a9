using Onus.Casework.Accounts;
using Onus.Domain.Cases;
using Onus.Store.Content;

namespace Onus.Casework.Tests.Practice;

/// <summary>Whoever writes a practice case is told where it is wrong.</summary>
public sealed class PracticeFaultTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("onus-practice-");

    public PracticeFaultTests()
    {
        Write("case.yaml", """
            schema: onus.practice-case/1
            ref: SMALL-1
            title: A small case
            country: us
            dates: {tip: 2025-01-02, charge: 2025-03-02, trial: 2025-09-01, today: 2025-02-01}
            people:
              - {key: defendant-1, pseudonym: Defendant 1, roles: [defendant]}
            members:
              - {key: demo-1, name: Demo person 1, role: investigator}
              - {key: demo-2, name: Demo person 2, role: prosecutor}
            foundations:
              - {key: warrant, kind: warrant, mode: legal, label: The warrant, status: open}
            """);
        Write("answers.yaml", """
            schema: onus.practice-answers/1
            files:
              - {match: 'chats/*', from: defendant-1, obtained: warrant, zone: America/Chicago, dateOrder: dmy}
            """);
        Write("work.yaml", """
            schema: onus.practice-work/1
            exhibits:
              - key: m
                number: EX-1
                title: A message
                file: chats/WhatsApp Chat with Somebody.txt
                find: {line: 2}
                quote: Nobody leaves
                origins: [defendant-1]
                legal: [warrant]
            """);
        Write("files/chats/WhatsApp Chat with Somebody.txt", """
            13/01/2025, 10:00 - Defendant 1: Good morning
            13/01/2025, 10:01 - Defendant 1: Nobody leaves before the debt is paid
            13/01/2025, 10:02 - Defendant 1: Nobody

            """);
    }

    [Theory]
    [InlineData("Demo person 2", "Demo person 2")]
    [InlineData("demo person 1", "Demo person 1")]
    public async Task Nobodys_own_account_becomes_a_member_of_a_practice_case(string own, string member)
    {
        await using var store = await PracticeStore.Open();
        Assert.True((await new CreateFirstAccount(store.Store).Handle(new(own, "Prosecutor"), new Actor(default, own, []), TestContext.Current.CancellationToken)).IsOk);

        var refused = (await store.Load(PracticeStore.Read(folder.FullName))).Error!;

        Assert.Equal(("practice.name-taken", member, own), (refused.Key, refused["name"]!.ToString(), refused["other"]!.ToString()));
        Assert.Contains($"“{own}”", PracticeStore.Texts.Of(refused), StringComparison.Ordinal);
        Assert.False(Assert.Single(await store.Store.Accounts(TestContext.Current.CancellationToken)).Demo);
    }

    [Theory]
    [InlineData("Demo person 1")]
    [InlineData("demo-person 1")]
    public async Task Two_members_of_one_name_are_refused(string second)
    {
        Write("case.yaml", File.ReadAllText(Path.Combine(folder.FullName, "case.yaml")).Replace("Demo person 2", second, StringComparison.Ordinal));
        await using var store = await PracticeStore.Open();

        var refused = (await store.Load(PracticeStore.Read(folder.FullName))).Error!;

        Assert.Equal(("practice.members-alike", "Demo person 1", second), (refused.Key, refused["name"]!.ToString(), refused["other"]!.ToString()));
        Assert.Contains(second, PracticeStore.Texts.Of(refused), StringComparison.Ordinal);
        Assert.Empty(await store.Store.Accounts(TestContext.Current.CancellationToken));
    }

    public static TheoryData<string, string, string, int> Broken => new()
    {
        { "case.yaml", "title: A small case", "title: A small case\ntitel: A small case", 4 },
        { "case.yaml", "roles: [defendant]", "roles: [accused]", 7 },
        { "case.yaml", "status: open", "status: open, strength: 9", 12 },
        { "case.yaml", "today: 2025-02-01", "today: tomorrow", 5 },
        { "answers.yaml", "dateOrder: dmy", "dateOrder: dym", 3 },
        { "work.yaml", "number: EX-1", "number: one", 4 },
        { "work.yaml", "    legal: [warrant]", "    legal: [warrant]\n    weight: 3", 11 },
        { "work.yaml", "    find: {line: 2}\n", "", 3 },
    };

    [Theory, MemberData(nameof(Broken))]
    public void A_fault_names_its_file_and_line(string file, string right, string wrong, int line)
    {
        var path = Path.Combine(folder.FullName, file);
        var text = File.ReadAllText(path);
        Assert.Contains(right, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(right, wrong, StringComparison.Ordinal));
        var fault = Assert.Throws<ContentFaultException>(() => PracticeStore.Read(folder.FullName));
        Assert.Equal((path, line), (fault.File, fault.Line));
    }

    [Theory]
    [InlineData("work.yaml", "quote: Nobody leaves", "quote: Nobody goes", "practice.quote-missing", "work.yaml, line 3")]
    [InlineData("work.yaml", "line: 2", "line: 9", "practice.place-missing", "work.yaml, line 3")]
    [InlineData("work.yaml", "with Somebody.txt", "with Nobody.txt", "practice.file-missing", "work.yaml, line 3")]
    [InlineData("work.yaml", "legal: [warrant]", "legal: [warant]", "practice.key-unknown", "work.yaml, line 3")]
    [InlineData("work.yaml", "legal: [warrant]", "legal: [warrant]\ncounts:\n  - {number: 1, key: c, offence: us.1589-a, defendant: defendant-1, from: 2025-01-01, to: 2025-02-01}", "practice.survivor-missing", "work.yaml, line 12")]
    [InlineData("work.yaml", "legal: [warrant]", "legal: [warrant]\nchallenges:\n  - {key: c, by: defence, 'on': element:count-1/us.1589-a.knowingly, mode: rebut, status: possible, text: No, premises: []}", "practice.key-unknown", "work.yaml, line 12")]
    [InlineData("answers.yaml", "obtained: warrant", "obtained: warant", "import.key-unknown", "answers.yaml, line 3")]
    [InlineData("answers.yaml", "chats/*", "papers/*", "practice.answers-missing", "answers.yaml")]
    public async Task What_only_loading_can_find_names_its_place_too(string file, string right, string wrong, string key, string place)
    {
        var path = Path.Combine(folder.FullName, file);
        var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        Assert.Contains(right, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(path, text.Replace(right, wrong, StringComparison.Ordinal), TestContext.Current.CancellationToken);
        await using var scratch = await PracticeStore.Open();
        var done = await scratch.Load(PracticeStore.Read(folder.FullName));
        Assert.Equal(key, done.Error?.Key);
        Assert.Contains(place, PracticeStore.Texts.Of(done.Error!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_small_case_loads()
    {
        await using var scratch = await PracticeStore.Open();
        var done = await scratch.Load(PracticeStore.Read(folder.FullName));
        Assert.True(done.IsOk, done.Error?.Key);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private void Write(string name, string text)
    {
        var path = Path.Combine(folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
