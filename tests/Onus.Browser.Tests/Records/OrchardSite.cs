using Microsoft.Playwright;
using Onus.Seeds;

namespace Onus.Browser.Tests.Records;

/// <summary>The classes that cite and note beside each other in one seeded case, one after the other.</summary>
[CollectionDefinition(OrchardSite.Shared)]
public sealed class SharedOrchard : ICollectionFixture<OrchardSite>;

/// <summary>A site of its own over the seeded case.</summary>
public sealed class OrchardSite : IAsyncLifetime
{
    /// <summary>Collection of tests that leave the files of the case as they were read; a test that reads one anew has a site of its own.</summary>
    public const string Shared = "orchard";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("onus-orchard-");

    public SeededCase Seeded { get; private set; } = null!;

    public OnusSite Site { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Seeded = await SeededCase.In(folder.FullName);
        Site = await OnusSite.StartAsync(("Onus:Data", folder.FullName));
    }

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    /// <summary>A page on which a demo person has signed in.</summary>
    public async Task<IPage> Open(Browser browser, string person = "Demo person 2", int width = 1280, bool dark = false, bool script = true, bool bypassPolicy = false)
    {
        var page = await browser.OpenAsync(width, dark, script, bypassPolicy, Site);
        await page.GotoAsync("/sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = person }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/cases$", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        return page;
    }

    public string Record(string file, string words) => $"/cases/{Seeded.Ref}/records/{Seeded.Row(file, words).Id.Hex}";

    public string Read(string file) => $"/cases/{Seeded.Ref}/files/{Seeded.Files[file].Id.Value}/read";
}
