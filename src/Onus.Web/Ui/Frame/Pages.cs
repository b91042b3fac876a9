using Microsoft.AspNetCore.Http.Features;

namespace Onus.Web.Ui.Frame;

/// <summary>Pages: texts, components rendered on the server without any script, style sheet, compression.</summary>
public static class Pages
{
    /// <summary>Registers what pages need, but for the texts.</summary>
    public static void AddPages(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<SiteOptions>()
            .BindConfiguration("Onus")
            .PostConfigure(site => site.StrictTexts |= builder.Environment.IsDevelopment())
            .ValidateDataAnnotations()
            .ValidateOnStart();
        builder.Services.AddSingleton<AssetFiles>();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddRazorComponents();
        builder.Services.AddAntiforgery(token =>
        {
            token.Cookie.Name = "onus-form";
            token.Cookie.SameSite = SameSiteMode.Strict;
            token.SuppressXFrameOptionsHeader = true; // frame-ancestors says it
        });
        // Only over plain HTTP on this computer: under TLS a compressed page would tell its length (BREACH).
        builder.Services.AddResponseCompression();
        builder.Services.Configure<FormOptions>(form => form.ValueCountLimit = 4096);
    }

    /// <summary>Maps every page, the files of the design system, and the way in.</summary>
    public static void MapPages(this WebApplication app)
    {
        app.MapRazorComponents<App>();
        app.MapGet(AssetFiles.Route, (string version, string name, AssetFiles files, HttpContext context) => files.Send(version, name, context)).AllowAnonymous();
        app.MapGet("/", () => Results.Redirect("/cases"));
    }
}
