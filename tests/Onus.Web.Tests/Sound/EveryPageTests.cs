using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Onus.Tests.Sound;
using Onus.Web.Tests.Records;

namespace Onus.Web.Tests.Sound;

/// <summary>Every page, for everybody who may see it: found by following links, without a browser.</summary>
public sealed class EveryPageTests(DemoWeb demo, OrchardWeb orchard) : IClassFixture<DemoWeb>, IClassFixture<OrchardWeb>
{
    /// <summary>The two loaded cases, and the one that waits for its files.</summary>
    private static readonly string[] Demo = ["/cases", "/cases/new", "/cases/FARM-2025-01", "/cases/CLUB-2025-02", "/cases/NEW-2025-01"];

    /// <summary>Pages that no link leads to before somebody has done something, and the gallery: each is looked at where that is done, most of them in a browser.</summary>
    private static readonly string[] AfterAnAct =
    [
        "/cases/{Ref}/files/decisions", "/cases/{Ref}/files/provenance", "/cases/{Ref}/files/questions", "/cases/{Ref}/files/reading",
        "/cases/{Ref}/files/{Id:guid}/differences", "/cases/{Ref}/what-if/{Id:guid}", "/ui", "/ui/print",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Demo person 1", 80)]
    [InlineData("Demo person 2", 100)]
    [InlineData("Demo person 3", 70)]
    [InlineData("Demo person 4", 5)]
    public async Task Every_page_of_the_demo_is_sound_light_and_leads_somewhere(string person, int least)
    {
        var walk = await PageWalk.Walk(demo, person, Demo);
        Console.WriteLine(walk.Figure("demo, " + person));
        Assert.True(walk.Faults.Count == 0, string.Join('\n', walk.Faults));
        Assert.InRange(walk.Heaviest.Bytes, 1, 100_000);
        Assert.InRange(walk.Pages.Count, least, 400);
    }

    [Theory]
    [InlineData("Demo person 1")]
    [InlineData("Demo person 2")]
    public async Task Every_viewer_of_evidence_is_sound_light_and_leads_somewhere(string person)
    {
        string[] viewers = [.. orchard.Seeded.Files.Values.Select(file => $"/cases/ORCHARD/files/{file.Id.Value}/read"), .. orchard.Seeded.Rows.Values.Select(rows => $"/cases/ORCHARD/records/{rows[^1].Id.Hex}")];
        // All viewers are one kind of page to whoever follows links.
        var walk = await PageWalk.Walk(orchard, person, viewers);
        Console.WriteLine(walk.Figure("orchard, " + person));
        Assert.True(walk.Faults.Count == 0, string.Join('\n', walk.Faults));
    }

    [Theory]
    [InlineData("/sign-in", null, 200)]
    [InlineData("/assets/nothing/here", null, 404)]
    [InlineData("/nothing/here", "Demo person 1", 404)]
    [InlineData("/cases/NOBODYS", "Demo person 1", 404)]
    public async Task A_page_that_no_link_leads_to_is_sound(string address, string? person, int status)
    {
        using var visitor = person is null ? orchard.CreateClient() : await orchard.SignedIn(person);
        using var answer = await visitor.GetAsync(new Uri(address, UriKind.Relative), Cancel);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Empty(Structure.Faults(HtmlPage.Read(await answer.Content.ReadAsStringAsync(Cancel))));
    }

    [Fact]
    public async Task No_page_of_the_program_is_left_out()
    {
        var seen = new HashSet<string>((await PageWalk.Walk(demo, "Demo person 2", Demo)).Pages, StringComparer.Ordinal);
        seen.UnionWith((await PageWalk.Walk(orchard, "Demo person 2", "/cases/ORCHARD")).Pages);
        seen.Add("/sign-in");
        var unseen = demo.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(page => page.Metadata.GetMetadata<ComponentTypeMetadata>() is not null).Select(page => page.RoutePattern)
            .Where(route => !seen.Any(new Regex($"^{Shape(route)}$", RegexOptions.None, TimeSpan.FromSeconds(1)).IsMatch)).Select(route => route.RawText!);
        string[] left = [.. unseen.Order(StringComparer.Ordinal)];
        Assert.True(left.SequenceEqual(AfterAnAct.Order(StringComparer.Ordinal)), "Nobody looked at " + string.Join(", ", left));
    }

    private static string Shape(RoutePattern route) => string.Concat(route.PathSegments.Select(segment => "/" + string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternLiteralPart literal => Regex.Escape(literal.Content),
        RoutePatternParameterPart { ParameterPolicies: [var policy, ..] } => policy.Content == "int" ? "[0-9]+" : "[0-9a-f-]{36}",
        _ => "[^/]+",
    }))));
}
