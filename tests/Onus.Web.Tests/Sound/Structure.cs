using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Onus.Tests.Sound;

/// <summary>
/// What can be wrong with a page for somebody who hears it, or goes through it with keys, and can be told from its HTML alone: WCAG 2.2 A and AA, and
/// what axe calls best practice. Colours are the business of the style sheet, and what hangs on the layout that of a browser.
/// </summary>
internal static partial class Structure
{
    private const string Landmarks = "main, nav, aside, footer, header, dialog, section[aria-label], section[aria-labelledby], form[aria-label], [role=region], [role=search], [role=alert], [role=status]";

    private const string Controls = "input:not([type=hidden]), select, textarea";

    /// <summary>One line a fault: its kind, a colon, and what has it. Empty for a sound page.</summary>
    public static IReadOnlyList<string> Faults(IHtmlDocument page) =>
    [
        .. Document(page), .. Frames(page), .. Headings(page), .. Ids(page), .. Fields(page), .. Presses(page), .. Lists(page), .. Tables(page), .. Pictures(page), .. Programs(page),
        .. Roles.Faults(page),
    ];

    private static IEnumerable<string> Document(IHtmlDocument page)
    {
        var html = page.DocumentElement;
        foreach (var said in page.QuerySelectorAll("[lang]").Where(e => e == html || e.GetAttribute("lang") is not "").Where(e => !Language().IsMatch(e.GetAttribute("lang")!)))
        {
            yield return At("lang", said);
        }

        if (!html.HasAttribute("lang"))
        {
            yield return At("lang", html);
        }

        if (html.GetAttribute("dir") is not ("ltr" or "rtl"))
        {
            yield return At("dir", html);
        }

        if (page.Title is not { Length: > 0 })
        {
            yield return "title: the page has none";
        }

        if (page.QuerySelector("meta[name=viewport]")?.GetAttribute("content") is not { } view || view.Contains("user-scalable", StringComparison.Ordinal) || view.Contains("maximum-scale", StringComparison.Ordinal))
        {
            yield return "viewport: the page cannot be made larger, or says nothing of it";
        }

        // The policy of the site refuses these too; a browser says so only where it is asked.
        foreach (var inline in page.QuerySelectorAll("[style], style, script:not([src]), marquee, blink, iframe, object, embed")
            .Concat(page.All.Where(e => e.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.Ordinal)))))
        {
            yield return At("inline", inline);
        }
    }

    // A row that is written as a program writes it: a member was taken of its words and not of the row.
    private static IEnumerable<string> Programs(IHtmlDocument page) =>
        Row().Matches(page.Body?.TextContent ?? "").Select(row => "program: \"" + row.Value + "\" is no sentence");

    [GeneratedRegex(@"\b[A-Z]\w+ \{ [A-Z]\w+ = |System\.[A-Z]\w+[.`\[]|Onus\.[A-Z]\w+\.[A-Z]", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Row();

    /// <summary>The parts one can jump to, and that everything stands in one of them.</summary>
    private static IEnumerable<string> Frames(IHtmlDocument page)
    {
        var mains = page.QuerySelectorAll("main");
        if (mains.Length != 1 || mains[0].ParentElement?.Closest(Landmarks) is not null || mains[0].Id != "main")
        {
            yield return "main: there is not one, at the top and called main";
        }

        foreach (var (kind, heads) in new[] { ("banner", page.QuerySelectorAll("header")), ("contentinfo", page.QuerySelectorAll("footer")) })
        {
            if (heads.Count(e => e.ParentElement?.Closest("main, article, aside, nav, section") is null) > 1)
            {
                yield return $"{kind}: there are several";
            }
        }

        foreach (var same in page.QuerySelectorAll("nav, aside, [role=region], [role=search], section[aria-label], section[aria-labelledby], form[aria-label]")
            .Where(Shown).GroupBy(e => (e.GetAttribute("role") ?? e.LocalName, Naming.NameOf(e), Named(e))).Where(g => g.Count() > 1 || (!g.Key.Item3 && g.Key.Item1 is "region")))
        {
            yield return At("landmark", same.First());
        }

        foreach (var outside in Outside(page.Body!))
        {
            yield return At("region", outside);
        }

        // A paper has no bar to skip.
        if (page.QuerySelector("header.bar") is not null && page.QuerySelector("a[href], button, input:not([type=hidden]), summary") is { } first && first.GetAttribute("href") != "#main")
        {
            yield return At("skip", first);
        }
    }

    /// <summary>What holds words and stands in no part that one can jump to.</summary>
    private static IEnumerable<IElement> Outside(IElement element)
    {
        if (element.ChildNodes.OfType<IText>().Any(text => !string.IsNullOrWhiteSpace(text.Data)))
        {
            yield return element;
        }

        foreach (var outside in element.Children.Where(child => !child.Matches(Landmarks + ", script, style, template, .skip, [hidden]")).SelectMany(Outside))
        {
            yield return outside;
        }
    }

    private static IEnumerable<string> Headings(IHtmlDocument page)
    {
        var headings = page.QuerySelectorAll("h1, h2, h3, h4, h5, h6").Where(Shown).ToList();
        if (headings.Count(h => h.LocalName == "h1") != 1)
        {
            yield return "h1: there is not one";
        }

        foreach (var empty in headings.Where(h => Naming.TextOf(h).Length == 0))
        {
            yield return At("empty-heading", empty);
        }

        foreach (var (before, after) in headings.Zip(headings.Skip(1)).Where(pair => pair.Second.LocalName[1] > pair.First.LocalName[1] + 1))
        {
            yield return At("heading-order", after);
        }
    }

    /// <summary>Each id stands once, and whatever names one finds it.</summary>
    private static IEnumerable<string> Ids(IHtmlDocument page)
    {
        var ids = page.All.Where(e => e.HasAttribute("id")).GroupBy(e => e.Id!, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        foreach (var (id, twice) in ids.Where(g => g.Value.Count > 1 || g.Key.Length == 0 || g.Key.Any(char.IsWhiteSpace)))
        {
            yield return $"id {id}: stands {twice.Count} times";
        }

        foreach (var name in new[] { "for", "form", "list", "headers", "aria-describedby", "aria-labelledby", "aria-controls", "aria-owns", "aria-details", "aria-errormessage", "aria-activedescendant" })
        {
            foreach (var element in page.QuerySelectorAll($"[{name}]"))
            {
                if (element.GetAttribute(name)!.Split(' ').Any(id => !ids.ContainsKey(id)))
                {
                    yield return At(name, element);
                }
            }
        }

        foreach (var link in page.QuerySelectorAll("a[href^='#']").Where(a => !ids.ContainsKey(Uri.UnescapeDataString(a.GetAttribute("href")![1..]))))
        {
            yield return At("fragment", link);
        }
    }

    private static IEnumerable<string> Fields(IHtmlDocument page)
    {
        foreach (var control in page.QuerySelectorAll(Controls + ", progress, meter"))
        {
            if (Naming.NameOf(control).Length == 0)
            {
                yield return At("label", control);
            }

            if (Naming.LabelsOf(control).Count > 1)
            {
                yield return At("several-labels", control);
            }

            if (control.GetAttribute("autocomplete") is not (null or "off" or "on" or "name" or "username" or "organization"))
            {
                yield return At("autocomplete", control);
            }
        }

        foreach (var label in page.QuerySelectorAll("label"))
        {
            var inside = label.QuerySelectorAll(Controls).Length;
            if (label.HasAttribute("for") ? inside > 0 : inside != 1)
            {
                yield return At("label-of", label);
            }
        }

        foreach (var group in page.QuerySelectorAll("fieldset").Where(f => Naming.NameOf(f).Length == 0))
        {
            yield return At("legend", group);
        }
    }

    /// <summary>Whatever can be pressed has a name, and nothing to press inside it.</summary>
    private static IEnumerable<string> Presses(IHtmlDocument page)
    {
        const string Pressed = "a[href], button, summary, [role=button], [role=link], input[type=submit], input[type=button]";
        foreach (var press in page.QuerySelectorAll(Pressed))
        {
            if (Naming.NameOf(press).Length == 0 && !press.HasAttribute("hidden"))
            {
                yield return At("name", press);
            }

            if (press.LocalName is "a" or "button" && press.QuerySelector("a, button, summary, " + Controls) is not null)
            {
                yield return At("nested", press);
            }

            if (press.GetAttribute("href")?.Trim() is "" or "#" || press.GetAttribute("href")?.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase) is true)
            {
                yield return At("href", press);
            }
        }

        foreach (var detail in page.QuerySelectorAll("details").Where(d => d.FirstElementChild?.LocalName != "summary"))
        {
            yield return At("summary", detail);
        }

        foreach (var stop in page.QuerySelectorAll("[tabindex]").Where(e => e.GetAttribute("tabindex") is not ("0" or "-1")))
        {
            yield return At("tabindex", stop);
        }

        foreach (var same in page.QuerySelectorAll("[accesskey]").GroupBy(e => e.GetAttribute("accesskey")).Where(g => g.Count() > 1))
        {
            yield return At("accesskey", same.First());
        }

        foreach (var unseen in page.QuerySelectorAll("[aria-hidden=true]").Where(e => e.Matches("a[href], button, [tabindex='0'], " + Controls) || e.QuerySelector("a[href], button, summary, [tabindex='0'], " + Controls) is not null))
        {
            yield return At("hidden-stop", unseen);
        }
    }

    private static IEnumerable<string> Lists(IHtmlDocument page)
    {
        foreach (var list in page.QuerySelectorAll("ul, ol").Where(l => l.Children.Any(c => c.LocalName is not ("li" or "template" or "script"))))
        {
            yield return At("list", list);
        }

        foreach (var item in page.QuerySelectorAll("li").Where(i => i.ParentElement?.LocalName is not ("ul" or "ol" or "menu")))
        {
            yield return At("listitem", item);
        }

        foreach (var list in page.QuerySelectorAll("dl").Where(l => l.Children.Any(c => c.LocalName is not ("dt" or "dd" or "div")) || l.Children.Where(c => c.LocalName == "div").Append(l).Any(Broken)))
        {
            yield return At("definition-list", list);
        }

        foreach (var item in page.QuerySelectorAll("dt, dd").Where(i => i.ParentElement?.LocalName != "dl" && i.ParentElement?.ParentElement?.LocalName != "dl"))
        {
            yield return At("dlitem", item);
        }

        // Terms come before what is said of them, and each has something said of it.
        static bool Broken(IElement list)
        {
            var order = string.Concat(list.Children.Where(c => c.LocalName is "dt" or "dd").Select(c => c.LocalName[1]));
            return list.LocalName == "div" ? !Terms().IsMatch(order) || order.Length == 0 : order.Length > 0 && !Terms().IsMatch(order);
        }
    }

    private static IEnumerable<string> Tables(IHtmlDocument page)
    {
        foreach (var table in page.QuerySelectorAll("table").Where(t => t.GetAttribute("role") is not ("presentation" or "none")))
        {
            if (table.QuerySelector("th") is null)
            {
                yield return At("table-header", table);
            }
        }

        foreach (var head in page.QuerySelectorAll("th"))
        {
            if (Naming.NameOf(head).Length == 0)
            {
                yield return At("empty-table-header", head);
            }

            if (head.GetAttribute("scope") is not ("row" or "col" or "rowgroup" or "colgroup"))
            {
                yield return At("scope", head);
            }
        }

        foreach (var cell in page.QuerySelectorAll("td[scope]"))
        {
            yield return At("scope", cell);
        }
    }

    private static IEnumerable<string> Pictures(IHtmlDocument page)
    {
        foreach (var picture in page.QuerySelectorAll("img").Where(i => !i.HasAttribute("alt"))
            .Concat(page.QuerySelectorAll("[role=img], area, canvas, video, audio").Where(i => Naming.NameOf(i).Length == 0))
            .Concat(page.QuerySelectorAll("svg").Where(s => s.ParentElement?.Closest("svg") is null && s.GetAttribute("aria-hidden") != "true" && Naming.NameOf(s).Length == 0)))
        {
            yield return At("alt", picture);
        }

        foreach (var twice in page.QuerySelectorAll("a img, button img").Where(i => i.GetAttribute("alt") is { Length: > 0 } alt && i.Closest("a, button")!.TextContent.Trim() == alt))
        {
            yield return At("alt-twice", twice);
        }
    }

    /// <summary>Whether it is there before a script shows it.</summary>
    private static bool Shown(IElement element) => element.Closest("[hidden], dialog:not([open]), template") is null;

    private static bool Named(IElement element) => element.HasAttribute("aria-label") || element.HasAttribute("aria-labelledby");

    internal static string At(string kind, IElement element) => $"{kind}: {element.OuterHtml[..Math.Min(160, element.OuterHtml.Length)].ReplaceLineEndings(" ")}";

    [GeneratedRegex("^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Language();

    [GeneratedRegex("^(t+d+)+$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Terms();
}
