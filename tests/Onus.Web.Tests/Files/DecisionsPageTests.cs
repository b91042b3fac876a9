using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Onus.Casework.Files;
using Onus.Domain.Evidence;
using Onus.Store;

namespace Onus.Web.Tests.Files;

/// <summary>The page of decisions as a browser without scripts sends it: one form, a button for each question, and one for all.</summary>
public sealed partial class DecisionsPageTests : IAsyncDisposable
{
    private const string Decisions = $"/cases/{Desk.Case}/files/decisions";
    private readonly Desk desk = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await desk.DisposeAsync();

    [Theory]
    [InlineData("Asia/Kathmandu", "mdy", "Corin Vale")]
    [InlineData("America/Lima", "dmy", "Ilse Marrow")]
    public async Task Deciding_one_question_keeps_what_was_chosen_in_the_others(string zone, string order, string holder)
    {
        var (quay, mill, table) = await Waiting();
        var page = await Send(await Page(), "one:" + Key(quay), ("zone-other-" + Key(quay), zone), ("order-" + Key(quay), "dmy"),
            ("zone-other-" + Key(mill), "Africa/Accra"), ("order-" + Key(mill), order), ("holder-" + Key(table), holder), ("col-description-" + Key(table), ""));
        Assert.Contains("Decided for one file.", page, StringComparison.Ordinal);
        Assert.Equal(zone, (await Now(quay)).Zone);
        Assert.Null((await Now(mill)).Zone);
        Assert.DoesNotContain("quay.txt", page, StringComparison.Ordinal);
        Assert.Contains($"name=\"zone-other-{Key(mill)}\" list=\"zones\" value=\"Africa/Accra\"", page, StringComparison.Ordinal);
        Assert.Matches($"name=\"order-{Key(mill)}\" value=\"{order}\"[^>]* checked", page);
        Assert.Contains($"value=\"{holder}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_that_is_answered_is_decided_at_once_and_what_is_not_stays_with_its_sentence()
    {
        var (quay, mill, table) = await Waiting();
        var page = await Send(await Page(), "all:", ("zone-other-" + Key(quay), "Asia/Tokyo"), ("order-" + Key(quay), "dmy"),
            ("zone-other-" + Key(mill), "Nowhere/Town"), ("order-" + Key(mill), "dmy"), ("profile-" + Key(table), Onus.Ingest.Contract.ColumnProfile.NotABankTable));
        Assert.Contains("2 questions decided. One still needs you.", page, StringComparison.Ordinal);
        Assert.Contains("Nowhere/Town", page, StringComparison.Ordinal);
        Assert.Equal(("Asia/Tokyo", null, Onus.Ingest.Contract.ColumnProfile.NotABankTable), ((await Now(quay)).Zone, (await Now(mill)).Zone, (await Now(table)).Profile));
        Assert.Equal(2, await Acts());

        using var last = await Post(page, "all:", ("zone-other-" + Key(mill), "Africa/Accra"), ("order-" + Key(mill), "dmy"));
        Assert.True((int)last.StatusCode is >= 300 and < 400, await last.Content.ReadAsStringAsync(Cancel));
        Assert.Equal("Africa/Accra", (await Now(mill)).Zone);
        Assert.Equal(3, await Acts());
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_acts_once_and_the_key_of_enter_decides_nothing()
    {
        var (quay, mill, _) = await Waiting();
        var first = await Page();
        Assert.Contains("Nothing has been decided yet", await Send(first, "", ("zone-other-" + Key(quay), "Asia/Tokyo"), ("order-" + Key(quay), "dmy")), StringComparison.Ordinal);
        Assert.Null((await Now(quay)).Zone);
        await Send(first, "one:" + Key(quay), ("zone-other-" + Key(quay), "Asia/Tokyo"), ("order-" + Key(quay), "dmy"));
        var again = await Post(first, "all:", ("zone-other-" + Key(mill), "Asia/Seoul"), ("order-" + Key(mill), "dmy"));
        Assert.InRange((int)again.StatusCode, 300, 399);
        Assert.Null((await Now(mill)).Zone);
        Assert.Equal(1, await Acts());
        Assert.Contains("One question on your page had been decided meanwhile", await Send(await Fresh(first), "one:" + Key(quay), ("zone-other-" + Key(quay), "Asia/Seoul"), ("order-" + Key(quay), "dmy")), StringComparison.Ordinal);
        Assert.Equal("Asia/Tokyo", (await Now(quay)).Zone);
    }

    [Theory]
    [InlineData("ticked:")]
    [InlineData("all:")]
    public async Task Ticked_files_alone_are_decided_and_the_others_of_the_question_keep_what_was_chosen(string verb)
    {
        await desk.InitializeAsync();
        var (a, b) = (await Arrive("barge/a.txt", Chat("a")), await Arrive("barge/b.txt", Chat("b")));
        var page = await Send(await Page(), verb == "all:" ? verb : verb + Key(a), ("only-" + Key(a), a.Id.Value.ToString()), ("zone-other-" + Key(a), "Asia/Tokyo"), ("order-" + Key(a), "dmy"));
        Assert.Equal(("Asia/Tokyo", null), ((await Now(a)).Zone, (await Now(b)).Zone));
        Assert.Contains($"name=\"zone-other-{Key(b)}\" list=\"zones\" value=\"Asia/Tokyo\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Asia/Tokyo")]
    [InlineData("America/Lima")]
    public async Task What_was_proposed_and_emptied_stays_empty_and_is_not_decided_with_the_rest(string zone)
    {
        await desk.InitializeAsync();
        var first = await Arrive("barge/a.txt", Chat("a"));
        (await Post(await Page(), "one:" + Key(first), ("zone-other-" + Key(first), zone), ("order-" + Key(first), "dmy"))).Dispose();
        await Read();
        var (later, mill) = (await Arrive("barge/b.txt", Chat("b")), await Arrive("mill/mill.txt", Chat("mill"), "The miller"));
        var page = await Page();
        Assert.Matches($"<option value=\"{zone}\" selected", Field(page, "zone-" + Key(later)));
        Assert.Contains("Proposed: as in one other chat of this phone.", page, StringComparison.Ordinal);
        Assert.Matches($"name=\"order-{Key(later)}\" value=\"dmy\"[^>]* checked", page);

        page = await Send(page, "one:" + Key(mill), ("zone-other-" + Key(mill), "Africa/Accra"), ("order-" + Key(mill), "dmy"), ("zone-" + Key(later), ""));
        Assert.DoesNotMatch("<option value=\"[^\"]+\" selected", Field(page, "zone-" + Key(later)));
        Assert.DoesNotMatch($"name=\"order-{Key(later)}\"[^>]* checked", page);
        page = await Send(page, "all:", ("zone-" + Key(later), ""));
        Assert.Contains("Say in which zone the clock was.", page, StringComparison.Ordinal);
        Assert.Null((await Now(later)).Zone);
        Assert.Equal((null, "Africa/Accra"), ((await Now(later)).DateOrder, (await Now(mill)).Zone));
    }

    [Fact]
    public async Task A_profile_that_was_proposed_and_emptied_stays_empty()
    {
        await desk.InitializeAsync();
        var first = await Arrive("rota.csv", Rows("Rent"), "The bank");
        (await Post(await Page(), "new:" + Key(first), [.. Columns(first)])).Dispose();
        var (second, mill) = (await Arrive("other/rota.csv", Rows("Wage"), "The bank"), await Arrive("mill/mill.txt", Chat("mill"), "The miller"));
        var page = await Page();
        Assert.Matches("<option value=\"Quay bank\" selected", Field(page, "profile-" + Key(second)));
        page = await Send(page, "one:" + Key(mill), ("zone-other-" + Key(mill), "Africa/Accra"), ("order-" + Key(mill), "dmy"), ("profile-" + Key(second), ""));
        Assert.DoesNotMatch("<option value=\"[^\"]+\" selected", Field(page, "profile-" + Key(second)));
        await Send(page, "all:", ("profile-" + Key(second), ""));
        Assert.Null((await Now(second)).Profile);
    }

    [Fact]
    public async Task Columns_from_an_older_page_leave_what_a_colleague_decided()
    {
        await desk.InitializeAsync();
        var (a, b) = (await Arrive("bank/a.csv", Rows("Rent"), "The bank"), await Arrive("bank/b.csv", Rows("Wage"), "The bank"));
        var older = await Page();
        await Send(await Page(), "ticked:" + Key(a), ("only-" + Key(a), a.Id.Value.ToString()), ("profile-" + Key(a), Onus.Ingest.Contract.ColumnProfile.NotABankTable));
        var page = await Send(older, "new:" + Key(a), [.. Columns(a)]);
        Assert.Contains("Somebody else changed this while you were looking at it.", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Quay bank\"", page, StringComparison.Ordinal);
        Assert.Equal((Onus.Ingest.Contract.ColumnProfile.NotABankTable, null), ((await Now(a)).Profile, (await Now(b)).Profile));
    }

    [Fact]
    public async Task Chats_of_one_phone_share_the_zone_and_an_order_reaches_only_those_that_leave_it_open()
    {
        await desk.InitializeAsync();
        var (open, proven) = (await Arrive("barge/a.txt", Chat("a")), await Arrive("barge/b.txt", "3/4/2024, 08:10 - Boss: b one\n25/4/2024, 19:45 - Survivor B: b two\n"));
        var page = await Page();
        Assert.Equal(1, page.Split("In which zone was the clock?").Length - 1);
        Assert.Contains("Which number is the day in one of these 2 files?", page, StringComparison.Ordinal);
        Assert.Contains("barge/a.txt. Proposed: as in one other chat of this phone.", page, StringComparison.Ordinal);
        Assert.Matches($"name=\"order-dmy-mdy-{Key(open)}\" value=\"dmy\"[^>]* checked", page);
        Assert.Matches($"name=\"order-dmy-{Key(open)}\" value=\"dmy\"[^>]* checked", page);

        page = await Send(page, "one:" + Key(open), ("zone-other-" + Key(open), "Asia/Tokyo"), ("order-dmy-" + Key(open), "dmy"));
        Assert.Contains("Say which number is the day.", page, StringComparison.Ordinal);
        using var done = await Post(page, "one:" + Key(open), ("zone-other-" + Key(open), "Asia/Tokyo"), ("order-dmy-" + Key(open), "dmy"), ("order-dmy-mdy-" + Key(open), "mdy"));
        Assert.InRange((int)done.StatusCode, 300, 399);
        Assert.Equal(("Asia/Tokyo", "mdy", "Asia/Tokyo", "dmy"), ((await Now(open)).Zone, (await Now(open)).DateOrder, (await Now(proven)).Zone, (await Now(proven)).DateOrder));
        Assert.Equal(1, await Acts());
    }

    private static string Field(string page, string name) => page.Split($"name=\"{name}\"")[1].Split("</select>")[0];

    private static string Rows(string word) => $"Day;Text;Sum;Left\n03/05/2025;{word};-5.00;95.00\n14/05/2025;Wage;7.00;102.00\n";

    private static IEnumerable<(string, string)> Columns(Material file) => new[]
    {
        ("col-date", "1"), ("col-description", "2"), ("col-amount", "3"), ("col-balance", "4"), ("table-order", "dmy"), ("decimal", "."), ("signs", "plain"), ("currency", "USD"), ("profile-name", "Quay bank"),
    }.Select(field => ($"{field.Item1}-{Key(file)}", field.Item2));

    private Task Read() => Reading.Settled(desk.Services, Desk.Case);

    private async Task<(Material Quay, Material Mill, Material Table)> Waiting()
    {
        await desk.InitializeAsync();
        return (await Arrive("quay/quay.txt", Chat("quay"), "The quay master"), await Arrive("mill/mill.txt", Chat("mill"), "The miller"),
            await Arrive("rota.csv", "Day;Text;Sum;Left\n03/05/2025;Rent;-5.00;95.00\n14/05/2025;Wage;7.00;102.00\n", "The bank"));
    }

    private async Task<Material> Arrive(string name, string text, string from = "The boatman")
    {
        Assert.Equal(302, (int)(await desk.Send(await desk.Hidden($"/cases/{Desk.Case}/files/add"), ("files", name, Encoding.UTF8.GetBytes(text)))).StatusCode);
        var store = desk.Services.GetRequiredService<OnusStore>();
        var actor = (await store.ActorNamed("Person 1", Cancel)).Value;
        var file = (await desk.List()).Files.Single(f => f.Name == name);
        var answered = await new AnswerQuestions(store).Handle(
            new AnswerQuestions.Command { Case = Desk.Case, Files = [file.Id], From = from, Given = new(null, from, null, (who, _) => "Given by " + who) }, actor, Cancel);
        Assert.True(answered.IsOk, answered.Error?.Key);
        await Reading.Settled(desk.Services, Desk.Case);
        file = await Now(file);
        Assert.Equal(MaterialStatus.NeedsDecision, file.Status);
        return file;
    }

    private async Task<Material> Now(Material file) => (await desk.List()).Files.Single(f => f.Id == file.Id);

    private async Task<int> Acts()
    {
        await using var work = desk.Services.GetRequiredService<OnusStore>().Begin((await desk.Services.GetRequiredService<OnusStore>().ActorNamed("Person 1", Cancel)).Value);
        return work.Db.Log.Count(entry => entry.Kind == "reading-decided");
    }

    private async Task<string> Page() => WebUtility.HtmlDecode(await desk.Person.GetStringAsync(new Uri(Decisions, UriKind.Relative), Cancel));

    private static Task<string> Fresh(string page) => Task.FromResult(Regex.Replace(page, "(?<=name=\"onus-key\" value=\")[^\"]+", Guid.CreateVersion7().ToString(), RegexOptions.None, TimeSpan.FromSeconds(2)));

    private async Task<string> Send(string page, string button, params (string Name, string Value)[] more)
    {
        using var answer = await Post(page, button, more);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));
    }

    private async Task<HttpResponseMessage> Post(string page, string button, params (string Name, string Value)[] more)
    {
        var form = page[page.LastIndexOf("<form", StringComparison.Ordinal)..];
        using var content = new FormUrlEncodedContent([
            .. HiddenField().Matches(form).Select(m => new KeyValuePair<string, string>(m.Groups["name"].Value, m.Groups["value"].Value)),
            .. more.Select(field => new KeyValuePair<string, string>(field.Name, field.Value)), new("send", button)]);
        return await desk.Person.PostAsync(new Uri(Decisions, UriKind.Relative), content, Cancel);
    }

    private static string Key(Material file) => file.Id.Value.ToString("N");

    private static string Chat(string word) => $"3/4/2024, 08:10 - Boss: {word} one\n5/4/2024, 19:45 - Survivor B: {word} two\n6/4/2024, 07:00 - Boss: {word} three\n";

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]+)" value="(?<value>[^"]*)"[^>]*>""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HiddenField();
}
