using Microsoft.AspNetCore.Components;
using Onus.Casework.Cases;
using Onus.Domain.Cases;

namespace Onus.Web.CaseShell;

/// <summary>A page that asks what a case holds: with everything of it that the actor may see.</summary>
public abstract class CasePage : CaseHeadPage
{
    /// <summary>The case as the actor may see it; null when the page answers "not found".</summary>
    protected CaseSnapshot? Snapshot { get; private set; }

    [Inject]
    private LoadCase Load { get; set; } = null!;

    /// <inheritdoc/>
    protected sealed override void NotThere()
    {
        Snapshot = null;
        base.NotThere();
    }

    /// <inheritdoc/>
    private protected sealed override async Task<Case?> LookUp()
    {
        Snapshot = await Load.Handle(Ref, Actor, Cancel) is { IsOk: true } loaded ? loaded.Value.Withheld.From(loaded.Value, T["records.privileged-words"]) : null;
        return Snapshot?.Case;
    }
}
