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
        Assert.InRange((int)last.StatusCode, 300, 399);
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
        Assert.True((await new ReadHeldFile(store).Handle(new(Desk.Case, file.Id), actor, Cancel)).IsOk);
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
