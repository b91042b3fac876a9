namespace Onus.Browser.Tests;

/// <summary>What the program writes to its console, looked at from outside. Needs no browser.</summary>
public sealed class LogTests
{
    private const string Canary = "canary-7391";

    [Fact]
    public async Task The_log_names_routes_and_never_what_people_asked_or_wrote()
    {
        await using var site = await OnusSite.StartAsync();
        using var visitor = new HttpClient { BaseAddress = site.Address };
        foreach (var address in new[] { $"/ui?strike={Canary}", $"/ui?errors={Canary}", $"/{Canary}", $"/assets/{Canary}/{Canary}" })
        {
            using var answer = await visitor.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        }

        using var form = new FormUrlEncodedContent([new(Canary, Canary)]);
        using var refused = await visitor.PostAsync(new Uri("/ui", UriKind.Relative), form, TestContext.Current.CancellationToken);
        using var last = await visitor.GetAsync(new Uri("/ui/print", UriKind.Relative), TestContext.Current.CancellationToken);
        await site.LineAsync(line => line.Contains("GET /ui/print 200", StringComparison.Ordinal));

        Assert.DoesNotContain(site.Log, line => line.Contains(Canary, StringComparison.OrdinalIgnoreCase));
        Assert.Contains(site.Log, line => line.Contains("GET /ui 500", StringComparison.Ordinal));
        Assert.Contains(site.Log, line => line.Contains("Onus.Errors", StringComparison.Ordinal) && line.Contains("InvalidOperationException", StringComparison.Ordinal));
        Assert.Contains(site.Log, line => line.Contains("POST /ui 400", StringComparison.Ordinal));
    }
}
