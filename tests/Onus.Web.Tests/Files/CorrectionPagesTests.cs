using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Onus.Domain.Evidence;

namespace Onus.Web.Tests.Files;

/// <summary>Answers in a table, and what was said about a file put right, as a browser sends it.</summary>
public sealed partial class CorrectionPagesTests(Desk desk) : IClassFixture<Desk>
{
    private const string Files = "/cases/DESK-1/files";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_table_fills_a_folder_saves_nothing_until_it_is_told_and_answers_each_row_by_itself()
    {
        await Drop(("mill/one.txt", "mill one"), ("mill/two.txt", "mill two"), ("quay/three.txt", "quay three"));
        var files = await Named("mill/one.txt", "mill/two.txt", "quay/three.txt");
        var page = await Get("/provenance");
        var mill = page.Split("\" value=\"mill\"")[0].Split("name=\"folder-")[^1];
        var sent = await Post("/provenance", page, ("fill", "folders"), ($"folder-from-{mill}", "The miller"), ($"folder-obtained-{mill}", "given"));
        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        var shown = await Text(sent);
        Assert.Contains("2 rows were filled in. Nothing is saved yet.", shown, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(shown, "name=\"from-[^\"]*\" list=\"people\" value=\"The miller\"", RegexOptions.None, TimeSpan.FromSeconds(2)));
        Assert.All(await Named("mill/one.txt", "quay/three.txt"), f => Assert.Null(f.Obtained));

        var saved = await Post(
            "/provenance", shown, ("save", "true"),
            ("from-" + files[0].Id.Value, "The miller"), ("obtained-" + files[0].Id.Value, "given"),
            ("from-" + files[1].Id.Value, "The carter"), ("obtained-" + files[1].Id.Value, "given"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Contains("done=2", saved.Headers.Location!.ToString(), StringComparison.Ordinal);
        var after = await Named("mill/one.txt", "mill/two.txt", "quay/three.txt");
        Assert.Equal(["The miller", "The carter", ""], after.Select(f => f.From));
        Assert.NotEqual(after[0].Obtained, after[1].Obtained);
        Assert.Null(after[2].Obtained);
    }

    [Fact]
    public async Task Only_the_ticked_files_of_a_group_are_answered_for_and_the_rest_stays_in_sight()
    {
        await Drop(("barn/a.png", "\u0089PNG barn a"), ("barn/b.png", "\u0089PNG barn b"), ("barn/c.png", "\u0089PNG barn c"));
        var files = await Named("barn/a.png", "barn/b.png", "barn/c.png");
        var page = await Get("/questions");
        var group = GroupLink().Matches(page).Select(m => WebUtility.HtmlDecode(m.Groups["at"].Value)).ToList();
        foreach (var at in group)
        {
            page = await Text(await desk.Person.GetAsync(at, Cancel));
            if (page.Contains(files[0].Id.Value.ToString(), StringComparison.Ordinal) && page.Contains("Answer for these 3 files", StringComparison.Ordinal))
            {
                break;
            }
        }

        Assert.Contains("Answer for these 3 files", page, StringComparison.Ordinal);
        var none = await Post("/questions", page, ("which", "ticked"), ("from-words", "The farmer"), ("obtained", "given"));
        Assert.Contains("Tick at least one file", await Text(none), StringComparison.Ordinal);
        var sent = await Post("/questions", page, ("which", "ticked"), ("file", files[1].Id.Value.ToString()), ("from-words", "The farmer"), ("obtained", "given"));
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        var next = await Text(await desk.Person.GetAsync(sent.Headers.Location, Cancel));
        Assert.Contains("Answered for one file", next, StringComparison.Ordinal);
        Assert.Contains("Answer for these 2 files", next, StringComparison.Ordinal);
        Assert.Equal([true, false, true], (await Named("barn/a.png", "barn/b.png", "barn/c.png")).Select(f => f.Obtained is null));
    }

    [Fact]
    public async Task A_zone_is_corrected_on_the_files_page_with_a_reason_and_a_file_is_withdrawn_and_put_back()
    {
        var file = await ReadChat("pier.txt", "3/4/2024, 08:10 - Defendant 1: at the pier\n25/4/2024, 19:45 - Survivor B: nobody came\n");
        var correct = $"/{file.Id.Value}/correct-reading";
        var form = await Get(correct);
        Assert.Contains("Asia/Kathmandu", form, StringComparison.Ordinal);
        var without = await Post(correct, form, ("zone", "America/Lima"), ("order", "dmy"));
        Assert.Contains("Say why, in a sentence", await Text(without), StringComparison.Ordinal);
        var contradicted = await Text(await Post(correct, form, ("zone", "America/Lima"), ("order", "mdy"), ("reason", "Wrong order")));
        Assert.Contains("cannot be read so: line 2", contradicted, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await Post(correct, form, ("zone", "America/Lima"), ("order", "dmy"), ("reason", "The phone was bought there"))).StatusCode);
        Assert.Equal("America/Lima", (await Named("pier.txt"))[0].Zone);
        Assert.Contains("Corrected how it is read", await Get($"/{file.Id.Value}?done=true"), StringComparison.Ordinal);

        var stale = await Text(await Post(correct, form, ("zone", "Asia/Tokyo"), ("order", "dmy"), ("reason", "Seen too early")));
        Assert.Contains("Somebody else changed this", stale, StringComparison.Ordinal);

        var withdraw = $"/{file.Id.Value}/withdraw";
        Assert.Equal(HttpStatusCode.Redirect, (await Post(withdraw, await Get(withdraw), ("reason", "Taken from the wrong boat"))).StatusCode);
        Assert.Contains("Taken from the wrong boat", await Get(""), StringComparison.Ordinal);
        Assert.Contains("1 withdrawn", await Get(""), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await Post(withdraw, await Get(withdraw), ("reason", "It was the right boat"))).StatusCode);
        Assert.Null((await Named("pier.txt"))[0].Withdrawn);
    }

