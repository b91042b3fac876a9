using System.Globalization;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Onus.Web.CaseShell;

/// <summary>What the pages of a case share: where each stands, and where those have gone that stood elsewhere.</summary>
public static class Shell
{
    /// <summary>Registers it.</summary>
    public static void AddCaseShell(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(CasePages.Of(typeof(Shell).Assembly));
        builder.Services.AddSingleton<SealedAsk>();
    }

    /// <summary>Maps addresses that pages had once: whoever follows an old link or bookmark is led on for good.</summary>
    public static void MapFormerAddresses(this WebApplication app)
    {
        foreach (var moved in app.Services.GetRequiredService<CasePages>().Moved)
        {
            var now = RoutePatternFactory.Parse(moved.Now);
            app.MapMethods(moved.Old, [HttpMethods.Get, HttpMethods.Head], (HttpContext context) =>
                Results.Redirect(Filled(now, context.Request.RouteValues) + context.Request.QueryString, permanent: true, preserveMethod: true));
        }
    }

    private static string Filled(RoutePattern to, RouteValueDictionary values) => string.Concat(to.PathSegments.Select(segment => "/" + string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternParameterPart parameter => Uri.EscapeDataString(Convert.ToString(values[parameter.Name], CultureInfo.InvariantCulture) ?? ""),
        RoutePatternLiteralPart literal => literal.Content,
        _ => "",
    }))));
}
