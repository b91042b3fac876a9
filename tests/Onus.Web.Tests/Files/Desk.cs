using System.Net.Http.Headers;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Onus.Casework.Files;
using Onus.Store;

namespace Onus.Web.Tests.Files;

/// <summary>The site with one account that is signed in and has a case; a drop may have 200,000 bytes.</summary>
public sealed class Desk : Site, IAsyncLifetime
{
    public const string Case = "DESK-1";
    public const int MostBytes = 200_000;

    public HttpClient Person { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        // A browser of its own: it keeps cookies, and stays where it is sent.
        using var visitor = Visitor();
        Person = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = visitor.BaseAddress };
        var entered = await Person.PostAsync("/first-account", new FormUrlEncodedContent([.. await Hidden("/sign-in"), new("name", "Person 1"), new("office", "Prosecutor")]));
        Assert.Equal(302, (int)entered.StatusCode);
        var opened = await Person.PostAsync(
            "/cases/new", new FormUrlEncodedContent([.. await Hidden("/cases/new"), new("Form.Ref", Case), new("Form.Title", "A case"), new("Form.Country", "us")]));
        Assert.Equal(302, (int)opened.StatusCode);
    }

    /// <summary>The hidden fields of the last form of a page: token, key and name.</summary>
    public async Task<IReadOnlyList<KeyValuePair<string, string>>> Hidden(string address) => HtmlPage.LastForm(await Person.GetStringAsync(address)).Hidden();

    /// <summary>Hands files in as a browser does: token, key, files.</summary>
    public async Task<HttpResponseMessage> Send(IReadOnlyList<KeyValuePair<string, string>> hidden, params (string Field, string Name, byte[] Bytes)[] files)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in hidden)
        {
            form.Add(Part(new StringContent(value), name, null));
        }

        foreach (var (field, name, bytes) in files)
        {
            form.Add(Part(new ByteArrayContent(bytes), field, name));
        }

        return await Person.PostAsync($"/cases/{Case}/files/upload", form);
    }

    public async Task<FileList> List()
    {
        var store = Services.GetRequiredService<OnusStore>();
        var actor = (await store.ActorNamed("Person 1", default)).Value;
        return (await new ListFiles(store).Handle(Case, actor, default)).Value;
    }

    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Onus:Upload:MaxBytes", MostBytes.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private static HttpContent Part(HttpContent content, string field, string? name)
    {
        content.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = $"\"{field}\"", FileName = name is null ? null : $"\"{name}\"" };
        return content;
    }
}
