using Onus.Casework;
using Onus.Store;
using Onus.Store.Content;

namespace Onus.Web.Cases;

/// <summary>The data folder this site works on, and the use cases over it.</summary>
public static class DataFolder
{
    /// <summary>
    /// Opens the folder of <c>Onus:Data</c> (SQLite in it, or the server of <c>Onus:Postgres</c>) before anything is served:
    /// a database that can't be opened or updated stops the start with its reason.
    /// </summary>
    /// <exception cref="InvalidOperationException">No folder is given.</exception>
    public static async Task<OnusStore> AddDataFolder(this WebApplicationBuilder builder)
    {
        var folder = builder.Configuration["Onus:Data"]
            ?? throw new InvalidOperationException("No data folder is given. Start with './onus demo', or './onus serve --data FOLDER'.");
        var store = await OnusStore.Open(folder, builder.Configuration["Onus:Postgres"], TimeProvider.System, default);
        var law = LawPackFiles.Load(Path.Combine(ContentFolder.Find(builder.Configuration["Onus:Content"]), "law"));
        if (law.Faults.Count > 0)
        {
            throw new InvalidOperationException("The law packs have faults; 'onus law check' lists them all. The first: " + law.Faults[0]);
        }

        builder.Services.AddCasework(store, law.Packs);
        return store;
    }
}
