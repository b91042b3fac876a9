using System.Globalization;
using Microsoft.AspNetCore.Components;
using Onus.Casework.Cases;
using Onus.Domain.Cases;
using Onus.Domain.Shared;
using Onus.Web.Accounts;
using Onus.Web.Ui;

namespace Onus.Web.CaseShell;

/// <summary>
/// What every page of a case begins with: the actor and the head of the case. A case that is not there and a case that is not theirs give the same page.
/// A page says by attributes where it stands (<see cref="InPlaceAttribute"/> or <see cref="BelowAttribute"/>) and to whom it is open
/// (<see cref="OpenToAttribute"/>). A page that asks what the case holds is a <see cref="CasePage"/>.
/// </summary>
[OpenTo(Audience.Record)]
public abstract class CaseHeadPage : OnusComponent
{
    /// <summary>Short name of the case, from the address.</summary>
    [Parameter]
    public string Ref { get; set; } = "";

    /// <summary>The request, for its path and its cancellation.</summary>
    [CascadingParameter]
    protected HttpContext Http { get; set; } = null!;

    /// <summary>Finds other pages.</summary>
    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;

    /// <summary>The actor.</summary>
    protected Actor Actor { get; private set; } = null!;

    /// <summary>The case by its title, country and days; null when the page answers "not found".</summary>
    protected internal Case? Head { get; private set; }

    /// <summary>What was wrong with the form that was sent.</summary>
    protected FormErrors Errors { get; } = new();

    /// <summary>Whether the actor may see counsel's papers of this case.</summary>
    protected bool Counsel => Head is not null && Actor.MaySee(Head.Id, CompartmentKind.CounselsPapers);

    /// <summary>Whether the actor may do an act in this case, so that no form is shown that would be refused.</summary>
    /// <param name="act">The act.</param>
    protected bool May(Act act) => Head is not null && Actor.May(Head.Id, act);

    /// <summary>The day on which the case stands: its own for practice, otherwise the clock's.</summary>
    protected DateOnly Today => Head?.Today ?? DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);

    /// <summary>Cancelled when the person went away.</summary>
    protected CancellationToken Cancel => Http.RequestAborted;

    /// <summary>The way to this page.</summary>
    protected IReadOnlyList<Link> Crumbs => [new(T["frame.cases"], "/cases"), new(Head!.Title, Href(""))];

    [Inject]
    private CurrentActor Current { get; set; } = null!;

    [Inject]
    private CasePages Pages { get; set; } = null!;

    [Inject]
    private LoadCaseHead Heads { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    /// <summary>Whether the actor is one of these; false where there is no case for them.</summary>
    internal bool IsOpenTo(Audience audience) => Head is not null && audience switch
    {
        Audience.Members => true,
        Audience.Record => Actor.MaySee(Head.Id, CompartmentKind.Record),
        _ => Counsel,
    };

    /// <summary>The address of a part of this case.</summary>
    /// <param name="part">With its leading slash; empty for the overview.</param>
    protected internal string Href(string part) => $"/cases/{Ref}{part}";

    /// <summary>A whole number of the address; null where there is none or something else stands there: a mistyped address is no fault of Onus.</summary>
    protected int? QueryNumber(string name) => WholeNumber(Http.Request.Query[name]);

    /// <summary>An id of the address; null where there is none or something else stands there.</summary>
    protected Guid? QueryId(string name) => Guid.TryParse(Http.Request.Query[name], out var id) ? id : null;

    /// <summary>Whether the address says <c>true</c>.</summary>
    protected bool QueryFlag(string name) => bool.TryParse(Http.Request.Query[name], out var said) && said;

    /// <summary>A whole number as sent; null where something else was.</summary>
    protected static int? WholeNumber(string? sent) => int.TryParse(sent, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Those of the values sent that are ids. Others can only come from a form that Onus did not write.</summary>
    protected static IEnumerable<Guid> Ids(IEnumerable<string?> sent) => sent.Select(value => Guid.TryParse(value, out var id) ? id : (Guid?)null).OfType<Guid>();

    /// <summary>An address of this case, as sent; null for another: an address that somebody else chose leads nowhere.</summary>
    protected string? Inside(string? address) => address is not null && address.StartsWith(Href("/"), StringComparison.Ordinal) && !address.Contains('\\', StringComparison.Ordinal) ? address : null;

    /// <summary>An address with one more value in its question, before the place on the page that it leads to.</summary>
    protected static string AddressWith(string address, string name, string value)
    {
        ArgumentNullException.ThrowIfNull(address);
        var place = address.IndexOf('#', StringComparison.Ordinal) is >= 0 and var at ? at : address.Length;
        return $"{address[..place]}{(address[..place].Contains('?', StringComparison.Ordinal) ? '&' : '?')}{name}={Uri.EscapeDataString(value)}{address[place..]}";
    }

    /// <summary>What was typed into a field of the form of this name, where it is the form that was sent; null otherwise, also where nothing was typed at all.</summary>
    protected string? Typed(string form, string field) =>
        Http.Request.HasFormContentType && Http.Request.Form["_handler"] == form && Http.Request.Form.TryGetValue(field, out var typed) ? typed.ToString() : null;

    /// <summary>Loads the case, then <see cref="OnCase"/>.</summary>
    protected sealed override async Task OnParametersSetAsync()
    {
        if (await Reload())
        {
            var audience = Pages.Of(GetType()).OpenTo;
            if (IsOpenTo(audience))
            {
                await OnCase();
            }
            else if (!IsOpenTo(Audience.Record) && (HttpMethods.IsGet(Http.Request.Method) || HttpMethods.IsHead(Http.Request.Method)))
            {
                // Whoever the record is not open to would read of a case without files, facts or people: the overview says how it is.
                Navigation.NavigateTo(Href(""));
            }
            else
            {
                NotThere();
            }
        }
        else
        {
            NotThere();
        }
    }

    /// <summary>
    /// Says that there is no such page for this person. It draws nothing then, so that no form of it acts on what was found so far: one that was sent is
    /// told that what it was about is gone.
    /// </summary>
    protected virtual void NotThere()
    {
        Head = null;
        if (HttpMethods.IsGet(Http.Request.Method) || HttpMethods.IsHead(Http.Request.Method))
        {
#pragma warning disable RS0030 // The one place, for a page that is looked at; while a form is dispatched the framework wants a page of its own for it.
            Navigation.NotFound();
#pragma warning restore RS0030
        }
    }

    /// <summary>Loads what the page shows; the case is there and the actor may see it.</summary>
    protected virtual Task OnCase() => Task.CompletedTask;

    /// <summary>Loads the case anew, after something was written and the page is shown again.</summary>
    protected async Task<bool> Reload()
    {
        Actor = await Current.Get();
        Head = await LookUp();
        return Head is not null;
    }

    /// <summary>Finds the case, with as much of it as the page asks for; null where it is not there or not the actor's.</summary>
    private protected virtual async Task<Case?> LookUp() => await Heads.Handle(Ref, Actor, Cancel) is { IsOk: true } found ? found.Value : null;

    /// <summary>
    /// What a page does with the answer of a use case: the error beside its field, or off to the next page. A form that had acted already
    /// goes there too: what the person wanted is done.
    /// </summary>
    protected void Follow<TResult>(Result<TResult> result, string field, string next)
    {
        if (result.Error is { Key: not "forms.used" } error)
        {
            Errors.Add(field, T.Of(error));
        }
        else
        {
            Navigation.NavigateTo(next);
        }
    }
}
