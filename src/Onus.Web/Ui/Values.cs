namespace Onus.Web.Ui;

/// <summary>A link with its words: a crumb, a place, an item of the bar.</summary>
/// <param name="Text">Words, already translated.</param>
/// <param name="Href">Where it leads.</param>
public sealed record Link(string Text, string Href);

/// <summary>One option of a <see cref="Select"/>, <see cref="Radios"/> or <see cref="Checkboxes"/>.</summary>
/// <param name="Value">What the form sends.</param>
/// <param name="Text">What a person reads.</param>
/// <param name="Hint">What helps to decide; null for none.</param>
/// <param name="Group">Under which heading a long list has it; null for none.</param>
public sealed record Choice(string Value, string Text, string? Hint = null, string? Group = null);

/// <summary>How a goal, an element or a fact stands. Shape and word say it, colour only helps.</summary>
public enum StandingKind
{
    /// <summary>Nothing is cited yet.</summary>
    NothingYet = 0,

    /// <summary>It does not hold, even if all of it is believed.</summary>
    NotSupported,

    /// <summary>It holds or not, as a dispute is decided.</summary>
    Contested,

    /// <summary>It holds if what is cited is believed.</summary>
    Supported,
}

/// <summary>How much depends on survivors.</summary>
public enum RelianceKind
{
    /// <summary>Nothing is cited yet.</summary>
    NothingYet = 0,

    /// <summary>It rests on a survivor alone.</summary>
    OnHerAlone,

    /// <summary>It needs a survivor and other evidence.</summary>
    OnBoth,

    /// <summary>It holds without a survivor.</summary>
    WithoutHer,
}

/// <summary>What a <see cref="Notice"/> is for.</summary>
public enum NoticeKind
{
    /// <summary>Something to know.</summary>
    Info = 0,

    /// <summary>Something to mind before going on.</summary>
    Warning,

    /// <summary>Something that was done.</summary>
    Success,
}

/// <summary>How much a <see cref="Button"/> or <see cref="LinkButton"/> asks to be pressed. At most one primary in sight.</summary>
public enum ButtonKind
{
    /// <summary>One way among others.</summary>
    Secondary = 0,

    /// <summary>What most people came to do.</summary>
    Primary,

    /// <summary>Takes something away.</summary>
    Danger,
}

/// <summary>A line of an original file, with the part that is cited.</summary>
/// <param name="Number">Its number in the file, from 1.</param>
/// <param name="Before">What stands before the cited part; the whole line where nothing is cited.</param>
/// <param name="Cited">The cited part; empty for none.</param>
/// <param name="After">What stands after it.</param>
public sealed record SourceLine(long Number, string Before, string Cited = "", string After = "");
