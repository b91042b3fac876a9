using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Onus.Casework.Accounts;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Web.Errors;
using Onus.Web.Ui.Frame;

namespace Onus.Web.Accounts;

/// <summary>
/// Who is there. For now one click, on this computer only: the demo has one button per demo person, a unit's own folder one account.
/// Nothing is reachable without it except the way in, the style sheet and the error pages.
/// </summary>
public static class SignIn
{
    /// <summary>The way in.</summary>
    public const string Path = "/sign-in";

    /// <summary>Registers cookies and the rule that everything asks for a signed-in person unless it says otherwise.</summary>
    public static void AddSignIn(this WebApplicationBuilder builder, OnusStore store)
    {
        builder.Services.AddScoped<CurrentActor>();
        builder.Services.AddDataProtection()
            .SetApplicationName("onus")
            .PersistKeysToFileSystem(new DirectoryInfo(System.IO.Path.Combine(store.Folder, "keys")));
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.LoginPath = Path;
            cookie.ReturnUrlParameter = "to";
            cookie.Cookie.Name = "onus-session";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Strict;
            cookie.ExpireTimeSpan = TimeSpan.FromMinutes(30);
            cookie.SlidingExpiration = true;
            cookie.Events.OnValidatePrincipal = async context =>
            {
                // An account that is gone, or that another data folder knew, is nobody here.
                if (await context.HttpContext.RequestServices.GetRequiredService<CurrentActor>().Find(context.Principal) is null)
                {
                    context.RejectPrincipal();
                }
            };
        });
        builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
    }

    /// <summary>Maps signing in and out.</summary>
    public static void MapSignIn(this WebApplication app)
    {
        app.MapPost(Path, async ([FromForm] Guid account, [FromForm] string? to, HttpContext context, OnusStore store, IOptions<SiteOptions> site) =>
        {
            var chosen = (await store.Accounts(context.RequestAborted)).FirstOrDefault(a => a.Id.Value == account);
            if (chosen is null || chosen.Demo != site.Value.Demo)
            {
                return ErrorAnswer.Of(Error.NotFound("accounts.not-found"));
            }

            await Enter(context, chosen);
            return Results.LocalRedirect(Local(to));
        }).AllowAnonymous();

        app.MapPost("/first-account", async ([FromForm] string name, [FromForm] string office, HttpContext context, CreateFirstAccount create) =>
        {
            var made = await create.Handle(new CreateFirstAccount.Command(name, office), new Actor(default, name, []), context.RequestAborted);
            if (made.Error is { } error)
            {
                return ErrorAnswer.Of(error);
            }

            await Enter(context, made.Value);
            return Results.LocalRedirect("/cases");
        }).AllowAnonymous();

        app.MapPost("/sign-out", async (HttpContext context) =>
        {
            await context.SignOutAsync();
            return Results.LocalRedirect(Path);
        }).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static Task Enter(HttpContext context, Account account) => context.SignInAsync(new ClaimsPrincipal(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, account.Id.Value.ToString()),
            new Claim(ClaimTypes.Name, account.Name),
            new Claim(ClaimTypes.Role, account.Office),
        ],
        CookieAuthenticationDefaults.AuthenticationScheme)));

    /// <summary>Only a path of this site: never an address that somebody else chose.</summary>
    private static string Local(string? to) =>
        to is { Length: > 1 } && to[0] == '/' && to[1] is not ('/' or '\\') && !to.Any(char.IsControl) ? to : "/cases";
}
