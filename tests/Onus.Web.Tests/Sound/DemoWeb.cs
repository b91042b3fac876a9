using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Onus.Web.Tests.Sound;

/// <summary>The demo as a visitor finds it: three cases, four people, and the real rules about who may see what.</summary>
public sealed class DemoWeb : WebApplicationFactory<Program>
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("onus-demo-web-");

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

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production").UseSetting("Onus:Data", folder.FullName).UseSetting("Onus:Demo", "true").UseSetting("Onus:StrictTexts", "true");
        if (Environment.GetEnvironmentVariable("ONUS_TEST_DEMO") is { } cache)
        {
            // Loading the cases takes a while: whoever runs several rings has it done once.
            builder.UseSetting("Onus:DemoCache", cache);
        }
    }
}
