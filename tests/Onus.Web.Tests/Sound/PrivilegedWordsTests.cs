using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Onus.Casework.Cases;
using Onus.Casework.Disclosure;
using Onus.Casework.Evidence;
using Onus.Content;
using Onus.Domain.Law;
using Onus.Web.Tests.Records;

namespace Onus.Web.Tests.Sound;

/// <summary>Whatever police open of a case, by whichever link: the words of what may be privileged are on none of it.</summary>
public sealed class PrivilegedWordsTests(OrchardWeb web) : IClassFixture<OrchardWeb>
{
    private const string Counsel = "Demo person 2";
    private const string Police = "Demo person 1";

    /// <summary>Words of a message with its translation and the fact that somebody wrote of it, of a row of a table, of a paragraph, of a page.</summary>
    private static readonly string[] Secrets = ["keep the papers until", "Papers stay with me", "He kept her papers", "b>held</b", "passport on the first day", "keeps a safe in the office"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_address_of_a_case_gives_police_a_word_of_it_and_counsel_read_all_of_it()
    {
        var seeded = web.Seeded;
        var (counsel, police) = (await seeded.Prosecutor(), await seeded.Investigator());
        var (texts, law) = (web.Services.GetRequiredService<Texts>(), web.Services.GetRequiredService<LawPacks>());
        List<Store.Database.RecordRow> secret =
        [
            seeded.Row("chat.txt", "You owe"), .. seeded.Rows["bank.csv"].Where(row => row.Text!.Contains("held", StringComparison.Ordinal)), seeded.Row("statement.docx", "passport on the first day"),
            seeded.Row("lease.pdf", "keeps a safe"), seeded.Rows["gate.png"][0],
        ];
        var facts = new List<Guid>();
        foreach (var row in secret)
        {
            var cited = await new CitePassage(seeded.Store, texts, law, new(seeded.Store, new())).Handle(
                new() { Case = seeded.Ref, Record = row.Id, Fact = row == secret[0] ? "He kept her papers on 3 May" : "", Translation = row == secret[0] ? new Interpreting("Papers stay with me", null, "Court interpreter") : null }, counsel, Cancel);
            Assert.True(cited.IsOk, cited.Error?.Key);
            facts.Add(cited.Value.Fact.Value);
        }

        foreach (var row in secret)
        {
            Assert.True((await new MarkForDisclosure(seeded.Store).Handle(new(seeded.Ref, row.Id, null, row.Version, true, false, true), police, Cancel)).IsOk);
        }

        // A file read anew, so that there is a difference to decide about.
        var chat = (await new LoadCase(seeded.Store).Handle(seeded.Ref, police, Cancel)).Value.Materials.Single(file => file.Name == "chat.txt");
        Assert.True((await new Casework.Files.CorrectReading(seeded.Store).Handle(
            new() { Case = seeded.Ref, File = chat.Id, Version = chat.Version, Reason = "Another zone", Zone = "Pacific/Auckland", DateOrder = "dmy" }, police, Cancel)).IsOk);

        const string Case = "/cases/ORCHARD";
        string[] from =
        [
            Case, $"{Case}/chronology", $"{Case}/chronology?facts=true", $"{Case}/contacts", $"{Case}/gaps", $"{Case}/facts", $"{Case}/exhibits", $"{Case}/log", $"{Case}/papers", $"{Case}/people", $"{Case}/disclosure", $"{Case}/requests/new",
            $"{Case}/foundations", $"{Case}/files/{chat.Id.Value}/differences",
            .. secret.SelectMany(row => new[] { $"{Case}/records/{row.Id.Hex}", $"{Case}/cite?record={row.Id.Hex}", $"{Case}/files/{row.Material.Value}/read?record={row.Id.Hex}", $"{Case}/chronology?kind={row.Kind.ToString().ToLowerInvariant()}" }),
            .. seeded.Rows["chat.txt"].Take(8).Select(row => $"{Case}/records/{row.Id.Hex}"),
            .. secret.Select((_, i) => $"{Case}/exhibits/{i + 1}"), .. secret.Select((_, i) => $"{Case}/exhibits/{i + 1}/rests"), .. secret.Select((_, i) => $"{Case}/exhibits/{i + 1}/translation"),
            .. facts.Select(fact => $"{Case}/facts/{fact}"),
            .. seeded.Files.Values.SelectMany(file => new[] { "", "/read", "/read?page=2", "/original", "/picture", "/pages/1/pictures/0", "/pages/2/pictures/0" }.Select(part => $"{Case}/files/{file.Id.Value}{part}")),
        ];
        var (theirs, ours) = (await Walk(Police, from), await Walk(Counsel, from));
        Assert.InRange(theirs.Count, 80, 400);
        var leaks = from page in theirs from word in Secrets where page.Text.Contains(word, StringComparison.Ordinal) select $"{page.Address}: {word} …{Around(page.Text, word)}…";
        Assert.True(!leaks.Any(), string.Join('\n', leaks));
        Assert.All(Secrets, word => Assert.Contains(ours, page => page.Text.Contains(word, StringComparison.Ordinal)));

        // What is marked is seen to be there.
        Assert.Contains(theirs, page => page.Address.Contains(secret[0].Id.Hex, StringComparison.Ordinal) && page.Text.Contains("Possibly privileged: stop reading", StringComparison.Ordinal));
        foreach (var file in seeded.Files.Values.Where(file => secret.Exists(row => row.Material == file.Id)))
        {
            Assert.True(theirs.Single(page => page.Address == $"{Case}/files/{file.Id.Value}/original").Status >= 400, file.Name);
            Assert.Equal(200, ours.Single(page => page.Address == $"{Case}/files/{file.Id.Value}/original").Status);
        }

        var picture = $"{Case}/files/{seeded.Files["gate.png"].Id.Value}/picture";
        Assert.True(theirs.Single(page => page.Address == picture).Status >= 400);
        Assert.Equal(200, ours.Single(page => page.Address == picture).Status);
    }

    private static string Around(string text, string word) => text.IndexOf(word, StringComparison.Ordinal) is var at ? text[Math.Max(0, at - 60)..at].ReplaceLineEndings(" ") : "";

    /// <summary>These addresses, and one of each kind that they lead to.</summary>
    private async Task<List<(string Address, int Status, string Text)>> Walk(string person, string[] from)
    {
        using var client = await web.SignedIn(person);
        var (seen, kinds, waiting, pages) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal), new Queue<string>(from), new List<(string, int, string)>());
        while (waiting.TryDequeue(out var address))
        {
            if (!seen.Add(address))
            {
                continue;
            }

            using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), Cancel);
            var bytes = await answer.Content.ReadAsByteArrayAsync(Cancel);
            var isPage = answer.Content.Headers.ContentType?.MediaType == "text/html";
            var text = isPage ? WebUtility.HtmlDecode(Encoding.UTF8.GetString(bytes)) : Words(bytes);
            pages.Add((address, (int)answer.StatusCode, text));
            IEnumerable<string> links = isPage ? HtmlPage.Read(Encoding.UTF8.GetString(bytes)).QuerySelectorAll("[href], [src]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!) : [];
            foreach (var link in links.Append(answer.Headers.Location?.ToString() ?? "").Select(link => link.Split('#')[0]).Where(link => link.StartsWith("/cases/ORCHARD", StringComparison.Ordinal) && !link.EndsWith("/live", StringComparison.Ordinal)))
            {
                if (kinds.Add(PageWalk.Kind(link)) || answer.Headers.Location is not null)
                {
                    waiting.Enqueue(link);
                }
            }
        }

        return pages;
    }

    /// <summary>What a file holds to read: a paper is a zip.</summary>
    private static string Words(byte[] bytes)
    {
        if (bytes is not [(byte)'P', (byte)'K', ..])
        {
            return Encoding.UTF8.GetString(bytes);
        }

        using var zip = new ZipArchive(new MemoryStream(bytes));
        return string.Concat(zip.Entries.Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Replace(reader.ReadToEnd(), "</?w:(?:r|t|rPr)[^>]*>", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5)));
        }));
    }
}
