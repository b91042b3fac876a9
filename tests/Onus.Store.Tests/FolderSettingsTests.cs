
namespace Onus.Store.Tests;

/// <summary>A data folder says where its database and its vault are, and whoever opens it reads that.</summary>
public sealed class FolderSettingsTests : IDisposable
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("ONUS_TEST_POSTGRES");

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("onus-test-");
    private readonly string folder;

    public FolderSettingsTests() => folder = Directory.CreateDirectory(Path.Combine(root.FullName, "data")).FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        root.Delete(recursive: true);
    }

    [Fact]
    public void A_folder_that_says_nothing_holds_both()
    {
        var place = FolderSettings.Of(folder, postgres: null);
        Assert.Equal((folder, null, Path.Combine(folder, "vault")), (place.Folder, place.Postgres, place.Vault));
        Assert.Equal("Host=here", FolderSettings.Of(folder, "Host=here").Postgres);
    }

    [Theory]
    [InlineData("{\"vault\": \"../safe\"}")]
    [InlineData("{\n  // Where the large disk is mounted.\n  \"vault\": \"../safe\",\n}\n")]
    public async Task Files_go_into_the_vault_that_is_named(string written)
    {
        var safe = Directory.CreateDirectory(Path.Combine(root.FullName, "safe")).FullName;
        Write(written);
        using var store = await OnusStore.Open(folder, null, TimeProvider.System, Cancel);
        var stored = await store.Vault.Store(new MemoryStream([1, 2, 3]), Cancel);
        Assert.Equal((safe, safe), (store.Vault.Folder, Path.GetFullPath(store.Vault.Folder)));
        Assert.Contains(Directory.EnumerateFiles(safe, "*", SearchOption.AllDirectories), file => Path.GetFileName(file).StartsWith(stored.Name.ToString("N"), StringComparison.Ordinal));
        Assert.False(Directory.Exists(Path.Combine(folder, "vault")));
    }

    [Fact]
    public async Task A_vault_that_is_not_there_is_not_begun_anew()
    {
        Write("{\"vault\": \"../unmounted\"}");
        var fault = await Assert.ThrowsAsync<FolderSettingsException>(() => OnusStore.Open(folder, null, TimeProvider.System, Cancel));
        Assert.Equal(("data.settings-vault", Path.Combine(root.FullName, "unmounted")), (fault.Why.Key, fault.Why["vault"]?.ToString()));
        Assert.Equal(["onus.json"], Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName));
        Assert.False(Directory.Exists(Path.Combine(root.FullName, "unmounted")));
    }

    [Theory]
    [InlineData("{\n  \"vault\": \"../safe\"\n", "data.settings-not-json", 3L, null)]
    [InlineData("", "data.settings-not-json", 1L, null)]
    [InlineData("null", "data.settings-not-json", 1L, null)]
    [InlineData("{\n  \"vault\": \"a\",\n  \"vault\": \"b\"\n}", "data.settings-not-json", null, null)]
    [InlineData("{\n\n  \"databse\": \"Host=here\"\n}", "data.settings-key", 3L, "databse")]
    [InlineData("{\n  \"Postgres\": \"Host=here\"\n}", "data.settings-key", 2L, "Postgres")]
    [InlineData("{\n  \"postgres\": {\"host\": \"here\"}\n}", "data.settings-key", 2L, "postgres")]
    [InlineData("{\n  \"postgres\": \"Host=here\",\n  \"vault\": 7\n}", "data.settings-key", 3L, "vault")]
    [InlineData("[]", "data.settings-key", 1L, "")]
    [InlineData("{\"postgres\": \"here\"}", "data.settings-postgres", null, null)]
    [InlineData("{\"postgres\": \"Database=onus\"}", "data.settings-postgres", null, null)]
    [InlineData("{\"postgres\": \"Host=here;Port=many\"}", "data.settings-postgres", null, null)]
    public void A_fault_is_told_with_its_line_and_what_it_is(string written, string key, long? line, string? named)
    {
        Write(written);
        var fault = Assert.Throws<FolderSettingsException>(() => FolderSettings.Of(folder, postgres: null)).Why;
        Assert.Equal((key, Path.Combine(folder, "onus.json")), (fault.Key, fault["file"]?.ToString()));
        Assert.Equal(named, fault["key"]?.ToString());
        if (line is not null)
        {
            Assert.Equal(line, fault["number"]?.Content);
        }
    }

    /// <summary>A password with a semicolon in it, unquoted: what the library says would quote its second half.</summary>
    [Theory]
    [InlineData("Host=here;Password=ab;cdef=1")]
    [InlineData("Host=here;Password=ab;Port=cdef")]
    public void No_part_of_a_password_is_told(string connection)
    {
        Write($$"""{"postgres": "{{connection}}"}""");
        var fault = Assert.Throws<FolderSettingsException>(() => FolderSettings.Of(folder, postgres: null));
        Assert.DoesNotContain("cdef", fault + string.Join(' ', fault.Why.Values), StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(object)FolderSettings.Of(root.FullName, "Host=here;Password=geheim")}"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_start_and_the_folder_name_one_database()
    {
        Write("""{"postgres": "Host=here;Database=onus;Username=unit"}""");
        // The same place, reached by somebody else.
        Assert.Equal("Server=here;Database=onus;Username=other", FolderSettings.Of(folder, "Server=here;Database=onus;Username=other").Postgres);
        Assert.Equal("data.settings-two", Assert.Throws<FolderSettingsException>(() => FolderSettings.Of(folder, "Host=there;Database=onus")).Why.Key);
        Assert.Equal("data.settings-two", Assert.Throws<FolderSettingsException>(() => FolderSettings.Of(folder, "Host=here;Database=onux")).Why.Key);
        Write("{}");
        Assert.Equal("data.settings-two", Assert.Throws<FolderSettingsException>(() => FolderSettings.Of(folder, "Host=here")).Why.Key);
    }

    [Fact]
    public async Task A_server_that_is_named_is_opened_and_looked_at()
    {
        Assert.SkipWhen(Server is null, "No server is named.");
        var database = $"t{Guid.CreateVersion7():N}";
        Write($$"""{"postgres": "{{Server}};Database={{database}};Pooling=false"}""");
        Assert.True(OnusStore.IsIn(folder));
        using (var store = await OnusStore.Open(folder, null, TimeProvider.System, Cancel))
        {
            await using var work = store.Begin(new Actor(default, "Onus", []));
            work.Add(new Account { Id = new(Guid.CreateVersion7()), Name = "Officer 1", Office = "Investigator" });
            Assert.True((await work.Commit(new Log.LogEvent(null, Acts.AccountCreated), Cancel)).IsOk);
        }

        using var looked = await OnusStore.OpenAsIs(folder, TimeProvider.System, Cancel);
        Assert.Equal("Officer 1", Assert.Single(await looked!.Accounts(Cancel)).Name);
        await using var writes = looked.Begin(new Actor(default, "Onus", []));
        writes.Add(new Account { Id = new(Guid.CreateVersion7()), Name = "Officer 2", Office = "Investigator" });
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => writes.Commit(new Log.LogEvent(null, Acts.AccountCreated), Cancel));
        Assert.Contains("read-only transaction", refused.GetBaseException().Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder, "onus.db")));
    }

    private void Write(string text) => File.WriteAllText(Path.Combine(folder, "onus.json"), text);
}
