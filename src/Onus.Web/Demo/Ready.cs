using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using Onus.Content;
using Onus.Store;
using Onus.Web.Ui.Frame;

namespace Onus.Web.Demo;

/// <summary>Serves, and says so: who may come in where it is the demo, and last the address.</summary>
public static class Ready
{
    /// <summary>Serves until it is told to stop.</summary>
    /// <returns>The exit code: 0, or 2 where the port is taken.</returns>
    public static async Task<int> Serve(this WebApplication app)
    {
        var texts = app.Services.GetRequiredService<Texts>();
        try
        {
            await app.StartAsync();
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync(texts.Format("demo.port-taken", ("url", app.Configuration[WebHostDefaults.ServerUrlsKey])));
            return 2;
        }

        if (app.Services.GetRequiredService<IOptions<SiteOptions>>().Value.Demo)
        {
            await People(app.Services.GetRequiredService<OnusStore>(), texts, app.Lifetime.ApplicationStopping);
        }

        if (app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } url)
        {
            await Console.Out.WriteLineAsync(texts.Format("demo.ready", ("url", url)));
        }

        await app.WaitForShutdownAsync();
        return 0;
    }

    private static async Task People(OnusStore store, Texts texts, CancellationToken cancel)
    {
        foreach (var account in (await store.Accounts(cancel)).Where(a => a.Demo))
        {
            var means = "sign-in.office-means." + account.Office.ToLowerInvariant();
            await Console.Out.WriteLineAsync(texts.Format(
                "demo.person", ("name", account.Name), ("office", account.Office), ("means", texts.Has(means) ? texts[means] : "")));
        }
    }
}
