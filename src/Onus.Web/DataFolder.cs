using Onus.Casework;
using Onus.Store;
using Onus.Store.Content;
using Onus.Web.Demo;

namespace Onus.Web;

/// <summary>The data folder this site works on, and the use cases over it.</summary>
public static class DataFolder
{
    /// <summary>
    /// Opens the folder of <c>Onus:Data</c> (SQLite in it, or the server of <c>Onus:Postgres</c>) before anything is served:
    /// a database that can't be opened or updated stops the start with its reason. In the demo a new folder is filled first.
    /// </summary>
    /// <exception cref="InvalidOperationException">No folder is given.</exception>
    public static async Task<OnusStore> AddDataFolder(this WebApplicationBuilder builder)
    {
        var folder = builder.Configuration["Onus:Data"]
            ?? throw new InvalidOperationException("No data folder is given. Start with './onus demo', or './onus serve --data FOLDER'.");
        var content = ContentFolder.Find(builder.Configuration["Onus:Content"]);
        var law = LawPackFiles.Load(Path.Combine(content, "law"));
        if (law.Faults.Count > 0)
        {
            throw new InvalidOperationException("The law packs have faults; 'onus law check' lists them all. The first: " + law.Faults[0]);
        }

        var texts = Texts.Load(content, builder.Configuration["Onus:Language"] ?? "en");
        builder.Services.AddSingleton(RetentionGuide.Load(content, texts));
        var postgres = builder.Configuration["Onus:Postgres"];
        if (builder.Configuration.GetValue<bool>("Onus:Demo") && postgres is null)
        {
            var cases = (builder.Configuration["Onus:DemoCases"] ?? DemoData.DefaultCases).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            await new DemoData(content, texts, law.Packs, cases, Console.Out).Fill(folder, builder.Configuration["Onus:DemoCache"], default);
        }

        var store = await OnusStore.Open(folder, postgres, TimeProvider.System, default);
        builder.Services.AddCasework(store, law.Packs);
        return store;
    }
}
