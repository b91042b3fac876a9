using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Onus.Web.Tests;

/// <summary>A page read as a browser reads it, and what its forms would send.</summary>
internal static class HtmlPage
{
    public static IHtmlDocument Read(string page) => new HtmlParser().ParseDocument(page);

    /// <summary>The form that a page handles under a name, or whose words contain some; the last one of them.</summary>
    public static IHtmlFormElement Form(string page, string named) => Form(Read(page), named);

    /// <inheritdoc cref="Form(string, string)"/>
    public static IHtmlFormElement Form(IHtmlDocument page, string named) =>
        page.Forms.LastOrDefault(form => form.QuerySelector("input[name=_handler]")?.GetAttribute("value") == named)
        ?? page.Forms.Last(form => form.TextContent.Contains(named, StringComparison.Ordinal));

    /// <summary>The last form of a page: what it is about.</summary>
    public static IHtmlFormElement LastForm(string page) => Read(page).Forms[^1];

    /// <summary>What a form sends of itself: token, key, name and what else it keeps.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Hidden(this IHtmlFormElement form) => HiddenOf(form);

    private static IReadOnlyList<KeyValuePair<string, string>> HiddenOf(IElement part) =>
        [.. part.QuerySelectorAll("input[type=hidden][name]").Select(field => KeyValuePair.Create(field.GetAttribute("name")!, field.GetAttribute("value") ?? ""))];

    /// <summary>What a part of a page sends of itself that begins within a form.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Hidden(string form) => HiddenOf(new HtmlParser().ParseDocument(form.StartsWith('<') ? form : "<form" + form).DocumentElement);

    /// <summary>What the first hidden field of a name holds, anywhere on a page.</summary>
    public static string Hidden(string page, string name) =>
        Read(page).QuerySelectorAll("input[name]").First(field => field.GetAttribute("name") == name).GetAttribute("value") ?? "";

    /// <summary>The token against forgery; one for all forms of a page.</summary>
    public static string Token(string page) => Hidden(page, "__RequestVerificationToken");
}
