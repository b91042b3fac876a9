using System.Collections.Frozen;
using System.Reflection;
using Microsoft.AspNetCore.Components;

namespace Onus.Web.CaseShell;

/// <summary>
/// The pages of a case by place, collected from what each page says of itself. No list names them: a page that is added finds its place.
/// </summary>
public sealed class CasePages
{
    private const string Case = "/cases/{Ref}";

    private readonly IReadOnlyList<Listed> listed;
    private readonly FrozenDictionary<Type, Standing> pages;

    /// <summary>Collects them.</summary>
    /// <param name="types">Pages, and other types, which are left out.</param>
    /// <exception cref="InvalidOperationException">A page does not say where it stands, or two say the same.</exception>
    public CasePages(IEnumerable<Type> types)
    {
        var all = types.Where(type => type.IsSubclassOf(typeof(CaseHeadPage)) && !type.IsAbstract).ToList();
        listed = [.. all.Select(Link).OfType<Listed>().OrderBy(link => link.Place).ThenBy(link => link.Order)];
        var faults = all.SelectMany(Faults).Concat(listed.CountBy(link => (link.Place, link.Order)).Where(place => place.Value > 1)
            .Select(place => $"{place.Value} pages of {place.Key.Place} stand at {place.Key.Order}: give each a place of its own in the row.")).ToList();
        if (faults.Count > 0)
        {
            throw new InvalidOperationException(string.Join('\n', faults));
        }

        pages = all.ToFrozenDictionary(page => page, page => new Standing(listed.First(link => link.Part == AboveOf(page)), OpenTo(page), IsBelow: Link(page) is null));
    }

    /// <summary>Every page that has a link, by place and in the order of its row.</summary>
    public IReadOnlyList<Listed> All => listed;

    /// <summary>Collects the pages of an assembly.</summary>
    public static CasePages Of(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return new(assembly.GetTypes());
    }

    /// <summary>Where a page stands.</summary>
    public Standing Of(Type page) => pages[page];

    /// <summary>The pages that offer a paper of this kind, in the order of the rows.</summary>
    public IEnumerable<Listed> Offering(string kind) => listed.Where(link => link.Page.GetCustomAttributes<OffersAttribute>().Any(offer => offer.Kind == kind));

    /// <summary>Old addresses, each with the one that took its place, as templates.</summary>
    public IEnumerable<FormerlyAttribute> Moved => pages.Keys.SelectMany(page => page.GetCustomAttributes<FormerlyAttribute>());

    private static Audience OpenTo(Type page) => page.GetCustomAttribute<OpenToAttribute>(inherit: true)!.Audience;

    private static Listed? Link(Type page) => page.GetCustomAttribute<InPlaceAttribute>() is { } link
        ? new(page, link.Place, link.Order, link.Name, PartOf(page) ?? "", OpenTo(page))
        : null;

    /// <summary>The part of the address of the page whose link is the current one: its own, or that of the page above.</summary>
    private static string? AboveOf(Type page) => page.GetCustomAttribute<BelowAttribute>()?.Part ?? PartOf(page);

    /// <summary>What stands behind the case in the address of a page; null where it has more than that, as a page about one thing has.</summary>
    private static string? PartOf(Type page) => page.GetCustomAttributes<RouteAttribute>().Select(route => route.Template)
        .Where(template => template.StartsWith(Case, StringComparison.Ordinal) && template.IndexOf('{', Case.Length) < 0).Select(template => template[Case.Length..]).FirstOrDefault();

    private IEnumerable<string> Faults(Type page)
    {
        var (link, below) = (page.GetCustomAttribute<InPlaceAttribute>(), page.GetCustomAttribute<BelowAttribute>());
        if (link is null == below is null)
        {
            yield return $"{page.Name} says {(link is null ? "neither" : "both")} where it has a link of its own (InPlace) {(link is null ? "nor" : "and")} below which page it stands (Below).";
        }
        else if (link is not null && PartOf(page) is null)
        {
            yield return $"{page.Name} has a link (InPlace), and its address needs more than the case.";
        }
        else if (below is not null && !listed.Any(above => above.Part == below.Part))
        {
            yield return $"{page.Name} stands below {below.Part}, and no page with a link is there.";
        }
    }

    /// <summary>A page with a link.</summary>
    /// <param name="Page">The page.</param>
    /// <param name="Place">Its place.</param>
    /// <param name="Order">Where it stands in the row.</param>
    /// <param name="Name">Key of the words of its link.</param>
    /// <param name="Part">Its address behind that of the case.</param>
    /// <param name="OpenTo">To whom it is open.</param>
    public sealed record Listed(Type Page, CasePlace Place, int Order, string Name, string Part, Audience OpenTo);

    /// <summary>Where a page stands.</summary>
    /// <param name="At">The page with a link that it is, or that it stands below.</param>
    /// <param name="OpenTo">To whom it is open.</param>
    /// <param name="IsBelow">Whether it stands below.</param>
    public sealed record Standing(Listed At, Audience OpenTo, bool IsBelow);
}
