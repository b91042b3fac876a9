using Onus.Casework.Accounts;
using Onus.Content;
using Onus.Domain.Charges;

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
              - {match: 'chats/*', from: defendant-1, obtained: warrant, zone: America/Chicago, date-order: dmy}
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
        { "answers.yaml", "date-order: dmy", "date-order: dym", 3 },
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

    private const string Fact = "\nfacts:\n  - key: f\n    sentence: Nobody left\n    exhibits:\n      - {exhibit: m, BEARING}";

    [Theory]
    [InlineData("bearing: undermines", "\"undermines\" is none of: against.")]
    [InlineData("bearing: for", "\"for\" is none of: against.")]
    [InlineData("bearing: AGAINST", "\"AGAINST\" is written \"against\".")]
    [InlineData("against: true", "Nothing reads the key \"against\"")]
    [InlineData("bearing: against}\n    together:\n      - [m", "“m” is not cited for this fact", 16)]
    [InlineData("reason: So}\n    together:\n      - [m, k", "“k” is not cited for this fact", 16)]
    public void A_citation_that_says_neither_for_nor_against_is_refused(string bearing, string says, int line = 15)
    {
        var path = Path.Combine(folder.FullName, "work.yaml");
        var cited = Fact.Replace("BEARING", bearing, StringComparison.Ordinal);
        File.WriteAllText(path, File.ReadAllText(path).TrimEnd() + (bearing.Contains('[', StringComparison.Ordinal) ? cited[..^1] + "]" : cited));
        var fault = Assert.Throws<ContentFaultException>(() => PracticeStore.Read(folder.FullName));
        Assert.Equal((path, line), (fault.File, fault.Line));
        Assert.Contains(says, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bearing: against, reason: He drove her to town", Bearing.Undermines, "He drove her to town")]
    [InlineData("bearing: against", Bearing.Undermines, "")]
    [InlineData("reason: His word", Bearing.Supports, "His word")]
    public async Task A_passage_is_cited_for_or_against_with_its_reason(string bearing, Bearing loaded, string reason)
    {
        var path = Path.Combine(folder.FullName, "work.yaml");
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).TrimEnd() + Fact.Replace("BEARING", bearing, StringComparison.Ordinal), TestContext.Current.CancellationToken);
        await using var scratch = await PracticeStore.Open();
        var done = await scratch.Load(PracticeStore.Read(folder.FullName));
        await using var work = scratch.Store.Begin(await scratch.Person("Demo person 1"));
        var tie = Assert.Single(work.Db.ExhibitTies.Where(tie => tie.CaseId == done.Value).ToList());
        Assert.Equal((loaded, reason), (tie.Bearing, tie.Reason));
    }

    [Theory]
    [InlineData("us.1589-a", "us.1589-a.means.threat-of-serious-harm", "2024-03-01", "2005-03-01")]
    [InlineData("us.1589-a", "us.1589-a.means.threat-of-serious-harm", "2005-03-01", "2024-03-01")]
    [InlineData("us.1591-a-1", "us.1591-a-1.act.advertises", "2016-06-01", "2005-06-01")]
    public async Task A_request_is_of_the_law_of_its_counts_first_day(string offence, string leaf, string from, string other)
    {
        var law = PracticeStore.Law.OffenceAt(offence, Day(from)).Value;
        Assert.NotEqual(law.Citation, PracticeStore.Law.OffenceAt(offence, Day(other)).Value.Citation);
        WithCount(offence, from, leaf, leaf);
        await using var scratch = await PracticeStore.Open();

        var done = await scratch.Load(PracticeStore.Read(folder.FullName));

        Assert.True(done.IsOk, done.Error is { } fault ? PracticeStore.Texts.Of(fault) : "");
        await using var work = scratch.Store.Begin(await scratch.Person("Demo person 2"));
        Assert.Equal($"{law.Citation}: {law.Find(leaf)!.Text}", Assert.Single(work.Db.RequestReasons.ToList()).Element);
    }

    [Theory]
    [InlineData("us.1589-a", "2005-03-01", "us.1589-a.means.serious-harm", "us.1589-a.knowingly", "work.yaml, line 17: ")]
    [InlineData("us.1589-a", "2005-03-01", "us.1589-a.knowingly", "us.1589-a.means.serious-harm", "work.yaml, line 15: ")]
    [InlineData("us.1591-a-1", "2012-06-01", "us.1591-a-1.act.advertises", "us.1591-a-1", "work.yaml, line 17: ")]
    [InlineData("us.1589-a", "1995-03-01", "us.1589-a.knowingly", "us.1589-a.knowingly", "work.yaml, line 17: ")]
    public async Task What_the_law_of_that_day_does_not_know_is_refused(string offence, string from, string asked, string challenged, string place)
    {
        WithCount(offence, from, asked, challenged);
        await using var scratch = await PracticeStore.Open();

        var refused = (await scratch.Load(PracticeStore.Read(folder.FullName))).Error!;

        Assert.Equal("practice.law", refused.Key);
        Assert.Contains(place, PracticeStore.Texts.Of(refused), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("exhibit:m", "undercut")]
    [InlineData("foundation:warrant", "impeach")]
    [InlineData("element:c/us.1589-a.knowingly", "exclude")]
    public async Task A_challenge_that_nobody_can_make_is_refused(string on, string mode)
    {
        WithCount("us.1589-a", "2024-03-01", "us.1589-a.knowingly", "us.1589-a.knowingly");
        var path = Path.Combine(folder.FullName, "work.yaml");
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).Replace("element:c/us.1589-a.knowingly, mode: rebut", $"{on}, mode: {mode}", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        await using var scratch = await PracticeStore.Open();

        var refused = (await scratch.Load(PracticeStore.Read(folder.FullName))).Error!;

        Assert.Equal("practice.mode-senseless", refused.Key);
        Assert.Contains("work.yaml, line 15: ", PracticeStore.Texts.Of(refused), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_small_case_loads()
    {
        await using var scratch = await PracticeStore.Open();
        var done = await scratch.Load(PracticeStore.Read(folder.FullName));
        Assert.True(done.IsOk, done.Error?.Key);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    // Line 13 is the count, 15 the challenge, 17 the request.
    private void WithCount(string offence, string from, string asked, string challenged)
    {
        var person = Path.Combine(folder.FullName, "case.yaml");
        File.WriteAllText(person, File.ReadAllText(person).Replace("people:\n", "people:\n  - {key: survivor-a, pseudonym: Survivor A, roles: [survivor]}\n", StringComparison.Ordinal));
        var work = Path.Combine(folder.FullName, "work.yaml");
        File.WriteAllText(work, File.ReadAllText(work).TrimEnd() + $$"""

            facts: []
            counts:
              - {key: c, number: 1, offence: {{offence}}, defendant: defendant-1, survivor: survivor-a, from: {{from}}, to: {{from}} }
            challenges:
              - {key: x, by: defence, 'on': element:c/{{challenged}}, mode: rebut, status: possible, text: It is not so, premises: []}
            requests:
              - {key: r, kind: police, to: Officer 1, what: The statements of the account, why: For the file, status: draft, ours: It serves this, leaf: {{asked}}, count: c}

            """);
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
