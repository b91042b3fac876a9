using Microsoft.AspNetCore.Components;
using Onus.Casework.Proof;
using Onus.Domain.Answers;
using Onus.Domain.Shared;
using Onus.Web.Ui;

namespace Onus.Web.CaseShell;

/// <summary>What every page about proof begins with: the case compiled with the law. For everybody but counsel it is not there.</summary>
[OpenTo(Audience.Counsel)]
public abstract class ProofPage : CasePage
{
    /// <summary>The case, the law and the engine; null while there is no answer, and <see cref="Fault"/> may say why.</summary>
    protected ProofView? View { get; private set; }

    /// <summary>Why nothing can be said about proof; null where it can.</summary>
    protected string? Fault { get; private set; }

    /// <summary>Columns beside the counts that this page asks for.</summary>
    protected virtual (string OffenceId, DateOnly Day)? Beside => null;

    [Inject]
    private LoadProof Proof { get; set; } = null!;

    /// <summary>Loads what the page shows, when there is an answer.</summary>
    protected virtual Task OnProof() => Task.CompletedTask;

    /// <inheritdoc/>
    protected sealed override async Task OnCase()
    {
        Prepare();
        if (await Ask())
        {
            await OnProof();
        }
    }

    /// <summary>What has to be known before the case is compiled, such as the offence that was chosen.</summary>
    protected virtual void Prepare()
    {
    }

    [Inject]
    private CaseShell.SealedAsk Drafts { get; set; } = null!;

    /// <summary>Asks anew, after something was written and the page is shown again.</summary>
    protected async Task<bool> Ask()
    {
        var loaded = await Proof.Handle(Ref, Actor, Beside, Cancel);
        View = loaded.IsOk ? loaded.Value : null;
        Fault = loaded.Error is { Kind: ErrorKind.Invalid } error ? T.Of(error) : null;
        return loaded.IsOk;
    }

    /// <summary>The address of the form for a request, filled in.</summary>
    protected string RequestHref(Ask ask) => Drafts.Href(Ref, ask);

    /// <inheritdoc cref="ProofLook.Kind(ProofWord)"/>
    protected static StandingKind Kind(ProofWord word) => ProofLook.Kind(word);

    /// <inheritdoc cref="ProofLook.Kind(CellState)"/>
    protected static RelianceKind Kind(CellState state) => ProofLook.Kind(state);
}
