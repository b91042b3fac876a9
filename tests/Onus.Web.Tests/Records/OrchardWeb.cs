using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Onus.Seeds;

namespace Onus.Web.Tests.Records;

/// <summary>The site over the seeded case, with its real rules about who may see what.</summary>
public sealed class OrchardWeb : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("onus-orchard-web-");

    public SeededCase Seeded { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Seeded = await SeededCase.In(folder.FullName);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (folder.Exists)
        {
            folder.Delete(recursive: true);
            folder.Refresh();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>A client as which a demo person has signed in.</summary>
    public async Task<HttpClient> SignedIn(string person)
    {
        var client = CreateClient(new() { AllowAutoRedirect = false });
        var page = await client.GetStringAsync(new Uri("/sign-in", UriKind.Relative));
        var answer = await client.PostAsync(new Uri("/sign-in", UriKind.Relative), new FormUrlEncodedContent(HtmlPage.Form(page, person).Hidden()));
        Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    /// <summary>Sends a form of a page with what its hidden fields hold and more.</summary>
    public static Task<HttpResponseMessage> Post(HttpClient client, string address, string form, IEnumerable<(string Name, string Value)> more)
    {
        var given = more.ToList();
        var hidden = HtmlPage.Hidden(form).Where(h => given.TrueForAll(g => g.Name != h.Key));
        return client.PostAsync(new Uri(address, UriKind.Relative), new FormUrlEncodedContent(hidden.Concat(given.Select(f => KeyValuePair.Create(f.Name, f.Value)))));
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseEnvironment("Production")
        .UseSetting("Onus:Data", folder.FullName)
        .UseSetting("Onus:Demo", "true")
        .UseSetting("Onus:StrictTexts", "true");
}
