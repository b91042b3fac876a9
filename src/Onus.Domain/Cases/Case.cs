using Onus.Domain.Shared;

namespace Onus.Domain.Cases;

/// <summary>One investigation and what becomes of it.</summary>
public sealed record Case
{
    /// <summary>Identity.</summary>
    public required CaseId Id { get; init; }

    /// <summary>Short name in addresses and on the command line: letters, digits and dashes. Never a person's name.</summary>
    public required string Ref { get; init; }

    /// <summary>Title on screens. Never a survivor's name.</summary>
    public required string Title { get; init; }

    /// <summary>Country of the law pack: the folder under <c>content/law</c>.</summary>
    public required string Country { get; init; }

    /// <summary>Invented, for practice: every page and print says so.</summary>
    public bool Practice { get; init; }

    /// <summary>The day on which the case stands still, for practice cases; null for the clock.</summary>
    public DateOnly? Today { get; init; }

    /// <summary>When the first report came in.</summary>
    public DateOnly? TipOn { get; init; }

    /// <summary>When the charge is to be filed.</summary>
    public DateOnly? ChargeOn { get; init; }

    /// <summary>When the trial begins.</summary>
    public DateOnly? TrialOn { get; init; }

    /// <summary>Counts changes from 1.</summary>
    public int Version { get; init; } = 1;
}
