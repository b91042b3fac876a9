using System.Security.Claims;

namespace Onus.Web.CaseShell;

/// <summary>
/// The offence whose elements counsel cites into before anything is charged. It is counsel's and stays in counsel's browser until the
/// session ends; nothing of it is stored or logged. The next person who signs in at this computer does not meet it.
/// </summary>
public static class ChosenOffence
{
    private const string OffenceCookie = "onus-offence";
    private const string DayCookie = "onus-offence-day";

    /// <summary>The offence that is asked for in this request, which is then remembered, or the one remembered; null for none.</summary>
    public static string? Of(HttpContext http, string reference, string? asked) => Kept(http, reference, OffenceCookie, asked);

    /// <summary>The same of the day whose law is looked at, as it was asked for.</summary>
    public static string? DayOf(HttpContext http, string reference, string? asked) => Kept(http, reference, DayCookie, asked);

    private static string? Kept(HttpContext http, string reference, string cookie, string? asked)
    {
        ArgumentNullException.ThrowIfNull(http);
        var mine = http.User.FindFirstValue(ClaimTypes.NameIdentifier) + " ";
        if (string.IsNullOrEmpty(asked))
        {
            return http.Request.Cookies.TryGetValue(cookie, out var kept) && kept.StartsWith(mine, StringComparison.Ordinal) && kept.Length > mine.Length ? kept[mine.Length..] : null;
        }

        if (!http.Response.HasStarted)
        {
            http.Response.Cookies.Append(cookie, mine + asked, new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                SameSite = SameSiteMode.Strict,
                Secure = http.Request.IsHttps,
                Path = $"/cases/{reference}",
            });
        }

        return asked;
    }
}
