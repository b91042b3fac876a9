using Microsoft.AspNetCore.Components;
using Onus.Content;

namespace Onus.Web.Ui;

/// <summary>What every page and component has at hand: the screen texts, as <c>T["key"]</c>.</summary>
public abstract class OnusComponent : ComponentBase
{
    /// <summary>The screen texts of the unit's language.</summary>
    [Inject]
    protected Texts T { get; set; } = null!;
}
