namespace Onus.Web.Security;

/// <summary>The headers that every answer carries, whatever it is: a page, a file, a redirect or an error.</summary>
public static class SecurityHeaders
{
    /// <summary>
    /// Nothing is loaded from anywhere but here, nothing inline runs or styles, nobody frames a page, a form goes nowhere else,
    /// and no script may turn text into HTML.
    /// </summary>
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
        + "frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    /// <summary>The policy of a file that somebody handed in: it loads nothing, runs nothing, sends nothing and has no origin.</summary>
    public const string EvidencePolicy = "default-src 'none'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'; sandbox";

    private const string NoDeviceFeatures =
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), "
        + "magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

    /// <summary>Adds the headers just before an answer starts, so that an error page that clears the answer has them too.</summary>
    /// <remarks>What may be kept by the browser says so itself, by its own <c>Cache-Control</c>; everything else is <c>no-store</c>.</remarks>
    public static void UseSecurityHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            // The one policy that may be set elsewhere is the stricter one.
            headers.ContentSecurityPolicy = headers.ContentSecurityPolicy == EvidencePolicy ? EvidencePolicy : ContentSecurityPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            headers["Permissions-Policy"] = NoDeviceFeatures;
            headers.Remove("blazor-enhanced-nav"); // speaks to a script that is not here
            if (!headers.CacheControl.Contains(Ui.Frame.AssetFiles.KeepForEver))
            {
                headers.CacheControl = "no-store";
                headers.Remove("Pragma");
                headers.Remove("Expires");
            }

            return Task.CompletedTask;
        });
        return next(context);
    });
}
