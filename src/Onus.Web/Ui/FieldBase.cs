using Microsoft.AspNetCore.Components;

namespace Onus.Web.Ui;

/// <summary>What all fields of a form share: name, label, hint, and the sentence that says what is wrong.</summary>
public abstract class FieldBase : OnusComponent
{
    /// <summary>Name in the form that is sent, and the id unless <see cref="Id"/> says otherwise.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    /// <summary>What is asked for. Always visible; a placeholder is no label.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>What helps to answer; null for none.</summary>
    [Parameter]
    public string? Hint { get; set; }

    /// <summary>Id on the page, where two forms use the same name.</summary>
    [Parameter]
    public string? Id { get; set; }

    /// <summary>Whether the form is refused without it; the browser is told as well. Fields without it are marked "optional".</summary>
    [Parameter]
    public bool Required { get; set; }

    /// <summary>The errors of the page, from <see cref="Page.Errors"/>.</summary>
    [CascadingParameter]
    protected FormErrors? Errors { get; set; }

    /// <summary>Id on the page.</summary>
    protected string FieldId => Id ?? Name;

    /// <summary>The sentence that says what is wrong, or null.</summary>
    protected string? Wrong => Errors?.Of(FieldId);

    /// <summary><c>aria-invalid</c>: present only where something is wrong.</summary>
    protected string? Invalid => Wrong is null ? null : "true";

    /// <summary>Whether somebody may write anything here in their own words, and has to be told what never belongs here.</summary>
    protected virtual bool IsFreeText => false;

    /// <summary>What never belongs into a text of one's own words; null where none is written.</summary>
    protected string? Care => IsFreeText ? T["field.free-text"] : null;

    /// <summary>Ids of hint, care and error for <c>aria-describedby</c>, or null.</summary>
    protected string? DescribedBy => string.Join(' ', new[]
    {
        Hint is null ? null : FieldId + "-hint",
        Care is null ? null : FieldId + "-care",
        Wrong is null ? null : FieldId + "-error",
    }.OfType<string>()) is { Length: > 0 } ids ? ids : null;
}
