using System.ComponentModel.DataAnnotations;

namespace Onus.Web.Ui.Frame;

/// <summary>What a unit decides about its site; the section <c>Onus</c> of the configuration.</summary>
public sealed class SiteOptions
{
    /// <summary>The folder of texts under <c>content/languages</c>.</summary>
    [Required, RegularExpression("^[a-z]{2,3}$")]
    public string Language { get; set; } = "en";

    /// <summary>Where the content lies; null to look beside the program and upwards.</summary>
    public string? Content { get; set; }

    /// <summary>Whether this is the demo: every page and print says so.</summary>
    public bool Demo { get; set; }

    /// <summary>Whether <c>/ui</c> shows the design system and any page may be turned around with <c>?dir=rtl</c>.</summary>
    public bool Gallery { get; set; }

    /// <summary>Whether a missing text is an error, as in development and tests, or is shown by its key.</summary>
    public bool StrictTexts { get; set; }
}
