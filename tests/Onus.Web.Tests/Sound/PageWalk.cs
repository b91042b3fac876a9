using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Mvc.Testing;
using Onus.Tests.Sound;

namespace Onus.Web.Tests.Sound;

/// <summary>
/// Somebody who follows the links of the site: sees one page of each kind in each case, looks at what it is made of and what it weighs, and follows
/// each kind of link of each kind of page once, to see that it leads somewhere.
/// </summary>
internal sealed partial class PageWalk
{
    private readonly HttpClient visitor;
    private readonly Dictionary<string, double> assets = new(StringComparer.Ordinal);
    private readonly HashSet<string> kinds = new(StringComparer.Ordinal);
    private readonly HashSet<(string Page, string Link)> followed = [];
    private readonly Queue<string> waiting = new();
    private readonly Dictionary<string, (int Status, string? Text)> answered = new(StringComparer.Ordinal);

    private PageWalk(HttpClient visitor) => this.visitor = visitor;

    /// <summary>One line a fault.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>What was looked at: the addresses, without what they were asked with.</summary>
    public HashSet<string> Pages { get; } = new(StringComparer.Ordinal);

    /// <summary>What the heaviest first visit weighs in bytes, compressed, with all it loads and some hundred bytes of headers each; and where.</summary>
    public (double Bytes, string Where) Heaviest { get; private set; } = (0, "");

    /// <summary>How many links were followed.</summary>
    public int Followed => followed.Count;

    /// <summary>Walks as a demo person, or as nobody, from some pages on; each of them is looked at, whatever its kind.</summary>
    public static async Task<PageWalk> Walk(WebApplicationFactory<Program> site, string? person, params string[] from)
    {
        using var client = site.CreateClient(new() { AllowAutoRedirect = true });
        if (person is not null)
        {
            var page = await client.GetStringAsync(new Uri("/sign-in", UriKind.Relative));
            using var entering = new FormUrlEncodedContent(HtmlPage.Form(page, person).Hidden());
            using var entered = await client.PostAsync(new Uri("/sign-in", UriKind.Relative), entering);
            Assert.Equal("/cases", entered.RequestMessage!.RequestUri!.AbsolutePath);
        }

        client.DefaultRequestHeaders.Add("Accept-Encoding", "br");
        var walk = new PageWalk(client);
        foreach (var address in from)
        {
            walk.kinds.Add(Kind(address));
            walk.waiting.Enqueue(address);
        }

        while (walk.waiting.TryDequeue(out var address))
        {
            await walk.Visit(address);
        }

        return walk;
    }

    /// <summary>The kind of page behind an address: ids and numbers count as one, what is asked with does not count.</summary>
    public static string Kind(string address) => Ids().Replace(address.Split('?', '#')[0], "/#");

    private async Task Visit(string address)
    {
        var (status, text, bytes) = await Get(address);
        Pages.Add(address.Split('?', '#')[0]);
        if (status != 200 || text is null)
        {
            // What is handed out as it is, such as a picture, is no page.
            Faults.AddRange(status == 200 ? [] : [$"{address}: status {status}"]);
            return;
        }

        var page = HtmlPage.Read(text);
        Faults.AddRange(Structure.Faults(page).Select(fault => $"{Kind(address)}: {fault}"));
        // Pictures of the evidence weigh what the evidence weighs.
        foreach (var part in page.QuerySelectorAll("link[href], script[src]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!).Distinct())
        {
            bytes += await Weigh(part, address);
        }

        Heaviest = bytes > Heaviest.Bytes ? (bytes, Kind(address)) : Heaviest;
        foreach (var link in page.QuerySelectorAll("a[href^='/']"))
        {
            await Follow(address, link);
        }
    }

    /// <summary>A page is looked at when its turn comes; every other kind of link only has to lead to something, and to the part of it that it names.</summary>
    private async Task Follow(string from, IElement link)
    {
        var to = link.GetAttribute("href")!;
        var isFile = link.HasAttribute("download") || to.EndsWith("/original", StringComparison.Ordinal) || to.Split('?')[0].EndsWith(".docx", StringComparison.Ordinal);
        if (!isFile && kinds.Add(Kind(to)))
        {
            waiting.Enqueue(to.Split('#')[0]);
        }

        // What a link of this kind leads to in one case, it leads to in another.
        var part = to.Split('#') is [_, var named] ? named : null;
        if (!followed.Add((Case().Replace(Kind(from), "/cases/#"), Case().Replace(Kind(to), "/cases/#") + (part is null ? "" : "#"))))
        {
            return;
        }

        if (!answered.TryGetValue(to.Split('#')[0], out var answer))
        {
            var (status, text, _) = await Get(to.Split('#')[0]);
            answered[to.Split('#')[0]] = answer = (status, text);
        }

        if (answer.Status >= 400)
        {
            Faults.Add($"{Kind(from)}: its link to {to} leads to status {answer.Status}");
        }
        else if (part is not null && (answer.Text is null || HtmlPage.Read(answer.Text).GetElementById(Uri.UnescapeDataString(part)) is null))
        {
            Faults.Add($"{Kind(from)}: its link to {to} names a part that is not there");
        }
    }

    private async Task<double> Weigh(string part, string address)
    {
        if (!assets.TryGetValue(part, out var bytes))
        {
            using var answer = await visitor.GetAsync(new Uri(part, UriKind.Relative));
            if ((int)answer.StatusCode >= 400)
            {
                Faults.Add($"{Kind(address)}: {part} is not there");
            }

            assets[part] = bytes = (await answer.Content.ReadAsByteArrayAsync()).Length + HeadersOf(answer);
        }

        return bytes;
    }

    private async Task<(int Status, string? Text, double Bytes)> Get(string address)
    {
        using var answer = await visitor.GetAsync(new Uri(address, UriKind.Relative));
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        if (answer.Content.Headers.ContentType?.MediaType != "text/html")
        {
            return ((int)answer.StatusCode, null, bytes.Length);
        }

        using var plain = new StreamReader(
            answer.Content.Headers.ContentEncoding.Contains("br") ? new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress) : new MemoryStream(bytes), Encoding.UTF8);
        return ((int)answer.StatusCode, await plain.ReadToEndAsync(), bytes.Length + HeadersOf(answer));
    }

    private static double HeadersOf(HttpResponseMessage answer) =>
        answer.Headers.Concat(answer.Content.Headers).Sum(header => header.Key.Length + 4 + header.Value.Sum(value => value.Length));

    /// <summary>One line for people who read what the tests print.</summary>
    public string Figure(string who) =>
        string.Create(CultureInfo.InvariantCulture, $"figure: {who}: {Pages.Count} pages, {Followed} kinds of links; heaviest first visit {Heaviest.Bytes / 1000:0.0} kB, {Heaviest.Where}");

    [GeneratedRegex("^/cases/[A-Z][^/]*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Case();

    [GeneratedRegex("/([0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{64}|[0-9]+)(?=/|$)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ids();
}
