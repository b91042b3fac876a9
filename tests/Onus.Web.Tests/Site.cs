using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Onus.Web.Tests;

/// <summary>
/// The site on a real port of this computer, with a data folder of its own. Everybody may look at everything: who may not is the
/// business of other tests.
/// </summary>
public class Site : WebApplicationFactory<Program>
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("onus-web-tests-");

    public Site() => UseKestrel(0);

    /// <summary>Its data folder.</summary>
    public string Data => data.FullName;

    /// <summary>Whether the gallery is open.</summary>
    protected virtual bool Gallery => true;

    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseEnvironment("Production")
        .UseSetting("Onus:Data", data.FullName)
        .UseSetting("Onus:Gallery", Gallery ? "true" : "false")
        .UseSetting("Onus:StrictTexts", "true")
        .ConfigureTestServices(services =>
        {
            Errors.Accidents.Add(services);
            services.PostConfigure<AuthorizationOptions>(rules => rules.FallbackPolicy = null);
        });

    /// <summary>A client that stays where it is sent, so that a redirect can be looked at.</summary>
    public HttpClient Visitor()
    {
        StartServer();
        ClientOptions.AllowAutoRedirect = false;
        return CreateClient();
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (data.Exists)
        {
            data.Delete(recursive: true);
            data.Refresh();
        }

        GC.SuppressFinalize(this);
    }
}
