using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Onus.Web.Security;
using Onus.Web.Ui.Frame;

namespace Onus.Web.Tests.Security;

public sealed class SecurityHeadersTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_endpoint_answers_with_the_headers_whatever_it_answers()
    {
        var visitor = site.Visitor();
        var routes = site.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().ToList();
        Assert.Contains(routes, r => r.RoutePattern.RawText == "/ui");
        foreach (var route in routes)
        {
            var address = "/" + string.Join('/', route.RoutePattern.PathSegments.Select(segment =>
                string.Concat(segment.Parts.Select(part => part is Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal ? literal.Content : "x"))));
            using var get = await visitor.GetAsync(address, Cancel);
            using var post = await visitor.PostAsync(address, content: null, Cancel);
            AssertHeaders(get);
            AssertHeaders(post);
        }
    }

    [Theory]
    [InlineData("/nothing-here")]
    [InlineData("/accident/bug")]
    [InlineData("/accident/conflict")]
    public async Task Error_pages_have_the_headers_too(string address)
    {
        using var answer = await site.Visitor().GetAsync(address, Cancel);

        AssertHeaders(answer);
    }

    [Fact]
    public async Task Another_host_name_is_turned_away()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/ui");
        request.Headers.Host = "onus.example";
        using var answer = await site.Visitor().SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
        AssertHeaders(answer);
    }

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://*:5080")]
    [InlineData("http://localhost:5080;http://192.0.2.7:5080")]
    public void Listening_beyond_this_computer_is_refused(string urls)
    {
        var builder = WebApplication.CreateBuilder(["--urls", urls]);

        Assert.Throws<InvalidOperationException>(builder.AddLoopbackOnly);
    }

    [Theory]
    [InlineData("http://localhost:5080")]
    [InlineData("http://127.0.0.1:0")]
    [InlineData("http://[::1]:5080")]
    public void Listening_on_this_computer_is_allowed(string urls) => WebApplication.CreateBuilder(["--urls", urls]).AddLoopbackOnly();

    [Theory]
    [InlineData("br, gzip", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("", null)]
    public async Task Files_are_compressed_and_kept_for_ever_at_an_address_that_changes_with_them(string accepts, string? coding)
    {
        var files = site.Services.GetRequiredService<AssetFiles>();
        using var request = new HttpRequestMessage(HttpMethod.Get, files["onus.css"]);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepts);
        using var answer = await site.Visitor().SendAsync(request, Cancel);

        Assert.Equal(coding, answer.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal("text/css", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);

        using var stale = await site.Visitor().GetAsync(new Uri("/assets/yesterday/onus.css", UriKind.Relative), Cancel);
        Assert.True(stale.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task The_style_sheet_is_one_file_from_its_values_to_its_paper()
    {
        var sheet = await site.Visitor().GetStringAsync(new Uri(site.Services.GetRequiredService<AssetFiles>()["onus.css"], UriKind.Relative), Cancel);
        int[] places = [.. new[] { "ground", "page", "forms", "evidence", "proof", "narrow", "paper" }.Select(part => sheet.IndexOf($"/* ---- {part} ", StringComparison.Ordinal))];
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        using var part = await site.Visitor().GetAsync(new Uri("/assets/x/onus.css/2-page.css", UriKind.Relative), Cancel);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, part.StatusCode);
    }

    private static void AssertHeaders(HttpResponseMessage answer)
    {
        Assert.Equal(SecurityHeaders.ContentSecurityPolicy, Header(answer, "Content-Security-Policy"));
        Assert.Equal("no-referrer", Header(answer, "Referrer-Policy"));
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Resource-Policy"));
        Assert.Contains("camera=()", Header(answer, "Permissions-Policy"), StringComparison.Ordinal);
        Assert.Equal("no-store", Header(answer, "Cache-Control"));
        Assert.False(answer.Headers.Contains("Server"));
    }

    private static string Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : $"(no {name} at {answer.RequestMessage?.RequestUri})";
}
