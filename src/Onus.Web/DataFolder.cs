using Onus.Casework;
using Onus.Content;
using Onus.Store;
using Onus.Web.Demo;
using Onus.Web.Ui.Frame;

namespace Onus.Web;

/// <summary>The data folder this site works on, the content, and the use cases over them.</summary>
public static class DataFolder
{
    /// <summary>
    /// Opens the folder of <c>Onus:Data</c> (SQLite in it, or the server that its <c>onus.json</c> or <c>Onus:Postgres</c> names) before anything is served:
    /// a database that can't be opened or updated stops the start with its reason. In the demo a new folder is filled first.
    /// </summary>
    /// <returns>The store; null where it can't be opened, and the reason is said.</returns>
    /// <exception cref="InvalidOperationException">No folder is given.</exception>
    /// <exception cref="ContentFaultException">A content file has a fault; the message names file and line.</exception>
    public static async Task<OnusStore?> AddDataFolder(this WebApplicationBuilder builder)
    {
        var folder = builder.Configuration["Onus:Data"]
            ?? throw new InvalidOperationException("No data folder is given. Start with './onus demo', or './onus serve --data FOLDER'.");
        var site = builder.Configuration.GetSection("Onus").Get<SiteOptions>() ?? new SiteOptions();
        var content = UnitContent.Open(site.Content, site.Language, site.StrictTexts || builder.Environment.IsDevelopment());
        // What is broken in the content stops the start before the folder is touched.
        _ = (content.Law, content.Retention);
        var postgres = builder.Configuration["Onus:Postgres"];
        try
        {
            if (site.Demo && postgres is null)
            {
                var cases = (builder.Configuration["Onus:DemoCases"] ?? DemoData.DefaultCases).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
                await new DemoData(content, cases, Console.Out).Fill(folder, builder.Configuration["Onus:DemoCache"], default);
            }

            var store = await OnusStore.Open(folder, postgres, TimeProvider.System, default);
            builder.Services.AddCasework(store, content);
            return store;
        }
        catch (Exception e) when (DataFolderFault.Is(e))
        {
            await Console.Error.WriteLineAsync(DataFolderWords.Of(e, folder, content.Texts));
            return null;
        }
    }
}