    [Fact]
    public async Task A_zone_is_corrected_for_the_other_files_of_the_phone_by_one_button_which_lists_each()
    {
        var first = await ReadChat("buoy/one.txt", "3/4/2024, 08:10 - Defendant 1: at the buoy\n25/4/2024, 19:45 - Survivor B: nobody came\n");
        var second = await ReadChat("buoy/two.txt", "4/4/2024, 08:10 - Defendant 1: at the buoy again\n26/4/2024, 19:45 - Survivor B: nobody came\n");
        var third = await ReadChat("buoy/three.txt", "5/4/2024, 08:10 - Defendant 1: and again\n27/4/2024, 19:45 - Survivor B: nobody came\n");
        var correct = $"/{first.Id.Value}/correct-reading";
        var form = await Get(correct);
        Assert.Contains("Also for 2 other files of this phone", form, StringComparison.Ordinal);
        Assert.DoesNotContain("pier.txt", form, StringComparison.Ordinal);
        var other = ("other", $"{second.Id.Value}:{second.Version}");
        var same = await Text(await Post(correct, form, ("zone", "Asia/Kathmandu"), ("order", "dmy"), ("reason", "No other zone"), other, ("also", "true")));
        Assert.Contains("Give another zone than the one they were read in", same, StringComparison.Ordinal);
        var done = await Text(await Post(correct, form, ("zone", "America/Lima"), ("order", "dmy"), ("reason", "Bought there"), other, ("also", "true")));
        Assert.Contains("2 files were read anew", done, StringComparison.Ordinal);
        Assert.Equal(["America/Lima", "America/Lima", "Asia/Kathmandu"], (await Named("buoy/one.txt", "buoy/two.txt", "buoy/three.txt")).Select(f => f.Zone));

        // What is refused for one file is said beside it, and the others are done.
        correct = $"/{third.Id.Value}/correct-reading";
        Assert.DoesNotContain("other files of this phone", await Get(correct), StringComparison.Ordinal);
        correct = $"/{second.Id.Value}/correct-reading";
        var refused = await Text(await Post(correct, await Get(correct), ("zone", "Asia/Tokyo"), ("order", "dmy"), ("reason", "Seen too early"), ("other", $"{first.Id.Value}:{first.Version}"), ("also", "true")));
        Assert.Contains("One file was read anew", refused, StringComparison.Ordinal);
        Assert.Contains("Not read anew, nothing changed.", refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_original_that_the_authority_covers_only_in_part_is_given_to_nobody_and_its_link_is_gone()
    {
        var file = await ReadChat("lock.txt", "3/4/2024, 08:10 - Defendant 1: inside\n25/4/2024, 19:45 - Survivor B: outside\n");
        Assert.Equal(HttpStatusCode.OK, (await desk.Person.GetAsync($"{Files}/{file.Id.Value}/original", Cancel)).StatusCode);
        var correct = $"/{file.Id.Value}/correct-reading";
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await Post(correct, await Get(correct), ("zone", "Asia/Kathmandu"), ("order", "dmy"), ("scope-to", "2024-04-10"), ("reason", "The warrant ends there"))).StatusCode);
        var refused = await desk.Person.GetAsync($"{Files}/{file.Id.Value}/original", Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("the original still holds it", await Text(refused), StringComparison.Ordinal);
        var page = await Get($"/{file.Id.Value}");
        Assert.DoesNotContain("/original", page, StringComparison.Ordinal);
        Assert.Contains("not read; the original still holds it", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_statement_is_a_way_of_obtaining_and_every_place_that_is_open_to_everyone_stands_on_its_own()
    {
        var store = desk.Services.GetRequiredService<Onus.Store.OnusStore>();
        var actor = (await store.ActorNamed("Person 1", Cancel)).Value;
        var witness = (await new Casework.People.AddPerson(store, Onus.Content.Texts.Load(Onus.Content.ContentFolder.Find(), "en", strict: true)).Handle(new(Desk.Case, "Witness 12", [Domain.People.PersonRole.Witness], []), actor, Cancel)).Value;
        await Drop(("said/one.txt", "what the witness said"), ("open/register.txt", "a register"), ("open/notice.txt", "a notice"), ("open/register-2.txt", "the same register"));
        string[] names = ["said/one.txt", "open/register.txt", "open/notice.txt", "open/register-2.txt"];
        var files = await Named(names);
        foreach (var (file, from) in files.Zip(["", "The land register", "The town hall", "The land register"]))
        {
            var page = await Get("/questions");
            var sent = await Post(
                "/questions", page, ("which", "ticked"), ("file", file.Id.Value.ToString()),
                from.Length == 0 ? ("from", witness.Value.ToString()) : ("from-words", from), ("obtained", from.Length == 0 ? "statement" : "PublicSource"));
            Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        }

        var after = await Named(names);
        Assert.Equal([true, false, false, false], after.Select(file => file.Statement));
        await using var work = store.Begin((await store.ActorNamed("Person 1", Cancel)).Value);
        var labels = work.Db.Foundations.ToDictionary(foundation => foundation.Id, foundation => foundation.Label);
        Assert.Equal(
            ["Given voluntarily by Witness 12", "Open to everyone, at The land register", "Open to everyone, at The town hall", "Open to everyone, at The land register"],
            after.Select(file => labels[file.Obtained!.Value]));
        Assert.Equal(after[1].Obtained, after[3].Obtained);
    }

    [Fact]
    public async Task A_table_that_is_no_banks_is_read_as_rows_by_one_choice_of_the_question()
    {
        await Drop(("rota.csv", "Name,Shift,Bed\nHelper 1,night,4\nHelper 2,day,1\nHelper 3,day,2\n"));
        var file = (await Named("rota.csv"))[0];
        await Post("/provenance", await Get("/provenance"), ("save", "true"), ("from-" + file.Id.Value, "The boatman"), ("obtained-" + file.Id.Value, "given"));
        await Settled(file);
        var decisions = await Get("/decisions");
        var form = decisions.Split("<form").First(f => f.Contains(file.Id.Value.ToString(), StringComparison.Ordinal));
        Assert.Contains("It is not a bank table", form, StringComparison.Ordinal);
        await desk.Person.PostAsync(Files + "/decisions", Form(form, [Send(file), ($"profile-{file.Id.Value:N}", Onus.Ingest.Contract.ColumnProfile.NotABankTable)]), Cancel);
        await Settled(file);
        var read = (await Named("rota.csv"))[0];
        Assert.Equal((MaterialStatus.Read, 4L), (read.Status, read.Summary!.Records));
        Assert.Contains("It is not a bank table", await Get($"/{file.Id.Value}"), StringComparison.Ordinal);
    }

    private async Task<Material> ReadChat(string name, string chat)
    {
        await Drop((name, chat));
        var file = (await Named(name))[0];
        var table = await Get("/provenance");
        await Post("/provenance", table, ("save", "true"), ("from-" + file.Id.Value, "The boatman"), ("obtained-" + file.Id.Value, "given"));
        await Settled(file);
        var decisions = await Get("/decisions");
        var form = decisions.Split("<form").First(f => f.Contains(file.Id.Value.ToString(), StringComparison.Ordinal));
        await desk.Person.PostAsync(Files + "/decisions", Form(form, [Send(file), ($"zone-other-{file.Id.Value:N}", "Asia/Kathmandu"), ($"order-{file.Id.Value:N}", "dmy")]), Cancel);
        await Settled(file);
        var read = (await Named(name))[0];
        Assert.Equal(MaterialStatus.Read, read.Status);
        return read;
    }

    /// <summary>The button of the question that a file asks alone.</summary>
    private static (string Name, string Value) Send(Material file) => ("send", $"one:{file.Id.Value:N}");

    private Task Settled(Material file) => Reading.Settled(desk.Services, Desk.Case);

    private async Task Drop(params (string Name, string Text)[] files) =>
        Assert.Equal(302, (int)(await desk.Send(await desk.Hidden(Files + "/add"), [.. files.Select(f => ("files", f.Name, Encoding.UTF8.GetBytes(f.Text)))])).StatusCode);

    private async Task<IReadOnlyList<Material>> Named(params string[] names)
    {
        var all = (await desk.List()).Files;
        return [.. names.Select(n => all.Single(f => f.Name == n))];
    }

    private async Task<string> Get(string part)
    {
        var answer = await desk.Person.GetAsync(Files + part, Cancel);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{part}: {answer.StatusCode} {answer.Headers.Location}");
        return await Text(answer);
    }

    private static async Task<string> Text(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));

    /// <summary>Sends the last form of a page with its hidden fields and more.</summary>
    private Task<HttpResponseMessage> Post(string part, string page, params (string Name, string Value)[] more) =>
        desk.Person.PostAsync(Files + part, Form(page[page.LastIndexOf("<form", StringComparison.Ordinal)..], more), Cancel);

    private static FormUrlEncodedContent Form(string form, IReadOnlyList<(string Name, string Value)> more)
    {
        // Every sending is a form of its own, as if the page had been opened again.
        var hidden = HiddenField().Matches(form).Select(m => (Name: m.Groups["name"].Value, Value: m.Groups["value"].Value))
            .Where(h => more.All(x => x.Name != h.Name))
            .Select(h => h.Name == "onus-key" ? h with { Value = Guid.CreateVersion7().ToString() } : h);
        return new FormUrlEncodedContent(hidden.Concat(more).Select(f => KeyValuePair.Create(f.Name, f.Value)));
    }

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]+)" value="(?<value>[^"]*)"[^>]*>""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HiddenField();

    [GeneratedRegex("""href="(?<at>/cases/DESK-1/files/questions\?group=[^"]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex GroupLink();
}
