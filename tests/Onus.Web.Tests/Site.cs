using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Onus.Web.Tests;

/// <summary>The site on a real port of this computer, with gallery and strict texts, as in the demo.</summary>
public sealed class Site : WebApplicationFactory<Program>
{
    public Site() => UseKestrel(0);

    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseEnvironment("Production")
        .UseSetting("Onus:Gallery", "true")
        .UseSetting("Onus:StrictTexts", "true")
        .ConfigureServices(services => Errors.Accidents.Add(services));

    /// <summary>A client that stays where it is sent, so that a redirect can be looked at.</summary>
    public HttpClient Visitor()
    {
        StartServer();
        ClientOptions.AllowAutoRedirect = false;
        return CreateClient();
    }
}
