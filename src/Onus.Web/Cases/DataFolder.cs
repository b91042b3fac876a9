using Onus.Casework;
using Onus.Casework.Practice;
using Onus.Store;
using Onus.Store.Content;

namespace Onus.Web.Cases;

/// <summary>The data folder this site works on, and the use cases over it.</summary>
public static class DataFolder
{
    /// <summary>
    /// Opens the folder of <c>Onus:Data</c> (SQLite in it, or the server of <c>Onus:Postgres</c>) before anything is served:
    /// a database that can't be opened or updated stops the start with its reason. In the demo a new folder gets the practice cases, from the
    /// ready-made copy under <c>Onus:DemoReady</c> where there is one.
    /// </summary>
    /// <exception cref="InvalidOperationException">No folder is given.</exception>
    public static async Task<OnusStore> AddDataFolder(this WebApplicationBuilder builder)
    {
        var folder = builder.Configuration["Onus:Data"]
            ?? throw new InvalidOperationException("No data folder is given. Start with './onus demo', or './onus serve --data FOLDER'.");
        if (builder.Configuration.GetValue<bool>("Onus:Demo"))
        {
            var content = ContentFolder.Find(builder.Configuration["Onus:Content"]);
            await DemoFolder.Fill(folder, builder.Configuration["Onus:DemoReady"], content, Texts.Load(content, "en"), TimeProvider.System, default);
        }

        var store = await OnusStore.Open(folder, builder.Configuration["Onus:Postgres"], TimeProvider.System, default);
        builder.Services.AddCasework(store);
        return store;
    }
}
