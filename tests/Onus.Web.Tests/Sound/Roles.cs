using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Onus.Tests.Sound;

/// <summary>Roles and states of WAI-ARIA 1.2: those that exist, with values that mean something, where they may stand. Only what the pages use is known here.</summary>
internal static class Roles
{
    private static readonly Dictionary<string, string[]?> States = new(StringComparer.Ordinal)
    {
        ["aria-label"] = null,
        ["aria-labelledby"] = null,
        ["aria-describedby"] = null,
        ["aria-controls"] = null,
        ["aria-current"] = ["page", "step", "location", "date", "time", "true", "false"],
        ["aria-hidden"] = ["true", "false"],
        ["aria-invalid"] = ["true", "false"],
        ["aria-required"] = ["true", "false"],
        ["aria-expanded"] = ["true", "false"],
        ["aria-pressed"] = ["true", "false"],
        ["aria-disabled"] = ["true", "false"],
        ["aria-busy"] = ["true", "false"],
        ["aria-modal"] = ["true", "false"],
        ["aria-atomic"] = ["true", "false"],
        ["aria-live"] = ["off", "polite", "assertive"],
        ["aria-sort"] = ["ascending", "descending", "none", "other"],
    };

    private static readonly string[] Known =
        ["alert", "status", "region", "search", "img", "group", "presentation", "none", "note", "list", "listitem", "log", "dialog", "button", "link", "navigation", "main", "banner", "contentinfo", "complementary"];

    /// <summary>One line a fault.</summary>
    public static IEnumerable<string> Faults(IHtmlDocument page)
    {
        foreach (var element in page.All)
        {
            foreach (var state in element.Attributes.Where(a => a.Name.StartsWith("aria-", StringComparison.Ordinal)))
            {
                if (!States.TryGetValue(state.Name, out var values) || (values is not null && !values.Contains(state.Value, StringComparer.Ordinal)))
                {
                    yield return Structure.At("aria", element);
                }
                else if (state.Value.Trim().Length == 0)
                {
                    yield return Structure.At("aria-empty", element);
                }
            }

            var role = element.GetAttribute("role");
            if (role is not null && !Known.Contains(role, StringComparer.Ordinal))
            {
                yield return Structure.At("role", element);
            }

            // A name on something that is nothing is read by nobody.
            if (role is null && Named(element) && element.LocalName is "div" or "span" or "p" or "b" or "i" or "em" or "strong" or "small" or "code" or "mark" or "bdi")
            {
                yield return Structure.At("prohibited", element);
            }

            if ((element.LocalName == "dialog" || role is "dialog" or "region" or "search" or "group") && !Named(element))
            {
                yield return Structure.At("unnamed", element);
            }

            if (role is "presentation" or "none" && (element.HasAttribute("tabindex") || element.Attributes.Any(a => a.Name.StartsWith("aria-", StringComparison.Ordinal) && a.Name != "aria-hidden")))
            {
                yield return Structure.At("presentation", element);
            }
        }
    }

    private static bool Named(IElement element) => element.HasAttribute("aria-label") || element.HasAttribute("aria-labelledby");
}
