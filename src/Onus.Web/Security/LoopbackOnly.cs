using System.Net;

namespace Onus.Web.Security;

/// <summary>
/// Until sign-in is built in full, Onus answers this computer only. Three walls: it refuses to listen anywhere else, it refuses whoever comes from
/// another computer all the same, and it refuses a request that names another host, so that a page on the internet cannot reach it through a name of
/// its own.
/// </summary>
public static class LoopbackOnly
{
    private const string DefaultUrl = "http://localhost:5080";

    /// <summary>Listens on <c>urls</c>, or on port 5080 of this computer, without saying which server it is.</summary>
    /// <exception cref="InvalidOperationException">An address is not of this computer.</exception>
    public static void AddLoopbackOnly(this WebApplicationBuilder builder)
    {
        var urls = builder.Configuration[WebHostDefaults.ServerUrlsKey] is { Length: > 0 } given ? given : DefaultUrl;
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!IsThisComputer(BindingAddress.Parse(url).Host))
            {
                throw new InvalidOperationException($"Onus listens on this computer only until sign-in is complete; '{url}' is not allowed. Use {DefaultUrl}.");
            }
        }

        // Endpoints of the server's own configuration would win over the address above.
        if (builder.Configuration.GetSection("Kestrel:Endpoints").GetChildren().Any())
        {
            throw new InvalidOperationException("Onus listens on this computer only until sign-in is complete; remove 'Kestrel:Endpoints' from the configuration and use --urls.");
        }

        builder.WebHost.UseUrls(urls);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // A form is small; an endpoint that takes files raises its own limit.
            kestrel.Limits.MaxRequestBodySize = 2 * 1024 * 1024;
        });
    }

    /// <summary>Answers 421 (misdirected) to a request from another computer or for another host.</summary>
    public static void UseLoopbackOnly(this WebApplication app) => app.Use((context, next) =>
    {
        var from = context.Connection.RemoteIpAddress;
        // Who calls through no network at all has no address.
        if ((from is null || IPAddress.IsLoopback(from)) && IsThisComputer(context.Request.Host.Host))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
        return Task.CompletedTask;
    });

    private static bool IsThisComputer(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
